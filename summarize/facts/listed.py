"""What a note lists of a sentence: figures with the noun that they count, dates, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from summarize.facts import Fact, facts
from summarize.lexicon import load

KINDS: Final = ("figure", "date")
REFERENCES: Final = ("symbol", "document")
SMALL: Final = 12
"""Up to here a number word without its noun ("these four", "zero risk") counts nothing."""

WORDS: Final = 4
"""How many words after a number may lead to the noun that it counts."""

NAMED: Final = re.compile(r"[^\W\d_](?:[^\s.]*[-–+])?\Z|[^\W\d_]\d+\+\Z")
"""What makes a number part of a name: "COVID-19", "COP29", "A3+1"."""

_LONGEST: Final = 60
"""Characters of a name before its number that are looked at."""

RANGE: Final = re.compile(r"\s?[-–/]\s?|\sto\s")
SCALES: Final = re.compile(r"(?:\sof\s(?:tens|hundreds|thousands|[mbtr]+illions|dozens))*\sof\s\w+")
NEXT: Final = re.compile(r"\s([^\W\d_][\w-]*[^\W_])(?!\w)")
PLURAL: Final = re.compile(r"(?i:.+[^siu]s|.+[^aeiou]ies|people|women|men|children)")
BARE: Final = re.compile(r"\W*[\d.,]+|[a-z]+", re.IGNORECASE)
SCALED: Final = ("million", "billion", "trillion")
AGO: Final = re.compile(r" (?:ago|later|earlier)\b")
UNIT: Final = re.compile(r"[ \u00a0]?(?:°[CF]|k[gm]|ha|GW|MW|kW)\b")


_COMPARED = r"(?:(?:fewer|less|more) than |at least |at most |about |around |nearly |almost |over |some |up to )"
SHARE: Final = re.compile(
    rf"{_COMPARED}?\b(?:(?:one|1)(?P<noun> [a-z]+)? in (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{{1,3}})"
    r"|\d[\d,]* out of (?:the |its |all )?\d[\d,]*)\b(?![,.]\d)",
    re.IGNORECASE,
)
"""A part of a whole ("one child in two", "4 out of the 850"), which its numbers alone misstate."""

COMPOUND: Final = re.compile(
    r"-(?:minute|hour|day|week|month|year|point|member|fold|(?:kilo)?met(?:re|er)|mile|foot|ton(?:ne)?|megawatt"
    r"|person|seat|page|step|hectare|nation|country|party)s?\b(?:-(?:high|long|wide|deep|old)\b)?"
)
COUNTED: Final = re.compile(
    r" (?:square )?(?:kilomet(?:re|er)s|met(?:re|er)s|miles|people|persons|inhabitants|tonn?es|tons|hectares|acres"
    r"|soldiers|troops|dollars|euros|refugees|victims|families|children|women|men|households|homes|schools)\b"
)
"""What a number of four digits counts that is no year ("more than 2000 kilometres")."""
_BEFORE_YEAR: Final = re.compile(
    r"\b(?:in|since|by|of|until|from|during|for|year|before|after)\s$", re.I
)


def listed(sentence: str) -> tuple[Fact, ...]:
    """The figures and dates of ``sentence`` in order; ``text`` and ``end`` take in the noun.

    Left out: a number that is part of a name ("COVID-19"), the number of a paragraph or a list
    item, a date that only the day of speaking fixes ("this year"), and a small number word that
    counts nothing in the sentence ("these four"). The ends of a range are one, and so are a part and its
    whole ("one child in two").
    """
    shares = tuple(_shares(sentence))
    found: list[Fact] = []
    for fact in _worth(sentence):
        shared = any(share.start <= fact.start < share.end for share in shares)
        if shared or (found and fact.start < found[-1].end):
            continue
        long = _with_noun(sentence, fact)
        joint = sentence[found[-1].end : fact.start] if found else ""
        ranged = found and _alike(found[-1], fact, joint, sentence[: found[-1].start])
        if ranged and RANGE.fullmatch(sentence, found[-1].end, fact.start):
            long = replace(long, start=found.pop().start)
        found.append(replace(long, text=sentence[long.start : long.end]))
    counted = (fact for fact in found if not _counts_nothing(fact))
    return tuple(sorted((*counted, *shares), key=lambda fact: fact.start))


def _alike(one: Fact, other: Fact, joint: str, before: str) -> bool:
    """Whether two facts can be the ends of a range: of one kind, no sum of money behind a number
    that is none, and behind "to" nothing that the first counts for itself ("100 trucks to 20 towns",
    "by 300 to 1,200").
    """
    sums = [bool(re.search(r"[$€£]", fact.text)) for fact in (one, other)]
    if one.kind != other.kind or sums[0] < sums[1]:
        return False
    if one.kind == "date" or joint.strip() != "to":
        return True
    bare = bool(BARE.fullmatch(one.text))
    scaled = sums[0] == sums[1] or other.text.split()[-1] in SCALED
    same = one.text.split()[-1] == other.text.split()[-1]
    return ((bare and scaled) or same) and not before.endswith(" by ")


def references(sentence: str) -> tuple[Fact, ...]:
    """The resolutions and documents of ``sentence`` in order, a year before the name with it."""
    every = facts(sentence)
    years = {fact.end: fact.start for fact in every if fact.kind == "date"}
    found = []
    for fact in every:
        spoken = fact.text.endswith(" I") and re.match(r" [a-z]", sentence[fact.end :])
        if fact.kind in REFERENCES and not spoken:  # "the rules I have recalled"
            start = years.get(fact.start - 1, fact.start) if fact.kind == "document" else fact.start
            found.append(replace(fact, start=start, text=sentence[start : fact.end]))
    return tuple(found)


def _shares(sentence: str) -> Iterator[Fact]:
    """The parts of a whole, with the noun behind them where none stands inside."""
    for match in SHARE.finditer(sentence):
        end = match.end() if match["noun"] else _noun_end(sentence, match.end())
        text = sentence[match.start() : end]
        yield Fact(match.start(), end, "figure", text, text.lower())


def _worth(sentence: str) -> Iterator[Fact]:
    """The figures and dates that are no part of another thing's name."""
    named = references(sentence)
    for fact in facts(sentence):
        if fact.kind not in KINDS or any(n.start < fact.end and fact.start < n.end for n in named):
            continue
        if not (_is_named(sentence, fact) or _is_enumerator(sentence, fact) or _is_relative(fact)):
            yield fact


