"""Formulas that wrap what the speaker does: "I cannot miss this opportunity to express my concern"."""

from __future__ import annotations

from itertools import pairwise

from summarize.edit.inflect import base_of, gerund, past
from summarize.edit.lexicon import PERFORMATIVE
from summarize.edit.token import Tokens, lowers, plain
from summarize.edit.words import word_set

_REACH = 24
_FAILING = word_set("miss fail omit remiss neglect forget pass conclude")
_DENYING = word_set("not cannot never would")
_SUBJECTS = word_set("i we")
_OWN = word_set("i we it")
_OBLIGING = word_set("must should")
_BY_GERUND = {gerund(base): base for base in PERFORMATIVE}


def unwrapped(tokens: Tokens) -> tuple[Tokens, Tokens] | None:
    """Subject and predicate of what is done behind such a formula, or None where there is none.

    "We could not fail to thank the host": ("we", "thank the host"). "It would be remiss of me if I
    did not salute him", "I cannot conclude without thanking him" are of the kind.
    """
    failing = next((i for i, t in enumerate(tokens[:_REACH]) if t.lower in _FAILING), -1)
    ahead = set(lowers(tokens[: max(failing, 0)]))
    if not ahead & _DENYING or ahead & _OBLIGING or tokens[0].lower not in _OWN:
        return None
    for i in range(failing + 1, min(len(tokens) - 2, failing + _REACH // 2)):
        before, token = tokens[i - 1].lower, tokens[i]
        if before in {"to", "not"} and base_of(token.lower) in PERFORMATIVE:
            return _subject(tokens[:i]), (token.become(token.lower, "base"), *tokens[i + 1 :])
        if before == "without" and token.lower in _BY_GERUND:
            verb = token.become(_BY_GERUND[token.lower], "base")
            return _subject(tokens[:i]), (verb, *tokens[i + 1 :])
    return None


def _subject(before: Tokens) -> Tokens:
    """The last "I" or "we" before the act, else "I"."""
    said = [t for t in before if t.lower in _SUBJECTS]
    return (said[-1],) if said else plain("I")


def joined(body: Tokens) -> Tokens:
    """The body of a direct report with what the speaker does besides in the past: of "allow me to
    welcome X and to wish it well", "… X and wished it well".
    """
    for i in range(1, len(body) - 2):
        infinitive = any(a.lower == "to" and b.pos not in _HELD for a, b in pairwise(body[:i]))
        first = lowers(body[i : i + 2]) == ["and", "to"] and not infinitive
        if first and body[i + 2].lower in _GREETING:
            verb = body[i + 2].become(past(body[i + 2].lower), "past")
            return (*body[: i + 1], verb, *body[i + 3 :])
    return body


_HELD = frozenset({"determiner", "possessive", "name", "pronoun", "number"})
"""What "to" stands before that is no infinitive's."""
_GREETING = word_set(
    "wish thank welcome congratulate express commend assure pay reiterate convey extend"
)
