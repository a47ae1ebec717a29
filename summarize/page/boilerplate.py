"""What of a page is not the statement: marked by spans, never taken out of the text.

The body comes first: a line is boilerplate only on positive evidence, since a sentence of a
speech that is lost costs more than a menu that is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from summarize.page.dates import find_dates
from summarize.page.lexicon import furniture
from summarize.page.lines import DATELINE, PLACE, Line, is_terminated, read_lines
from summarize.records import Span

_CONNECTOR = re.compile(
    r"(?:by|at|on|to|of|in|the|for|during|before|delivered|under|and|h\.?\s?e\.?|mr|mrs|ms|dr|"
    r"ambassador|minister|permanent|deputy|prime|president|his|her|[a-z(\"“'‘–—-])",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"(?:\b(?:by|at|on|to|of|the|for|and|in|a|an)|[,:–—-])$", re.IGNORECASE)
_BODY: frozenset[str] = frozenset({"prose", "salutation"})
_EVIDENCE: frozenset[str] = frozenset({"date", "byline", "furniture", "caption"})
_LABELS_THAT_MAKE_A_MENU = 3
_MENU_WORDS = 4
_SHORT = 12
# A lead and captions may stand between the headline and the dateline.
_DATELINE_WITHIN = 4
# A page's head or foot is not long; what lies further in is the statement.
_HEAD_LINES = 60


@dataclass(frozen=True)
class Layout:
    """How a page is laid out: where the title stands, the head's dates and bylines, the rest.

    ``boilerplate`` covers title, dates, bylines and all else that is not the statement's own.
    ``dateline`` is a news agency's opening ("GENEVA, 3 May (…) --"), boilerplate as well.
    """

    title: Span | None
    head: tuple[Line, ...]
    tail: tuple[Line, ...]
    body: Span
    dateline: Span | None
    boilerplate: tuple[Span, ...]


def _head_length(lines: tuple[Line, ...]) -> int:
    for number, line in enumerate(lines[:_HEAD_LINES]):
        if line.label in _BODY:
            return number
    return 0


def _tail_start(text: str, lines: tuple[Line, ...], head: int) -> int:
    """The first line of the page's foot: all that follows the last words of the speaker."""
    start = len(lines)
    for number in range(len(lines) - 1, head - 1, -1):
        line = lines[number]
        if line.label in _BODY:
            break
        if line.label in {"other", "title"} and is_terminated(line.span.of(text)):
            break
        start = number
    return _after_section(lines, start)


