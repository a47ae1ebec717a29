"""The State that a speaker calls his own: "my country, X", "on behalf of the people of X, I …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summarize.masthead.countries import code_of_adjective, is_state, state_at, state_before
from summarize.page.lexicon import voice
from summarize.records import Span

Found = tuple[str, Span]
"""The code of a State, and where it is named."""

_NAME = r"\s+(?=(?:the\s+)?[A-Z])"
_FIRST = r"\b(?:I|[Mm]e|[Ww]e|[Uu]s|[Oo]ur|[Mm]y|[Ll]et|[Aa]llow|[Mm]ay)\b"
_NEAR = 40
"""Characters between the first person and "on behalf of" ("I should like to extend, on behalf of")."""
_GIVEN = r"(?:(?!\b(?:for|at|by|about|over|in|with|against)\b)[^.;:?!])"
"""Up to what is brought; "gratitude for the goodwill of the people of X" brings nothing of theirs."""
_AFTER = re.compile(rf"(?:[,;]?\s+)?{_FIRST}")
_CLOSED = re.compile(r"(?:\s[A-Z]\w+)?\s*(?:[,.;:?!)–—-]|$)")
_MORE = re.compile(r"(?:\s+and|,(?:\s+and)?|,?\s+as\s+well\s+as|(?P<of>\s+of(?=\s+[A-Z])))\s+")
ADJECTIVE = r"(?P<word>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"


@dataclass(frozen=True)
class _Patterns:
    own: re.Pattern[str]
    apposed: re.Pattern[str]
    after: re.Pattern[str]
    behalf: re.Pattern[str]
    adjective: re.Pattern[str]
    office: re.Pattern[str]
    in_office: re.Pattern[str]
    greets: re.Pattern[str]
    others: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = {key: "|".join(found) for key, found in voice().items() if isinstance(found, list)}
    country, side = voice()["country"], voice()["side"]
    behalf = r"\b(?:[Oo]n\s+behalf|[Ii]n\s+the\s+name)\s+of"
    office = rf"(?:the\s+)?(?:{data['offices']})\s+of"
    return _Patterns(
        own=re.compile(rf"\b(?:{country}|{data['own']}){_NAME}", re.IGNORECASE),
        apposed=re.compile(rf"\b{country}\s*,{_NAME}", re.IGNORECASE),
        after=re.compile(rf",\s+(?:which\s+is\s+)?{country}(?=\s*[,.;:)])", re.IGNORECASE),
        behalf=re.compile(rf"{behalf}\s+(?:{side}){{0,4}}(?<=\s)(?=(?:the\s+)?[A-Z])"),
        adjective=re.compile(
            rf"{behalf}\s+the\s+{ADJECTIVE}\s+(?:delegation|Government|people|nation)\b"
        ),
        office=re.compile(rf"\b[Aa]s\s+{office}{_NAME}"),
        in_office=re.compile(
            rf"\b(?:I\s+am\s+(?:here\s+as\s+)?|(?:I\s+(?:speak|stand|come)\b[^.,;]{{0,40}}|me\s+)as\s+)"
            rf"{office}{_NAME}"
        ),
        greets=re.compile(
            rf"\b(?:I|we|me|us)\s+(?:[a-z]+\s+){{0,6}}?(?:{data['brings']})(?:ing)?\b{_GIVEN}{{0,90}}?"
            rf"\b(?:{data['gifts']}|those)\s+(?:of|from)\s+(?:{side}){{1,4}}(?=(?:the\s+)?[A-Z])"
        ),
        others=re.compile(rf"\b(?:{data['others']}|{data['spoken_by_others']})\b"),
    )


def own_states(text: str, start: int, end: int) -> list[Found]:
    """The States that the speaker of ``text[start:end]`` calls his own, where he does so."""
    found = (
        *_plainly(text, start, end),
        *_on_behalf(text, start, end),
        *_in_office(text, start, end),
    )
    return [(code, place) for code, place in found if is_state(code)]


def _plainly(text: str, start: int, end: int) -> Iterator[Found]:
    """ "My country, X", "X, my country", "we in X"; and greetings from the people of X."""
    patterns = _patterns()
    for pattern in (patterns.own, patterns.in_office, patterns.greets):
        for match in pattern.finditer(text, start, end):
            yield from _single(text, match.end())
    for match in patterns.apposed.finditer(text, start, end):
        state = state_at(text, match.end())
        if state and _CLOSED.match(text, state[2]):
            yield state[0], Span(state[1], state[2])
    for match in patterns.after.finditer(text, start, end):
        state = state_before(text, match.start())
        if state:
            yield state[0], Span(state[1], state[2])


def _on_behalf(text: str, start: int, end: int) -> Iterator[Found]:
    """ "On behalf of the people of X, I …", "I wish, in the name of the X-ian delegation, to …"."""
    for match in _patterns().behalf.finditer(text, start, end):
        for code, place in _single(text, match.end()):
            if _is_first_person(text, start, match.start(), place.end):
                yield code, place
    for match in _patterns().adjective.finditer(text, start, end):
        known = code_of_adjective(match["word"])
        if known and _is_first_person(text, start, match.start(), match.end()):
            yield known, Span(*match.span("word"))


def _in_office(text: str, start: int, end: int) -> Iterator[Found]:
    """ "As President of X, I …"."""
    for match in _patterns().office.finditer(text, start, end):
        for code, place in _single(text, match.end()):
            if _AFTER.match(text, place.end):
                yield code, place


def _single(text: str, at: int) -> Iterator[Found]:
    """The State named at ``at``, unless others are named with it ("Fiji, Tonga and Samoa")."""
    state = state_at(text, at)
    if state:
        more = _MORE.match(text, state[2])
        if not (more and (more["of"] or state_at(text, more.end()))):
            yield state[0], Span(state[1], state[2])


def _is_first_person(text: str, start: int, begin: int, end: int) -> bool:
    """Whether the first person stands just after ``end``, or before ``begin`` and no other speaks."""
    if _AFTER.match(text, end):
        return True
    before = re.split(r"[.;:?!]", text[max(start, begin - _NEAR) : begin])[-1]
    return bool(re.search(_FIRST, before)) and not _patterns().others.search(before)
