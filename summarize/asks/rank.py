"""Which asks a reader would list: a linear model over the wording of a sentence and its asks.

Trained by ``scripts/train_acts.py`` on sentences of statements that ask something by their wording
(``forms``): those that are asks and that a reference condensation of their passage took up, or that a
reader marked as belonging in a table of asks, against the others. Its weights are ``asks`` in ``data/acts.json``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from summarize.asks.forms import Candidate
from summarize.records import Seen
from summarize.speech import ACTS, features, tables

Place = tuple[bool, bool]

LEAST: Final = 2.45
"""Log-odds from which the asks of a sentence are listed. On the references of notes 0.85 of them are then
asked of whom a reader names, and 0.61 of those a reader lists are found.
"""

LEAST_ADDRESSED: Final = 0.0
"""The same for what is asked of somebody in so many words ("we urge the parties to")."""

CARRY, ASK = 0.25, 0.4
"""How much a model of passages adds of its log-odds that the sentence carries its passage, and that it
asks. Chosen on the references of notes with the thresholds; others near them do no better there.
"""

UNSEEN: Final = 2.0
"""What is added where no model has seen the sentence: the thresholds are those of sentences seen."""


def is_listed(
    sentence: str,
    found: Sequence[Candidate],
    delegation: str | None,
    at: Place,
    seen: Seen | None = None,
) -> bool:
    """Whether the asks ``found`` in ``sentence`` belong in a note."""
    addressed = any(one.actor and one.form in ("urged", "called", "that", "hoped") for one in found)
    least = LEAST_ADDRESSED if addressed else LEAST
    return bool(found) and worth(sentence, found, delegation, at) + weight(seen) >= least


def weight(seen: Seen | None) -> float:
    """What a model of passages adds to the log-odds that an ask is listed, or ``UNSEEN``."""
    if seen is None:
        return UNSEEN
    return CARRY * _odds(seen.carry) + ASK * _odds(seen.acts[ACTS.index("ask")])


def _odds(chance: float) -> float:
    bounded = min(max(chance, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))


def worth(sentence: str, found: Sequence[Candidate], delegation: str | None, at: Place) -> float:
    """The log-odds that a reader lists the asks ``found`` in ``sentence``."""
    model = tables()["asks"]
    weights: dict[str, str] = model["hundredths"]
    known = ask_features(sentence, found, delegation, at)
    return float(model["bias"][0] + sum(int(weights.get(one, "0")) for one in known) / 100)


def ask_features(
    sentence: str, found: Sequence[Candidate], delegation: str | None, at: Place
) -> list[str]:
    """The features of a sentence with its asks: its words, and of each ask its form, whether it
    names whom it asks, and how long it is. ``at``: whether the sentence is the first, the last.
    """
    words = features(sentence, delegation, *at)
    forms = {f"@{one.form}" for one in found}
    named = {f"@{one.form}+" for one in found if one.actor}
    longest = max(len(one.action) for one in found)
    size = [f"@{min(3, len(found))}", f"@long{min(6, longest // 30)}"]
    return [*words, *sorted(forms | named), *(["@named"] if named else []), *size]
