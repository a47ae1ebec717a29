"""Resolutions, document symbols, articles and chapters named in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Symbol:
    """A reference by number: its span, a normal form, and the UN document symbol if certain.

    ``normal`` joins what is counted and its number: ``resolution 2518 (2020)``, ``article 51``,
    ``chapter VII``. ``document`` is ``S/RES/2518 (2020)`` where body and year make it certain.
    """

    start: int
    end: int
    normal: str
    document: str | None = None


_DOCUMENT = re.compile(r"\b(?:A|S|E|ST|CD|TD|DP|CCPR|CEDAW|NPT|BWC|FCCC|ICC|JIU)(?:/[\w.()-]+)+")
_NUMBER = r"\d+(?:/\d+)?(?:\s?[A-Z](?=\s?\())?(?:\s?\((?:[A-Z]-)?[IVXLC\d]+\))?(?:\s[A-Z](?=\W))?"
_SERIES = re.compile(
    rf"\b(?P<what>[Rr]esolutions?|[Dd]ecisions?)\s+(?:[Nn]os?\.\s?)?"
    rf"(?P<list>{_NUMBER}(?:(?:,?\s(?:and|or)\s|,\s){_NUMBER})*)"
)
_ROMAN = r"[IVXLC]+(?:\s?bis)?\b|\d+(?:\s?\(\d+\))*(?:\([a-z]\))?"
_PART = re.compile(
    rf"\b(?P<what>[Aa]rticles?|[Cc]hapters?|[Pp]aragraphs?|[Pp]aras?\.|[Pp]rotocols?|[Aa]nnex(?:es)?"
    rf"|[Aa]genda|[Ss]ections?|[Gg]oals?|SDGs?|[Pp]illars?|TICAD|COP|[Ii]tems?|[Rr]ules?)[ -]"
    rf"(?P<list>(?:{_ROMAN})(?:(?:,?\s(?:and|or|to)\s|,\s)(?:{_ROMAN}))*)"
)


@lru_cache(maxsize=256)
def symbols(text: str) -> tuple[Symbol, ...]:
    """The symbols of ``text`` in order; each number of a list is one ("242 (1967) and 338")."""
    found = [
        Symbol(m.start(), m.start() + len(symbol), symbol, symbol)
        for m in _DOCUMENT.finditer(text)
        if (symbol := m.group().rstrip(".,;)" if "(" not in m.group() else ".,;"))
    ]
    for pattern, number in ((_SERIES, _NUMBER), (_PART, _ROMAN)):
        for match in pattern.finditer(text):
            found.extend(_members(text, match, number))
    return tuple(sorted(found, key=lambda s: s.start))


def _members(text: str, match: re.Match[str], number: str) -> list[Symbol]:
    what = match["what"].lower().rstrip(".")
    what = {"annexes": "annex", "para": "paragraph", "paras": "paragraph"}.get(what, what)
    what = what if what in ("annex", "ticad") else what.removesuffix("s")
    offset, members = match.start("list"), []
    for index, part in enumerate(re.finditer(number, match["list"])):
        start = match.start() if index == 0 else offset + part.start()
        value = re.sub(r"(?<=\d)\s?\(", " (", part.group())
        document = _document(text, match, value) if what == "resolution" else None
        members.append(Symbol(start, offset + part.end(), f"{what} {value}", document))
    return members


def _document(text: str, match: re.Match[str], value: str) -> str | None:
    """The symbol of a resolution, only where number, year and body leave no doubt.

    "2518 (2020)", an Arabic year in brackets, is the Security Council's form; "69/323" is the
    Assembly's, but the Human Rights Council numbers alike, so the Assembly must be named beside.
    """
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() :][:40]
    council = r"Security\sCouncil(?:['’]s)?\s(?:\w+\s){0,2}$"
    assembly = r"(?<!Special )General\sAssembly(?:['’]s)?\s(?:\w+\s){0,2}$"
    if re.fullmatch(r"\d+ \((?:19[4-9]\d|20\d\d)\)", value):
        named = re.search(council, before) or re.match(r"\sof\sthe\sSecurity\sCouncil", after)
        other = re.search(r"Assembly|Economic|Human Rights|African", before + after)
        sure = named or ("Security Council" in text and not other)
        return f"S/RES/{value}" if sure else None
    if re.fullmatch(r"[1-9]\d/\d+", value):
        named = re.search(assembly, before) or re.match(r"\sof\sthe\sGeneral\sAssembly", after)
        return f"A/RES/{value}" if named else None
    return None
