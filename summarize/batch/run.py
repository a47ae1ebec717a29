"""A batch from its sources to its totals: every new statement, once, safely.

    read ─▶ (claim) ─▶ condense, many together ─▶ verify, cite, render ─▶ (write, record)

Reading and making are the work of ``Hand`` processes, condensing that of ``Thinker`` processes,
each of which loads the model once; while one thinks, the others read and write out. What stands in
brackets this process does, which alone writes the ledger. Each stage takes no more than the next
can hold, so the memory does not grow with the number of sources.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, Final

from summarize.batch.alive import Presence
from summarize.batch.children import Failure, Hand, MakeJob, ReadJob, Thinker
from summarize.batch.desk import Desk, ledger_for, now
from summarize.batch.docket import Case, Docket, Open
from summarize.batch.plan import Outcome, Plan, Totals
from summarize.batch.pool import Pool, Task, answers, context
from summarize.batch.recipe import recipe_of
from summarize.batch.scan import Pending, scan
from summarize.batch.sources import find_sources
from summarize.batch.work import Made, Reading
from summarize.errors import OutputError, UsageError
from summarize.ledger.keep import end_run, start_run
from summarize.options import VERBATIM, Options
from summarize.records import Draft
from summarize.render import RENDERERS
from summarize.version import VERSION

TOGETHER: Final = 128
"""Passages that are given to the model at once: several batches of like length on a CPU, a large
one on a GPU; what a run that is killed has to do again stays small."""

IN_HAND: Final = 48
"""Statements a worker that may be between reading and writing: two groups and what is being made."""

WRITTEN_TOGETHER: Final = 16
WRITTEN_WITHIN: Final = 2.0
"""Notes, or seconds, until notes that are ready are written and recorded in one transaction."""

Report = Callable[[Outcome], None]
Expect = Callable[[int], None]


@dataclass(frozen=True)
class Asked:
    """A group of statements that a thinker was asked about together."""

    group: tuple[Open, ...]


def run_batch(
    sources: Iterable[str | Path],
    plan: Plan,
    options: Options | None = None,
    *,
    report: Report = lambda outcome: None,
    expect: Expect = lambda sources: None,
) -> Totals:
    """Brief what is new or changed among ``sources``.

    Args:
        sources: files, folders, globs and http(s) addresses.
        plan: where the notes go and how the batch goes about it.
        options: how the notes are made.
        report: called with what became of each source, in the order in which it is known.
        expect: called once with the number of sources that are to be briefed.

    Raises:
        UsageError: the plan makes no sense, or the ledger is none.
        ModelError: the model cannot be found or loaded.
        OutputError: the folder, the ledger or the disk takes no more; what is done stands.
    """
    options, given = options or Options(), list(sources)
    template = _template(plan)
    _check(plan, given)
    recipe = recipe_of(options)
    _make_folder(plan)
    ledger = ledger_for(plan)
    try:
        desk = Desk(plan, recipe, ledger, *template)
        totals = Totals()

        def tell(outcome: Outcome) -> None:
            totals.add(outcome)
            report(outcome)

        start = monotonic()
        if plan.dry_run:
            _preview(given, desk, tell)
        else:
            _work(given, desk, options, totals, tell, expect)
        totals.seconds = monotonic() - start
        return totals
    finally:
        ledger.close()


def _check(plan: Plan, given: Iterable[str | Path]) -> None:
    for form in plan.forms:
        if form not in RENDERERS:
            raise UsageError(f"no format '{form}': give {', '.join(RENDERERS)}")
    if plan.workers < 1 or plan.timeout <= 0 or (plan.limit is not None and plan.limit < 0):
        raise UsageError("give at least one worker, a timeout above 0 and no limit below 0")
    if plan.out.exists() and not plan.out.is_dir():
        raise UsageError(f"'{plan.out}' is a file: give a folder for the notes")
    for source in given:
        path = Path(source)
        if plan.out.is_dir() and path.is_dir() and path.samefile(plan.out):
            raise UsageError("the notes would go among the sources: give a folder of their own")


def _template(plan: Plan) -> tuple[str | None, str | None]:
    """The digest of the user's template and the format it makes; raises UsageError."""
    if plan.template is None:
        return None, None
    from summarize.render.template import load_template

    form = load_template(plan.template).form
    if form not in plan.forms:
        raise UsageError(f"the template '{plan.template}' makes {form}: ask for that")
    return hashlib.sha256(plan.template.read_bytes()).hexdigest(), form


def _make_folder(plan: Plan) -> None:
    if plan.dry_run:
        return
    try:
        plan.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"the folder '{plan.out}' cannot be made: {error.strerror}") from error


def _preview(given: Iterable[str | Path], desk: Desk, tell: Report) -> None:
    """Say what would be done, and do nothing."""
    tried = 0
    for one in scan(find_sources(given, desk.plan.out), desk, None):
        if isinstance(one, Outcome):
            tell(one)
            continue
        beyond = desk.plan.limit is not None and tried >= desk.plan.limit
        tried += not beyond
        tell(Outcome(one.name, "left" if beyond else "done", one.reason))


def _work(
    given: Iterable[str | Path],
    desk: Desk,
    options: Options,
    totals: Totals,
    tell: Report,
    expect: Expect,
) -> None:
    start, state = monotonic(), "stopped"
    with Presence(desk.plan.out) as presence:
        run = _start(desk, presence)
        try:
            pending = _pending(given, desk, run, tell)
            expect(len(pending))
            if pending:
                with _Shift(desk, options, Docket(desk, run, presence), pending) as shift:
                    for outcome in shift.outcomes():
                        tell(outcome)
            state = "finished"
        except KeyboardInterrupt:
            state = "interrupted"
            raise
        finally:
            _end(desk, run, state, totals, monotonic() - start)


