// What a page does at the keyboard. Searching and saving work without it, with links and forms, only slower.
"use strict";

const find = (selector) => document.querySelector(selector);
const rows = () => [...document.querySelectorAll("#results a.open")];

function move(step) {
  const links = rows();
  const at = links.indexOf(document.activeElement);
  const to = at < 0 ? (step > 0 ? 0 : -1) : at + step;
  if (to < 0) find("#search")?.focus();
  else links[Math.min(to, links.length - 1)]?.focus();
}

function typing(element) {
  return element.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
}

// Sentence by sentence through an article.
const lines = () => [...document.querySelectorAll("[data-line]")];
function enter(line) {
  (line?.querySelector("textarea") ?? line)?.focus();
  line?.scrollIntoView({ block: "nearest" });
}
function step(line, by) {
  const every = lines();
  enter(every[every.indexOf(line) + by]);
}
function onward(line, farther) {
  const every = lines();
  const at = every.indexOf(line);
  const open = [...every.slice(at + 1), ...every.slice(0, Math.max(at, 0))].find((one) => !one.matches(".approved"));
  if (open) enter(open);
  else if (farther) window.location.assign(find("[data-next]").href);
  else find("[data-next]")?.focus();
}
function inArticle(event) {
  const line = event.target.closest("[data-line]");
  if (line && typing(event.target)) {
    if (event.key !== "Escape") return false;
    line.querySelector("[data-cancel]")?.click();
    return true;
  }
  if (line && (event.key === "ArrowDown" || event.key === "ArrowUp")) step(line, event.key === "ArrowDown" ? 1 : -1);
  else if (line && event.key === "a") line.querySelector("[data-accept]")?.click();
  else if (line && (event.key === "e" || (event.key === "Enter" && event.target === line))) line.querySelector("[data-edit]")?.click();
  else if (event.key === "n" && find("[data-next]") && !typing(event.target)) onward(line, true);
  else if (!line && event.key === "ArrowDown" && lines().length && (event.target === document.body || event.target.id === "search")) enter(lines()[0]);
  else return false;
  return true;
}
document.addEventListener("click", (event) => {
  const put = event.target.closest("[data-put]");
  if (put) {
    const field = put.closest("form").elements.target;
    field.value = put.dataset.put;
    field.focus();
    return;
  }
  const button = event.target.closest("[data-next], [data-insert], [data-use]");
  if (button?.matches("[data-next]") && lines().some((one) => !one.matches(".approved"))) {
    event.preventDefault();
    onward(null, true);
  } else if (button && !button.matches("[data-next]")) {
    const field = button.closest("[data-line]").querySelector("textarea");
    if (button.matches("[data-use]")) field.select();
    field.focus();
    field.setRangeText(button.dataset.use ?? button.dataset.insert, field.selectionStart, field.selectionEnd, "end");
  }
});
document.addEventListener("htmx:after:swap", (event) => {
  const { sourceElement: source, request } = event.detail.ctx; // the form, or what has taken its place
  const line = source?.closest?.("[data-line]");
  if (!line) return;
  const field = line.querySelector("[data-focus]");
  if (field) field.focus();
  else if (request.method === "POST" && line.matches(".approved")) onward(line, false);
  else line.focus();
});
if (location.hash.startsWith("#s-")) enter(document.getElementById(location.hash.slice(1)));

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    const line = event.target.closest("[data-line]");
    if (line && event.key === "Enter") {
      line.querySelector("[data-accept]")?.click();
      event.preventDefault();
      return;
    }
    const wanted = { s: "[data-save]", z: typing(event.target) ? null : "[data-undo]" }[event.key.toLowerCase()];
    if (!wanted || !find(wanted)) return;
    find(wanted).click();
    event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const here = event.target;
  if (inArticle(event)) return event.preventDefault();
  const inList = here.id === "search" || here.matches("#results a.open");
  if (inList && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape" && here.id !== "search" && find("#search")) {
    find("#search").focus();
    find("#search").select();
  } else if (typing(here)) {
    return;
  } else if (event.key === "/" && find("#search")) {
    find("#search").focus();
    find("#search").select();
  } else {
    const press = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (!press) return;
    press.click();
  }
  event.preventDefault();
});

document.addEventListener("change", (event) => {
  const { files, dataset } = event.target;
  if (files) event.target.setCustomValidity([...files].some((one) => one.size > Number(dataset.most)) ? dataset.large : "");
  if (files) event.target.reportValidity();
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});

// The concept that is shown is the one that is marked in the list.
function mark() {
  const shown = find("#panel [data-concept]")?.dataset.concept;
  for (const link of rows()) {
    if (shown && new URL(link.href).searchParams.get("id") === shown) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}
document.addEventListener("htmx:after:swap", (event) => {
  mark();
  find("#panel [data-focus]")?.focus();
  const from = event.detail.ctx?.sourceElement;
  if (from?.matches?.("a.open") && event.detail.ctx.target?.id === "panel") find("#panel").focus({ preventScroll: true });
});

find("#panel [data-focus], #main > form [data-focus]")?.focus();

// What was written and not saved is not lost by a slip.
let leaving = false;
function changed(field) {
  if (field.matches("[type=hidden], button")) return false;
  if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
  if (field.matches("select")) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));
  return field.value !== field.defaultValue;
}
const unsaved = (form) => form.dataset.guarded === "now" || [...form.elements].some(changed);
const written = () => [...document.querySelectorAll("form[data-guarded]")].some(unsaved);
document.addEventListener("htmx:before:request", (event) => {
  const { sourceElement, target } = event.detail.ctx;
  if (target?.id !== "panel" || sourceElement.matches("form[data-guarded], [data-guarded] button")) return;
  if (written() && !window.confirm(document.body.dataset.unsaved)) event.preventDefault();
});
document.addEventListener("submit", () => {
  leaving = true;
  setTimeout(() => (leaving = false), 3000);
});
window.addEventListener("beforeunload", (event) => {
  if (!leaving && written()) event.preventDefault();
});

function lost() {
  const note = document.createElement("p");
  note.className = "note error floating";
  note.setAttribute("role", "alert");
  note.textContent = document.body.dataset.lost;
  find("#notices").replaceChildren(note);
}
document.addEventListener("htmx:response:error", (event) => {
  if (event.detail.ctx.response.status < 500) lost();
});
document.addEventListener("htmx:error", (event) => {
  if (event.detail.error?.name === "TypeError") lost();
});

// Good news goes away by itself, or at a click; what is wrong stays.
function passing(note) {
  const gone = () => note.matches(":hover") ? setTimeout(gone, 1000) : note.remove();
  setTimeout(gone, 8000);
}
document.querySelectorAll("#notices .good").forEach(passing);
find("#notices").addEventListener("click", (event) => event.target.closest("#notices .note")?.remove());
