"""A batch from its sources to its totals: every new statement, once, safely."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from summarize.batch.alive import Presence, is_alive
from summarize.batch.cluster import Cluster
from summarize.batch.desk import Desk, ledger_for, now
from summarize.batch.docket import Docket
from summarize.batch.engine import Engine
from summarize.batch.flow import Flow
from summarize.batch.plan import Outcome, Plan, Totals
from summarize.batch.pool import Processes
from summarize.batch.progress import STOPPED, is_new_failure
from summarize.batch.recipe import recipe_of
from summarize.batch.scan import Pending, scan
from summarize.batch.shift import Shift
from summarize.batch.sources import find_sources
from summarize.batch.workers import fitting_workers
from summarize.errors import OutputError, UsageError
from summarize.ledger.ask import open_runs
from summarize.ledger.keep import end_run, start_run
from summarize.options import Options
from summarize.render import RENDERERS
from summarize.version import VERSION

Carrier = Engine | Cluster
Report = Callable[[Outcome], None]
Expect = Callable[[int], None]


def run_batch(
    sources: Iterable[str | Path],
    plan: Plan,
    options: Options | None = None,
    *,
    report: Report = lambda outcome: None,
    expect: Expect = lambda sources: None,
    engine: Callable[[], Carrier] = Processes,
) -> Totals:
    """Brief what is new or changed among ``sources``.

    Args:
        sources: files, folders, globs and http(s) addresses.
        plan: where the notes go and how the batch goes about it.
        options: how the notes are made.
        report: called with what became of each source, in the order in which it is known.
        expect: called once with the number of sources that are to be briefed.
        engine: makes what carries the jobs; by default processes of this machine.

    Raises:
        UsageError: the plan makes no sense, or the ledger is none.
        ModelError: the model cannot be found or loaded.
        OutputError: the folder, the ledger or the disk takes no more; what is done stands.
    """
    options, given = options or Options(), list(sources)
    template = _template(plan)
    _check(plan, given)
    recipe = recipe_of(options)
    plan = plan if plan.workers else replace(plan, workers=fitting_workers(options))
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
            _work(given, desk, options, totals, tell, expect, engine)
            _list(desk, totals)
        totals.seconds = monotonic() - start
        return totals
    finally:
        ledger.close()


def _list(desk: Desk, totals: Totals) -> None:
    """Write the list of the folder's notes, where it has changed and there is a record of them."""
    from summarize.listing import NAME, write_index

    changed = totals.counts["done"] or not (desk.plan.out / NAME).exists()
    if changed and desk.plan.keep_ledger and write_index(desk.ledger, desk.plan.out) is None:
        totals.kept.append(desk.plan.out / NAME)


def _check(plan: Plan, given: Iterable[str | Path]) -> None:
    for form in plan.forms:
        if form not in RENDERERS:
            raise UsageError(f"no format '{form}': give {', '.join(RENDERERS)}")
    if plan.workers < 0 or plan.timeout <= 0 or (plan.limit is not None and plan.limit < 0):
        raise UsageError("give no workers below 0, a timeout above 0 and no limit below 0")
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
    engine: Callable[[], Carrier],
) -> None:
    start, state = monotonic(), "stopped"
    with Presence(desk.plan.out) as presence:
        run = _start(desk, presence)
        try:
            pending = _pending(given, desk, run, tell)
            expect(len(pending))
            if pending:
                docket = Docket(desk, run, presence)
                with (
                    closing(engine()) as carrier,
                    closing(_outcomes(carrier, desk, options, docket, pending)) as outcomes,
                ):
                    for outcome in outcomes:
                        tell(outcome)
            state = "finished"
        except KeyboardInterrupt:
            state = "interrupted"
            raise
        finally:
            _end(desk, run, state, totals, monotonic() - start)


def _outcomes(
    carrier: Carrier,
    desk: Desk,
    options: Options,
    docket: Docket,
    pending: deque[Pending],
) -> Generator[Outcome, None, None]:
    """What becomes of the sources, by processes that are handed jobs or by data sets."""
    if isinstance(carrier, Cluster):
        return Flow(desk, options, docket, pending, carrier).outcomes()
    return Shift(desk, options, docket, pending, carrier).outcomes()


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
        for dead, lock in open_runs(connection, desk.folder):
            if not is_alive(Path(lock)):
                end_run(connection, dead, {"state": "interrupted"})
        return start_run(connection, row)


def _end(desk: Desk, run: int, state: str, totals: Totals, seconds: float) -> None:
    counts = totals.counts
    values: dict[str, Any] = {name: counts[name] for name in ("done", "skipped", "failed", "left")}
    with desk.ledger.writing() as connection:
        end_run(connection, run, values | {"state": state, "seconds": round(seconds, 3)})


def _pending(given: Iterable[str | Path], desk: Desk, run: int, tell: Report) -> deque[Pending]:
    """The sources to be briefed; tells what became of the others."""
    pending: deque[Pending] = deque()
    stopped = False
    for one in scan(find_sources(given, desk.plan.out), desk, run):
        if isinstance(one, Outcome):
            tell(one)
            stopped = stopped or (desk.plan.fail_fast and is_new_failure(one))
        elif stopped:
            tell(Outcome(one.name, "left", STOPPED))
        elif desk.plan.limit is not None and len(pending) >= desk.plan.limit:
            tell(Outcome(one.name, "left", "beyond the limit of this run"))
        else:
            pending.append(one)
    if stopped:
        for one in pending:
            tell(Outcome(one.name, "left", STOPPED))
        pending.clear()
    return pending
