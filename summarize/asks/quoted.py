"""What a statement quotes: the words of others, which ask nothing on the speaker's behalf."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarize.quotes import LONGEST, inside_quotation

_QUOTED: Final = re.compile(r"“([^”]*)(?:”|$)|(?<!\w)\"([^\"]*)(?:\"|$)")
_ENDS: Final = re.compile(r"\"\W*$")


def others_words(sentences: Sequence[str]) -> tuple[bool, ...]:
    """For each sentence whether it begins within a quotation, or opens one that "said:" announces."""
    found = list(inside_quotation(sentences))
    for index, sentence in enumerate(sentences):
        announced = index > 0 and sentences[index - 1].rstrip().endswith(":")
        found[index] |= announced and sentence.startswith(('"', "“"))
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
    """Whether ``words`` stand within quotation marks in ``sentence``, with others of the quotation."""
    spans = (first or second for first, second in _QUOTED.findall(sentence))
    return any(words in span and len(span) > len(words) + 1 for span in spans)
