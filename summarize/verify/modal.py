"""The modal verb that stands in the source where the condensation has one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summarize.verify.view import View
from summarize.words import Word

MODALS = {"must", "should", "shall", "will", "would", "can", "could", "may", "might", "cannot"}
_REACH = 5


def is_modal(words: Sequence[Word], place: int, kinds: Collection[str] = MODALS) -> bool:
    """Whether the word at ``place`` is a modal verb of ``kinds``, and not the month of May."""
    if words[place].low not in kinds:
        return False
    return words[place].text != "May" or place == 0 or words[place - 1].text in ".?!;:"


def source_modal(view: View, index: int) -> int | None:
    """The source's modal before the words that follow the modal ``index``; None if there is none
    there, or if the source has a second one of the condensation's kind as near.
    """
    after = [
        i
        for i in range(index + 1, min(index + 5, len(view.words)))
        if view.words[i].content and view.aligned.place[i] >= 0
    ][:1]
    if not after or any(w.mark for w in view.words[index + 1 : after[0]]):
        return None
    place = view.aligned.place[after[0]]
    words = view.source_words
    for p in range(place - 1, max(-1, place - _REACH - 1), -1):
        if words[p].mark:
            return None
        if is_modal(words, p):
            near = {w.low for w in words[max(0, p - 3) : place + 4]}
            return None if view.words[index].low in near else p
    return None
