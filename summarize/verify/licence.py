"""Small words that turn a claim need a word of the source for which they may stand.

"without", "never", "only", "all", "may", "must": which words of the source bear them out is data
(``licence`` in ``negation.toml``, ``hedges.toml`` and ``force.toml``), found on the training
references, of which next to none has such a word without one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarize.clauses import Clause
from summarize.lexicon import load
from summarize.records import Finding, FindingKind
from summarize.verify.modal import is_modal
from summarize.verify.view import View, finding
from summarize.words import fold

_MONTH = re.compile(r"(?<![.?!;:]\s)(?<=\s)May\b|(?<=\()May\b|\bMAY(?=\s\d)|(?<=\d\s)MAY\b")
_TABLES: dict[str, FindingKind] = {"negation": "negation", "hedges": "hedge", "force": "force"}


def check(view: View) -> Iterator[Finding]:
    """A blocking finding for each turning word that no sentence behind its claim bears out."""
    for clause in view.clauses:
        said = ""
        for index in range(clause.first, clause.last):
            word = view.words[index]
            needs = _licences().get(word.low)
            if not needs or index in view.reporting or view.quoted(word.start, word.end):
                continue
            if word.low == "may" and not is_modal(view.words, index):
                continue
            if word.low == "all" and not _of_what_follows(view, index):
                continue
            said = said or _behind(view, clause)
            if said and not needs[1].search(said):
                message = f"Nothing in the source bears out “{word.text}” here."
                yield finding(needs[0], message, (word.start, word.end))


def _of_what_follows(view: View, index: int) -> bool:
    """Whether "all" belongs to the words after it, and does not stand alone ("all must")."""
    after = view.words[index + 1] if index + 1 < len(view.words) else None
    return after is not None and (after.content or after.low in ("the", "its", "their", "of"))


def _behind(view: View, clause: Clause) -> str:
    """The sentences from which the content words of a claim come, folded; "" where none do."""
    sentence = view.aligned.source.sentence
    places = (
        view.aligned.place[i]
        for i in range(clause.first, clause.last)
        if view.words[i].content and i not in view.reporting
    )
    behind = sorted({sentence[p] for p in places if p >= 0})
    return fold(_MONTH.sub(" ", " ".join(view.source.sentences[s] for s in behind)))


@lru_cache(maxsize=1)
def _licences() -> dict[str, tuple[FindingKind, re.Pattern[str]]]:
    """Each turning word with the kind of error it makes and what bears it out."""
    return {
        word: (kind, re.compile("|".join(map(_opening, openings))))
        for table, kind in _TABLES.items()
        for word, openings in load(table)["licence"].items()
    }


def _opening(text: str) -> str:
    """The pattern of the beginning of a word; of a whole word where a blank ends it."""
    whole = r"(?![a-z])" if text.endswith(" ") else ""
    return rf"(?<![a-z]){re.escape(text.strip())}{whole}"
