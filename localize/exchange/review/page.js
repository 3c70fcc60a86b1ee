"use strict";
(() => {
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  document.documentElement.classList.add("js");
  const rows = all("tbody tr");
  if (!rows.length) return;
  const filters = all("[name=show]");
  const box = one("search");
  const indexes = new Map();

  // Letters without marks and case, each with the text node and offset that it stands at.
  const fold = (letter) => letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const index = (row) => {
    if (indexes.has(row)) return indexes.get(row);
    const made = { text: "", places: [] };
    for (const cell of all("td", row)) {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentNode.nodeName === "CODE") continue;
        let at = 0;
        for (const letter of node.data) {
          for (const part of fold(/\s/.test(letter) ? " " : letter)) {
            for (let i = 0; i < part.length; i++) made.places.push([node, at, at + letter.length]);
            made.text += part;
          }
          at += letter.length;
        }
      }
      made.text += "\n";
      made.places.push(null);
    }
    indexes.set(row, made);
    return made;
  };

  const look = (row, wanted, ranges) => {
    const { text, places } = index(row);
    let hit = false;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      hit = true;
      if (ranges.length >= 5000) break;
      const range = new Range();
      range.setStart(places[at][0], places[at][1]);
      const last = places[at + wanted.length - 1];
      range.setEnd(last[0], last[2]);
      ranges.push(range);
    }
    return hit;
  };

  // What the filter and the search let through; the style sheet hides the rest.
  const shown = () => {
    const kind = filters.find((each) => each.checked).value;
    return rows.filter((row) => !row.hidden && (kind === "all" || row.classList.contains(`has-${kind}`)));
  };
  const update = () => {
    const wanted = [...box.value.trim().replace(/\s+/g, " ")].map(fold).join("");
    const ranges = [];
    for (const row of rows) row.hidden = Boolean(wanted) && !look(row, wanted, ranges);
    if (CSS.highlights) CSS.highlights.set("found", new Highlight(...ranges));
    one("count").textContent = `${shown().length} of ${rows.length} sentences`;
  };

  // On long pages, wait for the end of a word.
  let waiting;
  const updateSoon = () => {
    clearTimeout(waiting);
    if (rows.length > 1000) waiting = setTimeout(update, 200);
    else update();
  };

  const move = (step) => {
    const visible = shown();
    const now = document.activeElement.closest("tbody tr");
    const at = visible.indexOf(now);
    const next = visible[at < 0 ? (step > 0 ? 0 : visible.length - 1) : at + step];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    "/": () => { box.focus(); box.select(); },
    f: () => {
      const next = filters[(filters.findIndex((each) => each.checked) + 1) % filters.length];
      next.checked = true;
      update();
    },
    c: () => one("codes").click(),
    "?": () => one("keys").togglePopover(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === box) {
      if (event.key === "Escape") { box.value = ""; update(); move(1); }
      if (event.key === "Enter") { event.preventDefault(); move(1); }
    } else if (event.key in keys) {
      event.preventDefault();
      keys[event.key]();
    } else if (event.key === "Escape" && box.value) {
      box.value = "";
      update();
    }
  });
  one("controls").addEventListener("submit", (event) => event.preventDefault());
  one("controls").addEventListener("input", updateSoon);

  // What a term is in the source, in the translation and in the notes belongs together.
  document.addEventListener("mouseover", (event) => {
    for (const old of all(".paired")) old.classList.remove("paired");
    const term = event.target.closest("[data-term]");
    if (!term) return;
    const number = CSS.escape(term.dataset.term);
    for (const each of all(`[data-term="${number}"]`, term.closest("tr"))) each.classList.add("paired");
  });
  update();
})();
