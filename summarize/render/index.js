"use strict";
(() => {
  const STEP = 100;
  const form = document.getElementById("filters");
  const body = document.querySelector("tbody");
  const count = document.getElementById("count");
  const more = document.getElementById("more");
  const none = document.getElementById("none");
  const heads = [...document.querySelectorAll("th[data-key]")];
  const keys = heads.map((head) => head.dataset.key);
  const EMPTY = "—";

  const notes = [...body.rows].map((row) => {
    const note = { row, all: fold(row.textContent) };
    keys.forEach((key, i) => {
      const cell = row.cells[i];
      const text = (key === "title" ? cell.firstElementChild : cell).textContent;
      note[key] = text === EMPTY ? "" : text;
    });
    note.words = Number(note.words);
    return note;
  });
  const order = { key: "date", down: true };
  const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;
  let ordered = sorted(notes);
  let found = ordered;
  let shown = 0;

  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function asked() {
    const data = new FormData(form);
    return Object.fromEntries([...data].filter(([, value]) => value !== ""));
  }

  function answers(wanted) {
    const words = fold(wanted.words || "").split(/\s+/).filter(Boolean);
    return (note) =>
      words.every((word) => note.all.includes(word)) &&
      (!wanted.delegation || note.delegation === wanted.delegation) &&
      (!wanted.body || note.body === wanted.body) &&
      (!wanted.from || note.date >= wanted.from) &&
      (!wanted.to || (note.date !== "" && note.date.slice(0, 10) <= wanted.to));
  }

  function sorted(list) {
    const { key, down } = order;
    const sign = down ? -1 : 1;
    return [...list].sort((a, b) => {
      if (key === "words") return sign * (a.words - b.words);
      if (a[key] === "" || b[key] === "") return (a[key] === "") - (b[key] === "");
      return sign * compare(a[key], b[key]);
    });
  }

  function showMore() {
    const rows = found.slice(shown, shown + STEP).map((note) => note.row);
    body.append(...rows);
    shown += rows.length;
    more.hidden = shown >= found.length;
    return rows[0];
  }

  function show() {
    const wanted = asked();
    found = ordered.filter(answers(wanted));
    shown = 0;
    body.replaceChildren();
    showMore();
    none.hidden = found.length > 0;
    const all = notes.length === 1 ? "1 note" : `${notes.length} notes`;
    count.textContent = found.length === notes.length ? all : `${found.length} of ${all}`;
    const hash = new URLSearchParams(wanted).toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  function sortBy(head) {
    const key = head.dataset.key;
    order.down = order.key === key ? !order.down : key === "date" || key === "words";
    order.key = key;
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
    ordered = sorted(notes);
    show();
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sortBy(head));
    head.replaceChildren(button);
  }
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  more.addEventListener("click", () => {
    const first = showMore();
    if (first) first.querySelector("a").focus();
  });
  show();
  body.className = "ready";
})();
