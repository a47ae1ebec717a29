"""Kill -9 at any moment, and several runs at once: nothing lost, nothing twice, nothing torn."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.office import Office

ROOT = Path(__file__).parents[2]
COUNT = 16
KILLS = 10

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")


def start(office: Office) -> int:
    """A run in a process of its own, without children."""
    pid = os.fork()
    if pid == 0:
        try:
            office.run()
            os._exit(0)
        finally:
            os._exit(1)
    return pid


def same_place(office: Office, other: Office):
    """What the ledger holds, as if ``office`` stood where ``other`` stands."""
    here, there = str(office.home), str(other.home)
    return eval(repr(office.record()).replace(here, there))  # plain values only


@needs_fork
def test_killed_at_ten_moments_the_end_is_the_same(office, tmp_path_factory):
    office.fill(COUNT)
    undisturbed = Office(tmp_path_factory.mktemp("undisturbed"))
    undisturbed.fill(COUNT)
    begun = time.monotonic()
    _, status = os.waitpid(start(undisturbed), 0)
    assert status == 0
    whole = time.monotonic() - begun
    draw = random.Random(7)
    killed = 0
    for _ in range(KILLS):
        pid = start(office)
        time.sleep(draw.uniform(0.02, 0.6) * whole)
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        killed += os.WIFSIGNALED(status)
        for note in office.out.glob("*.md") if office.out.exists() else ():
            assert "pksum seal" in note.read_text("utf-8"), "a torn file"
    assert killed
    totals = office.run()
    assert totals.counts["done"] + totals.counts["skipped"] == COUNT
    assert office.notes() == undisturbed.notes()
    assert same_place(office, undisturbed) == undisturbed.record()
    assert office.ask("PRAGMA integrity_check") == [("ok",)]
    assert office.ask("SELECT count(*) FROM briefings") == [(COUNT,)]
    states = [state for (state,) in office.ask("SELECT state FROM runs ORDER BY id")]
    assert states[-1] == "finished"
    assert "running" not in states
    assert not list(office.out.glob(".pksum-*"))


@needs_fork
def test_two_runs_at_once_share_the_work(office, tmp_path_factory):
    office.fill(COUNT)
    undisturbed = Office(tmp_path_factory.mktemp("undisturbed"))
    undisturbed.fill(COUNT)
    undisturbed.run()
    pids = [start(office) for _ in range(3)]
    assert [os.waitpid(pid, 0)[1] for pid in pids] == [0, 0, 0]
    assert office.notes() == undisturbed.notes()
    assert office.ask("SELECT count(*) FROM briefings") == [(COUNT,)]
    done, runs = office.ask("SELECT sum(done), count(*) FROM runs")[0]
    assert (done, runs) == (COUNT, 3)
    assert office.run().counts == {"skipped": COUNT}
    assert same_place(office, undisturbed) == undisturbed.record()


@needs_fork
def test_what_a_killed_run_had_claimed_is_free(office):
    office.fill(1)
    office.run()
    with sqlite3.connect(office.ledger) as ledger:
        ledger.execute("UPDATE runs SET state = 'running', lock = ?", [str(office.out / "gone")])
        ledger.execute("INSERT INTO claims SELECT key, folder, (SELECT id FROM runs) FROM notes")
    (office.out / "speech-00.md").unlink()
    assert office.run().counts == {"done": 1}


def test_what_a_living_run_has_claimed_is_left_to_it(office):
    from summarize.batch.alive import Presence

    office.fill(1)
    office.run()
    (office.out / "speech-00.md").unlink()
    with Presence(office.out) as other:
        with sqlite3.connect(office.ledger) as ledger:
            ledger.execute("UPDATE runs SET lock = ?", [str(other.path)])
            ledger.execute(
                "INSERT INTO claims SELECT key, folder, (SELECT id FROM runs) FROM notes"
            )
        assert office.run().counts == {"skipped": 1}
        assert office.told()["speech-00.txt"] == ("skipped", "another run is briefing it")
    assert office.run().counts == {"done": 1}


def command(office: Office, *options: str) -> list[str]:
    return [
        sys.executable, "-m", "summarize", "batch", str(office.inbox), "--out", str(office.out),
        "--model", "verbatim", *options,
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_a_killed_command_leaves_no_process_and_the_next_one_finishes(office):
    office.fill(40)
    process = subprocess.Popen(
        command(office, "--log-format", "json"), cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout
    process.stdout.readline()
    below = children(process.pid)
    process.kill()
    process.wait()
    assert below
    patience = time.monotonic() + 60
    while any(Path(f"/proc/{pid}").exists() for pid in below):
        assert time.monotonic() < patience, "a child lives on"
        time.sleep(0.1)
    process.stdout.close()
    totals = office.run()
    assert totals.counts["done"] + totals.counts["skipped"] == 40
    assert len(office.notes()) == 40


def children(pid: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        if parent == pid:
            found.append(int(path.parent.name))
    return found + [below for one in found for below in children(one)]
