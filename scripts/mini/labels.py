"""From passages and clauses with references to training examples for every head.

    python scripts/mini/labels.py --data DATA --out runs/mini/data

Writes ``passages.{train,valid}.jsonl``: for each passage which sentences carry its reference, their
speech acts, which words stand in the heading, the class of each word, and for each sentence that a
reference cites which of its words the reference keeps; ``marked.{train,valid}.jsonl``: what readers marked
(``mark.py``); and ``plain.train.jsonl``: sentences of the
corpus with word classes alone. Statements that are held out for measuring are left out.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from align import stem, tags
from pos import tag_words

from summarize.edit.scheme import ACT_LETTERS, VERBS
from summarize.edit.words import Word, words

Row = dict[str, Any]
IGNORED = -100
FROM_CLAUSE, FROM_SUMMARY = 1.0, 0.4
KEPT_BACK = 0.1
"""The share of statements whose marks are kept out of training, to measure the choice on."""


def main() -> None:
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    held = held_out(options.data)
    for split in ("train", "valid"):
        rows = [r for r in _rows(options.data / "condensation" / f"{split}.jsonl")
                if split == "valid" or r["statement"] not in held]  # fmt: skip
        clauses = {r["id"]: r for r in _rows(options.data / "clauses" / f"{split}.jsonl")}
        _write(options.out / f"passages.{split}.jsonl", (example(r, clauses) for r in rows))
    _write(options.out / "plain.train.jsonl", plain_examples(options.data, held, options.plain))
    marked = (
        [r for r in _rows(options.marked) if r["statement"] not in held] if options.marked else []
    )
    for split in ("train", "valid"):
        rows = [r for r in marked if (_share(r["statement"]) < KEPT_BACK) == (split == "valid")]
        _write(options.out / f"marked.{split}.jsonl", map(marked_example, rows))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the data sets")
    parser.add_argument("--out", type=Path, default=Path("runs/mini/data"))
    parser.add_argument(
        "--plain", type=int, default=6_000, help="corpus sentences for word classes"
    )
    parser.add_argument(
        "--marked", type=Path, help="passages in which readers marked the main claim"
    )
    return parser.parse_args()


def example(row: Row, clauses: dict[str, Row]) -> Row:
    """A passage with all that is known of its sentences and words."""
    sentences = [words(s) for s in row["sentences"]]
    summary = [w.lower for w in words(row["summary"])]
    made: Row = {
        "sentences": [[w.text for w in s] for s in sentences],
        "carry": [int(i in row["cites"]) for i in range(1, len(sentences) + 1)],
        "acts": _acts(row, len(sentences)),
        "heading": _heading_bits(row, sentences),
        "pos": [tag_words(s) for s in sentences],
        "tags": [], "weights": [], "verbs": [],
    }  # fmt: skip
    for i, sentence in enumerate(sentences, 1):
        clause = clauses.get(f"{row['id']}:{i}")
        marks, weight, verb = _edits(sentence, clause, summary if i in row["cites"] else [])
        made["tags"].append(marks)
        made["weights"].append(weight)
        made["verbs"].append(verb)
    return made


def marked_example(row: Row) -> Row:
    """A marked passage: which sentences are worth a place (``main``, ``equal`` and ``also``), which
    carry the main claim alone (``main`` or ``equal``), which need another to be understood.
    """
    count = range(1, len(row["sentences"]) + 1)
    alone = {row["main"], *row["equal"]}
    return {
        "sentences": [[w.text for w in words(s)] for s in row["sentences"]],
        "carry": [int(i in alone or i in row["also"]) for i in count],
        "main": [int(i in alone) for i in count],
        "needs": [int(str(i) in row["needs"]) for i in count],
    }


def _share(name: str) -> float:
    """A number between 0 and 1 that is always the same for a statement."""
    return zlib.crc32(name.encode()) / 2**32


def _acts(row: Row, count: int) -> list[int]:
    letters = list(row["acts"] or "")
    if len(letters) != count:
        return [IGNORED] * count
    return [ACT_LETTERS.index(a) if a in ACT_LETTERS else IGNORED for a in letters]


def _heading_bits(row: Row, sentences: list[tuple[Word, ...]]) -> list[list[int]]:
    light = {"the", "and", "for", "with"}
    wanted = {stem(w.lower) for w in words(row["heading"]) if not w.is_mark and len(w.text) > 2}
    return [[int(stem(w.lower) in wanted - light) for w in s] for s in sentences]


def _edits(
    sentence: tuple[Word, ...], clause: Row | None, summary: list[str]
) -> tuple[list[int], float, int]:
    """The tag of each word, how much to trust them, and the class of the reporting verb."""
    source = [w.lower for w in sentence]
    if clause is not None and clause["clause"] and len(source) <= 150:
        verb, rest = _opening([w.lower for w in words(clause["clause"])])
        return tags(source, rest), FROM_CLAUSE, verb
    if summary and len(source) <= 150:
        marks = tags(source, summary)
        if sum(1 for w, t in zip(source, marks, strict=True) if t and len(w) > 3) >= 4:
            return marks, FROM_SUMMARY, IGNORED
    return [IGNORED] * len(source), 0.0, IGNORED


def _opening(clause: list[str]) -> tuple[int, list[str]]:
    """The class of the reporting verb, and the clause behind "said that"."""
    head = next((w for w in clause[:3] if w in VERBS), "other")
    if "that" in clause[1:3]:
        return VERBS.index(head), clause[clause.index("that") + 1 :]
    return VERBS.index(head), clause


def held_out(data: Path) -> set[str]:
    """The statements that stay out of every training."""
    rows = list(_rows(data / "condensation" / "valid.jsonl"))
    for name in ("segmentation", "notes"):
        for path in sorted((data / name).glob("*.jsonl")):
            rows += _rows(path)
    return {str(row.get("statement") or row["id"]) for row in rows}


def plain_examples(data: Path, held: set[str], wanted: int) -> Iterator[Row]:
    """Sentences of the corpus with word classes by rule, drawn evenly from its statements."""
    rng = random.Random(0)
    made = 0
    with lzma.open(data / "corpus" / "un-statements.jsonl.xz", "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["id"] in held or made >= wanted:
                continue
            sentences = re.split(r"(?<=[.?!])\s+(?=[A-Z])", row["text"])
            for sentence in rng.sample(sentences, min(2, len(sentences))):
                parts = words(sentence)
                if 6 <= len(parts) <= 90:
                    made += 1
                    yield {"sentences": [[w.text for w in parts]], "pos": [tag_words(parts)]}


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def _write(path: Path, rows: Iterable[Row]) -> None:
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    print(f"{path.name}: {count}", flush=True)


if __name__ == "__main__":
    main()
