"""Dates and periods of a text, relative ones included."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarize.lexicon import load


@dataclass(frozen=True)
class Date:
    """A date or period in a text; what is not said is None.

    ``decade`` marks "1990s" (year is its first). ``relative`` is "past year", "present month",
    "future day" and the like for a date that depends on the day of speaking.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    decade: bool = False
    relative: str = ""

    @property
    def normal(self) -> str:
        """The date as in ISO 8601, cut to what is said (``1967-06-04``, ``--06``, ``199X``)."""
        if self.relative:
            return self.relative
        if self.decade:
            return f"{(self.year or 0) // 10}X"
        year = f"{self.year:04d}" if self.year is not None else "-"
        month = f"-{self.month:02d}" if self.month is not None else ""
        return year + month + (f"-{self.day:02d}" if self.day is not None else "")

    def within(self, other: Date) -> bool:
        """Whether ``other`` says everything that this date says."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        same = all(mine is None or mine == theirs for mine, theirs in pairs)
        return same and self.decade == other.decade and self.relative == other.relative


_YEAR = r"(?:1[6-9]|20)\d\d"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    data = load("dates")
    month = "|".join(m.capitalize() for m in data["months"])
    direction, period = "|".join(data["directions"]), "|".join(data["periods"])
    turn = "|".join(t.replace(" ", r"\s+") for t in data["turns"])
    return re.compile(
        rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m1>{month})\b(?:,?\s+(?P<y1>{_YEAR})\b)?"
        rf"|\b(?P<m2>{month})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?P<y2>{_YEAR})\b)?"
        rf"|\b(?P<m3>{month})(?:\s+(?:of\s+)?|,\s)(?P<y3>{_YEAR})\b"
        rf"|\b(?P<m4>{month})\b"
        rf"|\b(?P<decade>{_YEAR[:-4]}\d0)['’]?s\b"
        rf"|(?<![\d/.,(\[-])\b(?P<y5>{_YEAR})\b(?![,.]\d|/\d)"
        rf"|(?<=\d[-–/])(?P<y6>{_YEAR})\b"
        rf"|\b(?P<direction>(?i:{direction}))(?:\s+(?i:few|several|two|three|four|five|ten|\d+))?"
        rf"\s+(?P<period>(?i:{period}))s?\b"
        rf"|\b(?P<period_first>(?i:{period}))s?\s+(?P<turn>(?i:{turn}))\b(?!\s+(?:of|to|together|up|back|into|with|from)\b)"
        rf"|\b(?P<dayword>(?i:{'|'.join(data['days'])}))\b"
    )


@lru_cache(maxsize=256)
def dates(text: str) -> tuple[Date, ...]:
    """The dates and periods of ``text``, in order, without overlap.

    A four-digit number in brackets after a resolution is part of a symbol, not a date.
    """
    return tuple(d for m in _pattern().finditer(text) if (d := _date(text, m)) is not None)


def _date(text: str, match: re.Match[str]) -> Date | None:
    start, end, groups = match.start(), match.end(), match.groupdict()
    if groups["dayword"]:
        relative = load("dates")["days"][groups["dayword"].lower()]
        return Date(start, end, relative=relative)
    if groups["direction"]:
        direction = load("dates")["directions"][groups["direction"].lower()]
        return Date(start, end, relative=f"{direction} {groups['period'].lower()}")
    if groups["turn"]:
        direction = load("dates")["turns"][" ".join(groups["turn"].lower().split())]
        return Date(start, end, relative=f"{direction} {groups['period_first'].lower()}")
    if groups["decade"]:
        return Date(start, end, year=int(groups["decade"]), decade=True)
    if groups["y5"] or groups["y6"]:
        return Date(start, end, year=int(groups["y5"] or groups["y6"]))
    if groups["m4"] and not _is_month(text, match):
        return None
    return Date(start, end, _int(groups, "y"), _month(groups), _int(groups, "d"))


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether a lone month name is one: not "May I", or a word that opens a sentence."""
    if match.group() not in ("May", "March", "August"):
        return True
    before = text[: match.start()].rstrip()
    return bool(before) and before[-1] not in '.!?:;“"' and not before.endswith("President")


def _int(groups: dict[str, str | None], key: str) -> int | None:
    value = next((groups[k] for k in (f"{key}1", f"{key}2", f"{key}3") if groups.get(k)), None)
    return int(value) if value else None


def _month(groups: dict[str, str | None]) -> int | None:
    name = next((groups[f"m{i}"] for i in range(1, 5) if groups[f"m{i}"]), None)
    months: list[str] = load("dates")["months"]
    return months.index(name.lower()) + 1 if name else None
