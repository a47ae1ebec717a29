"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const note = $("#note"), source = $("#source"), statement = $("#statement");
  const wide = matchMedia("(min-width: 64rem)");

  // Citations: light the words that a part of the note cites, and the parts that cite a sentence.
  const named = (element) =>
    (element.dataset.s || element.hash.slice(1)).split(" ").map((id) => document.getElementById(id)).filter(Boolean);
  const clear = (name) => $$("." + name).forEach((element) => element.classList.remove(name));
  const light = (elements) => {
    clear("lit");
    elements.forEach((element) => element.classList.add("lit"));
  };
  const part = (element) => element.closest(".item, .line, tr");
  const cited = (element) => [...new Set($$(".said .cite, .line .cite, td .cite", element.parentNode)
    .filter((link) => part(link) === element).flatMap(named))];
  const show = (element) => {
    const box = element.getBoundingClientRect();
    if (wide.matches) source.scrollBy({ top: box.top - innerHeight / 4 });
  };
  const back = $("#return");

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cite, a.u, a.label");
    if (!link) return;
    const target = document.getElementById(link.hash.slice(1));
    if (link.matches(".cite")) {
      light([...named(link), part(link)].filter((element) => element && element !== target));
      target.classList.add("lit");
      const from = part(link);
      back.hidden = false;
      back.href = from && from.id ? "#" + from.id : "#note";
      const label = from && $(".label", from);
      back.textContent = "Back to " + (label ? label.ariaLabel : "the note");
    } else {
      back.hidden = true;
      light([target, ...cited(target)]);
      if (note.contains(link) && cited(target).length) show(cited(target)[0]);
    }
  });
  back.addEventListener("click", () => { back.hidden = true; });

  const arrive = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.classList.contains("lit")) return;
    if (!target.matches(".item, .line, tr, #statement span")) return;
    light([target, ...(statement.contains(target) ? [] : cited(target))]);
    if (!statement.contains(target) && cited(target).length) show(cited(target)[0]);
  };
  addEventListener("hashchange", arrive);

  const near = (event, on) => {
    const link = event.target.closest && event.target.closest("a.cite");
    if (link) named(link).forEach((element) => element.classList.toggle("near", on));
  };
  for (const [start, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(start, (event) => near(event, true));
    document.addEventListener(end, (event) => near(event, false));
  }

  // Copying: a point with its citation, as plain and as rich text.
  const words = (element) => element ? element.textContent.replace(/\s+/g, " ").trim() : "";
  const whence = () => {
    const date = $$(".masthead dt").find((term) => term.textContent === "Date");
    return [words($("h1")), date && words(date.nextElementSibling), words($("#address"))]
      .filter(Boolean).join(", ");
  };
  const copied = (item) => {
    const [heading, text, cites] = [".heading", ".text", ".said .cites"].map((s) => words($(s, item)));
    const element = (name, content, ...children) => {
      const made = document.createElement(name);
      made.textContent = content;
      made.append(...children);
      return made;
    };
    const rich = element("p", "");
    if (heading) rich.append(element("strong", heading), " ");
    rich.append(`${text} ${cites}. `, element("cite", whence()), ".");
    return {
      plain: `${heading ? heading + " " : ""}${text} ${cites}. ${whence()}.`,
      html: new XMLSerializer().serializeToString(rich),
    };
  };
  const put = async ({ plain, html }) => {
    try {
      await navigator.clipboard.write([new ClipboardItem({
        "text/plain": new Blob([plain], { type: "text/plain" }),
        "text/html": new Blob([html], { type: "text/html" }),
      })]);
      return true;
    } catch {
      const fill = (event) => {
        event.clipboardData.setData("text/plain", plain);
        event.clipboardData.setData("text/html", html);
        event.preventDefault();
      };
      document.addEventListener("copy", fill, { once: true });
      const done = document.execCommand("copy");
      document.removeEventListener("copy", fill);
      return done;
    }
  };
  $$(".item").forEach((item) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.ariaLabel = "Copy " + $(".label", item).ariaLabel;
    button.addEventListener("click", async () => {
      const done = await put(copied(item));
      button.textContent = done ? "Copied" : "Not copied: select the text";
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    let tools = $(".tools", item);
    if (!tools) {
      tools = document.createElement("p");
      tools.className = "tools";
      item.append(tools);
    }
    tools.prepend(button);
  });

  // Finding: as you type, in note and source, whatever the case, the accents and the quotes.
  const MOST = 5000;
  const field = $("#find"), count = $(".find output"), previous = $("#previous"), next = $("#next");
  let text = "", nodes = [], starts = [], matches = [], at = 0;
  const plain = { "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " " };
  const fold = (character) => {
    if (character < "\u0080") return /\s/.test(character) ? " " : character.toLowerCase();
    if (plain[character]) return plain[character];
    const folded = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return folded.length === 1 ? folded : character;
  };
  const gather = () => {
    const skip = ".tools, .label, .u, .legend, .part";
    const parts = [];
    let length = 0, block = null;
    for (const root of [note, statement]) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode, parent = node.parentElement;
        if (parent.closest(skip)) continue;
        const own = parent.closest("p, li, dd, dt, td, th, h1, h2, h3, summary");
        if (own !== block) { parts.push("\n"); length += 1; block = own; }
        nodes.push(node);
        starts.push(length);
        const folded = /^[\0-\x7f]*$/.test(node.data)
          ? node.data.toLowerCase().replace(/\s/g, " ")
          : node.data.split("").map(fold).join("");
        parts.push(folded);
        length += folded.length;
      }
    }
    text = parts.join("");
  };
  const place = (offset) => {
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle; else high = middle - 1;
    }
    return [nodes[low], offset - starts[low]];
  };
  const range = ([start, end]) => {
    const made = document.createRange();
    made.setStart(...place(start));
    const [node, offset] = place(end - 1);
    made.setEnd(node, offset + 1);
    return made;
  };
  const search = (query) => {
    const pattern = query.trim().split("").map(fold).join("").replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
      .replace(/ +/g, "[ ]+");
    if (pattern.length < 2 && !/[^\u0000-\u024f]/.test(pattern)) return [];
    const found = [];
    for (const match of text.matchAll(new RegExp(pattern, "g"))) {
      found.push([match.index, match.index + match[0].length]);
      if (found.length === MOST) break;
    }
    return found;
  };
  const paint = (name, ranges) => {
    if (!window.Highlight) return;
    if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
  };
  const go = (to, step) => {
    at = (to + matches.length) % matches.length;
    const here = range(matches[at]);
    const hidden = here.startContainer.parentElement.closest("details:not([open])");
    if (hidden) hidden.open = true;
    paint("find-now", [here]);
    if (!window.Highlight) { getSelection().removeAllRanges(); getSelection().addRange(here); }
    const box = here.getBoundingClientRect();
    const pane = source.contains(here.startContainer) && wide.matches ? source : window;
    pane.scrollBy({ top: box.top - innerHeight / 3, behavior: step ? "auto" : "instant" });
    const most = matches.length === MOST ? `${MOST} or more` : matches.length;
    count.textContent = `${at + 1} of ${most}`;
  };
  const update = () => {
    if (!nodes.length) gather();
    matches = search(field.value);
    paint("find", matches.map(range));
    previous.disabled = next.disabled = !matches.length;
    if (matches.length) go(0, false);
    else { paint("find-now", []); count.textContent = field.value.trim().length > 1 ? "No match" : ""; }
  };
  let waiting = 0;
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(update, 60); });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && matches.length) go(at + (event.shiftKey ? -1 : 1), true);
    if (event.key === "Escape") { field.value = ""; update(); }
  });
  previous.addEventListener("click", () => go(at - 1, true));
  next.addEventListener("click", () => go(at + 1, true));
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== field && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      field.focus();
      field.select();
    }
    if (event.key === "Escape") clear("lit");
  });
  $(".find").hidden = false;
  arrive();
})();
