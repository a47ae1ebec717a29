"""What a statement quotes: the words of others, which ask nothing on the speaker's behalf."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarize.quotes import LONGEST, inside_quotation

_QUOTED: Final = re.compile(r"“([^”]*)(?:”|$)|(?<!\w)\"([^\"]*)(?:\"|$)")
_COVERED: Final = re.compile(r"(?:“[^”]*(?:”|$)|\"[^\"]*(?:\"|$))\W*(?:\([^()]*\)\W*)?$")
"""A sentence that is a quotation from end to end, or opens a longer one; its source may follow."""
_ENDS: Final = re.compile(r"\"\W*$")


def others_words(sentences: Sequence[str]) -> tuple[bool, ...]:
    """For each sentence whether it begins within a quotation, or is one that "said:" announces."""
    found = list(inside_quotation(sentences))
    for index, sentence in enumerate(sentences):
        announced = index > 0 and sentences[index - 1].rstrip().endswith(":")
        found[index] |= announced and bool(_COVERED.match(sentence))
        if sentence.count('"') == 1 and _ENDS.search(sentence):
            found[index] = True
            _reach_back(sentences, index, found)
    return tuple(found)


def _reach_back(sentences: Sequence[str], end: int, found: list[bool]) -> None:
    """Mark the sentences from the straight mark that opens what ends in ``end``."""
    for start in range(end - 1, max(-1, end - 1 - LONGEST), -1):
        if sentences[start].count('"') == 1 and not _ENDS.search(sentences[start]):
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
