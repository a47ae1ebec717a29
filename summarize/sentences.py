"""Paragraphs to sentences, as exact slices of the text.

Rule-based, in the manner of Grefenstette and Tapanainen (1994) and Read et al. (2012): every
full stop, question mark and exclamation mark is looked at with the word before and the word
after it. Neural and general splitters tried on United Nations records cut at "paras. 3",
"Amb. Zhang" and "No. 5" and part "1." from its item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summarize.data import load
from summarize.paragraphs import paragraphs, trimmed
from summarize.records import Sentence, Span

UNDETERMINED = "und"
"""The ISO 639-2 code of the file for languages that have none of their own."""

_CLOSERS = "\"'”’»›)\\]}*_"
_END = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>[{_CLOSERS}]*+)(?P<gap>\s++)"
    rf"|[。！？｡؟।]++[{_CLOSERS}」』）]*+\s*+"
    r"|(?<=[a-z]{2})(?P<glued>[.!?][\"”’]?)(?=[A-Z][a-z]{2})"
)
_OPENERS = re.compile(r"[\"'“‘«‹(\[{¿¡*_–—-]*+\s?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMERAL = re.compile(r"\(?(?:\d|[IVXLC]+\b|[a-zA-Z]\)|[A-Z]+/)")
_BULLET = re.compile(r"[•‣▪●◦○]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


@dataclass(frozen=True)
class _Words:
    """What a language's file says of full stops."""

    titles: frozenset[str]
    references: frozenset[str]
    months: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]


@cache
def _words(language: str) -> _Words:
    table = load("sentences", language)
    names = ("titles", "references", "months", "either", "starters")
    return _Words(*(frozenset(table[name]) for name in names))


def split_sentences(
    text: str, blank: Sequence[Span] = (), language: str = "en"
) -> tuple[Sentence, ...]:
    """The sentences of ``text``, in order, with paragraph and number.

    ``blank`` spans hold no sentence and end one. All other characters that are not white space
    belong to exactly one sentence. A blank line ends a paragraph; a single line break ends
    one where the text's lines are its paragraphs, and none where its lines are wrapped.
    ``language`` names the file of abbreviations. Raises FileNotFoundError for a language
    without one.
    """
    words = _words(language)
    return tuple(
        Sentence(span.start, span.end, paragraph, number)
        for paragraph, block in enumerate(paragraphs(text, blank), start=1)
        for number, span in enumerate(_sentences(text, block, words), start=1)
    )


def _sentences(text: str, block: Span, words: _Words) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.end() < block.end and _is_end(text, start, match, block.end, words):
            span = trimmed(text, start, match.end())
            if span is not None:
                yield span
                start = match.end()
    span = trimmed(text, start, block.end)
    if span is not None:
        yield span


def _is_end(text: str, start: int, match: re.Match[str], stop: int, words: _Words) -> bool:
    """Whether a sentence that began at ``start`` ends with ``match``."""
    token = _token(text, start, match.start())
    if match["glued"] is not None:
        return not any(mark in token for mark in "/@:") and not token.startswith("www")
    if match["mark"] is None:
        return True
    after = match.end()
    if _BULLET.match(text, after):
        return True
    first = _OPENERS.match(text, after)
    begin = first.end() if first else after
    if begin < stop and text[begin].islower():
        return False
    if match["mark"] != "." or match["close"].strip(")*_"):
        return True
    return not _is_abbreviation(text, start, match.start(), token, begin, words)


def _token(text: str, start: int, end: int) -> str:
    """The run of characters before ``end`` without the brackets and quotes that open it."""
    run = text[max(start, end - 40) : end].rsplit(None, 1)[-1:]
    return run[0].lstrip("\"'“‘«([{*_—–-") if run else ""


def _is_abbreviation(
    text: str, start: int, end: int, token: str, begin: int, words: _Words
) -> bool:
    """Whether the full stop at ``end`` belongs to ``token``, ``begin`` opening the next word."""
    if _is_enumerator(text, start, end, token):
        return True
    lower = token.lower()
    if lower in words.titles:
        return True
    if lower in words.references or _tail(lower) in words.references:
        return _NUMERAL.match(text, begin) is not None
    if lower in words.months:
        return text[begin : begin + 1].isdigit()
    initial = len(token) == 1 and token.isupper()
    if initial or lower in words.either or _DOTTED.fullmatch(token):
        following = _WORD.match(text, begin)
        return following is not None and following[0].lower() not in words.starters
    return False


def _tail(token: str) -> str:
    """What follows the last slash of a symbol: "rev" in "a/c.1/60/l.2/rev"."""
    return token.rpartition("/")[2]


def _is_enumerator(text: str, start: int, end: int, token: str) -> bool:
    """Whether ``token`` numbers an item: it opens the sentence or follows a colon or comma."""
    if not re.fullmatch(r"\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,6}|[A-Za-z]|[ivx]{1,5}", token):
        return False
    here = end - len(token)
    before = text[max(start, here - 20) : here].rstrip("\"'“‘([*_ \t\r\n#")
    return before[-1] in ":;" if before else here - start <= 20
