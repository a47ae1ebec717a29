"""Lines of a printed page in reading order, and the paragraphs that they make.

Columns are found as recursive X–Y cuts find them (Nagy and Seth 1984), in the simple case of
printed statements and records: lines that span the page divide it, and between them a gutter
that no line crosses divides left from right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

# Shares of the page's height within which running heads and feet stand.
_BAND = 0.12
_SAME_HEIGHT = 4.0
# A gutter is at least this wide, in points, and lies in the middle of the page.
_GUTTER = 8.0
_MIDDLE = (0.3, 0.7)
_FEWEST_LINES = 4
_INDENT = 6.0
_PITCH = 1.35
_MOST_HEADS = 6
_DETACHED = 1.5
_SHORT = 0.82
_PAGE_NUMBER = re.compile(
    r"\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE
)
_TERMINAL = re.compile(r"[.!?:;…][\s'\"”’»)\]\d]*$")
_ITEM = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|[•·–—-])\s")
_ITEM_BEFORE = re.compile(r"(?:[.!?:;,]|\b(?:and|or))[\s'\"”’»)\]]*$")
_BROKEN = re.compile(r"\w[-\u00ad\ufffe\x02]$")
# Words that a hyphen joins for good: broken at it, they keep it.
_KEEP_HYPHEN = re.compile(
    r"(?:^|\W)(?:counter|co|non|self|well|long|short|post|pre|multi|high|low|cross|so|vice|ex|anti|"
    r"under|year|socio|inter|intra|cease|wide|full|one|two|three|north|south|all|end)-$",
    re.IGNORECASE,
)
_INSEPARABLE = re.compile(r"(?:under|inter|intra|cease|multi|post|counter)-$", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """A stretch of one line, without wide gaps: its page, its box and its words."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Column:
    """Pieces from top to bottom, of one column of one page between two lines that span it."""

    pieces: tuple[Piece, ...]

    @property
    def left(self) -> float:
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        return max(piece.right for piece in self.pieces)


def _place(piece: Piece) -> tuple[str, int]:
    """What makes a running head: the same words, numbers apart, at the same height."""
    words = re.sub(r"\d+", "#", re.sub(r"\s+", " ", piece.text)).strip().casefold()
    return words, round(piece.bottom / _SAME_HEIGHT)


def _in_band(piece: Piece, height: float) -> bool:
    return piece.bottom > height * (1 - _BAND) or piece.top < height * _BAND


def _is_page_number(piece: Piece, height: float) -> bool:
    return _in_band(piece, height) and bool(_PAGE_NUMBER.fullmatch(piece.text.strip()))


def running_heads(
    pages: Sequence[tuple[float, tuple[Piece, ...]]],
) -> tuple[tuple[Piece, ...], tuple[tuple[Piece, ...], ...]]:
    """The heads that recur, as they first stand, and the pieces of each page without them.

    ``pages`` are pairs of height and pieces. Heads are given since they may hold the symbol and
    the date; feet that recur and page numbers are left out.
    """
    counts: Counter[tuple[str, int]] = Counter()
    for height, pieces in pages:
        counts.update({_place(p) for p in pieces if _in_band(p, height)})
    often = max(2, round(0.3 * len(pages)))
    heads: dict[tuple[str, int], Piece] = {}
    kept: list[tuple[Piece, ...]] = []
    for height, pieces in pages:
        rest: list[Piece] = []
        for piece in pieces:
            key = _place(piece)
            if _is_page_number(piece, height):
                continue
            if _in_band(piece, height) and counts[key] >= often:
                if piece.bottom > height / 2:
                    heads.setdefault(key, piece)
                continue
            rest.append(piece)
        kept.append(tuple(rest))
    return _by_height(heads.values()), tuple(kept)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """The middle of the gutter that divides ``pieces`` in two columns, or None."""
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    width = right - left
    best: tuple[int, float] | None = None
    for step in range(int(_MIDDLE[0] * 100), int(_MIDDLE[1] * 100) + 1):
        at = left + width * step / 100
        half = _GUTTER / 2
        crossing = sum(p.left < at + half and p.right > at - half for p in pieces)
        off = abs(step - 50)
        if best is None or (crossing, off) < (best[0], abs((best[1] - left) / width * 100 - 50)):
            best = (crossing, at)
    if best is None:
        return None
    crossing, at = best
    lefts = sum(p.right <= at for p in pieces)
    rights = sum(p.left >= at for p in pieces)
    enough = min(lefts, rights) >= _FEWEST_LINES
    return at if enough and crossing <= 0.25 * len(pieces) else None


