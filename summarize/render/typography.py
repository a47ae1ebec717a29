"""Typography of the note's own words: quotes, dashes and spaces that hold a line together.

Every rule changes single characters, so that a text keeps its length and offsets into it hold.
Words that a note quotes keep their characters; only their spaces are bound. Places of binding
follow the United Nations Editorial Manual, which keeps symbols, figures and dates on one line.
"""

from __future__ import annotations

import re
from typing import Final

NO_BREAK: Final = "\u00a0"

_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_BOUND: Final = re.compile(
    r"(?<=¶) (?=\d)"
    r"|(?<=\d,) (?=s\.[ \u00a0]\d)"
    r"|(?<=\bs\.) (?=\d)"
    r"|(?<=\b[Nn]o\.) (?=\d)"
    r"|(?<=\b[Pp]ara\.) (?=\d)"
    r"|(?<=\b[Pp]aras\.) (?=\d)"
    r"|(?<=\b[Rr]esolution) (?=\d)"
    r"|(?<=\b[Rr]esolutions) (?=\d)"
    r"|(?<=\b[Aa]rticle) (?=\d)"
    r"|(?<=/\d) (?=\(\d{4}\))"
    r"|(?<=\d\d) (?=\((?:19|20)\d\d\))"
    r"|(?<=\d) (?=(?:per cent|percent|million|billion|trillion)\b)"
    rf"|(?<=\d) (?=(?:{_MONTHS})\b)"
    r"|(?<=[$€£¥]) (?=\d)"
    r"|(?<=\bper) (?=cent\b)"
)
_OPENING: Final = re.compile(r"(?:(?<=^)|(?<=[\s(\[{–—“‘]))[\"'](?=\S)")
_DASH: Final = re.compile(r"(?<=\s)-(?=\s)|(?<=\d)-(?=\d{4}\b)(?<=\b\d{4}-)")


def bind(text: str) -> str:
    """``text`` with no-break spaces where a line should not end; nothing else is changed."""
    return _BOUND.sub(NO_BREAK, text)


def typeset(text: str) -> str:
    """``text`` with typographic quotes and dashes and bound spaces; its length stays.

    For the note's own words. What is quoted takes ``bind`` only.
    """
    text = _OPENING.sub(lambda match: "“" if match[0] == '"' else "‘", text)
    text = text.replace('"', "”").replace("'", "’")
    return bind(_DASH.sub("–", text))
