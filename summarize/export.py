"""What a ledger holds, as JSON Lines, CSV or Parquet, row by row: any size fits the memory."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from sqlalchemy import Float, Integer, Select, func, select

from summarize.errors import OutputError, UsageError
from summarize.ledger import schema as t
from summarize.ledger.store import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable

FORMATS: Final = ("jsonl", "csv", "parquet")
AT_ONCE: Final = 1000
"""Rows in memory; also the rows of a group in a Parquet file."""

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""

Row = dict[str, Any]


def tables() -> dict[str, Select[Any]]:
    """What can be exported, by name. "points" is the one to begin with: a row for each point and
    passage, with what the note says of it, its citations and the statement's particulars.
    """
    plain = {
        table.name: select(table)
        for table in (
            t.STATEMENTS, t.BRIEFINGS, t.CONDENSATIONS, t.CITATIONS, t.FINDINGS, t.ASKS, t.NOTES,
            t.SOURCES, t.RUNS, t.FAILURES,
        )
    }  # fmt: skip
    return {"points": _points(), **plain}


def _points() -> Select[Any]:
    p, c, b, s, x = t.POINTS.c, t.CONDENSATIONS.c, t.BRIEFINGS.c, t.STATEMENTS.c, t.CITATIONS.c
    place = func.json_object("start", x.start, "end", x.end, "exact", x.exact)
    cited = select(func.json_group_array(func.json(place))).where(x.point_id == p.id)
    return (
        select(
            s.path.label("source"), s.sha256, s.date, s.delegation, s.speaker, s.role, s.body,
            s.title, s.symbol, s.language, b.model, b.at, p.kind, p.series, p.number, p.label,
            p.start, p.end, p.attribution, c.heading, c.text.label("condensation"), c.status,
            c.raw, p.text, cited.scalar_subquery().label("citations"),
        )
        .join_from(t.POINTS, t.CONDENSATIONS, c.point_id == p.id)
        .join(t.BRIEFINGS, b.id == p.briefing_id)
        .join(t.STATEMENTS, s.id == b.statement_id)
        .order_by(p.id)
    )  # fmt: skip


def export(ledger: Ledger, form: str, output: Path | BinaryIO, table: str = "points") -> int:
    """Write a table of the ledger; gives the number of rows.

    Args:
        ledger: an open ledger.
        form: "jsonl", "csv" or "parquet".
        output: a file, which is replaced whole or not at all, or an open one.
        table: one of ``tables()``.

    Raises:
        UsageError: there is no such format or table, or what writes Parquet is not installed.
        OutputError: the file cannot be written.
    """
    if form not in FORMATS:
        raise UsageError(f"no format '{form}': give {', '.join(FORMATS)}")
    if table not in tables():
        raise UsageError(f"no table '{table}': give {', '.join(tables())}")
    write: dict[str, Callable[[BinaryIO, Select[Any], Iterator[list[Row]]], int]] = {
        "jsonl": _jsonl,
        "csv": _csv,
        "parquet": _parquet,
    }
    query = tables()[table]
    if isinstance(output, Path):
        with _whole(output) as file:
            return write[form](file, query, _rows(ledger, query))
    return write[form](output, query, _rows(ledger, query))


def _rows(ledger: Ledger, query: Select[Any]) -> Iterator[list[Row]]:
    with ledger.reading() as connection:
        result = connection.execution_options(yield_per=AT_ONCE).execute(query)
        for group in result.partitions():
            yield [dict(row._mapping) for row in group]


def _names(query: Select[Any]) -> list[str]:
    return [column.name for column in query.selected_columns]


def _jsonl(file: BinaryIO, query: Select[Any], groups: Iterator[list[Row]]) -> int:
    count = 0
    for rows in groups:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        file.write("".join(lines).encode())
        count += len(rows)
    return count


def _csv(file: BinaryIO, query: Select[Any], groups: Iterator[list[Row]]) -> int:
    text = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
    writer = csv.DictWriter(text, _names(query), lineterminator="\r\n")
    writer.writeheader()
    count = 0
    for rows in groups:
        writer.writerows({name: plain_cell(value) for name, value in row.items()} for row in rows)
        count += len(rows)
    text.detach()
    return count


def plain_cell(value: Any) -> Any:
    """``value`` with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _parquet(file: BinaryIO, query: Select[Any], groups: Iterator[list[Row]]) -> int:
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: pip install 'pksum[parquet]'") from error

    fields = [(column.name, _arrow_type(pyarrow, column.type)) for column in query.selected_columns]
    schema = pyarrow.schema(fields)
    count = 0
    with ParquetWriter(file, schema) as writer:
        for rows in groups:
            writer.write_table(pyarrow.Table.from_pylist(rows, schema))
            count += len(rows)
    return count


def _arrow_type(pyarrow: Any, kind: Any) -> Any:
    if isinstance(kind, Integer):
        return pyarrow.int64()
    return pyarrow.float64() if isinstance(kind, Float) else pyarrow.string()


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its name when it is complete; only its owner can read it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise OutputError(f"'{path}' cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
