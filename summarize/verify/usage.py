"""What is known of a claim and its source apart from the claim's reporting verb.

Features in words, for the model of usage in ``learned.py``, which tells how likely each reporting
verb is where a source says what this one says and the claim goes on as this one does.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log
from operator import mul
from typing import Any

from summarize.clauses import Clause
from summarize.lexicon import load, weights, word_set
from summarize.verify.verbs import VerbGround, own, verb_key
from summarize.verify.view import View
from summarize.words import Word, fold

_LEVELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0abcdefghijklmnopqrstuvwxyz"
"""A letter for each weight of a feature: 0 in the middle, a step to each side."""

_STEP = 0.05


@dataclass(frozen=True)
class Usage:
    """How likely each reporting verb is for a claim: the weights of its features are summed, and
    the sum weighed for each of ``verbs``, the last of which, "", stands for all others.
    """

    verbs: tuple[str, ...]
    weights: Mapping[str, Sequence[float] | str]
    out: tuple[tuple[float, ...], ...]
    bias: tuple[float, ...]

    def log(self, features: Sequence[str]) -> dict[str, float]:
        """The log-probability of each verb."""
        found = [row for f in features if (row := self.weights.get(f))]
        rows = [_numbers(row) for row in found]
        inner = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(self.out[0])
        totals = [
            b + sum(map(mul, line, inner)) for line, b in zip(self.out, self.bias, strict=True)
        ]
        top = max(totals)
        norm = top + log(sum(exp(t - top) for t in totals))
        return {verb: t - norm for verb, t in zip(self.verbs, totals, strict=True)}

    def packed(self) -> dict[str, Any]:
        """The model as data: a letter a weight, features whose weights all come to 0 left out."""
        middle = _LEVELS.index("0")
        lines = {
            f: "".join(
                _LEVELS[max(0, min(2 * middle, middle + round(w / _STEP)))] for w in _numbers(row)
            )
            for f, row in self.weights.items()
        }
        lines = {f: line for f, line in lines.items() if set(line) != {"0"}}
        out = [[round(w, 3) for w in line] for line in self.out]
        return {"verbs": self.verbs, "weights": lines, "out": out,
                "bias": [round(b, 3) for b in self.bias]}  # fmt: skip


def _numbers(row: Sequence[float] | str) -> Sequence[float]:
    return unpacked(row) if isinstance(row, str) else row


@lru_cache(maxsize=4096)
def unpacked(line: str) -> tuple[float, ...]:
    """The weights that a line of letters stands for."""
    return tuple(_weight(letter) for letter in line)


@cache
def _weight(letter: str) -> float:
    return (_LEVELS.index(letter) - _LEVELS.index("0")) * _STEP


@cache
def usage() -> Usage:
    """The trained model."""
    data = weights("usage")
    out = tuple(tuple(line) for line in data["out"])
    return Usage(tuple(data["verbs"]), data["weights"], out, tuple(data["bias"]))


_AUXILIARIES = {
    "should", "must", "will", "would", "may", "might", "could", "can", "cannot", "shall", "be", "is", "are", "was",
    "were", "has", "have", "had", "needs", "needed", "not", "no", "ought",
}  # fmt: skip
_BEFORE, _CONTENT = 6, 6


def usage_key(view: View, clause: Clause, other: str = "") -> str:
    """The verb of a claim, or ``other`` in its place, as ``verb_key`` has it, a participle in the past
    tense ("urging").
    """
    verb, _, rest = verb_key(view, clause, other).partition(" ")
    return f"{past(verb)} {rest}".strip()


@cache
def past(verb: str) -> str:
    """The past tense of a participle that opens a claim; another verb as it is."""
    if not verb.endswith("ing"):
        return verb
    form = {"saying": "said", "seeking": "sought"}.get(verb, verb[:-3] + "ed")
    return form if form in word_set("reporting", "verbs") else verb


def usage_features(view: View, clause: Clause, ground: VerbGround) -> list[str]:
    """The features of a claim without its verb: how it goes on, and the cues of the source."""
    rest = view.words[_end(view, clause) : clause.last]
    found = set(ground.cues) | set(_complement(rest)) | set(_line(view, clause, ground))
    found |= {f"c:{w.stem}" for w in [w for w in rest if w.content][:_CONTENT]}
    return sorted(found)


def _end(view: View, clause: Clause) -> int:
    """The first word after the verb and its preposition."""
    key = verb_key(view, clause).split()
    follow = view.words[clause.verb + 1].low if clause.verb + 1 < clause.last else ""
    joined = len(key) > 1 and key[1] == follow and follow != "that"
    return clause.verb + (2 if joined else 1)


def complement(rest: tuple[Word, ...]) -> str:
    """How a claim goes on after its verb: "that", "to", "-ing", "the", a name, or other words."""
    if not rest:
        return "."
    first = rest[0]
    if first.low in ("that", "to", "the", "a", "an", "its", "all", "how", "whether", "as", "it"):
        return first.low
    if first.low.endswith("ing") and not first.upper:
        return "-ing"
    return "Name" if first.upper else "-"


def complement_kind(features: Sequence[str]) -> str:
    """Of a claim's features, whether it goes on with "that", with "to", or otherwise ("np")."""
    kinds = {f[2:] for f in features if f.startswith("k:") and "|" not in f}
    return next((k for k in ("that", "to") if k in kinds), "np")


