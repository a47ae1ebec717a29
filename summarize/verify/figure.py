"""Figures: the same value and unit in the source, attached to the same thing, compared alike."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from summarize.facts.numbers import Number
from summarize.records import Finding
from summarize.verify.place import given_to, misplaced
from summarize.verify.view import View, finding
from summarize.words import stem

# What a comparing word may stand for: two signs are alike if one of these sets holds both.
# A figure of another unit must fit this much better before it counts as the right one.
_OTHER_UNIT = 0.2
# One of the same unit, this much.
_OTHER = 0.08
_ALIKE = ({">", ">="}, {"<", "<="}, {"~", "~<"}, {"", "!", "="}, {"~<", "<"}, {"!", "<"})


def check(view: View) -> Iterator[Finding]:
    """A blocking ``figure`` for each number that the source does not have, or has for another
    thing; a blocking ``comparison`` for one that is compared otherwise ("over" for "under").
    """
    for number in view.numbers:
        same = [s for s in view.source_numbers if _equal(number, s) and not _names(view, s)]
        same = [s for s in same if not _printed(view.source.text, s)] or same
        same = [s for s in same if _timed_alike(view, number, s) and _scaled_alike(view, number, s)]
        if not same and not _counts_named(view, number):
            yield _absent(view, number)
        elif not same:
            continue
        elif other := _moved(view, number, same):
            yield _finding(view, number, other)
        elif not any(_compared_alike(view, number, s) for s in same):
            yield _compared(view, number, same[0])


def _names(view: View, number: Number) -> bool:
    """Whether the source's number is part of a symbol ("resolution 2664") and counts nothing."""
    return any(s.start < number.end and number.start < s.end for s in view.source_symbols)


def _equal(number: Number, other: Number) -> bool:
    aged = number.unit == "" and other.unit == "ordinal" and number.value > _SMALL
    return number.value == other.value and (number.unit == other.unit or aged)


_SMALL = 12
"""Up to which number "third" is no "three"; who is in the thirty-fifth year is turning thirty-five."""


_TENS = re.compile(r"\b(tens|hundreds|thousands|dozens|scores) of (?:\w+ of )?$", re.IGNORECASE)
_OF = re.compile(r" (?:out )?of (?:the |its |their |a total of )?")


def _scaled_alike(view: View, number: Number, other: Number) -> bool:
    """Whether two vague numbers have the same before them ("tens of millions", "millions")."""
    if number.unit != "vague":
        return True
    mine, theirs = (
        _TENS.search(text[max(0, n.start - 24) : n.start])
        for text, n in ((view.text, number), (view.source.text, other))
    )
    return (mine and mine[1].lower()) == (theirs and theirs[1].lower())


def _parts(text: str, found: Sequence[Number]) -> list[tuple[Number, Number]]:
    """The parts and wholes of a text ("8 of the 22")."""
    return [
        (one, two)
        for one, two in itertools.pairwise(found)
        if _OF.fullmatch(text[one.end : two.start])
    ]


def check_parts(view: View) -> Iterator[Finding]:
    """A blocking ``figure`` for part and whole that change places ("22 of the 8")."""
    theirs = {(a.value, b.value): a for a, b in _parts(view.source.text, view.source_numbers)}
    for one, two in _parts(view.text, view.numbers):
        turned = theirs.get((two.value, one.value))
        if turned and one.value != two.value and (one.value, two.value) not in theirs:
            yield _finding(view, one, turned)


_TIMES = {"second", "minut", "hour", "day", "week", "month", "year", "decad", "centuri", "generat"}


def _timed_alike(view: View, number: Number, other: Number) -> bool:
    """Whether two numbers count the same unit of time, if they count time."""
    mine, theirs = _unit_of_time(view.text, number), _unit_of_time(view.source.text, other)
    return mine is None or theirs is None or mine == theirs


def _unit_of_time(text: str, number: Number) -> str | None:
    """The stem of the unit of time right after a number."""
    after = re.match(r"[\s-]+([a-z]+)", text[number.end : number.end + 14])
    found = stem(after[1]) if after else ""
    return found if found in _TIMES else None


def _counts_named(view: View, number: Number) -> bool:
    """Whether a number only takes up what was named before ("the two", "the latter two")."""
    before = view.text[: number.start].lower().split()[-1:]
    index = view.index_at(number.end)
    alone = index >= len(view.words) or not view.words[index].content
    return number.value <= 3 and (before == ["latter"] or (before == ["the"] and alone))


