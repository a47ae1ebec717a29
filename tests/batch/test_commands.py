"""The commands over a batch: what they print and how they exit."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from summarize.cli import app
from tests.batch.office import Office, statement

ROOT = Path(__file__).parents[2]


def process(*args, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "summarize", *map(str, args)],
        input=stdin, capture_output=True, cwd=ROOT, check=False,
    )  # fmt: skip


def run(*args):
    return CliRunner().invoke(app, [str(a) for a in args])


def test_a_batch_in_processes_tells_each_source_and_its_totals(office):
    office.fill(3)
    (office.inbox / "bad.txt").write_bytes(b"")
    listed = b"\0".join(bytes(path) for path in sorted(office.inbox.iterdir()))
    options = ("--out", office.out, "--model", "verbatim", "--log-format", "json")
    done = process("batch", "-", *options, stdin=listed)
    assert done.returncode == 3, done.stderr
    assert done.stderr == b""
    *events, summary = map(json.loads, done.stdout.splitlines())
    assert {e["state"] for e in events} == {"done", "failed"}
    assert (summary["done"], summary["failed"], summary["notes"]) == (3, 1, 3)
    assert b"silting" not in done.stdout
    inline = Office(office.home / "inline")
    inline.inbox.mkdir(parents=True)
    inline.fill(3)
    inline.run()
    assert office.notes() == inline.notes()


def batch(office, *args):
    return run("batch", office.inbox, "--out", office.out, "-m", "verbatim", *args)


def test_exit_codes(office):
    office.fill(1)
    office.run()
    assert batch(office).exit_code == 0
    (office.inbox / "bad.txt").write_bytes(b"")
    office.run()
    stands = batch(office)
    assert stands.exit_code == 3
    assert "failed before" in stands.stdout
    (office.inbox / "speech-00.txt").unlink()
    assert batch(office).exit_code == 4
    assert batch(office, "--format", "rtf").exit_code == 2
    assert batch(office, "--model", "no-such-model").exit_code == 6
    (office.inbox / "bad.txt").unlink()
    assert batch(office).exit_code == 0


def test_a_name_cannot_break_a_line_or_turn_it(office):
    office.put("a\nb\u202e.txt", 1)
    office.run()
    lines = batch(office).stdout.splitlines()
    assert lines[0].endswith("a?b?.txt (unchanged)")


def test_search_export_and_forget(office, monkeypatch):
    office.fill(2)
    office.run()
    found = run("search", "silting", "--ledger", office.out, "--format", "json")
    assert json.loads(found.stdout)[0]["delegation"] == "Maravia"
    monkeypatch.setenv("PKSUM_LEDGER", str(office.ledger))
    assert "«silting»" in run("search", "silting").stdout
    assert run("search", "silting", "-f", "html").stdout.startswith("<!doctype html>")
    assert run("search", "-").exit_code == 2
    out = office.home / "points.csv"
    assert run("export", "-o", out).exit_code == 0
    with out.open(newline="") as file:
        assert {row["delegation"] for row in csv.DictReader(file)} == {"Maravia"}
    assert run("export", "-o", office.home / "points.xls").exit_code == 2
    source = office.inbox / "speech-00.txt"
    assert "1 statements and 1 notes" in run("forget", source).stdout
    assert run("forget", source).exit_code == 2
    assert run("search", "silting").stdout == "nothing was found\n"
    assert run("search", "x", "--ledger", office.home / "none").exit_code == 2


def test_forget_says_what_it_keeps(office):
    office.put("one.txt", 1)
    office.run()
    (office.out / "one.md").write_text(statement(1), "utf-8")
    kept = run("forget", office.inbox / "one.txt", "--ledger", office.out)
    assert kept.exit_code == 3
    assert "--edited removes it" in kept.stderr
