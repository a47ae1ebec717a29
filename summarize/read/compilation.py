"""Compilations of written statements: a letter of the Council's President with an annex a speaker.

So the Security Council published its video-teleconferences of 2020 and 2021: "Annex 12, Statement
by the Permanent Representative of … to the United Nations, …".
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

from summarize.page.dates import find_dates
from summarize.page.lexicon import load
from summarize.read.record import Turn
from summarize.records import Span

_FEWEST = 2
_FEWEST_WORDS = 12
_SYMBOL = re.compile(r"\b(?P<symbol>[SA]/\d{2,4}/\d{1,4})\b")
_SUBJECT = re.compile(r"[“\"](?P<subject>[^“”\"]{4,300})[”\"]")
_HEAD = 6000
_BODIES = {"S": "Security Council", "A": "General Assembly"}


@cache
def _annex() -> re.Pattern[str]:
    data = load("record.en.toml")
    heads, forms = "|".join(data["annexes"]), "|".join(data["annexed"])
    return re.compile(
        rf"^[ \t]*(?:{heads})[ \t]*\n\s*(?P<title>(?:{forms})\s+(?:by|of|from|on behalf of)\s"
        r"[^\n]+(?:\n(?!\s*\n)[^\n]+){0,4})",
        re.MULTILINE,
    )


@cache
def _added() -> re.Pattern[str]:
    return re.compile(
        rf"^[ \t]*(?:{'|'.join(load('record.en.toml')['added'])})[ \t]*$", re.MULTILINE
    )


def is_compilation(text: str) -> bool:
    """Whether ``text`` holds annexes, each titled as a statement."""
    found = zip(_annex().finditer(text), range(_FEWEST), strict=False)
    return sum(1 for _ in found) == _FEWEST


def split_compilation(text: str) -> tuple[Turn, ...]:
    """The annexed statements in order, each with its title and what the letter says of all."""
    matches = list(_annex().finditer(text))
    meeting = MappingProxyType(_meeting(text, matches[0].start() if matches else 0))
    ends = [match.start() for match in matches[1:]] + [len(text)]
    turns = []
    for match, end in zip(matches, ends, strict=True):
        said = text[match.start("title") : end].rstrip()
        if len(text[match.end("title") : end].split()) >= _FEWEST_WORDS:
            title = Span(0, match.end("title") - match.start("title"))
            marked = tuple(Span(*found.span()) for found in _added().finditer(said))
            turns.append(Turn(said, marked, {}, meeting, title=title))
    return tuple(turns)


def _meeting(text: str, end: int) -> dict[str, str]:
    """What the letter says of the meeting: the first symbol, the day of the meeting, its subject."""
    head = text[: min(end, _HEAD)]
    found: dict[str, str] = {}
    symbol = _SYMBOL.search(head)
    if symbol:
        found |= {"symbol": symbol["symbol"], "body": _BODIES[symbol["symbol"][0]]}
    held = re.search(r"\b(?:convened|held)\b", head)
    dates = find_dates(head, held.end() if held else 0) or find_dates(head)
    if held and dates and len(dates[0][1]) == len("2020-10-02"):
        found["date"] = dates[0][1]
    subject = _SUBJECT.search(head)
    if subject:
        found["subject"] = " ".join(subject["subject"].split())
    return found
