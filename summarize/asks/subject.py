"""The subject of a modal verb: the phrase before it, from the start of its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from summarize.asks.actor import bare, can_act, is_everyone, pattern

Kind = Literal["agent", "we", "matter"]


@dataclass(frozen=True)
class Subject:
    """A subject by place: one that can act, the speaker with others, or a matter."""

    start: int
    end: int
    kind: Kind


_FURTHEST: Final = 400
"""Characters from a modal back to the start of its clause; no subject is as long."""

_NEAR: Final = 200
"""Characters before "and" within which a preposition goes on behind it."""


def subject_before(before: str) -> Subject | None:
    """The subject that ends where ``before`` ends; None where none can be told for certain, and
    for those of whom nothing is asked ("I", "which", "there").

    The longest phrase that can act wins: "the Government of X and the armed groups".
    """
    end = len(before.rstrip())
    bounds = [m for m in pattern("boundary").finditer(before[:end]) if end - m.end() <= _FURTHEST]
    starts = [m.end() for m in bounds if _opens(before, m)]
    phrases = [(s, before[s:end]) for s in starts if before[s:end].strip()]
    for start, phrase in phrases:
        name = bare(phrase)
        if name and not is_everyone(name) and can_act(name):
            return Subject(_begin(before, start, name), end, "agent")
    start, phrase = phrases[-1] if phrases else (0, "")
    name = bare(phrase)
    if pattern("with_others").fullmatch(name):
        return Subject(_begin(before, start, name), end, "we")
    for start, phrase in phrases:
        name = bare(phrase)
        if name and _is_matter(name) and not (start and pattern("goes_along").match(name)):
            return Subject(_begin(before, start, name), end, "matter")
    return _shared(before[:end])


def _shared(before: str) -> Subject | None:
    """The subject that two verbs share: "the programme is a threat and must …"."""
    match = pattern("shared_subject", "$").search(before)
    name = bare(match["subject"]) if match else ""
    if match is None or not name or is_everyone(name):
        return None
    start = _begin(before, match.start("subject"), name)
    if can_act(name):
        return Subject(start, start + len(name), "agent")
    return Subject(start, len(before), "matter") if _is_matter(name) else None


def _opens(before: str, boundary: re.Match[str]) -> bool:
    """Whether a clause may open here: not after an "and" within "to …, and …", a purpose, or within
    "the work of the Envoy and his team" or "as independent and sovereign nations".
    """
    if boundary.group().strip(" ,").lower() != "and":
        return True
    said = before[: boundary.start()]
    if boundary.group()[:1] != "," and _is_within(said, before[boundary.end() :]):
        return False
    return not (pattern("purpose").fullmatch(said) or _goes_on(_CLAUSE.split(said)[-1]))


def _is_within(said: str, rest: str) -> bool:
    """Whether "and" joins two words behind one preposition."""
    return bool(
        pattern("within_phrase", "$").search(said[-_NEAR:])
        and pattern("within_goes_on").match(rest)
    )


_CLAUSE = re.compile(r"[,;:]|\b(?:that|because|but|whether)\b")


def _goes_on(phrase: str) -> bool:
    """Whether a noun phrase with a noun behind "of" goes on after it: it has no verb of its own."""
    return bool(pattern("noun_of", "$").match(phrase)) and not pattern("finite").search(phrase)


def _begin(before: str, start: int, name: str) -> int:
    """Where ``name`` begins, which stands somewhere after ``start``."""
    return before.index(name, start)


def _is_matter(name: str) -> bool:
    """Whether ``name`` is a noun phrase with no verb of its own, of what cannot act."""
    if pattern("ends_open", "$").search(name):
        return False
    if pattern("no_matter").match(name) or len(name) > 120 or re.fullmatch(r"\w+ly", name):
        return False
    return not pattern("finite").search(pattern("relative").sub("", name)) and not is_everyone(name)
