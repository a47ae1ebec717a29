"""On whose behalf a speaker speaks, in his own words at the opening of a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summarize.masthead.countries import code_of, is_state, shown_as, state_at
from summarize.masthead.title import Field, field
from summarize.page.lexicon import voice, words
from summarize.records import Span

_OPENING = 4000
_WHO = r"(?P<who>(?:[^.;:?!\n]|(?<=\b(?:Mr|Ms|St))\.|(?<=\bMrs)\.){3,260})"


@dataclass(frozen=True)
class _Patterns:
    spoken: re.Pattern[str]
    end: re.Pattern[str]
    own_side: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = {key: "|".join(found) for key, found in voice().items() if isinstance(found, list)}
    first_person = (
        rf"\b(?:I|[Ww]e)\b(?:(?!\b(?:{data['others']})\b)[^.;?!]){{0,90}}?"
        rf"\b(?:{data['speaks']})\b(?:(?!\b(?:by|of)\b)[^.;?!]){{0,60}}?"
    )
    opening = (
        r"(?:^|(?<=[.!?\n]\s)|(?<=[.!?]\s\s)|(?<=\n))"
        rf"(?:(?:{data['openings']})\s+)?(?:Speaking\s+)?"
    )
    made = (
        r"\b[Tt]his (?:joint )?statement is (?:also |being )?"
        r"(?:delivered|made|submitted|presented)\s+"
    )
    return _Patterns(
        spoken=re.compile(
            rf"(?:{first_person}|{opening}|{made})\b[Oo]n behalf of\s+{_WHO}", re.MULTILINE
        ),
        end=re.compile(
            rf",?\s+(?:(?:{data['ends']})\b.*|[–—-]\s.*|\(?check .*)$", re.IGNORECASE | re.DOTALL
        ),
        own_side=re.compile(rf"(?:{data['not_others']})\b", re.IGNORECASE),
    )


def _own_state(text: str, who: str, begin: int) -> Field | None:
    """The speaker's own State, where ``who`` is one State, or ends in naming it."""
    for part in (who, who.rpartition(",")[2]):
        bare = re.sub(r"^\s*(?:the\s+)?", "", part)
        code = code_of(bare)
        single = "," not in who or not code_of(who.partition(",")[0])
        if code and is_state(code) and single and " and " not in who.removesuffix(part):
            place = begin + len(who) - len(bare)
            return shown_as(bare, code), Span(place, place + len(bare))
    return None


def _is_group(who: str) -> bool:
    """Whether ``who`` are several States or an organisation."""
    states = [code_of(part) for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", who)]
    return sum(code is not None for code in states) >= 2 or bool(words().groups.search(who))


def _without_clause(who: str) -> str:
    """``who`` up to a comma after which a State does something ("NAM, Azerbaijan also …")."""
    for comma in re.finditer(r",\s+", who):
        state = state_at(who, comma.end())
        if state and re.match(r"\s+(?!and\b|as\b|or\b)[a-z]", who[state[2] :]):
            return who[: comma.start()]
    return who


def find_behalf(text: str, start: int, end: int) -> tuple[Field | None, Field | None]:
    """On whose behalf the speaker says to speak: others, and the speaker's own State.

    Looks into the opening of ``text[start:end]`` for the first person or a sentence that begins
    "On behalf of"; what another speaker said on someone's behalf does not count.
    """
    for match in _patterns().spoken.finditer(text, start, min(end, start + _OPENING)):
        who = _without_clause(_patterns().end.sub("", match["who"]).rstrip(" ,"))
        begin = match.start("who")
        own = _own_state(text, who, begin)
        if own:
            return None, own
        if _patterns().own_side.match(who) or not _is_group(who):
            continue
        article = re.match(r"the\s+", who)
        return field(text, begin + (article.end() if article else 0), begin + len(who)), None
    return None, None
