"""The wordings that ask: every candidate of a sentence, with whom it asks and for what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from summarize.asks.action import ACTION, clean, is_cut_short, starts_idle
from summarize.asks.actor import bare, bearer, can_act, doer, giver, head_of, is_everyone, pattern
from summarize.asks.side import is_own, speaks
from summarize.asks.subject import Subject, subject_before
from summarize.lexicon import load
from summarize.words import plain

Form = Literal[
    "urged", "called", "need", "thing", "that", "hoped", "impersonal", "agent", "we", "passive", "matter",
    "let",
]  # fmt: skip
"""How an ask is worded: "urge X to", "call for N", "demand that X", "hope that X will", "it is vital to" and "it is
X's duty to", "X must", "we must", "N must be done [by X]", "N must …" of what cannot act and "N is essential", "let us".
"""

_NAMED: Final = (
    r"(?:[^;:.]|\.(?=[^\s.]|(?<=\bMr\.)|(?<=\bMs\.)|(?<=\bMrs\.)|(?<=\bDr\.)|(?<=\bSt\.)"
    r"|(?<=[A-Z]\.[A-Z]\.)))"
)
"""A character of a name: no stop, but the one of an abbreviation."""

_ACTOR: Final = rf"(?P<actor>{_NAMED}{{2,160}}?)"


@dataclass(frozen=True)
class Candidate:
    """One ask of a sentence: its form, who is asked ("" for nobody in particular), and what."""

    form: Form
    actor: str
    action: str


def candidates(sentence: str, delegation: str | None = None) -> tuple[Candidate, ...]:
    """What ``sentence`` may ask, in its order; nothing where it is a question.

    Whatever asks in so many words goes before what its modals say: "we urge X to ensure that the
    roads must be open" is one ask.
    """
    text = plain(sentence)
    if text.rstrip(' "”').endswith("?"):
        return ()
    urged = [*_urged(sentence, text, delegation)]
    taken = [span for span, _ in urged]
    direct = (*(one for _, one in urged), *_things(sentence, text, delegation, taken))
    worded = (*direct, *_hoped(sentence, text, delegation), *_impersonal(sentence, text))
    found = worded or (*_modal(sentence, text),) or (*_needed_things(sentence, text),)
    return tuple(
        one
        for i, one in enumerate(found)
        if not is_cut_short(one.action) and not _told(one, found[:i])
    )


def _told(one: Candidate, before: Sequence[Candidate]) -> bool:
    """Whether an ask before ``one`` says it already."""
    return any(one.action in other.action for other in before if one.actor in (other.actor, ""))


_WORDED: Final[tuple[Form, ...]] = ("urged", "called", "need", "that")


@lru_cache(maxsize=1)
def _urging() -> tuple[re.Pattern[str], ...]:
    verb, call, that, need, to = (
        str(load("asks")[key])
        for key in ("verbs_of_asking", "calls", "verbs_with_that", "stresses", "infinitive")
    )
    own = "".join(rf"(?<!\b{word})" for word in load("asks")["takes_infinitive"])
    return tuple(
        re.compile(wording, re.IGNORECASE)
        for wording in (
            rf"\b(?P<verb>{verb})\s+{_ACTOR},?{own}\s+(?P<no>not\s)?to\s+(?={to}){ACTION}",
            rf"\b(?P<verb>{call})\s+{_ACTOR},?{own}\s+(?P<no>not\s)?to\s+(?={to}){ACTION}",
            rf"\b(?P<verb>{need})(?:\s+(?:for|of)\s+{_ACTOR})?,?\s+(?P<no>not\s)?to\s+{ACTION}",
            rf"\b(?P<verb>{that})\s+that\s+(?P<actor>(?=\w))(?P<no>not\s)?{ACTION}",
        )
    )


def _urged(
    sentence: str, text: str, delegation: str | None
) -> Iterator[tuple[tuple[int, int], Candidate]]:
    """The asks in so many words, each with the span that its wording takes."""
    for form, wording in zip(_WORDED, _urging(), strict=True):
        for match in _each(wording, text):
            spoken = speaks(text[: match.start()], match["verb"], delegation)
            conceded = pattern("conceding").search(text[: match.start()])
            if not spoken or conceded or _is_idle(form, match) or _is_subject(text, match):
                continue
            actor, action = _parts(form, sentence, match)
            if actor is not None and action:
                denied = "not " if match["no"] else ""
                yield match.span(), Candidate(form, actor, denied + action)


def _is_idle(form: Form, match: re.Match[str]) -> bool:
    """Whether what is asked for says nothing; somebody may well be urged to recall or to hope."""
    if form in ("urged", "called"):
        return bool(pattern("asked_nothing").match(match["action"]))
    return starts_idle(match["action"])


def _is_subject(text: str, match: re.Match[str]) -> bool:
    """Whether the asking is what the sentence speaks of ("Encouraging them to pay does not mean …")."""
    opens = not text[: match.start()].strip(' "“')
    return opens and match["verb"].split()[0].lower().endswith("ing") and ", " not in text


def _each(wording: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of ``wording``, also those that begin inside another: of "urges calm and appeals to
    X to …" the first match takes what is asked of X for a name.
    """
    at = 0
    while match := wording.search(text, at):
        inner = wording.search(text, match.end("verb"), match.end())
        if inner and match["actor"] and inner.start() < match.end("actor"):
            match = inner
        yield match
        at = match.end()


