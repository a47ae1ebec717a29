from __future__ import annotations

import io

import docx
import pytest

from summarize.errors import OutputError
from summarize.render import RENDERERS, render
from summarize.render.seal import is_untouched
from summarize.writing import choose_target, write_note
from tests.render.samples import SAMPLES


def raw(name, form):
    made = render(SAMPLES[name](), form)
    return made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("form", RENDERERS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_is_sealed(name, form):
    assert is_untouched(raw(name, form))


@pytest.mark.parametrize("form", [form for form in RENDERERS if form != "docx"])
def test_an_edited_text_is_not_untouched(form):
    made = raw("one", form)
    assert not is_untouched(made.replace(b"lamps", b"candles"))
    assert not is_untouched(made + b"my comment\n")


def test_an_edited_document_is_kept(tmp_path):
    path = tmp_path / "note.docx"
    write_note(path, raw("one", "docx"))
    write_note(path, raw("lighthouses", "docx"))
    document = docx.Document(str(path))
    document.paragraphs[-2].text = "My comment."
    document.save(str(path))
    with pytest.raises(OutputError, match="--force"):
        write_note(path, raw("one", "docx"))


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04 no zip", b"\xff\xfe", b"words"])
def test_what_is_no_note_is_not_untouched(content):
    assert not is_untouched(content)


def test_a_package_without_seal():
    file = io.BytesIO()
    docx.Document().save(file)
    assert not is_untouched(file.getvalue())


def test_several_formats_go_to_a_folder(tmp_path):
    target = choose_target(
        tmp_path / "out", ["md", "html", "docx"], several=False, many=False, force=False
    )
    names = [path.name for path in target.deliver(SAMPLES["one"]())]
    assert names == ["statement.md", "statement.html", "statement.docx"]
    again = [path.name for path in target.deliver(SAMPLES["one"]())]
    assert again == ["statement-2.md", "statement-2.html", "statement-2.docx"]
