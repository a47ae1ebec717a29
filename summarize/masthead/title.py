"""What the title of a statement says: who spoke, for whom, where and on what."""

from __future__ import annotations

import re
from functools import cache

from summarize.masthead.countries import (
    code_of,
    code_of_adjective,
    display_name,
    shown_as,
    state_at,
)
from summarize.page.dates import find_dates
from summarize.page.lexicon import furniture, words
from summarize.page.lines import LATE_TITLE
from summarize.records import Span

Field = tuple[str, Span]
Fields = dict[str, Field]

_NAME_WORD = (
    r"(?:[A-ZÀ-Þ][\w.’'-]*|d[eiu]|da|do|dos|del|della|von|van|der|den|bin|ibn|al|el|ould|Al-\w+)"
)
_BREAK = re.compile(
    r"[\s,]+(?:(?P<at>at|to|before|during|in|for|after|following|upon|under|regarding|concerning|"
    r"on)\s)|\s+[–—-]\s+|:\s|\n\s*\n|\(",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:(?:high-level|open|annual|quarterly|emergency|special|ministerial|general|informal|"
    r"interactive|formal|joint|closed|virtual|Arria[- ]formula|thematic|plenary|\d{1,5}(?:st|nd|rd|"
    r"th)|resumed|regular|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th))\s+){0,4}"
    r"(?:debate|meeting|briefing|VTC|session|consultations|segment|stakeout|dialogue|conference|"
    r"summit|plenary|event|discussion|videoconference|ceremony|week)\b"
    r"(?:\s+of\s+the\s+[\w-]+\s+(?:regular\s+|special\s+|emergency\s+)?session)?",
    re.IGNORECASE,
)
# "Meeting" alone says nothing of which.
_BARE_MEETINGS = {"meeting", "session", "event", "conference", "week", "ceremony", "discussion"}
_MISSION = re.compile(
    r"(?:the\s+)?(?:Permanent\s+)?(?:Observer\s+)?(?:Mission|Delegation)\s+of\s+"
    r"(?!.*\bSecretary)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[\s,;:.–—-]*(?:\(?\s*(?:as delivered|as prepared(?: for delivery)?|check against delivery|"
    r"unofficial translation|translation)\s*\)?)?[\s,;:.–—\"”-]*$",
    re.IGNORECASE,
)


# A line break inside a phrase: "… to the United / Nations" is wrapped, and no line of its own.
_WRAPPED = (
    r"(?:(?<=\sto)|(?<=\sof)|(?<=\sthe)|(?<=\sand)|(?<=\sfor)|(?<=United)|(?<=Permanent)|"
    r"(?<=Deputy)|(?<=Foreign)|(?<=Prime))\n|\n(?=[ \t]*(?:[a-z]|Nations\b))"
)


def field(text: str, start: int, end: int) -> Field:
    """``text[start:end]`` without spaces around it, as a value of one line and its span."""
    words_ = text[start:end]
    begin = start + len(words_) - len(words_.lstrip())
    stop = start + len(words_.rstrip())
    return re.sub(r"\s+", " ", text[begin:stop]), Span(begin, max(begin, stop))


@cache
def _ranked_name() -> re.Pattern[str]:
    """A rank with a name after it: "Ambassador Zhang Jun", "UK Foreign Minister Ann Example"."""
    ranks = words().ranks
    return re.compile(
        rf"(?:the\s+)?(?:(?P<adjective>[A-Z][\w.-]+(?:\s[A-Z]\w+)?)['’]?s?\s+)??"
        rf"(?P<rank>(?i:{ranks})(?:(?:\s+a\.\s?i\.)?(?:\s+and|\s*&|\s*/)?\s+(?i:{ranks}))*"
        rf"(?:\s+a\.\s?i\.)?)\s+"
        rf"(?P<name>(?:(?:{words().courtesy})\s+)?{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}})"
    )


@cache
def _styled() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{words().styles})[\s,]+)+", re.IGNORECASE)


@cache
def _plain_name() -> re.Pattern[str]:
    courtesy = words().courtesy
    return re.compile(
        rf"(?:(?:{courtesy})\s+)*{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,6}}", re.IGNORECASE
    )


@cache
def _role() -> re.Pattern[str]:
    return re.compile(
        rf"(?:the\s+|acting\s+|former\s+)*(?:[\w.’'-]+\s+){{0,3}}?(?:{words().ranks})\b",
        re.IGNORECASE,
    )


