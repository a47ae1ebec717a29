"""What is turned round or trimmed: nouns that change places, a name without its quarter, "one of"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.records import Finding
from summarize.verify.shape import is_adjective
from summarize.verify.view import View, finding
from summarize.words import Word, stem

_QUARTERS = {"east", "west", "north", "south", "eastern", "western", "northern", "southern"}
_WIDE = {
    "africa", "asia", "europ", "america", "balkan", "pacif", "mediterranean", "caribbean", "atlant", "sahara", "gulf",
}  # fmt: skip
"""Stems of regions of which a part may stand for the whole ("in Africa", of West Africa)."""

_BETWEEN = {"without", "before", "after", "over", "against", "from", "than", "replacing", "into"}
"""Behind these the second noun is not what the first is: changed places say something else."""

_CONTRARY = {
    "before": "after", "after": "before", "with": "without", "without": "with", "despite": "thanks", "thanks": "despite",
    "within": "outside", "outside": "within", "since": "until", "until": "since", "above": "below", "below": "above",
    "inside": "outside",
}  # fmt: skip
_SMALL = {
    "the", "a", "an", "its", "their", "our", "his", "her", "any", "to", "all", "this", "that", "these", "those",
}  # fmt: skip
"""What may stand between a preposition and its noun."""

_SUPERLATIVE = re.compile(
    r"\b(?P<one>(?:one of|among|some of) )?(?:the|our|its|their|my|his|her) (?P<most>most \w+|main|best|worst|(?:great|bigg|larg"
    r"|high|low|small|long|old|young|strong|weak|poor|rich|deep|grav|clos|fast|hard|broad|wid|fin|clear)est) (?P<noun>\w+)"
)
_TWICE = re.compile(
    r"\b(?:no one|nobody|nothing|none|never)\s(?:\w+\s)??"
    r"(?:can|could|should|would|will|must|is|are|was|were|has|have|had|may|might)\snot\b"
)
_ALL = re.compile(
    r"(?P<not>\bif not )?\ball,?\s(?:of\s)?(?:(?:the|its|their|our|these|those)\s)?(?P<noun>\w+)"
)


def check(view: View) -> Iterator[Finding]:
    """Blocking findings: ``name`` for a place trimmed of its quarter, ``comparison`` for "one of the
    greatest" told as "the greatest" or the reverse, ``invention`` for two nouns that changed places,
    ``negation`` for "before" where the source has "after" and for "no one" with a "not", ``hedge`` for
    "all" of "most, if not all".

    Together they stop one of 7,816 reference condensations.
    """
    yield from _trimmed(view)
    yield from _ranked(view)
    yield from _exchanged(view)
    yield from _contrasted(view)
    yield from _whole(view)
    yield from _denied_twice(view)


def _trimmed(view: View) -> Iterator[Finding]:
    """A place that the source has only with its quarter ("East Jerusalem")."""
    source, starts = view.source_words, view.aligned.source.places
    for name in view.names:
        first = view.index_at(name.start)
        word, before = view.words[first], view.words[first - 1].low if first else ""
        if word.low in _QUARTERS or before in _QUARTERS or not word.upper or is_adjective(word):
            continue
        places = [p for p in starts.get(word.stem, ()) if source[p].upper]
        quartered = [
            p for p in places if p and source[p - 1].low in _QUARTERS and source[p - 1].upper
        ]
        if places and quartered == places and not any(word.stem.startswith(w) for w in _WIDE):
            there = source[places[0] - 1], source[places[0]]
            message = f"The source says “{there[0].text} {there[1].text}”."
            yield finding("name", message, (word.start, word.end), (there[0].start, there[1].end))


def _ranked(view: View) -> Iterator[Finding]:
    """A superlative that is one of several in the source and alone here, or the reverse."""
    theirs: dict[tuple[str, str], set[bool]] = {}
    for match in _SUPERLATIVE.finditer(view.source.text.lower()):
        theirs.setdefault((match["most"], stem(match["noun"])), set()).add(bool(match["one"]))
    for match in _SUPERLATIVE.finditer(view.text.lower()):
        said = theirs.get((match["most"], stem(match["noun"])))
        if said is None or bool(match["one"]) in said or view.quoted(*match.span()):
            continue
        told = "one of several" if True in said else "the one"
        message = f"In the source “{match['most']}” is said of {told}."
        yield finding("comparison", message, match.span("most"))


def _exchanged(view: View) -> Iterator[Finding]:
    """Two nouns around a preposition that stand the other way round in the source, and nowhere so."""
    words, source = view.words, view.source_words
    low = [w.low for w in source]
    there = {
        (source[p - 1].stem, low[p], source[p + 1].stem)
        for p in range(1, len(low) - 1)
        if low[p] in _BETWEEN
    }
    for i in range(1, len(words) - 1):
        one, two = words[i - 1], words[i + 1]
        if words[i].low not in _BETWEEN or not (one.content and two.content) or i in view.reporting:
            continue
        turned = (two.stem, words[i].low, one.stem)
        if turned in there and (one.stem, words[i].low, two.stem) not in there:
            message = f"The source says “{two.text} {words[i].text} {one.text}”."
            yield finding("invention", message, (one.start, two.end))


def _contrasted(view: View) -> Iterator[Finding]:
    """A preposition whose contrary stands before the same noun wherever the source has it."""
    words, source = view.words, view.source_words
    for i, word in enumerate(words):
        contrary = _CONTRARY.get(word.low)
        noun = next((w for w in words[i + 1 :] if w.low not in _SMALL), None)
        if (
            contrary is None
            or noun is None
            or not noun.content
            or view.quoted(word.start, word.end)
        ):
            continue
        places = view.aligned.source.places.get(noun.stem, ())
        if places and all(_led(source, p) == contrary for p in places):
            there = source[places[0]]
            message = f"The source has “{contrary}” where the condensation has “{word.text}”."
            yield finding("negation", message, (word.start, word.end), (there.start, there.end))


def _led(words: Sequence[Word], place: int) -> str:
    """The word before the noun at ``place``, articles and their like passed over."""
    at = place - 1
    while at >= 0 and words[at].low in _SMALL:
        at -= 1
    return words[at].low if at >= 0 else ""


def _whole(view: View) -> Iterator[Finding]:
    """ "All" of what the source says "if not all" of, and nowhere "all" alone."""
    there: dict[str, set[bool]] = {}
    for match in _ALL.finditer(view.source.text.lower()):
        there.setdefault(stem(match["noun"]), set()).add(bool(match["not"]))
    for match in _ALL.finditer(view.text.lower()):
        told = there.get(stem(match["noun"]))
        if told == {True} and not match["not"] and not view.quoted(*match.span()):
            yield finding("hedge", "The source says “if not all”.", match.span())


def _denied_twice(view: View) -> Iterator[Finding]:
    """A "not" behind "no one" that the source does not have there."""
    if _TWICE.search(view.source.text.lower()):
        return
    for match in _TWICE.finditer(view.text.lower()):
        if not view.quoted(*match.span()):
            yield finding("negation", "The source denies this once, not twice.", match.span())
