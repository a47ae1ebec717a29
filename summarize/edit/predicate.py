"""Where the main verb of a predicate stands, behind its auxiliaries and adverbs."""

from __future__ import annotations

from summarize.edit.lexicon import LEADS
from summarize.edit.token import Tokens, lowers
from summarize.edit.words import word_set


def verb_of(tokens: Tokens) -> tuple[str, int | None]:
    """The auxiliary lead of a predicate ("would like to") and the place of its main verb."""
    i = past_adverbs(tokens, 0)
    lead = ""
    while found := _lead(tokens, i):
        lead, i = lead or found[0], past_adverbs(tokens, found[1])
        if lowers(tokens[i : i + 1]) == ["to"]:
            i = past_adverbs(tokens, i + 1)
    return lead, i if i < len(tokens) else None


_LEADS = sorted(LEADS, key=len, reverse=True)
_BETWEEN = word_set("now here also again further once more therefore thus first finally")


def _lead(tokens: Tokens, start: int) -> tuple[str, int] | None:
    """The auxiliary lead at ``start`` and the place behind it; adverbs may stand in it."""
    for phrase in _LEADS:
        i = start
        for n, word in enumerate(phrase.split()):
            while n and i < len(tokens) and tokens[i].lower in _BETWEEN:
                i += 1
            if i >= len(tokens) or _BASES.get(tokens[i].lower, tokens[i].lower) != word:
                break
            i += 1
        else:
            return phrase, i
    return None


_BASES = {"'d": "would", "'ve": "have", "'re": "are", "'m": "am",
          "wishes": "wish", "wants": "want", "has": "have", "is": "are", "takes": "take",
          "joins": "join", "feels": "feel", "seizes": "seize"}  # fmt: skip


_TURNING = word_set(
    "not never n't no hardly scarcely barely rarely seldom neither only partly partially"
)


def past_adverbs(tokens: Tokens, i: int) -> int:
    """The first place from ``i`` that holds no adverb of the kind that may be left out."""
    while i < len(tokens):
        adverb = tokens[i].pos == "adverb" or tokens[i].lower in {"further", "also", "therefore"}
        if adverb and tokens[i].lower not in _TURNING:
            i += 1
        elif lowers(tokens[i : i + 2]) in (["once", "again"], ["once", "more"]):
            i += 2
        elif (
            (
                tokens[i].lower == "and"
                and i
                and {t.pos for t in tokens[i - 1 : i + 2 : 2]} == {"adverb"}
            )
            or (tokens[i].lower == "," and i + 1 < len(tokens) and tokens[i + 1].pos == "adverb")
            or (tokens[i].lower == "," and i and tokens[i - 1].pos == "adverb")
        ):
            i += 1
        else:
            return i
    return i
