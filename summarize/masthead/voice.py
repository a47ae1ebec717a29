"""For whom a speaker speaks, where the speech itself says so beyond doubt."""

from __future__ import annotations

import re
from collections import Counter

from summarize.masthead.countries import (
    code_of,
    code_of_adjective,
    display_name,
    state_at,
    state_before,
)
from summarize.masthead.lexicon import words
from summarize.masthead.title import Field, field
from summarize.records import Span

_OPENING = 4000

_ADVERB = r"(?:(?:also|fully|strongly|firmly|therefore|thus|once again|again|further|warmly|deeply|sincerely|always|very much|particularly|especially|however|too|for its part|,)\s+)*"
# What a State says of itself in a statement, and of others hardly ever.
_SELF = re.compile(
    rf"\s*,?\s+{_ADVERB}(?:aligns? itself|associates? itself|stands ready|stands prepared|"
    r"attaches (?:great|particular|special|high|the (?:utmost|greatest|highest)) importance|"
    r"has (?:always )?attached (?:great|particular) importance|"
    r"would (?:also )?like to|wish(?:es)? (?:also )?to|wishes|reiterates?|reaffirms|calls (?:on|upon|for)|"
    r"commends|congratulates|thanks|is grateful|is honoured|is pleased|is convinced|is deeply|"
    r"is gravely|is concerned|expresses|extends its|looks forward|takes this opportunity|"
    r"believes|welcomes|supports|condemns|urges|regrets|deplores|appreciates|hopes|stresses|"
    r"underlines|underscores|emphasizes|remains (?:fully |firmly |strongly )?committed|"
    r"is (?:fully |firmly |strongly )?committed|voted|abstained|shares the|joins (?:others|other|the))\b"
)
_OWN = re.compile(
    r"\b(?:my|our)\s+(?:own\s+|small\s+|beloved\s+|dear\s+|beautiful\s+)?(?:country|nation|homeland|fatherland|motherland)\s*,?\s+"
    r"(?=(?:the\s+)?[A-Z])|"
    r"\bwe\s+in\s+(?=(?:the\s+)?[A-Z])|"
    r"\bas\s+(?:the\s+)?(?:President|Prime Minister|Head of State|Minister[\w ]{0,40}?)\s+of\s+(?=(?:the\s+)?[A-Z])",
    re.IGNORECASE,
)
_FOR_OWN = re.compile(
    r"\b(?:on behalf|in the name) of (?:(?:the|its|both)\s+)?(?:(?:Government|people|peoples|delegation|nation|President|"
    r"State|Head of State|King|Prime Minister)(?:,?\s+(?:and|as well as|the|of)\s+)*\s*)+of\s+(?=(?:the\s+)?[A-Z])",
)
_DELEGATION_OF = re.compile(r"\b[Tt]he (?:delegation|Government|people) of\s+(?=(?:the\s+)?[A-Z])")
_ADJECTIVE_DELEGATION = re.compile(
    r"\b(?:[Tt]he|[Mm]y)\s+(?P<word>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+delegation(?=\s)"
)

