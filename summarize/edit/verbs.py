"""The reporting verb before "that": the network ranks those that the clause admits."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.edit.inflect import past
from summarize.edit.scheme import ACTS, VERBS
from summarize.edit.token import Tokens, lowers
from summarize.edit.words import word_set

_OBLIGING = frozenset({"must"})
_FIGURES = word_set("million billion thousand per cent percent")


def reporting_verb(act: int, chances: Sequence[float], body: Tokens) -> str:
    """Choose "said" or a verb of no other force.

    "Noted" and "reported" are for what the network takes for a fact, "recalled" for a fact of the
    past, "insisted" for what the clause says "must" be.
    """
    admitted = ["said"]
    words = set(lowers(body))
    if ACTS[act] == "fact" and not words & {"should", "must", "would", "could", "may", "might"}:
        admitted.append("noted")
        if words & _FIGURES or any(t.word.text[:1].isdigit() for t in body):
            admitted.append("reported")
        if any(t.pos == "past" for t in body) and not words & {"is", "are", "has", "have"}:
            admitted.append("recalled")
    if words & _OBLIGING and ACTS[act] == "ask":
        admitted.append("insisted")
    spoken = {
        t.lower if t.pos == "past" else past(t.lower)
        for t in body[:10]
        if t.pos in {"past", "present"}
    }
    admitted = ["said", *(verb for verb in admitted[1:] if verb not in spoken)]
    lead = {"said": 0.6}
    return max(admitted, key=lambda verb: chances[VERBS.index(verb)] * lead.get(verb, 1.0))
