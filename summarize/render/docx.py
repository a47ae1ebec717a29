"""A note as a Word document: real styles, the source words as footnotes, a table for the masthead.

A document of the user's may be given as the ground: its styles, header, footer and page are kept,
its text is not.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summarize.errors import UsageError
from summarize.records import Note
from summarize.render.compose import compose
from summarize.render.footnotes import Footnotes
from summarize.render.html import CONTROL
from summarize.render.seal import UNSEALED, seal_package
from summarize.render.styles import ground_styles, number_list
from summarize.render.typography import NO_BREAK
from summarize.render.view import Item, Line, Named, Reference, View

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

AFTER_BIDI: Final = ("w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
RIGHT_TO_LEFT: Final = ("R", "AL")


def to_docx(note: Note, ground: Path | None = None) -> bytes:
    """The note as a docx file.

    Args:
        note: what to write.
        ground: a docx file whose styles, header, footer and page are used.

    Raises:
        UsageError: ``ground`` is no readable docx file.
    """
    view = compose(note)
    document = open_ground(ground)
    ground_styles(document)
    _Writer(document, view).write()
    if ground is None:
        _header_and_footer(document, view)
    _properties(document, view)
    file = io.BytesIO()
    document.save(file)
    return seal_package(file.getvalue())


def open_ground(ground: Path | None = None) -> Document:
    """An empty document with the styles of ``ground``, or with python-docx's own.

    Raises:
        UsageError: ``ground`` is no readable docx file.
    """
    import docx

    if ground is None:
        return docx.Document()
    try:
        document = docx.Document(str(ground))
    except Exception as error:  # python-docx raises what its zip and XML libraries raise
        raise UsageError(f"'{ground}' is no readable docx file to take the styles from") from error
    body = document.element.body
    for element in list(body):
        if not element.tag.endswith("}sectPr"):
            body.remove(element)
    return document


class _Writer:
    """Writes the parts of one note in their order."""

    def __init__(self, document: Document, view: View) -> None:
        self.document = document
        self.view = view
        self.footnotes = Footnotes(document)
        self.notes = {note.number: note for note in view.source_notes}

    def write(self) -> None:
        view = self.view
        self.text(view.title, "Title")
        if view.own_title:
            self.text(view.own_title, "Subtitle")
        self.masthead()
        if view.in_brief:
            self.heading("In brief")
            self.running(view.in_brief)
        if view.points:
            self.heading("Points")
            self.text(view.division_line)
        for part in view.enumerations:
            if part.title:
                self.document.add_heading(part.title, 2)
            self.items(part.points, "decimal")
        if view.passages:
            self.heading("Also said")
            self.items(view.passages, "lowerLetter")
        self.asks()
        self.mentions()
        self.heading("Checks")
        self.text(" ".join(view.checks))
        self.heading("Comment")
        self.text("(for the officer)", "Placeholder")
        self.text("")
        self.text(clean(view.made), "Made")
        self.footnotes.attach()

    def heading(self, text: str) -> None:
        self.document.add_heading(text, 1)

    def text(self, text: str, style: str | None = None) -> Paragraph:
        paragraph = self.document.add_paragraph(clean(text), style)
        _direct(paragraph, text)
        return paragraph

    def masthead(self) -> None:
        source = f"{self.view.source}\nSHA-256 {self.view.sha256}"
        rows = [*self.view.masthead, ("Source", source)]
        table = self.document.add_table(len(rows), 2, "Masthead")
        for row, (name, value) in zip(table.rows, rows, strict=True):
            row.cells[0].text, row.cells[1].text = name, clean(value)
            _direct(row.cells[1].paragraphs[0], value)
        _lay_out(table, (3.0, 13.5))

    def running(self, lines: tuple[Line, ...]) -> None:
        paragraph = self.text("")
        for line in lines:
            paragraph.add_run(clean(line.text))
            self.cite(paragraph, line.reference)
            paragraph.add_run(" ")

    def items(self, items: tuple[Item, ...], shape: str) -> None:
        follows = None
        for item in items:
            paragraph = self.document.add_paragraph(style="List Number")
            if follows is None or item.number != follows:
                numbering = number_list(self.document, shape, item.number)
            numbering(paragraph)
            follows = item.number + 1
            if item.heading:
                paragraph.add_run(f"{clean(item.heading)}. ", style="Strong")
            paragraph.add_run(clean(item.text))
            _direct(paragraph, item.text)
            self.cite(paragraph, item.reference)
            for problem in item.problems:
                self.text(_problem_line(problem), "Finding")

    def asks(self) -> None:
        view = self.view
        if not (view.asks or view.unnamed_asks or view.commitments):
            return
        self.heading("Asks and commitments")
        if view.asks:
            self.ask_table()
        if view.unnamed_asks:
            paragraph = self.text("Asks that name nobody: ")
            _space_before(paragraph)
            self.series(paragraph, view.unnamed_asks)
        if view.commitments:
            paragraph = self.text(f"{view.side}: ")
            _space_before(paragraph)
            self.series(paragraph, view.commitments)

    def ask_table(self) -> None:
        table = self.document.add_table(1, 3, "Asks")
        for cell, name in zip(table.rows[0].cells, ("Who", "Is asked to", "Where"), strict=True):
            cell.paragraphs[0].add_run(name, style="Strong")
        for ask in self.view.asks:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = clean(ask.actor), clean(ask.text)
            self.cite(cells[2].paragraphs[0], ask.reference, brackets=False)
        _lay_out(table, (4.5, 9.0, 3.0))
        _repeat_header(table.rows[0])

    def series(self, paragraph: Paragraph, lines: tuple[Line, ...]) -> None:
        for order, line in enumerate(lines):
            paragraph.add_run("; " if order else "")
            paragraph.add_run(clean(line.text))
            self.cite(paragraph, line.reference)
        paragraph.add_run(".")

    def mentions(self) -> None:
        if self.view.figures or self.view.references:
            self.heading("Figures and references")
        for groups in (self.view.figures, self.view.references):
            if groups:
                paragraph = self.text("")
                for order, group in enumerate(groups):
                    paragraph.add_run(" · " if order else "")
                    self.named(paragraph, group.named)
                    paragraph.add_run(f" ({_bound(group.text)})" if group.text else "")

    def named(self, paragraph: Paragraph, named: tuple[Named, ...]) -> None:
        for order, one in enumerate(named):
            paragraph.add_run(", " if order else "")
            if one.url:
                _link(paragraph, one.url, clean(one.text))
            else:
                paragraph.add_run(clean(one.text))

    def cite(self, paragraph: Paragraph, reference: Reference, *, brackets: bool = True) -> None:
        if reference.text:
            bound = _bound(reference.text)
            paragraph.add_run(f" ({bound})" if brackets else bound)
        if reference.note:
            note = self.notes[reference.note]
            words = clean(f"“{note.words}” ({_bound(note.place)})")
            self.footnotes.refer(paragraph, note.number, words)


def _bound(places: str) -> str:
    """``places`` breaking between paragraphs only."""
    return "; ".join(place.replace(" ", NO_BREAK) for place in places.split("; "))


def _problem_line(problem: Any) -> str:
    about = f" “{problem.words}”" if problem.words else ""
    where = f" ({problem.place.text})" if problem.place.text else ""
    return f"{problem.kind}{about}: {problem.message}{where}"


def clean(text: str) -> str:
    """``text`` with the characters that XML cannot hold as U+FFFD."""
    return CONTROL.sub("\ufffd", text)


def _direct(paragraph: Paragraph, text: str) -> None:
    """Set ``paragraph`` from right to left where the first letter that decides is."""
    import unicodedata

    from docx.oxml import OxmlElement

    strong = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in strong if kind in ("L", *RIGHT_TO_LEFT)), "L")
    if first in RIGHT_TO_LEFT:
        properties: Any = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(OxmlElement("w:bidi"), *AFTER_BIDI)


def _link(paragraph: Paragraph, url: str, text: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(text, style="Hyperlink")
    link.append(run._r)
    body: Any = paragraph._p
    body.append(link)


def _lay_out(table: Any, sizes: tuple[float, ...]) -> None:
    """Columns of these widths in centimetres, in the style of table text."""
    from docx.shared import Cm

    table.autofit = False
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = Cm(size)
        for cell in column.cells:
            cell.width = Cm(size)
            cell.paragraphs[0].style = "Masthead text"


def _space_before(paragraph: Paragraph) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(6)


def _repeat_header(row: Any) -> None:
    """Let the row stand again at the head of every page that its table runs over."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _header_and_footer(document: Document, view: View) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = clean(_short(view.title))
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.style = "Footer"
        for piece in _page_numbers():
            _field(paragraph, piece)


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _page_numbers() -> Iterator[str]:
    yield from ("Briefing note\tPage ", "PAGE", " of ", "NUMPAGES")


def _field(paragraph: Paragraph, piece: str) -> None:
    """``piece`` as text, or as a field where it is the name of one."""
    if not piece.isupper():
        paragraph.add_run(piece)
        return
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), piece)
    field.append(paragraph.add_run("1")._r)
    body: Any = paragraph._p
    body.append(field)


def _properties(document: Document, view: View) -> None:
    """The core properties; each holds 255 characters."""
    properties = document.core_properties
    made = datetime.fromtimestamp(0, UTC).replace(tzinfo=None)
    with suppress(ValueError):
        made = datetime.fromisoformat(view.made_on)
    properties.title = clean(_short(view.title, 255))
    properties.subject = clean(_short(dict(view.masthead).get("Subject", ""), 255))
    properties.author = "pksum"
    properties.last_modified_by = "pksum"
    properties.category = "Briefing note"
    properties.comments = clean(_short(view.made, 255))
    properties.keywords = ""
    properties.language = "en"
    properties.revision = 1
    properties.created = properties.modified = made
    relations = document.part.package.rels
    for name in [name for name, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        relations.pop(name)  # a picture of python-docx's own ground
    properties.identifier = f"pksum seal {UNSEALED}"
