"""A note as the rows that the ledger keeps of it. Pure: made where the note is made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from summarize.condense.text import count_words
from summarize.records import Citation, Entry, Note, Statement
from summarize.render.json import FIELDS

Row = dict[str, Any]


@dataclass(frozen=True)
class PointRows:
    """One point or passage, what the note says of it, what it cites, what was found."""

    point: Row
    condensation: Row
    citations: tuple[Row, ...]
    findings: tuple[Row, ...]


@dataclass(frozen=True)
class NoteRows:
    """All that the ledger keeps of one note, before it has numbers in the ledger."""

    statement: Row
    briefing: Row
    points: tuple[PointRows, ...] = ()
    asks: tuple[Row, ...] = ()

    def without_words(self) -> NoteRows:
        """What may be kept where no trace of the text is to stay."""
        bare = dict.fromkeys(self.statement) | {
            name: self.statement[name] for name in ("digest", "sha256", "source", "words", "kind")
        }
        briefing = self.briefing | {"in_brief": "[]"}
        return replace(self, statement=bare | {"text": ""}, briefing=briefing, points=(), asks=())


def statement_digest(statement: Statement) -> str:
    """SHA-256 of a statement's text and of all that reading found out about it.

    The source's name is no part of it: a renamed file holds the same statement.
    """
    known = {name: getattr(statement, name) for name in FIELDS}
    spans = {name: [s.start, s.end] for name, s in sorted(statement.spans.items())}
    outside = [[s.start, s.end] for s in statement.boilerplate]
    content = [statement.sha256, known, spans, outside, list(statement.notices)]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def rows_of(note: Note) -> NoteRows:
    """The rows of ``note``, with the text's lone surrogates, which no database holds, replaced."""
    return NoteRows(
        statement=_clean(statement_row(note.statement)),
        briefing=_clean(_briefing(note)),
        points=tuple(
            _point(note, entry, position, kind)
            for kind, entries in (("point", note.points), ("passage", note.passages))
            for position, entry in enumerate(entries, 1)
        ),
        asks=tuple(
            [_ask("ask", a.actor, a.action, a.citations) for a in note.asks]
            + [_ask("commitment", "", c.action, c.citations) for c in note.commitments]
        ),
    )


def statement_row(statement: Statement) -> Row:
    """A statement's own columns."""
    return {
        "digest": statement_digest(statement),
        "sha256": statement.sha256,
        "source": statement.source,
        "text": statement.text,
        "words": count_words(statement.text),
        **{name: getattr(statement, name) for name in FIELDS},
    }


def _briefing(note: Note) -> Row:
    made = note.made
    return {
        "pksum": made.pksum,
        "pipeline": made.pipeline,
        "model": made.model,
        "revision": made.revision,
        "weights_sha256": made.weights_sha256,
        "prompt_sha256": made.prompt_sha256,
        "options": json.dumps(dict(made.options), sort_keys=True),
        "seed": made.seed,
        "division": note.division.division,
        "announced": note.division.announced,
        "in_brief": json.dumps(
            [
                {"text": c.text, "citations": [[x.start, x.end] for x in c.citations]}
                for c in note.in_brief
            ],
            ensure_ascii=False,
        ),
    }


def _point(note: Note, entry: Entry, position: int, kind: str) -> PointRows:
    passage, condensation = entry.passage, entry.condensation
    point = {
        "position": position,
        "kind": kind,
        "series": passage.series,
        "number": passage.number,
        "label": passage.label,
        "start": passage.start,
        "end": passage.end,
        "attribution": passage.attribution,
        "text": note.statement.text[passage.start : passage.end],
    }
    said = {
        "heading": condensation.heading,
        "text": entry.text,
        "raw": condensation.raw,
        "status": condensation.status,
    }
    return PointRows(
        _clean(point),
        _clean(said),
        tuple(_clean({"start": c.start, "end": c.end, "exact": c.exact}) for c in entry.citations),
        tuple(_clean(asdict(finding)) for finding in condensation.findings),
    )


def _ask(kind: str, actor: str, action: str, citations: Sequence[Citation]) -> Row:
    start = min((c.start for c in citations), default=None)
    end = max((c.end for c in citations), default=None)
    return _clean({"kind": kind, "actor": actor, "action": action, "start": start, "end": end})


def _clean(row: Row) -> Row:
    return {
        name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for name, value in row.items()
    }
