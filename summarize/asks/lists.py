"""Lists of what is asked for: "we call for the following:", and then its items, a sentence each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from summarize.asks.action import clean, is_cut_short
from summarize.asks.actor import bearer, giver, pattern
from summarize.asks.forms import Candidate, each_that
from summarize.asks.side import names_of
from summarize.lexicon import load
from summarize.words import plain

LONGEST: Final = 12
"""Items of a list; what goes on longer is not one."""

BETWEEN: Final = 1
"""Sentences without a mark that may stand between two items."""


def items(sentences: Sequence[str], delegation: str | None = None) -> dict[int, str]:
    """What the speaker asks for in items of lists, by the index of their sentences, without marks."""
    found: dict[int, str] = {}
    for index, sentence in enumerate(sentences):
        if _opens(plain(sentence), delegation):
            found |= _items_after(sentences, index)
    return found


def item_asked(item: str) -> tuple[Candidate, ...]:
    """The ask that an item of a list is."""
    action = clean(item)
    if is_cut_short(action) or pattern("no_item").match(action):
        return ()
    if that := _THAT.match(action):
        return tuple(each_that(action[that.end() :]))
    return (Candidate("thing", giver(action) or bearer(action), action),)


def _opens(sentence: str, delegation: str | None) -> bool:
    """Whether the speaker opens a list of asks with ``sentence``."""
    asking = pattern("opens_list").search(sentence)
    own = re.search(rf"\b{names_of(delegation)}\b", sentence, re.IGNORECASE)
    return bool(asking and own)


def _items_after(sentences: Sequence[str], opening: int) -> dict[int, str]:
    found: dict[int, str] = {}
    between = 0
    for index in range(opening + 1, len(sentences)):
        mark = _item().match(sentences[index])
        between = 0 if mark else between + 1
        if between > BETWEEN or len(found) == LONGEST or not (found or _is_first(mark)):
            break
        if mark:
            found[index] = sentences[index][mark.end() :]
    return found


def _is_first(mark: re.Match[str] | None) -> bool:
    """Whether ``mark`` can be the first of a list: a number above is that of a paragraph."""
    return bool(mark and (not mark["number"] or mark["number"] in load("asks")["first_items"]))


_THAT: Final = re.compile(r"that\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _item() -> re.Pattern[str]:
    return re.compile(load("asks")["item"])
