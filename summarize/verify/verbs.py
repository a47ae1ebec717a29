"""What is known of a reporting verb and the words of the source that it reports.

Features in words ("urged|should"), for the linear model of ``learned.py``: the verb with each cue
of the sentence behind its claim. A verb fits if condensations use it where such cues stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarize.clauses import Clause
from summarize.lexicon import load
from summarize.speech import acts
from summarize.verify.view import View
from summarize.words import fold, stem

_FOLLOWING = {"that", "for", "on", "upon", "to", "at", "with", "over", "about", "against"}
_NOUNS = {"concern", "hope", "support", "satisfaction", "confidence", "regret", "gratitude",
          "readiness", "condolences", "appreciation", "commitment", "solidarity", "alarm",
          "sympathy", "view", "conviction", "willingness", "belief", "thanks", "shock", "outrage",
          "disappointment", "welcome", "doubt", "optimism", "determination", "tribute"}  # fmt: skip
_MODALS = ("must", "should", "shall", "will", "would", "can", "could", "may", "need", "have to",
           "has to", "let us", "cannot", "not", "no", "never", "if", "only", "?")  # fmt: skip
_BEFORE = 9


def verb_key(view: View, clause: Clause, other: str = "") -> str:
    """The verb with what makes it one: "called for", "expressed concern", "said that".

    ``other`` is a verb to put in its place.
    """
    words = view.words
    verb = other or words[clause.verb].low
    verb = "said" if verb == "added" else verb  # the second thing that somebody said
    rest = [w.low for w in words[clause.verb + 1 : clause.verb + 5]]
    if verb in ("expressed", "voiced", "paid", "expressing", "voicing"):
        noun = next((w for w in rest if w in _NOUNS), "")
        return f"{verb} {noun}".strip()
    follow = rest[0] if rest else ""
    return f"{verb} {follow}" if follow in _FOLLOWING else verb


@dataclass(frozen=True)
class VerbGround:
    """What the source offers a claim: the sentences behind it, the weightiest first, and cues."""

    behind: tuple[int, ...]
    cues: frozenset[str]


@lru_cache(maxsize=16)
def verb_ground(view: View, clause: Clause) -> VerbGround | None:
    """What the source offers a claim; None where nothing of the claim stands in it."""
    behind = _behind(view, clause)
    return VerbGround(tuple(behind), frozenset(_cues(view, clause, behind))) if behind else None


def verb_features(view: View, clause: Clause) -> list[str]:
    """The features of a claim's verb; empty where nothing of the claim stands in the source."""
    ground = verb_ground(view, clause)
    return features_on(view, clause, ground) if ground else []


def features_on(view: View, clause: Clause, ground: VerbGround, other: str = "") -> list[str]:
    """The features of a claim's verb, or of ``other`` in its place."""
    key = verb_key(view, clause, other)
    verb, rungs = key.split()[0], ladder_rungs(key)
    after = view.words[clause.verb + 1] if clause.verb + 1 < clause.last else None
    following = _kind(after.low) if after else "."
    mine = own(view, verb, ground.behind)
    found = {f"{key}|", f"{key}|next={following}", f"own={mine}"}
    for form in (key, *rungs):
        found.add(f"{form}|own={mine}")
        found.update(f"{form}|{cue}" for cue in ground.cues)
    return sorted(found)


def ladder_rungs(key: str) -> tuple[str, ...]:
    """The rungs of the ladders on which a verb stands ("<ask4>")."""
    table = _rungs()
    return table.get(key) or table.get(key.split()[0], ())


@lru_cache(maxsize=1)
def _rungs() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for family, rungs in load("force")["ladder"].items():
        for rank, verbs in enumerate(rungs):
            for verb in verbs:
                found.setdefault(verb, []).append(f"<{family}{rank}>")
    return {verb: tuple(rungs) for verb, rungs in found.items()}


def _kind(low: str) -> str:
    return low if low in _FOLLOWING or low in ("the", "a", "its", "all", "it") else "-"


def _behind(view: View, clause: Clause) -> list[int]:
    """The sentences that a claim comes from, the weightiest first, two at most."""
    count: Counter[int] = Counter()
    for index in range(clause.verb + 1, clause.last):
        place = view.aligned.place[index]
        if place >= 0 and view.words[index].content:
            count[view.aligned.source.sentence[place]] += 1
    ordered = sorted(count, key=lambda s: (-count[s], s))
    return [s for s in ordered if count[s] * 2 >= count[ordered[0]]][:2]


def _cues(view: View, clause: Clause, behind: list[int]) -> set[str]:
    """Cues of the source: the act of the main sentence, modals, and the words before the place
    from which the claim takes its first word.
    """
    sentence = view.source.sentences[behind[0]]
    low = f" {fold(sentence)} "
    found = {f"m:{m}" for m in _MODALS if f" {m} " in low or (m == "?" and "?" in low)}
    found.add(f"act:{acts([sentence], view.source.delegation)[0]}")
    first = next(
        (view.aligned.place[i] for i in range(clause.verb + 1, clause.last)
         if view.words[i].content and view.aligned.place[i] >= 0
         and view.aligned.source.sentence[view.aligned.place[i]] in behind), -1,
    )  # fmt: skip
    words = view.source_words
    for place in range(max(0, first - _BEFORE), first + 1):
        if view.aligned.source.sentence[place] == view.aligned.source.sentence[first]:
            found.add(f"w:{words[place].stem}")
    found |= {f"p:{w}" for w in _first_person(low)}
    number = view.aligned.source.sentence
    opening = [w.stem for p, w in enumerate(words) if number[p] == behind[0]]
    found |= {f"s:{w}" for w in opening}
    return found


def _first_person(low: str) -> list[str]:
    """The words right after "we", "I" or "my delegation"."""
    words = low.split()
    subjects = {"we", "i", "delegation", "country", "government"}
    pairs = zip(words, words[1:], [*words[2:], ""], strict=False)
    return [stem(x) for a, b, c in pairs if a in subjects for x in (b.strip(",.;"), c.strip(",.;"))]


def own(view: View, verb: str, behind: Sequence[int]) -> int:
    """2 where the main sentence has the verb itself, 1 where another one has, else 0."""
    source = view.aligned.source
    places = source.places.get(stem(verb), ())
    if any(source.sentence[p] == behind[0] for p in places):
        return 2
    return int(bool(places))
