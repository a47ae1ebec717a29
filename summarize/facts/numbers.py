"""Figures of a text: digits, number words, fractions, ordinals, shares, sums of money."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from summarize.lexicon import load


@dataclass(frozen=True)
class Number:
    """A number in a text: its span, exact value, unit and the word that compares it.

    ``unit`` is "", "%", "points" (of per cent), "share", a currency, "ordinal", or "vague" for "hundreds" and its like (then
    ``value`` is the scale). ``comparator`` is one of ``>``, ``>=``, ``<``, ``<=``, ``~``,
    ``~<``, ``!``, ``=`` or "", and ``compared`` where its word begins.
    """

    start: int
    end: int
    value: Fraction
    unit: str = ""
    comparator: str = ""
    compared: int = -1

    @property
    def normal(self) -> str:
        """Value and unit as one string, equal for equal figures."""
        exact = self.value.denominator == 1 or self.unit == "share"
        number = str(self.value) if exact else f"{float(self.value):.12g}"
        return f"{number} {self.unit}".strip()


@lru_cache(maxsize=256)
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of ``text`` in order, without overlap. Years and symbols are numbers, too."""
    found: list[Number] = []
    for match in _pattern().finditer(text):
        number = _number(text, match)
        if number is not None:
            found.append(_compare(text, number))
    return tuple(_share_units(text, found))


def _share_units(text: str, found: list[Number]) -> list[Number]:
    """Give the members of a range or list the unit of the last ("50 to 82 per cent")."""
    for i in range(len(found) - 2, -1, -1):
        one, two = found[i], found[i + 1]
        link = text[one.end : two.start]
        if (
            one.unit == ""
            and two.unit in {"%", "points"}
            and re.fullmatch(r"-|–|,? (to|and|or) |, ", link)
        ):
            found[i] = replace(one, unit=two.unit)
    return found


def _alternatives(keys: list[str]) -> str:
    return "|".join(sorted(map(re.escape, keys), key=len, reverse=True))


_AND = "(?:{})".format(
    "|".join(
        rf"(?<={scale})[ -]and[ -](?!\w+[ -](?:hundred[ -])?{scale}\b)"
        for scale in ("hundred", "thousand", "million", "billion", "trillion")
    )
)
"""Where "and" joins two number words to one: not in "between two and three years", nor in "between one
million and two million"."""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    data = load("numbers")
    word = _alternatives([*data["words"], *data["scales"]])
    ordinal = _alternatives([*data["ordinals"], *(f"{k}s" for k in ("third", "fifth", "tenth"))])
    scale = _alternatives(list(data["scales"]))
    fraction = _alternatives(list(data["fractions"]))
    return re.compile(
        rf"(?P<money>(?:US)?[$€£]\s?)?(?P<digits>\d{{1,3}}(?:[,  ]\d{{3}})+(?:\.\d+)?(?!\d)"
        rf"|\d+(?:\.\d+)?)(?P<th>st|nd|rd|th)?\b(?:[ -](?P<scale>{scale})\b)?(?P<sign>\s?%)?"
        rf"|\b(?P<frac>(?:two|three|four|five|nine)[ -](?:thirds|quarters|fifths|sixths|tenths)\b"
        rf"|(?:a|one|two|three|four|five|nine)[ -](?:{fraction})\b"
        rf"(?!\s(?!of|in|and|or|to|by|as)\w)|half\b)"
        rf"|\b(?P<words>(?:an? (?={scale}))?(?:(?:{word})(?:(?:-\s|[ -]|{_AND})"
        rf"(?:{word}))*)(?:(?:-\s|[ -])(?P<tail>{ordinal}))?)\b"
        rf"|\b(?P<ordinal>{ordinal})\b|\b(?P<vague>{_alternatives(list(data['vague']))})\b",
        re.IGNORECASE,
    )


def _number(text: str, match: re.Match[str]) -> Number | None:
    unit = _unit(text, match.end())
    if match["digits"]:
        return _digits(match, unit)
    if match["frac"]:
        return _fraction(match)
    if match["words"]:
        value = words_value(match["words"])
        unit = "ordinal" if match["tail"] else unit
        return None if value is None else Number(match.start(), match.end(), value, unit)
    if match["ordinal"]:
        value = Fraction(load("numbers")["ordinals"].get(match["ordinal"].lower(), 0))
        return Number(match.start(), match.end(), value, "ordinal") if value else None
    scale = Fraction(load("numbers")["scales"].get(match["vague"].lower()[:-1], 20))
    return Number(match.start(), match.end(), scale, "vague")


def _digits(match: re.Match[str], unit: str) -> Number:
    value = Fraction(re.sub(r"[,  ]", "", match["digits"]))
    if match["scale"]:
        value *= load("numbers")["scales"][match["scale"].lower()]
    if match["money"]:
        unit = load("numbers")["currencies"][match["money"].strip().upper()]
    if match["th"]:
        unit = "ordinal"
    if match["sign"]:
        unit = "%"
    return Number(match.start(), match.end(), value, unit)


def _fraction(match: re.Match[str]) -> Number:
    parts = re.split(r"[ -]", match["frac"].lower())
    top, bottom = load("numbers")["fractions"][parts[-1]]
    count = load("numbers")["words"].get(parts[0], 1)
    return Number(match.start(), match.end(), Fraction(top * count, bottom), "share")


def _unit(text: str, end: int) -> str:
    after = re.match(r"[ -](percentage points?|per cent|percent|(\w+))", text[end : end + 24], re.I)
    if not after:
        return ""
    if after[1].lower().startswith("percentage"):
        return "points"
    if after[1].lower().startswith("per"):
        return "%" if after[1].lower().startswith(("per cent", "percent")) else ""
    return str(load("numbers")["currencies"].get(after[1].lower(), ""))


def words_value(phrase: str) -> Fraction | None:
    """The value of a number in words ("one hundred and fifty thousand", "a dozen"), or None.

    A bare "one" has no value here: it is a pronoun more often than a figure.
    """
    data = load("numbers")
    total, current = 0, 0
    parts = [p for p in re.split(r"[\s-]+", phrase.lower()) if p != "and"]
    for part in parts:
        if part in data["ordinals"]:
            current += data["ordinals"][part]
        elif part in data["words"]:
            current += data["words"][part]
        elif part in data["scales"]:
            scale = data["scales"][part]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
    return None if parts == ["one"] else Fraction(total + current)


@lru_cache(maxsize=1)
def _comparators() -> tuple[re.Pattern[str], dict[str, str]]:
    table = dict(load("numbers")["comparators"])
    linking = r"(?:(?:the|a|an|estimated|one|its|their|another|or|so)\s+)*[$€£]?"
    pattern = rf"(?:\b|(?<=of))({_alternatives(list(table))})\s+{linking}$"
    return re.compile(pattern, re.IGNORECASE), table


def _compare(text: str, number: Number) -> Number:
    pattern, table = _comparators()
    begin = max(0, number.start - 40)
    match = pattern.search(re.sub(r"\bevery $", "", text[begin : number.start]))
    if match:
        sign = table[match[1].lower()]
        return replace(number, comparator=sign, compared=begin + match.start())
    after = re.match(r"\s+or (more|less|fewer|over)\b", text[number.end : number.end + 12])
    if after:
        sign = ">=" if after[1] in ("more", "over") else "<="
        return replace(number, comparator=sign, compared=number.end)
    return number
