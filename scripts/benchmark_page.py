"""Time pages in headless Chromium: that of a long statement, or the list of many notes.

    python scripts/benchmark_page.py [NOTE.html] [--words 20000] [--runs 5]    # opening, searching, clicking
    python scripts/benchmark_page.py --notes 5000 [--runs 5]                   # opening, sorting, filtering

Without NOTE.html a statement of that many words is made up and its words are quoted; so are the
notes of the list. Prints the page's size and the median and the slowest of each time. Needs chromium and playwright.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from summarize.options import Options  # noqa: E402
from summarize.pipeline import brief_all  # noqa: E402
from summarize.records import Statement  # noqa: E402
from summarize.render import render  # noqa: E402
from summarize.render.index import Listed, to_index  # noqa: E402
from tests.render.browser import CHROMIUM, chromium  # noqa: E402

SENTENCES = (
    "The storms of that year reached region {n} before any of the warnings that had been promised "
    "to it, and the people of its coast still speak of the night on which the lamp went out.",
    "My delegation has said in this hall that a light on a reef belongs to nobody and serves all.",
    "In {n} harbours the buoys have not been repaired since, for want of means and of attention.",
    "It is our view that what is lost at sea is lost to more than those who sailed upon it, and "
    "that the law which protects the keeper protects the ship.",
    "We call upon the coastal States of region {n} to repair the lamps of the strait without delay.",
)

PAINTED = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
SEARCH = """async words => {
  const field = document.querySelector('#find'), count = document.querySelector('.find output');
  const begin = performance.now();
  field.value = words;
  field.dispatchEvent(new Event('input'));
  const before = count.textContent;
  while (count.textContent === before) await new Promise(done => setTimeout(done, 1));
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begin;
}"""
CLICK = """async () => {
  const links = document.querySelectorAll('.item .cite');
  const begin = performance.now();
  links[links.length - 1].click();
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begin;
}"""
SORT = """async key => {
  const head = document.querySelector(`th[data-key=${key}]`);
  const button = head.querySelector('button') || head;
  const begin = performance.now();
  button.click();
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  if (!head.hasAttribute('aria-sort')) throw new Error('not sorted');
  return performance.now() - begin;
}"""
FILTER = """async words => {
  const field = document.querySelector('[name=words]'), count = document.querySelector('#count');
  const before = count.textContent, begin = performance.now();
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  while (count.textContent === before) await new Promise(done => setTimeout(done, 1));
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begin;
}"""
TOPICS = ("the lighthouses of the coast", "the buoys of the strait", "the law of the reef")
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


def long_statement(words: int) -> Statement:
    """A made-up statement of so many words; one paragraph in six asks for something."""
    paragraphs, count, number = [], 0, 0
    while count < words:
        number += 1
        own = SENTENCES if number % 6 == 0 else SENTENCES[:-1]
        sentences = [sentence.format(n=number) for sentence in own]
        paragraphs.append(" ".join(sentences))
        count += len(paragraphs[-1].split())
    return Statement("\n\n".join(paragraphs), "benchmark.txt", language="en")


def page_of(words: int, folder: Path) -> Path:
    """The page of a made-up statement."""
    (note,) = brief_all([long_statement(words)], Options(model="verbatim"))
    path = folder / "note.html"
    path.write_text(str(render(note, "html")), "utf-8")
    size, text = path.stat().st_size, len(note.statement.text.encode())
    print(
        f"{words} words: page {size / 1000:.0f} kB, {(size - text) / 1000:.0f} kB beside the text"
    )
    return path


def list_of(notes: int, folder: Path) -> Path:
    """The list of so many made-up notes."""
    made = (
        Listed(
            file=f"note-{n}.html",
            title=f"Statement {n} on {TOPICS[n % len(TOPICS)]}",
            date=f"{1990 + n % 37}-{1 + n % 12:02}-{1 + n % 28:02}",
            speaker=f"Delegate {n * 7919 % 1009}",
            delegation=f"State {n * 31 % 193}",
            body=("Security Council", "General Assembly")[n % 2],
            words=300 + n * 17 % 4000,
            in_brief=" ".join(SENTENCES[n % 3 : n % 3 + 2]).format(n=n),
        )
        for n in range(notes)
    )
    path = folder / "index.html"
    path.write_text(to_index(made), "utf-8")
    print(f"{notes} notes: page {path.stat().st_size / 1000:.0f} kB")
    return path


Step = tuple[str, str, str | None]
LIST_STEPS: tuple[Step, ...] = (
    ("open", LOADED, None),
    ("sort by words", SORT, "words"),
    ("sort by speaker", SORT, "speaker"),
    ("filter", FILTER, "lighthouse 7"),
    ("filter no more", FILTER, ""),
)
NOTE_STEPS: tuple[Step, ...] = (
    ("open", LOADED, None),
    ("first search", SEARCH, "storms"),
    ("next search", SEARCH, "harbours"),
    ("click on a citation", CLICK, None),
)


def visit(browser: Any, address: str, steps: tuple[Step, ...]) -> dict[str, float]:
    """Milliseconds of each step in a fresh window."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(300_000)
    page.goto(address)
    page.evaluate(PAINTED)
    times = {name: page.evaluate(script, argument) for name, script, argument in steps}
    page.close()
    return times


def main() -> None:
    """Make or take the page, visit it, print the times."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", nargs="?", type=Path)
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--notes", type=int, help="time a list of so many notes instead")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    if CHROMIUM is None:
        sys.exit("chromium is not installed: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        steps = LIST_STEPS if arguments.notes else NOTE_STEPS
        if arguments.notes:
            path = list_of(arguments.notes, Path(folder))
        else:
            path = arguments.page or page_of(arguments.words, Path(folder))
        visits = [visit(browser, path.resolve().as_uri(), steps) for _ in range(arguments.runs)]
    for step in visits[0]:
        times = [one[step] for one in visits]
        print(f"{step:20} median {median(times):6.0f} ms, slowest {max(times):6.0f} ms")


if __name__ == "__main__":
    main()
