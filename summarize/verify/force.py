"""Force: the reporting verb and the modals are no stronger and no weaker than the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from summarize.clauses import Clause
from summarize.records import Finding
from summarize.verify.learned import linear
from summarize.verify.modal import is_modal, source_modal
from summarize.verify.usage import needed, past, usage_key
from summarize.verify.verbs import verb_features
from summarize.verify.view import View, finding
from summarize.words import fold, stem

# What "must" and "should" may stand for. A modal that the source does not have at this place is
# no finding: the source may say the same with a noun ("the duty to").
_STRONGER = {"must": {"should", "may", "might", "could", "would"}}
_WEAKER = {"should": {"must", "shall", "will"}, "may": {"must"}}


def check(view: View) -> Iterator[Finding]:
    """A blocking ``force`` for a reporting verb without ground in the source."""
    for clause in view.clauses:
        if clause.verb >= 0 and past(view.words[clause.verb].low) not in _GRAVEST:
            yield from _ungrounded(view, clause)


def check_gravest(view: View) -> Iterator[Finding]:
    """A blocking ``force`` for one of the gravest verbs without ground in the source."""
    for clause in view.clauses:
        if clause.verb >= 0 and past(view.words[clause.verb].low) in _GRAVEST:
            yield from _ungrounded(view, clause)


def _ungrounded(view: View, clause: Clause) -> Iterator[Finding]:
    verb = view.words[clause.verb]
    low = past(verb.low)
    noun = expressed(view, clause)
    needs = needed(f"expressed {noun}") if noun else needed(low)
    if not needs or (low == "called" and not _asks(view, clause)):
        return
    sentences = behind(view, clause)
    if not sentences:
        return
    if low not in _GRAVE:
        sentences |= {s + step for s in sentences for step in (-1, 1)}
    sentences &= set(range(len(view.source.sentences)))
    said = fold(" ".join(view.source.sentences[s] for s in sorted(sentences)))
    if (
        needs.search(" " + said)
        or has_own(view, stem(noun) if noun else verb.stem)
        or _usual(view, clause)
    ):
        return
    message = f"“{verb.text}” is not what the source does here: nothing in it is so strong."
    yield finding("force", message, (verb.start, verb.end), span_of(view, min(sentences)))


def expressed(view: View, clause: Clause) -> str:
    """The noun behind "expressed" or "voiced" ("concern"); "" for another verb."""
    verb, _, noun = usage_key(view, clause).partition(" ")
    return noun if verb in ("expressed", "voiced") else ""


# The log-odds of the trained model from which a verb without its words in the source is an error:
# of the training references left out, half of those that the words alone would stop lie below.
_LEAST = -1.5


def _usual(view: View, clause: Clause) -> bool:
    """Whether condensations use the verb where a source says what this one says."""
    return linear().score(verb_features(view, clause)) < _LEAST


CALLING = {"for", "on", "upon", "again", "once", "urgently"}
"""What follows "call" where it asks."""


def _asks(view: View, clause: Clause) -> bool:
    after = view.words[clause.verb + 1].low if clause.verb + 1 < len(view.words) else ""
    return after in CALLING


def behind(view: View, clause: Clause) -> set[int]:
    """The sentences that the words of a claim come from, the chance ones left out."""
    count: Counter[int] = Counter()
    for index in range(clause.verb + 1, clause.last):
        place = view.aligned.place[index]
        if place >= 0 and view.words[index].content:
            count[view.aligned.source.sentence[place]] += 1
    return set(count)


def has_own(view: View, stem: str) -> bool:
    """Whether a sentence of which much was taken over has a word with the ``stem`` itself."""
    source, count = view.aligned.source, Counter[int]()
    for index, (word, place) in enumerate(zip(view.words, view.aligned.place, strict=True)):
        if place >= 0 and word.content and index not in view.reporting:
            count[source.sentence[place]] += 1
    return any(count[source.sentence[p]] >= 2 for p in source.places.get(stem, ()))


def span_of(view: View, sentence: int) -> tuple[int, int]:
    """Where a sentence stands in the text of the source."""
    start = sum(len(s) + 1 for s in view.source.sentences[:sentence])
    return start, start + len(view.source.sentences[sentence])


# Verbs that need their ground in the very sentences reported; for others the next ones will do.
_GRAVE = {"demanded", "ordered", "condemned", "denounced", "deplored", "pledged", "opposed"}
_GRAVEST = {"demanded", "ordered", "condemned", "denounced"}


def check_modals(view: View) -> Iterator[Finding]:
    """A blocking ``force`` for "must" in place of "should", and the reverse."""
    for index, word in enumerate(view.words):
        for table, how in ((_STRONGER, "stronger"), (_WEAKER, "weaker")):
            other = source_modal(view, index) if is_modal(view.words, index, table) else None
            if other is None or view.source_words[other].low not in table[word.low]:
                continue
            there = view.source_words[other]
            message = f"The source says “{there.text}”; “{word.text}” is {how}."
            yield finding("force", message, (word.start, word.end), (there.start, there.end))
