"""Who "it" or "they" are at the head of an ask: the subject of the sentence before.

"The Council has a duty here. It must act." asks the Council; what stands in the passive ("It must be
lifted") speaks of an object as often, and stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

from summarize.asks.actor import bare, can_act, head_of
from summarize.asks.side import is_own
from summarize.facts.names import country
from summarize.words import plain

_DUTY: Final = r"(?:must|should|ought to|needs? to|ha(?:s|ve) to)"
_HEAD: Final = re.compile(
    r"^(?:(?:[A-Z][a-z]+ly|First|Second|Third|Fourth|Fifth|Next|Then|Also|Therefore|And|But"
    r"|In addition),?\s)?"
    rf"(?P<pronoun>It|They|it|they)\s(?={_DUTY}\s(?!(?:not\s|also\s|now\s|\w+ly\s)*be\b))"
)
_SUBJECT: Final = re.compile(
    r"^(?:(?i:in|on|at|for|since|after|before|during|today|yesterday|last|this|however|\w+ly)\b[^,;:]{0,58},\s)?"
    r"(?P<subject>[^,;:]{2,90}?)\s"
    r"(?:(?:must|should|shall|will|would|can|cannot|could|may|might|has|have|had|is|are|was|were|needs?"
    r"|ought|remains?|plays?|bears?|continues?|deserves?|knows?|faces?)\b)"
)
_VAGUE: Final = re.compile(
    r"(?:no|not|few|only|hardly|neither|none|most|several|half|less|unless|if|when|while)\b",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(
    r"\b(?:president|secretary-general|envoy|ministers?|prosecutor|representative|chair|facilitator|mediator)$",
    re.IGNORECASE,
)
"""Who is never "it"."""


def named(sentence: str, before: str) -> str:
    """``sentence`` with the subject of the sentence ``before`` for its pronoun, where that subject can
    act and is one or several as the pronoun says; otherwise as it is.
    """
    head, subject = _HEAD.match(plain(sentence)), _SUBJECT.match(plain(before))
    if head is None or subject is None:
        return sentence
    name = bare(before[subject.start("subject") : subject.end("subject")])
    if not _fits(head["pronoun"].lower(), name) or not can_act(name) or is_own(name):
        return sentence
    return sentence[: head.start("pronoun")] + name + sentence[head.end("pronoun") :]


def _fits(pronoun: str, name: str) -> bool:
    if _VAGUE.match(name) or (pronoun == "it" and _PERSON.search(head_of(name))):
        return False
    return _is_plural(name) == (pronoun == "they")


def _is_plural(name: str) -> bool:
    head = head_of(name)
    if country(head):
        return False
    several = " and " in head or re.match(r"(?:all|both|these|those|many)\b", name, re.IGNORECASE)
    return bool(several) or (head.endswith("s") and not head.endswith("Nations"))