def _parts(form: Form, sentence: str, match: re.Match[str]) -> tuple[str | None, str]:
    """Who is asked, None where nobody can be, and what."""
    action = clean(_span(sentence, match, "action"))
    if form == "that":
        actor, action = _split(action)
        undone = pattern("undone").match(action)
        return actor or ("" if undone else None), re.sub(r"^should\s", "", action)
    named = bare(_span(sentence, match, "actor")) if match["actor"] else ""
    return _addressed(form, named) if named else "", action


def _addressed(form: Form, name: str) -> str | None:
    """Who is called upon: whoever it is after "urge", only who can act after "call for" and
    "demand that" ("call for a return to calm"); "" for nobody in particular, None for no one.
    """
    if is_everyone(name):
        return ""
    if form == "called" and re.match(r"an?\s", name):
        return None
    if can_act(name):
        return name
    thing = pattern("no_addressee").search(name) or pattern("abstract", "$").search(head_of(name))
    named = form == "urged" and pattern("addressee").match(head_of(name))
    return name if named and not thing else None


@lru_cache(maxsize=1)
def _for_things() -> re.Pattern[str]:
    verbs = load("asks")["verbs_for_things"]
    return re.compile(rf"\b(?P<verb>{verbs})\s+(?!that\b){ACTION}", re.IGNORECASE)


def _things(
    sentence: str, text: str, delegation: str | None, taken: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    for match in _for_things().finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        if speaks(text[: match.start()], match["verb"], delegation):
            action = clean(_span(sentence, match, "action"))
            if not pattern("no_thing").match(action):
                yield Candidate("thing", giver(action) or bearer(action), action)


@lru_cache(maxsize=1)
def _needed() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{load('asks')['it_is_needed']})(?:\sthan\sever)?(?:,\s[^,;:.]{{3,60}}(?=,))?"
        r"(?:\sto\s(?:\w+\s){1,4}(?=that\s))?"
        rf"(?:\s(?:for|upon|on|of|(?<=\bup\s)to)\s(?P<actor>{_NAMED}{{2,90}}?))?"
        rf",?\s(?P<how>to|that)\s{ACTION}",
        re.IGNORECASE,
    )


_NEED_FOR: Final = re.compile(r"\bneed\s(?:for|of)\s$", re.IGNORECASE)


def _thing_wanted(sentence: str, match: re.Match[str]) -> Iterator[Candidate]:
    """What is needed where it is no one who can act ("a need for an end to the raids")."""
    thing = clean(sentence[match.start("actor") : match.end("action")])
    if thing and not is_everyone(bare(_span(sentence, match, "actor"))):
        yield Candidate("impersonal", bearer(thing), thing)
    else:
        yield Candidate("impersonal", "", clean(_span(sentence, match, "action")))


@lru_cache(maxsize=1)
def _owed() -> re.Pattern[str]:
    return re.compile(rf"\b{load('asks')['owed']}{ACTION}", re.IGNORECASE)


def _impersonal(sentence: str, text: str) -> Iterator[Candidate]:
    """For example "It is essential for X to …", "it is time that X …", "there is a need to …"."""
    for match in _needed().finditer(text):
        action = clean(_span(sentence, match, "action"))
        if _is_not_needed(text, match) or starts_idle(action):
            continue
        actor = bare(_span(sentence, match, "actor")) if match["actor"] else ""
        if actor.endswith(" not"):
            actor, action = actor.removesuffix(" not"), f"not to {action}"
        that = match["how"].lower() == "that"
        wanted = actor and _NEED_FOR.search(text[: match.start("actor")])
        if that and not actor:
            yield from each_that(action)
        elif wanted and (that or not can_act(actor)):
            yield from _thing_wanted(sentence, match)
        else:
            yield Candidate("impersonal", actor if can_act(actor) else "", action)


