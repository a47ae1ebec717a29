"""Word documents to text by python-docx, with the numbers that Word shows before list items."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from summarize.errors import InputError
from summarize.read.enumerators import numeral
from summarize.read.extracted import Extracted
from summarize.read.limits import Limits
from summarize.records import Span

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FORMATS = {
    "decimal": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
# What a reader of the accepted text does not see: deletions, field codes, the second form of a
# drawing, and notes' marks.
_UNSEEN = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _FALLBACK}
_FIRST_PARAGRAPHS = 6
# An archive may unpack to at most so many bytes, and to so many times its own size.
_MOST_UNPACKED = 200_000_000
_MOST_XML = 40_000_000
_MOST_ENTRIES = 5_000
_MOST_RATIO = 200


def _refuse(name: str, why: str) -> InputError:
    return InputError(f"{name} {why}")


def _check_archive(data: bytes, name: str) -> None:
    """Refuse what is no Word document, or would unpack to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise _refuse(name, "is a broken archive; open the document and save it again") from None
    names = {entry.filename for entry in entries}
    if "word/document.xml" not in names:
        raise _refuse(name, "is an archive and no Word document; give a .docx, .pdf or .txt file")
    if any(entry.flag_bits & 1 for entry in entries):
        raise _refuse(name, "is encrypted; save a copy without its password and give that")
    total = sum(entry.file_size for entry in entries)
    xml = max((e.file_size for e in entries if e.filename.endswith((".xml", ".rels"))), default=0)
    ratio = max(
        (e.file_size / max(e.compress_size, 1) for e in entries if e.file_size > 1_000_000),
        default=0.0,
    )
    if (
        len(entries) > _MOST_ENTRIES
        or total > _MOST_UNPACKED
        or xml > _MOST_XML
        or ratio > _MOST_RATIO
    ):
        raise _refuse(name, "unpacks to far more than a statement holds; give its text alone")


def _value(element: Any, path: str) -> str | None:
    found = element.find(path) if element is not None else None
    return found.get(f"{_W}val") if found is not None else None


@dataclass(frozen=True)
class _Level:
    """How one level of a list is numbered: its first number, its format and its pattern."""

    start: int = 1
    style: str = "decimal"
    pattern: str = "%1."
    legal: bool = False


@dataclass
class _Numbering:
    """The lists of a document, and how far each has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def marker(self, number: str, level: int) -> str:
        """The enumerator of the next item of list ``number`` at ``level``, counted on."""
        abstract = self.lists.get(number)
        levels = self.levels.get(abstract or "", {})
        if abstract is None or level not in levels:
            return ""
        counts = self.counts.setdefault(abstract, {})
        restart = self.restarts.pop((number, level), None)
        if restart is not None:
            counts[level] = restart
        else:
            counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        if levels[level].style == "bullet":
            return "•"
        return self._shown(levels, counts, level)

    def _shown(self, levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            of = levels.get(at, _Level())
            style = "decimal" if levels[level].legal else of.style
            return numeral(counts.get(at, of.start), _FORMATS.get(style, "1"))

        if levels[level].style == "none":
            return ""
        return re.sub(r"%([1-9])", number, levels[level].pattern).strip()


def _integer(value: str | None, default: int) -> int:
    return int(value) if value and re.fullmatch(r"\d{1,6}", value) else default


def _read_level(element: Any) -> _Level:
    return _Level(
        start=_integer(_value(element, f"{_W}start"), 1),
        style=_value(element, f"{_W}numFmt") or "decimal",
        pattern=_value(element, f"{_W}lvlText") or "",
        legal=element.find(f"{_W}isLgl") is not None,
    )


def _numbering(document: Any) -> _Numbering:
    numbering = _Numbering()
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return numbering
    for abstract in root.iter(f"{_W}abstractNum"):
        key = abstract.get(f"{_W}abstractNumId") or ""
        numbering.levels[key] = {
            _integer(level.get(f"{_W}ilvl"), 0): _read_level(level)
            for level in abstract.iter(f"{_W}lvl")
        }
    for listing in root.iter(f"{_W}num"):
        number = listing.get(f"{_W}numId") or ""
        numbering.lists[number] = _value(listing, f"{_W}abstractNumId") or ""
        for override in listing.iter(f"{_W}lvlOverride"):
            start = _value(override, f"{_W}startOverride")
            if start is not None:
                level = _integer(override.get(f"{_W}ilvl"), 0)
                numbering.restarts[number, level] = _integer(start, 1)
    return numbering


def _styles(document: Any) -> dict[str, Any]:
    return {
        style.get(f"{_W}styleId"): style for style in document.styles.element.iter(f"{_W}style")
    }


def _list_of(paragraph: Any, styles: dict[str, Any]) -> tuple[str, int] | None:
    """The list and the level of a paragraph, its own or its style's."""
    found = paragraph.find(f"{_W}pPr/{_W}numPr")
    style = styles.get(_value(paragraph, f"{_W}pPr/{_W}pStyle") or "")
    seen = 0
    while found is None and style is not None and seen < 20:
        found = style.find(f"{_W}pPr/{_W}numPr")
        style = styles.get(_value(style, f"{_W}basedOn") or "")
        seen += 1
    number = _value(found, f"{_W}numId")
    if found is None or number in {None, "0"}:
        return None
    return number or "", _integer(_value(found, f"{_W}ilvl"), 0)