_SPOKEN_FOR = re.compile(
    r"(?:\b(?:I|[Ww]e)\b(?:(?!\b(?:by|align\w*|associat\w*|endors\w*|support\w*|echo\w*|welcome|"
    r"thank|congratulate|listened|heard)\b)[^.;?!]){0,90}?"
    r"\b(?:speak\w*|deliver\w*|make|making|take the floor|taking the floor|address\w*|read|"
    r"intervene|present|statement|remarks)\b"
    r"(?:(?!\b(?:by|of)\b)[^.;?!]){0,60}?"
    r"|(?:^|(?<=[.!?\n]\s)|(?<=[.!?]\s\s)|(?<=\n))(?:Mr\.? President,\s+|Madam President,\s+|Today,?\s+)?(?:Speaking\s+)?"
    r"|\b[Tt]his (?:joint )?statement is (?:also |being )?(?:delivered|made|submitted|presented)\s+)"
    r"\b[Oo]n behalf of\s+(?P<who>[^.;:?!\n]{3,260})",
    re.MULTILINE,
)
_WHO_END = re.compile(
    r",?\s+(?:(?:I|we|let me|allow me|may I|it is|in (?:its|my|our) capacity|to (?:the|this|thank|"
    r"congratulate|express|address|convey|extend|join|make|present|reiterate|welcome|commend)|"
    r"at (?:the|this)|today|as well as (?:my|our)|and (?:my|our|on|in my)|on (?:the|this|agenda)|in (?:this|the|"
    r"connection|relation|response)|which|who|namely|regarding|concerning|under|with|for (?:the|this|your))\b.*|[–—-]\s.*|\(?check .*)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_OTHERS = re.compile(
    r"(?:my|our|its|his|her|the (?:\w+ ){0,2}(?:delegation|government|people|nation|president|"
    r"king|head of)|the (?:government|people)|all (?:of us|peoples?))\b",
    re.IGNORECASE,
)


def _states_in(text: str) -> list[str]:
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+", text)
    codes = [code_of(part) for part in parts]
    return [code for code in codes if code]


def _is_group(who: str) -> bool:
    """Whether ``who`` are several States or an organisation, and not the speaker's own side."""
    if _NOT_OTHERS.match(who):
        return False
    return len(_states_in(who)) >= 2 or bool(words().groups.search(who))


def find_behalf(text: str, start: int, end: int) -> tuple[Field | None, Field | None]:
    """On whose behalf the speaker says to speak: others, and the speaker's own State.

    Looks into the opening of ``text[start:end]`` for the first person or a sentence that begins
    "On behalf of"; what another speaker said on someone's behalf does not count.
    """
    for match in _SPOKEN_FOR.finditer(text, start, min(end, start + _OPENING)):
        who = _WHO_END.sub("", match["who"]).rstrip(" ,")
        stop = match.start("who") + len(who)
        bare = re.sub(r"^the\s+", "", who)
        code = code_of(bare)
        begin = stop - len(bare)
        if code and code not in {"EU"}:
            return None, (display_name(code), Span(begin, stop))
        if _is_group(who):
            return field(text, begin, stop), None
    return None, None


def _named(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for pattern in (_OWN, _FOR_OWN):
        for match in pattern.finditer(text, start, end):
            state = state_at(text, match.end())
            if state:
                found.append((state[0], Span(state[1], state[2])))
    for match in _DELEGATION_OF.finditer(text, start, end):
        state = state_at(text, match.end())
        if state and _SELF.match(text, state[2]):
            found.append((state[0], Span(state[1], state[2])))
    for match in _ADJECTIVE_DELEGATION.finditer(text, start, end):
        code = code_of_adjective(match["word"])
        if code and _SELF.match(text, match.end()):
            found.append((code, Span(*match.span("word"))))
    return found


def _self_spoken(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for match in _SELF.finditer(text, start, end):
        state = state_before(text, match.start())
        if state:
            found.append((state[0], Span(state[1], state[2])))
    return found


def find_delegation(text: str, start: int, end: int) -> Field | None:
    """The State that the first person of a statement means, or None where that is not certain.

    Certain is a State that the speaker calls "my country" or whose delegation says what only a
    delegation says, and no other so; or one that alone speaks of itself at least twice.
    """
    named = _named(text, start, end)
    codes = Counter(code for code, _ in named)
    spoken = _self_spoken(text, start, end)
    said = Counter(code for code, _ in spoken)
    if len(codes) == 1:
        code = next(iter(codes))
        return display_name(code), next(span for c, span in named if c == code)
    top = said.most_common(2)
    if not codes and top and top[0][1] >= 2 and (len(top) == 1 or top[1][1] * 3 <= top[0][1]):
        code = top[0][0]
        return display_name(code), next(span for c, span in spoken if c == code)
    return None
