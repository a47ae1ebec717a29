"""Lines of a text, each with what it is on the page that the text was copied from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from summarize.page.dates import find_dates
from summarize.page.lexicon import furniture
from summarize.records import Span

Label = Literal[
    "prose", "salutation", "title", "date", "byline", "label", "furniture", "section", "other"
]

# A paragraph copied without its full stop is still prose; headlines and titles are shorter.
_LONG_LINE = 25
_SENTENCE = 6
_TITLE_WORDS = 60
_TITLE_LENGTH = 1000

_TERMINAL = re.compile(r"[.!?…:;][\s'\"”’»)\]*_]*$")
_SEPARATOR = re.compile(r"\s*[|·•>»›/]\s*|\s{2,}|\t+")
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\b", re.IGNORECASE)
_BYLINE = re.compile(r"by\s+(?!the\b)[A-Z][\w.’'-]*(?:\s+[\w.’'&-]+){0,6}", re.IGNORECASE)
_BY = re.compile(r"\W*by\s", re.IGNORECASE)
_SOURCE = re.compile(r"source\s*[:：]\s*.{2,60}", re.IGNORECASE)
DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'’-]*(?:[ /,]+[A-Z][\w.'’-]*){0,5}?),?\s+"
    r"(?:(?P<date>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?)"
    r",?\s*(?:\((?P<agency>[A-Z][\w./& -]{1,40})\))?"
    r"|\((?P<agency_only>[A-Z][\w./& -]{1,40})\))"
    r"\s*(?:--|[-–—])+\s*"
)


@dataclass(frozen=True)
class Line:
    """A line that is not blank: its place without surrounding spaces, and what it looks like.

    ``block`` counts the blocks that blank lines divide.
    """

    start: int
    end: int
    block: int
    label: Label

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def _word_count(text: str) -> int:
    return len(text.split())


def is_terminated(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_TERMINAL.search(text))


def is_salutation(text: str) -> bool:
    """Whether a line addresses the audience and says nothing else ("Mr. President,")."""
    short = _word_count(text) <= 20
    ends = re.search(r"[,!:.;][\s*_]*$", text)
    named = furniture().salutations.search(text)
    finite = re.search(r"\b(?:is|are|was|were|have|has|will|should|must|I|we|thank)\b", text)
    return bool(short and ends and named and not finite)


def is_strong_furniture(text: str) -> bool:
    """Whether a whole line is of a kind that no speaker says: copyright, contact, share."""
    return bool(furniture().lines.fullmatch(text.strip(" *_#>-–—•·|()[]")))


def _is_menu(text: str) -> bool:
    if is_terminated(text) or _word_count(text) > 40:
        return False
    if furniture().openers.match(text.strip(" *_#>|")):
        return True
    parts = [part for part in _SEPARATOR.split(text.strip(" *_#|>·•")) if part]
    return bool(parts) and all(part.lower().strip(" .") in furniture().labels for part in parts)


def _is_date_line(text: str) -> bool:
    if _word_count(text) > 16 or not re.search(r"\d{4}", text):
        return False
    dates = find_dates(text)
    if not dates:
        return False
    rest = text
    for span, _ in reversed(dates):
        rest = rest[: span.start] + " " + rest[span.end :]
    words = re.findall(r"[^\W\d_]{2,}", _TIME.sub(" ", rest))
    return len(words) <= 4


def _is_byline(text: str) -> bool:
    parts = [part for part in _SEPARATOR.split(text.strip(" *_")) if part]
    known = [bool(_BYLINE.fullmatch(p) or _SOURCE.fullmatch(p)) or _is_date_line(p) for p in parts]
    return bool(parts) and all(known) and not is_terminated(text)


def _label(text: str) -> Label:
    if len(text) > _TITLE_LENGTH or _word_count(text) > _TITLE_WORDS:
        return "prose"
    bare = text.strip(" *_#")
    if is_strong_furniture(text):
        return "furniture"
    if furniture().sections.fullmatch(bare):
        return "section"
    if _is_menu(text):
        return "furniture" if _word_count(text) > 2 and not bare.islower() else "label"
    if _is_byline(text):
        return "date" if _is_date_line(text) and not _BY.match(text) else "byline"
    if _is_date_line(text):
        return "date"
    titled = furniture().titles.match(bare)
    if titled and not is_terminated(text) and _word_count(text) <= _TITLE_WORDS:
        return "title"
    if is_salutation(text):
        return "salutation"
    if DATELINE.match(bare) and _word_count(text) >= _SENTENCE:
        return "prose"
    return _prose_or_other(text)


def _prose_or_other(text: str) -> Label:
    words = _word_count(text)
    if words >= _LONG_LINE or (words >= _SENTENCE and is_terminated(text)):
        return "prose"
    return "other"


def _is_wrapped(texts: list[str]) -> bool:
    """Whether the lines of a block are one paragraph broken at the margin."""
    joined = " ".join(texts)
    continues = any(
        _word_count(one) >= _SENTENCE and re.match(r"[a-z(]", two)
        for one, two in zip(texts, texts[1:], strict=False)
    )
    return continues and is_terminated(joined) and _word_count(joined) >= 2 * _SENTENCE


def _blocks(text: str) -> list[list[Span]]:
    blocks: list[list[Span]] = [[]]
    for match in re.finditer(
        r"[^\r\n\f\v\x85\u2028\u2029]*(?:\r\n|[\r\n\f\v\x85\u2028\u2029]|$)", text
    ):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + len(line) - len(line.lstrip())
            blocks[-1].append(Span(start, start + len(bare)))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that are not blank, in order, labelled by their own words."""
    lines: list[Line] = []
    for number, block in enumerate(_blocks(text)):
        texts = [span.of(text) for span in block]
        wrapped = _is_wrapped(texts)
        for span, words in zip(block, texts, strict=True):
            label = _label(words)
            if wrapped and label == "other":
                label = "prose"
            lines.append(Line(span.start, span.end, number, label))
    return tuple(lines)
