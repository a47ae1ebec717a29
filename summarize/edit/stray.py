"""Page numbers and page feet that a layout has left inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.edit.words import Word, word_set

_JOB = re.compile(r"^\d\d-\d{5}$")
_FOOT = re.compile(r"^(?:\d{1,3}/\d{1,3}|[AS]/\S*PV\.\d+\S*|\d\d/\d\d/\d{4})$")
_PAGE = re.compile(r"^[1-9]\d?$")
_EIGHTS = re.compile(r"^(?:8\d?|11|18)$")
_SUBJECTS = word_set("we i they he she")
_BEING = word_set("be being been")
_BEFORE = word_set("that and but which")


def is_stray(sentence: Sequence[Word], i: int) -> bool:
    """Whether the word at ``i`` is the number of a page ("observed that 19 we must", "an 6
    instrument", "non- 22 governmental") or of its foot ("16-29415 3/30").
    """
    word = sentence[i].text
    before = sentence[i - 1] if i else None
    after = sentence[i + 1] if i + 1 < len(sentence) else None
    if _JOB.match(word) and before is not None and _PAGE.match(before.text):
        return True
    if _PAGE.match(word) and after is not None and _JOB.match(after.text):
        return True
    if _JOB.match(word):
        return after is not None and bool(_FOOT.match(after.text) or _PAGE.match(after.text))
    if before is not None and _JOB.match(before.text):
        return bool(_PAGE.match(word) or _FOOT.match(word))
    if _FOOT.match(word):
        feet = [w.text for w in sentence[max(0, i - 4) : i]]
        return any(_JOB.match(f) for f in feet)
    if not _PAGE.match(word) or before is None or after is None or sentence[i].glued:
        return False
    if before.lower == "an" and after.text.islower():
        return not _EIGHTS.match(word)
    if before.lower == "non-" or (before.lower in _BEING and after.lower.endswith("ed")):
        return True
    return before.lower in _BEFORE and after.lower in _SUBJECTS
