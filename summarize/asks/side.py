"""The speaker's side: "we", the delegation by its names, and its Government."""

from __future__ import annotations

import re
from functools import lru_cache

from summarize.asks.actor import pattern
from summarize.facts.names import country
from summarize.lexicon import load
from summarize.words import fold, plain


def is_own(name: str) -> bool:
    """Whether ``name`` is the speaker ("my delegation")."""
    return bool(pattern("own", "$").match(name))


@lru_cache(maxsize=256)
def names_of(delegation: str | None) -> str:
    """A pattern for the names of the speaker's side as a subject."""
    own: str = load("asks")["own"]
    return rf"(?:{own}|{proper_names(delegation)})" if delegation else rf"(?:{own})"


@lru_cache(maxsize=256)
def proper_names(delegation: str) -> str:
    """A pattern for the names of ``delegation`` itself, without "we" or "my country"."""
    forms = {fold(plain(delegation)).removeprefix("the ")}
    code = country(plain(delegation))
    forms |= {fold(form) for form in load("demonyms")[code]} if code else set()
    alternatives = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    of_state: str = load("asks")["of_state"]
    return (
        rf"(?:(?:the\s)?(?:(?:[\w'’-]+\s){{0,2}}(?:{of_state})\sof\s(?:the\s)?)?(?:{alternatives})"
        rf"(?:\s(?:{of_state}))?)"
    )


def speaks(before: str, verb: str, delegation: str | None) -> bool:
    """Whether it is the speaker who asks, by what stands before the ``verb`` of asking: not "the
    resolution urges", "States that call on", "were urged".
    """
    side = names_of(delegation)
    links: str = load("asks")["between"]
    if re.search(r"ing$", verb.split()[0], re.IGNORECASE):
        opens = (
            rf"(?:^|[,;:]|\s-|\b(?:in|by|and|or|with|here|today|statement|remarks)"
            rf"|\b(?:keep|stop|continue)(?:\son)?|\b{side}\s(?:are|am|is))(?:\s?(?:{links}))*\s*$"
        )
        own = rf"\b(?:{side}|(?:let|allow)\sme)\b"
        if pattern("asking_of_others").search(before):
            return False
        spoken = not before.strip(' ,"') or re.search(own, before, re.IGNORECASE)
        return bool(spoken and re.search(opens, before, re.IGNORECASE))
    if re.search(rf"(?:^|[\s,;:(]){side}(?:\s(?:{links}))*\s$", before, re.IGNORECASE):
        return True
    if not re.search(rf"(?:^|[,;:]|\b(?:and|or|but))(?:\s?(?:{links}))*\s*$", before, re.I):
        return False
    return bool(re.search(rf"\b{side}\b", before, re.I)) or not before.strip(" ,")
