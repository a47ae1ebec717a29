"""Jobs that are perilous to the process that does them, to the worker above it, or to time."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summarize.batch.children import Ready, Setup
from summarize.batch.cluster import Cluster


@dataclass(frozen=True)
class Peril:
    """What befalls a job that holds ``words``, ``most`` times at most; each leaves a mark."""

    words: str
    kind: str
    marks: Path
    most: int = 100

    def befall(self, job: Any) -> None:
        """Kill the worker above, die, or sleep, if it is this job's turn."""
        if self.words not in repr(job) or len(self.met()) >= self.most:
            return
        (self.marks / f"{self.words}-{time.monotonic_ns()}").touch()
        if self.kind == "worker":
            os.kill(_above(os.getppid()), signal.SIGKILL)
        if self.kind == "process":
            os._exit(7)
        time.sleep(60)

    def met(self) -> list[Path]:
        """A mark for each time."""
        return list(self.marks.glob(f"{self.words}-*"))


@dataclass(frozen=True)
class Perilous:
    """A setup among whose jobs are perilous ones."""

    setup: Setup
    perils: tuple[Peril, ...]

    def open(self) -> tuple[Ready, Callable[[Any], Any]]:
        ready, answer = self.setup.open()

        def perilous(job: Any) -> Any:
            for peril in self.perils:
                peril.befall(job)
            return answer(job)

        return ready, perilous


class PerilousCluster(Cluster):
    """A cluster whose workers with the model meet perils."""

    def __init__(self, *perils: Peril) -> None:
        super().__init__()
        self.perils = perils

    def answers(self, jobs, stages, seconds):
        first = stages[0]
        if first.actors is not None:
            first = replace(first, setup=Perilous(first.setup, self.perils))
        return super().answers(jobs, (first, *stages[1:]), seconds)


def _above(pid: int) -> int:
    """The parent of a process: of the server that forked us, the worker."""
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
