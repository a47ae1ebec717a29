"""PDF: columns, broken words and running heads put right; what has no text is refused."""

from __future__ import annotations

import io
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import letter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from summarize.errors import InputError
from summarize.read import Limits, read_bytes

PARAGRAPHS = [
    "We thank the Secretary-General for his report and we commend the men and women of the "
    "mission who serve far from home under a flag that belongs to all of us and to no one alone.",
    "First, we should strengthen the implementation of the action plan, whose counter-terrorism "
    "chapter has waited since resolution 2518 (2020) for the means that were promised to it.",
    "Second, peacekeepers must be trained before deployment. Training saves lives; the training "
    "that my country offers in both languages has been taken by officers of eleven countries.",
    "Third, no crime against peacekeepers may go unpunished. A counter-terrorism unit helps, and "
    "yet the inter-mission cooperation on evidence remains no more than a paragraph of a report.",
]


def _paragraphs(count: int) -> list[str]:
    """The paragraphs above, and others of the same words shuffled."""
    shuffle = random.Random(7)
    words = [word.strip(".,;") for text in PARAGRAPHS for word in text.split()]
    made = list(PARAGRAPHS)
    while len(made) < count:
        made.append(" ".join(shuffle.sample(words, 45)).capitalize() + ".")
    return made[:count]


def _fold(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` letters, long words broken as a typesetter breaks them."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) + 1 <= width:
            line = f"{line} {word}".strip()
            continue
        room = width - len(line) - 2
        if len(word) > 9 and room >= 4 and word.isalpha():
            lines.append(f"{line} {word[:room]}-")
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _page(pdf: Any, number: int, pages: int) -> None:
    pdf.setFont("Times-Roman", 9)
    pdf.drawString(60, 760, "S/2023/77")
    pdf.drawRightString(550, 760, "14/03/2023")
    pdf.drawString(60, 30, f"{number}/{pages}")
    pdf.drawRightString(550, 30, "23-06543")
    pdf.setFont("Times-Roman", 10)


def _document(columns: int, by_rows: bool, count: int = 40, title: str = "") -> bytes:
    """Indented paragraphs set in columns over as many pages as they need."""
    out = io.BytesIO()
    pdf = canvas.Canvas(out, pagesize=letter)
    width = 46 if columns == 2 else 92
    flow = [
        (n == 0, line) for text in _paragraphs(count) for n, line in enumerate(_fold(text, width))
    ]
    per_column = 52
    per_page = per_column * columns
    pages = -(-len(flow) // per_page)
    for number in range(pages):
        _page(pdf, number + 1, pages)
        if title and number == 0:
            pdf.drawCentredString(300, 745, title)
        cells = [
            (60 + 250 * (n // per_column) + (12 if first else 0), 730 - 13 * (n % per_column), line)
            for n, (first, line) in enumerate(flow[number * per_page : (number + 1) * per_page])
        ]
        if by_rows:
            cells.sort(key=lambda cell: (-cell[1], cell[0]))
        for x, y, line in cells:
            pdf.drawString(x, y, line)
        pdf.showPage()
    pdf.save()
    return out.getvalue()


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("by_rows", [False, True])
def test_paragraphs_come_out_whole(columns: int, by_rows: bool) -> None:
    statement = read_bytes(_document(columns, by_rows), "s.pdf")[0]
    first, *paragraphs = statement.text.split("\n\n")
    assert first.split() == ["S/2023/77", "14/03/2023"]
    assert paragraphs == _paragraphs(40)


def test_a_title_over_two_columns_comes_first() -> None:
    title = "Statement by Ms. Ilva Marn, Minister for Foreign Affairs of Fiji, on Peacekeeping"
    statement = read_bytes(_document(2, True, count=30, title=title), "s.pdf")[0]
    assert statement.text.split("\n\n")[1:] == [title, *_paragraphs(30)]
    assert statement.speaker == "Ms. Ilva Marn"
    assert statement.delegation == "Fiji"
    assert statement.date == "2023-03-14" or statement.date is None


def test_page_numbers_and_feet_are_left_out() -> None:
    text = read_bytes(_document(1, False), "s.pdf")[0].text
    assert "23-06543" not in text
    assert "1/2" not in text
    assert text.count("S/2023/77") == 1


def _one_page(*lines: str, **options: Any) -> bytes:
    out = io.BytesIO()
    pdf = canvas.Canvas(out, pagesize=letter, **options)
    for n, line in enumerate(lines):
        pdf.drawString(60, 700 - 20 * n, line)
    pdf.showPage()
    pdf.save()
    return out.getvalue()


def test_numbered_items_stay_apart() -> None:
    text = read_bytes(
        _one_page(
            "We ask three things:",
            "1. Fund the clearance.",
            "2. Map the fields.",
            "3. Heal the wounded.",
        ),
        "s.pdf",
    )[0].text
    assert text.split("\n\n") == [
        "We ask three things:",
        "1. Fund the clearance.",
        "2. Map the fields.",
        "3. Heal the wounded.",
    ]


def _picture(words: bool = False, pages: int = 1) -> bytes:
    pixels = b"\x10\x20\x30" * 64
    image = ImageReader(io.BytesIO(b"P6 8 8 255\n" + pixels))
    out = io.BytesIO()
    pdf = canvas.Canvas(out, pagesize=letter)
    if words:
        pdf.drawString(60, 700, "We thank the Secretary-General for his report.")
        pdf.showPage()
    for _ in range(pages):
        pdf.drawImage(image, 0, 0, 600, 780)
        pdf.showPage()
    pdf.save()
    return out.getvalue()


def test_pictures_alone_are_refused_and_ocr_is_named() -> None:
    with pytest.raises(InputError, match="OCR"):
        read_bytes(_picture(), "s.pdf")


def test_pages_that_are_pictures_are_said() -> None:
    statement = read_bytes(_picture(words=True, pages=2), "s.pdf")[0]
    assert statement.text == "We thank the Secretary-General for his report."
    assert statement.notices == ("not read, being pictures: page 2, 3",)


def test_encrypted() -> None:
    locked = _one_page("We thank you.", encrypt=StandardEncryption("secret", "owner"))
    with pytest.raises(InputError, match="encrypted"):
        read_bytes(locked, "s.pdf")


def test_locked_against_changes_only_is_read() -> None:
    line = "We thank the Secretary-General for his report."
    locked = _one_page(line, encrypt=StandardEncryption("", "owner"))
    assert read_bytes(locked, "s.pdf")[0].text == line


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"%PDF-1.4\n%%EOF", b"%PDF-"])
def test_broken(data: bytes) -> None:
    with pytest.raises(InputError, match="broken PDF"):
        read_bytes(data, "s.pdf")


def test_empty_pages() -> None:
    with pytest.raises(InputError, match="without text"):
        read_bytes(_one_page(), "s.pdf")


def test_too_many_pages() -> None:
    with pytest.raises(InputError, match="more than 1 pages"):
        read_bytes(_picture(pages=2), "s.pdf", limits=Limits(pages=1))


_WHOLE = _one_page(*PARAGRAPHS)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused_in_one_line(data: st.DataObject) -> None:
    whole = bytearray(_WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(8, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(8, len(whole)))
    try:
        assert read_bytes(bytes(whole[:cut]), "s.pdf")
    except InputError as error:
        assert "\n" not in str(error)
