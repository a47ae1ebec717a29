"""What of a statement stands inside a quotation, and so is another's: whole sentences, and words.

Curly marks say which of them opens; a straight one opens or closes by what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

LONGEST: Final = 6
"""Sentences of a quotation; a mark that nothing closes in so many was lost in the text."""

_STRAIGHT: Final = re.compile(r'(?<!\d)"')
"""A straight mark of quotation, not one of inches."""

_ENDS_STRAIGHT: Final = re.compile(r"\"\W*$")
_QUOTED: Final = re.compile(r"“([^”]*)(?:”|$)|(?<!\w)\"([^\"]*)(?:\"|$)")
_COVERED: Final = re.compile(r"(?:“[^”]*(?:”|$)|\"[^\"]*(?:\"|$))\W*(?:\([^()]*\)\W*)?$")
"""A sentence that is a quotation from end to end, or opens a longer one; its source may follow."""


def inside_quotation(sentences: Sequence[str]) -> tuple[bool, ...]:
    """For each sentence whether it begins in a quotation: those words are another's."""
    found: list[bool] = []
    opened = -1
    for i, sentence in enumerate(sentences):
        if opened >= 0 and i - opened > LONGEST:
            opened = -1
        found.append(opened >= 0)
        opens, closes = sentence.rfind("“"), sentence.rfind("”")
        turned = _turns(sentence)  # straight marks open and close alike
        ahead = sentences[i + 1 : i + 1 + LONGEST]
        if opens > closes or (turned and opened < 0 and any(map(_turns, ahead))):
            opened = i
        elif closes >= 0 or turned:
            opened = -1
    return tuple(found)


def _turns(sentence: str) -> bool:
    """Whether an odd number of straight marks stands in the sentence."""
    return len(_STRAIGHT.findall(sentence)) % 2 == 1


def others_words(sentences: Sequence[str]) -> tuple[bool, ...]:
    """For each sentence whether it begins within a quotation, is one that "said:" announces, or ends
    with a straight mark that it does not open itself.
    """
    found = list(inside_quotation(sentences))
    for index, sentence in enumerate(sentences):
        announced = index > 0 and sentences[index - 1].rstrip().endswith(":")
        found[index] |= announced and bool(_COVERED.match(sentence))
        if _closes_straight(sentence):
            found[index] = True
            _reach_back(sentences, index, found)
    return tuple(found)


def _closes_straight(sentence: str) -> bool:
    """Whether a sentence ends with the one straight mark that it has."""
    return sentence.count('"') == 1 and bool(_ENDS_STRAIGHT.search(sentence))


def _opens_straight(sentence: str) -> bool:
    """Whether a sentence goes on behind the one straight mark that it has."""
    return sentence.count('"') == 1 and not _ENDS_STRAIGHT.search(sentence)


def _reach_back(sentences: Sequence[str], end: int, found: list[bool]) -> None:
    """Mark the sentences from the straight mark that opens what ends in ``end``."""
    for start in range(end - 1, max(-1, end - 1 - LONGEST), -1):
        if _opens_straight(sentences[start]):
            begins = sentences[start].startswith('"')
            for index in range(start if begins else start + 1, end):
                found[index] = True
            return


def is_quoted(words: str, sentence: str) -> bool:
    """Whether ``words`` stand within quotation marks in ``sentence``, with others of the quotation,
    and nowhere else in it.
    """
    spans = [match.span(match.lastindex or 0) for match in _QUOTED.finditer(sentence)]
    longer = [(start, end) for start, end in spans if end - start > len(words) + 1]
    places = [match.start() for match in re.finditer(re.escape(words), sentence)]
    return bool(places) and all(
        any(start <= place and place + len(words) <= end for start, end in longer)
        for place in places
    )