def _is_named(sentence: str, fact: Fact) -> bool:
    run = sentence[max(0, fact.start - _LONGEST) : fact.start].rpartition(" ")[2]
    return bool(NAMED.search(run)) and any(character.isupper() for character in run)


def _is_enumerator(sentence: str, fact: Fact) -> bool:
    """Whether a number is that of a paragraph or a list item, as records number them, or of one of many
    things ("Mine No. 24").
    """
    before, after = sentence[: fact.start], sentence[fact.end : fact.end + 1]
    if before.endswith(("No. ", "Nr. ", "№ ", "Nos. ")):
        return True
    return not before.strip(" (") and after in (".", ")")


def _is_relative(fact: Fact) -> bool:
    """Whether a date hangs on the day of speaking and says no number of years or days."""
    if fact.kind != "date" or re.match(r"[\d-]", fact.value):
        return False
    return not any(word.isdigit() or word in load("numbers")["words"] for word in _low(fact.text))


def _low(text: str) -> list[str]:
    return text.lower().split()


def _with_noun(sentence: str, fact: Fact) -> Fact:
    year = fact.kind == "date" and re.fullmatch(r"\d{4}", fact.text)
    counted = COUNTED.match(sentence, fact.end) if year else None
    if counted and not _BEFORE_YEAR.search(sentence[: fact.start]):
        before = re.search(_COMPARED + "$", sentence[: fact.start])
        return replace(fact, start=before.start() if before else fact.start, end=counted.end())
    if fact.kind != "figure":
        return fact
    if compound := COMPOUND.match(sentence, fact.end):
        return replace(fact, end=compound.end())
    unit = fact.value.split()[-1]
    measure = (SCALES if unit == "vague" else UNIT).match(sentence, fact.end)
    if measure:
        return replace(fact, end=measure.end())
    return replace(fact, end=_noun_end(sentence, fact.end)) if unit.isdigit() else fact


def _noun_end(sentence: str, end: int) -> int:
    """Where the noun ends that the number before ``end`` counts; ``end`` where none is near."""
    at, function = end, load("words")["function"]
    for _ in range(WORDS):
        word = NEXT.match(sentence, at)
        if word is None or word[1].lower() in function:
            return end
        at = word.end()
        if PLURAL.fullmatch(word[1]):
            ago = AGO.match(sentence, at)
            return ago.end() if ago else at
    return end


def _counts_nothing(fact: Fact) -> bool:
    value = fact.value.split()[-1]
    only = [word for word in _low(fact.text) if word != "only"]
    is_bare = fact.kind == "figure" and len(only) == 1 and only[0].isalpha()
    return is_bare and value.isdigit() and int(value) <= SMALL
