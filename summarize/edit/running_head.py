"""The running head of a record's page, left inside a sentence: "decisions Maintenance of international
peace and security S/PV.8699 (Resumption 1) in order to".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SYMBOL = re.compile(r"^[AS]/(?:[\w-]+/)*PV\.\d+$")
_DATE = re.compile(r"^\d\d/\d\d/\d{4}$")
_CITING = {
    "(", "[", "see", ",", "and", "document", "in", "record", "records", "to", "of", "by", "with", "from", "at",
    "per", "under", "meeting", "meetings",
}  # fmt: skip
"""What stands before a symbol that the speaker names."""
_VERBS = {"is", "are", "was", "were", "has", "have", "had", "decided", "will", "must", "should"}
"""None of these stands in an item of the agenda."""

_AGENDA = (
    "The situation", "The question", "Maintenance of", "Threats to", "Women and", "Children and",
    "Protection of", "Peace and", "Reports of", "United Nations peacekeeping", "Cooperation between",
    "Letter dated", "Non-proliferation", "Peacebuilding and",
)  # fmt: skip
"""How the items of the agenda begin that stand at the head of a page."""

_LONGEST = 14
"""Words of an item of the agenda."""


def running_heads(letters: Sequence[str]) -> frozenset[int]:
    """The words of a sentence that belong to running heads; none of "(see S/PV.8699)"."""
    found = set[int]()
    for i, word in enumerate(letters):
        if _SYMBOL.match(word) and 0 < i < len(letters) - 1 and not _is_cited(letters, i):
            found.update(range(_begins(letters, i), _ends(letters, i)))
    return frozenset(found)


def _is_cited(letters: Sequence[str], i: int) -> bool:
    """Whether the speaker names the record: in brackets, or behind a small word."""
    before = letters[i - 1]
    return before.lower() in _CITING or (before.islower() and _begins(letters, i) == i)


def _begins(letters: Sequence[str], i: int) -> int:
    """Where the item of the agenda begins that stands before the symbol at ``i``; ``i`` if none."""
    for k in range(max(1, i - _LONGEST), i):
        opening = " ".join(letters[k : k + 3])
        item = opening.startswith(_AGENDA) and not opening.startswith("Peace and Security")
        if item and letters[k - 1][-1:].isalnum() and not _VERBS & set(letters[k:i]):
            return k - 1 if _DATE.match(letters[k - 1]) else k
    return i


def _ends(letters: Sequence[str], i: int) -> int:
    if list(letters[i + 1 : i + 3]) != ["(", "Resumption"]:
        return i + 1
    return next((k + 1 for k in range(i + 3, min(i + 6, len(letters))) if letters[k] == ")"), i + 1)
