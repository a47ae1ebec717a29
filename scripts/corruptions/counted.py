"""Errors in figures, comparisons, dates and symbols."""

from __future__ import annotations

import random
import re

from corruptions.common import Edit, Pool, Row, kind_facts
from corruptions.tables import COMPARE, MONTHS


def figure(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """Another digit, another scale, another figure of the same point."""
    edits: list[Edit] = []
    here = [f.text for f in kind_facts(" ".join(row["sentences"]), "figure")]
    here = [t for t in here if not re.fullmatch(r"\d{1,2}|\d{5,}", t)]
    for fact in kind_facts(row["summary"], "figure"):
        percent = fact.text.endswith("per cent")
        options = [t for t in here if _digits(t) != _digits(fact.text)]
        options = [t for t in options if t.endswith("per cent") == percent]
        options = [t for t in options if ("$" in t) == ("$" in fact.text)]
        options.append(_other(fact.text, rng))
        edits.append((fact.start, fact.end, rng.choice(options)))
        for one, two in (("million", "billion"), ("billion", "million"), ("thousand", "million")):
            if one in fact.text:
                edits.append((fact.start, fact.end, fact.text.replace(one, two)))
        if fact.text.endswith(" per cent"):
            edits.append((fact.end - 9, fact.end, ""))
    return edits


def _digits(text: str) -> str:
    return re.sub(r"[^\d]", "", text) or text.lower()


def _other(text: str, rng: random.Random) -> str:
    """``text`` with one digit or number word changed."""
    digits = [m.start() for m in re.finditer(r"\d", text)]
    if digits:
        at = rng.choice(digits)
        new = rng.choice([d for d in "123456789" if d != text[at]])
        return text[:at] + new + text[at + 1 :]
    small = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twelve",
        "twenty",
        "thirty",
        "forty",
        "fifty",
    ]
    found = [w for w in re.findall(r"[a-z]+", text) if w in small]
    if found:
        return text.replace(found[0], rng.choice([w for w in small if w != found[0]]), 1)
    vague = {"hundreds": "thousands", "thousands": "millions", "millions": "thousands"}
    halves = {"half": "a third", "two thirds": "one third", "one third": "two thirds"}
    return {**vague, **halves}.get(text.lower(), "seventeen")


def comparison(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """ "over" for "under", a comparing word dropped or added before a figure."""
    edits: list[Edit] = []
    for fact in kind_facts(row["summary"], "figure"):
        old = next((c for c in COMPARE if fact.text.lower().startswith(c + " ")), None)
        if old:
            new = rng.choice(COMPARE[old])
            edits.append((fact.start, fact.start + len(old) + (not new), new))
        elif re.match(r"[\d$]", fact.text) and row["summary"][fact.start - 1] == " ":
            edits.append(
                (fact.start, fact.start, rng.choice(["more than ", "less than ", "nearly "]))
            )
    return edits


def date(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """Another month or year, "last" for "next", "by" for "since", another date of the point."""
    text, edits = row["summary"], list[Edit]()
    here = [f.text for f in kind_facts(" ".join(row["sentences"]), "date")]
    for fact in kind_facts(text, "date"):
        month = next((m for m in MONTHS if m in fact.text), None)
        year = re.search(r"\d{4}", fact.text)
        others = [t for t in here if t not in fact.text and fact.text not in t]
        others = [t for t in others if _dated(t) == _dated(fact.text)]
        if others:
            edits.append((fact.start, fact.end, rng.choice(others)))
        if month:
            new = fact.text.replace(month, rng.choice([m for m in MONTHS if m != month]))
            edits.append((fact.start, fact.end, new))
        if year and not fact.text.endswith("s"):
            new = fact.text.replace(
                year.group(), str(int(year.group()) + rng.choice([-10, -1, 1, 2]))
            )
            edits.append((fact.start, fact.end, new))
        for one, two in (("last", "next"), ("next", "last"), ("this", "last"), ("past", "coming")):
            if re.match(one + r"\b", fact.text):
                edits.append((fact.start, fact.start + len(one), two))
        for one, two in (("by ", "since "), ("since ", "until "), ("until ", "since ")):
            if text[: fact.start].endswith(" " + one):
                edits.append((fact.start - len(one), fact.start, two))
    return edits


def _dated(text: str) -> bool:
    """Whether a date is one of the calendar, not one that hangs on the day of speaking."""
    return bool(re.search(r"\d", text)) or text in MONTHS


def symbol(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """Another number of a resolution, article or chapter."""
    edits: list[Edit] = []
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XIV", "XV"]
    for fact in kind_facts(row["summary"], "symbol"):
        if re.search(r"\d", fact.text):
            edits.append((fact.start, fact.end, _other(fact.text, rng)))
        else:
            last = fact.text.split()[-1]
            new = rng.choice([r for r in roman if r != last])
            edits.append((fact.end - len(last), fact.end, new))
    return edits
