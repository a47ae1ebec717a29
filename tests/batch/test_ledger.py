"""The file that keeps what was done: its schema, its guards, what it forgets."""

from __future__ import annotations

import signal
import sqlite3
import stat
import sys

import pytest

from summarize.errors import OutputError, UsageError
from summarize.ledger import forget, open_ledger, read_ledger
from summarize.ledger.migrations import STEPS, TABLES, statements
from summarize.ledger.schema import METADATA
from summarize.ledger.store import APPLICATION
from summarize.search import search
from tests.batch.office import statement


@pytest.mark.skipif(sys.platform == "win32", reason="modes are not those of Windows")
def test_only_its_owner_can_read_it_and_several_may_use_it(office):
    office.fill(1)
    office.run()
    assert stat.S_IMODE(office.ledger.stat().st_mode) == 0o600
    assert office.ask("PRAGMA journal_mode") == [("wal",)]
    assert office.ask("PRAGMA application_id") == [(APPLICATION,)]
    assert office.ask("PRAGMA user_version") == [(len(STEPS),)]


def test_it_says_what_was_done_with_what_and_when(office):
    office.fill(2)
    (office.inbox / "bad.txt").write_bytes(b"")
    office.run()
    runs = office.ask("SELECT state, model, forms, done, failed, seconds > 0, started FROM runs")
    assert runs[0][:6] == ("finished", "verbatim", "md", 2, 1, 1)
    assert runs[0][6].endswith("Z")
    assert office.ask("SELECT kind, reason, standing FROM failures") == [
        ("input", "bad.txt is empty; give a file that holds a statement", 1)
    ]
    rows = office.ask("SELECT speaker, delegation, text FROM statements ORDER BY id")
    assert rows[0] == ("Ilse Tarrant", "Maravia", statement(0))
    point = office.ask(
        'SELECT substr(s.text, c.start + 1, c."end" - c.start), c.exact FROM citations c '
        "JOIN points p ON p.id = c.point_id JOIN briefings b ON b.id = p.briefing_id "
        "JOIN statements s ON s.id = b.statement_id"
    )
    assert point
    assert all(cut == exact for cut, exact in point)
    assert office.ask("SELECT count(*) FROM asks WHERE kind = 'ask'") == [(4,)]


def test_what_queries_see_is_what_the_steps_make(tmp_path):
    ledger = open_ledger(tmp_path / "ledger.sqlite")
    with ledger.reading() as connection:
        for table in METADATA.sorted_tables:
            found = connection.exec_driver_sql(f"PRAGMA table_info({table.name})").fetchall()
            assert {row[1] for row in found} == set(table.columns.keys()), table.name
    ledger.close()


def older_ledger(path, office) -> None:
    """A ledger as the first version of the schema made it, with what a run recorded in it."""
    office.fill(2)
    office.run()
    old = sqlite3.connect(path)
    for step in statements(TABLES):
        old.execute(step)
    old.execute(f"PRAGMA application_id = {APPLICATION}")
    old.execute("PRAGMA user_version = 1")
    old.execute("ATTACH ? AS new", [str(office.ledger)])
    for table in METADATA.sorted_tables:
        old.execute(f"INSERT INTO main.{table.name} SELECT * FROM new.{table.name}")
    old.commit()
    old.close()


def test_an_older_ledger_is_brought_up_with_all_it_holds(office, tmp_path):
    path = tmp_path / "older.sqlite"
    older_ledger(path, office)
    office.ledger.unlink()
    path.rename(office.ledger)
    reader = read_ledger(office.ledger)
    assert [hit.delegation for hit in search(reader, "silting OR microfilms")] == ["Maravia"] * 2
    reader.close()
    assert office.ask("PRAGMA user_version") == [(len(STEPS),)]
    assert office.run().counts == {"skipped": 2}


