"""What the steps of a Ray data set run: batches of jobs go in as rows, answers come out as rows.

A row has a ``number``, which the job is known by, and in ``job`` the pickled job, or what a former
step made of it. An actor keeps its model in one child process beneath it, as a batch on one machine
does: what takes too long, too much memory or dies costs that child and not the actor, and its
failure is a row like any other. Against what ends the actor itself, time after time, stands the
``Tally``.
"""

from __future__ import annotations

import ctypes
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any, Final

from summarize.batch.children import Failure, Ready, Refused, Setup, defect
from summarize.batch.engine import Task
from summarize.batch.pool import Processes
from summarize.batch.tally import Tally
from summarize.errors import PksumError

TRIES: Final = 3
"""How often a job is begun whose worker is lost, which is seldom the job's fault."""

START_WITHIN: Final = 900.0
"""Seconds in which a worker must stand ready: a cluster may start machines for it first."""

POLL: Final = 30.0

PR_SET_PDEATHSIG: Final = 1
"""Of Linux's prctl(2)."""

Row = dict[str, list[Any]]
Jobs = Sequence[Any]


@dataclass(frozen=True)
class Beneath:
    """A setup whose process ends when the actor above it does, so that a GPU is free at once."""

    setup: Setup

    def open(self) -> tuple[Ready, Callable[[Any], Any]]:
        """What ``setup`` opens."""
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        return self.setup.open()


@dataclass(frozen=True)
class FarTally:
    """The way to a ``Tally`` in an actor, by its handle."""

    handle: Any

    def begin(self, numbers: Sequence[int]) -> list[int]:
        """Note that jobs are begun, before they are."""
        import ray

        lost: list[int] = ray.get(self.handle.begin.remote(numbers))
        return lost

    def end(self, numbers: Sequence[int]) -> None:
        """Note that jobs are over; nobody waits for it."""
        self.handle.end.remote(numbers)


class Station:
    """Asks its child about one job after the other.

    Args:
        setup: what the child is for.
        seconds: that one job may take.
        tally: the run's, or the way to it.
    """

    def __init__(self, setup: Setup, seconds: float, tally: Tally | FarTally) -> None:
        _hide_main()
        self.seconds, self.tally = seconds, tally
        self.engine = Processes()
        self.crew = self.engine.crew(Beneath(setup), 1)

    def __call__(self, batch: dict[str, Any]) -> Row:
        """The answers to a batch of rows."""
        numbers = [int(number) for number in batch["number"]]
        jobs = [pickle.loads(job) for job in batch["job"]]
        answers = self._answers(numbers, jobs)
        return {"number": numbers, "job": [pickle.dumps(answer) for answer in answers]}

    def close(self) -> None:
        """End the child."""
        self.engine.close()

    def _answers(self, numbers: Sequence[int], jobs: Jobs) -> list[Any]:
        """The answers, unless a worker was lost over these jobs: then each is done by itself, and
        one over which workers were lost time after time has failed.
        """
        lost = self.tally.begin(numbers)
        if any(lost) and len(jobs) > 1:
            self.tally.end(numbers)
            pairs = zip(numbers, jobs, strict=True)
            return [self._answers([number], [job])[0] for number, job in pairs]
        if lost[0] >= TRIES:
            return [Failure("crash", f"it ended with its worker {TRIES} times")]
        answers = self._worked(jobs)
        self.tally.end(numbers)
        return answers

    def _worked(self, jobs: Jobs) -> list[Any]:
        try:
            return self.work(jobs)
        except PksumError as error:
            return [Refused(error)] * len(jobs)
        except Exception as error:  # an error here would end the whole data set
            return [defect(error)] * len(jobs)

    def work(self, jobs: Jobs) -> list[Any]:
        """The answer to each of ``jobs``; a failure of a former step stays one.

        Raises:
            PksumError: the child cannot start.
        """
        return [job if isinstance(job, Failure) else self.ask(job) for job in jobs]

    def ask(self, job: Any, times: int = 1) -> Any:
        """What the child makes of ``job`` within ``times`` the seconds of one, or a ``Failure``."""
        patience = monotonic() + START_WITHIN
        while not self.crew.idle:
            self.engine.answers(POLL)
            if monotonic() > patience:
                raise PksumError(f"a worker was not ready within {START_WITHIN:g} s")
        self.crew.give(Task(job, self.seconds * times, None))
        while not (said := self.engine.answers(POLL)):
            pass
        return said[0][1]


class Condense(Station):
    """An actor whose child holds the model and is asked about a whole batch at once."""

    def work(self, jobs: Jobs) -> list[Any]:
        """The jobs of making the notes, with the model's drafts. A batch that was too much for
        memory or time is halved and tried again; so the one that is to blame is found.
        """
        answer = self.ask(tuple(job.item for job in jobs), len(jobs))
        if isinstance(answer, Failure):
            half = len(jobs) // 2
            return [*self.work(jobs[:half]), *self.work(jobs[half:])] if half else [answer]
        pairs = zip(jobs, answer, strict=True)
        return [replace(job, drafts=drafts, card=self.crew.card) for job, drafts in pairs]


class Brief(Condense):
    """An actor whose child does all: it condenses, verifies and writes out."""

    def work(self, jobs: Jobs) -> list[Any]:
        """The notes."""
        return Station.work(self, super().work(jobs))


def passing(batch: dict[str, Any], setup: Setup, seconds: float, tally: Tally | FarTally) -> Row:
    """A stateless step: the answers to a batch of rows, by a ``Station`` that ends with it."""
    with closing(Station(setup, seconds, tally)) as station:
        return station(batch)


def _hide_main() -> None:
    """Keep ``multiprocessing`` from running a Ray worker's own program again in its children."""
    main = sys.modules["__main__"]
    if (getattr(main, "__file__", None) or "").endswith("default_worker.py"):
        main.__file__ = None