def _compared_alike(view: View, number: Number, other: Number) -> bool:
    one, two = number.comparator, other.comparator
    if one == two or any(one in pair and two in pair for pair in _ALIKE):
        return True
    return "over" in (_word(view.text, number), _word(view.source.text, other)) and _lasts(
        view, number
    )


def _word(text: str, number: Number) -> str:
    """The word that compares a number."""
    return text[number.compared :].split(" ", 1)[0].lower() if number.comparator else ""


def _lasts(view: View, number: Number) -> bool:
    """Whether a number counts a time, before which "over" means "during"."""
    counted = _counted(view, number)
    return counted in {"year", "month", "week", "day", "decad", "hour", "period", "session"}


def _absent(view: View, number: Number) -> Finding:
    text = view.text[number.start : number.end]
    return finding(
        "figure", f"The figure “{text}” is not in the source.", (number.start, number.end)
    )


def _finding(view: View, number: Number, other: Number) -> Finding:
    text = view.text[number.start : number.end]
    theirs = view.source.text[other.start : other.end]
    message = f"The source gives “{theirs}”, not “{text}”, for what this figure counts."
    return finding("figure", message, (number.start, number.end), (other.start, other.end))


def _compared(view: View, number: Number, other: Number) -> Finding:
    text = _phrase(view.text, number)
    theirs = _phrase(view.source.text, other)
    message = f"The source says “{theirs}”, the condensation “{text}”."
    return finding("comparison", message, _span(number), _span(other))


def _span(number: Number) -> tuple[int, int]:
    before = 0 <= number.compared < number.start
    return (number.compared if before else number.start), number.end


def _phrase(text: str, number: Number) -> str:
    start, end = _span(number)
    return text[start:end]


def _moved(view: View, number: Number, same: list[Number]) -> Number | None:
    """Another figure that the source gives for what ``number`` counts here; None if there is none.

    Only figures that the condensation leaves out are looked at, of the same unit.
    """
    if number.unit == "ordinal" or _is_day(view.text, number):
        return None
    figures = _figures(view)
    free = [s for s in figures if not _used(view, s)]
    others = [s for s in free if s.unit == number.unit]
    uses = sum(_equal(number, n) for n in view.numbers)
    if uses > len(same) and others and uses > 1 and number.value > 3:
        return others[0]
    span, places = _bounds(number), [_bounds(s) for s in same]
    place = given_to(view, span, places, map(_bounds, figures))
    place = place or misplaced(view, span, places, map(_bounds, others), _OTHER)
    rest = [s for s in free if s.unit != "ordinal"]
    place = place or misplaced(view, span, places, map(_bounds, rest), _OTHER_UNIT)
    return next((s for s in figures if _bounds(s) == place), None)


_DAYS = re.compile(r"(?:, \d{1,2})*,? (?:and|or|to) \d{1,2} [A-Z][a-z]+")


def _is_day(text: str, number: Number) -> bool:
    """Whether a number is one of several days of a month ("10, 14 and 15 February")."""
    return number.value <= 31 and bool(_DAYS.match(text, number.end))


def _bounds(number: Number) -> tuple[int, int]:
    return number.start, number.end


def _used(view: View, other: Number) -> bool:
    return any(_equal(n, other) for n in view.numbers)


def _figures(view: View) -> list[Number]:
    """The figures of the source that are no part of a date or symbol, nor a page number."""
    spans = [(d.start, d.end) for d in view.source_dates]
    spans += [(s.start, s.end) for s in view.source_symbols]
    found = [n for n in view.source_numbers if not any(a <= n.start < b for a, b in spans)]
    text = view.source.text
    return [n for n in found if not _printed(text, n)]


def _printed(text: str, number: Number) -> bool:
    """Whether a number is a mark of the printed page ("10-55103 22")."""
    around = text[max(0, number.start - 12) : number.end + 12]
    return text[number.start].isdigit() and bool(re.search(r"\d\d-\d{5}|\d\d/\d\d", around))


def _counted(view: View, number: Number) -> str | None:
    """The stem of the content word right after a number: what it counts."""
    index = view.index_at(number.end)
    while index < len(view.words) and view.words[index].low in (
        "per",
        "cent",
        "percent",
        "of",
        "the",
    ):
        index += 1
    if index < len(view.words) and view.words[index].content:
        return view.words[index].stem
    return None