def _start(desk: Desk, presence: Presence) -> int:
    plan, recipe = desk.plan, desk.recipe
    row = {
        "lock": str(presence.path.absolute()),
        "folder": desk.folder,
        "started": now(),
        "state": "running",
        "pksum": VERSION,
        "pipeline": recipe.pipeline,
        "model": recipe.model,
        "recipe": recipe.digest,
        "forms": " ".join(plan.forms),
        "workers": plan.workers,
    }
    with desk.ledger.writing() as connection:
        return start_run(connection, row)


def _end(desk: Desk, run: int, state: str, totals: Totals, seconds: float) -> None:
    counts = totals.counts
    values: dict[str, Any] = {name: counts[name] for name in ("done", "skipped", "failed", "left")}
    with desk.ledger.writing() as connection:
        end_run(connection, run, values | {"state": state, "seconds": round(seconds, 3)})


def _pending(given: Iterable[str | Path], desk: Desk, run: int, tell: Report) -> deque[Pending]:
    """The sources to be briefed; tells what became of the others."""
    pending: deque[Pending] = deque()
    for one in scan(find_sources(given, desk.plan.out), desk, run):
        if isinstance(one, Outcome):
            tell(one)
        elif desk.plan.limit is not None and len(pending) >= desk.plan.limit:
            tell(Outcome(one.name, "left", "beyond the limit of this run"))
        else:
            pending.append(one)
    return pending


class _Shift:
    """The processes of a run and what is on its way between them."""

    def __init__(
        self, desk: Desk, options: Options, docket: Docket, pending: deque[Pending]
    ) -> None:
        self.desk, self.docket, self.pending = desk, docket, pending
        plan, start = desk.plan, context()
        self.quoting = options.model == VERBATIM
        hand = Hand(options, plan.template, plan.memory)
        self.pools = [Pool(hand, plan.workers + (not self.quoting), start)]
        if not self.quoting:
            self.pools.append(Pool(Thinker(options), plan.workers, start))
        self.hands, self.thinkers = self.pools[0], self.pools[-1]
        self.waiting: deque[Open] = deque()
        self.again: deque[tuple[Open, ...]] = deque()
        self.drafted: deque[tuple[Open, tuple[Draft, ...] | None]] = deque()
        self.in_hand = 0
        self.reading = 0
        self.written = monotonic()

    def __enter__(self) -> _Shift:
        return self

    def __exit__(self, *_: object) -> None:
        for pool in self.pools:
            pool.close()

    def outcomes(self) -> Iterator[Outcome]:
        """Work until nothing is left, or until the first failure where that is to end it."""
        try:
            while self._goes_on():
                self._hand_out()
                for task, answer in answers(self.pools, WRITTEN_WITHIN / 2):
                    self._take(task, answer)
                yield from self._write()
                if self.desk.plan.fail_fast and self.failed:
                    break
        finally:
            self.docket.write()
        yield from self._drain()
        for one in self.pending:
            yield Outcome(one.name, "left", "the run ended at the first failure")

    failed = False

    def _goes_on(self) -> bool:
        return bool(self.pending or self.reading or self.in_hand)

    def _write(self) -> Iterator[Outcome]:
        ready = len(self.docket.finished)
        late = monotonic() - self.written > WRITTEN_WITHIN
        if ready >= WRITTEN_TOGETHER or late or not self._goes_on():
            self.docket.write()
            self.written = monotonic()
        yield from self._drain()

    def _drain(self) -> Iterator[Outcome]:
        outcomes, self.docket.outcomes = self.docket.outcomes, []
        for outcome in outcomes:
            self.failed = self.failed or outcome.state == "failed"
            yield outcome

    def _hand_out(self) -> None:
        """Give every idle process the task that lies nearest to a finished note."""
        while self.hands.idle and self.drafted:
            self._give_making(*self.drafted.popleft())
        while self.hands.idle and self._may_read():
            self._give_reading(self.pending.popleft())
        if not self.quoting:
            while self.thinkers.idle and (group := self._group()):
                self._give_thinking(group)

    def _may_read(self) -> bool:
        room = IN_HAND * self.desk.plan.workers
        return bool(self.pending) and self.in_hand + self.reading < room

    def _give_reading(self, pending: Pending) -> None:
        self.reading += 1
        self.hands.give(Task(ReadJob(pending.name), self.desk.plan.timeout, Case(pending)))

    def _give_making(self, one: Open, drafts: tuple[Draft, ...] | None) -> None:
        card = None if self.quoting else self.thinkers.card
        job = MakeJob(one.item, drafts, card, one.forms)
        self.hands.give(Task(job, self.desk.plan.timeout, one))

    def _give_thinking(self, group: tuple[Open, ...]) -> None:
        job = tuple(one.item for one in group)
        self.thinkers.give(Task(job, self.desk.plan.timeout * len(group), Asked(group)))

    def _group(self) -> tuple[Open, ...]:
        """The statements that a thinker is asked about next: enough to fill batches, or all there
        are where no more is coming; half of a group that was too much.
        """
        if self.again:
            return self.again.popleft()
        more = self.reading or self._may_read()
        if more and sum(one.item.size for one in self.waiting) < TOGETHER:
            return ()
        group, size = list[Open](), 0
        while self.waiting and size < TOGETHER:
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
