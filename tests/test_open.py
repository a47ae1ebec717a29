"""``pksum open``: a note from its JSON is the note; what is none, or was edited, is not shown."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from summarize import Options, brief
from summarize.cli import app
from summarize.render import render
from summarize.render.seal import UNSEALED, seal
from summarize.reopen import read_note
from tests.conftest import SAMPLES as FILES
from tests.render.samples import SAMPLES


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Where pages are kept, and the addresses that the browser was asked to show."""
    addresses = []
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("webbrowser.open", lambda address: addresses.append(address) or True)
    return addresses


def run(*arguments):
    return CliRunner().invoke(app, ["open", *map(str, arguments)])


def write(folder, name, form, note):
    path = folder / name
    path.write_bytes(render(note, form).encode("utf-8", "surrogatepass"))
    return path


@pytest.mark.parametrize("name", SAMPLES)
def test_a_note_from_its_json_makes_the_same_files(name):
    note = SAMPLES[name]()
    again = read_note(render(note, "json"), name)
    for form in ("json", "html", "md", "txt", "jsonld"):
        assert render(again, form) == render(note, form)


@pytest.mark.parametrize("name", ["four_points", "two_series", "press_report", "record"])
def test_a_made_note_from_its_json_makes_the_same_page(name):
    for note in brief(FILES / f"{name}.txt", Options(model="verbatim")):
        assert render(read_note(render(note, "json"), name), "html") == render(note, "html")


def test_json_is_shown_as_a_page(tmp_path, opened):
    path = write(tmp_path, "note.json", "json", SAMPLES["one"]())
    assert run(path).exit_code == 0
    (page,) = (tmp_path / "cache").rglob("*.html")
    assert opened == [page.as_uri()]
    assert page.read_text("utf-8") == render(SAMPLES["one"](), "html")
    assert page.parent.stat().st_mode & 0o077 == 0


def test_a_page_is_shown_where_it_is(tmp_path, opened):
    path = write(tmp_path, "note.html", "html", SAMPLES["one"]())
    assert run(path).exit_code == 0
    assert opened == [path.as_uri()]


@pytest.mark.parametrize("form", ["json", "html"])
def test_an_edited_note_is_shown_only_by_force(form, tmp_path, opened):
    path = write(tmp_path, f"note.{form}", form, SAMPLES["one"]())
    path.write_text(path.read_text("utf-8").replace("Asked that", "Begged that"), "utf-8")
    done = run(path)
    assert done.exit_code == 5
    assert "was edited after pksum wrote it" in done.output
    assert ("pksum verify" in done.output) == (form == "json")
    assert not opened
    assert run(path, "--force").exit_code == 0
    assert len(opened) == 1


def broken(change):
    plain = json.loads(render(SAMPLES["one"](), "json"))
    change(plain)
    return seal(json.dumps({**plain, "seal": UNSEALED}))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"{}",
        b"[]",
        b"null",
        b"[" * 100_000,
        b"<!DOCTYPE html><script>alert(1)</script>",
        b'{"format": "pksum-note/1"}',
        b'{"format": "pksum-note/2", "points": []}',
        render(SAMPLES["one"](), "md").encode(),
        broken(lambda note: note.pop("sentences")).encode(),
        broken(lambda note: note["points"][0].update(end=7)).encode(),
        broken(lambda note: note["points"].append("words")).encode(),
        broken(lambda note: note["statement"].update(text="Other words.")).encode(),
    ],
)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_what_is_no_note_is_not_shown(content, force, tmp_path, opened):
    path = tmp_path / "note.json"
    path.write_bytes(content)
    done = run(path, *force)
    assert done.exit_code == 5
    assert done.output.startswith("pksum: '")
    assert done.output.count("\n") == 1
    assert not opened


def test_nothing_there(tmp_path, opened):
    assert run(tmp_path / "none.json").exit_code == 5
    assert run(tmp_path).exit_code == 5
    assert run().exit_code == 2
    assert not opened


def test_no_browser(tmp_path, monkeypatch, opened):
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    done = run(write(tmp_path, "note.json", "json", SAMPLES["one"]()))
    assert done.exit_code == 7
    assert "open '" in done.output
