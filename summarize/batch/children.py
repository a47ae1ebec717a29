"""The child processes of a batch, as seen from within: take a job, answer, until nobody asks.

A ``Hand`` reads, checks and writes out, a ``Thinker`` holds the model, a ``Clerk`` does both. A
child ends when its parent does, because the pipe to it ends.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final, Protocol

from summarize.batch.work import Drafted, Item, Made, Reading, condense_together, make, read_source
from summarize.condense import Condenser, ModelCard
from summarize.errors import PksumError
from summarize.options import Options
from summarize.records import Draft
from summarize.terminal import place_of

KINDS: Final = {5: "input", 6: "memory"}
"""What a job's error means. A loaded model raises its own for one thing only: want of memory."""


@dataclass(frozen=True)
class Failure:
    """Why a job came to nothing. ``kind`` is input, defect, memory, timeout, crash or output."""

    kind: str
    reason: str


@dataclass(frozen=True)
class Ready:
    """A child's first words: it can take jobs. ``card`` is the model's, where it holds one."""

    card: ModelCard | None = None


@dataclass(frozen=True)
class Refused:
    """A child's only words: it cannot start, because of ``error``."""

    error: PksumError


class Setup(Protocol):
    """What a child is for: ``open`` makes what answers its jobs."""

    def open(self) -> tuple[Ready, Callable[[Any], Any]]: ...


@dataclass(frozen=True)
class ReadJob:
    """Read one source."""

    name: str


@dataclass(frozen=True)
class MakeJob:
    """Make one statement's note in ``forms``."""

    item: Item
    drafts: tuple[Draft, ...] | None
    card: ModelCard | None
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Hand:
    """A process that reads, verifies and renders: no model, bounded in memory (megabytes)."""

    options: Options
    template: Path | None
    memory: int

    def open(self) -> tuple[Ready, Callable[[Any], Any]]:
        """Ready for ``ReadJob`` and ``MakeJob``."""
        from summarize.render.template import load_template

        template = load_template(self.template) if self.template else None
        one_thread()
        if self.memory:
            bound_memory(self.memory)

        def answer(job: ReadJob | MakeJob) -> Reading | Made:
            if isinstance(job, ReadJob):
                return read_source(job.name, offline=self.options.offline)
            drafted = Drafted(job.card, job.drafts) if job.card and job.drafts is not None else None
            return make(job.item, drafted, self.options, job.forms, template)

        return Ready(), answer


@dataclass(frozen=True)
class Thinker:
    """A process that holds the model: it is loaded once, and asked about many statements."""

    options: Options

    def open(self) -> tuple[Ready, Callable[[Any], Any]]:
        """Ready for groups of ``Item``."""
        from summarize.condense.open import open_condenser

        condenser: Condenser = open_condenser(self.options)

        def answer(items: tuple[Item, ...]) -> list[tuple[Draft, ...]]:
            return condense_together(items, condenser, self.options.length)

        return Ready(condenser.card), answer


@dataclass(frozen=True)
class Clerk(Hand):
    """A process that does all, on one core: where the model is small, each holds its own, and no
    core waits for another. ``memory`` is on top of what the loaded model takes.
    """

    def open(self) -> tuple[Ready, Callable[[Any], Any]]:
        """Ready for ``ReadJob``, ``MakeJob`` and groups of ``Item``."""
        one_thread()
        ready, condense = Thinker(self.options).open()
        _, work = super().open()

        def answer(job: Any) -> Any:
            return condense(job) if isinstance(job, tuple) else work(job)

        return ready, answer


def serve(pipe: Connection, setup: Setup) -> None:
    """A child's life. Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        ready, answer = setup.open()
    except PksumError as error:
        pipe.send(Refused(error))
        return
    pipe.send(ready)
    while True:
        try:
            job = pipe.recv()
        except (EOFError, ConnectionResetError):
            return
        reply = answered(answer, job)
        try:
            pipe.send(reply)
        except (BrokenPipeError, ConnectionResetError):
            return


def answered(answer: Callable[[Any], Any], job: Any) -> Any:
    """The answer to a job, or why there is none. No message holds words of a statement."""
    try:
        return answer(job)
    except PksumError as error:
        return Failure(KINDS.get(error.exit_code, "output"), str(error))
    except MemoryError:
        return Failure("memory", "it needs more memory than there is")
    except RuntimeError as error:
        if is_out_of_memory(error):
            return Failure("memory", "it does not fit the device's memory")
        return defect(error)
    except Exception as error:  # one statement's trouble must not end the others
        return defect(error)


def defect(error: Exception) -> Failure:
    """That the program itself failed, and where."""
    where = place_of(error)
    return Failure("defect", f"a defect of pksum ({type(error).__name__} at {where})")


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether torch found no memory, on a GPU or on the CPU."""
    return type(error).__name__ == "OutOfMemoryError" or "not enough memory" in str(error)


def one_thread() -> None:
    """Keep linear algebra to one thread: the processes are many, and each thread reserves memory."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def bound_memory(megabytes: int) -> None:
    """Let this process's address space grow by so much and no more, where the system can bound it
    (Linux; others ignore it).
    """
    if sys.platform != "linux":
        return
    import resource

    held = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    wanted = held + (megabytes << 20)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
