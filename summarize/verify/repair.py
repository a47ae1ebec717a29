"""Repairing exactly what can be repaired exactly: a figure, symbol or name with one source form."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from summarize.records import Finding, Source

_EXACT = {"figure", "date", "symbol", "name", "comparison"}


def replacements(
    condensation: str, findings: Sequence[Finding], source: Source
) -> list[tuple[int, int, str]] | None:
    """What to put where, from the end of the text to its beginning; None if a blocking finding
    has no single form in the source, or if what it is about stands in the source as well.
    """
    edits: list[tuple[int, int, str]] = []
    for found in findings:
        if found.severity != "blocking":
            continue
        place = (found.start, found.end, found.source_start, found.source_end)
        if found.kind not in _EXACT or None in place:
            return None
        start, end, source_start, source_end = (p for p in place if p is not None)
        old, new = condensation[start:end], source.text[source_start:source_end]
        if old in source.text and old not in new:
            return None  # both forms are the source's: which one is meant is not certain
        edits.append((start, end, source.text[source_start:source_end]))
    edits.sort(reverse=True)
    crossing = any(low[1] > high[0] for high, low in itertools.pairwise(edits))
    return None if crossing else edits


def apply(condensation: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """``condensation`` with ``edits`` made, which go from its end to its beginning."""
    for start, end, new in edits:
        condensation = condensation[:start] + new + condensation[end:]
    return condensation
