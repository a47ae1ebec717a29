"""Check a note that was made before: its seal, its source, its citations, its condensations."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from summarize.cite import locate
from summarize.errors import InputError
from summarize.records import Citation, Source
from summarize.render.json import FORMAT
from summarize.render.seal import is_sealed
from summarize.verify import verify

Json = Mapping[str, Any]


def recheck(path: Path, source: str | None = None, *, offline: bool = False) -> list[str]:
    """What is wrong with the note in ``path``, a line for each fault; empty where it holds.

    Args:
        path: a note in JSON.
        source: the statement to check against; by default the text that the note carries.
        offline: refuse an address as source.

    Raises:
        InputError: the note or the source cannot be read.
    """
    raw, note = _load(path)
    texts = _texts(note, source, offline=offline)
    faults = [] if is_sealed(raw) else ["the note was edited after pksum wrote it"]
    wanted = note["statement"]["sha256"]
    text = next((text for text in texts if _sha256(text) == wanted), None)
    if text is None:
        faults.append("the source's digest differs: it is not the text the note was made from")
        text = texts[0]
    for name, part in _parts(note):
        faults += [f"{name}: {fault}" for fault in _citation_faults(part, text)]
    for name, entry in _entries(note):
        faults += [f"{name}: {fault}" for fault in _claim_faults(entry, note, text)]
    return faults


def _load(path: Path) -> tuple[str, Json]:
    try:
        raw = path.read_text("utf-8", "surrogatepass")
        note = json.loads(raw)
    except (OSError, ValueError) as error:
        raise InputError(f"'{path}' cannot be read as a note in JSON") from error
    if not isinstance(note, dict) or note.get("format") != FORMAT:
        raise InputError(f"'{path}' is no note of the format {FORMAT}")
    return raw, note


def _texts(note: Json, source: str | None, *, offline: bool) -> list[str]:
    """The texts to look in: the note's own, or those of ``source`` (a record has several)."""
    if source is None:
        return [note["statement"]["text"]]
    from summarize.read import read

    return [statement.text for statement in read(source, offline=offline)]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _entries(note: Json) -> Iterator[tuple[str, Json]]:
    yield from ((f"point {i}", entry) for i, entry in enumerate(note["points"], 1))
    yield from ((f"passage {i}", entry) for i, entry in enumerate(note["passages"], 1))


def _parts(note: Json) -> Iterator[tuple[str, Json]]:
    """Everything in a note that carries citations."""
    yield from ((f"in brief {i}", part) for i, part in enumerate(note["in_brief"], 1))
    yield from _entries(note)
    yield from ((f"ask {i}", part) for i, part in enumerate(note["asks"], 1))
    yield from ((f"commitment {i}", part) for i, part in enumerate(note["commitments"], 1))


def _citation_faults(part: Json, text: str) -> Iterator[str]:
    if not part["citations"]:
        yield "it cites nothing"
    for one in part["citations"]:
        anchor = Citation(**one)
        place = locate(anchor, text)
        if place is None:
            yield f"the words cited at {anchor.start}–{anchor.end} are not in the source"
        elif place.start != anchor.start:
            yield f"the words cited at {anchor.start}–{anchor.end} now stand at {place.start}"


def _claim_faults(entry: Json, note: Json, text: str) -> Iterator[str]:
    """What verifying finds again in a condensation, measured against its point's words."""
    passage = text[entry["start"] : entry["end"]]
    if entry["status"] == "verbatim":
        if not all(one["exact"] in entry["condensation"] for one in entry["citations"]):
            yield "it is not in the words that it cites"
        return
    source = Source((passage,), note["statement"]["delegation"], context=text)
    for finding in verify(entry["condensation"], source):
        if finding.severity == "blocking":
            yield f"{finding.kind}: {finding.message}"
