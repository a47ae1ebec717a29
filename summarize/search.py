"""Find words in what was briefed: in statements, in their points, in what the notes say, in asks.

The index is SQLite's FTS5 with Porter's stems, so that "sanction" finds "sanctions"; rank is BM25
(Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), in which
a heading counts four times and a condensation twice as much as the source's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import Connection, bindparam, text

from summarize.errors import UsageError
from summarize.ledger.store import Ledger

Kind = Literal["point", "passage", "ask", "commitment", "statement"]
Order = Literal["rank", "date"]

OPEN: Final = "\x02"
CLOSE: Final = "\x03"
"""What SQLite puts around a found word: control characters, which no statement's text needs."""

TERM: Final = re.compile(r'(-?)"([^"]*)"|(\S+)')
DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
LIMIT: Final = 20


@dataclass(frozen=True)
class Filters:
    """What hits are narrowed to. ``delegation``, ``speaker`` and ``body`` are parts of a name, in
    any case; ``since`` and ``until`` are dates, as YYYY, YYYY-MM or YYYY-MM-DD, both inclusive.
    ``said``: only points and passages of which the note itself, in heading or condensation, has
    the words.
    """

    delegation: str | None = None
    speaker: str | None = None
    body: str | None = None
    since: str | None = None
    until: str | None = None
    asks: bool = False
    said: bool = False


@dataclass(frozen=True)
class Place:
    """A stretch of a statement's text, with its exact words."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True)
class Hit:
    """One thing found. ``snippet`` shows the words about it, ``marks`` where in it the found words
    stand. A statement without a point that holds all the words is a hit of its own.
    """

    kind: Kind
    snippet: str
    marks: tuple[tuple[int, int], ...]
    heading: str
    condensation: str
    citations: tuple[Place, ...]
    delegation: str | None
    speaker: str | None
    body: str | None
    date: str | None
    title: str | None
    symbol: str | None
    source: str
    sha256: str
    start: int | None
    end: int | None
    notes: tuple[str, ...]


def search(
    ledger: Ledger,
    words: str,
    filters: Filters | None = None,
    *,
    order: Order = "rank",
    limit: int = LIMIT,
) -> list[Hit]:
    """The best hits for ``words``, or the earliest where ``order`` is "date".

    All words must be found; "OR" between two takes either, a phrase stands in quotation marks,
    an asterisk after a word takes every ending, a hyphen before one excludes it. Of a statement
    that was briefed several times the last counts; versions that no source holds any more do not.

    Raises:
        UsageError: there is no word to search for, or a date that is none.
    """
    filters = filters or Filters()
    values = _values(words, filters) | {"limit": limit}
    with ledger.reading() as connection:
        rows = [
            dict(row._mapping) for row in connection.execute(text(_sql(filters, order)), values)
        ]
        return _hits(connection, rows)


def match_of(words: str) -> str:
    """``words`` in the language of FTS5, in which every term is quoted: nothing in them commands.

    Raises:
        UsageError: there is no word to search for.
    """
    wanted: list[list[str]] = []
    unwanted: list[str] = []
    either = False
    for minus, phrase, word in TERM.findall(words):
        if word == "OR":
            either = bool(wanted)
            continue
        excluded = bool(minus) or (word.startswith("-") and len(word) > 1)
        term = _term(phrase or word.removeprefix("-") if excluded else phrase or word)
        if term is None:
            continue
        if excluded:
            unwanted.append(term)
        elif either:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        either = False
    if not wanted:
        raise UsageError("there is no word to search for: give one, as in: pksum search water")
    found = " AND ".join(f"({' OR '.join(terms)})" for terms in wanted)
    return f"({found}) NOT ({' OR '.join(unwanted)})" if unwanted else found


def _term(word: str) -> str | None:
    if not re.search(r"\w", word):
        return None
    star = "*" if word.endswith("*") else ""
    return '"' + word.removesuffix("*").replace('"', "") + '"' + star


def _values(words: str, filters: Filters) -> dict[str, Any]:
    match = match_of(words)
    values: dict[str, Any] = {"words": f"{SAID} : ({match})" if filters.said else match}
    for name in ("delegation", "speaker", "body"):
        if (part := getattr(filters, name)) is not None:
            values[name] = part.casefold()
    for name in ("since", "until"):
        if (day := getattr(filters, name)) is not None:
            if not DATE.fullmatch(day):
                raise UsageError(f"'{day}' is no date: give YYYY, YYYY-MM or YYYY-MM-DD")
            values[name] = day
    return values


CURRENT: Final = """b.id IN (SELECT max(id) FROM briefings GROUP BY statement_id)
  AND EXISTS (SELECT 1 FROM readings r JOIN sources o ON o.reading = r.reading
              WHERE r.statement_id = s.id)"""

OF_STATEMENT: Final = """s.id AS statement_id, s.delegation, s.speaker, s.body, s.date, s.title,
  s.symbol, s.path AS source, s.sha256"""

ASKED: Final = 'substr(s.text, a.start + 1, a."end" - a.start)'
"""The words that an ask cites; SQLite counts code points, as the notes do."""

POINTS: Final = f"""SELECT p.kind AS kind, p.id AS point_id, c.heading AS heading,
  c.text AS condensation, NULL AS exact, p.start AS start, p."end" AS "end", {OF_STATEMENT},
  snippet(point_words, -1, char(2), char(3), '…', 28) AS snippet, 0 AS tier,
  bm25(point_words, 4.0, 2.0, 1.0) AS rank
