"""Names of every kind, folders of every kind."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from summarize.batch import split_list
from summarize.batch.sources import find_sources
from tests.batch.office import statement

NAMES = (
    "with spaces and 'quotes'.txt",
    "with\nline\nends.txt",
    "emoji 🌊🕊.txt",
    "🌊.txt",
    "بيان المندوب.txt",
    "\u202egnp.txt",
    "-rf.txt",
    "[brackets]*.txt",
    "发言" * 40 + ".txt",
    "e\u0301tat.txt",
)


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows refuses")
def test_names_of_every_kind(office):
    for number, name in enumerate(NAMES):
        office.put(name, number)
    if sys.platform == "linux":
        odd = os.fsencode(office.inbox) + b"/latin-\xe9.txt"
        Path(os.fsdecode(odd)).write_text(statement(90), "utf-8")
    given = len(list(office.inbox.iterdir()))
    assert office.run().counts == {"done": given}
    names = office.notes()
    assert len(names) == given
    assert all(name.isprintable() and not name.startswith("-") for name in names)
    assert all(len(os.fsencode(name)) <= 255 for name in names)
    assert office.run().counts == {"skipped": given}
    assert office.run(*map(str, sorted(office.inbox.iterdir()))).counts == {"skipped": given}


def test_the_same_name_in_several_folders(office):
    for number, folder in enumerate(("sorren", "maravia", "pell")):
        office.put(f"{folder}/speech.txt", number)
    office.put("SPEECH.md", 9)
    office.run()
    assert sorted(name.casefold() for name in office.notes()) == [
        "maravia-speech.md",
        "pell-speech.md",
        "sorren-speech.md",
        "speech.md",
    ]
    assert len({name.casefold() for name in office.notes()}) == 4
    assert office.run().counts == {"skipped": 4}


def test_a_list_on_standard_input():
    assert split_list(b"a.txt\nb c.txt\r\n\n") == ["a.txt", "b c.txt"]
    assert split_list(b"a\nb.txt\0c.txt\0") == ["a\nb.txt", "c.txt"]


def test_globs_and_what_they_do_not_match(office):
    office.fill(3)
    pattern = str(office.inbox / "speech-0[01].txt")
    assert office.run(pattern).counts == {"done": 2}
    totals = office.run(str(office.inbox / "*.pdf"))
    assert totals.counts == {"failed": 1}
    assert office.outcomes[0].reason == "no file matches this pattern"


def test_links_that_go_in_circles(office):
    office.fill(1)
    (office.inbox / "again").symlink_to(office.inbox, target_is_directory=True)
    below = office.inbox / "below"
    below.mkdir()
    (below / "up").symlink_to(office.inbox, target_is_directory=True)
    (office.inbox / "self.txt").symlink_to(office.inbox / "self.txt")
    (office.inbox / "gone.txt").symlink_to(office.inbox / "nowhere.txt")
    (office.inbox / "other.txt").symlink_to(office.inbox / "speech-00.txt")
    assert office.run().counts == {"done": 1, "skipped": 1, "failed": 2}
    told = office.told()
    assert "leads nowhere" in told["gone.txt"][1]
    assert "leads nowhere" in told["self.txt"][1]
    assert told["other.txt"][0] == "done"


def test_what_lies_beside_statements_is_said_and_left_alone(office):
    office.fill(1)
    (office.inbox / "index.jsonl").write_text("{}", "utf-8")
    (office.inbox / ".hidden.txt").write_text("x", "utf-8")
    totals = office.run()
    assert totals.counts == {"done": 1, "ignored": 1}
    assert "ending .jsonl" in office.told()["index.jsonl"][1]
    assert totals.given == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(office):
    os.mkfifo(office.inbox / "pipe.txt")
    assert office.run().counts == {"ignored": 1}
    assert office.run(office.inbox / "pipe.txt").counts == {"failed": 1}
    assert "no regular file" in office.outcomes[0].reason


def test_read_only_sources(office):
    path = office.put("one.txt", 1)
    path.chmod(0o400)
    office.inbox.chmod(0o500)
    try:
        assert office.run().counts == {"done": 1}
        assert [p.name for p in office.inbox.iterdir()] == ["one.txt"]
    finally:
        office.inbox.chmod(0o700)


def test_a_source_named_twice_is_one(office):
    path = office.put("one.txt", 1)
    given = [path, office.inbox, str(office.inbox / "*.txt"), f"{office.inbox}/./one.txt"]
    assert [f.name for f in find_sources(given)] == [str(path)]


def test_an_address_is_asked_each_time_and_not_offline(office):
    from summarize.options import Options

    totals = office.run("https://example.invalid/speech", options=Options("verbatim", offline=True))
    assert totals.counts == {"failed": 1}
    assert "offline" in office.outcomes[0].reason
