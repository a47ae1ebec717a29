"""Who "it", "they" and "them" are in an ask: the subject of the sentence before, or whom it asks.

"The Council has a duty here. It must act." asks the Council, and so does "We urge the Council to do
the following. First, it must act."; what stands in the passive ("It must be lifted") speaks of an
object as often, and stays as it is. So does a pronoun that may stand for another: "The parties were
attacked by rebels. They must stop."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from summarize.asks.actor import bare, can_act, head_of
from summarize.asks.side import is_own, proper_names
from summarize.facts.names import country
from summarize.lexicon import load
from summarize.words import plain

_DUTY: Final = r"(?:must|should|ought to|needs? to|ha(?:s|ve) to)"
_HEAD: Final = re.compile(
    r"^(?:(?:[A-Z][a-z]+ly|First|Second|Third|Fourth|Fifth|Next|Then|Also|Therefore|And|But"
    r"|In addition),?\s)?"
    rf"(?P<pronoun>It|They|it|they)\s(?={_DUTY}\s(?!(?:not\s|also\s|now\s|\w+ly\s)*be\b))"
)
_CONDITION: Final = re.compile(
    r"^If (?P<name>[^,;:]{3,60}?) (?:is|are|wants?|wish(?:es)?) to [^;:]*?, "
    rf"(?P<pronoun>it|they) (?={_DUTY} (?!(?:not |also |now |\w+ly )*be\b))"
)
"""For example "If the Council is to be heard, it must act"."""
_TOLD: Final = re.compile(
    r"\b(?:call(?:s|ing)? (?:up)?on|urg(?:es?|ing)|ask(?:s|ing)?|recommendations? (?:for|to)) "
    r"(?P<name>(?:the |all |both |[A-Z])[^,;:]{2,60}?) to (?:do|help|take|consider)\b[^;]{0,60}$"
)
"""For example "I urge the Council to do the following"."""
_SUBJECT: Final = re.compile(
    r"^(?:(?i:in|on|at|for|since|after|before|during|today|yesterday|last|this|however|\w+ly)\b[^,;:]{0,58},\s)?"
    r"(?P<subject>[^,;:]{2,90}?)\s"
    r"(?:(?:must|should|shall|will|would|can|cannot|could|may|might|has|have|had|is|are|was|were|needs?"
    r"|ought|remains?|plays?|bears?|continues?|deserves?|knows?|faces?)\b)"
)


@lru_cache(maxsize=1)
def _object() -> re.Pattern[str]:
    """For example "We urge them to act", where nobody is named before."""
    verbs = load("asks")["verbs_of_asking"]
    return re.compile(
        rf"^(?:[A-Z]\w+, )?(?i:we|I)(?: \w+)?? (?i:{verbs}) (?P<pronoun>them|it) (?=(?:not )?to )"
    )


@lru_cache(maxsize=1)
def _asking() -> re.Pattern[str]:
    """For example "It calls on the parties to act"."""
    return re.compile(
        rf"^(?P<pronoun>It) (?=(?:(?:{load('asks')['between']}) )?(?:calls|urges|appeals|encourages|invites|requests|demands|hopes|asks)\b)"
    )


_UNDERGONE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s|also\s)?\w+(?:ed|en|t|own|ought)\s[^,;:]{0,60}?\bby\b"
)
"""For example "have been attacked by the rebels": another than the subject did something."""

_VAGUE: Final = re.compile(
    r"(?:no|not|few|only|hardly|neither|none|most|several|half|less|unless|if|when|while)\b",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(
    r"\b(?:president|secretary-general|envoy|ministers?|prosecutor|representative|chair|facilitator|mediator)$",
    re.IGNORECASE,
)
"""Who is never "it"."""


def resolved(sentences: Sequence[str], delegation: str | None = None) -> Iterator[tuple[str, int]]:
    """Each sentence with the name that its pronoun stands for, and the index of the sentence that
    has it; the sentence as it is, and -1, where it has no such pronoun.
    """
    before, place = "", -1
    for index, sentence in enumerate(sentences):
        said = named(sentence, before, delegation)
        place = -1 if said == sentence else index - 1 if place < 0 else place
        yield said, place
        before = said


def named(sentence: str, before: str, delegation: str | None = None) -> str:
    """``sentence`` with a name for its pronoun: that of the subject of the sentence ``before`` or of
    whom that one asks, where it can act and is one or several as the pronoun says; and the name of
    the delegation for an "it" that asks. Otherwise as it is.
    """
    text = plain(sentence)
    pronoun = _HEAD.match(text) or _CONDITION.match(text) or _object().match(text)
    if pronoun:
        is_one = pronoun["pronoun"].lower() == "it"
        if "name" in pronoun.groupdict():
            name = sentence[pronoun.start("name") : pronoun.end("name")]
        else:
            name = _name_in(before, is_one)
        if _fits(is_one, name) and can_act(name) and not is_own(name):
            return _put(sentence, pronoun, name)
    side = _side_as_subject(delegation).match(plain(before)) if delegation else None
    speaker = _asking().match(text) if side else None
    return _put(sentence, speaker, before[: side.end()]) if side and speaker else sentence


@lru_cache(maxsize=64)
def _side_as_subject(delegation: str) -> re.Pattern[str]:
    """The name of the delegation where it alone opens a sentence, before its verb."""
    aside = r"(?:,\s(?:for its part|therefore|however|too|as\s[^,;:]{3,80}),)?"
    verb = r"\s(?!(?:and|or|of|as|in)\b)[a-z]"
    return re.compile(rf"(?i:{proper_names(delegation)})(?={aside}{verb})")


def _put(sentence: str, match: re.Match[str], name: str) -> str:
    return sentence[: match.start("pronoun")] + name + sentence[match.end("pronoun") :]


def _name_in(before: str, is_one: bool) -> str:
    """Whom the sentence ``before`` asks, else its subject; "" where there is none, or where the
    pronoun for one, or for several, may stand for another in it.
    """
    told = _TOLD.search(plain(before))
    if told:
        return bare(before[told.start("name") : told.end("name")])
    subject = _SUBJECT.match(plain(before))
    if subject is None or _has_other(plain(before)[subject.end("subject") :], is_one):
        return ""
    return bare(before[subject.start("subject") : subject.end("subject")])


def _has_other(rest: str, is_one: bool) -> bool:
    """Whether what is said of a subject names another that did it, or several others."""
    words = re.findall(r"[\w-]+", "" if is_one else rest)
    several = any(_is_plural(word) and can_act(word) for word in words)
    return several or bool(_UNDERGONE.search(rest))


def _fits(is_one: bool, name: str) -> bool:
    if not name or _VAGUE.match(name) or (is_one and _PERSON.search(head_of(name))):
        return False
    return _is_plural(name) != is_one


def _is_plural(name: str) -> bool:
    head = head_of(name)
    if country(head):
        return False
    several = " and " in head or re.match(r"(?:all|both|these|those|many)\b", name, re.IGNORECASE)
    return bool(several) or (head.endswith("s") and not head.endswith("Nations"))