def _after_section(lines: tuple[Line, ...], start: int) -> int:
    """A list of other stories may hold teasers that read like prose: it begins the foot."""
    for number in range(len(lines) // 2, start):
        if lines[number].label == "section":
            return number
    return start


def _is_evidence(lines: Iterable[Line]) -> bool:
    found = [line.label for line in lines]
    strong = any(label in _EVIDENCE for label in found)
    return strong or found.count("label") >= _LABELS_THAT_MAKE_A_MENU


def _menu_before(text: str, tail: tuple[Line, ...], first: int) -> int:
    """Where the run of short labels begins that leads to the first certain line of a foot."""
    at = first
    while at > 0:
        words = tail[at - 1].span.of(text)
        if len(words.split()) > _MENU_WORDS or not words[0].isupper():
            break
        at -= 1
    return at if first - at >= _LABELS_THAT_MAKE_A_MENU else first


def _tail_boilerplate(text: str, tail: tuple[Line, ...]) -> tuple[Line, ...]:
    certain = _EVIDENCE | {"section", "byline"}
    firsts = [n for n, line in enumerate(tail) if line.label in certain]
    labels = [n for n, line in enumerate(tail) if line.label == "label"]
    if not firsts and len(labels) < _LABELS_THAT_MAKE_A_MENU and len(labels) != len(tail):
        return ()
    if not firsts and not labels:
        return ()
    first = min(firsts + labels)
    return tail[_menu_before(text, tail, first) :]


def _title_lines(text: str, head: tuple[Line, ...]) -> tuple[Line, ...]:
    """The line that is titled as a statement, with the lines that carry it on."""
    start = next((n for n, line in enumerate(head) if line.label == "title"), None)
    if start is None:
        return ()
    end = start + 1
    while end < len(head) and head[end].label in {"other", "title"}:
        before, after = head[end - 1].span.of(text), head[end].span.of(text)
        wrapped = head[end].label == "title" and head[end].block == head[end - 1].block
        capitals = before.isupper() and after.isupper()
        if not (wrapped or capitals or _CONNECTOR.match(after) or _OPEN_END.search(before)):
            break
        end += 1
    return head[start:end]


def _headline(text: str, head: tuple[Line, ...]) -> tuple[Line, ...]:
    """The headline of a page without a statement's title: what stands before date and byline."""
    marks = [n for n, line in enumerate(head) if line.label in {"date", "byline"}]
    before = [line for line in head[: marks[0]] if line.label == "other"] if marks else []
    after = (
        [line for line in head[marks[0] + 1 :] if line.label == "other"]
        if marks
        else [line for line in head if line.label == "other"]
    )
    for group in (before, after):
        if group:
            block = [line for line in group if line.block == group[-1].block]
            first = block[0]
            return (first,) if len(first.span.of(text).split()) >= 2 else ()
    return ()


def _dated_headline(text: str, head: tuple[Line, ...]) -> Span | None:
    """A headline that shares its line with a date: the words after the date."""
    for line in head:
        words = line.span.of(text)
        dates = find_dates(words)
        if line.label != "other" or not dates:
            continue
        rest = words[dates[0][0].end :]
        if dates[0][0].start <= len("published on ") and len(rest.split()) >= 4:
            start = line.start + dates[0][0].end + len(rest) - len(rest.lstrip(" :–—-|"))
            return Span(start, line.end)
    return None


def _title(text: str, head: tuple[Line, ...]) -> Span | None:
    titled = _title_lines(text, head)
    if titled:
        return Span(titled[0].start, titled[-1].end)
    dated = _dated_headline(text, head)
    if dated:
        return dated
    headline = _headline(text, head)
    return Span(headline[0].start, headline[-1].end) if headline else None


def _dateline(text: str, lines: tuple[Line, ...], head: int) -> Span | None:
    """The opening of a press report, in the first lines after the head."""
    for line in lines[head : head + _DATELINE_WITHIN]:
        match = DATELINE.match(text, line.start)
        if not match and _is_evidence(lines[:head]):
            match = PLACE.match(text, line.start)
        if match and match.end() < line.end:
            return Span(match.start(), match.end())
    return None


def _head_boilerplate(
    text: str, head: tuple[Line, ...], title: Span | None, reported: bool
) -> tuple[Line, ...]:
    """The lines of the head up to the last that is certainly not the speaker's."""
    if reported:
        return head
    certain = [
        number
        for number, line in enumerate(head)
        if line.label in _EVIDENCE or (title and title.start < line.end and line.start < title.end)
    ]
    if not certain and _is_evidence(head):
        certain = [n for n, line in enumerate(head) if line.label == "label"]
    if not certain:
        return ()
    last = max(certain)
    while last + 1 < len(head) and head[last + 1].label == "label":
        last += 1
    return head[: last + 1]


def merge(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """``spans`` in order, those joined that only spaces divide; none overlaps another."""
    merged: list[Span] = []
    for span in sorted(spans):
        if span.start >= span.end:
            continue
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _between(text: str, lines: tuple[Line, ...]) -> list[Line]:
    """Lines in the midst of the body that only a page can have put there.

    They stand alone: in a block of their own, or after a line that ends a sentence.
    """
    blocks = Counter(line.block for line in lines)
    found: list[Line] = []
    for before, line in zip((None, *lines), lines, strict=False):
        words = line.span.of(text)
        alone = blocks[line.block] == 1 or before is None or before in found
        if before and (before.label == "salutation" or is_terminated(before.span.of(text))):
            alone = True
        short = len(words.split()) <= _SHORT and not is_terminated(words)
        # A symbol or a number alone may be the rest of a sentence that a page broke.
        short = short and bool(re.search(r"[^\W\d_]{3}", words))
        if alone and (line.label == "caption" or (line.label == "furniture" and short)):
            found.append(line)
    return found


def _above(lines: tuple[Line, ...], heading: Span | None) -> tuple[Line, ...]:
    """The lines above a title that the reader knows, unless they are most of the page."""
    if heading is None:
        return ()
    above = tuple(line for line in lines if line.end <= heading.start)
    words = sum(line.end - line.start for line in above)
    below = sum(line.end - line.start for line in lines) - words
    return above if words <= below else ()


def lay_out(text: str, marked: Iterable[Span] = (), heading: Span | None = None) -> Layout:
    """The layout of ``text``.

    ``marked`` is what a reader already knows to be boilerplate, ``heading`` where it knows the
    title to stand.
    """
    known = merge(text, marked)
    lines = tuple(
        line
        for line in read_lines(text)
        if not any(s.start <= line.start and line.end <= s.end for s in known)
    )
    above = _above(lines, heading)
    lines = lines[len(above) :]
    count = _head_length(lines)
    head = lines[:count]
    dateline = _dateline(text, lines, count)
    evidence = _is_evidence(head) or bool(dateline) or bool(known)
    titled = bool(_title_lines(text, head))
    title = heading or (_title(text, head) if evidence or titled else None)
    front = _head_boilerplate(text, head, title, dateline is not None)
    foot = _tail_start(text, lines, count)
    back = _tail_boilerplate(text, lines[foot:])
    middle = _between(text, lines[count:foot])
    spans = [line.span for line in (*above, *front, *middle, *back)] + list(known)
    if dateline:
        spans.append(dateline)
    ending = furniture().endings.search(text)
    if ending:
        spans.append(Span(ending.start(), ending.start() + len(ending.group().rstrip())))
    body = [line for line in lines if line not in front and line not in back]
    extent = Span(body[0].start, body[-1].end) if body else Span(len(text), len(text))
    return Layout(title, head, back, extent, dateline, merge(text, spans))
