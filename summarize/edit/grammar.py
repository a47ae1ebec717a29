"""Which verb is the main one, and which stretches hang on another clause."""

from __future__ import annotations

from summarize.edit.token import Tokens
from summarize.edit.words import word_set

FINITE = frozenset({"present", "past", "modal"})
VERBAL = FINITE | {"base", "gerund", "participle"}
NOMINAL = frozenset({"noun", "name", "number"})
JOINTS = frozenset({"and", "or", "but"})
SUBORDINATORS = word_set("when while because since where whereas although though if")


def main_verb(tokens: Tokens) -> int:
    """The place of the first finite verb outside subordinate clauses, or -1 where there is none."""
    depth = 0
    for i, token in enumerate(tokens):
        if _subordinates(tokens, i):
            depth += 1
        elif token.pos in FINITE and (i == 0 or tokens[i - 1].pos != "modal"):
            if depth == 0:
                return i
            depth -= 1
    return -1


def _subordinates(tokens: Tokens, i: int) -> bool:
    token = tokens[i]
    if token.pos == "relative" or token.lower in SUBORDINATORS - {"since"}:
        return True
    return token.lower == "that" and i > 0 and tokens[i - 1].pos in {"noun", "name", "mark"}


def hanging(tokens: Tokens) -> bool:
    """Whether each finite verb of the stretch follows a word in it that subordinates it."""
    depth = 0
    for token in tokens:
        if token.pos == "relative" or token.lower in SUBORDINATORS | {"that"}:
            depth += 1
        elif token.pos in FINITE:
            if depth == 0:
                return False
            depth -= 1
    return True
