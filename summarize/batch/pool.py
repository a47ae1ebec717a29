"""Child processes that may fail: each takes one job at a time, is bounded in time, and is replaced
when it dies. The libraries that do this carry a licence that binds, or cannot end one job.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from time import monotonic
from typing import Any, Final

from summarize.batch.children import Failure, Ready, Refused, Setup, serve
from summarize.batch.engine import Crew, Task
from summarize.condense import ModelCard
from summarize.errors import PksumError

START_METHOD: Final = "spawn" if sys.platform == "win32" else "forkserver"
"""A fork of a clean server starts in a moment and shares nothing with the parent: no lock, no
open ledger, no threads of a library."""

PRELOADED: Final = ["summarize.batch.children"]
GRACE: Final = 5.0


@dataclass
class Child:
    """A process and the pipe to it. It is ready once it has said so; busy while it has a task."""

    process: Any
    pipe: Connection
    ready: bool = False
    task: Task | None = None
    deadline: float | None = None


class Pool:
    """A few children of one kind."""

    def __init__(self, setup: Setup, size: int, context: BaseContext) -> None:
        self.setup = setup
        self.size = size
        self.context = context
        self.card: ModelCard | None = None
        self.children = [self._start() for _ in range(size)]

    def _start(self) -> Child:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(  # type: ignore[attr-defined]
            target=serve, args=(theirs, self.setup), daemon=True
        )
        process.start()
        theirs.close()
        return Child(process, ours)

    @property
    def idle(self) -> int:
        """How many children wait for a task."""
        return sum(child.ready and child.task is None for child in self.children)

    @property
    def busy(self) -> int:
        """How many children have a task."""
        return sum(child.task is not None for child in self.children)

    def give(self, task: Task) -> None:
        """Hand ``task`` to a child that is idle; there must be one. A child that died unseen
        while it was idle is found when its pipe is read.
        """
        child = next(c for c in self.children if c.ready and c.task is None)
        child.task, child.deadline = task, monotonic() + task.seconds
        try:
            child.pipe.send(task.job)
        except (BrokenPipeError, ConnectionResetError):
            return

    def take(self, child: Child) -> tuple[Task, Any] | None:
        """What ``child`` has to say: an answer, or that it is ready, or dead.

        Raises:
            PksumError: children of this kind cannot start.
        """
        try:
            said = child.pipe.recv()
        except (EOFError, OSError):
            return self._bury(child, _died(child))
        if isinstance(said, Refused):
            raise said.error
        if isinstance(said, Ready):
            child.ready, self.card = True, said.card or self.card
            return None
        task, child.task, child.deadline = child.task, None, None
        assert task is not None
        return task, said

    def end_late(self) -> list[tuple[Task, Any]]:
        """End every child whose time is up."""
        now = monotonic()
        late = [c for c in self.children if c.deadline is not None and c.deadline <= now]
        ended = (self._bury(child, _late(child)) for child in late)
        return [one for one in ended if one is not None]

    def _bury(self, child: Child, failure: Failure) -> tuple[Task, Any] | None:
        """Put a new child in the place of ``child``; the task it had has failed."""
        if not child.ready:
            raise PksumError(f"a process of the batch cannot start: {failure.reason}")
        end(child)
        self.children[self.children.index(child)] = self._start()
        return (child.task, failure) if child.task else None

    def close(self) -> None:
        """End every child, whatever it is doing."""
        for child in self.children:
            child.process.kill()
        for child in self.children:
            end(child)


def end(child: Child) -> None:
    """End a child and let go of its pipe."""
    child.process.kill()
    child.process.join(GRACE)
    child.pipe.close()


class Processes:
    """An engine of child processes on this machine."""

    def __init__(self) -> None:
        self.context = _context()
        self.pools: list[Pool] = []

    def crew(self, setup: Setup, size: int) -> Crew:
        """``size`` processes."""
        self.pools.append(Pool(setup, size, self.context))
        return self.pools[-1]

    def answers(self, most: float) -> list[tuple[Task, Any]]:
        """What has come back from the children, after waiting ``most`` seconds for something.

        Raises:
            PksumError: children of a kind cannot start.
        """
        late = [one for pool in self.pools for one in pool.end_late()]
        if late:
            return late
        owners = {child.pipe: (pool, child) for pool in self.pools for child in pool.children}
        said: Iterable[Any] = wait(list(owners), min([most, *_times_left(self.pools)]))
        taken = [owners[pipe][0].take(owners[pipe][1]) for pipe in said]
        return [one for one in taken if one is not None]

    def close(self) -> None:
        """End every child, whatever it is doing."""
        for pool in self.pools:
            pool.close()


def _context() -> BaseContext:
    chosen = multiprocessing.get_context(START_METHOD)
    if START_METHOD == "forkserver":
        chosen.set_forkserver_preload(PRELOADED)
    return chosen


def _times_left(pools: Sequence[Pool]) -> list[float]:
    now = monotonic()
    return [
        max(child.deadline - now, 0.0)
        for pool in pools
        for child in pool.children
        if child.deadline is not None
    ]


def _died(child: Child) -> Failure:
    child.process.join(GRACE)
    code = child.process.exitcode
    if code == -9:
        return Failure("memory", "its process was killed by the system, as for want of memory")
    how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
    return Failure("crash", f"its process ended with {how}")


def _late(child: Child) -> Failure:
    seconds = child.task.seconds if child.task else 0
    return Failure("timeout", f"it took longer than {seconds:g} s")
