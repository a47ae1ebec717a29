"""The word lists of the data folder, loaded once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


def load(name: str) -> dict[str, Any]:
    """The data file ``name`` of the package, parsed. Raises FileNotFoundError."""
    return tomllib.loads(files("summarize").joinpath("data", name).read_text("utf-8"))


def alternatives(words: list[str]) -> str:
    """A regular expression for any of ``words``, the longest first, any space for a space."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@dataclass(frozen=True)
class Furniture:
    """What stands on a page beside the statement, as compiled patterns."""

    labels: frozenset[str]
    openers: re.Pattern[str]
    lines: re.Pattern[str]
    captions: re.Pattern[str]
    endings: re.Pattern[str]
    stamps: frozenset[str]
    sections: re.Pattern[str]
    salutations: re.Pattern[str]
    titles: re.Pattern[str]


@dataclass(frozen=True)
class Words:
    """From what the masthead of a statement is read, as compiled sources of patterns."""

    courtesy: str
    styles: str
    ranks: str
    rank: re.Pattern[str]
    bodies: dict[str, str]
    body: re.Pattern[str]
    groups: re.Pattern[str]
    agencies: re.Pattern[str]


@cache
def furniture() -> Furniture:
    """The furniture of pages, of all languages that have a data file."""
    data = load("boilerplate.en.toml")
    return Furniture(
        labels=frozenset(word.lower() for word in data["labels"]),
        openers=re.compile(
            rf"(?:{alternatives(data['openers'])})"
            r"(?=\s*(?:$|(?-i:[A-Z]|[^\w\s]|[^\x00-\x7f])))",
            re.IGNORECASE,
        ),
        lines=re.compile("|".join(data["lines"]), re.IGNORECASE),
        captions=re.compile("|".join(data["captions"])),
        endings=re.compile(rf"(?:{'|'.join(data['endings'])})\s*\Z"),
        stamps=frozenset(data["stamps"]),
        sections=re.compile("|".join(data["sections"]), re.IGNORECASE),
        salutations=re.compile(rf"\b(?:{alternatives(data['salutations'])})\b", re.IGNORECASE),
        titles=re.compile(data["titles"], re.IGNORECASE),
    )


@cache
def words() -> Words:
    """The words of English mastheads."""
    data = load("masthead.en.toml")
    bodies = {
        re.sub(r"\s+", " ", form).lower(): name
        for name, forms in data["bodies"].items()
        for form in forms
    }
    forms = [form for all_forms in data["bodies"].values() for form in all_forms]
    return Words(
        courtesy=alternatives(data["courtesy"]),
        styles=alternatives(data["styles"]),
        ranks=alternatives(data["ranks"]),
        rank=re.compile(rf"(?:[A-Z]\w+\s){{0,2}}(?:{alternatives(data['ranks'])})\b"),
        bodies=bodies,
        body=re.compile(rf"\b(?:{alternatives(forms)})\b", re.IGNORECASE),
        agencies=re.compile(rf"\b(?:{alternatives(data['agencies'])})\b"),
        groups=re.compile(rf"\b(?:{alternatives(data['groups']['names'])})\b"),
    )


@cache
def voice() -> dict[str, Any]:
    """How English speakers say for whom they speak, and the first person of each language."""
    return load("voice.en.toml")