def _is_not_needed(text: str, match: re.Match[str]) -> bool:
    """Whether the need is denied, or told of others."""
    before = text[: match.start()]
    needed = text[match.start() : match.start("actor" if match["actor"] else "how")]
    denied = _DENIED.search(re.split(r"[,;:.]", before)[-1] + needed)
    return bool(denied or pattern("retold").search(before))


def each_that(clauses: str) -> Iterator[Candidate]:
    """What is needed of each: "that X act and that Y help"."""
    for clause in _AND_THAT.split(clauses):
        actor, action = _split(clause)
        yield Candidate("impersonal", actor if can_act(actor) else "", action)


_AND_THAT: Final = re.compile(
    r",?\sand\sthat\s(?!(?:\w+\s)?(?:will|would|can|is|are|was|has)\b)", re.IGNORECASE
)


def _needed_things(sentence: str, text: str) -> Iterator[Candidate]:
    """For example "The implementation of the agreement by all parties is essential"."""
    if match := _owed().search(text):
        name, before = bare(_span(sentence, match, "actor")), text[: match.start()]
        denied = _DENIED.search(re.split(r"[;:.]", before)[-1] + name)
        if can_act(name) and not (denied or pattern("retold").search(before) or is_own(name)):
            yield Candidate("impersonal", name, clean(_span(sentence, match, "action")))
        return
    match = pattern("thing_needed").search(text.rstrip(" ."))
    if match and not _DENIED.search(match["thing"]) and not _is_thought(match["thing"]):
        clause = text[match.start() :].rstrip(" .")
        yield Candidate("matter", doer(clause) or bearer(clause), clause)


def _is_thought(thing: str) -> bool:
    """Whether a phrase has a verb of its own, relative clauses aside, or is only considered."""
    phrase = pattern("relative").sub("", thing)
    return bool(pattern("finite").search(phrase) or pattern("considered").search(phrase))


_DENIED = re.compile(r"\b(?:not(?! only\b)|no(?! less\b)|never|hardly|little)\b", re.IGNORECASE)


def _split(clause: str) -> tuple[str, str]:
    """Actor and action of a clause in the subjunctive ("all States support …") or with "should";
    else no actor.
    """
    if modal := _SHOULD.match(clause):
        actor, action = bare(modal["actor"]), modal["action"]
        undergone = pattern("undergone").match(action) or actor.lower() == "there"
        if is_everyone(actor) and not undergone:
            return "", action
        return (actor, action) if can_act(actor) and not undergone else ("", clause)
    for match in pattern("subjunctive").finditer(clause):
        if _PLURAL.match(clause[match.start() :].strip()):
            continue  # "all Panel experts be able"
        actor, action = bare(clause[: match.start()]), clause[match.start() :].strip()
        if _RELATIVE.search(actor) and _TO_BE.search(clause, match.end() + 1):
            continue  # "that those who have gone far be asked"
        if actor.lower() in _BEFORE_NOUN:
            continue  # "that this model be studied"
        if is_everyone(actor):
            return "", clause if pattern("undergone").match(action) else action
        if action.startswith("be ") and pattern("passive").match(action):
            return "", clause
        if can_act(actor):
            passive = pattern("passive").match(action)
            return ("", clause) if passive else (actor, action)
    return "", clause


_SHOULD: Final = re.compile(r"(?P<actor>[^;:]{2,160}?)\sshould\s(?P<action>.+)")
_RELATIVE: Final = re.compile(r"\s(?:that|who|which)(?:\s|$)")
_TO_BE: Final = re.compile(r"\bbe\s\w+")
_BEFORE_NOUN: Final = {"this", "that", "these", "those", "all", "both", "such", "our"}
_PLURAL: Final = re.compile(r"(?!focus\b)[a-z]*[^s\W]s\b")
"""A noun, where a plain verb should stand: but for "focus" none of these ends in a single s."""


@lru_cache(maxsize=1)
def _hoping() -> re.Pattern[str]:
    hopes = load("asks")["hopes"]
    return re.compile(rf"\b(?P<verb>{hopes})\s+{_ACTOR}\s(?:will|would)\s+{ACTION}", re.IGNORECASE)


def _hoped(sentence: str, text: str, delegation: str | None) -> Iterator[Candidate]:
    """For example "We hope that X will …", of somebody who can act."""
    for match in _hoping().finditer(text):
        name = bare(_span(sentence, match, "actor"))
        action = clean(_span(sentence, match, "action"))
        if not speaks(text[: match.start()], match["verb"], delegation) or starts_idle(action):
            continue
        if pattern("having_ours").match(action):
            continue
        if can_act(name) and not is_own(name) and not pattern("passive").match(action):
            yield Candidate("hoped", name, action)


