"""From passages and clauses with references to training examples for the three kinds of head.

    python scripts/mini/labels.py --data DATA --out runs/mini/data

Writes ``edit.{train,valid}.jsonl`` (a sentence: a tag and a part of speech for each word, the
reporting verb) and ``select.{train,valid}.jsonl`` (a passage: which sentences carry the reference,
their speech acts, which words stand in the heading).
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from align import _stem, tags
from pos import tag_words

from summarize.edit.scheme import ACT_LETTERS, VERBS
from summarize.edit.words import Word, words

Row = dict[str, Any]


def main() -> None:
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    for split in ("train", "valid"):
        passages = list(_rows(options.data / "condensation" / f"{split}.jsonl"))
        clauses = list(_rows(options.data / "clauses" / f"{split}.jsonl"))
        edits = [e for row in clauses if (e := clause_example(row))]
        if split == "train":
            for row in passages:
                edits += passage_edits(row)
        _write(options.out / f"edit.{split}.jsonl", edits)
        _write(options.out / f"select.{split}.jsonl", map(passage_example, passages))
    held = held_out(options.data)
    _write(options.out / "pos.train.jsonl", pos_examples(options.data, held, options.pos))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the data sets")
    parser.add_argument("--out", type=Path, default=Path("runs/mini/data"))
    parser.add_argument("--pos", type=int, default=40_000, help="corpus sentences with word classes")
    return parser.parse_args()


def clause_example(row: Row) -> Row | None:
    """A sentence with the clause written for it; None if nothing of it is reported."""
    source = [w.lower for w in words(row["sentence"])]
    clause = [w.lower for w in words(row["clause"])]
    if not clause or len(source) > 120:
        return None
    verb, rest = _opening(clause)
    return _edit(row["context"], row["sentence"], tags(source, rest), verb, 1.0)


def passage_edits(row: Row) -> list[Row]:
    """The cited sentences of a passage, their words aligned with its whole condensation."""
    summary = [w.lower for w in words(row["summary"])]
    found = []
    for number in row["cites"]:
        sentence = row["sentences"][number - 1]
        source = [w.lower for w in words(sentence)]
        marks = tags(source, summary)
        kept = sum(1 for w, t in zip(source, marks, strict=True) if t and len(w) > 3)
        if kept >= 4 and len(source) <= 120:
            context = " ".join(row["sentences"][: number - 1])
            found.append(_edit(context, sentence, marks, None, 0.35))
    return found


def _edit(context: str, sentence: str, marks: list[int], verb: int | None, weight: float) -> Row:
    parts = words(sentence)
    return {
        "context": [w.text for w in words(context)][-25:],
        "words": [w.text for w in parts],
        "tags": marks,
        "verb": -100 if verb is None else verb,
        "pos": tag_words(parts),
        "weight": weight,
    }


def _opening(clause: list[str]) -> tuple[int, list[str]]:
    """The class of the reporting verb, and the clause behind "said that"."""
    head = next((w for w in clause[:3] if w in VERBS), "other")
    if "that" in clause[1:3]:
        return VERBS.index(head), clause[clause.index("that") + 1 :]
    return VERBS.index(head), clause


def passage_example(row: Row) -> Row:
    """A passage with its cited sentences, speech acts and the words of its heading."""
    heading = {_stem(w.lower) for w in words(row["heading"]) if not w.is_mark and len(w.text) > 2}
    heading -= {"the", "and", "for", "with"}
    sentences = [[w.text for w in words(s)] for s in row["sentences"]]
    acts = list(row["acts"]) if row["acts"] else []
    return {
        "sentences": sentences,
        "carry": [int(i + 1 in row["cites"]) for i in range(len(sentences))],
        "acts": [ACT_LETTERS.index(a) if a in ACT_LETTERS else -100 for a in acts]
        or [-100] * len(sentences),
        "heading": [[int(_stem(Word(w).lower) in heading) for w in s] for s in sentences],
    }


def held_out(data: Path) -> set[str]:
    """The statements that stay out of every training."""
    rows = list(_rows(data / "condensation" / "valid.jsonl"))
    for name in ("segmentation", "notes"):
        for path in sorted((data / name).glob("*.jsonl")):
            rows += _rows(path)
    return {str(row.get("statement") or row["id"]) for row in rows}


def pos_examples(data: Path, held: set[str], wanted: int) -> Iterator[Row]:
    """Sentences of the corpus with word classes by rule, drawn evenly from its statements."""
    rng = random.Random(0)
    made = 0
    with lzma.open(data / "corpus" / "un-statements.jsonl.xz", "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["id"] in held or made >= wanted:
                continue
            sentences = re.split(r"(?<=[.?!])\s+(?=[A-Z])", row["text"])
            for sentence in rng.sample(sentences, min(6, len(sentences))):
                parts = words(sentence)
                if 6 <= len(parts) <= 90:
                    made += 1
                    yield {"words": [w.text for w in parts], "pos": tag_words(parts)}


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
