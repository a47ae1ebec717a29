"""The sources that a run has in hand, from being read until their notes stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from sqlalchemy import Connection

from summarize.batch.alive import Presence
from summarize.batch.children import Failure
from summarize.batch.desk import Desk
from summarize.batch.plan import Outcome
from summarize.batch.record import Finished, Written, record
from summarize.batch.scan import Pending, why_fallen
from summarize.batch.work import Item, Made, Reading
from summarize.ledger.ask import known_sources, standing_notes, statement_numbers
from summarize.ledger.keep import end_failure, keep_reading, keep_source


@dataclass
class Case:
    """One source in hand: how many of its statements are open, and what came of the others."""

    pending: Pending
    started: float = field(default_factory=monotonic)
    reading: Reading | None = None
    stem: str = ""
    open: int = 0
    points: int = 0
    notes: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)
    failure: Failure | None = None
    busy_elsewhere: bool = False
    same_as: str | None = None

    @property
    def many(self) -> bool:
        """Whether the source holds several statements, so that notes are named by speaker too."""
        return self.reading is not None and len(self.reading.items) > 1


@dataclass(frozen=True)
class Open:
    """A statement to be briefed, of a source in hand, in the formats that are wanting."""

    case: Case
    item: Item
    forms: tuple[str, ...]


class Docket:
    """The sources in hand. What the children answer goes in; outcomes come out."""

    def __init__(self, desk: Desk, run: int, presence: Presence) -> None:
        self.desk = desk
        self.run = run
        self.presence = presence
        self.finished: list[tuple[Open, Made]] = []
        self.flying: dict[str, tuple[Case, list[Case]]] = {}
        self.closing: list[Case] = []
        self.outcomes: list[Outcome] = []

    def opened(self, case: Case, reading: Reading) -> list[Open]:
        """Take in what a source holds; gives the statements of it that are to be briefed."""
        case.reading, case.open = reading, len(reading.items)
        case.stem = self._stem(case)
        opened = [self._open(case, item) for item in reading.items]
        self._close_if_done(case)
        return [one for one in opened if one is not None]

    def _stem(self, case: Case) -> str:
        with self.desk.ledger.reading() as connection:
            known = known_sources(connection, self.desk.folder, [case.pending.known])
        return known[case.pending.known].stem or "note"

    def _open(self, case: Case, item: Item) -> Open | None:
        """A statement that nobody has briefed or is briefing; claimed for this run."""
        if item.digest in self.flying:
            leader, followers = self.flying[item.digest]
            case.same_as = leader.pending.name
            if leader is case:
                case.open -= 1
            else:
                followers.append(case)
            return None
        keys = self.desk.keys(item.digest)
        if not self.desk.claim(self.run, list(keys.values())):
            case.busy_elsewhere = True
            case.open -= 1
            return None
        forms = tuple(keys) if self.desk.plan.force else self._wanting(keys)
        if not forms:
            self.desk.release(list(keys.values()))
            case.open -= 1
            return None
        self.flying[item.digest] = (case, [])
        return Open(case, item, forms)

    def _wanting(self, keys: dict[str, str]) -> tuple[str, ...]:
        """The formats of which no note stands. Asked after claiming: no other run comes between."""
        with self.desk.ledger.reading() as connection:
            notes = standing_notes(connection, self.desk.folder, list(keys.values()))
        return tuple(
            form
            for form, key in keys.items()
            if key not in notes or why_fallen(notes[key], self.desk) is not None
        )

    def made(self, one: Open, made: Made) -> None:
        """Take in a note that is ready to be written."""
        self.finished.append((one, made))

    def failed(self, case: Case, failure: Failure, item: Item | None = None) -> None:
        """Take in that a source, or one statement of it, has failed."""
        case.failure = case.failure or failure
        if item is None:
            self.closing.append(case)
            return
        self.desk.release(list(self.desk.keys(item.digest).values()))
        self._settled(case, item, failure)

    def write(self) -> None:
        """Write and record the notes that are ready.

        Raises:
            OutputError: the disk is full, or the ledger cannot be written.
        """
        if self.finished:
            self._write_notes()
        if self.closing:
            self._record_closed()

    def _write_notes(self) -> None:
        group, self.finished = self.finished, []
        finished = [
            Finished(one.case.pending.known, _name(one), one.item, made) for one, made in group
        ]
        written = record(finished, self.desk, self.run, self.presence)
        for (one, made), result in zip(group, written, strict=True):
            self._written(one, made, result)

    def _written(self, one: Open, made: Made, written: Written) -> None:
        case = one.case
        case.notes += written.paths
        case.kept += written.kept
        case.points += one.item.size
        failure = Failure("output", written.fault) if written.fault else None
        case.failure = case.failure or failure
        self._settled(case, one.item, failure)

    def _settled(self, case: Case, item: Item, failure: Failure | None) -> None:
        """A statement is over; so it is for the sources that hold the same one."""
        _, followers = self.flying.pop(item.digest)
        for each in (case, *followers):
            each.open -= 1
            each.failure = each.failure or failure
            self._close_if_done(each)

    def _close_if_done(self, case: Case) -> None:
        if case.open == 0:
            self.closing.append(case)

    def _record_closed(self) -> None:
        """Record the sources all of whose statements are over, and say what became of them."""
        closed, self.closing = self.closing, []
        with self.desk.ledger.writing() as connection:
            for case in closed:
                self._record_case(connection, case)
        self.outcomes += [_outcome(case) for case in closed]

    def _record_case(self, connection: Connection, case: Case) -> None:
        known, folder = case.pending.known, self.desk.folder
        if case.failure:
            failure = case.failure
            basis = self._basis(case, failure)
            self.desk.fail(connection, self.run, known, basis, failure.kind, failure.reason)
        elif case.reading is not None and not case.busy_elsewhere:
            digests = [item.digest for item in case.reading.items]
            numbers = statement_numbers(connection, digests)
            key = case.reading.key or known
            pipeline = self.desk.recipe.pipeline
            keep_reading(connection, key, pipeline, [numbers[digest] for digest in digests])
            keep_source(connection, folder, known, {"reading": key})
            end_failure(connection, folder, known)

    def _basis(self, case: Case, failure: Failure) -> str | None:
        """What a failure rests on; None where the next run is to try again unasked."""
        if failure.kind == "output":
            return None
        bases = self.desk.bases(case.reading.key if case.reading else case.pending.reading)
        return bases[1 if case.reading else 0] if bases else None


def _name(one: Open) -> str:
    from summarize.batch.naming import safe

    who = one.item.prepared.statement.speaker if one.case.many else None
    return "-".join(filter(None, (one.case.stem, safe(who or ""))))


def _outcome(case: Case) -> Outcome:
    name, seconds = case.pending.name, round(monotonic() - case.started, 3)
    if case.failure:
        return Outcome(name, "failed", case.failure.reason, tuple(case.notes), case.points, seconds)
    if case.notes:
        beside = ", ".join(path.name for path in case.kept)
        reason = case.pending.reason + (f"; beside {beside}, changed by somebody" if beside else "")
        notes, kept = tuple(case.notes), tuple(case.kept)
        return Outcome(name, "done", reason, notes, case.points, seconds, kept)
    if case.busy_elsewhere:
        return Outcome(name, "skipped", "another run is briefing it")
    if case.same_as:
        return Outcome(name, "skipped", f"the same text as {Path(case.same_as).name}")
    return Outcome(name, "skipped", "its text is done, under another name or in another form")
