// What a page does at the keyboard. Everything works without it, with links and forms, only slower.
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

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const here = event.target;
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
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});

// The concept that is shown is the one that is marked in the list.
document.addEventListener("htmx:after:request", (event) => {
  const source = event.detail.ctx?.sourceElement;
  if (!source?.matches?.("a.open")) return;
  for (const link of rows()) link.toggleAttribute("aria-current", false);
  source.setAttribute("aria-current", "true");
});

function lost() {
  const note = document.createElement("p");
  note.className = "note error floating";
  note.setAttribute("role", "alert");
  note.textContent = document.body.dataset.lost;
  find("#notices").replaceChildren(note);
}
document.addEventListener("htmx:response:error", lost);
document.addEventListener("htmx:error", (event) => {
  if (event.detail.error?.name === "TypeError") lost();
});
