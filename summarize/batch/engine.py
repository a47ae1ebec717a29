"""What carries the jobs of a batch to where they are done: child processes, or something else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol

from summarize.batch.children import Hand, Setup, answered
from summarize.condense import ModelCard


@dataclass(frozen=True)
class Task:
    """A job with the seconds that it may take, and what the giver knows it by."""

    job: Any
    seconds: float
    ticket: Any


class Crew(Protocol):
    """A few workers of one kind. ``idle`` of them wait for a task; ``card`` is their model's."""

    @property
    def idle(self) -> int: ...

    @property
    def card(self) -> ModelCard | None: ...

    def give(self, task: Task) -> None:
        """Hand a task to a worker that is idle; there must be one."""
        ...


class Engine(Protocol):
    """Makes crews and brings back their answers: what a job came to, or a ``Failure``.

    A worker that is lost is replaced; the task that it had has failed.
    """

    def crew(self, setup: Setup, size: int) -> Crew: ...

    def answers(self, most: float) -> list[tuple[Task, Any]]:
        """What has come back, after waiting ``most`` seconds for something.

        Raises:
            PksumError: workers of a kind cannot start.
        """
        ...

    def close(self) -> None: ...


class InlineCrew:
    """One worker, which is the caller: a task is done while it is given."""

    def __init__(self, setup: Setup, said: list[tuple[Task, Any]]) -> None:
        unbounded = replace(setup, memory=0) if isinstance(setup, Hand) else setup
        ready, self.answer = unbounded.open()
        self.card = ready.card
        self.said = said

    @property
    def idle(self) -> int:
        """The caller is idle until it has heard its answer."""
        return 0 if self.said else 1

    def give(self, task: Task) -> None:
        """Do the task now."""
        self.said.append((task, answered(self.answer, task.job)))


class Inline:
    """An engine without processes, for a debugger and for tests: nothing is bounded."""

    def __init__(self) -> None:
        self.said: list[tuple[Task, Any]] = []

    def crew(self, setup: Setup, size: int) -> Crew:
        """One worker, whatever ``size`` says."""
        return InlineCrew(setup, self.said)

    def answers(self, most: float) -> list[tuple[Task, Any]]:
        """What the last tasks came to."""
        said = list(self.said)
        self.said.clear()
        return said

    def close(self) -> None:
        """Nothing to end."""
