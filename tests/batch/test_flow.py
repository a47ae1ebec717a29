"""The driver's side of a batch on Ray Data, with data sets that are worked here."""

from __future__ import annotations

import pickle
from contextlib import closing

from summarize.batch import flow
from summarize.batch.children import Failure, Hand
from summarize.batch.cluster import Cluster
from summarize.batch.station import Brief, Condense, Station
from summarize.batch.tally import Tally
from summarize.options import Options
from tests.batch.office import statement


class Near(Cluster):
    """A cluster that is this process: each stage is one station, which takes all rows at once."""

    def __init__(self, sets) -> None:
        self.sets = sets

    def answers(self, jobs, stages, seconds):
        self.sets.append(len(jobs))
        rows = {"number": list(jobs), "job": [pickle.dumps(job) for job in jobs.values()]}
        for stage in stages:
            with closing((stage.actors or Station)(stage.setup, seconds, Tally())) as station:
                rows = station(rows) if jobs else rows
        for number, answer in zip(rows["number"], rows["job"], strict=True):
            yield number, pickle.loads(answer)

    def close(self) -> None:
        """Nothing to end."""


def test_the_same_as_on_this_machine_window_after_window(office, monkeypatch):
    monkeypatch.setattr(flow, "WINDOW", 3)
    office.fill(5)
    (office.inbox / "bad.pdf").write_bytes(b"%PDF-1.4 and no more")
    (office.inbox / "copy.txt").write_text(statement(1), "utf-8")
    sets: list[int] = []
    assert office.run(engine=lambda: Near(sets), workers=1).counts == {
        "done": 5,
        "skipped": 1,
        "failed": 1,
    }
    assert sets == [3, 2, 3, 2, 1, 1]
    sources, statements, points, *_ = office.record()
    assert len(points) >= 5
    assert office.run(force=True).counts["done"] == 5
    assert office.record()[:3] == (sources, statements, points)
    assert office.run(engine=lambda: Near(sets)).counts == {"skipped": 6, "failed": 1}


def test_fail_fast_ends_at_the_first_failure(office, monkeypatch):
    monkeypatch.setattr(flow, "WINDOW", 2)
    office.fill(5)
    (office.inbox / "a.txt").write_bytes(b"")
    totals = office.run(engine=lambda: Near([]), workers=1, fail_fast=True)
    assert totals.counts["failed"] == 1
    assert totals.counts["failed"] + totals.counts["left"] + totals.counts["done"] == 6
    again = office.run(engine=lambda: Near([]), workers=1)
    assert again.counts["failed"] == 1
    assert again.counts["done"] + again.counts["skipped"] == 5


def test_what_fails_in_the_making_is_a_failure_of_its_source(office):
    class Refusing(Near):
        def answers(self, jobs, stages, seconds):
            for number, answer in super().answers(jobs, stages, seconds):
                bad = stages[0].actors is not None and "No. 2" in repr(jobs[number])
                yield number, Failure("crash", "it ended with its worker") if bad else answer

    office.fill(4)
    assert office.run(engine=lambda: Refusing([])).counts == {"done": 3, "failed": 1}
    assert office.told()["speech-02.txt"] == ("failed", "it ended with its worker")
    assert office.ask("SELECT count(*) FROM claims") == [(0,)]
    assert office.run(engine=lambda: Near([]), retry_failed=True).counts == {
        "done": 1,
        "skipped": 3,
    }


def test_who_does_what(office, monkeypatch):
    from summarize.batch import Plan

    plan = Plan(office.out, workers=4)
    quoting = flow.briefing(plan, Options(model="verbatim"))
    assert [(s.actors, s.size) for s in quoting] == [(Station, 4)]
    torch = flow.briefing(plan, Options(engine="torch", device="cpu"))
    assert [(s.actors, s.size, s.beside) for s in torch] == [
        (Condense, 4, False),
        (Station, 5, True),
    ]
    assert torch[0].together > 1
    monkeypatch.setattr(flow, "gains_nothing_from_batches", lambda options: True)
    small = flow.briefing(plan, Options(device="cpu"))
    assert [(s.actors, s.size, s.together) for s in small] == [(Brief, 4, 1)]
    (tasks,) = flow.reading(plan, Options(), 10)
    assert (tasks.actors, tasks.together) == (None, 3)
    assert isinstance(tasks.setup, Hand)
