"""Notes of our own samples in every format, as they should be, byte for byte."""

from __future__ import annotations

import io
import os
from pathlib import Path

import docx
import pytest
from lxml import etree

from summarize.render import RENDERERS, render
from tests.render.samples import SAMPLES

GOLDEN = Path(__file__).parent / "golden"
NAMES = ("lighthouses", "arabic", "none")


def footnotes(document):
    """The words of the document's footnotes, in order."""
    parts = document.part.package.iter_parts()
    (part,) = (part for part in parts if part.partname == "/word/footnotes.xml")
    return ["".join(note.itertext()).strip() for note in etree.fromstring(part.blob)][2:]


def outline(package: bytes) -> str:
    """The styles and words of a docx file: its bytes depend on the version of python-docx."""
    document = docx.Document(io.BytesIO(package))
    lines = [f"{p.style.name}: {p.text}" for p in document.paragraphs]
    for table in document.tables:
        lines += [f"{table.style.name}: {' | '.join(c.text for c in r.cells)}" for r in table.rows]
    lines += [f"note: {note}" for note in footnotes(document)]
    return "\n".join(lines) + "\n"


def test_golden_notes_are_not_regenerated_in_ci(pytestconfig):
    assert not (os.environ.get("CI") == "true" and pytestconfig.getoption("--regenerate"))


@pytest.mark.parametrize("form", RENDERERS)
@pytest.mark.parametrize("name", NAMES)
def test_golden(name, form, pytestconfig):
    made = render(SAMPLES[name](), form)
    text = outline(made) if isinstance(made, bytes) else made
    path = GOLDEN / f"{name}.{form}{'.outline' if form == 'docx' else ''}"
    if pytestconfig.getoption("--regenerate"):
        path.write_text(text, "utf-8", newline="")
    assert path.read_bytes() == text.encode()


@pytest.mark.parametrize("form", RENDERERS)
def test_the_same_note_is_the_same_bytes(form):
    assert render(SAMPLES["lighthouses"](), form) == render(SAMPLES["lighthouses"](), form)
