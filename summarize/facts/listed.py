"""What a note lists of a sentence: figures with the noun that they count, dates, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from summarize.facts import Fact, facts
from summarize.facts.instruments import references
from summarize.lexicon import load, word_set

__all__ = ["listed", "references"]

KINDS: Final = ("figure", "date")
SMALL: Final = 12
"""Up to here a number word without its noun ("these four", "zero risk") counts nothing."""

WORDS: Final = 4
"""How many words after a number may lead to the noun that it counts."""

_OF_WHOLE: Final = 7
"""How many words after a part may lead to its whole ("half of all the world's young people")."""

NAMED: Final = re.compile(r"[^\W\d_](?:[^\s.]*[-–+])?\Z|[^\W\d_]\d+\+\Z")
"""What makes a number part of a name: "COVID-19", "COP29", "A3+1"."""

_LONGEST: Final = 60
"""Characters before a number that are looked at."""

RANGE: Final = re.compile(r"\s?[-–/]\s?|\sto\s")
SCALES: Final = re.compile(
    r"(?:\sof\s(?:tens|hundreds|thousands|[mbtr]+illions|dozens))*\sof(?=\s)"
)
OWNED: Final = re.compile(r"\s(?:its|our|their|his|her|my|the|these|those)(?=\s)")
MANY: Final = re.compile(
    r"\b(?:[Ss]everal|[Mm]any|[Aa] few|[Ff]ew|[Aa] couple of|[Tt]ens of|[Hh]undreds of)\s\Z"
)
"""What makes more of the scale behind it ("several hundred thousand refugees")."""

GLUED: Final = re.compile(r"(?:[^\W\d_]\.|/|[A-Z]-)\Z")
"""Before a number of a symbol or of an error of scanning ("bee.2", "PV.9", "S-10/2")."""

SPACED: Final = re.compile(r"(?:[^\W\d_]\.|/|[A-Z]-)\s\Z")
"""The same before one digit alone, which a scan may have parted from it ("PV. 9")."""

DEAD: Final = frozenset(
    ["dead", "wounded", "injured", "missing", "killed", "dying", "sick", "strong"]
)
"""Adjectives that stand for those whom a number counts ("the 39 dead")."""

JOINED: Final = re.compile(r"\s(?:and|or)(?=\s)")
MANY_ARE: Final = re.compile(r"(?:\s[a-z-]+)?\s(?:were|are|have|died|drowned|fled|perished)\b")
PEOPLE: Final = re.compile(r"\A\w+(?:n|ns|ese|ish|i|is|ch|sh|que)\Z")

PARTED: Final = re.compile(
    r"\b(?:[Aa]rticles?|[Pp]aragraphs?|[Pp]aras?\.|[Pp]ages?|pp?\.|[Cc]hapters?|[Ss]ections?|[Ii]tems?|[Rr]ules?|Annex"
    r"|Resumption|Part|PV\.)\s(?:\S{1,4},?\s(?:and|to|or)\s)?\Z"
)
"""Before the number of a part of a document."""

CLOCK: Final = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock)")
ROSE: Final = re.compile(r"\b(?:rose|resumed|suspended|adjourned|called to order) at\s\Z")
AGAIN: Final = re.compile(r"\b(?:the|these|those|our|both|other)\s(?:other\s)?\Z", re.IGNORECASE)
FEW: Final = 3
"""Up to here "the two countries" names again those that were named; "the nine countries" counts."""

COMPARING: Final = frozenset(
    ["at", "least", "more", "than", "fewer", "less", "some", "about", "almost", "nearly", "over"]
)
HALVED: Final = re.compile(r"\b(?:first|second|latter|other|better)\s\Z")
"""Before a half that is a time or a place ("the first half of the century")."""

DAYS: Final = re.compile(r"\s?(?:to|and|or|until|through|[-–,])\s?")
SPOKEN: Final = re.compile(
    r"\s(?:shall|should|would|will|have|am|wish|want|must|believe|hope|think)\b"
)
"""Behind a "1" that a scan has made of "I"."""

OWNER: Final = re.compile(r"['’]s?\Z")
DIGITS: Final = re.compile(r"\d{1,3}")
NEXT: Final = re.compile(r"\s([^\W\d_][\w-]*[^\W_])(?!\w)")
PLURAL: Final = re.compile(r"(?i:.+[^siu]s|.+[^aeiou]ies|people|women|men|children)")
PART: Final = re.compile(
    r"\s(of|the|a|an|all|our|its|their|these|those|that|this|every|[^\W\d_][\w-]*(?:['’]s)?)(?![\w'’])"
)
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

    Left out: a number that is part of a name ("COVID-19") or of a symbol, the number of a paragraph, a
    page or a list item, the time of a meeting, a date that only the day of speaking fixes ("this
    year"), a small number word that counts nothing in the sentence ("these four"), and what orders
    the speech or names again ("four points", "the two countries"). The ends of a range are one, and
    so are a part and its whole ("one child in two").
    """
    shares = tuple(_shares(sentence))
    found: list[Fact] = []
    for fact in _worth(sentence):
        shared = any(share.start <= fact.start < share.end for share in shares)
        if shared or (found and fact.start < found[-1].end):
            continue
        long = _with_many(sentence, _with_noun(sentence, fact))
        if found and _is_joined(sentence, found[-1], fact):
            long = replace(long, start=found.pop().start)
        found.append(replace(long, text=sentence[long.start : long.end]))
    counted = (fact for fact in found if not _counts_nothing(sentence, fact))
    return tuple(sorted((*counted, *shares), key=lambda fact: fact.start))


