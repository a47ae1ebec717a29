"""When notes that are ready are written, and what is told of the sources, whichever engine works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import Final

from summarize.batch.docket import Case, Docket
from summarize.batch.plan import Outcome
from summarize.batch.scan import Pending

WRITTEN_TOGETHER: Final = 16
WRITTEN_WITHIN: Final = 2.0
"""Notes, or seconds, until notes that are ready are written and recorded in one transaction."""

STOPPED: Final = "the run ended at the first failure"


def is_new_failure(outcome: Outcome) -> bool:
    """Whether a source has failed in this run, not only in one before."""
    return outcome.state == "failed" and outcome.seconds is not None


class Progress:
    """The sources that were begun and not yet told of; ``failed`` once one of them has failed."""

    def __init__(self, docket: Docket) -> None:
        self.docket = docket
        self.active: dict[str, Case] = {}
        self.failed = False
        self.written = monotonic()

    def begin(self, pending: Pending) -> Case:
        """Take a source in hand."""
        case = self.active[pending.name] = Case(pending)
        return case

    def write(self, *, at_once: bool) -> Iterator[Outcome]:
        """Write the notes that are ready, where they are many or late or it is to be at once, and
        give the outcomes that are known. Raises OutputError.
        """
        ready = len(self.docket.finished)
        late = monotonic() - self.written > WRITTEN_WITHIN
        if ready >= WRITTEN_TOGETHER or late or at_once:
            self.docket.write()
            self.written = monotonic()
        yield from self.drain()

    def drain(self) -> Iterator[Outcome]:
        """The outcomes that are known and not yet told."""
        outcomes, self.docket.outcomes = self.docket.outcomes, []
        for outcome in outcomes:
            self.failed = self.failed or is_new_failure(outcome)
            self.active.pop(outcome.source, None)
            yield outcome

    def left(self, pending: Iterable[Pending]) -> Iterator[Outcome]:
        """What a run that ended early leaves: sources in hand, and those that it never took."""
        for name in (*self.active, *(one.name for one in pending)):
            yield Outcome(name, "left", STOPPED)
