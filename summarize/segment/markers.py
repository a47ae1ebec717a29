"""Words and signs that may open a point, sentence by sentence.

Nothing is decided here: "First" in a courtesy or inside a point is a marker too. Which markers
make a series is decided where they are chained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarize.records import Sentence
from summarize.segment.language import MarkerPattern, Patterns

Style = Literal["word", "arabic", "roman", "letter", "bullet"]

_WINDOW = 240
_NUMERAL = re.compile(
    r"(?P<label>(?:\*\*|__)?\(?(?P<v>\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})(?:[.)]|\.\))(?:\*\*|__)?)\s"
)
_BULLET = re.compile(r"(?P<label>[•‣▪●◦○·*–—-])\s")
_LAST = re.compile(r"\b(?:final|last)", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True)
class Marker:
    """A place where a point may begin.

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


def find_markers(
    text: str, sentences: Sequence[Sentence], quoted: Sequence[bool], patterns: Patterns
) -> tuple[Marker, ...]:
    """The markers of a statement in order, those of quoted sentences left out."""
    numbered = record_numbering(text, sentences)
    found: list[Marker] = []
    for index, sentence in enumerate(sentences):
        if quoted[index]:
            continue
        opener = _opening_marker(text, index, sentence, patterns)
        numerals = [] if index in numbered else list(_numerals(text, index, sentence))
        found += numerals
        if opener:
            found.append(opener)
        inner = [*_inline(text, index, sentence, patterns)]
        inner += _mentions(text, index, sentence, patterns)
        after = opener.at + len(opener.label) if opener else sentence.start
        found += sorted((one for one in inner if one.at > after), key=lambda one: one.at)
    return tuple(found)


def record_numbering(text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The sentences that carry paragraph numbers of a meeting record, which number no points."""
    firsts = [i for i, s in enumerate(sentences) if s.number == 1]
    numbers = {
        i: int(match[1])
        for i in firsts
        if (match := re.match(r"(\d{1,3})\.\s", text[sentences[i].start : sentences[i].end]))
    }
    if len(numbers) < 6 or len(numbers) < 0.6 * len(firsts):
        return frozenset()
    return frozenset(numbers)


def lead_end(text: str, sentence: Sentence, patterns: Patterns) -> int:
    """Where the sentence's own words begin, after a vocative, a conjunction or a page number."""
    match = patterns.lead.match(text, sentence.start, min(sentence.end, sentence.start + 120))
    return match.end() if match else sentence.start


def _opening_marker(
    text: str, index: int, sentence: Sentence, patterns: Patterns
) -> Marker | None:
    start = lead_end(text, sentence, patterns)
    while start < sentence.end and text[start] in "*_\"'“‘ ":
        start += 1
    stop = min(sentence.end, start + _WINDOW)
    for pattern in patterns.markers:
        match = pattern.regex.match(text, start, stop)
        if match:
            marker = _word_marker(index, pattern, match, patterns)
            return replace(
                marker,
                courtesy=patterns.courtesy_after.match(text, match.end(), stop) is not None,
                wrap=patterns.wrap.match(text, start, stop) is not None,
            )
    return None


def _word_marker(
    index: int, pattern: MarkerPattern, match: re.Match[str], patterns: Patterns
) -> Marker:
    groups = match.groupdict()
    word = groups.get("o") or groups.get("n")
    ordinal = _value(word, patterns) if word else pattern.ordinal
    label = match["label"]
    final = bool(groups.get("f")) or _LAST.search(label) is not None
    return Marker(
        index, match.start("label"), label, ordinal, "word", final=final, weak=pattern.weak
    )


def _value(word: str, patterns: Patterns) -> int:
    return int(word) if word.isdigit() else patterns.values[word.lower()]


def _inline(
    text: str, index: int, sentence: Sentence, patterns: Patterns
) -> Iterator[Marker]:
    for match in patterns.inline.finditer(text, sentence.start, sentence.end):
        if match.start() == sentence.start:
            continue
        name = "label" if match["label"] else "capital"
        word = match["o"] or match["capital"]
        after = patterns.courtesy_after.match(text, match.end(name), match.end() + 80)
        marker = Marker(index, match.start(name), match[name], _value(word, patterns), "word")
        yield replace(marker, inline=True, courtesy=after is not None)


def _mentions(
    text: str, index: int, sentence: Sentence, patterns: Patterns
) -> Iterator[Marker]:
    for match in patterns.mention.finditer(text, sentence.start, sentence.end):
        ordinal = _value(match["o"], patterns) if match["o"] else None
        label = match["label"]
        yield Marker(index, match.start(), label, ordinal, "word", final=not ordinal, mention=True)


def _numerals(text: str, index: int, sentence: Sentence) -> Iterator[Marker]:
    stop = min(sentence.end, sentence.start + 12)
    if match := _BULLET.match(text, sentence.start, sentence.end):
        yield Marker(index, match.start(), match["label"], None, "bullet")
    elif match := _NUMERAL.match(text, sentence.start, max(stop, sentence.start)):
        sign, label = match["v"], match["label"]
        if sign.isdigit():
            yield Marker(index, match.start(), label, int(sign), "arabic")
            return
        if set(sign.lower()) <= set("ivx"):
            yield Marker(index, match.start(), label, _roman(sign.lower()), "roman")
        if len(sign) == 1:
            yield Marker(index, match.start(), label, ord(sign.lower()) - 96, "letter")


def _roman(sign: str) -> int:
    values = [_ROMAN[letter] for letter in sign]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
