"""The note's citations as JSON-LD: an annotation page of the W3C Web Annotation Data Model.

Each sentence of the note is the body of an annotation, the words that it cites are its targets.
The statement is named by its address, or by its digest (RFC 6920, "Naming Things with Hashes").
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from summarize.records import Citation, Entry, Note
from summarize.render import words
from summarize.render.compose import compose, public_address
from summarize.render.seal import UNSEALED, seal

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
SEAL: Final = {"seal": "urn:x-pksum:seal"}
"""What the property "seal" means; the context of the annotations does not define it."""


def to_jsonld(note: Note) -> str:
    """The annotation page on several lines, ending in a newline."""
    digest = digest_name(note.statement.sha256)
    items = [_complete(note, one) for one in annotate(note)]
    collection = {
        "id": f"{digest}#annotations",
        "type": "AnnotationCollection",
        "label": words.title(note.statement),
        "total": len(items),
    }
    page = {
        "@context": [CONTEXT, SEAL],
        "id": f"{digest}#note",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": items,
        "seal": UNSEALED,
    }
    return seal(json.dumps(page, ensure_ascii=False, indent=1) + "\n")


def annotate(note: Note) -> Iterator[dict[str, Any]]:
    """An annotation for every part of the note that cites something, in the note's order."""
    view = compose(note)
    for line, cited in zip(view.in_brief, note.in_brief, strict=True):
        yield _annotation(line.anchor, "describing", [_body(cited.text)], cited.citations)
    for item, entry in zip(view.points + view.passages, note.points + note.passages, strict=True):
        yield _annotation(item.anchor, "describing", _bodies(entry), entry.citations)
    for number, ask in enumerate(note.asks, 1):
        text = f"{ask.actor}: {ask.action}" if ask.actor else ask.action
        yield _annotation(f"ask{number}", "highlighting", [_body(text)], ask.citations)
    for number, one in enumerate(note.commitments, 1):
        yield _annotation(f"c{number}", "highlighting", [_body(one.action)], one.citations)


def digest_name(sha256: str) -> str:
    """The name of a text by its SHA-256 in hexadecimal: "ni:///sha-256;…" (RFC 6920)."""
    encoded = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{encoded}"


def _annotation(
    anchor: str, motivation: str, body: list[dict[str, Any]], citations: Sequence[Citation]
) -> dict[str, Any]:
    targets = [{"type": "SpecificResource", "selector": _selectors(c)} for c in citations]
    return {"id": anchor, "motivation": motivation, "body": body, "target": targets}


def _complete(note: Note, annotation: dict[str, Any]) -> dict[str, Any]:
    """``annotation`` with its name, its maker, and the source and state of its targets."""
    statement, made = note.statement, note.made
    digest = digest_name(statement.sha256)
    source: dict[str, Any] = {"id": public_address(statement.source) or digest, "type": "Text"}
    if statement.language:
        source["language"] = statement.language
    state = {"type": "TimeState", "cached": digest}
    return {
        **annotation,
        "id": f"{digest}#{annotation['id']}",
        "type": "Annotation",
        "created": f"{made.date}T00:00:00Z",
        "generator": {"id": "urn:x-pksum", "type": "Software", "name": f"pksum {made.pksum}"},
        "target": [{**t, "source": source, "state": state} for t in annotation["target"]],
    }


def _selectors(citation: Citation) -> list[dict[str, Any]]:
    quote = {"exact": citation.exact, "prefix": citation.prefix, "suffix": citation.suffix}
    return [
        {"type": "TextPositionSelector", "start": citation.start, "end": citation.end},
        {"type": "TextQuoteSelector", **quote},
    ]


def _bodies(entry: Entry) -> list[dict[str, Any]]:
    heading = entry.condensation.heading
    tag = [_body(heading, "tagging")] if heading else []
    return [*tag, _body(entry.text)]


def _body(text: str, purpose: str = "describing") -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "value": text,
        "format": "text/plain",
        "language": "en",
        "purpose": purpose,
    }
