"""What the makers of errors share: rows, edits, and where names and facts stand."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from corruptions.tables import CALENDAR
from summarize.facts import Fact, facts
from summarize.facts.names import countries

Row = dict[str, Any]

# A change of a summary: where, and what is put there instead.
Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Pool:
    """What other statements offer: their summaries, and the facts of these by kind."""

    summaries: tuple[str, ...]
    facts: dict[str, tuple[str, ...]]


Maker = Callable[[Row, Pool, random.Random], list[Edit]]


def occurrences(text: str, phrase: str) -> list[tuple[int, int]]:
    """The places of a whole phrase, in any case."""
    pattern = rf"(?<![\w-]){re.escape(phrase)}(?![\w-])"
    return [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]


def replaced(row: Row, table: dict[str, str]) -> list[Edit]:
    text = row["summary"]
    return [(s, e, new) for old, new in table.items() for s, e in occurrences(text, old)]


def kind_facts(text: str, kind: str) -> list[Fact]:
    return [f for f in facts(text) if f.kind == kind]


def name_spans(text: str) -> list[tuple[int, int]]:
    """Names inside ``text``, months and days left out, without a possessive ending."""
    spans = []
    for fact in kind_facts(text, "name"):
        bare = re.sub(r"['’]s?$", "", fact.text)
        whole = text[fact.end : fact.end + 1] != "-" and text[fact.start - 1 : fact.start] != "-"
        whole = whole and not re.match(r" ?d['’]", text[fact.end :])
        if fact.start and whole and len(bare) > 1 and not set(bare.split()) & CALENDAR:
            spans.append((fact.start, fact.start + len(bare)))
    return spans


def proper_names(text: str) -> list[str]:
    return list(dict.fromkeys(text[start:end] for start, end in name_spans(text)))


def same_party(one: str, other: str) -> bool:
    """Whether two names share a word, a country, or both mean the United Nations."""
    table = countries()
    first, second = set(_low(one)), set(_low(other))
    codes = {table[w] for w in first if w in table} & {table[w] for w in second if w in table}
    both = all(w & {"un", "united", "organization", "nations"} for w in (first, second))
    return bool(first & second - {"of", "the", "and"}) or bool(codes) or both


def _low(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def like(one: str, other: str) -> bool:
    """Whether two names are of one kind: both countries, both acronyms, both of many words."""
    table = countries()
    if other.lower() in table or one.lower() in table:
        adjective = other.endswith(("an", "ish", "ese", "i")) == one.endswith(
            ("an", "ish", "ese", "i")
        )
        return other.lower() in table and one.lower() in table and adjective
    return other.isupper() == one.isupper() and len(one.split()) == len(other.split())


def cited(row: Row) -> list[str]:
    """The sentences that carry a row's summary; all where it does not say."""
    return [row["sentences"][n - 1] for n in row.get("cites", ())] or row["sentences"]
