"""Words of a text with their places, in the normal forms that verifying and citing compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import snowballstemmer  # type: ignore[import-untyped]

from summarize.joined import split
from summarize.lexicon import load

_WORD = re.compile(
    r"[$€£]?\d+(?:[.,:/]\d+)*%?"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|[.;:!?,()“”\"—–]"
)
_SHOUTED = 5
"""From so many letters on a word in capitals has the stem of the same word in small ones; a shorter
one is an acronym that may spell another word ("AIDS", "WHO").
"""
_MARKS = frozenset('.;:!?,()“”"—–')
_STEMMER = snowballstemmer.stemmer("english")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


@dataclass(frozen=True)
class Word:
    """A word, number or mark of punctuation.

    ``low`` is its lower-case form without possessive ending, ``stem`` its Snowball stem,
    ``content`` whether it carries meaning of its own (no function word, no punctuation).
    """

    text: str
    start: int
    end: int
    low: str
    stem: str
    content: bool

    @property
    def upper(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def mark(self) -> bool:
        """Whether this is punctuation and no word."""
        return self.text in _MARKS


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Snowball (Porter 2) stem of a lower-case word, British spellings made alike.

    Irregular and learned forms ("sought", "held") are brought to their base by a table first.
    """
    base: str = load("words")["irregular"].get(word, word)
    base = re.sub(r"(?<=[a-z]{2})is(e|ed|es|ing|ation|ations|er|ers)$", r"iz\1", base)
    base = re.sub(r"(?<=[a-z]{2})our(s|ed|ing|able|hood|hoods|ly)?$", r"or\1", base)
    return str(_STEMMER.stemWord(base))


def plain(text: str) -> str:
    """``text`` with typographic apostrophes and dashes made plain; the length stays the same."""
    return text.replace("’", "'").replace("‘", "'").translate(_DASHES)


def fold(text: str) -> str:
    """``text`` in lower case, without diacritics."""
    low = plain(text).lower()
    if low.isascii():
        return low
    decomposed = unicodedata.normalize("NFKD", low)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[Word, ...]:
    """The words, numbers and marks of ``text`` in order, each with its span."""
    return tuple(chain.from_iterable(_words(m.group(), m.start()) for m in _WORD.finditer(text)))


def _words(text: str, start: int) -> Iterator[Word]:
    """The word at ``start``, or the two that have run into one."""
    for part in split(text) or (text,):
        yield _word(part, start, start + len(part))
        start += len(part)


@lru_cache(maxsize=100_000)
def _forms(text: str) -> tuple[str, str, bool]:
    low = re.sub(r"'s$|'$", "", fold(text))
    bare = low.replace(".", "") if re.fullmatch(r"(?:\w\.)+", low) else low
    content = bare[-1:].isalnum() and bare not in function_words()
    acronym = sum(c.isupper() for c in text) >= 2 and not (text.isupper() and len(bare) >= _SHOUTED)
    base = bare.removesuffix("s") if acronym else stem(bare) if bare.isalpha() else bare
    return bare, base, content or bare.endswith("%")


def _word(text: str, start: int, end: int) -> Word:
    return Word(text, start, end, *_forms(text))


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """English words that carry grammar, not content."""
    return frozenset(load("words")["function"])


def content_stems(text: str) -> frozenset[str]:
    """The stems of the content words of ``text``."""
    return frozenset(w.stem for w in words(text) if w.content)