def _before(sentence: str, start: int) -> str:
    """What stands just before ``start``: the whole would be read again for each figure."""
    return sentence[max(0, start - _LONGEST) : start]


def _is_joined(sentence: str, one: Fact, other: Fact) -> bool:
    """Whether two facts are one: a range, days of one month ("5 and 10 October"), "12,6 million"."""
    joint = sentence[one.end : other.start]
    day = one.kind == "figure" and one.text.isdigit() and int(one.text) <= 31
    if day and other.kind == "date" and re.match(r"\d{1,2}\D", other.text):
        return bool(DAYS.fullmatch(joint))
    if joint == "," and one.text.isdigit():
        return True
    ranged = RANGE.fullmatch(joint) and _alike(one, other, joint, _before(sentence, one.start))
    return bool(ranged) and (joint != "/" or one.kind == "date")


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


def _shares(sentence: str) -> Iterator[Fact]:
    """The parts of a whole, with the noun behind them where none stands inside."""
    for match in SHARE.finditer(sentence):
        end = match.end() if match["noun"] else noun_end(sentence, match.end())
        text = sentence[match.start() : end]
        yield Fact(match.start(), end, "figure", text, text.lower())


def _worth(sentence: str) -> Iterator[Fact]:
    """The figures and dates that are no part of another thing's name."""
    named = references(sentence)
    for fact in facts(sentence):
        if fact.kind not in KINDS or any(n.start < fact.end and fact.start < n.end for n in named):
            continue
        left_out = (_is_named, _is_enumerator, _is_of_symbol, _is_clock)
        if not (any(is_so(sentence, fact) for is_so in left_out) or _is_relative(fact)):
            yield fact


def _is_named(sentence: str, fact: Fact) -> bool:
    run = _before(sentence, fact.start).rpartition(" ")[2]
    return bool(NAMED.search(run)) and any(character.isupper() for character in run)


def _is_enumerator(sentence: str, fact: Fact) -> bool:
    """Whether a number is that of a paragraph or a list item, as records number them, or of one of many
    things ("Mine No. 24").
    """
    before, after = _before(sentence, fact.start), sentence[fact.end : fact.end + 1]
    if before.endswith(("No. ", "Nr. ", "№ ", "Nos. ")):
        return True
    if not before.strip(" (") and after in (".", ")"):
        return True
    return bool(DIGITS.fullmatch(fact.text)) and _is_printed(sentence, fact)


