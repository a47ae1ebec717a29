"""The State for which a speaker speaks, where the speech itself says so beyond doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summarize.masthead.countries import (
    code_of_adjective,
    is_state,
    shown_as,
    state_at,
    state_before,
)
from summarize.masthead.own import ADJECTIVE, Found, own_states
from summarize.masthead.title import Field
from summarize.page.lexicon import voice
from summarize.records import Span

# A speaker has said "my country" by then.
_REACH = 200_000
# A State that is rightly taken for the speaker's speaks of itself so much more than any other.
_AHEAD = 3

_NEAR = 40
"""Characters between the first person and what it reaffirms."""

_FIRST = r"\b(?:I|[Ww]e|me|us)\b"

_SIDE_OF = re.compile(r"\b[Tt]he (?P<side>delegation|Government) of\s+(?=(?:the\s+)?[A-Z])")
_ADJECTIVE_DELEGATION = re.compile(rf"\b(?:[Tt]he|[Mm]y)\s+{ADJECTIVE}\s+delegation(?=\s)")


@dataclass(frozen=True)
class _Patterns:
    oblique: re.Pattern[str]
    says: re.Pattern[str]
    doubtful: re.Pattern[str]
    delegated: re.Pattern[str]
    side: re.Pattern[str]
    adjective: re.Pattern[str]
    that: re.Pattern[str]
    attitude: re.Pattern[str]
    attitude_of: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = {key: "|".join(found) for key, found in voice().items() if isinstance(found, list)}
    says = f"{data['avows']}|{data['holds']}|{data['doubtful']}"
    reaffirms = rf"{_FIRST}[^.;:?!]{{0,{_NEAR}}}?\b(?:{data['reaffirms']})"
    before = rf",?\s{{1,4}}(?:(?:{data['adverbs']})\s+)*"
    return _Patterns(
        oblique=re.compile(rf"\b(?:{data['oblique']})\s+[“\"‘]?(?:the\s+)?$", re.IGNORECASE),
        says=re.compile(rf"{before}(?:{says})\b"),
        doubtful=re.compile(rf"\b(?:{data['doubtful']})$"),
        delegated=re.compile(rf"{before}(?:{says}|{data['delegated']})\b"),
        side=re.compile(rf"\b[Tt]he\s+(?:[A-Z]\w+\s+)?(?:{data['sides']})\s+of\s+(?:the\s+)?$"),
        adjective=re.compile(rf"\b[Tt]he\s+{ADJECTIVE}\s+(?:Government|delegation)$"),
        that=re.compile(
            rf"{_FIRST}[^.;:?!]{{0,40}}\b(?:{data['reaffirms']}|{data['stresses']})"
            r"[^.;:?!]{0,40}\bthat\s+(?:the\s+)?$"
        ),
        attitude=re.compile(
            rf"{reaffirms}\s+(?:(?:{data['asides']}),?\s+){{0,3}}(?=(?:the\s+)?[A-Z][^.;:?!]{{2,60}}['’]s?"
            rf"\s+(?:[a-z-]+\s+(?:and\s+)?){{0,3}}(?:{data['attitudes']}|{data['stances']})\b)"
        ),
        attitude_of=re.compile(
            rf"{reaffirms}\s+(?:(?:{data['asides']}),?\s+){{0,3}}the\s+(?:[a-z-]+\s+(?:and\s+)?){{0,3}}"
            rf"(?:{data['attitudes']})\s+of\s+(?:{voice()['side']}){{0,4}}(?=(?:the\s+)?[A-Z])"
        ),
    )


def _delegations(text: str, start: int, end: int) -> list[Found]:
    """The States whose delegation says what only a delegation says."""
    found: list[Found] = []
    for match in _SIDE_OF.finditer(text, start, end):
        state = state_at(text, match.end())
        says = _patterns().delegated if match["side"] == "delegation" else _patterns().says
        if state and says.match(text, state[2]):
            found.append((state[0], Span(state[1], state[2])))
    for match in _ADJECTIVE_DELEGATION.finditer(text, start, end):
        code = code_of_adjective(match["word"])
        if code and _patterns().delegated.match(text, match.end()):
            found.append((code, Span(*match.span("word"))))
    return [(code, place) for code, place in found if is_state(code)]


def _doing(text: str, start: int, end: int) -> Iterator[tuple[Found, str]]:
    """The States that say what speakers say, as subjects of a main clause, and what they say."""
    for match in _patterns().says.finditer(text, start, end):
        found = _subject(text, start, match.start())
        if found and is_state(found[0]):
            yield found, match.group()


def _subject(text: str, start: int, end: int) -> Found | None:
    """The State that ends before ``end`` as a subject, or whose Government or delegation does."""
    state = state_before(text, end)
    if not state:
        match = _patterns().adjective.search(text, max(start, end - _NEAR), end)
        code = code_of_adjective(match["word"]) if match else None
        return (code, Span(*match.span("word"))) if match and code else None
    before = text[max(start, state[1] - 3 * _NEAR) : state[1]]
    if _patterns().oblique.search(before) and not (
        _patterns().side.search(before) or _patterns().that.search(before)
    ):
        return None
    return state[0], Span(state[1], state[2])


def _reaffirmed(text: str, start: int, end: int) -> Iterator[Found]:
    """The States whose support, position or gratitude the speaker expresses ("I renew X's support")."""
    for match in _patterns().attitude.finditer(text, start, end):
        state = state_at(text, match.end())
        if state and re.match(r"['’]s?\s", text[state[2] :]) and is_state(state[0]):
            yield state[0], Span(state[1], state[2])
    for match in _patterns().attitude_of.finditer(text, start, end):
        state = state_at(text, match.end())
        owner = state and re.match(r"['’]", text[state[2] :])
        if state and not owner and is_state(state[0]):
            yield state[0], Span(state[1], state[2])


def _foremost(found: list[Found]) -> Found | None:
    """The first place of the State that is found three times as often as any other."""
    counts = Counter(code for code, _ in found).most_common(2)
    if not counts or (len(counts) == 2 and counts[1][1] * _AHEAD > counts[0][1]):
        return None
    return next((code, place) for code, place in found if code == counts[0][0])


def _speaking(text: str, start: int, end: int) -> Found | None:
    """The State that says of itself what speakers say, more than once or beyond doubt."""
    said = list(_doing(text, start, end))
    reaffirmed = list(_reaffirmed(text, start, end))
    found = _foremost([state for state, _ in said] + reaffirmed)
    sure = [state for state, words in said if not _is_doubtful(words)] + reaffirmed
    return found if found and any(code == found[0] for code, _ in sure) else None


def _is_doubtful(words: str) -> bool:
    return bool(_patterns().doubtful.search(words))


def find_delegation(text: str, start: int, end: int) -> Field | None:
    """The State that the first person of a statement means, or None where that is not certain.

    Certain is a State that the speaker calls "my country" or whose delegation says what only a
    delegation says, and no other so; else one that says of itself what speakers say ("X calls
    for", "X stands ready", "we reaffirm X's support"), and does so three times as often as any
    other. What is said as well of a State that is blamed ("X has always", "X will continue to", "X
    rejects") makes none certain, however often.
    """
    end = min(end, start + _REACH)
    named = own_states(text, start, end) + _delegations(text, start, end)
    if len({code for code, _ in named}) > 1:
        return None
    found = named[0] if named else _speaking(text, start, end)
    return (shown_as(found[1].of(text), found[0]), found[1]) if found else None
