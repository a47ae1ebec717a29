"""What trained models find: words, parties, omissions and reporting verbs that do not fit.

Four gradient-boosted ensembles of small trees (words that turn a claim, words that may be invented,
parties, omissions) and one linear model (reporting verbs), trained by ``scripts/train_verify.py`` on
minimal errors made in true condensations. They know no vocabulary of content words: only how a slot
of the condensation agrees with the source (``ground.py``, ``omitted.py``, ``verbs.py``). A
threshold is the score that one true condensation in some hundred exceeds; it is part of the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from summarize.records import Finding, FindingKind
from summarize.verify.actor import Party, opens_claim
from summarize.verify.ground import CONTENT, Ground, group, groups, party_traits, word_traits
from summarize.verify.omitted import Omission, omission_traits, omissions
from summarize.verify.verbs import verb_features
from summarize.verify.view import View, finding

Span = tuple[int, int]


@dataclass(frozen=True)
class Tree:
    """A binary tree: node n asks whether trait ``feature[n]`` is at most ``limit[n]``, and goes on
    to ``low[n]`` or ``high[n]``; a negative number -k is the leaf k - 1.
    """

    feature: tuple[int, ...]
    limit: tuple[float, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    value: tuple[float, ...]

    def of(self, traits: Sequence[float]) -> float:
        """The value of the leaf that ``traits`` lead to."""
        node, feature, limit = 0, self.feature, self.limit
        while node >= 0:
            node = (self.low if traits[feature[node]] <= limit[node] else self.high)[node]
        return self.value[-node - 1]


@dataclass(frozen=True)
class Ensemble:
    """Trees whose values add up to the log-odds of an error."""

    trees: tuple[Tree, ...]
    threshold: float

    def score(self, traits: Sequence[float]) -> float:
        """The log-odds that a slot is wrong."""
        total = 0.0
        for tree in self.trees:
            total += tree.of(traits)
        return total

    def finds(self, traits: Sequence[float]) -> bool:
        """Whether the odds are above what true condensations have."""
        return self.score(traits) > self.threshold


@dataclass(frozen=True)
class Linear:
    """A weight for each feature; the log-odds of an error are their sum."""

    weights: dict[str, float]
    bias: float
    threshold: float

    def score(self, features: Sequence[str]) -> float:
        """The log-odds that a verb is wrong."""
        return self.bias + sum(self.weights.get(f, 0.0) for f in features)

    def finds(self, features: Sequence[str]) -> bool:
        """Whether the odds are above what true condensations have."""
        return self.score(features) > self.threshold


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    text = files("summarize").joinpath("data", "verify.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


@lru_cache(maxsize=4)
def ensemble(name: str) -> Ensemble:
    """The trained trees of this name: "word", "content", "party" or "omission"."""
    data = _data()[name]
    trees = tuple(Tree(*(tuple(column) for column in tree)) for tree in data["trees"])
    return Ensemble(trees, data["threshold"])


@lru_cache(maxsize=1)
def linear() -> Linear:
    """The trained weights of reporting verbs."""
    data = _data()["verb"]
    return Linear(data["weights"], data["bias"], data["threshold"])


def check(view: View) -> Iterator[Finding]:
    """Blocking findings of the kinds ``negation``, ``force``, ``hedge``, ``name``, ``actor`` and
    ``invention`` for what does not fit the source.
    """
    ground = Ground(view)
    yield from _words(ground)
    yield from _parties(ground)
    yield from _omissions(ground)
    yield from _verbs(ground)


USUAL = 0.0
"""The log-odds below which a slot is as true condensations have it: of what rules of negation and
actors stop among the training references left out, half lies below, and next to no error does."""


def seconded(view: View, found: Sequence[Finding]) -> list[Finding]:
    """Those of ``found`` in whose words the model of words or of parties sees anything unusual."""
    if not found:
        return []
    ground = Ground(view)
    return [f for f in found if _unusual(ground, f)]


def _unusual(ground: Ground, found: Finding) -> bool:
    words, start, end = ground.view.words, found.start or 0, found.end or 0
    if found.kind == "actor":
        parties = (
            p for p in ground.own if words[p.first].start < end and start < words[p.last - 1].end
        )
        scores = [ensemble("party").score(party_traits(ground, p)) for p in parties]
    else:
        inside = (i for i in slots(ground.view) if words[i].start < end and start < words[i].end)
        scores = [_model(ground.view, i).score(word_traits(ground, i)) for i in inside]
    return max(scores, default=USUAL) >= USUAL


def _model(view: View, index: int) -> Ensemble:
    """The model that judges a word."""
    return ensemble("content" if group(view.words[index]) == CONTENT else "word")


def slots(view: View) -> Iterator[int]:
    """The words of the condensation that are looked at."""
    for index, word in enumerate(view.words):
        number = group(word)
        if not number or (number == CONTENT and index in view.counted):
            continue
        if index not in view.reporting and not view.quoted(word.start, word.end):
            yield index


def _words(ground: Ground) -> Iterator[Finding]:
    view = ground.view
    for index in slots(view):
        word, kind = view.words[index], _kind(group(view.words[index]))
        if _model(view, index).finds(word_traits(ground, index)):
            message = f"The source does not bear out “{word.text}” here."
            yield finding(kind, message, (word.start, word.end), _near(ground, index))


def _kind(number: int) -> FindingKind:
    """The kind of error that a word of this group makes."""
    if number == CONTENT:
        return "invention"
    hedging = {groups()[w] for w in ("may", "will", "all", "some")}
    forcing = {groups()["must"], groups()["should"]}
    return "hedge" if number in hedging else "force" if number in forcing else "negation"


def _near(ground: Ground, index: int) -> Span | None:
    """What the source has between the neighbours of a word."""
    window = ground.between(ground.anchors(index, index + 1))
    words = ground.view.source_words
    return (words[window[0]].start, words[window[-1]].end) if window else None


def _parties(ground: Ground) -> Iterator[Finding]:
    view = ground.view
    for party in ground.own:
        if ensemble("party").finds(party_traits(ground, party)):
            words = view.words[party.first : party.last]
            text = view.text[words[0].start : words[-1].end]
            message = f"In the source this is not said of “{text}”."
            yield finding(_role(view, party), message, (words[0].start, words[-1].end))


def _role(view: View, party: Party) -> FindingKind:
    """``actor`` for one who acts or is asked, else ``name``."""
    after = view.words[party.last].low if party.last < len(view.words) else ""
    before = view.words[party.first - 1].low if party.first else ""
    acting = after in groups() or after in ("to", "has", "had", "was", "were")
    acting = acting or before in ("by", "on", "upon") or opens_claim(view, party)
    return "actor" if acting else "name"


def _omissions(ground: Ground) -> Iterator[Finding]:
    view = ground.view
    for left_out in omissions(ground):
        traits = omission_traits(ground, left_out)
        if traits is not None and ensemble("omission").finds(traits):
            words = view.source_words[left_out.first : left_out.last]
            span = (words[0].start, words[-1].end)
            kind: FindingKind = "negation" if left_out.group == groups()["not"] else "hedge"
            said = view.source.text[slice(*span)]
            message = f"The source limits this (“{said}”); the condensation does not."
            yield finding(kind, message, _beside(ground, left_out), span)


def _beside(ground: Ground, left_out: Omission) -> Span:
    """The word of the condensation that comes from nearest to what was left out."""
    view = ground.view
    taken = [(abs(p - left_out.first), i) for i, p in enumerate(view.aligned.place) if p >= 0]
    word = view.words[min(taken)[1]]
    return word.start, word.end


def _verbs(ground: Ground) -> Iterator[Finding]:
    view = ground.view
    for clause in view.clauses:
        features = verb_features(view, clause) if clause.verb >= 0 else []
        if features and linear().finds(features):
            verb = view.words[clause.verb]
            message = f"“{verb.text}” is not what the source does here."
            yield finding("force", message, (verb.start, verb.end))
