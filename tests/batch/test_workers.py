"""A small model is held by every process of a batch; the notes are the same ones."""

from __future__ import annotations

import json

import pytest

from summarize.batch import workers
from summarize.batch.children import Clerk, Hand, Thinker
from summarize.batch.engine import Inline
from summarize.batch.pool import Processes
from summarize.batch.workers import SMALL, fitting_workers
from summarize.data_files import data_folder
from summarize.options import DEFAULT_MODEL, Options

pytest.importorskip("onnxruntime")
pytestmark = pytest.mark.skipif(
    not (data_folder("models") / DEFAULT_MODEL).exists(), reason="the weights are not here"
)
ONNX = Options(engine="onnx", device="cpu")


class Told(Inline):
    """An engine that tells which crews it was asked for."""

    crews: list[tuple[type, int]]

    def __init__(self, crews) -> None:
        super().__init__()
        self.crews = crews

    def crew(self, setup, size):
        self.crews.append((type(setup), size))
        return super().crew(setup, size)


def test_who_is_hired(office):
    office.fill(1)
    crews: list[tuple[type, int]] = []
    office.run(options=ONNX, engine=lambda: Told(crews), workers=3)
    office.run(options=Options(model="verbatim"), engine=lambda: Told(crews), workers=3)
    torch = Options(engine="torch", device="cpu")
    office.run(options=torch, engine=lambda: Told(crews), workers=3, force=True)
    assert crews == [(Clerk, 3), (Hand, 3), (Hand, 4), (Thinker, 3)]


def said(office) -> dict[str, object]:
    """What each note says, apart from the day it was made: processes may keep an earlier clock."""
    notes = {path.name: json.loads(path.read_text("utf-8")) for path in office.out.glob("*.json")}
    dated = {"made", "seal"}
    return {name: {k: v for k, v in note.items() if k not in dated} for name, note in notes.items()}


def test_the_same_notes_whatever_the_number_of_processes(office):
    office.fill(5)
    assert office.run(options=ONNX, forms=("json",)).counts == {"done": 5}
    alone = said(office)
    for count in (1, 2):
        again = office.run(
            options=ONNX, forms=("json",), workers=count, force=True, engine=Processes
        )
        assert again.counts == {"done": 5}
        assert said(office) == alone


def test_a_process_that_does_all_is_bounded_beside_its_model(office):
    office.fill(3)
    (office.inbox / "large.txt").write_text("We call on all States to pay. " * 400_000, "utf-8")
    totals = office.run(options=ONNX, engine=Processes, workers=2, memory=256)
    assert totals.counts == {"done": 3, "failed": 1}
    assert "memory" in office.told()["large.txt"][1]


@pytest.mark.parametrize(
    ("memory", "cores", "wanted"), [(64 * SMALL, 4, 4), (4 * SMALL, 8, 2), (SMALL, 8, 1)]
)
def test_as_many_as_fit(monkeypatch, memory, cores, wanted):
    monkeypatch.setattr(workers, "_memory", lambda: memory)
    monkeypatch.setattr(workers, "cores", lambda: cores)
    assert fitting_workers(ONNX) == fitting_workers(Options(model="verbatim")) == wanted
    assert fitting_workers(Options(engine="torch", device="cpu")) == 1
