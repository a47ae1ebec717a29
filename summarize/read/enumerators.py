"""The enumerators that a browser or a word processor shows before the items of a list."""

from __future__ import annotations

import re
from typing import Any

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_STYLES = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|disc|circle|square|decimal|"
    r"(?:lower|upper)-(?:alpha|latin|roman))\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxlcIVXLC]{1,6})[.)]|[•·–—*-])(?:\s|$)")


def roman(number: int) -> str:
    """``number`` in small Roman numerals; 1 to 3999."""
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out


def alphabetic(number: int) -> str:
    """``number`` in letters: 1 is a, 27 is aa."""
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(ord("a") + rest) + out
    return out


def numeral(number: int, style: str) -> str:
    """``number`` in the style of HTML's ``type``: 1, a, A, i or I."""
    if style in {"a", "A"} and number > 0:
        letters = alphabetic(number)
        return letters.upper() if style == "A" else letters
    if style in {"i", "I"} and 0 < number < 4000:
        letters = roman(number)
        return letters.upper() if style == "I" else letters
    return str(number)


def _integer(value: str | None) -> int | None:
    try:
        return int(value) if value is not None and len(value) < 9 else None
    except ValueError:
        return None


def _style_of(element: Any, default: str) -> str:
    found = _STYLE.search(element.get("style") or "")
    if found:
        name = found.group(1).lower()
        return _STYLES.get(name, "none" if name == "none" else "•")
    kind = element.get("type") or ""
    return kind if kind in {"1", "a", "A", "i", "I"} else default


def _has_own(item: Any) -> bool:
    """Whether the item's own words begin with an enumerator or a bullet."""
    start = ""
    for piece in item.itertext():
        start += piece
        if len(start.strip()) > 8:
            break
    return bool(_NUMBERED.match(start))


def _numbers(items: list[Any], listing: Any) -> list[int]:
    step = -1 if listing.get("reversed") is not None else 1
    at = _integer(listing.get("start"))
    if at is None:
        at = len(items) if step < 0 else 1
    numbers: list[int] = []
    for item in items:
        value = _integer(item.get("value"))
        at = value if value is not None else at
        numbers.append(at)
        at += step
    return numbers


def list_markers(root: Any) -> dict[Any, str]:
    """For each item of the lists under ``root``, the marker that a browser shows before it."""
    markers: dict[Any, str] = {}
    for listing in root.iter("ol", "ul"):
        items = [child for child in listing if child.tag == "li"]
        style = _style_of(listing, "1" if listing.tag == "ol" else "•")
        for item, number in zip(items, _numbers(items, listing), strict=True):
            shown = _style_of(item, style)
            if shown == "none" or _has_own(item):
                continue
            markers[item] = "•" if shown == "•" else f"{numeral(number, shown)}."
    return markers