def _by_height(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces from top to bottom; those on one line from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: -p.middle):
        if rows and rows[-1][0].bottom <= piece.middle <= rows[-1][0].top:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return tuple(p for row in rows for p in sorted(row, key=lambda p: p.left))


def _prose_columns(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether both sides run on as prose, and are not the cells of a table or a list."""
    return all(
        median(len(p.text.split()) for p in side) >= 4 for side in (left, right) if len(side) > 1
    )


def columns(pieces: Sequence[Piece]) -> tuple[Column, ...]:
    """The columns of one page in reading order."""
    heads, pieces = _detached(pieces)
    return (*heads, *_side_by_side(pieces)) if pieces else heads


def _detached(pieces: Sequence[Piece]) -> tuple[tuple[Column, ...], Sequence[Piece]]:
    """The rows at the top that wide gaps part from the rest, and the rest."""
    rows: list[list[Piece]] = []
    for piece in _by_height(pieces):
        if rows and rows[-1][0].bottom <= piece.middle <= rows[-1][0].top:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    gaps = [a[0].middle - b[0].middle for a, b in pairwise(rows)]
    usual = median(gaps) if gaps else 0.0
    wide = [n for n, gap in enumerate(gaps[:_MOST_HEADS]) if gap > _DETACHED * usual]
    count = wide[-1] + 1 if wide and len(rows) > 2 * _MOST_HEADS else 0
    heads = tuple(Column(tuple(row)) for row in rows[:count])
    return heads, [piece for row in rows[count:] for piece in row]


def _side_by_side(pieces: Sequence[Piece]) -> tuple[Column, ...]:
    at = _gutter(pieces)
    if at is None:
        return (Column(_by_height(pieces)),)
    half = _GUTTER / 2
    spanning = [p for p in pieces if p.left < at - half and p.right > at + half]
    others = [p for p in pieces if not (p.left < at - half and p.right > at + half)]
    left = [p for p in others if p.right <= at + half]
    right = [p for p in others if p.right > at + half]
    if not _prose_columns(left, right):
        return (Column(_by_height(pieces)),)
    found: list[Column] = []
    top = float("inf")
    for bar in [*_by_height(spanning), None]:
        low = bar.middle if bar else float("-inf")
        for side in (left, right):
            part = _by_height(p for p in side if low < p.middle <= top)
            if part:
                found.append(Column(part))
        if bar:
            found.append(Column((bar,)))
            top = low
    return tuple(found)


def _rows(column: Column) -> list[Piece]:
    """The lines of a column: pieces at one height are one line."""
    rows: list[Piece] = []
    for piece in column.pieces:
        last = rows[-1] if rows else None
        if last and last.bottom <= piece.middle <= last.top and piece.left >= last.right:
            rows[-1] = Piece(
                last.page,
                last.left,
                min(last.bottom, piece.bottom),
                piece.right,
                max(last.top, piece.top),
                f"{last.text} {piece.text}",
            )
        else:
            rows.append(piece)
    return rows


def _edge(rows: Sequence[Piece]) -> float:
    """Where the lines of a column begin: the leftmost place at which several do."""
    counts = Counter(round(row.left) for row in rows)
    return min(
        (left for left, count in counts.items() if count >= 0.2 * len(rows)), default=min(counts)
    )


def _starts(rows: list[Piece], styled: bool) -> list[bool]:
    """For each line of a column whether a paragraph begins there.

    Where the document is not ``styled`` with indents or gaps, a short line that ends a sentence
    ends a paragraph.
    """
    pitches = [a.middle - b.middle for a, b in pairwise(rows)]
    pitch = median(pitches) if pitches else 0.0
    edge = _edge(rows)
    right = max(row.right for row in rows)
    width = max(right - edge, 1.0)
    starts: list[bool] = []
    for number, row in enumerate(rows):
        indented = row.left > edge + _INDENT
        if number == 0:
            starts.append(indented)
            continue
        before = rows[number - 1]
        gap = before.middle - row.middle > _PITCH * pitch
        was = before.left > edge + _INDENT
        short = before.right - edge < _SHORT * width and not styled
        ended = short and bool(_TERMINAL.search(before.text))
        item = bool(_ITEM.match(row.text) and _ITEM_BEFORE.search(before.text))
        new = gap or (indented and not was) or ended or item
        broken = _BROKEN.search(before.text)
        very_short = not styled and before.right < right - 0.35 * width
        starts.append(not broken and (new or very_short))
    return starts


def _join(before: str, after: str, words: Counter[str]) -> str:
    """Two lines of a paragraph as one, a word broken between them made whole."""
    soft = before.endswith(("\u00ad", "\ufffe", "\x02"))
    if not soft and not re.search(r"\w-$", before):
        return f"{before} {after}"
    stem = before[:-1] if soft else before
    stem = stem.removesuffix("-") if not soft else stem
    head = re.search(r"[\w’'-]*$", stem)
    tail = re.match(r"[\w’']*", after)
    first, second = (head.group() if head else ""), (tail.group() if tail else "")
    if not second[:1].islower() or not first:
        return f"{stem}-{after}"
    hyphened, joined = f"{first}-{second}".casefold(), f"{first}{second}".casefold()
    if words[joined] and words[joined] >= words[hyphened]:
        return stem + after
    if words[hyphened] or (
        _KEEP_HYPHEN.search(f" {first}-") and not _INSEPARABLE.search(first + "-")
    ):
        return f"{stem}-{after}"
    return stem + after


def _goes_on(before: str, full: bool, row: Piece, indented: bool, indents: bool) -> bool:
    """Whether the first line of a column carries on the last paragraph of the one before."""
    if indented:
        return False
    if _BROKEN.search(before):
        return True
    if not _TERMINAL.search(before):
        return row.text[:1].islower() or (full and not _ITEM.match(row.text))
    return full and indents and not _ITEM.match(row.text)


def paragraphs(pages: Sequence[Sequence[Column]]) -> tuple[str, ...]:
    """The paragraphs of all pages; one that a column or a page breaks is made whole."""
    lines = [_rows(column) for page in pages for column in page]
    words = Counter(
        word.casefold()
        for rows in lines
        for row in rows
        for word in re.findall(r"[\w’'-]+", row.text)
    )
    indents = _are_indented(lines)
    starts = [_starts(rows, indents or _are_spaced(lines)) for rows in lines]
    found: list[str] = []
    full = False
    for rows, flags in zip(lines, starts, strict=True):
        for number, (row, start) in enumerate(zip(rows, flags, strict=True)):
            if number == 0:
                on = bool(found) and len(rows) > 1
                on = on and _goes_on(found[-1], full, row, start, indents)
            else:
                on = not start
            if on:
                found[-1] = _join(found[-1], row.text, words)
            else:
                found.append(row.text)
        full = _is_full(rows)
    return tuple(found)


def _are_indented(lines: Sequence[list[Piece]]) -> bool:
    """Whether the document begins its paragraphs with an indent."""
    count = 0
    for rows in lines:
        edge = _edge(rows)
        count += sum(b.left > edge + _INDENT >= a.left for a, b in pairwise(rows))
    return count >= 3


def _are_spaced(lines: Sequence[list[Piece]]) -> bool:
    """Whether the document parts its paragraphs by wider gaps."""
    count = 0
    for rows in lines:
        pitches = [a.middle - b.middle for a, b in pairwise(rows)]
        usual = median(pitches) if pitches else 0.0
        count += sum(pitch > _PITCH * usual for pitch in pitches)
    return count >= 3


def _is_full(rows: list[Piece]) -> bool:
    """Whether the last line of a column reaches its right edge."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    return rows[-1].right - left >= _SHORT * (right - left) and len(rows) > 1
