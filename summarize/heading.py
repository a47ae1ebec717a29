"""A short heading for a passage, made of the source's own noun phrases (house style, rule 7).

There is no tagger here: a phrase is a run of content words, joined by "of" or "of the" at most,
between function words, verbs of saying and punctuation. Phrases are scored by how often their
words return, as in RAKE (Rose et al., "Automatic Keyword Extraction from Individual Documents",
2010), with the first sentence counted twice: it names the subject.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from summarize.lexicon import load

WORD: Final = re.compile(r"[^\W_]+(?:[.’'/-][^\W_]+)*|[^\w\s]")
MOST_WORDS: Final = 6
FEWEST_WORDS: Final = 2
JOINERS: Final = (("of", "the"), ("of",))


@dataclass(frozen=True)
class Phrase:
    """A noun phrase as it stands in the source, and the content words in it."""

    text: str
    words: tuple[str, ...]
    order: int


def heading_of(sentences: Sequence[str], apart: Collection[str] = ()) -> str:
    """A heading of two to six words of ``sentences``, in sentence case; "" where none is found.

    None of the words ``apart`` (in small letters) stands in it.
    """
    weights = _weights(sentences)
    phrases = [p for p in _phrases(sentences) if not set(p.words) & set(apart)]
    ranked = sorted(phrases, key=lambda p: (-_score(p, weights), p.order))
    if not ranked:
        return ""
    heading = ranked[0].text
    if len(heading.split()) <= MOST_WORDS // 2 and (second := _companion(ranked)):
        heading = f"{heading} and {second.text}"
    if len(heading.split()) < FEWEST_WORDS:
        return ""
    return heading[0].upper() + heading[1:]


def told_apart(headings: Sequence[str], passages: Sequence[Sequence[str]]) -> list[str]:
    """The headings of one note, a repeated one replaced by what else its passage speaks of.

    Args:
        headings: one a passage, in order.
        passages: the sentences of each.
    """
    told: list[str] = []
    used: set[str] = set()
    for heading, sentences in zip(headings, passages, strict=True):
        if heading and heading.lower() in used:
            heading = heading_of(sentences, WORD.findall(heading.lower())) or heading
        used.add(heading.lower())
        told.append(heading)
    return told


def _weights(sentences: Sequence[str]) -> Counter[str]:
    generic = _words("generic")
    words = [w.lower() for s in (sentences[0], *sentences) for w in WORD.findall(s)]
    return Counter(w for w in words if w not in generic)


def _score(phrase: Phrase, weights: Counter[str]) -> float:
    return sum(weights[word] for word in set(phrase.words)) / (1 + 0.1 * len(phrase.words))


def _companion(ranked: Sequence[Phrase]) -> Phrase | None:
    """The best phrase that shares no word with the first and still fits beside it."""
    first = ranked[0]
    room = MOST_WORDS - 1 - len(first.text.split())
    for phrase in ranked[1:]:
        fits = FEWEST_WORDS <= len(phrase.text.split()) <= room
        if fits and not set(first.words) & set(phrase.words):
            return phrase
    return None


def _phrases(sentences: Sequence[str]) -> list[Phrase]:
    found: list[Phrase] = []
    for sentence in sentences:
        for run in _runs(WORD.findall(sentence)):
            content = tuple(w.lower() for w in run if w.lower() not in ("of", "the"))
            if len(run) <= MOST_WORDS and content:
                found.append(Phrase(" ".join(run), content, len(found)))
    return found


def _runs(tokens: Sequence[str]) -> Iterator[list[str]]:
    """Runs of content words; a joiner between two of them belongs to the run."""
    stops = _words("function") | _words("verbs")
    run: list[str] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        joiner = next((j for j in JOINERS if tuple(tokens[i : i + len(j)]) == j), None)
        after = tokens[i + len(joiner)] if joiner and i + len(joiner) < len(tokens) else ""
        if run and joiner and _content(after, stops):
            run += joiner
            i += len(joiner)
        elif _content(token, stops):
            run.append(token)
            i += 1
        else:
            yield run
            run = []
            i += 1
    yield run


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("heading")[name].split())


def _content(token: str, stops: frozenset[str]) -> bool:
    return bool(token) and token[0].isalpha() and token.lower() not in stops
