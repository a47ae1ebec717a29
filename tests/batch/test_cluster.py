"""A batch on a local Ray of two workers, which are killed in the middle, and interrupted."""

from __future__ import annotations

import importlib.util
import os
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarize.batch import Outcome, Plan, run_batch
from summarize.batch.cluster import Cluster, gpus_for
from summarize.batch.station import TRIES
from summarize.cli import app
from summarize.errors import ModelError
from summarize.options import Options
from tests.batch.perilous import Peril, PerilousCluster
from tests.batch.test_interruptions import children

if not all(importlib.util.find_spec(name) for name in ("ray", "pandas", "pyarrow")):
    if os.environ.get("CI"):
        pytest.fail("CI needs Ray Data", pytrace=False)
    pytest.skip("Ray Data is not installed", allow_module_level=True)

ROOT = Path(__file__).parents[2]

linux = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")

INTERRUPTED = """
import sys
from pathlib import Path
from summarize.batch import Plan, run_batch
from summarize.options import Options
from tests.batch.perilous import Peril, PerilousCluster

if __name__ == "__main__":
    inbox, out, marks = map(Path, sys.argv[1:])
    run_batch(
        [inbox], Plan(out, workers=2), Options(model="verbatim"),
        report=lambda one: print(one.state, flush=True),
        engine=lambda: PerilousCluster(Peril("locks", "sleep", marks)),
    )
"""

TEXT = """Statement by Mr. Ivo Brand, Permanent Representative of Chad, at the Security Council

{day} May 2021

Mr. President,

First, we call on the Council to protect the {what} of the lower river, because without them no \
ship reaches the sea and the ports of six countries close one after the other in the autumn.

Secondly, we pledge {number} more pilots for the joint service of the river, and we shall pay for \
them out of our own budget until the fund of the basin has been set up by all of its members.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cluster")
    (made / "in").mkdir()
    for i, what in enumerate(("dredgers", "lighthouses", "pilots’ boats", "locks")):
        text = TEXT.format(day=i + 2, what=what, number=i + 12)
        (made / "in" / f"{i}.txt").write_text(text, "utf-8")
    (made / "in" / "bad.pdf").write_bytes(b"%PDF-1.4 and no more")
    return made


@pytest.fixture(scope="module")
def local(folder: Path) -> Path:
    """The notes that the processes of this machine make of it."""
    out = folder / "local"
    totals = run_batch([folder / "in"], Plan(out, ("json",)), Options())
    assert totals.counts == {"done": 4, "failed": 1}
    return out


def run_perilous(folder: Path, out: str, options: Options, *perils: Peril) -> dict[str, Outcome]:
    """What became of each source, by name, on a Ray of two workers."""
    told: list[Outcome] = []
    plan = Plan(folder / out, ("json",), workers=2)
    engine = partial(PerilousCluster, *perils)
    run_batch([folder / "in"], plan, options, report=told.append, engine=engine)
    return {Path(one.source).name: one for one in told}


def alike(folder: Path, out: str, local: Path) -> int:
    """How many notes there are; each is as the local one."""
    notes = sorted((folder / out).glob("*.json"))
    for note in notes:
        assert note.read_bytes() == (local / note.name).read_bytes()
    return len(notes)


@linux
def test_a_lost_worker_costs_nothing_and_a_deadly_statement_only_itself(
    folder: Path, local: Path, tmp_path: Path
) -> None:
    once = Peril("dredgers", "worker", tmp_path, most=1)
    always = Peril("lighthouses", "worker", tmp_path)
    told = run_perilous(folder, "ray", Options(), once, always)
    assert len(once.met()) == 1
    assert len(always.met()) == TRIES
    assert {name for name, one in told.items() if one.state == "done"} == {
        "0.txt", "2.txt", "3.txt"
    }  # fmt: skip
    assert told["1.txt"].reason == f"it ended with its worker {TRIES} times"
    assert told["bad.pdf"].state == "failed"
    assert alike(folder, "ray", local) == 3
    plan = Plan(folder / "ray", ("json",), workers=2, retry_failed=True)
    again = run_batch([folder / "in"], plan, Options(), engine=Cluster)
    assert again.counts == {"done": 1, "skipped": 3, "failed": 1}
    assert alike(folder, "ray", local) == 4


@linux
def test_a_worker_is_lost_over_a_batch_of_several(folder: Path, tmp_path: Path) -> None:
    options = Options(engine="torch", device="cpu")
    deadly = Peril("lighthouses", "worker", tmp_path)
    told = run_perilous(folder, "together", options, deadly)
    assert len(deadly.met()) == TRIES
    assert told["1.txt"].reason == f"it ended with its worker {TRIES} times"
    assert len(list((folder / "together").glob("*.json"))) == 3


def heeded() -> None:
    """Ctrl-C as a terminal has it, also where a shell in the background has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@linux
def test_interrupted_it_keeps_what_is_done(folder: Path, tmp_path: Path) -> None:
    out = folder / "interrupted"
    run = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, str(folder / "in"), str(out), str(tmp_path)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, preexec_fn=heeded,
    )  # fmt: skip
    assert run.stdout
    first = run.stdout.readline()
    assert "done" in first or "failed" in first
    while "done" not in first:
        first = run.stdout.readline()
    below = children(run.pid)
    run.send_signal(signal.SIGINT)
    run.communicate(timeout=300)
    assert run.returncode != 0
    patience = time.monotonic() + 300
    while any(Path(f"/proc/{pid}").exists() for pid in below):
        assert time.monotonic() < patience, "a worker lives on"
        time.sleep(0.2)
    with sqlite3.connect(out / "pksum.sqlite") as ledger:
        assert ledger.execute("SELECT state FROM runs").fetchall() == [("interrupted",)]
    done = len(list(out.glob("*.md")))
    assert 1 <= done < 4
    again = run_batch([folder / "in"], Plan(out, workers=1), Options(model="verbatim"))
    assert again.counts == {"skipped": done, "done": 4 - done, "failed": 1}


def test_the_command(folder: Path) -> None:
    out = str(folder / "command")
    arguments = ["batch", str(folder / "in" / "0.txt"), "-o", out, "-m", "verbatim"]
    done = CliRunner().invoke(app, [*arguments, "--engine", "ray", "--quiet"])
    assert done.exit_code == 0, done.stderr
    assert (folder / "command" / "0.md").exists()
    alone = CliRunner().invoke(app, [*arguments, "--address", "auto"])
    assert alone.exit_code == 2


def test_a_cluster_that_does_not_answer(folder: Path) -> None:
    arguments = ["batch", str(folder / "in"), "-o", str(folder / "none"), "--engine", "ray"]
    done = CliRunner().invoke(app, [*arguments, "--address", "127.0.0.1:1"])
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1


def test_gpus() -> None:
    assert gpus_for("cuda") == 1
    assert gpus_for("auto") == gpus_for("cpu") == 0
    with pytest.raises(ModelError):
        gpus_for("cuda:1")
