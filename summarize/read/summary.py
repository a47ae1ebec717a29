"""Summary records of United Nations meetings: what each speaker said, in the third person.

A speaker is named once in full, "Mr. Name (State)", where he begins; the paragraphs that follow
without a new name are his as well. What the Chair says to run the meeting is no statement.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

from summarize.masthead.countries import code_of, shown_as
from summarize.masthead.title import Fields, field
from summarize.page.dates import find_dates
from summarize.page.lexicon import alternatives, load, words
from summarize.read.record import Turn
from summarize.records import Span

_SYMBOL = re.compile(r"\b(?P<symbol>[A-Z]{1,6}(?:/[A-Z0-9.-]+){0,4}/SR\.\d+(?:/Add\.\d+)?)\b")
_TITLE = re.compile(r"Summary record\b[^\n]{0,60}?\bof the (?P<meeting>[^\n]{3,60}?meeting)\b")
_AGENDA = re.compile(
    r"^[ \t]*Agenda item \d+(?:\s*\(\w+\))?\s*:\s*(?P<item>[^\n]{4,200})$", re.MULTILINE
)
_HEAD = 5000
_FEWEST_WORDS = 12


def is_summary(text: str) -> bool:
    """Whether ``text`` is a summary record: its title says so, or its symbol does, and it names
    at least one speaker as such records do.
    """
    head = text[:_HEAD]
    return bool(_TITLE.search(head) or _SYMBOL.search(head)) and bool(_turn().search(text))


@cache
def _turn() -> re.Pattern[str]:
    data = load("record.en.toml")
    name = rf"(?:[^\W\d_a-zß-ÿ][\w.’'-]*|{'|'.join(data['particles'])})"
    return re.compile(
        rf"^[ \t]*(?:\d{{1,3}}\.\s+)?(?:(?P<chair>(?:{'|'.join(data['functions'])})\b)|"
        rf"(?P<who>(?:{alternatives(data['designations'])})(?:\s{name}){{1,8}}?)"
        r"\s\((?P<of>[^()]{2,120}(?:\([^()]{2,60}\)[^()]{0,40})?)\))",
        re.MULTILINE,
    )


@cache
def _stage() -> re.Pattern[str]:
    return re.compile(
        rf"^[ \t]*(?:{'|'.join(load('record.en.toml')['stage'])})[ \t]*$", re.MULTILINE
    )


def split_summary(text: str) -> tuple[Turn, ...]:
    """What each speaker said, in order; empty where nobody is named."""
    matches = list(_turn().finditer(text))
    known = MappingProxyType(_meeting(text, matches[0].start() if matches else 0))
    ends = [match.start() for match in matches[1:]] + [len(text)]
    found = (_of(text, match, end, known) for match, end in zip(matches, ends, strict=True))
    return tuple(turn for turn in found if turn is not None)


def _of(
    text: str, match: re.Match[str], end: int, known: MappingProxyType[str, str]
) -> Turn | None:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    said = text[start:end].rstrip()
    if match["who"] is None or len(said.split()) < _FEWEST_WORDS:
        return None
    who = field(text, *match.span("who"))
    fields: Fields = {"speaker": (who[0], _moved(who[1], start))}
    place = _moved(Span(*match.span("of")), start)
    state = " ".join(match["of"].split())
    code = code_of(state)
    if code:
        fields["delegation"] = (shown_as(state, code), place)
    elif words().rank.match(state):
        fields["role"] = (state, place)
    marked = [Span(*found.span()) for found in _stage().finditer(said)]
    return Turn(said, tuple(marked), fields, known, kind="record")


def _moved(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)


def _meeting(text: str, end: int) -> dict[str, str]:
    head = text[: min(end, _HEAD)]
    found: dict[str, str] = {}
    for name, pattern in (("symbol", _SYMBOL), ("meeting", _TITLE), ("subject", _AGENDA)):
        match = pattern.search(head)
        if match:
            found[name] = " ".join(match["item" if name == "subject" else name].split())
    body = words().body.findall(head)
    if body:
        found["body"] = words().bodies[" ".join(body[-1].split()).lower()]
    held = re.search(r"\bHeld (?:at|on|in|virtually|by)\b", head)
    dates = find_dates(head, held.end()) if held else ()
    if dates and len(dates[0][1]) == len("2020-10-26"):
        found["date"] = dates[0][1]
    return found
