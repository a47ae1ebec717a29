"""For whom a speaker speaks, where the speech itself says so beyond doubt."""

from __future__ import annotations

import re
from collections import Counter

from summarize.masthead.countries import (
    code_of,
    code_of_adjective,
    is_state,
    shown_as,
    state_at,
    state_before,
)
from summarize.page.lexicon import words
from summarize.masthead.title import Field, field
from summarize.records import Span

_OPENING = 4000
# A speaker has said "my country" by then.
_REACH = 200_000

_ADVERB = (
    r"(?:(?:also|once again|again|therefore|thus|too|always|very much|for its part|in turn|"
    r"however|indeed|in particular|[a-z]+ly|,)\s+)*"
)
# What a State says of itself in a statement, and others say of it hardly ever.
_AVOWS = (
    r"(?:has )?(?:aligns?|aligned|associates?|associated) itself|stands ready|stands prepared|"
    r"(?:has (?:always )?)?attache[sd] (?:great|particular|special|high|the (?:utmost|greatest|"
    r"highest)|considerable|paramount) importance|would (?:also )?like to|wishes|reiterates|"
    r"reaffirms|is grateful|is (?:deeply |greatly |very )?honoured|is (?:very |particularly )?"
    r"pleased|looks forward|takes this opportunity|is of the (?:view|opinion)|shares the view|"
    r"commends|congratulates|pays (?:a )?tribute|extends its|expresses its|(?:has the|takes) "
    r"(?:honour|pleasure)"
)
# What a State says of itself, and others at times say of it.
_HOLDS = (
    r"calls (?:on|upon|for)|thanks|is convinced|is (?:deeply|gravely) concerned|is concerned|"
    r"expresses|believes|welcomes|supports|condemns|urges|regrets|deplores|appreciates|hopes|"
    r"stresses|underlines|underscores|emphasizes|remains committed|is committed|voted|abstained|"
    r"shares|joins|encourages|recognizes|notes|considers|asks|requests|sees|favours|endorses|"
    r"is proud|advocates|trusts|takes note|is ready|remains convinced|rejects|continues to support"
)
# Of _HOLDS, what is also said of others whom a speaker blames or praises.
_DOUBTFUL = re.compile(
    r"\b(?:considers|asks|requests|sees|hopes|rejects|shares|expresses|notes|trusts|recognizes|"
    r"is ready|is proud)$"
)
_AVOWED = re.compile(rf",?\s{{1,4}}{_ADVERB}(?:{_AVOWS})\b")
_SELF = re.compile(rf",?\s{{1,4}}{_ADVERB}(?:{_AVOWS}|{_HOLDS})\b")
_OWN = re.compile(
    r"\b(?:my|our)\s+(?:own\s+|small\s+|beloved\s+|dear\s+|beautiful\s+)?"
    r"(?:country|nation|homeland|fatherland|motherland)\s*,?\s+(?=(?:the\s+)?[A-Z])|"
    r"\bwe\s+in\s+(?=(?:the\s+)?[A-Z])|\bI (?:come|am) from\s+(?=(?:the\s+)?[A-Z])|"
    r"\b(?:in\s+)?my\s+(?:national\s+)?capacity\s+as\s+(?:the\s+)?(?:representative|President|"
    r"Prime\s+Minister|Head\s+of\s+State|Minister[\w ]{0,40}?)\s+of\s+(?=(?:the\s+)?[A-Z])",
    re.IGNORECASE,
)
# "the people of Fiji believes", "resolutions on Fiji calls": the State is no subject here.
_OBLIQUE = re.compile(
    r"\b(?:of|with|on|in|for|to|by|from|against|between|towards?|and|or|that|whether|if|unless|"
    r"until|when|where|while|as|because|regards|concerns|says|claims|which)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FOR_OWN = re.compile(
    r"\b(?:on behalf|in the name) of (?:(?:the|its|both)\s+)?(?:(?:Government|people|peoples|delegation|nation|President|"
    r"State|Head of State|King|Prime Minister)(?:,?\s+(?:and|as well as|the|of)\s+)*\s*)+of\s+(?=(?:the\s+)?[A-Z])",
)
_DELEGATION_OF = re.compile(r"\b[Tt]he (?:delegation|Government) of\s+(?=(?:the\s+)?[A-Z])")
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
    r"\b[Oo]n behalf of\s+(?P<who>(?:[^.;:?!\n]|(?<=\b(?:Mr|Ms|St))\.|(?<=\bMrs)\.){3,260})",
    re.MULTILINE,
)
_WHO_END = re.compile(
    r",?\s+(?:(?:I|we|let me|allow me|may I|it is|in (?:its|my|our) capacity|to (?:the|this|thank|"
    r"congratulate|express|address|convey|extend|join|make|present|reiterate|welcome|commend)|"
    r"(?:in )?\w+ing (?:the|this|your|our)|at (?:the|this)|today|as well as (?:my|our)|and (?:my|our|on|in my)|on (?:the|this|agenda)|in (?:this|the|"
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
    for match in _SPOKEN_FOR.finditer(text, start, min(end, start + _OPENING)):
        who = _without_clause(_WHO_END.sub("", match["who"]).rstrip(" ,"))
        stop = match.start("who") + len(who)
        bare = re.sub(r"^the\s+", "", who)
        code = code_of(bare)
        begin = stop - len(bare)
        if code and code not in {"EU"}:
            return None, (shown_as(bare, code), Span(begin, stop))
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


def _self_spoken(text: str, start: int, end: int) -> list[tuple[str, Span, bool]]:
    """The States that hold something, where, and whether only a speaker says so of his own."""
    found: list[tuple[str, Span, bool]] = []
    for match in _SELF.finditer(text, start, end):
        state = state_before(text, match.start())
        if state and not _OBLIQUE.search(text, max(start, state[1] - 40), state[1]):
            certain = not _DOUBTFUL.search(match.group())
            found.append((state[0], Span(state[1], state[2]), certain))
    return found


def find_delegation(text: str, start: int, end: int) -> Field | None:
    """The State that the first person of a statement means, or None where that is not certain.

    Certain is a State that the speaker calls "my country" or whose delegation says what only a
    delegation says, and no other so; or one that alone speaks of itself at least twice.
    """
    end = min(end, start + _REACH)
    named = [(c, span) for c, span in _named(text, start, end) if is_state(c)]
    if named:
        return _single(text, named)
    spoken = [found for found in _self_spoken(text, start, end) if is_state(found[0])]
    counts = Counter(code for code, _, _ in spoken).most_common(2)
    if not counts or (len(counts) == 2 and counts[1][1] * 3 > counts[0][1]):
        return None
    code, count = counts[0]
    if count == 1 and not any(certain for c, _, certain in spoken if c == code):
        return None
    place = next(span for c, span, _ in spoken if c == code)
    return shown_as(place.of(text), code), place


def _single(text: str, named: list[tuple[str, Span]]) -> Field | None:
    if len({code for code, _ in named}) > 1:
        return None
    code, place = named[0]
    return shown_as(place.of(text), code), place
