"""Text to paragraphs: blank lines, hard line breaks, and lines that a program wrapped.

A line break says different things in different files. In one it ends a paragraph, in another
it only fills a line of eighty characters. Which it is, is decided once for a text, from the
length of its lines and from what they end with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.records import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_ENDED = re.compile(r"""[.!?:;…。！？]["'”’»)\]*_]{0,4}\Z""")
_ITEM = re.compile(r"(?:[•‣▪●◦○·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivxIVX]{1,5})[.)]|#{1,6})\s")
_WIDEST_WRAP = 160
_NARROWEST_WRAP = 30


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    indent: int
    gap: bool  # a blank line, or what is left out, stands before it


def paragraphs(text: str, blank: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The paragraphs of ``text`` outside ``blank``, trimmed of white space, in order."""
    lines = list(_lines(text, kept(len(text), blank)))
    width = _wrap_width(text, lines)
    spans: list[Span] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and not line.gap and _continues(text, before, line, width):
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(Span(line.start, line.end))
    return tuple(spans)


def kept(length: int, blank: Iterable[Span]) -> Iterator[Span]:
    """What is left of a text of ``length`` outside the spans ``blank``, which may overlap."""
    at = 0
    for span in sorted(blank):
        if span.start > at:
            yield Span(at, min(span.start, length))
        at = max(at, span.end)
    if at < length:
        yield Span(at, length)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without the white space around it; None where nothing else is in it."""
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    right = len(stretch.rstrip())
    return Span(start + left, start + right) if left < right else None


def _lines(text: str, stretches: Iterable[Span]) -> Iterator[_Line]:
    for stretch in stretches:
        last_end: int | None = None
        for match in _LINE.finditer(text, stretch.start, stretch.end):
            span = trimmed(text, match.start(), match.end())
            if span is None:
                continue
            gap = last_end is None or _breaks(text, last_end, span.start) > 1
            last_end = span.end
            yield _Line(span.start, span.end, span.start - match.start(), gap)


def _breaks(text: str, start: int, end: int) -> int:
    between = text[start:end].replace("\r\n", "\n")
    return sum(between.count(mark) for mark in "\n\r\u2028") + 2 * between.count("\u2029")


def _wrap_width(text: str, lines: Sequence[_Line]) -> int | None:
    """The width to which a text was wrapped, or None where a line is a paragraph.

    A wrapped text has lines of like and moderate width, and most of its line breaks stand
    in the middle of a sentence.
    """
    lengths = sorted(line.end - line.start for line in lines)
    if not lengths:
        return None
    width = lengths[int(len(lengths) * 0.95)] if len(lengths) > 20 else lengths[-1]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    inner = [a for a, b in pairwise(lines) if not b.gap and _is_filled(text, a, b, width)]
    ended = sum(1 for line in inner if _is_ended(text, line))
    return width if inner and ended <= 0.6 * len(inner) else None


def _is_filled(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word would hardly have fitted on this line."""
    word = text[following.start : min(following.end, following.start + 40)].split()[0]
    return line.end - line.start + 1 + len(word) > 0.7 * width


def _is_ended(text: str, line: _Line) -> bool:
    return _ENDED.search(text, max(line.start, line.end - 6), line.end) is not None


def _continues(text: str, before: _Line, line: _Line, width: int | None) -> bool:
    """Whether ``line`` goes on with the paragraph of the line ``before`` it."""
    ended = _is_ended(text, before)
    if _ITEM.match(text, line.start, line.end) and (ended or width is None):
        return False
    if text[line.start].islower() and not ended:
        return width is not None or before.end - before.start >= 40
    if width is None or (ended and line.indent >= before.indent + 2):
        return False
    return _is_filled(text, before, line, width)