def _is_printed(sentence: str, fact: Fact) -> bool:
    """Whether digits that count nothing open the sentence ("22 Peace and …"), or stand where the number
    of a page does ("the 14 repetition", "High Commissioner 23 for Human Rights").
    """
    before, after = _before(sentence, fact.start), sentence[fact.end :]
    if fact.text == "1" and SPOKEN.match(after):
        return True
    if noun_end(sentence, fact.end) != fact.end:
        return False
    if not before.strip():
        return not after.strip(" .") or (
            bool(re.match(r"\s+[A-Z]", after)) and not _are_many(after)
        )
    word = NEXT.match(after)
    if re.search(r"\bthe\s\Z", before) and word and word[1].islower():
        joined = JOINED.match(after, word.end())
        if word[1] in DEAD or (joined and noun_end(after, joined.end()) != joined.end()):
            return False
        return word[1] not in load("words")["function"] and word[1] not in SCALED
    return bool(re.search(r"[A-Z]\w+\s\Z", before) and re.match(r"\s(?:for|on|of)\s[A-Z]", after))


def _are_many(after: str) -> bool:
    """Whether the name behind a number is of those it counts ("16 Lebanese were", "400 Syrian and Iraqi
    refugees"), not the opening of a sentence behind the number of a page.
    """
    word = NEXT.match(after)
    if word is None or word[1].lower() in load("words")["function"]:
        return False
    if word[1] in _peoples() or MANY_ARE.match(after, word.end()):
        return True
    joined = JOINED.match(after, word.end())
    return (
        joined is not None
        and after[joined.end() + 1 : joined.end() + 2].isupper()
        and noun_end(after, joined.end()) != joined.end()
    )


@cache
def _peoples() -> frozenset[str]:
    """The adjectives and the names of peoples ("Lebanese"), which are one word."""
    return frozenset(
        form for name, *forms in load("demonyms").values() for form in forms if PEOPLE.search(form)
    )


def _is_of_symbol(sentence: str, fact: Fact) -> bool:
    """Whether a number belongs to a symbol, a part of a document or an error of scanning."""
    if fact.kind != "figure" or not DIGITS.match(fact.text):
        return False
    before = _before(sentence, fact.start)
    cut = re.match(r"/\s?\w", sentence[fact.end : fact.end + 3])
    if cut or PARTED.search(before) or GLUED.search(before):
        return True
    alone = len(fact.text) == 1 and noun_end(sentence, fact.end) == fact.end
    return alone and bool(SPACED.search(before))


def _is_clock(sentence: str, fact: Fact) -> bool:
    if fact.kind != "figure" or not re.fullmatch(r"\d{1,2}(?:\.\d\d)?", fact.text):
        return False
    return bool(CLOCK.match(sentence, fact.end) or ROSE.search(_before(sentence, fact.start)))


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
    if counted and not _BEFORE_YEAR.search(_before(sentence, fact.start)):
        before = re.search(_COMPARED + "$", _before(sentence, fact.start))
        return replace(fact, start=fact.start - len(before[0] if before else ""), end=counted.end())
    if fact.kind != "figure":
        return fact
    if compound := COMPOUND.match(sentence, fact.end):
        return replace(fact, end=compound.end())
    unit = fact.value.split()[-1]
    if unit == "vague":
        return replace(fact, end=_scaled_end(sentence, fact.end))
    if unit == "share":
        return replace(fact, end=_whole_end(sentence, fact.end))
    if measure := UNIT.match(sentence, fact.end):
        return replace(fact, end=measure.end())
    owned = re.compile(r"\sof(?=\s)").match(sentence, fact.end) if fact.text.isdigit() else None
    owned = OWNED.match(sentence, owned.end()) if owned else None
    if owned and (end := noun_end(sentence, owned.end())) != owned.end():
        return replace(fact, end=end)
    return replace(fact, end=noun_end(sentence, fact.end)) if unit.isdigit() else fact


