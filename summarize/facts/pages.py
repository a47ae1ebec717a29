"""Numbers of pages inside a text, told by those that are certain: they go up by one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summarize.facts.listed import noun_end
from summarize.records import Span

_NUMBER: Final = re.compile(r"(?<![\w.,/$£€-])\d{1,3}(?![\w%/-]|[.,]\d|\.\s)")
_MEASURE: Final = re.compile(
    r"\s?(?:%|per\s?cent|hundred|thousand|[mbtr]+illion|dozen|°[CF]|k[gm]\b|ha\b|[GMk]W\b)"
)
_APART: Final = range(800, 9000)
"""Characters from one page's number to the next, as records and reports are printed."""


def page_numbers(text: str, certain: Iterable[Span]) -> frozenset[int]:
    """Where the numbers of pages begin in ``text``.

    ``certain`` are the places of numbers that stand where none can; with the page before or after
    one of these goes a number that is one less or one more, a page's length away, where no other
    number could be it. One that counts something is a page's only where it goes on from two, and one
    of millions or of a measure never.
    """
    known = {span.start: int(span.of(text)) for span in certain if span.of(text).isdigit()}
    others = [
        (match.start(), int(match.group()))
        for match in _NUMBER.finditer(text)
        if not _MEASURE.match(text, match.end())
    ]
    todo = list(known.items())
    while todo:
        place, value = todo.pop()
        for step in (-1, 1):
            near = [
                (other, number)
                for other, number in others
                if number == value + step and (other - place) * step in _APART
            ]
            if len(near) != 1 or near[0][0] in known:
                continue
            if value - step in known.values() or not _counts(text, near[0][0]):
                known.update(near)
                todo += near
    return frozenset(known)


def _counts(text: str, place: int) -> bool:
    """Whether a noun stands behind the number at ``place`` that it can count."""
    number = _NUMBER.match(text, place)
    return number is not None and noun_end(text, number.end()) != number.end()