FROM point_words JOIN points p ON p.id = point_words.rowid
  JOIN condensations c ON c.point_id = p.id
  JOIN briefings b ON b.id = p.briefing_id JOIN statements s ON s.id = b.statement_id
WHERE point_words MATCH :words AND {CURRENT}"""

STATEMENTS: Final = f"""SELECT 'statement' AS kind, NULL AS point_id, '' AS heading,
  '' AS condensation, NULL AS exact, NULL AS start, NULL AS "end", {OF_STATEMENT},
  snippet(statement_words, -1, char(2), char(3), '…', 28) AS snippet, 1 AS tier,
  bm25(statement_words, 4.0, 1.0) AS rank
FROM statement_words JOIN statements s ON s.id = statement_words.rowid
  JOIN briefings b ON b.statement_id = s.id
WHERE statement_words MATCH :words AND {CURRENT} AND s.id NOT IN (
  SELECT b2.statement_id FROM point_words JOIN points p2 ON p2.id = point_words.rowid
    JOIN briefings b2 ON b2.id = p2.briefing_id WHERE point_words MATCH :words)"""

ASKS: Final = f"""SELECT a.kind AS kind, NULL AS point_id, a.actor AS heading,
  a.action AS condensation, {ASKED} AS exact, a.start AS start, a."end" AS "end", {OF_STATEMENT},
  snippet(ask_words, -1, char(2), char(3), '…', 28) AS snippet, 0 AS tier,
  bm25(ask_words) AS rank
FROM ask_words JOIN asks a ON a.id = ask_words.rowid
  JOIN briefings b ON b.id = a.briefing_id JOIN statements s ON s.id = b.statement_id
WHERE ask_words MATCH :words AND a.kind = 'ask' AND {CURRENT}"""

SAID: Final = "{heading condensation}"
"""The columns of ``point_words`` that are the note's, not the source's."""

CONDITIONS: Final = {
    "delegation": "instr(folded(s.delegation), :delegation)",
    "speaker": "instr(folded(s.speaker), :speaker)",
    "body": "instr(folded(s.body), :body)",
    "since": "substr(s.date, 1, length(:since)) >= :since",
    "until": "substr(s.date, 1, length(:until)) <= :until",
}

ORDERS: Final = {
    "rank": "tier, rank, statement_id, start",
    "date": "date IS NULL, date, statement_id, tier, start",
}


def _sql(filters: Filters, order: Order) -> str:
    narrowed = "".join(
        f" AND {condition}" for name, condition in CONDITIONS.items() if getattr(filters, name)
    )
    parts = (ASKS,) if filters.asks else (POINTS,) if filters.said else (POINTS, STATEMENTS)
    found = " UNION ALL ".join(f"SELECT * FROM ({part}{narrowed})" for part in parts)
    return f"SELECT * FROM ({found}) ORDER BY {ORDERS[order]} LIMIT :limit"


def _hits(connection: Connection, rows: Sequence[dict[str, Any]]) -> list[Hit]:
    citations = _citations(connection, [row["point_id"] for row in rows if row["point_id"]])
    notes = _notes(connection, [row["statement_id"] for row in rows])
    hits = []
    for row in rows:
        row |= _snippet(row["snippet"])
        exact, cited = row.pop("exact"), citations.get(row.pop("point_id"), [])
        own = [Place(row["start"], row["end"], exact)] if exact else []
        row["citations"] = (*cited, *own)
        row["notes"] = tuple(notes.get(row.pop("statement_id"), ()))
        del row["tier"], row["rank"]
        hits.append(Hit(**row))
    return hits


def _snippet(marked: str) -> dict[str, Any]:
    """The words of a snippet on one line, and where in them the found ones stand."""
    plain, marks = "", list[tuple[int, int]]()
    start = 0
    for piece in re.split(f"([{OPEN}{CLOSE}])", re.sub(r"\s+", " ", marked)):
        if piece == OPEN:
            start = len(plain)
        elif piece == CLOSE:
            marks.append((start, len(plain)))
        else:
            plain += piece
    return {"snippet": plain, "marks": tuple(marks)}


def _citations(connection: Connection, points: Sequence[int]) -> dict[int, list[Place]]:
    query = text(
        'SELECT point_id, start, "end", exact FROM citations WHERE point_id IN :ids ORDER BY id'
    ).bindparams(bindparam("ids", expanding=True))
    found: dict[int, list[Place]] = {}
    for point, start, end, exact in connection.execute(query, {"ids": list(points)}):
        found.setdefault(point, []).append(Place(start, end, exact))
    return found


def _notes(connection: Connection, statements: Sequence[int]) -> dict[int, list[str]]:
    query = text(
        "SELECT b.statement_id, n.path FROM notes n JOIN briefings b ON b.id = n.briefing_id "
        "WHERE b.statement_id IN :ids ORDER BY n.id"
    ).bindparams(bindparam("ids", expanding=True))
    found: dict[int, list[str]] = {}
    for statement, path in connection.execute(query, {"ids": list(statements)}):
        found.setdefault(statement, []).append(path)
    return found
