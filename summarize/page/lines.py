"""Lines of a text, each with what it is on the page that the text was copied from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from summarize.page.dates import find_dates
from summarize.page.lexicon import furniture
from summarize.records import Span

Label = Literal[
    "prose",
    "salutation",
    "title",
    "date",
    "byline",
    "label",
    "furniture",
    "caption",
    "section",
    "other",
]

# A paragraph copied without its full stop is still prose; headlines and titles are shorter.
_LONG_LINE = 25
_SENTENCE = 6
_TITLE_WORDS = 60
_TITLE_LENGTH = 1000
_MOST_TITLE_LINES = 5
_FEWEST_WRAPPED = 4
_MARGIN = 40
_EVEN = 1.4
_CARRIED = 3

_TERMINAL = re.compile(r"[.!?…:;][\s'\"”’»)\]*_]*$")
_SEPARATOR = re.compile(r"\s*[|·•>»›/]\s*|\s{2,}|\t+")
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\b", re.IGNORECASE)
_BYLINE = re.compile(r"by\s+(?!the\b)[A-Z][\w.’'-]*(?:\s+[\w.’'&-]+){0,6}\s*:?", re.IGNORECASE)
_BY = re.compile(r"\W*by\s", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+$|https?:|www\.|(?:tap|click) here\b")
_SOURCE = re.compile(r"source\s*[:：]\s*.{2,60}", re.IGNORECASE)
DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'’-]*(?:[ /,]+[A-Z][\w.'’-]*){0,5}?),?\s+"
    r"(?:(?P<date>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?)"
    r",?\s*(?:\((?P<agency>[A-Z][\w./& -]{1,40})\))?"
    r"|\((?P<agency_only>[A-Z][\w./& -]{1,40})\))"
    r"\s*(?:--|[-–—])+\s*"
)
# A place in capitals before a dash: a dateline where the page has other marks of the press.
PLACE = re.compile(r"(?P<place>[A-Z][A-Z.'’-]+(?:[ ,]+[A-Z][A-Z.'’-]+){0,3})\s*(?:--+|[–—])\s+")
# A title that is punctuated as a sentence, and is none.
_PUNCTUATED_TITLE = re.compile(
    r"(?:\w+\s+){0,3}(?:statement|remarks|speech|address|intervention|explanation of vote)s?\s+"
    r"(?:(?:as\s+)?(?:delivered|made|given)\s+)?by\s[^.!?]*(?:\b(?:Mr|Mrs|Ms|Dr|H\.E|St)\.[^.!?]*)*\.",
    re.IGNORECASE,
)
# "We must act: UK statement to the Security Council".
LATE_TITLE = re.compile(
    r"(?:[:–—]|\s-)\s+(?=(?:[A-Z][\w.’'-]*\s+){0,4}(?:statement|remarks|speech|address)\s+"
    r"(?:at|to|by|in)\s)"
)
_FINITE = re.compile(r"\b(?:is|was|were|are|has|have|had|said|will|would|shows?|showed|made us)\b")


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
    bare = text.strip(" *_#>-–—•·|()[]")
    # A line that begins small carries on another, unless it is an address.
    if bare[:1].islower() and not _ADDRESS.match(bare):
        return False
    return bool(furniture().lines.fullmatch(bare))


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
    return sum(word.lower() not in furniture().stamps for word in words) <= 4


def _is_byline(text: str) -> bool:
    parts = [part for part in _SEPARATOR.split(text.strip(" *_")) if part]
    known = [bool(_BYLINE.fullmatch(p) or _SOURCE.fullmatch(p)) or _is_date_line(p) for p in parts]
    return bool(parts) and all(known) and not is_terminated(text.rstrip(" :"))


def _is_title(text: str) -> bool:
    text = text.rstrip(" :")
    if _PUNCTUATED_TITLE.fullmatch(text) and not _FINITE.search(text):
        return True
    if is_terminated(text):
        return False
    return bool(furniture().titles.match(text) or LATE_TITLE.search(text))


def _label(text: str) -> Label:
    if len(text) > _TITLE_LENGTH or _word_count(text) > _TITLE_WORDS:
        return "prose"
    bare = text.strip(" *_#")
    if furniture().captions.fullmatch(bare):
        return "caption"
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
    if _is_title(bare):
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
    """Whether a whole block is broken at the margin: its lines are long and few end sentences."""
    if len(texts) < _FEWEST_WRAPPED:
        return False
    open_ended = sum(not is_terminated(text) for text in texts[:-1])
    long = sum(len(text) >= _MARGIN for text in texts[:-1])
    lengths = [len(text) for text in texts]
    even = max(lengths) <= _EVEN * median(lengths)
    return even and open_ended >= len(texts) // 2 and long >= 0.8 * (len(texts) - 1)


def _carry_on(texts: list[str]) -> set[int]:
    """The lines of a block that carry on from one to the next in mid-sentence."""
    found: set[int] = set()
    for number, (one, two) in enumerate(pairwise(texts)):
        open_ended = _word_count(one) >= _CARRIED and not is_terminated(one)
        small = re.match(r"[a-z(]", two) and not _BY.match(two) and not _ADDRESS.match(two)
        if open_ended and small:
            found |= {number, number + 1}
    return found


def _wrapped_title(texts: list[str]) -> int:
    """How many lines of a block are one punctuated title that the margin breaks."""
    for count in range(2, min(len(texts), _MOST_TITLE_LINES) + 1):
        joined = " ".join(texts[:count])
        if _PUNCTUATED_TITLE.fullmatch(joined) and not _FINITE.search(joined):
            return count
    return 0


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


def _stands(label: Label, fresh: bool) -> bool:
    """Whether a label holds for a line that seems to carry on in the next."""
    return label in {"title", "salutation"} or (label == "furniture" and fresh)


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that are not blank, in order, labelled by their own words."""
    lines: list[Line] = []
    for number, block in enumerate(_blocks(text)):
        texts = [span.of(text) for span in block]
        running = set(range(len(texts))) if _is_wrapped(texts) else _carry_on(texts)
        titled = _wrapped_title(texts)
        for place, (span, words) in enumerate(zip(block, texts, strict=True)):
            label: Label = "title" if place < titled else _label(words)
            fresh = place == 0 or lines[-1].label == "furniture" or is_terminated(texts[place - 1])
            if place in running and not _stands(label, fresh):
                label = "prose"
            lines.append(Line(span.start, span.end, number, label))
    return tuple(lines)
