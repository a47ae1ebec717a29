"""Who "it" or "they" are at the head of an ask: the subject of the sentence before ("The Council has a
duty here. It must act.").
"""

from __future__ import annotations

import re
from typing import Final

from summarize.asks.actor import bare, can_act
from summarize.asks.side import is_own
from summarize.words import plain

_HEAD: Final = re.compile(
    r"^(?:(?:[A-Z][a-z]+ly|First|Second|Third|Fourth|Fifth|Next|Then),?\s|And\s|But\s|Also,?\s|In addition,?\s|Therefore,?\s|Finally,\s)?"
    r"(?P<pronoun>It|They|it|they)\s(?=(?:must|should|ought to|needs? to|ha(?:s|ve) to)\s)"
)
_SUBJECT: Final = re.compile(
    r"^(?:[^,;:]{2,60},\s)?(?P<subject>[^,;:]{2,90}?)\s"
    r"(?:(?:must|should|shall|will|would|can|cannot|could|may|might|has|have|had|is|are|was|were|needs?"
    r"|ought|remains?|plays?|bears?|continues?|deserves?|knows?|faces?)\b)"
)


def named(sentence: str, before: str) -> str:
    """``sentence`` with the subject of the sentence ``before`` for its pronoun, where that subject can
    act and is one or several as the pronoun says; otherwise as it is.
    """
    head, subject = _HEAD.match(plain(sentence)), _SUBJECT.match(plain(before))
    if head is None or subject is None:
        return sentence
    name = bare(before[subject.start("subject") : subject.end("subject")])
    fits = _is_plural(name) == (head["pronoun"].lower() == "they")
    if not fits or not can_act(name) or is_own(name):
        return sentence
    return sentence[: head.start("pronoun")] + name + sentence[head.end("pronoun") :]


def _is_plural(name: str) -> bool:
    head = re.split(r"\s(?:of|in|to|for|on|with|who|that|from)\s", name)[0]
    several = " and " in head or re.match(r"(?:all|both|these|those|many)\b", name, re.IGNORECASE)
    return bool(several) or (
        head.endswith("s") and not head.endswith(("Nations", "States of America"))
    )
