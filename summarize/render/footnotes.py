"""Footnotes for python-docx, which has none: the part, its separators, and the references.

The markup is that of ECMA-376 Part 1, 17.11 (Footnotes and Endnotes).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SEPARATORS: Final = f"""<w:footnotes xmlns:w="{W}">
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0">
<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""


class Footnotes:
    """The footnotes of one document: refer to a text as often as needed, then attach them all.

    A text that was referred to before is not repeated: the mark of its footnote is
    (``NOTEREF`` to a bookmark around the first mark).
    """

    def __init__(self, document: Document) -> None:
        from docx.oxml import parse_xml

        self.document = document
        self.root = parse_xml(SEPARATORS)
        self.marked: set[int] = set()

    def refer(self, paragraph: Paragraph, number: int, text: str) -> None:
        """Set the mark of footnote ``number`` at the end of ``paragraph``."""
        if number in self.marked:
            self._repeat(paragraph, number)
            return
        self.marked.add(number)
        order = str(len(self.marked))
        self._write(order, text)
        _mark(paragraph, "bookmarkStart", id=order, name=f"_note{number}")
        run = paragraph.add_run(style="footnote reference")
        _add(run._r, "footnoteReference", id=order)
        _mark(paragraph, "bookmarkEnd", id=order)

    def attach(self) -> None:
        """Put the footnotes into the document."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        document = self.document
        package = document.part.package
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE, self.root, package)
        document.part.relate_to(part, RELATION)
        settings = document.settings.element
        properties = _add(settings, "footnotePr")
        settings.remove(properties)
        _add(properties, "footnote", id="-1")
        _add(properties, "footnote", id="0")
        before = next(e for e in settings if e.tag == f"{{{W}}}compat")
        before.addprevious(properties)

    def _write(self, order: str, text: str) -> None:
        note = _add(self.root, "footnote", id=order)
        paragraph = _add(note, "p")
        _add(_add(paragraph, "pPr"), "pStyle", val=self._style("footnote text"))
        run = _add(paragraph, "r")
        _add(_add(run, "rPr"), "rStyle", val=self._style("footnote reference"))
        _add(run, "footnoteRef")
        words = _add(_add(paragraph, "r"), "t")
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        words.text = f" {text}"

    def _style(self, name: str) -> str:
        return str(self.document.styles[name].style_id)

    def _repeat(self, paragraph: Paragraph, number: int) -> None:
        field = _add(paragraph._p, "fldSimple", instr=f" NOTEREF _note{number} \\f \\h ")
        run = paragraph.add_run(str(number), style="footnote reference")
        field.append(run._r)


def _mark(paragraph: Paragraph, tag: str, /, **values: str) -> None:
    _add(paragraph._p, tag, **values)


def _add(parent: Any, tag: str, /, **values: str) -> Any:
    """A new element of WordprocessingML under ``parent``."""
    from lxml.etree import SubElement

    return SubElement(parent, f"{{{W}}}{tag}", {f"{{{W}}}{k}": v for k, v in values.items()})
