"""Templates of the user's own: what they may do, and a clear answer where they cannot."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner

from summarize.cli import app
from summarize.errors import UsageError
from summarize.render.seal import is_untouched
from summarize.render.template import load_template
from summarize.render.view import (
    Enumeration,
    Item,
    Line,
    Mentioned,
    Named,
    Place,
    Reference,
    View,
)
from summarize.writing import choose_target
from tests.conftest import SAMPLES as FILES
from tests.render.samples import hostile, lighthouses

DOCUMENTED = Path(__file__).parents[2] / "docs" / "templates.md"


def template(tmp_path, text, name="note.md.j2"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_a_template_sets_the_note_its_own_way(tmp_path):
    path = template(
        tmp_path, "{% for p in note.points %}{{ p.label }} {{ p.heading }}\n{% endfor %}"
    )
    made = load_template(path).render(lighthouses())
    assert made.startswith("1 Lights in peace and conflict\n2 Register of lights\n")
    assert is_untouched(made.encode())


def test_a_page_of_the_user_s_is_escaped(tmp_path):
    path = template(tmp_path, "<p>{{ note.title }} {{ note.own_title }}", "note.html.j2")
    assert "<script>" not in load_template(path).render(hostile())


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("{{ title }}", "uses 'title'; a template knows only 'note'"),
        ("{% for p in note.points %}", "line 1: Unexpected end of template"),
        ("{{ note.points | shout }}", "line 1: No filter named 'shout'"),
    ],
)
def test_what_is_wrong_is_said_before_any_note_is_made(tmp_path, text, answer):
    with pytest.raises(UsageError, match=re.escape(answer)):
        load_template(template(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "{{ note.headline }}",
        "{{ note.points[99].text }}",
        "{{ note.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ note.points + 1 }}",
        "{{ range(1000000000) | list }}",
        "{% include '../secret.txt' %}",
        "{% include '/etc/passwd' %}",
        "{{ 1 / 0 }}",
    ],
)
def test_a_template_cannot_reach_beyond_the_note(tmp_path, text):
    with pytest.raises(UsageError, match=r"the template '.*' fails"):
        load_template(template(tmp_path, text)).render(lighthouses())


@pytest.mark.parametrize("name", ["note.j2", "note.pdf.j2", "note.html", "none.md.j2"])
def test_what_is_no_template(tmp_path, name):
    path = tmp_path / name
    if not name.startswith("none"):
        path.write_text("x")
    with pytest.raises(UsageError, match=r"template"):
        load_template(path)


def test_a_word_document_lends_its_styles_and_header(tmp_path):
    ground = docx.Document()
    ground.core_properties.author = "The Ministry"
    ground.add_paragraph("Text of the letter.")
    ground.sections[0].header.paragraphs[0].text = "Ministry of Lamps"
    path = tmp_path / "letter.docx"
    ground.save(str(path))
    made = load_template(path).render(lighthouses())
    assert isinstance(made, bytes)
    document = docx.Document(io.BytesIO(made))
    assert document.sections[0].header.paragraphs[0].text == "Ministry of Lamps"
    assert document.paragraphs[0].text == "Aldoria: safety of navigation"
    assert "Text of the letter." not in [paragraph.text for paragraph in document.paragraphs]


def test_a_broken_word_document(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"PK no zip")
    with pytest.raises(UsageError, match="no readable docx file"):
        load_template(path)


def test_a_template_for_another_format(tmp_path):
    own = load_template(template(tmp_path, "{{ note.title }}"))
    with pytest.raises(UsageError, match="makes md"):
        choose_target(None, ["html"], several=False, many=False, force=False, template=own)


def test_every_field_is_documented():
    text = DOCUMENTED.read_text("utf-8")
    for kind in (View, Item, Line, Reference, Place, Named, Mentioned, Enumeration):
        for field in dataclasses.fields(kind):
            assert f"`{field.name}`" in text, f"{kind.__name__}.{field.name}"


def brief(*arguments):
    sample = str(FILES / "water_security.txt")
    return CliRunner().invoke(app, ["brief", "-m", "verbatim", sample, *arguments])


def test_the_command_takes_a_template(tmp_path):
    done = brief("--template", str(template(tmp_path, "{{ note.points | length }} points")))
    assert done.exit_code == 0
    assert done.output.startswith("4 points\n")


def test_the_command_refuses_a_bad_template(tmp_path):
    done = brief("--template", str(template(tmp_path, "{{ points }}")))
    assert done.exit_code == 2
    assert "knows only 'note'" in done.output
    assert "Traceback" not in done.output


def test_several_formats_and_the_browser(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or True)
    done = brief("-f", "md", "-f", "html", "-o", str(tmp_path / "out"), "--open")
    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "water_security.html",
        "water_security.md",
    ]
    assert opened == [(tmp_path / "out" / "water_security.html").as_uri()]


def test_opening_without_a_place_keeps_the_page_to_the_user(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("webbrowser.open", lambda address: True)
    assert brief("--open").exit_code == 0
    (page,) = tmp_path.rglob("*.html")
    assert page.parent.stat().st_mode & 0o077 == 0


def test_no_browser_and_no_page(tmp_path, monkeypatch):
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    done = brief("--open", "-o", str(tmp_path / "note.html"))
    assert done.exit_code == 7
    assert "open '" in done.output
    assert (tmp_path / "note.html").exists()
    assert brief("--open", "-f", "md").exit_code == 2
    assert brief("-f", "md", "-f", "html").exit_code == 2


def test_a_format_in_the_settings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pksum.toml").write_text('format = "txt"\n')
    done = brief()
    assert done.exit_code == 0
    assert "\nPOINTS\n" in done.output