def _with_many(sentence: str, fact: Fact) -> Fact:
    """The fact with "several" or "many" before its scale ("several hundred thousand")."""
    scaled = fact.kind == "figure" and fact.text.split()[0].lower() in load("numbers")["scales"]
    many = MANY.search(_before(sentence, fact.start)) if scaled else None
    return replace(fact, start=many.start()) if many else fact


def _scaled_end(sentence: str, end: int) -> int:
    """Where the noun ends of which there are hundreds or thousands ("thousands of its citizens")."""
    scales = SCALES.match(sentence, end)
    if scales is None:
        return end
    owned = OWNED.match(sentence, scales.end())
    at = owned.end() if owned else scales.end()
    if (noun := noun_end(sentence, at)) != at:
        return noun
    word = NEXT.match(sentence, at)
    if word is None or word[1].lower() in load("words")["function"]:
        return end
    return end if sentence[word.end() : word.end() + 1] in ("'", "’") else word.end()


def _whole_end(sentence: str, end: int) -> int:
    """Where the noun ends of which the part before ``end`` is taken; ``end`` where none is near."""
    at, named = end, end
    for _ in range(_OF_WHOLE):
        word = PART.match(sentence, at)
        if word is None:
            break
        at, low = word.end(), word[1].lower()
        if low in word_set("listed", "wholes"):
            return at
        counted = low not in load("words")["function"] and PLURAL.fullmatch(low)
        if counted and not OWNER.search(low):
            if word[1].islower():
                return at
            named = at  # "half of the United Nations membership"
    return named


def noun_end(sentence: str, end: int) -> int:
    """Where the noun ends that the number before ``end`` counts; ``end`` where none is near."""
    at, function = end, load("words")["function"]
    for _ in range(WORDS):
        word = NEXT.match(sentence, at)
        if word is None or word[1].lower() in function:
            return end
        at = word.end()
        if PLURAL.fullmatch(word[1]) and not _is_of_rights(sentence, word[1], at):
            ago = AGO.match(sentence, at)
            return ago.end() if ago else at
    return end


def _is_of_rights(sentence: str, word: str, end: int) -> bool:
    """Whether "rights" stands before what is counted ("hundreds of human rights activists")."""
    after = NEXT.match(sentence, end)
    return word == "rights" and after is not None and bool(PLURAL.fullmatch(after[1]))


def _counts_nothing(sentence: str, fact: Fact) -> bool:
    """Whether a number tells nobody how many: bare, of the speech's own parts, or naming again."""
    value, words = fact.value.split()[-1], [w for w in _low(fact.text) if w != "only"]
    before = _before(sentence, fact.start)
    if value == "share":
        return bool(HALVED.search(before))
    if fact.kind != "figure" or not value.isdigit():
        return False
    if fact.text.endswith(" Goals"):
        return True
    small, bare = int(value) <= SMALL, len(words) == 1 and words[0].isalpha()
    if not small or bare:
        return small and bare
    return _is_rhetorical(words) or _names_again(before, fact)


def _is_rhetorical(words: list[str]) -> bool:
    """Whether a number counts parts of the speech ("three main points"), not "three lamp points"."""
    number = next((i for i, word in enumerate(words) if word not in COMPARING), 0)
    between = words[number + 1 : -1]
    ordering = word_set("listed", "ordering")
    plain = all(word in ordering or word.endswith("ly") for word in between)
    return plain and words[-1] in word_set("listed", "rhetorical")


def _names_again(before: str, fact: Fact) -> bool:
    words = fact.text.split()
    few = len(words) == 2 and int(fact.value.split()[-1]) <= FEW
    return few and bool(AGAIN.search(before)) and words[-1] in word_set("listed", "named_again")
