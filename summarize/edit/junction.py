"""Whether words that a deletion brings together may stand so, and whether a clause is whole."""

from __future__ import annotations

from itertools import pairwise

from summarize.edit.grammar import FINITE, JOINTS
from summarize.edit.lexicon import ARTICLES, DETERMINERS, HALVING, PREPOSITIONS
from summarize.edit.token import Token, Tokens, size
from summarize.edit.words import word_set

_OPEN_ENDED = frozenset(
    {
        "determiner",
        "possessive",
        "preposition",
        "to",
        "conjunction",
        "modal",
        "relative",
        "genitive",
    }
)
_NEVER_LAST = word_set("if that because while which whose the a an of and or than")
_NOMINAL = frozenset({"noun", "name", "pronoun", "number"})
_NOUN_LIKE = _NOMINAL | {"adjective", "determiner", "possessive", "gerund", "participle"}


def fits(left: Token, right: Token | None) -> bool:
    """Whether ``right`` (None for the end) may follow ``left`` where it did not in the source."""
    if right is None or right.lower in {",", ".", ";", ")", "—", ":"}:
        return _closes(left)
    if left.lower in ARTICLES or left.pos in {"possessive", "genitive"}:
        return right.pos in {"noun", "name", "adjective", "number", "gerund", "participle"}
    if left.lower in DETERMINERS and left.pos == "determiner":
        return right.pos not in {"preposition", "to", "conjunction", "modal", "mark"}
    if left.pos in {"to", "modal"}:
        return right.pos in {"base", "adverb"}
    if left.pos == "preposition" or left.lower in PREPOSITIONS:
        return right.pos in _NOUN_LIKE
    if left.pos in {"conjunction", "relative"} or left.lower == ",":
        return True
    if left.pos in _NOMINAL:
        return right.pos not in {"noun", "name", "pronoun", "determiner", "possessive", "base",
                                 "adjective", "number"}  # fmt: skip
    return True


def _closes(token: Token) -> bool:
    if token.pos in {"adverb", "particle"} and token.lower != "not":
        return True
    if token.pos in _OPEN_ENDED or token.lower in DETERMINERS - {"all", "both", "each", "another"}:
        return False
    return token.lower not in PREPOSITIONS | {
        ",",
        "and",
        "or",
        "but",
        "not",
        "as",
        "than",
        "—",
        "(",
    }


def _waits(tokens: Tokens) -> bool:
    """Whether a preposition waits for an object behind a comma ("the use of, and trade in, …")."""
    return any(t.pos == "preposition" and n.lower == "," for t, n in pairwise(tokens))


def _joins_nothing(tokens: Tokens) -> bool:
    """Whether the last "and" or "or" joins only an aside ("or, even worse")."""
    last = [i for i, t in enumerate(tokens) if t.lower in JOINTS]
    rest = tokens[last[-1] + 1 :] if last else ()
    only = all(t.is_mark or t.pos in {"adverb", "adjective"} for t in rest)
    return bool(rest) and rest[0].is_mark and only


_HANGING_LAST = word_set("always never only also even just both either")


def whole(tokens: Tokens, end: int = -1) -> bool:
    """Whether every junction of ``tokens`` holds and what comes in pairs is paired.

    ``end`` is the place of the word that closed the clause in the source, and so may close it.
    """
    if size(tokens) < 3:
        return False
    for left, right in zip(tokens, (*tokens[1:], None), strict=True):
        follows = end if right is None else right.at - 1
        # -2: what follows was put in for words that stood there (``naming``)
        kept_together = left.at >= 0 and follows in {left.at, -2}
        if not kept_together and left.at >= 0 and not fits(left, right):
            return False
    if tokens[-1].lower in _NEVER_LAST:
        return False
    if any(t.lower == "following" and n.lower == ":" for t, n in pairwise(tokens)):
        return False  # the list that follows is seldom whole
    if tokens[-1].at != end and (_joins_nothing(tokens) or _waits(tokens)):
        return False
    if tokens[-1].lower in _HANGING_LAST and tokens[-1].at != end:
        return False
    closed = tokens[-1].at == end or not _cut_in_list(tokens)
    return closed and _paired(tokens, end) and _balanced(tokens) and _predicated(tokens, end)


def _cut_in_list(tokens: Tokens) -> bool:
    """Whether words are left out at the end of the sentence and the last stretch between commas
    is a predicate without the "and" that its list still waited for ("explored it, kept it").
    """
    commas = [i for i, t in enumerate(tokens) if t.lower == ","]
    if not commas or commas[-1] == 0 or commas[-1] + 1 >= len(tokens):
        return False
    last = tokens[commas[-1] + 1 :]
    plain = {"present", "base", "modal"}
    acts = last[0].pos == "noun" and last[1:2] and last[1].pos in {"determiner", "possessive"}
    listed = last[0].pos in {"present", "past", "base", "participle"} or bool(acts)
    kinds = plain if acts or last[0].pos in plain else {last[0].pos}
    before = any(t.pos in kinds for t in tokens[: commas[-1]])
    return listed and before and not any(t.lower in JOINTS for t in last)


def _predicated(tokens: Tokens, end: int) -> bool:
    """Whether a finite verb follows the last "when", "where", "which" or "who", or all that
    followed it in the source.
    """
    heads = [
        i
        for i, t in enumerate(tokens)
        if t.lower in {"when", "where", "which", "who", "if"}
        or (t.lower == "that" and i and tokens[i - 1].pos in {"noun", "base"})
    ]
    return (
        not heads
        or any(t.pos in FINITE for t in tokens[heads[-1] :])
        or _prepositional(tokens, heads[-1])
        or _untouched(tokens[heads[-1] :], end)
    )


def _untouched(tokens: Tokens, end: int) -> bool:
    """Whether the tokens stand as in the source, up to the word that closed the clause."""
    places = [t.at for t in tokens]
    return places[-1] == end and places == list(range(places[0], end + 1))


def _prepositional(tokens: Tokens, i: int) -> bool:
    """Whether "when" stands without a verb of its own ("when undertaking …")."""
    return i + 1 < len(tokens) and tokens[i + 1].pos in {
        "gerund",
        "participle",
        "preposition",
        "to",
    }


def _paired(tokens: Tokens, end: int) -> bool:
    """Whether "between" and "both" still have their "and", "either" its "or"."""
    for i, token in enumerate(tokens):
        if _untouched(tokens[i:], end):
            return True
        after = {t.lower for t in tokens[i + 1 : i + 30]}
        if token.lower == "between" and "and" not in after:
            return False
        each = token.lower == "both" and i + 1 < len(tokens) and tokens[i + 1].pos == "preposition"
        if each and ("and", tokens[i + 1].lower) not in zip(
            [t.lower for t in tokens[i:]], [t.lower for t in tokens[i + 1 :]], strict=False
        ):
            return False
        if token.lower == "either" and "or" not in after:
            return False
        only = token.lower == "not" and {t.lower for t in tokens[i + 1 : i + 2]} & HALVING
        if only and not after & {"but", "also"}:
            return False
    return True


def _balanced(tokens: Tokens) -> bool:
    letters = [t.word.text for t in tokens]
    return (
        letters.count("(") == letters.count(")")
        and letters.count("“") == letters.count("”")
        and letters.count('"') % 2 == 0
    )
