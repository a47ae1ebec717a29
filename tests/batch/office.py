"""What the tests of a batch share: statements of a made-up office, and runs without a model."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from summarize.batch import Outcome, Plan, Totals, run_batch
from summarize.batch.engine import Inline
from summarize.options import Options

TOPICS = (
    ("harbour", "the silting of the harbour at Port Averill", "dredge the channel before the thaw"),
    ("archive", "the fire in the archive of Sorren", "open its microfilms to every delegation"),
    ("ferry", "the loss of the ferry to Quill Island", "publish the findings of the inquiry"),
    (
        "herring",
        "the quotas for herring in the Pell Sea",
        "halve the catch until the stocks recover",
    ),
    ("border", "the closing of the border post at Tarn", "let the convoys with medicine pass"),
)


def statement(number: int) -> str:
    """A statement unlike any other of another number."""
    name, matter, ask = TOPICS[number % len(TOPICS)]
    return (
        f"Statement by Ambassador Ilse Tarrant, Permanent Representative of the Republic of "
        f"Maravia, No. {number}\n\n"
        f"Madam President,\n\n"
        f"My delegation has followed {matter} with concern for {number + 2} years. "
        f"Forty families of the {name} district have written to us {number + 11} times, and none of "
        f"their letters was answered by those who are responsible for the district.\n\n"
        f"First, we call on the Secretary-General to {ask}. The costs would be {number + 3} million "
        f"crowns, which is less than the repairs of the last two winters have cost us.\n\n"
        f"Second, we regret that report {number} was not circulated in time, and we ask the "
        f"Secretariat to send it to all members of the committee before the next session opens.\n"
    )


@dataclass
class Office:
    """A folder of statements, a folder for notes, and what the last run told."""

    home: Path
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def inbox(self) -> Path:
        return self.home / "inbox"

    @property
    def out(self) -> Path:
        return self.home / "notes"

    @property
    def ledger(self) -> Path:
        return self.out / "pksum.sqlite"

    def put(self, name: str, number: int) -> Path:
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(statement(number), "utf-8")
        return path

    def fill(self, count: int) -> None:
        for number in range(count):
            self.put(f"speech-{number:02}.txt", number)

    def run(self, *sources, options: Options | None = None, engine=Inline, **plan) -> Totals:
        self.outcomes = []
        return run_batch(
            sources or [self.inbox],
            Plan(out=self.out, **plan),
            options or Options(model="verbatim"),
            report=self.outcomes.append,
            engine=engine,
        )

    def told(self) -> dict[str, tuple[str, str]]:
        """State and reason by the source's file name."""
        return {Path(o.source).name: (o.state, o.reason) for o in self.outcomes}

    def notes(self) -> dict[str, str]:
        """The digest of every note by its name; the list of the notes is none."""
        apart = ("pksum.sqlite", "index.html")
        paths = (p for p in sorted(self.out.iterdir()) if not p.name.startswith(apart))
        return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}

    def ask(self, query: str):
        connection = sqlite3.connect(self.ledger)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def record(self):
        """All that the ledger holds, without numbers, moments and runs."""
        return (
            self.ask("SELECT source, stem FROM sources ORDER BY 1"),
            self.ask("SELECT digest, text FROM statements ORDER BY 1"),
            self.ask(
                "SELECT s.digest, p.kind, p.position, p.text, c.heading, c.text, c.status "
                "FROM points p JOIN condensations c ON c.point_id = p.id "
                "JOIN briefings b ON b.id = p.briefing_id "
                "JOIN statements s ON s.id = b.statement_id ORDER BY 1, 2, 3"
            ),
            self.ask("SELECT path, sha256 FROM notes ORDER BY 1"),
            self.ask("SELECT count(*) FROM citations"),
            self.ask("SELECT count(*) FROM claims"),
        )