@cache
def _modals() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{load('asks')['modals']})(?P<rest>,?\s{ACTION})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _let() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[,;:]\s|\band\s)let us\s(?:all\s)?{ACTION}", re.IGNORECASE)


def _modal(sentence: str, text: str) -> Iterator[Candidate]:
    for match in _let().finditer(text):
        if not starts_idle(match["action"]):
            yield Candidate("let", "", clean(_span(sentence, match, "action")))
    found = [(modal, subject_before(text[: modal.start()])) for modal in _each_modal(text)]
    for index, (modal, subject) in enumerate(found):
        before = text[: modal.start()]
        no_ask = pattern("as_a_noun", "$").search(before) or pattern("unreal").search(before)
        if being := None if no_ask else _being(sentence, before, modal):
            yield being
        if no_ask or subject is None or starts_idle(modal["action"]):
            continue
        if pattern("retold").search(text[: subject.start]) or pattern("own_aim").match(
            text[subject.start :]
        ):
            continue
        if subject.kind == "we" and pattern("cleft", "$").search(text[: subject.start]):
            continue
        own = subject.kind == "agent" and is_own(bare(sentence[subject.start : subject.end]))
        if not own:
            following = found[index + 1][1] if index + 1 < len(found) else None
            yield _asked_of(sentence[: _end(text, modal, following)], subject, modal)


def _each_modal(text: str) -> Iterator[re.Match[str]]:
    """Each modal verb with what stands behind it, also within what another asks."""
    at = 0
    while modal := _modals().search(text, at):
        at = modal.start("rest")
        yield modal


def _end(text: str, modal: re.Match[str], subject: Subject | None) -> int:
    """Where what a modal asks ends: before another who can act is asked ("…, and the Council must"),
    the ``subject`` of the next modal.
    """
    if subject is None or subject.kind != "agent" or subject.start <= modal.start("rest"):
        return len(text)
    joint = _JOINT.search(text[: subject.start])
    return joint.start() if joint else len(text)


_JOINT: Final = re.compile(r"(?:[,;]\s*|,?\s(?:and|but|while|whereas)\s+)$")
"""What joins two clauses that each ask somebody."""


def _being(sentence: str, before: str, modal: re.Match[str]) -> Candidate | None:
    """For example "there must be an end to the raids"."""
    be = _BE.match(modal["rest"])
    clause = re.split(r"[;:]", before)[-1]
    if be is None or not _THERE.search(before) or pattern("retold").search(clause):
        return None
    thing = sentence[modal.start("rest") + be.end() : modal.end("rest")]
    if goes_on := _AND_MUST.search(thing):
        thing = thing[: goes_on.start()]
    thing = clean(thing)
    if not thing or pattern("no_being").match(thing) or pattern("no_thing").match(thing):
        return None
    return Candidate("thing", giver(thing) or bearer(thing), thing)


_THERE: Final = re.compile(r"\bthere\s*$", re.IGNORECASE)
_BE: Final = re.compile(r"\s(?:also\s|therefore\s|now\s|first\s)?be\s(?!able\b|\w+ed\b)")
_AND_MUST: Final = re.compile(
    r",?\sand\s(?=(?:an?|the|all|every)\s(?:[\w-]+\s){1,20}?(?:must|should|needs?\sto|ha(?:s|ve)\sto)\s)"
)
"""Where another clause goes on after a thing."""


def _asked_of(sentence: str, subject: Subject, match: re.Match[str]) -> Candidate:
    action = clean(_span(sentence, match, "action"))
    clause = sentence[subject.start : match.start("rest")].lstrip(" .,;") + " " + action
    if _is_undergone(action, subject):
        return Candidate("passive", doer(action) or bearer(clause), clause)
    if subject.kind == "we" and pattern("own_matter").match(clause):
        return Candidate("matter", bearer(clause), clause)
    name, action = bare(sentence[subject.start : subject.end]), re.sub(r"^all\s", "", action)
    if name.lower().endswith((" we", ",we")):
        return Candidate("we", "", action)  # "to restore peace and protect our people, we must"
    if pattern("we_and").search(sentence[: subject.start]):
        return Candidate("we", "", action)
    if subject.kind == "agent":
        return Candidate("agent", name, action)
    if subject.kind == "we":
        member = pattern("member_of").search(sentence[: subject.start])
        return Candidate("we", member["actor"] if member else "", action)
    return Candidate("matter", bearer(clause), clause)


def _is_undergone(action: str, subject: Subject) -> bool:
    """Whether what is asked for happens to the subject, or is a state of what cannot act."""
    return bool(pattern("passive" if subject.kind == "matter" else "undergone").match(action))


def _span(sentence: str, match: re.Match[str], group: str) -> str:
    return sentence[match.start(group) : match.end(group)]
