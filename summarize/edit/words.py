"""A sentence as words and marks, and back: ``text(words(s)) == s`` up to white space, which is put in
where two words have run into one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from summarize.joined import split


def word_set(letters: str) -> frozenset[str]:
    """The words of a string, as a set: for closed lists."""
    return frozenset(letters.split())


_OPENING = "([{\"“‘'«—–-…"
_CLOSING = ")]}\"”’'»,;:!?…—–"
_CHUNK = re.compile(r"\S+")
_DASH = re.compile(r"(\s*—\s*|--+)")
_CLITIC = re.compile(r"^(.+?)([’']s|[’'](?:ve|re|ll|d|m)|n[’']t)$", re.IGNORECASE)
_JOINED = re.compile(r"^([a-z]{3,})\.([A-Z][a-z]*)$")
"""Two sentences without the space between them."""
_ABBREVIATION = re.compile(
    r"^(?:[A-Za-z]\.(?:[A-Za-z]\.)*|(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|No|Nos|Gen|Amb|para|paras|art|"
    r"vs|etc|cf|e\.g|i\.e|Inc|Ltd|Corp)\.)$"
)


@dataclass(frozen=True)
class Word:
    """A word or a mark; ``glued`` if no white space stands before it."""

    text: str
    glued: bool = False

    @cached_property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def is_mark(self) -> bool:
        return not any(c.isalnum() for c in self.text)

    def become(self, text: str) -> Word:
        """The same place with other letters."""
        return replace(self, text=text)


def words(sentence: str) -> tuple[Word, ...]:
    """The words and marks of ``sentence`` in order; white space itself is not kept."""
    found: list[Word] = []
    for chunk in _CHUNK.finditer(_DASH.sub(r" — ", sentence)):
        pieces = _split(chunk.group())
        for i, piece in enumerate(pieces):
            first, *rest = split(piece) or (piece,)
            found.append(Word(first, i > 0 and not (pieces[i - 1] == "." and piece.isalpha())))
            found += [Word(other) for other in rest]
    if found and found[-1].text.endswith(".") and len(found[-1].text) > 1:
        last = found.pop()
        found += [last.become(last.text[:-1]), Word(".", glued=True)]
    return tuple(found)


def _split(chunk: str) -> list[str]:
    front: list[str] = []
    back: list[str] = []
    while len(chunk) > 1 and chunk[0] in _OPENING:
        front.append(chunk[0])
        chunk = chunk[1:]
    while len(chunk) > 1 and (chunk[-1] in _CLOSING or _ends_in_stop(chunk)):
        back.insert(0, chunk[-1])
        chunk = chunk[:-1]
    if joined := _JOINED.match(chunk):
        return [*front, joined[1], ".", *_split(joined[2]), *back]
    clitic = _CLITIC.match(chunk)
    return front + (list(clitic.groups()) if clitic else [chunk]) + back


def _ends_in_stop(chunk: str) -> bool:
    return chunk[-1] == "." and not _ABBREVIATION.match(chunk)


def text(parts: Sequence[Word]) -> str:
    """The words as running text; a compound that a line's end has cut ("cross- border") is whole."""
    return "".join(
        word.text if i == 0 or word.glued or _is_cut(parts[i - 1], word) else " " + word.text
        for i, word in enumerate(parts)
    )


def _is_cut(before: Word, word: Word) -> bool:
    """Whether the word belongs to a compound whose first half ends in a hyphen ("pre- and" does not)."""
    halved = len(before.text) > 2 and before.text[-1] == "-" and before.text[-2].isalpha()
    joined = word.text[:1].isalpha() and not word.text.endswith("-")
    return halved and joined and word.lower not in _SUSPENDING


def count(parts: Sequence[Word]) -> int:
    """How many words the running text has, marks not counted; each half of a compound that a line's
    end has cut is one.
    """
    return sum(
        1 for word in parts if not word.is_mark and not (word.glued and word.lower in _TAILS)
    )


_TAILS = frozenset({"'s", "'ve", "'re", "'ll", "'d", "'m", "n't"})
_SUSPENDING = word_set(
    "and or to nor but as versus through a an the which that who we i it he she they all this these both is are "
    "was were has have must should will in on at of for by with from not so if when where while than"
)
"""Words before which a hyphen is one that waits ("pre- and post-war") or a dash that stands badly."""
