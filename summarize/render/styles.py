"""The styles of a Word note: those that are missing are made, those of the user's are kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

SERIF: Final = "Cambria"
SANS: Final = "Calibri"
GREY: Final = "56595E"
BLACK: Final = "1A1B1D"
BLUE: Final = "0B4A7C"

Look = tuple[str, float, str, bool, bool, float, float]
"""Font, size, colour, bold, italic, points before and after."""

LOOKS: Final[dict[str, Look]] = {
    "Normal": (SERIF, 10.5, BLACK, False, False, 0, 5),
    "Title": (SERIF, 18, BLACK, True, False, 0, 4),
    "Subtitle": (SERIF, 11, GREY, False, True, 0, 10),
    "Heading 1": (SANS, 12, BLACK, True, False, 14, 4),
    "Heading 2": (SERIF, 10.5, BLACK, False, True, 8, 4),
    "List Number": (SERIF, 10.5, BLACK, False, False, 0, 5),
    "Header": (SANS, 8.5, GREY, False, False, 0, 0),
    "Footer": (SANS, 8.5, GREY, False, False, 0, 0),
    "footnote text": (SERIF, 8.5, BLACK, False, False, 0, 2),
    "Masthead text": (SANS, 9.5, BLACK, False, False, 2, 2),
    "Finding": (SANS, 9, "9A3206", False, False, 0, 5),
    "Placeholder": (SERIF, 10.5, GREY, False, True, 0, 48),
    "Made": (SANS, 8.5, GREY, False, False, 8, 0),
}


def ground_styles(document: Document) -> None:
    """Give ``document`` every style that a note uses.

    python-docx's own ground is made to look like a note; in a document of the user's only the
    styles that it lacks are made.
    """
    from docx.enum.style import WD_STYLE_TYPE

    own = {style.name for style in document.styles}
    is_plain = "Placeholder" not in own and document.core_properties.author == "python-docx"
    for name, look in LOOKS.items():
        if name not in own:
            style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = document.styles["Normal"]
        if name not in own or is_plain:
            _look(document.styles[name], look)
    _characters(document, own)
    _tables(document, own)
    _indent(document.styles["Finding"], 0.75)
    if is_plain:
        _page(document)
        _indent(document.styles["List Number"], 0.75, hanging=0.75)


def number_list(document: Document, shape: str, start: int) -> Callable[[Paragraph], None]:
    """A new numbered list, in figures ("decimal") or letters ("lowerLetter").

    Gives what puts a paragraph into it, with its first number ``start``.
    """
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    numbering = document.part.numbering_part.element
    abstract = 900 + len(numbering.findall("{*}abstractNum"))
    template = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">'
        f'<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{shape}"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
    )
    first = numbering.find("{*}num")
    if first is None:
        numbering.append(template)
    else:
        first.addprevious(template)
    number = numbering.add_num(abstract).numId

    def into(paragraph: Paragraph) -> None:
        own: Any = paragraph._p.get_or_add_pPr()
        properties = own.get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number

    return into


def _look(style: Any, look: Look) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font, size, colour, bold, italic, before, after = look
    style.font.name, style.font.size = font, Pt(size)
    style.font.bold, style.font.italic = bold, italic
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), font)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    for inherited in ("pPr/{*}pBdr", "pPr/{*}contextualSpacing", "rPr/{*}spacing", "rPr/{*}kern"):
        for element in style.element.findall("{*}" + inherited):
            element.getparent().remove(element)


def _characters(document: Document, own: set[str | None]) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import RGBColor

    for name in ("footnote reference", "Hyperlink", "Strong"):
        if name not in own:
            document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    if "footnote reference" not in own:
        document.styles["footnote reference"].font.superscript = True
    if "Strong" not in own:
        document.styles["Strong"].font.bold = True
    if "Hyperlink" not in own:
        document.styles["Hyperlink"].font.color.rgb = RGBColor.from_string(BLUE)
        document.styles["Hyperlink"].font.underline = True


def _tables(document: Document, own: set[str | None]) -> None:
    """Tables with fine horizontal rules only."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    for name in ("Masthead", "Asks"):
        if name in own:
            continue
        style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
        rules = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFC1C3"/>'
            for side in ("top", "bottom", *(("insideH",) if name == "Asks" else ()))
        )
        style.element.append(
            parse_xml(f"<w:tblPr {nsdecls('w')}><w:tblBorders>{rules}</w:tblBorders></w:tblPr>")
        )


def _indent(style: Any, left: float, hanging: float = 0) -> None:
    from docx.shared import Cm

    style.paragraph_format.left_indent = Cm(left)
    style.paragraph_format.first_line_indent = Cm(-hanging)


def _page(document: Document) -> None:
    """A4 with margins of 2.25 cm; the footer's tab at the right margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    stops = document.styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Cm(16.5), WD_TAB_ALIGNMENT.RIGHT)
