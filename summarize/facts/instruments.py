"""The resolutions and documents that a note lists of a sentence, each by its whole title."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from summarize.facts import Fact, facts
from summarize.facts.names import country
from summarize.lexicon import load, word_set

REFERENCES: Final = ("symbol", "document")

_MORE: Final = re.compile(
    r"(?:,\s(?:and\s)?|\s(?:and|or|to)\s)(?:on\s)?(?:the\s|their\s)?[A-Z][\w'’-]*"
    r"(?:\s(?:(?:of|on|for|in|the|their|against|from|by)\s)*[A-Z][\w'’-]*)*"
)
"""How a title goes on that a list of names has cut ("Prevention" "and Combating of Terrorism")."""

_DESTROYED: Final = re.compile(r"\sand\son\s(?:[Tt]heir|[Tt]he)\sDestruction")
"""How the titles of conventions on weapons end."""

_OPEN: Final = re.compile(r"\b(?:on|for|of|against|relating|concerning)\b")
_ESTABLISHING: Final = re.compile(r"\s(?:establishing|(?P<between>between))\s(?:the\s)?")
_AND: Final = re.compile(r"\sand\s(?:the\s)?")
_LISTED: Final = re.compile(r",?\s(?:and|or|to)\s|,\s")
_PARTS: Final = ("paragraph", "article")
_OWNED: Final = re.compile(r"['’]s?\Z")


def references(sentence: str) -> tuple[Fact, ...]:
    """The resolutions and documents of ``sentence`` in order: a year before the name with it, a title
    to its end ("the Treaty establishing …"), a paragraph with the document that it is of.

    Left out is what names no document: "the Agreement", "Islamic Law", a body like the New Agenda
    Coalition. The Charter is the only one that a bare word names.
    """
    every = facts(sentence)
    years = {fact.end: fact.start for fact in every if fact.kind == "date"}
    found: list[Fact] = []
    for fact in every:
        spoken = fact.text.endswith(" I") and re.match(r" [a-z]", sentence[fact.end :])
        if fact.kind not in REFERENCES or spoken:  # "the rules I have recalled"
            continue
        if found and fact.start < found[-1].end:
            continue
        if fact.kind == "document":
            named = _by_whom(sentence, fact, every)
            if named == fact and fact.start - 1 not in years and not _is_document(fact.text):
                continue
            fact = _whole(sentence, named, years)
        if found and _belongs(sentence, found[-1], fact):
            found[-1] = _joined(sentence, found[-1], fact)
        else:
            found.append(fact)
    return tuple(found)


def instrument(name: str) -> str:
    """The key under which a note lists the document ``name``: one for all names that it goes by."""
    low = _OWNED.sub("", " ".join(name.split())).casefold()
    return _instruments().get(low, low)


@cache
def _instruments() -> dict[str, str]:
    known = load("listed")["instruments"]
    return {name: entry["names"][0] for entry in known for name in entry["names"]}


def _is_document(text: str) -> bool:
    words = _OWNED.sub("", text).lower().split()
    if len(words) == 1:
        return words[0] not in word_set("names", "documents") or words == ["charter"]
    if " ".join(words) in word_set("listed", "no_documents"):
        return False
    places = [i for i, word in enumerate(words) if word in word_set("names", "documents")]
    bodies = [i for i, word in enumerate(words) if word in word_set("listed", "bodies")]
    if not places:
        return True
    led = bool(bodies and bodies[0] < places[0] and words[bodies[0] + 1] in ("on", "for"))
    closed = (
        bodies and bodies[-1] == len(words) - 1 and not _OPEN.search(" ".join(words[places[0] :]))
    )
    return not (led or closed)


def _by_whom(sentence: str, fact: Fact, every: tuple[Fact, ...]) -> Fact:
    """The document with what it establishes, or the two that it is between; else as it is."""
    names = {name.start: name.end for name in every if name.kind == "name"}
    by = _ESTABLISHING.match(sentence, fact.end)
    end = names.get(by.end()) if by else None
    if by and end and by["between"]:
        other = _AND.match(sentence, end)
        end = names.get(other.end()) if other else None
    return replace(fact, end=end, text=sentence[fact.start : end]) if end else fact


def _whole(sentence: str, fact: Fact, years: dict[int, int]) -> Fact:
    """The document with the year before it, and its title to the end."""
    start, end = years.get(fact.start - 1, fact.start), fact.end
    while _OPEN.search(sentence[fact.start : end]) and (more := _more(sentence, start, end)):
        end = more.end()
    end -= len(sentence[start:end]) - len(_OWNED.sub("", sentence[start:end]))
    return replace(fact, start=start, end=end, text=sentence[start:end])


def _more(sentence: str, start: int, end: int) -> re.Match[str] | None:
    """What follows of the title ``sentence[start:end]``, None where it is whole."""
    if sentence[start:end].split()[-1].lower() in word_set("listed", "title_goes_on"):
        more = _MORE.match(sentence, end)
        return more if more and not _is_another(more.group()) else None
    return _DESTROYED.match(sentence, end)


def _is_another(more: str) -> bool:
    """Whether what seems to go on with a title names a State or, behind its article, another document
    or a body ("… and the Convention on …").
    """
    article, words = re.search(r"\sthe\s", more), re.findall(r"[^\W\d_][\w-]*", more)
    named = [word for word in words if word[0].isupper()]
    if country(named[0]) or country(" ".join(named)):
        return True
    others = word_set("names", "documents") | word_set("listed", "bodies")
    return article is not None and any(word.lower() in others for word in named)


def _belongs(sentence: str, one: Fact, other: Fact) -> bool:
    """Whether the two are one reference: articles in a list, or a part and what it is a part of."""
    joint = sentence[one.end : other.start]
    parts = [fact.value.startswith(_PARTS) for fact in (one, other)]
    if all(parts):
        return other.text[:1].isdigit() and bool(_LISTED.fullmatch(joint))
    if parts == [False, True]:
        return other.value.startswith("paragraph") and bool(re.fullmatch(r",\s", joint))
    return parts == [True, False] and bool(re.fullmatch(r"\sof\s(?:the\s)?", joint))


def _joined(sentence: str, one: Fact, other: Fact) -> Fact:
    symbol = one.symbol or other.symbol
    return replace(one, end=other.end, text=sentence[one.start : other.end], symbol=symbol)
