"""A note as JSON: the format ``pksum-note/1`` of ``data/note.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Final

from summarize.records import Cited, Division, Entry, Mention, Note, Passage, Span, Statement
from summarize.render.seal import UNSEALED, seal

FORMAT: Final = "pksum-note/1"

FIELDS: Final = (
    "kind",
    "language",
    "title",
    "speaker",
    "role",
    "delegation",
    "on_behalf_of",
    "body",
    "meeting",
    "subject",
    "date",
    "symbol",
    "agency",
    "encoding",
)


def to_json(note: Note) -> str:
    """The note on one line, keys in the contract's order, ending in a newline."""
    return seal(json.dumps(note_dict(note), ensure_ascii=False) + "\n")


def note_dict(note: Note) -> dict[str, Any]:
    """The note as plain values, ready for ``json.dumps``; not sealed yet."""
    return {
        "format": FORMAT,
        "statement": _statement(note.statement),
        **division_frame(note.division),
        "sentences": [asdict(sentence) for sentence in note.division.sentences],
        "in_brief": [_cited(cited) for cited in note.in_brief],
        "points": [{**_place(entry.passage), **_entry(note, entry)} for entry in note.points],
        "passages": [_entry(note, entry) for entry in note.passages],
        "asks": [asdict(ask) for ask in note.asks],
        "commitments": [asdict(commitment) for commitment in note.commitments],
        "figures": [_mention(mention) for mention in note.figures],
        "references": [asdict(mention) for mention in note.references],
        "checks": asdict(note.checks),
        "made": asdict(note.made),
        "seal": UNSEALED,
    }


def division_dict(statement: Statement, division: Division) -> dict[str, Any]:
    """The parts of a statement as plain values, as ``pksum segment`` prints them."""
    text = statement.text
    return {
        "text": text,
        **division_frame(division),
        "points": [{**_place(p), **_words(p, text)} for p in division.points],
        "passages": [_words(p, text) for p in division.passages],
    }


def division_frame(division: Division) -> dict[str, Any]:
    """What both a note and a division say of the parts around points and passages."""
    return {
        "division": division.division,
        "announced": division.announced,
        "series": [asdict(series) for series in division.series],
        "opening": _span(division.opening),
        "closing": _span(division.closing),
        "boilerplate": [_span(span) for span in division.boilerplate],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "text": statement.text,
        "sha256": statement.sha256,
        "source": statement.source,
        **{name: getattr(statement, name) for name in FIELDS},
        "spans": {name: [span.start, span.end] for name, span in sorted(statement.spans.items())},
    }


def _place(passage: Passage) -> dict[str, Any]:
    return {"series": passage.series, "number": passage.number, "label": passage.label}


def _words(passage: Passage, text: str) -> dict[str, Any]:
    return {
        "start": passage.start,
        "end": passage.end,
        "text": text[passage.start : passage.end],
        "attribution": passage.attribution,
    }


def _entry(note: Note, entry: Entry) -> dict[str, Any]:
    condensation = entry.condensation
    return {
        **_words(entry.passage, note.statement.text),
        "heading": condensation.heading,
        "condensation": condensation.text,
        "raw": condensation.raw,
        "status": condensation.status,
        "findings": [asdict(finding) for finding in condensation.findings],
        "citations": _plain(entry.citations),
    }


def _cited(cited: Cited) -> dict[str, Any]:
    return {"text": cited.text, "citations": _plain(cited.citations)}


def _plain(citations: Iterable[Any]) -> list[dict[str, Any]]:
    return [asdict(citation) for citation in citations]


def _mention(mention: Mention) -> dict[str, Any]:
    return {"text": mention.text, "start": mention.start, "end": mention.end}


def _span(span: Span | None) -> dict[str, int] | None:
    return asdict(span) if span else None