def _complement(rest: tuple[Word, ...]) -> list[str]:
    kind = complement(rest)
    helping = next((w.low for w in rest if w.low in _AUXILIARIES), "")
    content = next((w.stem for w in rest if w.content), "")
    clausal = kind if kind == "that" else "np"
    return [f"k:{kind}", f"k:{kind}|h:{helping}", f"{clausal}|f:{content}"]


def _line(view: View, clause: Clause, ground: VerbGround) -> list[str]:
    """Word pairs of the source right before the first word that the claim takes from it."""
    first = first_place(view, clause, ground)
    words, sentence = view.source_words, view.aligned.source.sentence
    near = [p for p in range(max(0, first - _BEFORE), first + 1) if sentence[p] == sentence[first]]
    return [f"b:{words[a].low} {words[b].low}" for a, b in itertools.pairwise(near)]


def first_place(view: View, clause: Clause, ground: VerbGround) -> int:
    """Where the first word that a claim takes from the sentences behind it stands; -1 if none."""
    places = view.aligned.place
    return next(
        (places[i] for i in range(clause.verb + 1, clause.last)
         if view.words[i].content and places[i] >= 0
         and view.aligned.source.sentence[places[i]] in ground.behind), -1,
    )  # fmt: skip


@lru_cache(maxsize=1)
def families() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each verb the ladders on which it stands, with its rank."""
    found: dict[str, list[tuple[str, int]]] = {}
    for family, rungs in load("force")["ladder"].items():
        for rank, verbs in enumerate(rungs):
            for verb in verbs:
                found.setdefault(verb, []).append((family, rank))
    return {verb: tuple(ranks) for verb, ranks in found.items()}


ALIKE = (
    {"said", "noted", "stated", "reported", "observed", "described", "recalled", "mentioned"},
    {"stressed", "emphasized", "underscored", "underlined", "highlighted"},
    {"called", "urged", "appealed", "requested", "asked"},
    {"insisted", "demanded"},
    {"commended", "welcomed", "praised", "applauded", "appreciated", "supported", "thanked"},
    {"condemned", "deplored", "denounced"},
    {"pledged", "promised", "announced", "reaffirmed"},
    {"argued", "believed", "considered", "maintained"},
    {"rejected", "opposed"},
)
"""Verbs that say much the same."""

_FAMILIES = ("statement", "ask", "commitment", "approval", "disapproval")
_KINDS = (
    "that",
    "to",
    "-ing",
    "the",
    "Name",
    "-",
    "a",
    "an",
    "its",
    "all",
    "how",
    "whether",
    "as",
    "it",
    ".",
)
_ACTS = ("ask", "commitment", "position", "fact", "courtesy")


def verb_traits(
    view: View,
    clause: Clause,
    ground: VerbGround,
    likely: dict[str, float],
    key: str,
    weighed: float,
) -> list[float]:
    """What is known of the verb ``key`` for a claim.

    ``likely`` has the log-probability of each verb there, "" standing for all others; ``weighed`` is
    the score of the linear model.
    """
    verb, rest = key.split()[0], likely[""]
    order = sorted(likely.values(), reverse=True)
    mine = likely.get(key, rest)
    alike = next((verbs for verbs in ALIKE if verb in verbs), {verb})
    kin = sum(exp(p) for k, p in likely.items() if k and k.split()[0] in alike)
    family, rank = families().get(verb, (("", -1),))[0]
    places = [(families().get(k.split()[0], (("", -1),)), p) for k, p in likely.items() if k]
    same = [(dict(f)[family], p) for f, p in places if family in dict(f)]
    cue_act = next((c[4:] for c in ground.cues if c.startswith("act:")), "fact")
    kind = complement(view.words[_end(view, clause) : clause.last])
    return [
        mine, mine - order[0], order.index(mine) if mine in order else len(order), kin,
        key in likely, rank, _FAMILIES.index(family) if family else -1,
        sum(exp(p) for r, p in same if r < rank), sum(exp(p) for r, p in same if r == rank),
        sum(exp(p) for r, p in same if r > rank),
        *(sum(exp(p) for f, p in places if name in dict(f)) for name in _FAMILIES),
        own(view, verb, ground.behind), weighed, _needed(view, ground, verb),
        _KINDS.index(kind), _ACTS.index(cue_act), order[0], len(ground.behind),
    ]  # fmt: skip


def _needed(view: View, ground: VerbGround, verb: str) -> int:
    """1 where the source has one of the words that a verb needs, 0 where none, -1 if it needs none."""
    needs = needed(verb)
    if needs is None:
        return -1
    near = {s + step for s in ground.behind for step in (-1, 0, 1)}
    near &= set(range(len(view.source.sentences)))
    said = fold(" ".join(view.source.sentences[s] for s in sorted(near)))
    return int(bool(needs.search(" " + said)))


@lru_cache(maxsize=256)
def needed(verb: str) -> re.Pattern[str] | None:
    """The beginnings of words of which a source must have one before a verb may report it."""
    needs: list[str] = load("force")["needs"].get(verb, [])
    if not needs:
        return None
    return re.compile(
        "|".join(re.escape(n) if n == "?" else rf"(?<![a-z]){re.escape(n)}" for n in needs)
    )
