"""Dates and periods: the same in the source, on the same side of "by", "since" and "until"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from summarize.facts.dates import Date
from summarize.records import Finding
from summarize.verify.place import given_to, misplaced
from summarize.verify.view import View, finding
from summarize.words import stem

# How much better the words around must fit another date of the source.
_MARGIN = 0.2

_JOINT = re.compile(r",?\s+(?:(?:of|on)\s+(?:the\s+)?)?")
"""What may stand between a day and the year it is of ("24 May last year", "last year, on 24 May")."""

_SIDES = {
    "by": "until", "until": "until", "till": "until", "before": "before", "after": "from",
    "since": "from", "from": "from", "following": "from", "beyond": "from",
}  # fmt: skip


def check(view: View) -> Iterator[Finding]:
    """A blocking ``date`` for each date or period that the source does not have so."""
    for date in view.dates:
        same = [s for s in view.source_dates if date.within(s)] or _pieces(view, date)
        if not same:
            yield from _absent(view, date)
        elif side := _turned(view, date, same) or _moved(view, date, same):
            text, theirs = _phrase(view.text, date), _phrase(view.source.text, side)
            message = f"The source says “{theirs}”, the condensation “{text}”."
            yield finding("date", message, (date.start, date.end), (side.start, side.end))


def _pieces(view: View, date: Date) -> list[Date]:
    """Source dates that together say what ``date`` says ("24 May" and "2021" apart)."""
    if date.relative or date.year is None or date.month is None:
        return []
    days, source = Date(0, 0, None, date.month, date.day), view.source_dates
    near = {_sentence(view, s) for s in source if s.year == date.year}
    found, last, said_in = list[Date](), None, -1
    for index, day in enumerate(source):
        if days.within(day) and day.year is None and not _is_relative(view, index):
            here = _sentence(view, day)
            if last == date.year or (here in near and here != said_in):
                found.append(day)
        if day.year:
            last, said_in = day.year, _sentence(view, day)
    return found


def _is_relative(view: View, index: int) -> bool:
    """Whether "last year" or the like stands right before or behind a day of the source."""
    source, text = view.source_dates, view.source.text
    return any(
        one.relative.endswith(" year") or other.relative.endswith(" year")
        for one, other in pairwise(source[max(0, index - 1) : index + 2])
        if _JOINT.fullmatch(text, one.end, other.start)
    )


def _sentence(view: View, date: Date) -> int:
    word = bisect_right(view.source_starts, date.start) - 1
    return view.aligned.source.sentence[word]


def _absent(view: View, date: Date) -> Iterator[Finding]:
    text = view.text[date.start : date.end]
    if date.relative:
        yield from _relative(view, date, text)
        return
    if (
        date.year
        and date.month is None
        and not date.decade
        and f"{date.year}" in _bare(view.source.text)
    ):
        return
    message = f"The date “{text}” is not in the source."
    yield finding("date", message, (date.start, date.end))


def _bare(text: str) -> set[str]:
    return set(re.findall(r"\d{4}(?!['’]?s\b)", text))


def _relative(view: View, date: Date, text: str) -> Iterator[Finding]:
    """A relative period counts as wrong only where the source points another way."""
    direction, period = date.relative.split()
    others = [s for s in view.source_dates if s.relative.endswith(" " + period)]
    turned = [s for s in others if not s.relative.startswith(direction)]
    if turned:
        theirs = view.source.text[turned[0].start : turned[0].end]
        message = f"The source says “{theirs}”, the condensation “{text}”."
        yield finding("date", message, (date.start, date.end), (turned[0].start, turned[0].end))
    elif not others and direction != "present" and not _offered(view, direction, period):
        message = f"The period “{text}” is not in the source."
        yield finding("date", message, (date.start, date.end))


def _offered(view: View, direction: str, period: str) -> bool:
    """Whether the source has both ideas of a relative period in other words ("a year ago")."""
    if direction == "future" and not _ahead() & view.stems:
        return False
    return period in view.stems or any(s.startswith(period[:4]) for s in view.stems)


@cache
def _ahead() -> frozenset[str]:
    """Stems of words without one of which a source speaks of nothing to come."""
    words = (
        "next coming come forthcoming upcoming future following new ahead approaching later soon will shall "
        "would until end by starting beginning"
    )
    return frozenset(map(stem, words.split()))


def _turned(view: View, date: Date, same: list[Date]) -> Date | None:
    """The source date whose "by" or "since" is opposed here; None if one agrees or has none."""
    side = _side(view.text, date)
    theirs = [(_side(view.source.text, s), s) for s in same]
    opposed = [s for other, s in theirs if {side, other} == {"from", "until"}]
    since = _since(view.text, date) or any(_since(view.source.text, s) for s in opposed)
    if opposed and since and not any(other == side for other, _ in theirs):
        return opposed[0]
    if side is None or any(t in (None, side) for t, _ in theirs):
        return None
    return theirs[0][1]


def _side(text: str, date: Date) -> str | None:
    word = re.search(r"(\w+)\s+(?:the\s+)?(?:end\s+of\s+)?$", text[: date.start][-30:])
    return _SIDES.get(word[1].lower()) if word else None


def _since(text: str, date: Date) -> bool:
    return text[: date.start].endswith(("since ", "Since "))


def _moved(view: View, date: Date, same: list[Date]) -> Date | None:
    """Another date that the source gives for what ``date`` dates here; None if there is none."""
    others = [s for s in view.source_dates if not any(d.within(s) for d in view.dates)]
    uses = sum(date == replace(d, start=date.start, end=date.end) for d in view.dates)
    if uses > len(same) and others:
        return others[0]
    span, places = (date.start, date.end), [(s.start, s.end) for s in same]
    place = given_to(view, span, places, [(s.start, s.end) for s in view.source_dates])
    place = place or misplaced(view, span, places, [(s.start, s.end) for s in others], _MARGIN)
    return next((s for s in view.source_dates if (s.start, s.end) == place), None)


def _phrase(text: str, date: Date) -> str:
    start = text.rfind(" ", 0, max(0, date.start - 1)) + 1
    return text[start : date.end]
