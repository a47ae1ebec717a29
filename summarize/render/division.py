"""A statement's division as JSON and as a table, for ``pksum segment``."""

from __future__ import annotations

import json

from summarize.records import Division, Span, Statement
from summarize.render.json import division_dict
from summarize.render.words import paragraphs

SHOWN: int = 72
"""Characters of a part's words in the table."""


def to_json(statement: Statement, division: Division) -> str:
    """The division on one line, by the contract."""
    return json.dumps(division_dict(statement, division), ensure_ascii=False)


def to_table(statement: Statement, division: Division) -> str:
    """A line for each part in the statement's order: what it is, where, how it begins."""
    rows: list[tuple[Span, str]] = [
        *((Span(p.start, p.end), _point(p.series, p.number, p.label)) for p in division.points),
        *((Span(p.start, p.end), "also said") for p in division.passages),
        *((span, "left out") for span in division.boilerplate),
    ]
    rows += [(s, n) for s, n in ((division.opening, "opening"), (division.closing, "closing")) if s]
    lines = [_line(statement, division, span, name) for span, name in sorted(rows)]
    announced = "" if division.announced is None else f", {division.announced} announced"
    return "\n".join((f"division: {division.division}{announced}", *lines))


def _point(series: int | None, number: int | None, label: str) -> str:
    which = f"{series}." if series and series > 1 else ""
    return f"point {which}{number}" + (f" ({label})" if label else "")


def _line(statement: Statement, division: Division, span: Span, name: str) -> str:
    words = " ".join(span.of(statement.text).split())
    cut = words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
    return f"{name:<22} {paragraphs(span, division.sentences):<16} {cut}"
