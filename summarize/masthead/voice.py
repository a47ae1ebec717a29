"""The State for which a speaker speaks, where the speech itself says so beyond doubt."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from summarize.masthead.countries import (
    code_of_adjective,
    is_state,
    shown_as,
    state_at,
    state_before,
)
from summarize.masthead.title import Field
from summarize.page.lexicon import voice
from summarize.records import Span

# A speaker has said "my country" by then.
_REACH = 200_000
# A State that is rightly taken for the speaker's speaks of itself so much more than any other.
_AHEAD = 3

_NAME = r"\s+(?=(?:the\s+)?[A-Z])"
_FIRST_PERSON = re.compile(r"(?:[,;]?\s+)?\b(?:I|me|we|our|my|let|allow|may)\b", re.IGNORECASE)
_DELEGATION_OF = re.compile(rf"\b[Tt]he (?:delegation|Government) of{_NAME}")
_ADJECTIVE_DELEGATION = re.compile(
    r"\b(?:[Tt]he|[Mm]y)\s+(?P<word>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+delegation(?=\s)"
)


@dataclass(frozen=True)
class _Patterns:
    own: re.Pattern[str]
    by_context: re.Pattern[str]
    oblique: re.Pattern[str]
    says: re.Pattern[str]
    doubtful: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = {key: "|".join(found) for key, found in voice().items() if isinstance(found, list)}
    says = f"{data['avows']}|{data['holds']}|{data['doubtful']}"
    return _Patterns(
        own=re.compile(rf"\b(?:{data['own']}){_NAME}", re.IGNORECASE),
        by_context=re.compile(rf"\b(?:{data['own_by_context']}){_NAME}", re.IGNORECASE),
        oblique=re.compile(rf"\b(?:{data['oblique']})\s+(?:the\s+)?$", re.IGNORECASE),
        says=re.compile(rf",?\s{{1,4}}(?:(?:{data['adverbs']})\s+)*(?:{says})\b"),
        doubtful=re.compile(rf"\b(?:{data['doubtful']})$"),
    )


def _named(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """The States that the speaker calls his own, or whose delegation speaks."""
    found: list[tuple[str, Span]] = []
    for match in _patterns().own.finditer(text, start, end):
        state = state_at(text, match.end())
        if state:
            found.append((state[0], Span(state[1], state[2])))
    for match in _patterns().by_context.finditer(text, start, end):
        state = state_at(text, match.end())
        before = _FIRST_PERSON.search(text, max(start, match.start() - 40), match.start())
        if state and (before or _FIRST_PERSON.match(text, state[2])):
            found.append((state[0], Span(state[1], state[2])))
    for match in _DELEGATION_OF.finditer(text, start, end):
        state = state_at(text, match.end())
        if state and _patterns().says.match(text, state[2]):
            found.append((state[0], Span(state[1], state[2])))
    for match in _ADJECTIVE_DELEGATION.finditer(text, start, end):
        code = code_of_adjective(match["word"])
        if code and _patterns().says.match(text, match.end()):
            found.append((code, Span(*match.span("word"))))
    return found


def _speaking(text: str, start: int, end: int) -> list[tuple[str, Span, bool]]:
    """The States that hold something, where, and whether one says so of itself alone."""
    found: list[tuple[str, Span, bool]] = []
    for match in _patterns().says.finditer(text, start, end):
        state = state_before(text, match.start())
        if not state or not is_state(state[0]):
            continue
        if _patterns().oblique.search(text, max(start, state[1] - 40), state[1]):
            continue
        certain = not _patterns().doubtful.search(match.group())
        found.append((state[0], Span(state[1], state[2]), certain))
    return found


def find_delegation(text: str, start: int, end: int) -> Field | None:
    """The State that the first person of a statement means, or None where that is not certain.

    Certain is a State that the speaker calls "my country" or whose delegation says what only a
    delegation says, and no other so; else one that says of itself what speakers say ("X calls
    for", "X stands ready"), and does so three times as often as any other.
    """
    end = min(end, start + _REACH)
    named = [(code, place) for code, place in _named(text, start, end) if is_state(code)]
    if named:
        if len({code for code, _ in named}) > 1:
            return None
        code, place = named[0]
        return shown_as(place.of(text), code), place
    speaking = _speaking(text, start, end)
    counts = Counter(code for code, _, _ in speaking).most_common(2)
    if not counts or (len(counts) == 2 and counts[1][1] * _AHEAD > counts[0][1]):
        return None
    code = counts[0][0]
    if counts[0][1] == 1 and not speaking[0][2]:
        return None
    place = next(place for found, place, _ in speaking if found == code)
    return shown_as(place.of(text), code), place