@pytest.mark.parametrize("content", [b"Minutes of the meeting.\n" * 99, b"SQLite format 3\0" * 9])
def test_a_file_that_is_no_ledger_is_left_alone(office, content):
    office.fill(1)
    other = office.home / "other"
    other.write_bytes(content)
    with pytest.raises(UsageError, match="no ledger of pksum"):
        office.run(ledger=other)
    assert other.read_bytes() == content
    assert not list(office.out.glob("*.md"))


def test_a_database_of_another_program_is_left_alone(office):
    office.fill(1)
    other = office.home / "other.sqlite"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE runs (id)")
    before = other.read_bytes()
    with pytest.raises(UsageError, match="no ledger of pksum"):
        office.run(ledger=other)
    assert other.read_bytes() == before


def test_a_ledger_of_a_newer_program_is_left_alone(office):
    office.fill(1)
    office.run()
    with sqlite3.connect(office.ledger) as database:
        database.execute("PRAGMA user_version = 999")
    with pytest.raises(UsageError, match="newer pksum"):
        office.run()


def test_there_is_none_to_read(tmp_path):
    with pytest.raises(UsageError, match="there is no ledger"):
        read_ledger(tmp_path / "none.sqlite")
    with pytest.raises(OutputError):
        open_ledger(tmp_path)


def stored(office) -> bytes:
    """Every byte that is stored beside the sources."""
    return b"".join(path.read_bytes() for path in office.out.iterdir())


def test_forgetting_leaves_no_trace(office):
    office.fill(3)
    office.run(forms=("md", "json"))
    assert b"silting" in stored(office)
    ledger = open_ledger(office.ledger)
    gone = forget(ledger, str(office.inbox / "speech-00.txt"))
    ledger.close()
    assert (gone.statements, len(gone.removed), gone.kept) == (1, 2, ())
    left = stored(office)
    for trace in (b"silting", b"silt", b"Port Averill", b"dredge", b"speech-00"):
        assert trace not in left, trace
    assert b"herring" in left or b"microfilms" in left
    assert len(office.notes()) == 4
    assert office.run(forms=("md", "json")).counts == {"done": 1, "skipped": 2}


def test_forgetting_a_renamed_source_and_by_digest(office):
    path = office.put("one.txt", 1)
    office.put("two.txt", 2)
    office.run()
    path.rename(office.inbox / "new.txt")
    office.run()
    ledger = open_ledger(office.ledger)
    assert forget(ledger, str(office.inbox / "new.txt")).statements == 1
    with pytest.raises(UsageError, match="knows no source"):
        forget(ledger, str(path))
    digest = office.ask("SELECT sha256 FROM statements")[0][0]
    assert forget(ledger, digest).statements == 1
    ledger.close()
    assert office.notes() == {}
    assert office.ask("SELECT count(*) FROM sources") == [(0,)]


def test_forgetting_also_what_a_source_held_before(office):
    path = office.put("one.txt", 1)
    office.run()
    path.write_text(statement(3), "utf-8")
    office.run()
    ledger = open_ledger(office.ledger)
    assert forget(ledger, str(path)).statements == 2
    ledger.close()
    assert b"archive" not in stored(office)


def test_forgetting_keeps_what_somebody_edited_unless_told(office):
    office.fill(1)
    office.run()
    note = office.out / "speech-00.md"
    note.write_text("Edited.", "utf-8")
    ledger = open_ledger(office.ledger)
    gone = forget(ledger, str(office.inbox / "speech-00.txt"))
    assert (gone.removed, gone.kept) == ((), (note,))
    office.run()
    gone = forget(ledger, str(office.inbox / "speech-00.txt"), edited=True)
    assert gone.removed == (office.out / "speech-00-2.md",)
    ledger.close()


@pytest.fixture
def heeded():
    """Ctrl-C as Python takes it, also where the tests run behind a shell that has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
def test_ctrl_c_waits_for_the_end_of_a_transaction(office):
    office.fill(1)
    office.run()

    def interrupted():
        with open_ledger(office.ledger).writing() as connection:
            signal.raise_signal(signal.SIGINT)
            connection.exec_driver_sql("DELETE FROM written")

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert office.ask("SELECT count(*) FROM written") == [(0,)]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
