"""Who is asked to do what, and what the speaker's side undertakes, in the source's own words.

Rules over the wording, precision before recall: a sentence gives an ask only in one of the forms
below, and a commitment only where the speaker's side is the subject of "will" and its like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarize.facts.names import country
from summarize.lexicon import load
from summarize.speech import acts
from summarize.words import plain

# Not after words that tell what somebody else asks, or that make the verb a noun.
_INSIDE = r"(?:(?!,?\s(?:and|but)\s(?:we|I)\s(?!can\b|could\b|may\b|might\b))(?:[^;.]|\.(?=\S)|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bMrs)\.|(?<=\bDr)\.|(?<=\bNo)\.))"
"""A character of an action: a stop ends it, a decimal point or an abbreviation does not; so does
what the speaker goes on to do ("…, and we urge …")."""

_NOT_RETOLD = r"(?<!\bto )(?<!were )(?<!are )(?<!being )(?<!which )(?<!who )(?<!\bthe )(?<!\ba )"


ACRONYM = r"[A-Z][A-Za-z]*[A-Z]"
"""What names a body by its letters ("UNAMID")."""


@dataclass(frozen=True)
class Ask:
    """An ask: ``actor`` ("" where the source names none), ``action``, and the sentence's index."""

    actor: str
    action: str
    sentence: int


@dataclass(frozen=True)
class Commitment:
    """What the speaker's side undertakes, and the sentence's index."""

    action: str
    sentence: int


def asks(sentences: Sequence[str], delegation: str | None = None) -> tuple[Ask, ...]:
    """The asks of ``sentences``, in order: actor and action in the source's words, verbs unchanged.

    "We call on all Member States to pay in full": actor "all Member States", action "pay in full".
    An ask of nobody in particular ("we must", "it is essential to") has actor "".
    """
    found = []
    kinds = acts(sentences, delegation)
    for index, sentence in enumerate(sentences):
        if kinds[index] != "ask":
            continue
        for actor, action in _asked(sentence):
            ask = Ask(actor, _clean(action), index)
            if ask.action and ask not in found:
                found.append(ask)
    return tuple(found)


def commitments(sentences: Sequence[str], delegation: str | None = None) -> tuple[Commitment, ...]:
    """What the speaker's side says that it will do, has decided to do or stands ready to do."""
    found = []
    for index, sentence in enumerate(sentences):
        for match in _commitment(delegation or "").finditer(plain(sentence)):
            if not re.match(_data("not_undertaken"), match["action"]):
                denied = "not " if match["not"] else ""
                action = _clean(_span(sentence, match, "action"))
                found.append(Commitment(denied + action, index))
    return tuple(found)


def _asked(sentence: str) -> Iterator[tuple[str, str]]:
    """Actor and action of each ask; a modal counts only where nothing is asked in so many words,
    and only of an actor in the active voice ("we must", "peace must be built" ask nobody).
    """
    text = plain(sentence)
    if text.rstrip().endswith("?"):
        return
    found = False
    for pattern in (*_direct(), _impersonal()):
        for match in pattern.finditer(text):
            if not _refused(match):
                found = True
                named = match.groupdict().get("actor")
                actor = _addressed(_span(sentence, match, "actor")) if named else ""
                if pattern is _direct()[1] and not _acts(actor):
                    continue  # "call for a return to calm" asks for a thing
                action = _span(sentence, match, "action")
                yield _split(action) if pattern is _impersonal() and not actor else (actor, action)
    for match in () if found else _modal().finditer(text):
        action = match["action"].lower()
        passive = re.match(
            r"(?:\w+ )?(?:be|have|no longer|become)\b(?! (?:ready|prepared|able))", action
        )
        if not _refused(match) and not passive and _actor(match["actor"]):
            yield _actor(_span(sentence, match, "actor")), _span(sentence, match, "action")


def _split(action: str) -> tuple[str, str]:
    """Actor and action of "(it is vital that) all States support …"; else no actor."""
    match = re.match(
        r"((?:the |all |both |every |each )?(?:[\w-]+ ){0,3}?[\w-]+) "
        r"(?!of |in |to |and |with |be )([a-z]+ .+)",
        action,
    )
    if match and re.search(_data("agents") + "$", match[1], re.IGNORECASE):
        return _actor(match[1]), match[2]
    return "", action


def _span(sentence: str, match: re.Match[str], group: str) -> str:
    return sentence[match.start(group) : match.end(group)]


def _data(key: str) -> str:
    return str(load("asks")[key])


