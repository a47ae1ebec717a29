"""Open a ledger: one SQLite file that several processes may use at once.

SQLAlchemy Core carries the queries: it is typed, composes filters safely and leaves transactions
to the caller, which sqlite-utils does not; the mapper of objects is not used.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool, StaticPool

from summarize.errors import OutputError, UsageError
from summarize.ledger.migrations import STEPS, migrate

APPLICATION: Final = 0x706B_734D
""""pksM" in ``PRAGMA application_id``: how a ledger is told from any other SQLite file."""

PATIENCE: Final = 60
"""Seconds to wait while another process writes."""

SETTINGS: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    f"PRAGMA busy_timeout = {PATIENCE * 1000}",
)


class Ledger:
    """An open ledger. ``path`` is None for one in memory, which holds no texts."""

    def __init__(self, path: Path | None, engine: Engine) -> None:
        self.path = path
        self.engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger and changes nothing."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other process interleaves with; kept whole or not at all."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        with _held_interrupts(), _sqlite_errors(self.path), self.engine.connect() as connection:
            connection.exec_driver_sql(begin)
            try:
                yield connection
            except BaseException:
                connection.exec_driver_sql("ROLLBACK")
                raise
            connection.exec_driver_sql("COMMIT")

    def shrink(self) -> None:
        """Give free pages back, so that nothing deleted is left in the file or its journal."""
        with _sqlite_errors(self.path), self.engine.connect() as connection:
            for index in ("statement_words", "point_words", "ask_words"):
                connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
            connection.exec_driver_sql("VACUUM")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def open_ledger(path: Path) -> Ledger:
    """The ledger in ``path``, made if need be (mode 0600) and brought to the newest schema.

    Raises:
        UsageError: the file is no ledger, or one of a newer pksum.
        OutputError: it cannot be made, or opened for writing.
    """
    _make(path)
    ledger = Ledger(path, _engine(path))
    with _sqlite_errors(path):
        _check(ledger)
        _use_wal(ledger)
        _bring_up(ledger)
    return ledger


def _use_wal(ledger: Ledger) -> None:
    """Write-ahead logging, kept in the file. SQLite's patience does not cover this switch, so
    when two processes make one ledger at the same moment, the second asks again.
    """
    for tries_left in range(100, -1, -1):
        try:
            with ledger.engine.connect() as connection:
                if connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() != "wal":
                    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            return
        except OperationalError:
            if not tries_left:
                raise
            sleep(0.05)


def read_ledger(path: Path) -> Ledger:
    """The ledger in ``path``, for reading only: nothing is made or brought up.

    Raises:
        UsageError: there is none, or it is of another version of the schema.
    """
    if not path.is_file():
        raise UsageError(f"there is no ledger '{path}': give the one of a batch with --ledger")
    ledger = Ledger(path, _engine(path, read_only=True))
    with _sqlite_errors(path):
        version = _check(ledger)
    if version < len(STEPS):
        ledger.close()
        open_ledger(path).close()
        ledger = Ledger(path, _engine(path, read_only=True))
    return ledger


def memory_ledger() -> Ledger:
    """A ledger that leaves no trace: it is kept in memory and holds no texts."""
    engine = create_engine(
        "sqlite+pysqlite://",
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,
    )
    ledger = Ledger(None, _prepared(engine))
    _bring_up(ledger)
    return ledger


def _make(path: Path) -> None:
    """An empty file that only its owner can read, where there is none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise OutputError(f"the ledger '{path}' cannot be opened: {error.strerror}") from error


def _engine(path: Path, *, read_only: bool = False) -> Engine:
    """Connections to ``path``; each transaction has its own, and says when it begins."""
    address = path.absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rw")

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=PATIENCE, check_same_thread=False)

    return _prepared(
        create_engine(
            "sqlite+pysqlite://", creator=connect, poolclass=NullPool, hide_parameters=True
        )
    )


def _prepared(engine: Engine) -> Engine:
    @event.listens_for(engine, "connect")
    def _settle(connection: Any, _: object) -> None:
        connection.isolation_level = None
        connection.create_function("folded", 1, _folded, deterministic=True)
        for setting in SETTINGS:
            connection.execute(setting)

    return engine


def _folded(text: object) -> str | None:
    """Letters without case, for filters in any script."""
    return text.casefold() if isinstance(text, str) else None


def _check(ledger: Ledger) -> int:
    """The version of a ledger's schema; 0 for an empty file. Raises UsageError.

    All is read in one transaction, since another process may be making the ledger meanwhile.
    """
    with ledger.reading() as connection:
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        application = _pragma(connection, "application_id")
        version = _pragma(connection, "user_version")
    if application != APPLICATION and (tables or application):
        raise _no_ledger(ledger.path)
    if version > len(STEPS):
        raise UsageError(f"the ledger '{ledger.path}' is of a newer pksum: bring pksum up to date")
    return version


def _bring_up(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        if _pragma(connection, "user_version") == len(STEPS):
            return
    with ledger.writing() as connection:
        version = _pragma(connection, "user_version")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        migrate(connection.exec_driver_sql, version)


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())


def _no_ledger(path: Path | None) -> UsageError:
    return UsageError(f"'{path}' is no ledger of pksum: give another file with --ledger")


@contextmanager
def _held_interrupts() -> Iterator[None]:
    """Let Ctrl-C wait for the end of a transaction: SQLAlchemy, interrupted while it opens or
    closes a connection, is left in a state that it complains of.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    caught: list[int] = []
    signal.signal(signal.SIGINT, lambda number, frame: caught.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if caught:
            raise KeyboardInterrupt


@contextmanager
def _sqlite_errors(path: Path | None) -> Iterator[None]:
    """What SQLite raises, as one line for the user."""
    try:
        yield
    except OperationalError as error:
        raise OutputError(f"the ledger '{path}' cannot be used: {error.orig}") from error
    except DatabaseError as error:
        if getattr(error.orig, "sqlite_errorname", "") in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
            raise _no_ledger(path) from error
        raise
