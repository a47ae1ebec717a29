"""The work of a run, stage after stage, as much at once as there are processes for.

    read ─▶ (claim) ─▶ condense, many together ─▶ verify, cite, render ─▶ (write, record)

Reading and making are the work of ``Hand`` processes, condensing that of ``Thinker`` processes,
each of which loads the model once; while one thinks, the others read and write out. A model that
gains nothing from batches is held by every process, and each ``Clerk`` takes whatever lies nearest
to a finished note. What stands in brackets this process does, which alone writes the ledger. Each
stage takes no more than the next can hold, so the memory does not grow with the number of sources.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, Final

from summarize.batch.children import Clerk, Failure, Hand, MakeJob, ReadJob, Thinker
from summarize.batch.desk import Desk
from summarize.batch.docket import Case, Docket, Open
from summarize.batch.engine import Crew, Engine, Task
from summarize.batch.plan import Outcome, Plan
from summarize.batch.progress import WRITTEN_WITHIN, Progress
from summarize.batch.scan import Pending
from summarize.batch.work import Made, Reading
from summarize.condense.open import gains_nothing_from_batches
from summarize.options import VERBATIM, Options
from summarize.records import Draft

TOGETHER: Final = 128
"""Passages that are given to the model at once: several batches of like length on a CPU, a large
one on a GPU; what a run that is killed has to do again stays small."""

IN_HAND: Final = 48
"""Statements a worker that may be between reading and writing: two groups and what is being made."""


@dataclass(frozen=True)
class Asked:
    """A group of statements that a thinker was asked about together."""

    group: tuple[Open, ...]


class Shift:
    """What is on its way between the processes of a run."""

    def __init__(
        self,
        desk: Desk,
        options: Options,
        docket: Docket,
        pending: deque[Pending],
        engine: Engine,
    ) -> None:
        self.desk, self.docket, self.pending, self.engine = desk, docket, pending, engine
        plan = desk.plan
        self.quoting = options.model == VERBATIM
        self.together = 1 if gains_nothing_from_batches(options) else TOGETHER
        self._hire(plan, options)
        self.waiting: deque[Open] = deque()
        self.again: deque[tuple[Open, ...]] = deque()
        self.drafted: deque[tuple[Open, tuple[Draft, ...] | None]] = deque()
        self.in_hand = 0
        self.reading = 0
        self.progress = Progress(docket)

    def _hire(self, plan: Plan, options: Options) -> None:
        """Make the crews; where every process holds the model, both names are of one crew."""
        kind = Clerk if self.together == 1 else Hand
        hand = kind(options, plan.template, plan.memory)
        apart = not (self.quoting or kind is Clerk)
        self.hands = self.engine.crew(hand, plan.workers + apart)
        self.thinkers: Crew | None = None if self.quoting else self.hands
        if apart:
            self.thinkers = self.engine.crew(Thinker(options), plan.workers)

    def outcomes(self) -> Generator[Outcome, None, None]:
        """Work until nothing is left, or until the first failure where that is to end it."""
        try:
            while self._goes_on():
                self._hand_out()
                for task, answer in self.engine.answers(WRITTEN_WITHIN / 2):
                    self._take(task, answer)
                yield from self.progress.write(at_once=not self._goes_on())
                if self.desk.plan.fail_fast and self.progress.failed:
                    break
        finally:
            self.docket.write()
        yield from self.progress.drain()
        yield from self.progress.left(self.pending)

    def _goes_on(self) -> bool:
        return bool(self.pending or self.reading or self.in_hand)

    def _hand_out(self) -> None:
        """Give every idle process the task that lies nearest to a finished note."""
        while self.hands.idle and self.drafted:
            self._give_making(*self.drafted.popleft())
        while self.thinkers and self.thinkers.idle and (group := self._group()):
            self._give_thinking(self.thinkers, group)
        while self.hands.idle and self._may_read():
            self._give_reading(self.pending.popleft())

    def _may_read(self) -> bool:
        room = IN_HAND * self.desk.plan.workers
        return bool(self.pending) and self.in_hand + self.reading < room

    def _give_reading(self, pending: Pending) -> None:
        self.reading += 1
        case = self.progress.begin(pending)
        self.hands.give(Task(ReadJob(pending.name), self.desk.plan.timeout, case))

    def _give_making(self, one: Open, drafts: tuple[Draft, ...] | None) -> None:
        card = self.thinkers.card if self.thinkers else None
        job = MakeJob(one.item, drafts, card, one.forms)
        self.hands.give(Task(job, self.desk.plan.timeout, one))

    def _give_thinking(self, thinkers: Crew, group: tuple[Open, ...]) -> None:
        job = tuple(one.item for one in group)
        thinkers.give(Task(job, self.desk.plan.timeout * len(group), Asked(group)))

    def _group(self) -> tuple[Open, ...]:
        """The statements that a thinker is asked about next: enough to fill batches, or all there
        are where no more is coming; half of a group that was too much.
        """
        if self.again:
            return self.again.popleft()
        more = self.reading or self._may_read()
        if more and sum(one.item.size for one in self.waiting) < self.together:
            return ()
        group, size = list[Open](), 0
        while self.waiting and size < self.together:
            group.append(self.waiting.popleft())
            size += group[-1].item.size
        return tuple(group)

    def _take(self, task: Task, answer: Any) -> None:
        ticket = task.ticket
        if isinstance(ticket, Case):
            self._was_read(ticket, answer)
        elif isinstance(ticket, Asked):
            self._was_condensed(ticket.group, answer)
        else:
            self._was_made(ticket, answer)

    def _was_read(self, case: Case, answer: Reading | Failure) -> None:
        self.reading -= 1
        if isinstance(answer, Failure):
            self.docket.failed(case, answer)
            return
        opened = self.docket.opened(case, answer)
        self.in_hand += len(opened)
        if self.quoting:
            self.drafted += [(one, None) for one in opened]
        else:
            self.waiting += opened

    def _was_condensed(
        self, group: tuple[Open, ...], answer: list[tuple[Draft, ...]] | Failure
    ) -> None:
        """A group that was too much for memory or time is halved and tried again; so the one
        statement in it that is to blame is found.
        """
        if not isinstance(answer, Failure):
            self.drafted += zip(group, answer, strict=True)
        elif len(group) > 1:
            half = len(group) // 2
            self.again += [group[:half], group[half:]]
        else:
            self._drop(group[0], answer)

    def _was_made(self, one: Open, answer: Made | Failure) -> None:
        if isinstance(answer, Failure):
            self._drop(one, answer)
            return
        self.in_hand -= 1
        self.docket.made(one, answer)

    def _drop(self, one: Open, failure: Failure) -> None:
        self.in_hand -= 1
        self.docket.failed(one.case, failure, one.item)
