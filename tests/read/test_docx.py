"""Word documents: numbers as Word shows them, and archives that are none."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import InputError
from summarize.read import read_bytes

_LISTS = """<w:abstractNum {ns} w:abstractNumId="77">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
  <w:lvlText w:val="(%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>
  <w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>"""
_NUM = '<w:num {ns} w:numId="{id}"><w:abstractNumId w:val="77"/>{more}</w:num>'
_RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'


def _bytes(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _number(paragraph: Any, listing: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{listing}"/>'
            "</w:numPr>"
        )
    )


def _with_lists() -> Any:
    document = docx.Document()
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(_LISTS.format(ns=nsdecls("w"))))
    root.append(parse_xml(_NUM.format(ns=nsdecls("w"), id=901, more="")))
    root.append(parse_xml(_NUM.format(ns=nsdecls("w"), id=902, more=_RESTART)))
    return document


def test_paragraphs_title_and_tables() -> None:
    document = docx.Document()
    document.add_heading("Statement by Ms. Ilva Marn, Minister of Fiji, on Oceans", 0)
    document.add_paragraph("Excellencies,")
    document.add_paragraph("We thank the\tChair.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "The sea rises."
    table.cell(0, 1).text = "We rise with it."
    document.add_paragraph("Thank you.")
    statement = read_bytes(_bytes(document), "s.docx")[0]
    assert statement.text == (
        "Statement by Ms. Ilva Marn, Minister of Fiji, on Oceans\n\nExcellencies,\n\nWe thank the"
        "\tChair.\n\nThe sea rises.\n\nWe rise with it.\n\nThank you."
    )
    assert (statement.speaker, statement.delegation) == ("Ms. Ilva Marn", "Fiji")
    assert [s.of(statement.text) for s in statement.boilerplate] == [statement.title]


def test_numbers_of_lists() -> None:
    document = _with_lists()
    for words, listing, level in [
        ("Fund it.", 901, 0),
        ("Map it.", 901, 0),
        ("By air.", 901, 1),
        ("By foot.", 901, 1),
        ("In pairs.", 901, 2),
        ("Heal them.", 901, 0),
        ("By law.", 901, 1),
        ("Go on.", 902, 0),
        ("And on.", 902, 0),
    ]:
        _number(document.add_paragraph(words), listing, level)
    document.add_paragraph("A bullet of its own", style="List Bullet")
    text = read_bytes(_bytes(document), "s.docx")[0].text
    assert text.split("\n") == [
        "1. Fund it.",
        "2. Map it.",
        "(a) By air.",
        "(b) By foot.",
        "2.b.i In pairs.",
        "3. Heal them.",
        "(a) By law.",
        "5. Go on.",
        "6. And on.",
        "• A bullet of its own",
    ]


def test_numbers_of_a_style() -> None:
    document = docx.Document()
    for words in ("We fund.", "We map."):
        document.add_paragraph(words, style="List Number")
    assert read_bytes(_bytes(document), "s.docx")[0].text == "1. We fund.\n2. We map."


def test_tracked_changes_are_taken_as_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("We ")
    paragraph._p.append(
        parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>doubt</w:delText></w:r></w:del>")
    )
    paragraph._p.append(
        parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>welcome the text.</w:t></w:r></w:ins>")
    )
    assert read_bytes(_bytes(document), "s.docx")[0].text == "We welcome the text."


def test_notes_that_are_not_read_are_said() -> None:
    document = docx.Document()
    run = document.add_paragraph("We welcome the text.").add_run()
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    assert read_bytes(_bytes(document), "s.docx")[0].notices == (
        "not read: 1 footnotes or endnotes",
    )


def test_line_breaks_and_hyphens() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("We thank\nyou for co")
    run._r.append(run._r.makeelement(qn("w:noBreakHyphen"), {}))
    document.paragraphs[0].add_run("operation.")
    assert read_bytes(_bytes(document), "s.docx")[0].text == "We thank\nyou for co\u2011operation."


def _archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"word/document.xml": b"<w>" + b" " * 60_000_000}, "unpacks to far more"),
        ({"word/document.xml": b"x", "word/media/a.bin": b"\0" * 30_000_000}, "unpacks to far"),
        ({"xl/workbook.xml": b"<x/>"}, "no Word document"),
        ({"word/document.xml": b"<broken"}, "broken Word document"),
        ({"word/document.xml": b"<x/>"} | {f"e{n}": b"" for n in range(6000)}, "unpacks to far"),
    ],
)
def test_bombs_and_other_archives(parts: dict[str, bytes], says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read_bytes(_archive(parts), "s.docx")
    assert "\n" not in str(caught.value)


def test_entities_are_not_expanded() -> None:
    document = _bytes(docx.Document())
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    for before, after in zip("abcdefghi", "bcdefghij", strict=True):
        bomb += f'<!ENTITY {after} "{f"&{before};" * 10}">'.encode()
    bomb += (
        b']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(InputError):
        read_bytes(_archive(parts | {"word/document.xml": bomb}), "s.docx")


def test_old_office_file() -> None:
    with pytest.raises(InputError, match="old or an encrypted Office file"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "s.doc")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_documents_are_refused_in_one_line(data: st.DataObject) -> None:
    whole = bytearray(_WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(4, len(whole)))
    try:
        assert read_bytes(bytes(whole[:cut]), "s.docx")
    except InputError as error:
        assert "\n" not in str(error)


_WHOLE = _bytes(_with_lists())
