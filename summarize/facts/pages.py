"""Numbers of pages inside a text, told by those that are certain: they go up by one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summarize.records import Span

_NUMBER: Final = re.compile(r"(?<![\w.,/$£€-])\d{1,3}(?![\w%/-]|[.,]\d|\.\s)")
_APART: Final = range(800, 9000)
"""Characters from one page's number to the next, as records and reports are printed."""


def page_numbers(text: str, certain: Iterable[Span]) -> frozenset[int]:
    """Where the numbers of pages begin in ``text``.

    ``certain`` are the places of numbers that stand where none can; with the page before or after
    one of these goes a number that is one less or one more, a page's length away, where no other
    number could be it.
    """
    known = {span.start: int(span.of(text)) for span in certain if span.of(text).isdigit()}
    others = [(match.start(), int(match.group())) for match in _NUMBER.finditer(text)]
    todo = list(known.items())
    while todo:
        place, value = todo.pop()
        for step in (-1, 1):
            near = [
                (other, number)
                for other, number in others
                if number == value + step and (other - place) * step in _APART
            ]
            if len(near) == 1 and near[0][0] not in known:
                known.update(near)
                todo += near
    return frozenset(known)
