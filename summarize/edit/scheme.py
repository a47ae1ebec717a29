"""What the heads of the model name: the classes, in the order of their outputs."""

from __future__ import annotations

from typing import Final

from summarize.records import Act

TAGS: Final = ("delete", "keep", "shift")
ACT_LETTERS: Final = "ACPFX"
ACTS: Final[tuple[Act, ...]] = ("ask", "commitment", "position", "fact", "courtesy")
VERBS: Final = (
    "said", "noted", "reported", "recalled", "warned", "insisted", "stressed", "emphasized",
    "announced", "pledged", "hoped", "regretted", "reiterated", "reaffirmed", "proposed",
    "believed", "called", "asked", "described", "expressed", "other",
)  # fmt: skip
POS: Final = (
    "noun", "name", "pronoun", "possessive", "determiner", "preposition", "to", "conjunction",
    "modal", "base", "present", "past", "participle", "gerund", "adjective", "adverb", "relative",
    "number", "there", "particle", "genitive", "mark", "other",
)  # fmt: skip
WORD_HEADS: Final = {"tag": len(TAGS), "pos": len(POS), "heading": 1}
SENTENCE_HEADS: Final = {"carry": 1, "act": len(ACTS), "verb": len(VERBS), "main": 1, "needs": 1}
HEADS: Final = WORD_HEADS | SENTENCE_HEADS
"""How many outputs each head has, in the order in which an engine lays them side by side."""
