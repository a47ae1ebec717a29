"""Verbatim records of United Nations meetings: one statement a turn of a speaker.

A turn begins with the speaker's designation as the records write it: "Mr. Name (State) (spoke
in French): …". What the President says to run the meeting is no statement; what the President
says "in my capacity as the representative of" a State is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from summarize.masthead.countries import code_of, shown_as, state_at
from summarize.masthead.title import Fields, field, state_of_role
from summarize.page.dates import find_dates
from summarize.page.lexicon import alternatives, load, words
from summarize.records import Kind, Span

_SYMBOL = re.compile(
    r"\b(?P<symbol>(?:S|A|E|ES|CD)(?:/[A-Z0-9.-]+){0,4}?/PV\.\s?\d+"
    r"(?:/\d+)?(?:\s*\((?:Resumption|Part)\s*[\dIVX]+\))?)"
)
_MEETING = re.compile(
    r"\b(?P<meeting>[\d\s]{1,6}(?:st|nd|rd|th)\s+(?:\([\w ]+\)\s+)?(?:plenary\s+)?meeting)\b"
)
_OPENED = re.compile(r"The meeting (?:was (?:called to order|resumed)|resumed) at", re.IGNORECASE)
_AGENDA = re.compile(
    r"^[ \t]*Agenda(?: item (?P<number>\d+)(?: \(continued\))?)?[ \t]*\n+"
    r"(?P<item>[^\n]+(?:\n(?!\s*\n)[^\n]+){0,3})",
    re.MULTILINE,
)
_CHAIR = re.compile(
    r"^[ \t]*(?:Acting )?(?:President|Chair(?:man|person)?)\s*:\s*"
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Dr)\.\s*)?[^.(\n\t]{3,60}?)"
    r"[\s.…]*\((?P<state>[^)\n]{3,80})\)",
    re.MULTILINE,
)
_NATIONAL = re.compile(
    r"I\s+shall\s+now\s+(?:make|deliver)\s+a\s+(?:brief\s+)?statement\s+in\s+my\s+(?:national\s+)?"
    r"capacity(?:\s+as\s+[^.]{3,200})?\.\s*"
)
_CAPACITY = re.compile(r"\bof\s+(?=(?:the\s+)?[A-Z])")
_RESUMES = re.compile(r"\bI\s+(?:shall\s+)?now\s+resume\s+my\s+functions?\b")
_FUNCTION = re.compile(
    r"The\s+(?:Acting\s+|Temporary\s+)?(?:President|Chair|Co-Chair)", re.IGNORECASE
)
_ROSE = re.compile(r"The meeting (?:rose|was (?:suspended|adjourned)) at \d[^\n]{0,40}$")
# A meeting holds at least this many turns; a text with fewer is a speech that is quoted.
_FEWEST_TURNS = 2
_FEWEST_WORDS = 12


@dataclass(frozen=True)
class Turn:
    """One statement of a record: its text as it stands there, and what the record says of it.

    ``marked`` are the designation and what else of the text is the record's and not the
    speaker's; ``fields`` stand in the text, ``meeting`` does not. ``title`` is where an annex is
    titled, ``kind`` what the text is where that is certain.
    """

    text: str
    marked: tuple[Span, ...]
    fields: Fields
    meeting: Mapping[str, str]
    title: Span | None = None
    kind: Kind | None = None


@cache
def _data() -> dict[str, str]:
    data = load("record.en.toml")
    return {
        "designation": alternatives(data["designations"]),
        "functions": "|".join(data["functions"]),
        "particles": "|".join(data["particles"]),
        "spoke": "|".join(data["spoke"]),
        "stage": "|".join(data["stage"]),
    }


@cache
def _turn() -> re.Pattern[str]:
    data = _data()
    name = rf"(?:[^\W\d_a-zß-ÿ][\w.’'-]*|{data['particles']})"
    space = r"[ \t]*(?:[ \t]|\r?\n)[ \t]*"
    state = r"[^():]{2,80}(?:\([^()]{2,60}\)[^():]{0,40})?"
    return re.compile(
        rf"^[ \t]*(?P<who>(?:{data['functions']})|"
        rf"(?:{data['designation']})(?:{space}{name}){{1,9}}?)"
        rf"(?:\s?\s?\((?!(?:{data['spoke']}))(?P<state>{state})\))?"
        rf"(?:\s?\s?\((?:{data['spoke']})[^()]{{0,120}}\))?\s?:(?=\s)[ \t]*",
        re.MULTILINE,
    )


@cache
def _stage() -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*(?:{_data()['stage']})[ \t]*$", re.MULTILINE)


def _value(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" .")


def _head(text: str, end: int) -> dict[str, str]:
    """What the record's first page says of the meeting."""
    found: dict[str, str] = {}
    for name, pattern in (("symbol", _SYMBOL), ("meeting", _MEETING)):
        match = pattern.search(text, 0, end)
        if match:
            found[name] = _value(match.group(name))
    if "symbol" in found:
        body = {"S": "Security Council", "A": "General Assembly"}.get(found["symbol"].split("/")[0])
        found |= {"body": body} if body else {}
    dates = [iso for _, iso in find_dates(text, 0, end) if len(iso) == len("2021-05-24")]
    agenda = _AGENDA.search(text, 0, end)
    if dates:
        found["date"] = dates[0]
    if agenda:
        found["subject"] = _value(agenda["item"])
    return found


