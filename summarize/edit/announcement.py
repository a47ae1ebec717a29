"""Sentences that only say what comes next."""

from __future__ import annotations

from summarize.edit.token import Tokens, lowers
from summarize.edit.words import word_set


def announces(tokens: Tokens) -> bool:
    """Whether the sentence only says what the next will be about ("My second point concerns …")."""
    first, second, third = (*lowers(tokens[:3]), "", "", "")[:3]
    counted = second in _COUNTED and third in _REMARKS
    says = "that" in lowers(tokens[2:6]) or ":" in lowers(tokens[:-1])
    if first in {"my", "our"} and (counted or second in _REMARKS) and not says:
        return True
    letters = lowers(tokens)
    if letters[:3] == ["in", "favour", ":"] or letters[:6] == _VOTE:
        return True
    presides = letters[:1] == ["i"] and set(letters[1:4]) & {"shall", "will", "now"}
    if presides and ({"vote", "resume"} & set(letters[2:16])):
        return True
    return _turns_to(letters)


def _turns_to(letters: list[str]) -> bool:
    """Whether the speaker says what the statement will deal with ("I will focus my remarks on")."""
    for i, word in enumerate(letters[:-3]):
        if word not in {"i", "we", "me"} or not set(letters[i + 1 : i + 7]) & _DEALING:
            continue
        verb = next(k for k in range(i + 1, len(letters)) if letters[k] in _DEALING)
        ahead = bool(set(letters[i + 1 : verb]) & _AHEAD) or word == "me"
        if ahead and set(letters[verb + 1 : verb + 9]) & (_REMARKS | _PARTS):
            return True
        onward = bool({"to", "on", "upon"} & set(letters[verb + 1 : verb + 2]))
        turns = letters[verb] in _TURNING and onward
        if ahead and turns and (word != "we" or "now" in letters[i:verb]):
            return True
    return False


_DEALING = word_set(
    "focus address speak limit confine touch turn comment concentrate begin start highlight make "
    "share raise dwell deal discuss mention offer move"
)
_TURNING = word_set("turn move touch dwell comment speak")
_AHEAD = word_set("will shall like want wish going intend now")
_PARTS = word_set(
    "statement intervention speech issues elements aspects questions words areas topics"
)


_VOTE = ["a", "vote", "was", "taken", "by", "show"]
_COUNTED = word_set("first second third fourth fifth next last final other main")
_REMARKS = word_set("point points remark remarks message observation topic comment comments")
