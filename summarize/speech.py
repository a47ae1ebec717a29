"""What each sentence of a statement does: ask, commit, take a position, state a fact, be polite.

A linear model over words and word pairs, trained by ``scripts/train_acts.py``; its weights are
data (``data/acts.json``; a feature's are a string, for that is read sooner than a list of numbers,
and most are never asked for), beside those of the asks worth listing (``summarize.asks.rank``).
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence
from typing import Any, get_args

from summarize.lexicon import weights
from summarize.records import Act, Seen
from summarize.words import fold, words

ACTS: tuple[Act, ...] = get_args(Act)
LETTERS: dict[str, Act] = {
    "A": "ask", "C": "commitment", "P": "position", "F": "fact", "X": "courtesy",
}  # fmt: skip
_NAMED = re.compile(r"(?<=\s)[A-Z]")
_FIGURE = re.compile(r"\d+")
_PAST = re.compile(r"\w{3}ed\b")
_YEAR = re.compile(r"(?:ed|en)\b.* in (?:19|20)\d\d")


def acts(
    sentences: Sequence[str], delegation: str | None = None, seen: Sequence[Seen | None] = ()
) -> tuple[Act, ...]:
    """The speech act of each sentence of a statement, or of a part of one, in order.

    ``seen``: what a model of passages saw in each sentence, which has a vote, or nothing.
    """
    last = len(sentences) - 1
    votes = seen or [None] * len(sentences)
    return tuple(
        _act(features(s, delegation, i == 0, i == last), vote)
        for i, (s, vote) in enumerate(zip(sentences, votes, strict=True))
    )


VOTE, CHANCE = 0.7, 0.02
"""How much of the logarithm of the chance that a model of passages gives an act (and ``CHANCE``, so that
no act is barred) counts. Any share from a half to one does on the valid split (macro-F1 .80; without
.77; with one vote for the likeliest act .79).
"""


def _act(found: Sequence[str], vote: Seen | None) -> Act:
    model = tables()["acts"]
    totals = list(model["bias"])
    for feature in found:
        for i, weight in enumerate(model["hundredths"].get(feature, "").split()):
            totals[i] += int(weight) / 100
    if vote is not None:
        totals = [
            total + VOTE * math.log(chance + CHANCE)
            for total, chance in zip(totals, vote.acts, strict=True)
        ]
    return ACTS[max(range(len(ACTS)), key=totals.__getitem__)]


def tables() -> dict[str, Any]:
    """The trained weights: ``acts``, a weight an act for each feature, and ``asks``, one each."""
    return weights("acts")


def features(
    sentence: str, delegation: str | None = None, first: bool = False, last: bool = False
) -> list[str]:
    """The features of a sentence: words, word pairs, how it opens, and where it stands.

    The delegation's name becomes ``<us>`` and a figure ``<n>``, so that a feature holds for all.
    """
    low = [_token(w.low) for w in words(_masked(sentence, delegation)) if not w.mark]
    pairs = [f"{a} {b}" for a, b in itertools.pairwise(low)]
    triples = [" ".join(low[i : i + 3]) for i in range(max(0, min(len(low) - 2, 6)))]
    opening = [f"^{n}:{w}" for n, w in enumerate(low[:3])]
    places = [m for m, on in (("#first", first), ("#last", last), ("#?", "?" in sentence)) if on]
    return sorted({*low, *pairs, *triples, *opening, *places, *_shape(sentence, len(low))})


def _shape(sentence: str, length: int) -> list[str]:
    """How long a sentence is, and how many names, figures and past forms it holds."""
    quoted = any(mark in sentence for mark in '"“')
    return [
        f"#{min(length // 8, 5)}",
        f"#long{min(len(sentence) // 40, 8)}",
        f"#names{min(len(_NAMED.findall(sentence)), 4)}",
        f"#figures{min(len(_FIGURE.findall(sentence)), 3)}",
        f"#past{min(len(_PAST.findall(sentence)), 3)}",
        *(["#year"] if _YEAR.search(sentence) else []),
        *(["#quote"] if quoted else []),
    ]


def _masked(sentence: str, delegation: str | None) -> str:
    if not delegation:
        return sentence
    name = fold(delegation).removeprefix("the ")
    return fold(sentence).replace(f"the {name}", "usus").replace(name, "usus")


def _token(low: str) -> str:
    if low == "usus":
        return "<us>"
    return "<n>" if low[:1].isdigit() or low[:1] in "$€£" else low
