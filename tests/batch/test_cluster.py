"""A batch on a local Ray of two workers, one of which is killed."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarize.batch import Plan, run_batch
from summarize.batch.children import Clerk, Thinker
from summarize.batch.cluster import Cluster, RayCrew, gpus_for
from summarize.batch.engine import Task
from summarize.cli import app
from summarize.errors import ModelError
from summarize.options import Options

if importlib.util.find_spec("ray") is None:
    if os.environ.get("CI"):
        pytest.fail("CI needs ray", pytrace=False)
    pytest.skip("ray is not installed", allow_module_level=True)

TEXT = """Statement by Mr. Ivo Brand, Permanent Representative of Chad, at the Security Council

{day} May 2021

Mr. President,

First, we call on the Council to protect the {what} of the lower river, because without them no \
ship reaches the sea and the ports of six countries close one after the other in the autumn.

Secondly, we pledge {number} more pilots for the joint service of the river, and we shall pay for \
them out of our own budget until the fund of the basin has been set up by all of its members.
"""


class Fragile(Cluster):
    """A cluster that loses the first worker with a model while it has a job."""

    killed = 0

    def answers(self, most: float) -> list[tuple[Task, object]]:
        crew = next((c for c in self.crews if isinstance(c.setup, Clerk | Thinker)), None)
        if crew is not None and not Fragile.killed:
            self._kill_one(crew)
        return super().answers(most)

    def _kill_one(self, crew: RayCrew) -> None:
        for member in crew.members:
            if member.ready and member.task is not None:
                self.ray.kill(member.actor)
                Fragile.killed += 1
                return


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cluster")
    (made / "in").mkdir()
    for i, what in enumerate(("dredgers", "lighthouses", "pilots’ boats", "locks")):
        text = TEXT.format(day=i + 2, what=what, number=i + 12)
        (made / "in" / f"{i}.txt").write_text(text, "utf-8")
    (made / "in" / "bad.pdf").write_bytes(b"%PDF-1.4 and no more")
    return made


def test_the_same_notes_though_a_worker_is_lost(folder: Path) -> None:
    local = run_batch([folder / "in"], Plan(folder / "local", ("json",)), Options())
    assert local.counts == {"done": 4, "failed": 1}
    plan = Plan(folder / "ray", ("json",), workers=2)
    spread = run_batch([folder / "in"], plan, Options(), engine=Fragile)
    assert Fragile.killed == 1
    assert spread.counts == {"done": 4, "failed": 1}
    for note in sorted((folder / "local").glob("*.json")):
        assert (folder / "ray" / note.name).read_bytes() == note.read_bytes()
    again = run_batch([folder / "in"], plan, Options(), engine=Cluster)
    assert again.counts == {"skipped": 4, "failed": 1}


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
