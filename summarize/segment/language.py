"""The enumeration patterns of one language, read from its data file and compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from summarize.data import has, load
from summarize.segment.cohesion import Cohesion, cohesion


@dataclass(frozen=True)
class MarkerPattern:
    """One way to mark a point: ``ordinal`` is set where the words name none themselves."""

    name: str
    regex: re.Pattern[str]
    weak: bool
    ordinal: int | None


@dataclass(frozen=True)
class Patterns:
    """How a language numbers points, announces them, thanks and closes."""

    stems: Cohesion
    values: Mapping[str, int]
    markers: tuple[MarkerPattern, ...]
    lead: re.Pattern[str]
    vocative: re.Pattern[str]
    inline: re.Pattern[str]
    counted: re.Pattern[str]
    loose: re.Pattern[str]
    own: re.Pattern[str]
    owned: re.Pattern[str]
    unmarked_first: re.Pattern[str]
    open_count: re.Pattern[str]
    announcer: re.Pattern[str]
    announcing: re.Pattern[str]
    not_announced: re.Pattern[str]
    topic_opener: re.Pattern[str]
    courtesy: tuple[re.Pattern[str], ...]
    aimed: re.Pattern[str]
    target: re.Pattern[str]
    outset: re.Pattern[str]
    goes_on: re.Pattern[str]
    brief: re.Pattern[str]
    refers_back: re.Pattern[str]
    saluted: re.Pattern[str]
    addressed: re.Pattern[str]
    courtesy_after: re.Pattern[str]
    closing: re.Pattern[str]
    thanks: re.Pattern[str]
    brings_up: re.Pattern[str]
    wrap: re.Pattern[str]
    farewell: re.Pattern[str]
    mention: re.Pattern[str]
    under: re.Pattern[str]
    others: re.Pattern[str]
    parallel: re.Pattern[str]
    looks_back: re.Pattern[str]
    widens: re.Pattern[str]
    carries_on: re.Pattern[str]
    takes_up: re.Pattern[str]
    turn: re.Pattern[str]


def is_known(language: str) -> bool:
    """Whether there are data files of ``language`` to find a speaker's points by."""
    return all(has(folder, language) for folder in ("enumeration", "cohesion", "sentences"))


@cache
def patterns(language: str = "en") -> Patterns:
    """The patterns of ``language``. Raises FileNotFoundError where there is no file for it."""
    table = load("enumeration", language)
    parts = _parts(table)

    def regex(pattern: str) -> re.Pattern[str]:
        return re.compile(_expand(pattern, parts), re.IGNORECASE)

    announcement = table["announcement"]
    return Patterns(
        stems=cohesion(language),
        values=_values(table),
        markers=tuple(_marker(row, regex(row["pattern"])) for row in table["marker"]),
        lead=regex(table["lead"]),
        vocative=regex("(?:<vocative>)[,;:.!]?"),
        inline=regex(table["inline"]["pattern"]),
        counted=regex(announcement["counted"]),
        loose=regex(announcement["loose"]),
        own=regex(announcement["own"]),
        owned=regex(announcement["owned"]),
        unmarked_first=regex(table["inline"]["unmarked_first"]),
        open_count=regex(announcement["open"]),
        announcer=regex(announcement["speaker"]),
        announcing=regex(announcement["verb"]),
        not_announced=regex(announcement["not"]),
        topic_opener=regex(table["topic"]["opener"]),
        courtesy=tuple(regex(line) for line in table["courtesy"]["plain"]),
        aimed=regex(table["courtesy"]["aimed"]),
        target=regex(table["courtesy"]["target"]),
        outset=regex(table["courtesy"]["outset"]),
        goes_on=regex(table["courtesy"]["goes_on"]),
        brief=regex(table["courtesy"]["brief"]),
        refers_back=regex(table["courtesy"]["refers_back"]),
        saluted=regex(table["courtesy"]["saluted"]),
        addressed=regex(table["addressed"]),
        courtesy_after=regex(table["courtesy"]["after_marker"]),
        closing=regex(table["closing"]["cue"]),
        thanks=regex(table["closing"]["thanks"]),
        brings_up=regex(table["closing"]["brings_up"]),
        wrap=regex(table["closing"]["wrap"]),
        farewell=regex(table["closing"]["farewell"]),
        mention=regex(table["mention"]["pattern"]),
        under=regex(table["nested"]["under"]),
        others=regex(table["nested"]["others"]),
        parallel=regex(table["parallel"]["opener"]),
        looks_back=regex(table["after"]["looks_back"]),
        widens=regex(table["after"]["widens"]),
        carries_on=regex(table["after"]["carries_on"]),
        takes_up=regex(table["after"]["takes_up"]),
        turn=regex(table["after"]["turn"]),
    )


def _marker(row: Mapping[str, Any], regex: re.Pattern[str]) -> MarkerPattern:
    return MarkerPattern(row["name"], regex, row.get("weak", False), row.get("ordinal"))


def _values(table: Mapping[str, Any]) -> dict[str, int]:
    rows: list[Sequence[str]] = [[word] for word in table["numbers"]]
    values = {word: n for n, words in enumerate(rows, start=1) for word in words}
    for name in ("ordinals", "adverbs"):
        for n, words in enumerate(table[name], start=1):
            values.update(dict.fromkeys(words, n))
    return values


def _parts(table: Mapping[str, Any]) -> dict[str, str]:
    return {
        "number": _either(table["numbers"]),
        "ordinal": _either(word for words in table["ordinals"] for word in words),
        "adverb": _either(word for words in table["adverbs"] for word in words),
        "noun": "|".join(table["nouns"]),
        "unit": "|".join(table["units"]),
        "joint": "|".join(table["joints"]),
        "final": _either(table["finals"]),
        "vocative": table["vocative"],
    }


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def _expand(pattern: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace(f"<{name}>", f"(?:{part})")
    return pattern