@lru_cache(maxsize=1)
def _direct() -> tuple[re.Pattern[str], ...]:
    """Asks in so many words: "urge X to", "call for X to", "call for", "demand that X"."""
    actor, action = (
        r"(?P<actor>[^,;:.]{2,110}?(?:,[^;:.]{2,80}?)?)",
        r"(?P<action>" + _INSIDE + r"{3,400})",
    )
    verb = r"(?!the\b|a\b|an\b|this\b|our\b)(?:immediately\s|continue\s)?[a-z]"
    call = r"(?:call(?:s|ed)?|appeal)\s(?:once\sagain\s|again\s)?for"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{_NOT_RETOLD}\b(?:{_data('verbs_of_asking')})\s+{actor}\s+to\s+(?={verb}){action}",
            rf"\b{call}\s(?P<actor>(?:the|all|both)?[^,;:.]{{3,60}}?)\s+to\s+(?={verb}){action}",
            rf"{_NOT_RETOLD}\b(?:{_data('verbs_with_that')})\s+that\s+{actor}\s+(?P<action>(?:not\s)?"
            rf"(?:{_data('bare')})\b{_INSIDE}{{3,400}})",
            rf"{_NOT_RETOLD}(?<=\w\s)\b(?:{_data('verbs_for_things')})\s+(?P<action>{_INSIDE}{{5,400}})",
        )
    )


@lru_cache(maxsize=1)
def _impersonal() -> re.Pattern[str]:
    """For example "It is essential that X …", "it is time to …", "there is a need to …"."""
    return re.compile(
        rf"\b(?:it\s(?:is|was|will be|would be|becomes|remains|seems|'s)\s(?:[a-z]+\s){{0,2}}?"
        rf"(?:{_data('needed')})"
        rf"|there\s(?:is|remains)\s(?:[a-z]+\s){{0,3}}?need)"
        rf"(?:\s(?:for|upon|on)\s(?P<actor>[^,;:.]{{2,90}}?))?"
        rf",?\s(?:to|that)\s(?P<action>{_INSIDE}{{5,400}})",
        re.I,
    )


@lru_cache(maxsize=1)
def _modal() -> re.Pattern[str]:
    """For example "X must …", "X should …", "X needs to …" with its subject."""
    return re.compile(
        r"(?:^|[,;:]\s|\b(?:that|and|but|therefore|thus|believe|think|feel|because|so)\s)"
        r"(?P<actor>(?!that\b|which\b|who\b|and\b|it\sis\b)[^,;:.]{1,110}?)\s"
        r"(?:must|should|ought\sto|needs?\sto|ha(?:s|ve)\sto|shall)\s"
        r"(?P<action>(?:also\s|now\s|therefore\s|all\s|not\s)*" + _INSIDE + r"{3,400})",
        re.I,
    )


def _refused(match: re.Match[str]) -> bool:
    """Whether the form asks for nothing: "we must say", "it should be noted", "should like to"."""
    action, actor = match["action"].lower(), (match.groupdict().get("actor") or "").lower()
    if re.match(_data("asking_nothing"), action) or re.search(
        r"\b(?:the|a|no|will|urgent|great)$", actor
    ):
        return True
    return bool(re.match(_data("no_actor"), actor))


@lru_cache(maxsize=64)
def _commitment(delegation: str) -> re.Pattern[str]:
    name = re.escape(plain(delegation).removeprefix("the ").removeprefix("The "))
    side = rf"|(?:the )?{name}" if name else ""
    own = rf"we|I|(?:my|our) (?:country|Government|delegation|nation){side}"
    return re.compile(
        rf"(?:^|[,;:]\s|\b(?:and|that|therefore|which|why|moreover|also)\s)(?:{own})\s"
        rf"(?:(?:\w+ly|also|therefore|now|always|thus|once again)\s)?"
        rf"(?:{_data('undertaking')})\s(?P<not>not\s)?"
        rf"(?P<action>{_INSIDE}{{5,400}})",
        re.IGNORECASE,
    )


def _addressed(actor: str) -> str:
    """Who is called upon in so many words; "" for "us", "it", "all" and their like."""
    actor = re.sub(_data("before_actor"), "", actor.strip(), flags=re.IGNORECASE).strip(" ,")
    return "" if re.fullmatch(_data("everyone"), actor, re.IGNORECASE) else actor


def _actor(actor: str) -> str:
    """The subject of an ask without what is no name of it; "" for "we", "it", "all" and their
    like, and where it cannot be asked.
    """
    actor = re.split(r"\bthat\s", actor)[-1] if re.match(_data("stating"), actor, re.I) else actor
    actor = re.sub(_data("before_actor"), "", actor.strip(), flags=re.IGNORECASE).strip(" ,")
    if re.fullmatch(_data("everyone"), actor, re.IGNORECASE) or not _acts(actor):
        return ""
    return actor


def _acts(actor: str) -> bool:
    """Whether a subject can be asked: its head is a person, a body or a State."""
    if re.search(r"\b(?:is|are|was|were|will|can|cannot)\b", actor):
        return False
    head = re.split(
        r"\s(?:of|in|to|for|on|with|who|that|which|from|at|under|by|concerned|involved|affected"
        r"|including|especially|particularly)\b|,",
        actor,
    )[0].strip()
    last = re.split(r"[\s-]", head)[-1]
    named = country(head) or (country(last) and last[:1].isupper()) or re.fullmatch(ACRONYM, last)
    return bool(named) or bool(re.search(_data("agents") + "$", head, re.IGNORECASE))


def _clean(action: str) -> str:
    action = re.sub(r"^(?:also|now|therefore|all)\s", "", action.strip())
    return action.strip(" ,;.")
