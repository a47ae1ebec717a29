"""The masthead of a document: who spoke, for whom, where, when and on what.

Every field is read from the text; what is not found is None and never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from summarize.masthead.behalf import find_behalf
from summarize.masthead.kind import find_agency, find_kind
from summarize.masthead.language import find_language
from summarize.masthead.title import Field, Fields, field, find_body, read_title
from summarize.masthead.voice import find_delegation
from summarize.page.boilerplate import Layout
from summarize.page.dates import find_dates
from summarize.records import Span, Statement

__all__ = ["with_masthead"]

_SYMBOL = re.compile(
    r"(?<![\w/.])(?:S|A|E|ST|CD|DP|T|NPT|HSP|UNEP|FCCC|CCPR|CEDAW|SC|GA|SG|DC|DSG|PBC|ECOSOC|HR)/(?:[A-Z0-9][\w.-]*)"
    r"(?:/[A-Z0-9][\w.-]*)*(?:\s\(\d{4}\)|\s\((?:Resumption|Part)\s\w+\))?(?![\w/])"
)
_BEHALF = re.compile(r"\bon\s+behalf\s+of\s+(?:the\s+)?", re.IGNORECASE)
_REPRESENTED = re.compile(
    r"\bPermanent Representative of (?:the )?"
    r"(?:(?:[A-Z]\w+ )*(?:Republic|Kingdom|State|Commonwealth|Principality) of )?"
    r"(?P<state>[A-Z][\w'’-]+(?:(?: and)? [A-Z][\w'’-]+)*)"
)
_BEHALF_END = re.compile(
    r",?\s+(?:at|on|to the (?:UN|United|Security|General)|before|during|in)\s|[\n,–—(]"
)


def _body_text(text: str, layout: Layout) -> str:
    """The text with its boilerplate blanked, so that places stay what they are."""
    pieces, at = [], 0
    for span in layout.boilerplate:
        pieces += [text[at : span.start], " " * (span.end - span.start)]
        at = span.end
    return "".join(pieces) + text[at:]


def _find_date(text: str, layout: Layout, language: str) -> Field | None:
    """The title's own date, else the first of the page's head, else of its foot."""
    lines = (*layout.head, *layout.tail)
    dated = [line.span for line in lines if line.label in {"date", "byline"}]
    others = [line.span for line in layout.head if line.label in {"other", "furniture"}]
    spans = [layout.title] if layout.title else []
    spans += dated + others + ([layout.dateline] if layout.dateline else [])
    partial: Field | None = None
    for span in spans:
        for place, iso in find_dates(text, span.start, span.end, language):
            if len(iso) == len("2021-05-24"):
                return iso, place
            partial = partial or (iso, place)
    return partial


def _find_symbol(text: str, layout: Layout) -> Field | None:
    for line in layout.head:
        match = _SYMBOL.search(text, line.start, line.end)
        if match:
            return field(text, *match.span())
    return None


def _titled_behalf(text: str, title: Span) -> Field | None:
    match = _BEHALF.search(text, title.start, title.end)
    if not match:
        return None
    end = _BEHALF_END.search(text, match.end(), title.end)
    return field(text, match.end(), end.start() if end else title.end)


def _titled_state(text: str, title: Span) -> Field | None:
    """The State whose permanent representative the title names, also one that no list knows."""
    match = _REPRESENTED.search(text, title.start, title.end)
    return field(text, *match.span("state")) if match else None


def _from_voice(text: str, layout: Layout) -> Fields:
    body = _body_text(text, layout)
    others, own = find_behalf(body, layout.body.start, layout.body.end)
    fields: Fields = {}
    if others:
        fields["on_behalf_of"] = others
    delegation = own or find_delegation(body, layout.body.start, layout.body.end)
    if delegation:
        fields["delegation"] = delegation
    return fields


def _head_fields(text: str, layout: Layout, language: str) -> Fields:
    fields: Fields = {}
    if layout.title:
        fields.update(read_title(text, layout.title))
        behalf = _titled_behalf(text, layout.title) if fields else None
        if behalf:
            fields["on_behalf_of"] = behalf
        state = _titled_state(text, layout.title)
        if state:
            fields.setdefault("delegation", state)
    for name, found in (
        ("date", _find_date(text, layout, language)),
        ("symbol", _find_symbol(text, layout)),
    ):
        if found:
            fields[name] = found
    for line in layout.head:
        if line.label in {"other", "furniture"} and "body" not in fields:
            fields.update(find_body(text, line.start, line.end))
    return fields


def with_masthead(
    statement: Statement, layout: Layout, declared: Mapping[str, str] = MappingProxyType({})
) -> Statement:
    """``statement`` with all that its text says of itself, each field with its span.

    Takes a statement that holds its text, the layout of that text, and what the document
    declares outside it ("date", "site", "language"). Fields that the statement has already are
    kept; what is declared stands in where the text says nothing.
    """
    text = statement.text
    language = statement.language or find_language(layout.body.of(text))
    fields = _head_fields(text, layout, language or "en")
    titled = any(line.label == "title" for line in layout.head)
    agency = find_agency(text, layout)
    kind = find_kind(text, layout, language or "en", titled, agency is not None)
    if kind in {"press-report", "article"}:
        fields = {key: value for key, value in fields.items() if key in {"date", "symbol"}}
        if agency:
            fields["agency"] = agency
    elif kind == "statement":
        fields = _from_voice(text, layout) | fields
    if layout.title:
        fields["title"] = field(text, layout.title.start, layout.title.end)
    language = language or declared.get("language")
    filled = _filled(statement, fields, kind=kind, language=language)
    return _declared(filled, declared)


def _declared(statement: Statement, declared: Mapping[str, str]) -> Statement:
    date = re.match(r"\d{4}-\d{2}-\d{2}", declared.get("date", ""))
    if statement.date is None and date:
        statement = replace(statement, date=date.group())
    if statement.agency is None and statement.kind in {"press-report", "article"}:
        statement = replace(statement, agency=declared.get("site"))
    if statement.title is None:
        statement = replace(statement, title=declared.get("title"))
    return statement


def _filled(statement: Statement, fields: Fields, **given: str | None) -> Statement:
    values = {key: value for key, (value, _) in fields.items()}
    spans = {key: span for key, (_, span) in fields.items()}
    known = {key: v for key in values if (v := getattr(statement, key)) is not None}
    kept = {key: span for key, span in spans.items() if key not in known}
    return replace(statement, **(values | given | known), spans={**kept, **statement.spans})
