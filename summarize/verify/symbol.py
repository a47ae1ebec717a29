"""Symbols: resolutions, documents, articles and chapters as the source numbers them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.facts.symbols import Symbol, symbols
from summarize.records import Finding
from summarize.verify.place import misplaced
from summarize.verify.view import View, finding

# How much better the words around must fit another reference of the source.
_MARGIN = 0.2


def check(view: View) -> Iterator[Finding]:
    """A blocking ``symbol`` for each reference by number that the source does not have."""
    for symbol in view.symbols:
        same = [s for s in view.source_symbols if _same(symbol, s)]
        if same:
            yield from _moved(view, symbol, same)
            continue
        if _listed(view, symbol) or _in_context(view, symbol):
            continue
        text = view.text[symbol.start : symbol.end]
        other = _likely(view, symbol)
        theirs = f"; the source has “{view.source.text[other.start : other.end]}”" if other else ""
        message = f"The reference “{text}” is not in the source{theirs}."
        span = (other.start, other.end) if other else None
        yield finding("symbol", message, (symbol.start, symbol.end), span)


def _same(symbol: Symbol, other: Symbol) -> bool:
    """Equal, or the same number with its year left out."""
    return symbol.normal == other.normal or other.normal.startswith(symbol.normal + " (")


def _moved(view: View, symbol: Symbol, same: list[Symbol]) -> Iterator[Finding]:
    """A reference of the source that stands where the source has another of the same sort."""
    what = symbol.normal.split(" ")[0]
    others = [
        s
        for s in view.source_symbols
        if s.normal.split(" ")[0] == what and not any(_same(o, s) for o in view.symbols)
    ]
    span, places = (symbol.start, symbol.end), [(s.start, s.end) for s in same]
    place = misplaced(view, span, places, [(s.start, s.end) for s in others], _MARGIN)
    if place is not None:
        theirs, text = view.source.text[slice(*place)], view.text[slice(*span)]
        message = f"The source refers to “{theirs}” here, not to “{text}”."
        yield finding("symbol", message, span, place)


def _number(symbol: Symbol) -> str:
    return symbol.normal.split(" ", 1)[-1]


_LISTED = r"(?:\d{1,3}(?:\s?\([\w ]\))?|[IVXLC]+|and|or|to|of|the|paragraphs?|articles?)"
"""What may stand between "articles" and a number of theirs."""


def _listed(view: View, symbol: Symbol) -> bool:
    """Whether the source has the number in a form that is not read as a symbol there."""
    if re.fullmatch(r"[IVXLC]+|\d{1,3}", _number(symbol)):
        what = symbol.normal.split(" ")[0]
        return bool(re.search(rf"{what}\w*\W+(?:{_LISTED}\W+){{0,6}}{re.escape(_number(symbol))}\b",
                              view.source.text, re.I))  # fmt: skip
    return bool(re.search(rf"(?<![\w/]){re.escape(_number(symbol))}(?![\w/])", view.source.text))


def _in_context(view: View, symbol: Symbol) -> bool:
    """Whether the statement elsewhere gives the full form of a symbol that the source has short."""
    short = symbol.normal.split(" (")[0]
    here = any(s.normal.split(" (")[0] == short for s in view.source_symbols)
    return here and any(s.normal == symbol.normal for s in symbols(view.source.context))


def _likely(view: View, symbol: Symbol) -> Symbol | None:
    what = symbol.normal.split(" ")[0]
    same = [s for s in view.source_symbols if s.normal.split(" ")[0] == what]
    return same[0] if len(same) == 1 else None
