"""Scores of a segmentation against references.

A place counts as found where nothing but an enumerator stands between it and the reference: a
reference may begin its point after the "4." of a record's paragraph, a division before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarize.records import Division

_NOTHING = re.compile(r"[\s\d.()\[\]*_#>•-]*")


@dataclass(frozen=True)
class SegmentationScores:
    """What was found of a set of reference statements, as shares from 0 to 1."""

    statements: int
    start_precision: float
    start_recall: float
    start_f1: float
    exact_precision: float
    exact_recall: float
    exact_f1: float
    count_accuracy: float
    announced_accuracy: float
    traps: int
    traps_fallen: int
    opening_accuracy: float
    closing_accuracy: float

    def as_dict(self) -> dict[str, float | int]:
        """The scores by name, for a table or JSON."""
        return dict(vars(self))


@dataclass(frozen=True)
class _Tally:
    """What is counted of one statement."""

    reference: int
    found: int
    starts: int
    exact: int
    counts: bool
    announced: bool
    traps: int
    fallen: int
    opening: bool
    closing: bool


def prediction(identifier: str, division: Division) -> dict[str, Any]:
    """A division as a row of a ``--predictions`` file."""
    speaker = division.division == "speaker"
    return {
        "id": identifier,
        "opening_end": _courtesies_end(division),
        "closing_start": division.closing.start if division.closing else None,
        "series": [{"announced": one.announced} for one in division.series],
        "points": [
            {
                "series": point.series,
                "number": point.number,
                "label": point.label,
                "start": point.start,
                "end": point.end,
            }
            for point in (division.points if speaker else ())
        ],
    }


def _courtesies_end(division: Division) -> int:
    """Where the opening ends without the sentence that announces the points.

    References count courtesies alone as the opening.
    """
    if division.opening is None:
        return 0
    announcing = {span.start for span in division.announcing}
    inside = (s for s in division.sentences if s.end <= division.opening.end)
    return max((s.end for s in inside if s.start not in announcing), default=0)


def score(
    references: Iterable[Mapping[str, Any]], predictions: Iterable[Mapping[str, Any]]
) -> SegmentationScores:
    """Score prediction rows against reference rows with the same ``id``.

    Raises KeyError where a reference has no prediction.
    """
    rows = {row["id"]: row for row in predictions}
    return summed([_tally(reference, rows[reference["id"]]) for reference in references])


def summed(tallies: Sequence[_Tally]) -> SegmentationScores:
    """The scores of all statements together: points pooled, the rest by statement."""
    reference = sum(one.reference for one in tallies)
    found = sum(one.found for one in tallies)
    starts = sum(one.starts for one in tallies)
    exact = sum(one.exact for one in tallies)
    count = len(tallies)
    return SegmentationScores(
        statements=count,
        start_precision=_share(starts, found),
        start_recall=_share(starts, reference),
        start_f1=_share(2 * starts, found + reference),
        exact_precision=_share(exact, found),
        exact_recall=_share(exact, reference),
        exact_f1=_share(2 * exact, found + reference),
        count_accuracy=_share(sum(one.counts for one in tallies), count),
        announced_accuracy=_share(sum(one.announced for one in tallies), count),
        traps=sum(one.traps for one in tallies),
        traps_fallen=sum(one.fallen for one in tallies),
        opening_accuracy=_share(sum(one.opening for one in tallies), count),
        closing_accuracy=_share(sum(one.closing for one in tallies), count),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def _tally(reference: Mapping[str, Any], row: Mapping[str, Any]) -> _Tally:
    text: str = reference["text"]
    wanted = [(p["start"], p["end"]) for one in reference["series"] for p in one["points"]]
    found = [(p["start"], p["end"]) for p in row["points"]]
    announced = [one["announced"] for one in reference["series"]]
    return _Tally(
        reference=len(wanted),
        found=len(found),
        starts=_matches(text, [(a, a) for a, _ in wanted], [(a, a) for a, _ in found]),
        exact=_matches(text, wanted, found),
        counts=_counts(reference["series"]) == _point_counts(row),
        announced=announced == [one["announced"] for one in row["series"]],
        traps=len(reference["traps"]),
        fallen=sum(_falls(text, trap, wanted, found) for trap in reference["traps"]),
        opening=_same(text, reference["opening_end"], row["opening_end"]),
        closing=_same_or_none(text, reference["closing_start"], row["closing_start"]),
    )


def _counts(series: Iterable[Mapping[str, Any]]) -> list[int]:
    return [len(one["points"]) for one in series]


def _point_counts(row: Mapping[str, Any]) -> list[int]:
    numbers = [point["series"] for point in row["points"]]
    return [numbers.count(n) for n in sorted(set(numbers))]


def _matches(text: str, wanted: Sequence[tuple[int, int]], found: Sequence[tuple[int, int]]) -> int:
    """How many wanted stretches were found, each found one used once."""
    left = list(found)
    matched = 0
    for one in wanted:
        hit = next((two for two in left if _alike(text, one, two)), None)
        if hit is not None:
            left.remove(hit)
            matched += 1
    return matched


def _alike(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    return _same(text, one[0], two[0]) and _same(text, one[1], two[1])


def _same(text: str, one: int, two: int) -> bool:
    low, high = min(one, two), max(one, two)
    return high - low <= 12 and _NOTHING.fullmatch(text, low, high) is not None


def _same_or_none(text: str, one: int | None, two: int | None) -> bool:
    if one is None or two is None:
        return one is two
    return _same(text, one, two)


def _falls(
    text: str,
    trap: Mapping[str, Any],
    wanted: Sequence[tuple[int, int]],
    found: Sequence[tuple[int, int]],
) -> bool:
    """Whether a point was found to begin in the sentence of a trap where none begins."""
    return any(
        trap["start"] <= start < trap["end"]
        and not any(_same(text, start, right) for right, _ in wanted)
        for start, _ in found
    )
