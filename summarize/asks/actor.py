"""Whom an ask addresses: subjects that can act, their whole names, and who stands behind "by"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from summarize.facts.names import country
from summarize.lexicon import load

ACRONYM: Final = r"[A-Z][A-Za-z]*[A-Z]s?|[A-Z]\d+"
"""What names a body by its letters ("UNAMID")."""

LONGEST: Final = 160
"""Characters of a subject; what is longer was not read rightly."""


@cache
def pattern(key: str, after: str = "") -> re.Pattern[str]:
    """The pattern ``key`` of ``data/asks.toml``, with ``after`` added to its end."""
    return re.compile(f"(?:{load('asks')[key]}){after}", re.IGNORECASE)


def bare(phrase: str) -> str:
    """``phrase`` without connectives before it and asides after it ("the Council, for its part")."""
    phrase = pattern("before_actor").sub("", phrase.strip()).strip(" ,")
    return pattern("aside").sub("", phrase).strip(" ,")


def is_everyone(phrase: str) -> bool:
    """Whether ``phrase`` names nobody in particular: "we", "all of us", "it"."""
    return bool(pattern("everyone").fullmatch(phrase))


def can_act(phrase: str) -> bool:
    """Whether a subject can be asked: the head of each of its parts is a person, body or State."""
    if len(phrase) > LONGEST or pattern("no_subject").match(phrase):
        return False
    if pattern("subordinate").search(phrase) or pattern("ends_open", "$").search(phrase):
        return False
    if pattern("own_verb").search(pattern("relative").sub("", _ASIDE.sub("", phrase))):
        return False
    head = head_of(phrase)
    parts = [part for part in re.split(r"\s(?:and|or|as well as)\s", head.strip(" ,")) if part]
    return bool(parts) and not pattern("finite").search(head) and _acts(parts[-1])


_ASIDE: Final = re.compile(r",[^,]*(?:,|$)")


def head_of(phrase: str) -> str:
    """``phrase`` up to what follows its noun: "the Government" of "the Government of Mali", and of
    "the rest of the world" what it is the rest of.
    """
    return pattern("after_head").split(pattern("partitive").sub("", phrase), maxsplit=1)[0]


def _acts(head: str) -> bool:
    last = re.split(r"\s|-(?!\d)", head)[-1]
    named = country(head) or (last[:1].isupper() and country(last))
    return bool(
        named or re.fullmatch(ACRONYM, last.replace("-", "")) or pattern("agents", "$").search(head)
    )


def doer(action: str) -> str:
    """Who is to do what is asked for in the passive or as a thing: whoever stands behind "by"."""
    return _named_in(action, "behind_by")


def giver(thing: str) -> str:
    """Who is to give or do a thing: "support by donors", not "a mission supported by donors"."""
    return _named_in(pattern("participle_by").sub(" ", thing), "behind_by")


def bearer(clause: str) -> str:
    """Whose doing a thing is of which something is asked: "the efforts of the Envoy should go on",
    "it must be the priority of all parties"; not for whom it is done ("the participation of women").
    """
    return _named_in(clause, "shared_by")


def _named_in(clause: str, key: str) -> str:
    found = (m["actor"].strip() for m in pattern(key).finditer(clause))
    return next((bare(name) for name in found if can_act(name) and not _is_served(name)), "")


def _is_served(name: str) -> bool:
    return bool(pattern("served").search(head_of(name)))