def _agent_end(text: str, start: int, end: int) -> int:
    """Where the words that name the speaker end: before "at the Security Council", "on …"."""
    for comma in re.finditer(r",\s+(?:the\s+)?", text[start:end]):
        if words().body.match(text, start + comma.end()):
            end = start + comma.start()
            break
    for match in _BREAK.finditer(text, start, end):
        word = (match.group("at") or "").lower()
        after = text[match.end() : match.end() + 60]
        if word == "to" and not words().body.match(after.removeprefix("the ")):
            continue
        if word in {"for", "in", "under"} and not re.match(r"the (?:general|high)", after):
            continue
        return match.start()
    dates = find_dates(text, start, end)
    return dates[0][0].start if dates else end


def _pieces(text: str, start: int, end: int, stacked: bool) -> list[Span]:
    """What commas divide, and the lines of a title that is ``stacked`` line upon line."""
    pieces: list[Span] = []
    piece = rf"(?:[^,;\n]|{_WRAPPED})+" if stacked else r"[^,;]+"
    for match in re.finditer(piece, text[start:end]):
        _, span = field(text, start + match.start(), start + match.end())
        if span.start < span.end:
            pieces.append(span)
    return pieces


def _drop_style(text: str, span: Span) -> Span:
    match = _styled().match(text, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def state_of_role(text: str, span: Span) -> Field | None:
    """The State or organisation of an office: "… of China to the United Nations"."""
    for match in re.finditer(r"\b(?:of|for)\s+", span.of(text), re.IGNORECASE):
        found = state_at(text, span.start + match.end())
        if not found or found[2] > span.end:
            continue
        code, begin, stop = found
        rest = text[stop : span.end]
        if not rest.strip() or re.match(r"\s+to\b|\s*\)", rest, re.IGNORECASE):
            return shown_as(text[begin:stop], code), Span(begin, stop)
    return None


def _read_piece(text: str, piece: Span, fields: Fields) -> None:
    span = _drop_style(text, piece)
    if _read_national(text, span, fields):
        return
    mission = _MISSION.match(text, span.start, span.end)
    state = state_at(text, mission.end() if mission else span.start)
    if state and (mission or state[2] >= span.end):
        fields.setdefault(
            "delegation", (shown_as(text[state[1] : state[2]], state[0]), Span(state[1], state[2]))
        )
        return
    ranked = _ranked_name().fullmatch(text, span.start, span.end)
    if ranked and "speaker" not in fields:
        fields["speaker"] = field(text, *ranked.span("name"))
        fields["role"] = field(text, *ranked.span("rank"))
        code = code_of_adjective(ranked["adjective"] or "") or code_of(ranked["adjective"] or "")
        if code:
            fields["delegation"] = (display_name(code), Span(*ranked.span("adjective")))
        return
    if _role().match(text, span.start, span.end):
        _read_role(text, span, fields)
    elif "speaker" not in fields and _plain_name().fullmatch(text, span.start, span.end):
        fields["speaker"] = field(text, span.start, span.end)


def _read_national(text: str, span: Span, fields: Fields) -> bool:
    """An office that a State's name opens: "UK Permanent Representative to the UN"."""
    state = state_at(text, span.start)
    if not state or state[2] >= span.end:
        return False
    mission = re.compile(r"(?:['’]s)?\s+(?:Permanent\s+)?(?:Mission|Delegation)\b").match(
        text, state[2], span.end
    )
    office = re.compile(rf"(?:['’]s)?\s+(?:{words().ranks})\b").match(text, state[2], span.end)
    if not mission and not office:
        return False
    name = shown_as(text[state[1] : state[2]], state[0])
    fields.setdefault("delegation", (name, Span(state[1], state[2])))
    ranked = _ranked_name().fullmatch(text, span.start, span.end)
    if mission or (ranked and "speaker" not in fields):
        return mission is not None
    fields["role"] = field(text, span.start, span.end)
    return True


def _read_role(text: str, span: Span, fields: Fields) -> None:
    article = re.compile(r"the\s+", re.IGNORECASE).match(text, span.start)
    role = field(text, article.end() if article else span.start, span.end)
    if "role" not in fields or len(role[0]) > len(fields["role"][0]):
        fields["role"] = role
    of = state_of_role(text, span)
    if of and "delegation" not in fields:
        fields["delegation"] = of


def _read_agent(text: str, start: int, end: int, stacked: bool) -> Fields:
    fields: Fields = {}
    for piece in _pieces(text, start, end, stacked):
        _read_piece(text, piece, fields)
    return fields


def _agent(text: str, span: Span, opening: int) -> Span | None:
    """The words of a title that name who speaks: after "by" or "of", before "'s", after ":"."""
    by = re.compile(r"\bby\s+", re.IGNORECASE).search(text, span.start, span.end)
    if by:
        return Span(by.end(), _agent_end(text, by.end(), span.end))
    of = re.compile(r"(?:.*\b)?of\s+", re.IGNORECASE | re.DOTALL).match(
        text, span.start, min(opening + 1, span.end)
    )
    if of:
        return Span(of.end(), _agent_end(text, of.end(), span.end))
    owner = re.compile(r"(?P<who>.{2,80}?)['’]s?\s+").match(text, span.start, opening)
    if owner:
        return Span(*owner.span("who"))
    colon = re.compile(r".*?(?::|\s[–—-])\s+").match(text, span.start, opening + 2)
    if colon and not words().body.match(text, colon.end()):
        return Span(colon.end(), _agent_end(text, colon.end(), span.end))
    return None


def _possessor(text: str, span: Span) -> Fields:
    """Who the title begins with: "UK statement at …", "EU Statement – …"."""
    state = state_at(text, span.start)
    if state and re.match(r"\s+\w", text[state[2] : state[2] + 6]):
        return {
            "delegation": (shown_as(text[state[1] : state[2]], state[0]), Span(state[1], state[2]))
        }
    return {}


def _subject(text: str, start: int, end: int) -> Field | None:
    """What follows the first "on" that names no day and no vote-giver, or a dash or colon."""
    quoted = re.compile(r"[“\"](?P<subject>[^“”\"]{4,200})[”\"]").search(text, start, end)
    if quoted:
        return field(text, *quoted.span("subject"))
    pattern = re.compile(
        r"\b(?:on|regarding|concerning)\s+(?!behalf\b)(?:the\s+(?!\d))?|"
        r"(?<=\S)(?::\s|\s+[–—-]\s+)(?:the\s+)?",
        re.IGNORECASE,
    )
    for match in pattern.finditer(text, start, end):
        dates = find_dates(text, match.end(), end)
        stop = dates[0][0].start if dates else end
        stop = match.end() + len(_TRAILING.sub("", text[match.end() : stop]))
        value, span = field(text, match.end(), stop)
        if len(value) > 2 and not re.match(
            r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day", value, re.IGNORECASE
        ):
            return value, span
    return None


def find_body(text: str, start: int, end: int) -> Fields:
    """The body that met and the meeting, where they are named in ``text[start:end]``."""
    fields: Fields = {}
    found = words().body.search(text, start, end)
    if found:
        name = words().bodies[re.sub(r"\s+", " ", found.group()).lower()]
        fields["body"] = (name, Span(*found.span()))
    for meeting in _MEETING.finditer(text, start, end):
        bare = meeting.group().lower() in _BARE_MEETINGS
        inside = found and meeting.start() < found.end() and found.start() < meeting.end()
        if not bare and not inside:
            fields["meeting"] = field(text, *meeting.span())
            break
    return fields


def read_title(text: str, span: Span) -> Fields:
    """The fields that the title at ``span`` gives, each with the place it was read from."""
    late = LATE_TITLE.search(text, span.start, span.end)
    if late and not furniture().titles.match(text, span.start, span.end):
        span = Span(late.end(), span.end)
    opening = furniture().titles.match(text, span.start, span.end)
    if not opening:
        return {}
    agent = _agent(text, span, opening.end())
    fields = _possessor(text, span)
    after = opening.end() - 3
    if agent:
        stacked = not span.of(text).rstrip().endswith(".")
        fields.update(_read_agent(text, agent.start, agent.end, stacked))
        after = max(agent.end, after)
    where = find_body(text, after, span.end)
    fields.update({key: value for key, value in where.items() if key not in fields})
    met = fields["body"][1] if "body" in fields else Span(after, after)
    on = re.compile(r"\bon\s", re.IGNORECASE).search(text, after, max(after, met.start))
    start = after if on and "meeting" not in fields else max(after, met.end)
    subject = _subject(text, start, span.end)
    if subject:
        fields["subject"] = subject
    return fields
