from __future__ import annotations

import re
import runpy
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_note_in_the_readme_is_the_one_the_tool_makes(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    script = runpy.run_path(str(ROOT / "scripts" / "readme_note.py"))
    assert script["with_note"](README) == README, "run scripts/readme_note.py"


def test_every_command_and_file_that_the_readme_names_is_there():
    for name in re.findall(r"`((?:scripts|tests|summarize|prompts|models)/[\w./-]+)`", README):
        assert (ROOT / name).exists(), name
    for script in re.findall(r"^sh (\S+)", README, re.MULTILINE):
        assert (ROOT / script).is_file()
