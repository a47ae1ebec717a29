from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarize.errors import OutputError, UsageError
from summarize.render.seal import UNSEALED, is_sealed, seal
from summarize.writing import choose_target, write_note, write_whole

NOTE = f"# A note\n\n<!-- pksum seal {UNSEALED} -->\n"


def test_a_seal_breaks_with_any_change():
    sealed = seal(NOTE)
    assert is_sealed(sealed)
    assert not is_sealed(sealed.replace("A note", "My note"))
    assert not is_sealed(NOTE)
    assert not is_sealed("no note at all")
    assert not is_sealed("pksum seal 12")


def test_the_last_seal_counts():
    quoting = seal(f"# He said “pksum seal {'1' * 64}”\n\n<!-- pksum seal {UNSEALED} -->\n")
    assert is_sealed(quoting)


def test_an_untouched_note_is_replaced(tmp_path):
    path = tmp_path / "note.md"
    write_note(path, seal(NOTE))
    write_note(path, seal(NOTE.replace("A note", "A newer note")))
    assert "newer" in path.read_text()


@pytest.mark.parametrize("text", ["my own paper\n", seal(NOTE) + "my comment\n", ""])
def test_somebodys_work_is_kept_unless_forced(tmp_path, text):
    path = tmp_path / "note.md"
    path.write_text(text)
    with pytest.raises(OutputError, match="--force"):
        write_note(path, seal(NOTE))
    assert path.read_text() == text
    write_note(path, seal(NOTE), force=True)
    assert path.read_text() == seal(NOTE)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "note.md"
    write_whole(path, "old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        write_whole(tmp_path / "none" / "note.md", "text")


def target(output, form=None, *, several=False):
    forms = [form] if form else []
    return choose_target(output, forms, several=several, many=False, force=False)


def test_the_ending_decides_unless_a_format_is_given(tmp_path):
    assert target(tmp_path / "a.json").forms == ("json",)
    assert target(tmp_path / "a.txtx", "md").forms == ("md",)
    with pytest.raises(UsageError, match="no format"):
        target(tmp_path / "a.xyz")


def test_several_notes_want_a_folder_or_json(tmp_path):
    with pytest.raises(UsageError, match="several notes"):
        target(None, several=True)
    assert target(None, "json", several=True).path is None
    assert target(tmp_path / "new", several=True).folder
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="is a file"):
        target(tmp_path / "file", several=True)


def test_a_folder_that_cannot_be_made():
    with pytest.raises(OutputError, match="cannot be made"):
        target(Path("/proc/none/folder"), several=True)