def _chair(text: str, end: int) -> tuple[str, str] | None:
    match = _CHAIR.search(text, 0, end)
    return (_value(match["name"]), match["state"]) if match else None


def is_record(text: str) -> bool:
    """Whether ``text`` is a verbatim record: several turns, and the signs of a meeting."""
    turns = [match for match, _ in zip(_turn().finditer(text), range(3), strict=False)]
    if len(turns) < _FEWEST_TURNS:
        return False
    return bool(_OPENED.search(text) or _SYMBOL.search(text, 0, 4000)) or (
        sum(bool(turn["state"]) for turn in turns) >= _FEWEST_TURNS
    )


def _roles(text: str) -> dict[str, str]:
    """The offices of the briefers, as the President names them when giving the floor."""
    pattern = re.compile(
        r"\b(?P<name>(?:Mr|Ms|Mrs|Dr)\.\s+(?:[A-Z][\w'’-]+\s+){0,4}?(?P<last>[A-Z][\w'’-]+)),\s+"
        rf"(?:the\s+)?(?P<role>(?:[A-Z][\w-]+\s+){{0,3}}(?:{words().ranks})\b[^.;:]{{0,140}}?)"
        r"(?=,?\s+to\s+(?:participate|brief)|[;.]|,\s+(?:and|an?|who|for|on)\s|\s+and\s+(?:Mr|Ms|Mrs|Dr)\.)"
    )
    return {match["last"]: _value(match["role"]) for match in pattern.finditer(text)}


def _state_of(name: str) -> str:
    code = code_of(_value(name))
    return shown_as(_value(name), code) if code else _value(name)


def _stage_spans(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _stage().finditer(text)]


def _without_end(text: str) -> str:
    """A turn without the blank space and the directions that end it."""
    kept = _ROSE.sub("", text.rstrip()).rstrip()
    while True:
        stages = [span for span in _stage_spans(kept) if span.end == len(kept)]
        if not stages:
            return kept
        kept = kept[: stages[-1].start].rstrip()


def _delegate(turn: re.Match[str], text: str, meeting: Mapping[str, str]) -> Turn | None:
    start = turn.start("who") - turn.start()
    offset = turn.start() + start
    body = _without_end(text[start:])
    opening = turn.end() - offset
    if len(body[opening:].split()) < _FEWEST_WORDS:
        return None
    who = field(body, 0, turn.end("who") - offset)
    fields: Fields = {"speaker": (who[0].rstrip("."), who[1])}
    if turn["state"]:
        place = Span(turn.start("state") - offset, turn.end("state") - offset)
        fields["delegation"] = (_state_of(turn["state"]), place)
    marked = [Span(0, len(body[:opening].rstrip())), *_stage_spans(body)]
    return Turn(body, tuple(marked), fields, meeting)


def _national(text: str, meeting: Mapping[str, str], chair: tuple[str, str] | None) -> Turn | None:
    """What the President says for a State, the running of the meeting before and after marked."""
    begins = _NATIONAL.search(text)
    if not begins:
        return None
    body = _without_end(text)
    resumes = _RESUMES.search(body, begins.end())
    end = resumes.start() if resumes else len(body)
    if len(body[begins.end() : end].split()) < _FEWEST_WORDS:
        return None
    fields: Fields = {}
    for match in _CAPACITY.finditer(body, begins.start(), begins.end()):
        state = state_at(body, match.end())
        if state:
            fields["delegation"] = (
                shown_as(body[state[1] : state[2]], state[0]),
                Span(state[1], state[2]),
            )
    marked = [Span(0, begins.end()), *_stage_spans(body)]
    if resumes:
        marked.append(Span(end, len(body)))
    known = dict(meeting)
    if chair and fields.get("delegation", ("",))[0] in {"", _state_of(chair[1])}:
        known |= {"speaker": chair[0], "delegation": _state_of(chair[1])}
    return Turn(body, tuple(marked), fields, MappingProxyType(known))


def split_record(text: str) -> tuple[Turn, ...]:
    """The statements of a verbatim record in order, those that only run the meeting left out.

    Empty where the record holds a list of speakers and no speech.
    """
    matches = list(_turn().finditer(text))
    first = matches[0].start() if matches else len(text)
    meeting = MappingProxyType(_head(text, first))
    chair = _chair(text, first)
    roles = _roles(text)
    found: list[Turn] = []
    ends = [match.start() for match in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends, strict=True):
        said = text[match.start() : end]
        if _FUNCTION.match(match["who"]):
            turn = _national(said, meeting, chair)
        else:
            turn = _delegate(match, said, _with_role(meeting, roles, match))
        if turn:
            found.append(turn)
    return tuple(found)


def _with_role(
    meeting: Mapping[str, str], roles: Mapping[str, str], turn: re.Match[str]
) -> Mapping[str, str]:
    role = roles.get(turn["who"].split()[-1]) if not turn["state"] else None
    if not role:
        return meeting
    of = state_of_role(role, Span(0, len(role)))
    named = {"role": role} | ({"delegation": of[0]} if of else {})
    return MappingProxyType({**meeting, **named})
