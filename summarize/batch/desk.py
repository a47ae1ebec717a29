"""A run's place of work: its ledger, its folder, its recipe. All that it writes, it writes here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from summarize.batch.alive import is_alive
from summarize.batch.plan import Plan
from summarize.batch.recipe import Recipe, note_key
from summarize.ledger.ask import claim, release
from summarize.ledger.keep import keep_failure
from summarize.ledger.places import Places
from summarize.ledger.store import Ledger, memory_ledger, open_ledger, read_ledger
from summarize.version import VERSION


@dataclass(frozen=True)
class Desk:
    """What every step of a run needs. ``template`` is the digest of the user's template, and
    ``template_form`` the format that it makes.
    """

    plan: Plan
    recipe: Recipe
    ledger: Ledger
    template: str | None = None
    template_form: str | None = None

    @property
    def places(self) -> Places:
        return Places(self.ledger.path)

    @property
    def folder(self) -> str:
        """The folder of the notes, as the ledger has it."""
        return self.places.name(self.plan.out)

    def keys(self, statement: str) -> dict[str, str]:
        """The key of each note of a statement, by format."""
        return {form: self._key(statement, form) for form in self.plan.forms}

    def _key(self, statement: str, form: str) -> str:
        template = self.template if form == self.template_form else None
        return note_key(statement, self.recipe.digest, form, template)

    def bases(self, reading: str | None) -> tuple[str, str] | tuple[()]:
        """What a failure of these bytes rests on: when reading, and when making the note.
        A failure stands while the same would be tried again.
        """
        if reading is None:
            return ()
        return (
            f"{reading} read by {VERSION}.{self.recipe.pipeline}",
            f"{reading} made by {self.recipe.digest}",
        )

    def claim(self, run: int, keys: Sequence[str]) -> bool:
        """Claim ``keys`` for ``run``; False where another run that goes on has one of them."""
        with self.ledger.writing() as connection:
            taken = claim(connection, self.folder, run, keys)
            if not taken:
                return True
            locks = {Path(lock) for _, lock in taken.values() if lock}
            if any(is_alive(lock) for lock in locks):
                return False
            release(connection, self.folder, list(taken))
            return not claim(connection, self.folder, run, keys)

    def release(self, keys: Sequence[str]) -> None:
        """Let go of ``keys``."""
        with self.ledger.writing() as connection:
            release(connection, self.folder, keys)

    def fail(
        self, connection: Connection, run: int | None, source: str, basis: str | None,
        kind: str, reason: str,
    ) -> None:  # fmt: skip
        """Record a failure."""
        keep_failure(
            connection,
            {
                "folder": self.folder,
                "source": source,
                "basis": basis,
                "kind": kind,
                "reason": reason,
                "run_id": run,
                "at": now(),
            },
        )


TIME: Final = "%Y-%m-%dT%H:%M:%SZ"


def now() -> str:
    """The moment in UTC, for the record only: nothing is decided by it."""
    return datetime.now(UTC).strftime(TIME)


def ledger_for(plan: Plan) -> Ledger:
    """The ledger that a run works with. A dry run makes none and changes none.

    Raises:
        UsageError: it is no ledger of pksum, or one of a newer version.
        OutputError: it cannot be opened.
    """
    if not plan.keep_ledger:
        return memory_ledger()
    if plan.dry_run:
        return read_ledger(plan.ledger_path) if plan.ledger_path.exists() else memory_ledger()
    return open_ledger(plan.ledger_path)