def _words(element: Any) -> Iterator[str]:
    """The words of a paragraph, insertions accepted, those of text boxes within it left out."""
    for child in element:
        tag = child.tag
        if tag in _UNSEEN or tag == f"{_W}txbxContent" or not isinstance(tag, str):
            continue
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag in {f"{_W}tab", f"{_W}ptab"} and element.tag != f"{_W}tabs":
            yield "\t"
        elif tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n" if child.get(f"{_W}type") in {None, "textWrapping"} else ""
        elif tag == f"{_W}noBreakHyphen":
            yield "\u2011"
        else:
            yield from _words(child)


def _paragraphs(body: Any) -> Iterator[Any]:
    """The paragraphs of a document in order, those of tables and text boxes among them."""
    for element in body.iter(f"{_W}p"):
        above = {ancestor.tag for ancestor in element.iterancestors()}
        if not above & _UNSEEN:
            yield element


def _is_title(paragraph: Any, styles: dict[str, Any]) -> bool:
    style = styles.get(_value(paragraph, f"{_W}pPr/{_W}pStyle") or "")
    name = (_value(style, f"{_W}name") or "").lower()
    return name in {"title", "heading 1"}


def _write(document: Any, name: str, limits: Limits) -> tuple[str, Span | None]:
    numbering, styles = _numbering(document), _styles(document)
    parts: list[str] = []
    length = 0
    title: Span | None = None
    listed = False
    for count, paragraph in enumerate(_paragraphs(document.element.body)):
        words = "".join(_words(paragraph)).strip()
        item = _list_of(paragraph, styles)
        if not words:
            continue
        marker = numbering.marker(*item) if item else ""
        gap = "" if not parts else "\n" if listed and item else "\n\n"
        listed = item is not None
        line = f"{marker} {words}" if marker else words
        start = length + len(gap)
        if title is None and count < _FIRST_PARAGRAPHS and _is_title(paragraph, styles):
            title = Span(start, start + len(line))
        parts.append(gap + line)
        length += len(parts[-1])
        if length > limits.extracted:
            raise _refuse(name, "holds too much text for one document; split it")
    return "".join(parts), title


def read_docx(data: bytes, name: str, limits: Limits) -> Extracted:
    """The text of a Word document, paragraphs divided by blank lines, items by new lines.

    Tracked changes are taken as accepted; running heads are no part of the text. Raises
    InputError for what is broken, encrypted, no Word document, or unpacks to too much.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    _check_archive(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        text, title = _write(document, name, limits)
        notes = _count_notes(document)
    except (
        OpcError,
        etree.LxmlError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        NotImplementedError,
        OSError,
        EOFError,
        RecursionError,
        zlib.error,
    ):
        raise _refuse(name, "is a broken Word document; open it and save it again") from None
    notices = (f"not read: {notes} footnotes or endnotes",) if notes else ()
    return Extracted(text=text, title=title, notices=notices)


def _count_notes(document: Any) -> int:
    body = document.element.body
    return sum(
        1 for tag in ("footnoteReference", "endnoteReference") for _ in body.iter(f"{_W}{tag}")
    )
