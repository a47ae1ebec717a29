"""What the steps of a Ray data set do with their rows, without Ray."""

from __future__ import annotations

import pickle
from contextlib import closing
from dataclasses import dataclass

import pytest

from summarize.batch.children import Failure, Ready, Refused
from summarize.batch.station import TRIES, Condense, Station, passing
from summarize.batch.tally import Tally
from summarize.errors import ModelError
from tests.batch.perilous import Peril, Perilous


@dataclass(frozen=True)
class Echo:
    """A child that says what it hears."""

    def open(self):
        return Ready(), lambda job: job


@dataclass(frozen=True)
class Closed:
    """A child that cannot start."""

    def open(self):
        raise ModelError("no such model")


@dataclass(frozen=True)
class Ask:
    """A job of one item, as those of making notes are."""

    item: str
    drafts: object = None
    card: object = None


def rows(*jobs):
    return {"number": list(range(len(jobs))), "job": [pickle.dumps(job) for job in jobs]}


def said(answers):
    assert answers["number"] == list(range(len(answers["job"])))
    return [pickle.loads(job) for job in answers["job"]]


def test_each_job_is_answered_and_a_failure_of_a_former_step_stays_one():
    tally = Tally()
    failure = Failure("memory", "it needs more memory than there is")
    assert said(passing(rows("a", failure, "b"), Echo(), 30, tally)) == ["a", failure, "b"]
    assert not tally.begun


def test_what_takes_too_long_or_dies_fails_alone(tmp_path):
    perils = (Peril("slow", "sleep", tmp_path), Peril("deadly", "process", tmp_path))
    answers = said(passing(rows("a", "slow", "deadly", "b"), Perilous(Echo(), perils), 2, Tally()))
    assert answers == [
        "a",
        Failure("timeout", "it took longer than 2 s"),
        Failure("crash", "its process ended with exit code 7"),
        "b",
    ]


def test_a_batch_is_halved_until_the_culprit_is_found(tmp_path):
    deadly = Perilous(Echo(), (Peril("deadly", "process", tmp_path),))
    with closing(Condense(deadly, 30, Tally())) as station:
        answers = said(station(rows(*(Ask(word) for word in ("a", "b", "deadly", "c")))))
    assert [answer.drafts for answer in answers if isinstance(answer, Ask)] == ["a", "b", "c"]
    assert answers[2] == Failure("crash", "its process ended with exit code 7")
    assert len(list(tmp_path.iterdir())) == 3


def test_over_what_workers_were_lost_is_done_alone_and_not_forever():
    tally = Tally()
    asked = []

    class Told(Station):
        def work(self, jobs):
            asked.append(list(jobs))
            return super().work(jobs)

    with closing(Told(Echo(), 30, tally)) as station:
        tally.begin([0, 1, 2])
        assert said(station(rows("a", "b", "c"))) == ["a", "b", "c"]
        assert asked == [["a"], ["b"], ["c"]]
        tally.end([0, 1, 2])
        for _ in range(TRIES):
            tally.begin([1])
        lost = Failure("crash", f"it ended with its worker {TRIES} times")
        assert said(station(rows("a", "b", "c"))) == ["a", lost, "c"]


def test_a_child_that_cannot_start_is_told_of():
    (answer,) = said(passing(rows("a"), Closed(), 30, Tally()))
    assert isinstance(answer, Refused)
    with pytest.raises(ModelError, match="no such model"):
        raise answer.error


def test_a_defect_is_a_failure_of_its_rows():
    class Broken(Station):
        def work(self, jobs):
            raise KeyError(jobs[0])

    with closing(Broken(Echo(), 30, Tally())) as station:
        (answer,) = said(station(rows("words of a statement")))
    assert answer.kind == "defect"
    assert "words" not in answer.reason
