"""Who is asked to do what, and what the speaker's side undertakes, in the source's own words.

Rules over the wording, precision before recall: a sentence gives an ask only in one of the forms
below, and a commitment only where the speaker's side is the subject of "will" and its like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarize.lexicon import load
from summarize.words import plain


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
    for index, sentence in enumerate(sentences):
        for actor, action in _asked(sentence, delegation):
            ask = Ask(_actor(actor, delegation), _clean(action), index)
            if ask.action and ask not in found:
                found.append(ask)
    return tuple(found)


def commitments(sentences: Sequence[str], delegation: str | None = None) -> tuple[Commitment, ...]:
    """What the speaker's side says that it will do, has decided to do or stands ready to do."""
    found = []
    for index, sentence in enumerate(sentences):
        match = _commitment(delegation or "").search(plain(sentence))
        if match and not re.match(_data("not_undertaken"), match["action"]):
            action = sentence[match.start("action") : match.end("action")]
            denied = "not " if match["not"] else ""
            found.append(Commitment(denied + _clean(action), index))
    return tuple(found)


def _asked(sentence: str, delegation: str | None) -> Iterator[tuple[str, str]]:
    text = plain(sentence)
    if text.rstrip().endswith("?"):
        return
    any_found = False
    for pattern in (*_direct(), _impersonal(), _modal()):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            if _refused(match, delegation):
                continue
            actor = _span(sentence, match, "actor") if groups.get("actor") else ""
            if pattern is _modal() and any_found:
                continue
            any_found = True
            yield actor, _span(sentence, match, "action")


def _span(sentence: str, match: re.Match[str], group: str) -> str:
    return sentence[match.start(group) : match.end(group)]


def _data(key: str) -> str:
    return str(load("asks")[key])


@lru_cache(maxsize=1)
def _direct() -> tuple[re.Pattern[str], ...]:
    """Asks in so many words: "urge X to", "call for", "demand that X"."""
    actor, action = r"(?P<actor>[^,;:.]{2,110}?(?:,[^;:.]{2,80}?)?)", r"(?P<action>[^;.]{3,400})"
    verbs, that, things = _data("verbs_of_asking"), _data("verbs_with_that"), _data("verbs_for_things")
    own = _data("own")
    return (
        re.compile(rf"{own}(?:{verbs})\s+{actor}\s+to\s+(?!the\b|a\b|an\b|this\b|our\b){action}", re.I),
        re.compile(rf"{own}(?:{that})\s+that\s+{actor}\s+(?:must\s|should\s)?(?P<action>(?:not\s)?"
                   rf"(?:{_data('bare')})\b[^;.]{{3,400}})", re.I),
        re.compile(rf"{own}(?:{things})\s+(?P<action>[^;.]{{5,400}})", re.I),
        re.compile(r"(?:^|[,;:]\s|\b(?:and|so|therefore|thus)\s)[Ll]et us\s+(?:all\s)?(?P<action>[^;.]{5,300})"),
    )  # fmt: skip


@lru_cache(maxsize=1)
def _impersonal() -> re.Pattern[str]:
    """ "It is essential that X …", "it is time to …", "there is a need to …"."""
    return re.compile(
        rf"\b(?:it\s(?:is|was|will be|would be|becomes|remains|seems|'s)\s(?:[a-z]+\s){{0,2}}?(?:{_data('needed')})"
        rf"|there\s(?:is|remains)\s(?:[a-z]+\s){{0,3}}?need)"
        rf"(?:\s(?:for|upon|on)\s(?P<actor>[^,;:.]{{2,90}}?))?"
        rf",?\s(?:to|that)\s(?P<action>[^;.]{{5,400}})",
        re.I,
    )


@lru_cache(maxsize=1)
def _modal() -> re.Pattern[str]:
    """ "X must …", "X should …", "X needs to …" with its subject."""
    return re.compile(
        rf"(?:^|[,;:]\s|\b(?:that|and|but|therefore|thus|believe|think|feel|because|so)\s)"
        rf"(?P<actor>(?!that\b|which\b|who\b|and\b|it\sis\b)[^,;:.]{{1,110}}?)\s"
        rf"(?:must|should|ought\sto|needs?\sto|ha(?:s|ve)\sto|shall)\s"
        rf"(?P<action>(?:also\s|now\s|therefore\s|all\s|not\s)*[^;.]{{3,400}})",
        re.I,
    )


def _refused(match: re.Match[str], delegation: str | None) -> bool:
    """Whether the form asks for nothing: "we must say", "it should be noted", "should like to"."""
    action, actor = match["action"].lower(), (match.groupdict().get("actor") or "").lower()
    if re.match(_data("asking_nothing"), action):
        return True
    return bool(re.match(_data("no_actor"), actor))


@lru_cache(maxsize=64)
def _commitment(delegation: str) -> re.Pattern[str]:
    name = re.escape(plain(delegation).removeprefix("the ").removeprefix("The "))
    own = rf"we|I|my (?:country|Government|delegation)|our (?:country|Government|delegation|nation){'|(?:the )?' + name if name else ''}"
    return re.compile(
        rf"(?:^|[,;:]\s|\b(?:and|that|therefore|which|why|moreover|also)\s)(?:{own})\s"
        rf"(?:(?:\w+ly|also|therefore|now|always|thus|once again)\s)?(?:{_data('undertaking')})\s(?P<not>not\s)?"
        rf"(?P<action>[^;.]{{5,400}})",
        re.IGNORECASE,
    )


def _actor(actor: str, delegation: str | None) -> str:
    """An actor without what is no name of it; "" for "we", "it", "all" and their like."""
    actor = re.sub(_data("before_actor"), "", actor.strip(), flags=re.IGNORECASE).strip(" ,")
    if re.fullmatch(_data("everyone"), actor, re.IGNORECASE):
        return ""
    return actor


def _clean(action: str) -> str:
    action = re.sub(r"^(?:also|now|therefore|all)\s", "", action.strip())
    return action.strip(" ,;.")
