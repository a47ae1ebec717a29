"""Which verb is the main one, and which stretches hang on another clause."""

from __future__ import annotations

from summarize.edit.token import Tokens
from summarize.edit.words import word_set

FINITE = frozenset({"present", "past", "modal"})
VERBAL = FINITE | {"base", "gerund", "participle"}
NOMINAL = frozenset({"noun", "name", "number"})
JOINTS = frozenset({"and", "or", "but"})
SHIFTED = 0.3
"""How sure the network must be that a word is a verb of the past in a report."""
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


def with_verb(tokens: Tokens) -> Tokens:
    """The tokens, with the word that the network would move to the past as their main verb where
    it classed none as a verb ("the consequences require funding"); nouns in the plural that it took for
    verbs are nouns.
    """
    tokens = tuple(
        t.become(t.word.text, "noun") if _is_noun(tokens, i) else t for i, t in enumerate(tokens)
    )
    if main_verb(tokens) >= 0:
        return tokens
    doing = [i for i in range(1, len(tokens) - 1) if tokens[i].pos == "participle"]
    for i in [k for k in doing if _acts(tokens, k)] or [k for k in doing if _follows(tokens, k)]:
        past = tokens[i].become(tokens[i].word.text, "past")
        return (*tokens[:i], past, *tokens[i + 1 :])
    likely = [i for i, t in enumerate(tokens) if i and t.pos in {"noun", "base", "adjective"}]
    best = max(likely, key=lambda i: tokens[i].shift, default=-1)
    if best < 0 or tokens[best].shift < SHIFTED:
        return tokens
    verb = tokens[best].become(tokens[best].word.text, "present")
    done = (*tokens[:best], verb, *tokens[best + 1 :])
    return done if main_verb(done) >= 0 else tokens


def _is_noun(tokens: Tokens, i: int) -> bool:
    """Whether a word classed as a verb is a noun in the plural ("tax havens in the Pacific")."""
    token = tokens[i]
    plural = token.pos == "present" and token.lower.endswith("s") and token.shift < _WEAK
    if token.lower == "means" and [t.lower for t in tokens[max(0, i - 2) : i]] == ["ways", "and"]:
        return True
    if _owned(tokens, i) or _has_verb(tokens, i):
        return True
    if not plural or i + 1 >= len(tokens) or token.lower in _FORMS:
        return False
    opens = i == 0 or (i == 2 and tokens[1].is_mark)
    before = opens or tokens[i - 1].pos in {"noun", "adjective"}
    held = before and tokens[i + 1].pos == "preposition"
    return held and any(
        t.pos == "modal" or (t.pos in FINITE and t.shift > SHIFTED) for t in tokens[i + 1 :]
    )


def _owned(tokens: Tokens, i: int) -> bool:
    """Whether a possessive and an adjective stand before ("our sincere wish")."""
    held = (
        i > 1
        and tokens[i - 1].pos in {"adjective", "participle"}
        and tokens[i - 2].pos == "possessive"
    )
    return held and tokens[i].pos in {"present", "base"} and tokens[i].lower not in _FORMS


def _has_verb(tokens: Tokens, i: int) -> bool:
    """Whether an adjective stands before and the verb right behind ("humanitarian needs escalate")."""
    if not 0 < i < len(tokens) - 1 or tokens[i].lower in _FORMS:
        return False
    plural = tokens[i].pos == "present" and tokens[i].lower.endswith("s")
    alone = tokens[i - 1].pos == "adjective" and (i == 1 or tokens[i - 2].pos != "determiner")
    return plural and alone and tokens[i + 1].pos in {"present", "past", "modal", "base"}


_WEAK = 0.1
_FORMS = word_set("is has does was")


def _follows(tokens: Tokens, i: int) -> bool:
    """Whether the participle follows a subject at all ("The summit demonstrated beyond doubt")."""
    subject = any(t.pos in {"determiner", "name", "possessive"} for t in tokens[:i])
    return subject and tokens[i - 1].pos in NOMINAL and tokens[i].lower.endswith("ed")


def _acts(tokens: Tokens, i: int) -> bool:
    """Whether the participle stands between a subject and an object ("The Office supported 20")."""
    objects = {"determiner", "possessive", "name", "number", "noun", "pronoun"}
    k = i - 1
    while k > 0 and (tokens[k].pos == "adverb" or tokens[k].is_mark):
        k -= 1
    before = tokens[k].pos in NOMINAL
    return before and tokens[i].lower.endswith("ed") and tokens[i + 1].pos in objects


def _subordinates(tokens: Tokens, i: int) -> bool:
    token = tokens[i]
    if token.lower in {"if", "where", "when"} and _verbless(tokens, i):
        return False
    if token.pos == "relative" or token.lower in SUBORDINATORS - {"since"}:
        return True
    return token.lower == "that" and i > 0 and tokens[i - 1].pos in {"noun", "name", "mark"}


def _verbless(tokens: Tokens, i: int) -> bool:
    """Whether "if" or "where" stands with an adjective alone ("if necessary", "where applicable")."""
    following = tokens[i + 1 : i + 3]
    return (
        len(following) > 0
        and following[0].pos in {"adjective", "participle"}
        and (len(following) < 2 or following[1].is_mark)
    )


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


def opens_where(tokens: Tokens) -> bool:
    """Whether the stretch is a condition with "where" ("where a State fails to comply")."""
    return [t.lower for t in tokens[:1]] == ["where"] and any(t.pos in FINITE for t in tokens)


def is_subordinate(tokens: Tokens) -> bool:
    """Whether no main clause follows "because he saw that …" or "even after another State was …"."""
    first = 1 if tokens[0].lower in {"even", "just", "simply"} else 0
    if first >= len(tokens) or tokens[first].lower not in _SUBORDINATING:
        return False
    commas = [i for i, t in enumerate(tokens) if t.lower == "," and i > first + 1]
    behind = [tokens[i + 1 :] for i in commas if tokens[i + 1 : i + 2]]
    verbal = FINITE | {"participle", "base"}
    return not any(
        rest[0].lower not in JOINTS | _SUBORDINATING and any(t.pos in verbal for t in rest)
        for rest in behind
    )


_SUBORDINATING = word_set("because although though whereas after when while since until before")
