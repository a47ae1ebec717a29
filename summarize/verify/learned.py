"""What trained models find: words, parties, omissions and reporting verbs that do not fit.

Five gradient-boosted ensembles of small trees (words that turn a claim, words that may be invented,
parties, omissions, reporting verbs), trained by ``scripts/train_verify.py`` and ``train_usage.py`` on
minimal errors made in true condensations. Those of reporting verbs also see a linear model of theirs
and how likely each verb is for its claim (``usage.py``). The others know no vocabulary of content
words: only how a slot of the condensation agrees with the source (``ground.py``, ``omitted.py``). The
thresholds, part of the data, were chosen together on rows left out of training, on errors written to be
overlooked and on the valid split, where at most 4 % of true condensations may be stopped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from summarize.clauses import Clause
from summarize.lexicon import load, weights
from summarize.records import Finding, FindingKind
from summarize.verify.actor import Party, opens_claim
from summarize.verify.ground import CONTENT, Ground, group, groups, word_traits
from summarize.verify.modal import is_modal
from summarize.verify.omitted import Omission, omission_traits, omissions
from summarize.verify.standing import party_traits, sort
from summarize.verify.usage import usage, usage_features, usage_key, verb_traits
from summarize.verify.verbs import VerbGround, features_on, verb_ground
from summarize.verify.view import View, finding
from summarize.words import Word

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
    """Trees whose values add up to the log-odds of an error.

    From ``threshold`` on a slot counts as wrong, or from what ``limits`` has for its group of words.
    Where the first ``early`` trees come to less than ``hopeless``, that is the score: no slot of
    the rows left out of training has come from so low to a finding.
    """

    trees: tuple[Tree, ...]
    threshold: float
    limits: Mapping[int, float] = field(default_factory=dict)
    early: int = 0
    hopeless: float = 0.0

    def score(self, traits: Sequence[float]) -> float:
        """The log-odds that a slot is wrong."""
        total = 0.0
        for tree in self.trees[: self.early]:
            total += tree.of(traits)
        if self.early and total < self.hopeless:
            return total
        for tree in self.trees[self.early :]:
            total += tree.of(traits)
        return total

    def finds(self, score: float, number: int = 0) -> bool:
        """Whether a score of a slot of this group is above what true condensations have."""
        return score > self.limits.get(number, self.threshold)


@dataclass(frozen=True)
class Linear:
    """A weight for each feature; the log-odds of an error are their sum."""

    weights: dict[str, float]
    bias: float

    def score(self, features: Sequence[str]) -> float:
        """The log-odds that a verb is wrong."""
        return self.bias + sum(self.weights.get(f, 0.0) for f in features)


@lru_cache(maxsize=8)
def ensemble(name: str) -> Ensemble:
    """The trained trees of this name: "word", "content", "party", "omission" or "report"."""
    data = weights("verify")[name]
    trees = tuple(Tree(*(tuple(column) for column in tree)) for tree in data["trees"])
    limits = {int(number): limit for number, limit in data.get("limits", {}).items()}
    early, hopeless = data.get("early", 0), data.get("hopeless", 0.0)
    return Ensemble(trees, data["threshold"], limits, early, hopeless)


@lru_cache(maxsize=1)
def linear() -> Linear:
    """The trained weights of reporting verbs."""
    data = weights("verify")["verb"]
    return Linear(data["weights"], data["bias"])


@dataclass(frozen=True)
class Judge:
    """What the trained models make of a condensation: the log-odds of an error, slot by slot."""

    view: View

    @cached_property
    def ground(self) -> Ground:
        """What the traits of every slot share."""
        return Ground(self.view)

    @cached_property
    def words(self) -> dict[int, float]:
        """Each word that is looked at."""
        return {
            i: _model(self.view, i).score(word_traits(self.ground, i)) for i in slots(self.view)
        }

    @cached_property
    def parties(self) -> tuple[tuple[Party, float], ...]:
        """Each party."""
        score = ensemble("party").score
        return tuple((p, score(party_traits(self.ground, p))) for p in self.ground.own)

    @cached_property
    def omissions(self) -> tuple[tuple[Omission, float], ...]:
        """Each limiting or denying word of the source that is left out near what is taken over."""
        traits = ((o, omission_traits(self.ground, o)) for o in omissions(self.ground))
        return tuple((o, ensemble("omission").score(t)) for o, t in traits if t is not None)

    @cached_property
    def verbs(self) -> dict[int, float]:
        """Each reporting verb, by its word."""
        scores = ((c.verb, _verb_score(self.view, c)) for c in self.view.clauses if c.verb >= 0)
        return {verb: score for verb, score in scores if score is not None}


def check(judge: Judge) -> Iterator[Finding]:
    """Blocking findings of the kinds ``negation``, ``force``, ``hedge``, ``name``, ``actor`` and
    ``invention`` for what does not fit the source.
    """
    yield from _words(judge)
    yield from _parties(judge)
    yield from _omissions(judge)
    yield from _verbs(judge)


def suspicion(judge: Judge, found: Finding) -> float:
    """The log-odds that the models give to what a rule has found: of the party in its words, of the
    reporting verb there, or else of a word there or of the omission of its words of the source.
    """
    words, source = judge.view.words, judge.view.source_words

    def inside(first: Word, last: Word, start: int | None, end: int | None) -> bool:
        return start is not None and end is not None and first.start < end and start < last.end

    if found.kind == "actor":
        scores = [s for p, s in judge.parties
                  if inside(words[p.first], words[p.last - 1], found.start, found.end)]  # fmt: skip
        return max(scores, default=0.0)
    verbs = [
        s for i, s in judge.verbs.items() if inside(words[i], words[i], found.start, found.end)
    ]
    if found.kind == "force" and verbs:
        return max(verbs)
    scores = [
        s for i, s in judge.words.items() if inside(words[i], words[i], found.start, found.end)
    ]
    scores += [s for o, s in judge.omissions
               if inside(source[o.first], source[o.last - 1], found.source_start, found.source_end)]  # fmt: skip
    return max(scores, default=0.0)


def _model(view: View, index: int) -> Ensemble:
    """The model that judges a word."""
    return ensemble("content" if group(view.words[index]) == CONTENT else "word")


def slots(view: View) -> Iterator[int]:
    """The words of the condensation that are looked at."""
    for index, word in enumerate(view.words):
        number = group(word)
        if not number or (number == CONTENT and index in view.counted):
            continue
        if word.low == "may" and not is_modal(view.words, index):
            continue
        if index not in view.reporting and not view.quoted(word.start, word.end):
            yield index


def _words(judge: Judge) -> Iterator[Finding]:
    view = judge.view
    for index, score in judge.words.items():
        word, number = view.words[index], group(view.words[index])
        if _model(view, index).finds(score, number):
            message = f"The source does not bear out “{word.text}” here."
            span = word.start, word.end
            yield finding(_kind(number), message, span, _near(judge.ground, index))


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


def _parties(judge: Judge) -> Iterator[Finding]:
    view = judge.view
    for party, score in judge.parties:
        if ensemble("party").finds(score, sort(view.words, party)):
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


def _omissions(judge: Judge) -> Iterator[Finding]:
    view = judge.view
    for left_out, score in judge.omissions:
        if ensemble("omission").finds(score, left_out.group):
            words = view.source_words[left_out.first : left_out.last]
            span = (words[0].start, words[-1].end)
            kind: FindingKind = "negation" if left_out.group == groups()["not"] else "hedge"
            said = view.source.text[slice(*span)]
            message = f"The source limits this (“{said}”); the condensation does not."
            yield finding(kind, message, _beside(judge.ground, left_out), span)


def _beside(ground: Ground, left_out: Omission) -> Span:
    """The word of the condensation that comes from nearest to what was left out."""
    view = ground.view
    taken = [(abs(p - left_out.first), i) for i, p in enumerate(view.aligned.place) if p >= 0]
    word = view.words[min(taken)[1]]
    return word.start, word.end


def _verb_score(view: View, clause: Clause) -> float | None:
    """The log-odds that a claim's verb is wrong; None where nothing of the claim is the source's."""
    ground = verb_ground(view, clause)
    if ground is None or _is_quoted(view, clause):
        return None
    likely = usage().log(usage_features(view, clause, ground))
    usual: list[str] = load("reporting")["usual"].get(view.words[clause.verb].low, [])
    return min(_as_said(view, clause, ground, likely, verb) for verb in ("", *usual))


def _as_said(
    view: View, clause: Clause, ground: VerbGround, likely: dict[str, float], other: str
) -> float:
    """The log-odds that a claim's verb is wrong, or that ``other`` is in its place."""
    weighed = linear().score(features_on(view, clause, ground, other))
    key = usage_key(view, clause, other)
    traits = verb_traits(view, clause, ground, likely, key, weighed)
    return ensemble("report").score(traits)


def _is_quoted(view: View, clause: Clause) -> bool:
    """Whether "said" brings in the speaker's own words, which carry their own force."""
    after = view.words[clause.verb + 1 : clause.verb + 5]
    said = view.words[clause.verb].low in ("said", "added")
    return said and any(view.quoted(w.start, w.end) for w in after)


def _verbs(judge: Judge) -> Iterator[Finding]:
    for index, score in judge.verbs.items():
        if ensemble("report").finds(score):
            verb = judge.view.words[index]
            message = f"“{verb.text}” is not what the source does here."
            yield finding("force", message, (verb.start, verb.end))
