"""Second and later predicates of a clause, which it can do without."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.edit.grammar import FINITE, JOINTS, NOMINAL
from summarize.edit.token import Tokens, lowers
from summarize.edit.unit import Unit


def second_predicate(tokens: Tokens, marks: list[int]) -> Iterator[Unit]:
    """The last of two predicates with its "and" ("should plan homes and build them")."""
    for j in range(3, len(tokens) - 2):
        if tokens[j].lower not in {"and", "but"} or any(m > j for m in marks):
            continue
        kind = tokens[j + 1].pos
        comma = tokens[j - 1].lower == ","
        left = tokens[: j - 1 if comma else j]
        if kind not in FINITE | {"base"} or left[-1].pos not in NOMINAL | {"adverb"}:
            continue
        if _one_before(left, kind) and not any(t.lower == "," for t in left[-25:]):
            yield Unit(len(left), len(tokens), "last")


def later_predicates(tokens: Tokens, marks: list[int]) -> Iterator[Unit]:
    """From the second of three predicates or more to the end of the clause that their list closes
    ("should plan homes, build them and pay for them"): what is left is claimed as before.
    """
    for mark in marks:
        if tokens[mark].lower != "," or mark + 2 >= len(tokens) or not mark:
            continue
        kind, rest = tokens[mark + 1].pos, tokens[mark + 1 :]
        if kind not in _LISTED or tokens[mark - 1].pos not in NOMINAL | {"adverb"}:
            continue
        if tokens[mark - 1].lower.endswith("ing"):
            continue  # "monitoring, regulating and limiting the traffic" share their object
        letters = lowers(rest)
        joint = next((k for k, w in enumerate(letters) if w in JOINTS and k > 1), None)
        closes = joint is not None and joint + 1 < len(rest) and rest[joint + 1].pos == kind
        alone = "," not in lowers(tokens[max(0, mark - 12) : mark])
        plain = closes and letters[joint or 0] == "and" and "or" not in letters
        if plain and alone and _one_before(tokens[:mark], kind):
            yield Unit(mark, len(tokens), "last")


_LISTED = FINITE | {"base", "gerund", "to"}


def _one_before(left: Tokens, kind: str) -> bool:
    """Whether the left has a predicate of the kind, and no pair that waits for its "and"."""
    pairs = {"between", "both", "either", "neither", "not", "no"}
    return any(t.pos == kind for t in left) and not pairs & set(lowers(left[-12:]))
