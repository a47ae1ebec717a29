"""The facts of a text that a reader may be held to: figures, dates, symbols, names, documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from summarize.facts.dates import dates
from summarize.facts.names import names
from summarize.facts.numbers import numbers
from summarize.facts.symbols import symbols

FactKind = Literal["figure", "date", "symbol", "name", "document"]


@dataclass(frozen=True, order=True)
class Fact:
    """A figure, date, symbol, name or named document of a text.

    ``value`` is a normal form, equal for equal facts. ``symbol`` is the UN document symbol of a
    resolution or document, where the text makes it certain, else None.
    """

    start: int
    end: int
    kind: FactKind
    text: str
    value: str
    symbol: str | None = None


@lru_cache(maxsize=512)
def facts(text: str) -> tuple[Fact, ...]:
    """The facts of ``text`` in order.

    Where two kinds claim the same words, a symbol goes before a date, a date before a figure, and
    a figure before a name; a named document may hold a figure ("the 2030 Agenda").
    """
    found = list(_symbols(text))
    found += _free(_dates(text), found)
    found += _free(_figures(text), found)
    taken = [f for f in found if f.kind == "symbol" or f.text[0].isupper()]
    found += _free(_names(text), taken)
    return tuple(sorted(found))


def _free(new: list[Fact], taken: list[Fact]) -> list[Fact]:
    return [n for n in new if not any(n.start < t.end and t.start < n.end for t in taken)]


def _symbols(text: str) -> list[Fact]:
    return [
        Fact(s.start, s.end, "symbol", text[s.start : s.end], s.normal, s.document)
        for s in symbols(text)
    ]


def _dates(text: str) -> list[Fact]:
    return [Fact(d.start, d.end, "date", text[d.start : d.end], d.normal) for d in dates(text)]


def _figures(text: str) -> list[Fact]:
    """Figures with the word that compares them ("more than 4,000"); no ordinals."""
    found = []
    for n in numbers(text):
        if n.unit == "ordinal":
            continue
        start, end = (n.compared if 0 <= n.compared < n.start else n.start), _unit_end(text, n.end)
        value = f"{n.comparator} {n.normal}".strip()
        found.append(Fact(start, end, "figure", text[start:end], value))
    return found


def _unit_end(text: str, end: int) -> int:
    for unit in (" percentage points", " percentage point", " per cent", " percent"):
        if text.startswith(unit, end):
            return end + len(unit)
    return end


def _names(text: str) -> list[Fact]:
    found = []
    for name in names(text):
        kind: FactKind = "document" if name.document else "name"
        value = " ".join(w.low for w in name.words)
        found.append(Fact(name.start, name.end, kind, text[name.start : name.end], value))
    return found
