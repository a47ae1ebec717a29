"""What a press report says that somebody said is reported speech already.

"Zhang expressed the hope that …" needs no model to become "Expressed the hope that …": the words
that name the speaker are left out, for the note names them before the verb (house style, rule 8).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from summarize.condense.text import clean, count_words
from summarize.condense.verbatim import ranked
from summarize.lexicon import load
from summarize.options import WORDS, Length
from summarize.records import Source
from summarize.words import function_words

MOST_CLAUSES: Final = 2

POINTS_BACK: Final = re.compile(r"^\w+ (?:that )?(?:this|these|such|it|they|them)\b")
"""What the clause is about stands in a sentence before it: alone it says nothing."""


def reported(source: Source, length: Length) -> str | None:
    """The condensation of what ``source`` reports of its speaker, or None where it names no verb
    of saying of theirs, or none that fits ``length``.
    """
    if source.attribution is None:
        return None
    clauses = [
        clause_of(sentence, source.attribution, source.context) for sentence in source.sentences
    ]
    most = WORDS[length][1]
    chosen: list[int] = []
    for i in ranked(source.sentences):
        words = sum(count_words(clauses[j] or "") for j in (*chosen, i))
        stands = clauses[i] and not POINTS_BACK.search(clauses[i] or "")
        fits = words <= most or not chosen  # what was said stays whole, as a quotation does
        if stands and fits and len(chosen) < MOST_CLAUSES:
            chosen.append(i)
    return " ".join(clean(_capital(clauses[i] or "")) for i in sorted(chosen)) or None


def clause_of(sentence: str, speaker: str, context: str = "") -> str | None:
    """``sentence`` from its verb of saying on, or with it before what was said; None where the
    subject of such a verb is not ``speaker``. ``context`` tells which words are written small.
    """
    text = " ".join(sentence.split())
    patterns = _patterns(speaker)
    if after := patterns["after"].fullmatch(text):
        return f"said that {_small(after['said'], context)}"
    if before := patterns["before"].match(text):
        said = before["said"]
        verb = before["verb"]
        needs_that = verb == "said" and patterns["bare"].match(said)
        return f"{verb} that {said.lstrip()}" if needs_that else f"{verb}{said}"
    return None


def said_in(sentence: str, speaker: str | None) -> str:
    """What ``speaker`` said, without the report's words about saying it; else the sentence."""
    clause = clause_of(sentence, speaker) if speaker else None
    said = clause.removeprefix("said that ") if clause else sentence
    return said if said in " ".join(sentence.split()) else sentence


@cache
def _patterns(speaker: str) -> dict[str, re.Pattern[str]]:
    """How a report names ``speaker`` as the subject of a verb of saying."""
    words: dict[str, Any] = load("reported")
    names = "|".join(re.escape(name) for name in (speaker, *speaker.split()) if len(name) > 2)
    roles = "|".join(words["roles"])
    verbs = "|".join(words["verbs"])
    who = rf"(?:(?i:he|she|they)|(?:[^,;:\"“”]{{0,60}}\b)?(?:{names}|(?i:{roles}))\b)"
    aside = r"(?:, [^,;:\"“”]{3,90},)?"
    lead = r"(?:[A-Z][^,;:\"“”]{2,40}, )?"
    adverb = r"(?: also| further| then| again| has| have| had){0,2}"
    return {
        "before": re.compile(
            rf"{lead}{who}(?: {roles})?(?: [A-Z][\w.-]+){{0,3}}{aside}{adverb} "
            rf"(?P<verb>{verbs})\b(?P<said> .+)"
        ),
        "after": re.compile(
            rf"(?P<said>[^\"“”]+), (?:{who}{aside}{adverb} said"
            rf"|according to {who}(?:, [^;:\"“”]{{3,90}})?)(?: (?:at|on|in|during) [^,;]{{3,80}})?\."
        ),
        "bare": re.compile(r" (?!that\b|at\b|on\b|in\b|during\b|to\b|of\b|[\"“])"),
    }


def _small(text: str, context: str) -> str:
    """``text`` with its first letter small, where its first word is no name: a function word, a
    participle, or one that the report writes small elsewhere.
    """
    first = text.split(" ", 1)[0].lower()
    common = first in function_words() or first.endswith("ing")
    if common or re.search(rf"\b{re.escape(first)}\b", context):
        return text[0].lower() + text[1:]
    return text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def with_reported(candidates: Sequence[str], source: Source, length: Length) -> tuple[str, ...]:
    """The candidates of a model, after what the report itself says that the speaker said."""
    own = reported(source, length)
    return (own, *candidates) if own else tuple(candidates)
