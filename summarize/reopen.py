"""A note read back from its JSON, and a page checked before it is shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from summarize.errors import InputError
from summarize.note import attributed
from summarize.records import (
    Ask,
    Checks,
    Citation,
    Cited,
    Commitment,
    Condensation,
    Division,
    Entry,
    Finding,
    Made,
    Mention,
    Note,
    Passage,
    Sentence,
    Series,
    Span,
    Statement,
)
from summarize.render.json import FIELDS, FORMAT
from summarize.render.seal import MARKS, is_sealed

Json = Mapping[str, Any]


def reopen(path: Path, *, force: bool = False) -> Note | Path:
    """The note in ``path``: as a value where it is JSON, as the path itself where it is a page.

    Args:
        path: a note in JSON or HTML.
        force: take also one that was edited after it was written.

    Raises:
        InputError: it cannot be read, is no note, or was edited.
    """
    try:
        text = path.read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"'{path}' cannot be read as a note in JSON or HTML") from error
    is_page = text.lstrip()[:15].lower().startswith("<!doctype html") and MARKS[0] in text
    note = path if is_page else read_note(text, path.name)
    if not force and not is_sealed(text):
        raise InputError(
            f"'{path}' was edited after pksum wrote it; --force shows it all the same"
            + ("" if is_page else f", 'pksum verify {path}' says what no longer holds")
        )
    return note


def read_note(text: str, name: str) -> Note:
    """The note that ``text`` holds in the format ``pksum-note/1``.

    Args:
        text: one JSON object.
        name: what to call it in an error.

    Raises:
        InputError: it is no such note.
    """
    wrong = f"'{name}' is no note of the format {FORMAT}, in JSON or as a page"
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(wrong) from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise InputError(wrong)
    try:
        return _note(plain)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise InputError(
            f"{wrong}: something is missing in it, or not what it should be"
        ) from error


def _note(plain: Json) -> Note:
    statement = _statement(plain)
    sentences = tuple(Sentence(**one) for one in plain["sentences"])
    points = tuple(_entry(one, statement, sentences) for one in plain["points"])
    passages = tuple(_entry(one, statement, sentences) for one in plain["passages"])
    return Note(
        statement,
        Division(
            plain["division"],
            sentences,
            _span(plain["opening"]),
            tuple(entry.passage for entry in points),
            tuple(entry.passage for entry in passages),
            _span(plain["closing"]),
            statement.boilerplate,
            tuple(Series(**one) for one in plain["series"]),
        ),
        tuple(Cited(one["text"], _citations(one)) for one in plain["in_brief"]),
        points,
        passages,
        tuple(Ask(one["actor"], one["action"], _citations(one)) for one in plain["asks"]),
        tuple(Commitment(one["action"], _citations(one)) for one in plain["commitments"]),
        tuple(Mention(**one) for one in plain["figures"]),
        tuple(Mention(**one) for one in plain["references"]),
        Checks(**{**plain["checks"], "notices": tuple(plain["checks"]["notices"])}),
        Made(**plain["made"]),
    )


def _statement(plain: Json) -> Statement:
    known = plain["statement"]
    statement = Statement(
        known["text"],
        known["source"],
        **{name: known[name] for name in FIELDS},
        spans={name: Span(*ends) for name, ends in known["spans"].items()},
        boilerplate=tuple(Span(**one) for one in plain["boilerplate"]),
    )
    if statement.sha256 != known["sha256"]:
        raise ValueError("the digest is not the text's")
    return statement


def _entry(plain: Json, statement: Statement, sentences: Sequence[Sentence]) -> Entry:
    own = tuple(s for s in sentences if plain["start"] <= s.start and s.end <= plain["end"])
    if not own or (own[0].start, own[-1].end) != (plain["start"], plain["end"]):
        raise ValueError("a part is not made of whole sentences")
    passage = Passage(
        own,
        plain.get("series"),
        plain.get("number"),
        plain.get("label", ""),
        plain["attribution"],
    )
    citations = _citations(plain)
    cited = {citation.start for citation in citations}
    condensation = Condensation(
        plain["condensation"],
        plain["raw"],
        plain["status"],
        plain["heading"],
        tuple(Finding(**one) for one in plain["findings"]),
        tuple(index for index, sentence in enumerate(own) if sentence.start in cited),
    )
    return Entry(passage, attributed(statement, passage, condensation), condensation, citations)


def _citations(plain: Json) -> tuple[Citation, ...]:
    every: Iterable[Json] = plain["citations"]
    return tuple(Citation(**one) for one in every)


def _span(plain: Mapping[str, int] | None) -> Span | None:
    return Span(**plain) if plain else None
