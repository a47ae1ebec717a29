"""Backshift: the finite verbs of a reported clause move into the past, as references have it."""

from __future__ import annotations

from summarize.edit.inflect import past
from summarize.edit.lexicon import PERFORMATIVE
from summarize.edit.token import Token, Tokens

_MODALS = frozenset({"will", "can", "may", "cannot", "shall"})
_AUXILIARIES = frozenset({"is", "are", "has", "have", "does", "do", "am"})
_SURE = 0.5


def backshifted(tokens: Tokens) -> Tokens:
    """The tokens with present forms and "will", "can", "may" in the past; quotations stay."""
    quoted = False
    done: list[Token] = []
    for i, token in enumerate(tokens):
        quoted ^= token.word.text in {'"', "“", "”"}
        done.append(token if quoted else _shifted(tokens, i))
    return tuple(done)


def _shifted(tokens: Tokens, i: int) -> Token:
    token = tokens[i]
    before = tokens[i - 1] if i else None
    if token.at < 0 or not token.word.text.isalpha():
        return token
    if token.pos == "modal" and token.lower in _MODALS:
        return token.become(past(token.lower))
    if before is not None and before.pos in {"modal", "to"} and token.lower != "is":
        return token
    if token.lower in _AUXILIARIES and token.pos == "present":
        return token.become(past(token.lower), "past")
    if token.pos == "present" and token.word.text.islower() and token.shift >= 0.2:
        return token.become(past(token.lower), "past")
    sure = token.shift > _SURE and token.pos in {"base", "present", "noun"}
    if sure and token.lower in PERFORMATIVE and token.word.text.islower():
        return token.become(past(token.lower), "past")
    return token
