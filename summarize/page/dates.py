"""Dates as they stand in a masthead, in ISO 8601, with the names of months from the CLDR."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from summarize.records import Span

# The CLDR has "Sep" only; news agencies write "Sept.".
_MORE_MONTHS = {"en": {"sept": 9}}

_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|°|\.)?"


@cache
def _months(language: str) -> dict[str, int]:
    from babel import Locale, UnknownLocaleError

    names: dict[str, int] = {}
    for code in {"en", language}:
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                found = locale.months[context][width]
                names.update({name.lower().rstrip("."): n for n, name in found.items()})
        names.update(_MORE_MONTHS.get(code, {}))
    return {name: n for name, n in names.items() if name.isalpha() and len(name) > 1}


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    names = sorted(_months(language), key=len, reverse=True)
    month = rf"(?P<month>{'|'.join(map(re.escape, names))})\.?"
    sources = (
        rf"\b{_YEAR}-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b",
        rf"\b{_YEAR}/(?P<number>[01]?\d)/(?P<day>[0-3]?\d)\b",
        rf"{_YEAR}\s?年\s?(?P<number>[01]?\d)\s?月\s?(?P<day>[0-3]?\d)\s?日",
        rf"\b{_DAY}(?:\s+(?:of|de|day of))?\s+{month},?(?:\s+(?:de|of))?\s+{_YEAR}\b",
        rf"\b{month}\s+{_DAY}\s*,?\s+{_YEAR}\b",
        rf"\b(?P<day>[0-3]?\d)\.(?P<number>[01]?\d)\.{_YEAR}\b",
        rf"\b(?P<day>1[3-9]|2\d|3[01])[/-](?P<number>[01]?\d)[/-]{_YEAR}\b",
        rf"\b{_DAY}-{month}-{_YEAR}\b",
        rf"\b(?P<number>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}\b",
        rf"\b{month},?\s+{_YEAR}\b",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


def _iso(match: re.Match[str], language: str) -> str | None:
    found = match.groupdict()
    month = (
        int(found["number"]) if found.get("number") else _months(language)[found["month"].lower()]
    )
    if found.get("day") is None:
        return f"{int(found['year']):04d}-{month:02d}"
    try:
        return date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError:
        return None


def find_dates(
    text: str, start: int = 0, end: int | None = None, language: str = "en"
) -> tuple[tuple[Span, str], ...]:
    """The dates of ``text[start:end]`` in order, each with its ISO form.

    A month with a year and no day is "2021-05". A date that reads two ways (05/04/2021) and a
    date without a year are no dates here.
    """
    stop = len(text) if end is None else end
    taken: list[tuple[Span, str]] = []
    for pattern in _patterns(language):
        for match in pattern.finditer(text, start, stop):
            span = Span(match.start(), match.end())
            iso = _iso(match, language)
            if iso and not any(s.start < span.end and span.start < s.end for s, _ in taken):
                taken.append((span, iso))
    return tuple(sorted(taken))
