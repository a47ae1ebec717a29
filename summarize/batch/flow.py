"""The work of a run on Ray Data: window after window, one data set reads, and another briefs.

    sources ─▶ read ─▶ (claim) ─▶ condense, many together ─▶ verify, cite, render ─▶ (write, record)

The first is stateless tasks, the second actors that hold the model; their rows come back as they are
done. What stands in brackets the driver does, which alone writes the ledger: between the two data
sets it asks there whether anybody has briefed a statement, or is briefing it. A window bounds what is
in hand, so the memory does not grow with the number of sources. The actors of a data set end with it:
each window loads the model anew.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Final, TypeVar

from summarize.batch.children import Clerk, Failure, Hand, MakeJob, ReadJob, Thinker
from summarize.batch.cluster import Cluster, Stage
from summarize.batch.desk import Desk
from summarize.batch.docket import Case, Docket, Open
from summarize.batch.plan import Outcome, Plan
from summarize.batch.progress import Progress
from summarize.batch.scan import Pending
from summarize.batch.station import Brief, Condense, Station
from summarize.batch.work import Made, Reading
from summarize.condense.open import gains_nothing_from_batches
from summarize.ledger.places import ADDRESS
from summarize.options import VERBATIM, Options

WINDOW: Final = 256
"""Sources a worker that are read and then briefed together. A worker takes seconds to start, and
some ten minutes for so many statements on a core; 15 kB each, they take little room."""

TOGETHER: Final = 16
"""Statements that are given to the model at once: 140 passages or so, several batches on a CPU."""

READ_TOGETHER: Final = 32
"""Sources that are read by one task, which takes half a second to start and as much for seven."""

T = TypeVar("T")


class Flow:
    """What is on its way between the driver and the data sets of a run."""

    def __init__(
        self,
        desk: Desk,
        options: Options,
        docket: Docket,
        pending: deque[Pending],
        cluster: Cluster,
    ) -> None:
        self.desk, self.docket, self.pending, self.cluster = desk, docket, pending, cluster
        self.options = options
        self.briefing = briefing(desk.plan, options)
        self.numbers = count()
        self.progress = Progress(docket)

    def outcomes(self) -> Generator[Outcome, None, None]:
        """Work until nothing is left, or until the first failure where that is to end it."""
        try:
            while self.pending and not self._stops():
                opened = yield from self._read()
                yield from self._brief(opened)
                yield from self.progress.write(at_once=True)
        finally:
            self.docket.write()
        yield from self.progress.drain()
        yield from self.progress.left(self.pending)

    def _stops(self) -> bool:
        return self.desk.plan.fail_fast and self.progress.failed

    def _read(self) -> Generator[Outcome, None, list[Open]]:
        """Read a window of sources; gives the statements that are to be briefed."""
        size = min(WINDOW * self.desk.plan.workers, len(self.pending))
        cases = self._numbered(self.progress.begin(self.pending.popleft()) for _ in range(size))
        jobs = {number: ReadJob(_place(case.pending.name)) for number, case in cases.items()}
        opened: list[Open] = []
        stages = reading(self.desk.plan, self.options, size)
        with closing(self.cluster.answers(jobs, stages, self.desk.plan.timeout)) as answers:
            for number, answer in answers:
                opened += self._was_read(cases[number], answer)
                yield from self.progress.write(at_once=False)
                if self._stops():
                    break
        return opened

    def _brief(self, opened: list[Open]) -> Generator[Outcome, None, None]:
        """Have the notes of statements made."""
        ones = self._numbered(opened)
        jobs = {number: MakeJob(one.item, None, None, one.forms) for number, one in ones.items()}
        with closing(self.cluster.answers(jobs, self.briefing, self.desk.plan.timeout)) as answers:
            for number, answer in answers:
                self._was_made(ones[number], answer)
                yield from self.progress.write(at_once=False)
                if self._stops():
                    break

    def _numbered(self, values: Iterable[T]) -> dict[int, T]:
        return dict(zip(self.numbers, values, strict=False))

    def _was_read(self, case: Case, answer: Reading | Failure) -> list[Open]:
        if isinstance(answer, Failure):
            self.docket.failed(case, answer)
            return []
        return self.docket.opened(case, answer)

    def _was_made(self, one: Open, answer: Made | Failure) -> None:
        if isinstance(answer, Failure):
            self.docket.failed(one.case, answer, one.item)
        else:
            self.docket.made(one, answer)


def reading(plan: Plan, options: Options, sources: int) -> tuple[Stage, ...]:
    """How so many sources are read: by stateless tasks, each with a share of them."""
    hand = Hand(options, plan.template, plan.memory)
    together = min(READ_TOGETHER, -(-sources // plan.workers))
    return (Stage(None, hand, plan.workers, together),)


def briefing(plan: Plan, options: Options) -> tuple[Stage, ...]:
    """How statements are briefed: by actors that do all, or with the model in some of its own."""
    hand = Hand(options, plan.template, plan.memory)
    if options.model == VERBATIM:
        return (Stage(Station, hand, plan.workers, 1),)
    if gains_nothing_from_batches(options):
        clerk = Clerk(options, plan.template, plan.memory)
        return (Stage(Brief, clerk, plan.workers, 1),)
    return (
        Stage(Condense, Thinker(options), plan.workers, TOGETHER, holds_gpu=True),
        Stage(Station, hand, plan.workers + 1, 1, beside=True),
    )


def _place(name: str) -> str:
    """A source's name as another process finds it, which may work in another folder."""
    return name if ADDRESS.match(name) else str(Path(name).absolute())
