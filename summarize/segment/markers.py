"""Words and signs that may open a point, sentence by sentence.

Nothing is decided here: "First" in a courtesy or inside a point is a marker too. Which markers
make a series is decided where they are chained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from summarize.segment.ground import Ground
from summarize.segment.language import MarkerPattern, Patterns

Style = Literal["word", "arabic", "roman", "letter", "bullet", "heading"]

_WINDOW = 240
_NUMERAL = re.compile(
    r"(?P<label>(?:\*\*|__)?\(?(?P<v>\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})(?:[.)]|\.\))(?:\*\*|__)?)\s"
)
_PARAGRAPH_NUMBER = re.compile(r"\d{1,3}\.\s")
_BULLET = re.compile(r"(?P<label>[•‣▪●◦○·*–—-])\s")
_LAST = re.compile(r"\b(?:final|last)", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True)
class Marker:
    """A place where a point may begin: a sentence, and where the marker stands in its words.

    ``ordinal`` is None for "finally", "next" and bullets, which count from what stands before.
    ``final`` says that the series ends here; ``weak`` that the words alone prove nothing;
    ``inline`` that the marker stands inside its sentence; ``mention`` that it only goes on with
    a series; ``courtesy`` that thanks follow it; ``wrap`` that it may end the speech instead.
    """

    sentence: int
    at: int
    label: str
    ordinal: int | None
    style: Style
    final: bool = False
    weak: bool = False
    inline: bool = False
    mention: bool = False
    courtesy: bool = False
    wrap: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """The sentence and the place in it, for sorting."""
        return self.sentence, self.at


def find_markers(ground: Ground) -> tuple[Marker, ...]:
    """The markers of a statement in order, those of quoted sentences left out."""
    numbered = record_numbering(ground)
    found: list[Marker] = []
    for index, quoted in enumerate(ground.quoted):
        if quoted:
            continue
        if index not in numbered:
            found += _numerals(ground.words[index], index)
        opener = _opening_marker(ground, index)
        after = opener.at + len(opener.label) if opener else 0
        found += [opener] if opener else []
        inner = [*_inline(ground, index), *_mentions(ground, index)]
        found += sorted((one for one in inner if one.at > after), key=lambda one: one.at)
    return tuple(found)


def record_numbering(ground: Ground) -> frozenset[int]:
    """The sentences that carry paragraph numbers of a meeting record, which number no points."""
    firsts = [i for i, s in enumerate(ground.sentences) if s.number == 1]
    numbered = [i for i in firsts if _PARAGRAPH_NUMBER.match(ground.words[i])]
    enough = len(numbered) >= 6 and len(numbered) >= 0.6 * len(firsts)
    return frozenset(numbered) if enough else frozenset()


def _opening_marker(ground: Ground, index: int) -> Marker | None:
    words, patterns = ground.words[index], ground.patterns
    start = ground.leads[index]
    while start < len(words) and words[start] in "*_\"'“‘ ":
        start += 1
    stop = start + _WINDOW
    for pattern in patterns.markers:
        match = pattern.regex.match(words, start, stop)
        if match and not _is_plural(pattern, match):
            return replace(
                _word_marker(index, pattern, match, patterns),
                courtesy=patterns.courtesy_after.match(words, match.end(), stop) is not None,
                wrap=patterns.wrap.match(words, start, stop) is not None,
            )
    return None


def _is_plural(pattern: MarkerPattern, match: re.Match[str]) -> bool:
    """Whether the words name several things: "The first measures" are no first point."""
    last = match["label"].rsplit(maxsplit=1)[-1].lower()
    several = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    return pattern.name == "noun" and bool(match["o"]) and several


def _word_marker(
    index: int, pattern: MarkerPattern, match: re.Match[str], patterns: Patterns
) -> Marker:
    groups = match.groupdict()
    word = groups.get("o") or groups.get("n")
    ordinal = _value(word, patterns) if word else pattern.ordinal
    label = match["label"].strip()
    final = bool(groups.get("f")) or _LAST.search(label) is not None
    return Marker(
        index, match.start("label"), label, ordinal, "word", final=final, weak=pattern.weak
    )


def _value(word: str, patterns: Patterns) -> int:
    return int(word) if word.isdigit() else patterns.values[word.lower()]


def _inline(ground: Ground, index: int) -> Iterator[Marker]:
    words, patterns = ground.words[index], ground.patterns
    for match in patterns.inline.finditer(words, 1):
        name = "label" if match["label"] else "capital"
        word = match["o"] or match["capital"]
        after = patterns.courtesy_after.match(words, match.end(name), match.end() + 80)
        marker = Marker(index, match.start(name), match[name], _value(word, patterns), "word")
        yield replace(marker, inline=True, courtesy=after is not None)


def _mentions(ground: Ground, index: int) -> Iterator[Marker]:
    for match in ground.patterns.mention.finditer(ground.words[index]):
        ordinal = _value(match["o"], ground.patterns) if match["o"] else None
        label = match["label"]
        yield Marker(index, match.start(), label, ordinal, "word", final=not ordinal, mention=True)


def _numerals(words: str, index: int) -> Iterator[Marker]:
    if match := _BULLET.match(words):
        yield Marker(index, 0, match["label"], None, "bullet")
    elif match := _NUMERAL.match(words):
        sign, label = match["v"], match["label"]
        if sign.isdigit():
            yield Marker(index, 0, label, int(sign), "arabic")
            return
        if set(sign.lower()) <= set("ivx"):
            yield Marker(index, 0, label, _roman(sign.lower()), "roman")
        if len(sign) == 1:
            yield Marker(index, 0, label, ord(sign.lower()) - 96, "letter")


def _roman(sign: str) -> int:
    values = [_ROMAN[letter] for letter in sign]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
