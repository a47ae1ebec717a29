"""The ledger's tables, as queries see them. How they come about stands in ``migrations``.

A *source* is a file or an address as it was given. Its *reading* (a digest of its bytes) leads to
the *statements* that were found in it: one, or one a turn for a record of a meeting. A *briefing*
is one way of making the note of a statement, with its *points*, *condensations*, *citations* and
*findings*; a *note* is a file with it. Offsets are code points of ``statements.text``.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Float, Integer, MetaData, Table, Text

METADATA: Final = MetaData()


def _table(name: str, *columns: Column[int] | Column[float] | Column[str]) -> Table:
    return Table(name, METADATA, *columns)


def _id(name: str = "id") -> Column[int]:
    return Column(name, Integer, primary_key=True)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer)


def _text(name: str) -> Column[str]:
    return Column(name, Text)


RUNS: Final = _table(
    "runs",
    _id(),
    _text("lock"),
    _text("folder"),
    _text("started"),
    Column("seconds", Float),
    _text("state"),
    _text("pksum"),
    _whole("pipeline"),
    _text("model"),
    _text("recipe"),
    _text("forms"),
    _whole("workers"),
    _whole("done"),
    _whole("skipped"),
    _whole("failed"),
    _whole("left"),
)
SOURCES: Final = _table(
    "sources",
    _id(),
    _text("folder"),
    _text("source"),
    _text("stem"),
    _text("slot"),
    _text("reading"),
)
STATEMENTS: Final = _table(
    "statements",
    _id(),
    _text("digest"),
    _text("sha256"),
    _text("source"),
    _text("path"),
    _text("text"),
    _whole("words"),
    _text("kind"),
    _text("language"),
    _text("title"),
    _text("speaker"),
    _text("role"),
    _text("delegation"),
    _text("on_behalf_of"),
    _text("body"),
    _text("meeting"),
    _text("subject"),
    _text("date"),
    _text("symbol"),
    _text("agency"),
    _text("encoding"),
)
READINGS: Final = _table(
    "readings", _text("reading"), _whole("pipeline"), _whole("position"), _whole("statement_id")
)
BRIEFINGS: Final = _table(
    "briefings",
    _id(),
    _whole("statement_id"),
    _whole("run_id"),
    _text("recipe"),
    _text("at"),
    Column("seconds", Float),
    _text("pksum"),
    _whole("pipeline"),
    _text("model"),
    _text("revision"),
    _text("weights_sha256"),
    _text("prompt_sha256"),
    _text("options"),
    _whole("seed"),
    _text("division"),
    _whole("announced"),
    _text("in_brief"),
)
POINTS: Final = _table(
    "points",
    _id(),
    _whole("briefing_id"),
    _whole("position"),
    _text("kind"),
    _whole("series"),
    _whole("number"),
    _text("label"),
    _whole("start"),
    _whole("end"),
    _text("attribution"),
    _text("text"),
)
CONDENSATIONS: Final = _table(
    "condensations", _id("point_id"), _text("heading"), _text("text"), _text("raw"), _text("status")
)
CITATIONS: Final = _table(
    "citations", _id(), _whole("point_id"), _whole("start"), _whole("end"), _text("exact")
)
FINDINGS: Final = _table(
    "findings",
    _id(),
    _whole("point_id"),
    _text("kind"),
    _text("severity"),
    _text("message"),
    _whole("start"),
    _whole("end"),
    _whole("source_start"),
    _whole("source_end"),
)
ASKS: Final = _table(
    "asks",
    _id(),
    _whole("briefing_id"),
    _text("kind"),
    _text("actor"),
    _text("action"),
    _whole("start"),
    _whole("end"),
)
NOTES: Final = _table(
    "notes",
    _id(),
    _whole("briefing_id"),
    _text("key"),
    _text("folder"),
    _text("form"),
    _text("path"),
    _text("sha256"),
)
WRITTEN: Final = _table("written", _text("path"), _text("sha256"))
CLAIMS: Final = _table("claims", _text("key"), _text("folder"), _whole("run_id"))
FAILURES: Final = _table(
    "failures",
    _id(),
    _text("folder"),
    _text("source"),
    _text("basis"),
    _text("kind"),
    _text("reason"),
    _whole("run_id"),
    _text("at"),
    _whole("standing"),
)
