"""Fit what an entry of a note is worth for its "In brief" on readers' marks.

    python scripts/train_in_brief.py --statements FOLDER > entries.txt
    python scripts/train_in_brief.py --statements FOLDER --marks marks.txt

The first lists the entries of each statement's note, "P1" for points and "A1" for passages beside them.
For each note a reader writes a line, "NAME best=P3,P7 also=P1,A2 never=P5". The second prints the
weights for ``summarize/data/in_brief.toml``, and of the entries that cross-validation puts first, as many
as the reader took, how many are among the best. Entries marked best count one, those marked also half,
those marked never nothing, as those without a mark. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from summarize.in_brief import traits_of
from summarize.pipeline import brief
from summarize.records import Entry, Note
from summarize.words import words

Row = tuple[str, dict[str, float], float]
REGULAR = 0.1
"""Inverse strength of the regularisation: .03, .1 and .3 chose alike."""

_MARK = re.compile(r"(\S+) best=(\S*) also=(\S*) never=(\S*)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=Path, required=True, help="folder of text files")
    parser.add_argument("--marks", type=Path)
    given = parser.parse_args()
    marks = dict(_marks(given.marks)) if given.marks else None
    rows: list[Row] = []
    for path in sorted(given.statements.glob("*.txt")):
        if marks is None:
            show(path.stem, brief(path)[0])
        elif path.stem in marks:
            rows += judged(path.stem, brief(path)[0], *marks[path.stem])
    if rows:
        fit(rows)


def show(name: str, note: Note) -> None:
    """Print the entries of a note as readers get them."""
    print(f"=== {name} | {note.statement.delegation or ''}")
    for label, entry in labelled(note):
        print(f"{label} [{entry.condensation.heading}] {entry.text}")
    print()


def labelled(note: Note) -> Iterator[tuple[str, Entry]]:
    """The entries of a note, each with the name that marks have for it."""
    for letter, entries in (("P", note.points), ("A", note.passages)):
        for number, entry in enumerate(entries, 1):
            yield f"{letter}{number}", entry


def judged(name: str, note: Note, best: set[str], also: set[str]) -> Iterator[Row]:
    """The entries of a note with their traits and how far a reader takes them (0, 0.5 or 1)."""
    weights = Counter(word.stem for word in words(note.statement.text) if word.content)
    for label, entry in labelled(note):
        numbered = label.startswith("P")
        traits = traits_of(entry.text, entry.condensation.seen, weights, numbered=numbered)
        yield name, dict(traits), 1.0 if label in best else 0.5 if label in also else 0.0


def fit(rows: list[Row]) -> None:
    """Print the weights, and how often cross-validation finds what readers take."""
    groups, found, wanted = [row[0] for row in rows], 0, 0
    for train, test in GroupKFold(5).split(rows, groups=groups):
        names, model = _fitted([rows[i] for i in train])
        scores = model.decision_function(names.transform([rows[i][1] for i in test]))
        held = zip(test, scores, strict=True)
        for _, note in groupby(held, key=lambda pair: groups[pair[0]]):
            order = [rows[i][2] for i, _ in sorted(note, key=lambda pair: -pair[1])]
            found += sum(taken == 1 for taken in order[: order.count(1.0)])
            wanted += order.count(1.0)
    print(f"# of {wanted} best entries {found} first in cross-validation")
    names, model = _fitted(rows)
    for name, weight in sorted(zip(names.get_feature_names_out(), model.coef_[0], strict=True)):
        print(f'"{name}" = {weight:.2f}')


def _fitted(rows: list[Row]) -> tuple[DictVectorizer, LogisticRegression]:
    """A logistic regression in which an entry is both taken and not, by its share."""
    names = DictVectorizer()
    traits = names.fit_transform([row[1] for row in rows for _ in (0, 1)])
    shares = [share for row in rows for share in (row[2], 1.0 - row[2])]
    model = LogisticRegression(C=REGULAR, max_iter=2000)
    return names, model.fit(traits, [1, 0] * len(rows), sample_weight=shares)


def _marks(path: Path) -> Iterator[tuple[str, tuple[set[str], set[str]]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        match = _MARK.fullmatch(line.strip())
        if match is None:
            raise SystemExit(f"no mark of a note: {line!r}")
        yield match[1], (set(match[2].split(",")), set(match[3].split(",")))


if __name__ == "__main__":
    main()
