"""Page breaks inside a sentence: blank lines, page numbers and feet that stand where a page ended.

A text copied page by page has "the sustainable development of", a line "49", a blank line, and "the
world's resources". Left as they are they end a paragraph in mid-sentence and make a figure of 49.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_FURNITURE: Final = r"\d\d-\d{5}|\d\d/\d\d/\d{4}|(?:Page[ \t]+)?\d{1,3}(?:[ \t]*(?:/|of)[ \t]*\d{1,3})?|[AS]/\S*PV\.\d+\S*"
"""Numbers of pages, job numbers, dates and symbols of records, as they stand at a page's edge."""

_MATTER: Final = rf"[ \t\f]*+(?:(?:{_FURNITURE})(?:[ \t]++(?:{_FURNITURE}))*+[ \t]*+)?+\r?\n"
_BREAK: Final = re.compile(
    r"^(?P<line>[^\n\r]*[^\s.!?:;…。！？\"”’»)\]])(?P<gap>[ \t]*+\r?\n"
    rf"(?P<matter>(?:{_MATTER}){{1,8}}+|(?=\f)))(?P<next>[ \t\f]*+[^\W\d_])",
    re.MULTILINE,
)
_SMALL: Final = re.compile(
    r"\b(?:of|the|a|an|and|or|to|in|on|for|by|with|from|at|as|that|which|who|its|their|our|is|are|was|were"
    r"|has|have|had|be|been|not|will|would|should|must|can|may)$|,$",
    re.IGNORECASE,
)
_SHORTEST: Final = 25
"""Characters of a line that may end inside a sentence: a shorter one may be a title."""

_WIDEST: Final = 160
"""Characters of a line of wrapped text, at the most."""

_FULL: Final = 0.7
"""Of the usual width of a wrapped text; lines fill it but for their last word."""


_SURE: Final = re.compile(r"Page[ \t]|PV\.|\d\d-\d{5}|\f")
"""What stands at a page's edge alone."""

_BLANK: Final = re.compile(r"^[ \t]*\r?\n", re.MULTILINE)
_NUMBER: Final = re.compile(r"^[ \t]*\d{1,3}[ \t]*\r?$", re.MULTILINE)
_PAGE: Final = 600
"""Characters of a page, at the least: where lines of a number alone stand closer, they number points
or fill a table.
"""


def without_page_breaks(text: str) -> str:
    """``text`` with spaces for what a page's end has put into a sentence, its length and all other
    places unchanged.

    A break is inside a sentence where the line before it has no end mark and is as long as the
    others, and the next one goes on in small letters or behind a page's number or foot.
    """
    width = _usual_width(text)
    paged = _is_paged(text)
    at, done = 0, list[str]()
    while match := _BREAK.search(text, at):
        start, end = match.span("gap")
        done.append(text[at:start])
        done.append(
            " " * (end - start - 1) + "\n" if _is_inside(match, width, paged) else text[start:end]
        )
        at = end
    return "".join((*done, text[at:]))


def _is_paged(text: str) -> bool:
    """Whether the lines of a number alone can be the numbers of pages: each the next of the one
    before, and a page apart.
    """
    numbers = [int(line) for line in _NUMBER.findall(text)]
    in_order = all(after == before + 1 for before, after in pairwise(numbers))
    return in_order and len(numbers) * _PAGE <= len(text)


def _usual_width(text: str) -> int:
    """The width to which most lines reach, in characters; 0 for a text of few lines."""
    lengths = sorted(len(line) for line in text.splitlines() if line.strip())
    return lengths[int(0.9 * len(lengths))] if len(lengths) > 12 else 0


def _is_inside(match: re.Match[str], width: int, paged: bool) -> bool:
    line, small = match["line"].strip(), match["next"].strip().islower()
    if len(line) < _SHORTEST or line.isupper():
        return False
    full = 0 < width <= _WIDEST and len(line) >= _FULL * width
    open_ended = bool(_SMALL.search(line))
    going_on = small or open_ended
    numbered = re.search(r"\d", match["matter"])
    of_page = _SURE.search(match["matter"]) or (paged and _BLANK.search(match["matter"]))
    if numbered and not of_page:
        return False
    hanging = open_ended and not line.endswith(",")
    sure = hanging or (numbered and going_on)
    if not sure and len(line) <= _WIDEST and _stands_alone(match):
        return False
    if numbered:
        return going_on or full
    return small and (open_ended or full)


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether the line is a paragraph of its own: a title, a salutation, an item of a list."""
    text, start = match.string, match.start("line")
    return not text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start].strip()
