"""Names in a text: runs of capitalised words, with the small words that join them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarize.lexicon import load, word_set
from summarize.words import Word, fold, words

_ELIDED = re.compile(r"[dl]['’][A-ZÀ-Þ]")


@dataclass(frozen=True)
class Name:
    """A name: its span and its words. ``document`` tells whether it names a text (a treaty)."""

    start: int
    end: int
    words: tuple[Word, ...]
    document: bool = False


@lru_cache(maxsize=1024)
def names(text: str) -> tuple[Name, ...]:
    """The names of ``text``, in order.

    A capitalised word that opens a sentence counts only when another capitalised word follows,
    when the word stands capitalised elsewhere inside a sentence, or when it is a country.
    """
    all_words = words(text)
    inner = _inner(all_words)
    found, run = [], list[Word]()
    for index, word in enumerate(all_words):
        if _named(all_words, index, inner) or (run and _goes_on(all_words, index)):
            run.append(word)
        elif run:
            found.append(_close(run))
            run = []
    if run:
        found.append(_close(run))
    return tuple(found)


def _opens(all_words: tuple[Word, ...], index: int) -> bool:
    return index == 0 or all_words[index - 1].text in '.!?:;“"'


def _inner(all_words: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(
        w.low for i, w in enumerate(all_words) if w.upper and w.content and not _opens(all_words, i)
    )


def _named(all_words: tuple[Word, ...], index: int, inner: frozenset[str]) -> bool:
    word = all_words[index]
    if not word.upper or not word.content or word.low in word_set("names", "never"):
        return False
    if not _opens(all_words, index) or word.text[1:2].isupper():
        return True
    return word.low in inner or word.low in countries()


def _goes_on(all_words: tuple[Word, ...], index: int) -> bool:
    """Whether a name that has begun goes on with a small word, or with one like "d'Ivoire"."""
    return bool(_ELIDED.match(all_words[index].text)) or _joins(all_words, index)


def _joins(all_words: tuple[Word, ...], index: int) -> bool:
    """Whether a small word stands between two parts of one name."""
    after = all_words[index + 1 : index + 3]
    if all_words[index].low not in word_set("names", "joining") or not after:
        return False
    if all_words[index].low in ("on", "for") and index and _of_countries(all_words, index):
        return False
    if after[0].low == "the" and len(after) > 1:
        return after[1].upper and after[1].content
    return (after[0].upper and after[0].content) or after[0].low in ("the",)


def _of_countries(all_words: tuple[Word, ...], index: int) -> bool:
    """Whether two countries stand around ``index``: "the attack by X on Y" names two."""
    return bool(country(all_words[index - 1].low) and country(all_words[index + 1].low))


def _close(run: list[Word]) -> Name:
    while run[-1].low in word_set("names", "joining") and not run[-1].upper:
        run.pop()
    document = any(w.low in word_set("names", "documents") and w.upper for w in run)
    return Name(run[0].start, run[-1].end, tuple(run), document)


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Each country's name words and demonyms, folded, with the country's code."""
    table: dict[str, str] = {}
    for code, forms in load("demonyms").items():
        for form in forms:
            table.setdefault(fold(form), code)
    return table


@lru_cache(maxsize=4096)
def country(phrase: str) -> str | None:
    """The code of the country that ``phrase`` names, by name, demonym or adjective; else None."""
    return countries().get(re.sub(r"^the |'s$", "", fold(phrase)))
