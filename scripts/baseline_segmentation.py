"""A plain regular-expression segmentation, to hold the program's beside.

Run from the repository's root:

    python scripts/baseline_segmentation.py REFERENCES.jsonl [--format json]

Every sentence that opens with an ordinal word opens a point, as a short script would have it:
a "first" opens a series, a point lasts until the next, the last one until its paragraph ends.
Prints the scores of the baseline and of the program on the same references.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from summarize.evaluation.segmentation import SegmentationScores, prediction, score
from summarize.records import Statement
from summarize.segment import segment

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_MARKER = re.compile(rf"(?:^|(?<=[.!?]\s)|(?<=\n))({'|'.join(_ORDINALS)})(?:ly)?\b", re.IGNORECASE)
_COUNT = re.compile(r"\b(two|three|four|five|six|seven|eight) (?:\w+ )?(?:points|issues|areas)\b")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight")


def baseline(row: Mapping[str, Any]) -> dict[str, Any]:
    """A prediction row for a reference row, by regular expressions alone."""
    text: str = row["text"]
    points = list(_points(text))
    series = {point["series"] for point in points}
    count = _COUNT.search(text)
    announced = _NUMBERS.index(count[1]) + 1 if count else None
    return {
        "id": row["id"],
        "opening_end": 0,
        "closing_start": None,
        "series": [{"announced": announced if n == 1 else None} for n in sorted(series)],
        "points": points,
    }


def _points(text: str) -> Iterator[dict[str, Any]]:
    found = list(_MARKER.finditer(text))
    series = 0
    for index, match in enumerate(found):
        number = _ORDINALS.index(match[1].lower()) + 1
        series += number == 1 or not series
        following = found[index + 1] if index + 1 < len(found) else None
        goes_on = following is not None and following[1].lower() != "first"
        end = following.start() if following and goes_on else _paragraph_end(text, match.end())
        yield {
            "series": series,
            "number": number,
            "label": match[0],
            "start": match.start(),
            "end": match.start() + len(text[match.start() : end].rstrip()),
        }


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _program(row: Mapping[str, Any]) -> dict[str, Any]:
    return prediction(row["id"], segment(Statement(row["text"], row["id"])))


def _table(scores: Mapping[str, SegmentationScores]) -> str:
    names = list(next(iter(scores.values())).as_dict())
    lines = [f"{'':20}" + "".join(f"{name:>12}" for name in scores)]
    for name in names:
        values = (one.as_dict()[name] for one in scores.values())
        cells = (f"{v:>12}" if isinstance(v, int) else f"{v:>12.3f}" for v in values)
        lines.append(f"{name:20}" + "".join(cells))
    return "\n".join(lines)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the scores of both on the references that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("references", type=Path)
    parser.add_argument("--format", choices=("table", "json"), default="table")
    chosen = parser.parse_args(list(arguments) if arguments is not None else None)
    rows = _rows(chosen.references)
    scores = {
        "baseline": score(rows, map(baseline, rows)),
        "pksum": score(rows, map(_program, rows)),
    }
    if chosen.format == "json":
        print(json.dumps({name: one.as_dict() for name, one in scores.items()}, indent=1))
    else:
        print(_table(scores))


if __name__ == "__main__":
    main()
