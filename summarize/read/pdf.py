"""PDF to text by PDFium, with columns, running heads and broken words put right."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from summarize.errors import InputError
from summarize.read.columns import Column, Piece, columns, paragraphs, running_heads
from summarize.read.extracted import Extracted
from summarize.read.limits import Limits

_PASSWORD = 4
# A gap wider than this share of the letters' height parts two pieces of a line.
_WIDE_GAP = 1.6
# With U+0002 and U+FFFE PDFium marks a hyphen at the end of a line: what follows is on another.
_WORD = re.compile(r"[^\s\0\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_FEWEST_LETTERS = 20
_MOST_UNREADABLE = 0.2


def _open(data: bytes, name: str) -> Any:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise InputError(
                f"{name} is encrypted; save a copy without its password and give that"
            ) from None
        raise InputError(f"{name} is a broken PDF; open it and save it again") from None


_Box = tuple[float, float, float, float]


@dataclass
class _Run:
    """Words of one line without a wide gap, and the box around them."""

    words: list[str]
    box: _Box

    def holds(self, box: _Box) -> bool:
        """Whether a word at ``box`` goes on from here."""
        height = max(self.box[3] - self.box[1], box[3] - box[1], 1.0)
        middle = (box[1] + box[3]) / 2
        level = self.box[1] - 0.3 * height <= middle <= self.box[3] + 0.3 * height
        return level and -height <= box[0] - self.box[2] <= _WIDE_GAP * height

    def add(self, word: str, box: _Box) -> None:
        self.words.append(word)
        self.box = _around(self.box, box)

    def piece(self, page: int) -> Piece:
        left, bottom, right, top = self.box
        text = unicodedata.normalize("NFC", " ".join(self.words))
        return Piece(page, left, bottom, right, top, text)


def _around(one: _Box, two: _Box) -> _Box:
    return (min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3]))


class _Letters:
    """The letters of a page, as PDFium gives them."""

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as raw  # type: ignore[import-untyped]

        self._raw = raw
        self._text = page.get_textpage()
        self._sides = [ctypes.c_double() for _ in range(4)]
        self._refs = [ctypes.byref(side) for side in self._sides]

    def codes(self) -> list[int]:
        get, text = self._raw.FPDFText_GetUnicode, self._text
        return [get(text, at) for at in range(self._raw.FPDFText_CountChars(text))]

    def upright(self, at: int) -> bool:
        """Whether a letter stands upright; those along the margin do not."""
        angle: float = self._raw.FPDFText_GetCharAngle(self._text, at)
        return abs(angle) % math.pi < 0.1

    def box(self, at: int) -> _Box | None:
        left, right, bottom, top = self._refs
        if not self._raw.FPDFText_GetCharBox(self._text, at, left, right, bottom, top):
            return None
        one, two, three, four = (side.value for side in self._sides)
        return (one, three, two, four)

    def close(self) -> None:
        self._text.close()


def _pieces(page: Any, number: int) -> tuple[Piece, ...]:
    """The pieces of a page in the order of the file; letters that stand on their side left out."""
    letters = _Letters(page)
    runs: list[_Run] = []
    text = "".join(map(chr, letters.codes()))
    for match in _WORD.finditer(text):
        first, last = letters.box(match.start()), letters.box(match.end() - 1)
        if not first or not letters.upright(match.start()):
            continue
        box = _around(first, last or first)
        if runs and runs[-1].holds(box):
            runs[-1].add(match.group(), box)
        else:
            runs.append(_Run([match.group()], box))
    letters.close()
    return tuple(run.piece(number) for run in runs)


def _has_picture(page: Any) -> bool:
    import pypdfium2.raw as raw

    return any(item.type == raw.FPDF_PAGEOBJ_IMAGE for item in page.get_objects(max_depth=4))


def _check(pages: list[tuple[float, tuple[Piece, ...]]], pictures: list[int], name: str) -> None:
    letters = "".join(piece.text for _, pieces in pages for piece in pieces)
    if sum(ch.isalnum() for ch in letters) < _FEWEST_LETTERS:
        if pictures:
            raise InputError(
                f"{name} holds pictures of pages and no text; run OCR on it first "
                "(for example ocrmypdf) and give the result"
            )
        raise InputError(f"{name} is a PDF without text; give a file that holds a statement")
    unreadable = sum(
        unicodedata.category(ch) in {"Co", "Cn", "Cc"} or ch == "\ufffd"
        for ch in letters
        if ch not in "\x02\ufffe"
    )
    if unreadable > _MOST_UNREADABLE * len(letters):
        raise InputError(
            f"{name} does not say which letters its fonts draw; run OCR on it first "
            "(for example ocrmypdf --force-ocr) and give the result"
        )


def read_pdf(data: bytes, name: str, limits: Limits) -> Extracted:
    """The text of a PDF, paragraphs divided by blank lines, in reading order.

    Heads and feet that recur and page numbers are left out of the text. Raises InputError for
    a PDF that is broken, encrypted, too long, or holds no text.
    """
    import pypdfium2

    document = _open(data, name)
    try:
        if len(document) > limits.pages:
            raise InputError(f"{name} has more than {limits.pages} pages; give the statement's")
        pages: list[tuple[float, tuple[Piece, ...]]] = []
        pictures: list[int] = []
        total = 0
        for number in range(len(document)):
            page = document[number]
            pieces = _pieces(page, number)
            total += sum(len(piece.text) for piece in pieces)
            if total > limits.extracted:
                raise InputError(f"{name} holds too much text for one document; split it")
            if not pieces and _has_picture(page):
                pictures.append(number + 1)
            pages.append((page.get_height(), pieces))
            page.close()
    except pypdfium2.PdfiumError:
        raise InputError(f"{name} is a broken PDF; open it and save it again") from None
    finally:
        document.close()
    _check(pages, pictures, name)
    heads, rest = running_heads(pages)
    ordered: list[tuple[Column, ...]] = [columns(pieces) for pieces in rest]
    first = ["   ".join(piece.text for piece in heads)] if heads else []
    text = "\n\n".join([*first, *paragraphs(ordered)])
    return Extracted(text=text, notices=_unread(pictures))


def _unread(pictures: list[int]) -> tuple[str, ...]:
    if not pictures:
        return ()
    which = ", ".join(map(str, pictures[:20])) + (" …" if len(pictures) > 20 else "")
    return (f"not read, being pictures: page {which}",)
