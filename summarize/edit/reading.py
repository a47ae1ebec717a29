"""The words of a sentence with what the network thinks of each, where it cannot be right put right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.edit.grammar import with_verb
from summarize.edit.inflect import is_no_verb
from summarize.edit.lexicon import PERFORMATIVE
from summarize.edit.stray import printed
from summarize.edit.tagger import SentenceView
from summarize.edit.token import Token, Tokens
from summarize.edit.words import Word, word_set

_NOISE = "_*"


def tokens_of(
    sentence: Sequence[Word], view: SentenceView, known: frozenset[str] = frozenset()
) -> Tokens:
    """The words of a sentence with what the network thinks of each.

    Its first word loses its capital where the passage has it without (``known``).
    """
    stray = printed(tuple(sentence))
    tokens = tuple(
        Token(
            _plain(_read(sentence, i) if i or word.lower not in known else word.become(word.lower)),
            "mark" if word.is_mark else _class(sentence, i, view.pos[i], view.shift[i]),
            view.keep[i],
            view.shift[i],
            i,
        )
        for i, word in enumerate(sentence)
        if word.text.strip(_NOISE) and i not in stray
    )
    return with_verb(tokens)


def _class(sentence: Sequence[Word], i: int, found: str, shift: float) -> str:
    """The word's class: "the political will" is no modal, "thrives" no plain form and "resolutely" no
    verb, whatever the network says.
    """
    if i > 0 and sentence[i].lower == "will" and sentence[i - 1].lower in _WILLED:
        return "noun"
    if sentence[i].text == "May" and i > 0 and found == "modal":
        return "name"  # "the attacks of 3 May"
    if found == "present" and _is_named(sentence, i, shift):
        return "noun"
    if found in _VERB_CLASSES and is_no_verb(sentence[i].lower):
        return "adjective"
    if _is_at_hand(sentence, i):
        return "adjective"
    if _follows_subject(sentence, i, found, shift):
        return "present"
    if found in {"base", "participle"} and _THIRD.search(sentence[i].text):
        return "present"
    clause = i > 1 and sentence[i - 2].lower in {"which", "whom"} and sentence[i - 1].lower == "we"
    if clause and found == "noun":
        return "present"
    if found == "adjective" and _MANNER.search(sentence[i].text):
        return "adverb"
    adverb = found in {"base", "present"} and _LY.search(sentence[i].text)
    return "adverb" if adverb else found


_VERB_CLASSES = frozenset({"base", "present", "past", "gerund"})
_STILL = word_set("still also now always often already")
_HERALDS = word_set(
    "to will would shall should can could may might must not let do does did cannot"
)


def _is_at_hand(sentence: Sequence[Word], i: int) -> bool:
    """Whether "present" says who is there ("the women present at this Assembly")."""
    beside = sentence[i + 1].lower if i + 1 < len(sentence) else ""
    return i > 0 and sentence[i].text == "present" and beside in _AT


_AT = word_set("at here in among today")


def _follows_subject(sentence: Sequence[Word], i: int, found: str, shift: float) -> bool:
    """Whether the network took a present form for another one: "ills which gnaw at us", "cases still exist"."""
    letters, before = sentence[i].lower, sentence[i - 1].lower if i else ""
    if found == "gerund" and before in {"which", "who"}:
        return letters.isalpha() and not letters.endswith("ing")
    if found != "base" or before not in _STILL or shift < _SEEN or letters.endswith("ed"):
        return False
    return not _HERALDS & {w.lower for w in sentence[max(0, i - 6) : i]}


_SEEN = 0.15


def _is_named(sentence: Sequence[Word], i: int, shift: float) -> bool:
    """Whether a noun was taken for a verb ("victims' needs", "hopes and freedoms", "the Arab call to")."""
    before, after = (
        sentence[i - 1] if i else None,
        sentence[i + 1] if i + 1 < len(sentence) else None,
    )
    if after is None or before is None:
        return False
    if before.lower.endswith("ly") or before.lower in {"still", "also", "always"}:
        return False
    ends = after.is_mark or after.lower in {"and", "or", "of"}
    if sentence[i].lower in _WANTS and shift < _UNSURE and ends:
        return True
    called = sentence[i].lower in {"call", "appeal", "request"} and after.lower in {"to", "for"}
    one = i > 1 and sentence[i - 2].lower == "the" and not before.lower.endswith("s")
    return called and one


_WANTS, _UNSURE = word_set("needs hopes wants demands fears interests concerns"), 0.5
_MANNER = re.compile(r"^[a-z]{3,}(?:ively|ously|ally|fully|antly|ently|ately|ibly|ably)$")
_THIRD = re.compile(r"^[a-z]+[^aisu]s$")
"""A form in "-s" that is no plain form, as "address" and "focus" are."""
_LY = re.compile(r"^(?!(?:re|r?al|tal|bul|sul|dal|sal|gal|jel)l?y$)[a-z]+[^pr]ly$")


_WILLED = frozenset(
    {"political", "the", "common", "collective", "good", "free", "popular", "its", "their", "our", "his",
     "her", "my", "own"}
)  # fmt: skip


def _read(sentence: Sequence[Word], i: int) -> Word:
    """The word, with "I" for the bar that scanning has made of it ("| trust that")."""
    barred = sentence[i].text == "|" and i + 1 < len(sentence)
    speaks = barred and (
        sentence[i + 1].lower in PERFORMATIVE | _OF_I or sentence[i + 1].lower.endswith("ed")
    )
    return sentence[i].become("I") if speaks else sentence[i]


_OF_I = word_set("could was am have had did saw think believe would will repeatedly also")


def _plain(word: Word) -> Word:
    """The word without the marks of scanning or of emphasis."""
    return word.become(word.text.strip(_NOISE)) if set(word.text) & set(_NOISE) else word
