"""Backshift: the finite verbs of a reported clause move into the past, as references have it."""

from __future__ import annotations

from dataclasses import replace

from summarize.edit.finite import (
    AUXILIARIES,
    BASE_HERALDS,
    HAD,
    MODALS,
    PEOPLE,
    SINGULAR,
    SOME,
    has_subject,
    helped,
    is_finite,
    no_verb,
    third_person,
    verb_before,
    word_before,
)
from summarize.edit.grammar import FINITE, main_verb
from summarize.edit.inflect import base_of, past
from summarize.edit.lexicon import MANDATIVE
from summarize.edit.token import Token, Tokens, lowers, plain
from summarize.edit.words import word_set


def backshifted(
    tokens: Tokens, mandative: bool = False, style: str = "that", hoped: bool = False
) -> Tokens:
    """The tokens with present forms and "will", "can", "may" in the past; quotations stay.

    After a ``mandative`` verb ("recommended that it abandon …") plain forms stay. Where the report
    is "direct" a second verb of the speaker's goes with the first ("thanked … and welcomed"). What is
    ``hoped`` "would" be ("hope that all join us").
    """
    direct = style == "direct"
    tokens = tuple(
        replace(t, pos="present", shift=1.0) if has_subject(tokens, i) else t
        for i, t in enumerate(tokens)
    )
    main = main_verb(tokens) if style == "that" or "that" in lowers(tokens) else -1
    wanted = [i for i, t in enumerate(tokens) if t.lower in MANDATIVE]
    quoted = False
    done: list[Token] = []
    for i, token in enumerate(tokens):
        quoted ^= token.word.text in {'"', "“", "”"}
        if direct and not quoted and _second_act(tokens, i):
            done.append(token.become(_past(token.lower), "past"))
            continue
        demanded = mandative and (style != "need" or not _CLAUSES & set(lowers(tokens[:i])))
        if hoped and i == main and not quoted and _awaited(tokens, i, main):
            done += [*plain("would"), token.become(base_of(token.lower), "base")]
            continue
        done.append(
            token
            if quoted or _plain(token, demanded or _demanded(tokens, i, wanted))
            else _shifted(tokens, i, main, direct)
        )
    return tuple(done)


_CLAUSES = word_set("that which who whom if when because where what how whether")
"""What opens a clause within what must be done ("insisted on the need to ensure that rates …")."""


def _awaited(tokens: Tokens, i: int, main: int) -> bool:
    """Whether the verb tells what is to come: "is" and "has" may tell what is. Another verb close behind
    shows a noun ("that peace talks lead to").
    """
    token, near = tokens[i], tokens[i + 1 : i + 7]
    verb = token.pos == "present" and token.lower not in AUXILIARIES and token.at >= 0
    led = word_before(tokens, i) in PEOPLE | {"and"} or no_verb(tokens, i, main)
    led = led or any(t.pos == "base" for t in near[:1])
    return verb and not led and not any(t.pos in FINITE for t in near)


def _demanded(tokens: Tokens, i: int, wanted: list[int]) -> bool:
    """Whether a verb or adjective of demand with "that" stands before ("asked that it report")."""
    return any(
        "that" in (behind := lowers(tokens[w + 1 : min(w + 6, i)])) and "need" not in behind
        for w in wanted
        if w < i
    )


def _plain(token: Token, mandative: bool) -> bool:
    third = token.lower.endswith("s") and not token.lower.endswith(("ss", "us", "is"))
    return mandative and token.lower not in AUXILIARIES | MODALS and not third


def _shifted(tokens: Tokens, i: int, main: int, direct: bool) -> Token:
    token = tokens[i]
    letters = token.word.text.removeprefix("re-")
    if token.at < 0 or not letters.isalpha() or letters != letters.lower():
        return token
    if helped(tokens, i):
        return token
    aside = i > 1 and tokens[i - 2].lower in {",", "—", "-", "–", "("}
    if aside and lowers(tokens[i - 1 : i + 2]) == ["that", "is", ","]:
        return token  # "– that is, on the coast –"
    if token.lower == "have" and _modal_apart(tokens, i):
        return token
    if token.lower == "welcome" and i > 1 and tokens[i - 2].pos == "adjective":
        return token  # "this important and welcome initiative"
    if token.lower in _PARTICIPLES and _joins_participle(tokens, i):
        return token
    if token.lower in MODALS:
        return token.become(past(token.lower)) if _is_modal(tokens, i) else token
    before = word_before(tokens, i)
    herald = before in BASE_HERALDS and (before == "to" or not third_person(token))
    if herald or _plain_after(tokens, i) or _emphatic(tokens, i):
        return token
    auxiliary = token.lower in AUXILIARIES and token.pos in {"present", "modal"}
    clause = {"who", "which", "that"} & set(lowers(tokens[:i]))
    if direct and token.lower == "are" and i and tokens[i - 1].lower == "and" and not clause:
        return token.become("was", "past")
    if auxiliary or (not no_verb(tokens, i, main) and is_finite(tokens, i, main, direct)):
        return token.become(_past(token.lower), "past")
    return token


def _past(letters: str) -> str:
    """The past of a verb, "re-" or not."""
    bare = letters.removeprefix("re-")
    return past(letters) if bare == letters else "re-" + past(bare)


def _modal_apart(tokens: Tokens, i: int) -> bool:
    """Whether a modal stands before "have", adverbs apart ("would in all probability have meant")."""
    k = i - 1
    while k > 0 and (
        tokens[k].pos in {"adverb", "preposition", "determiner"} or tokens[k].lower in _ODDS
    ):
        k -= 1
    return k >= 0 and tokens[k].pos == "modal" and tokens[k].word.text != "May"


_ODDS = word_set("probability likelihood all")
_PARTICIPLES = word_set("become come overcome run")


def _joins_participle(tokens: Tokens, i: int) -> bool:
    """Whether "become" goes with a participle before its "and" ("had opened and become more free")."""
    back = tokens[max(0, i - 8) : i]
    return word_before(tokens, i) == "and" and any(t.lower in HAD for t in back)


def _plain_after(tokens: Tokens, i: int) -> bool:
    """Whether the verb stays plain behind "does not in any sense …" or in "that it do so"."""
    listed = tokens[i].lower == "do" and i > 0 and tokens[i - 1].lower in {";", ","}
    if listed and verb_before(tokens, i) in {"base", "gerund", ""}:
        return True  # "to strive harder; do better"
    if tokens[i].lower == "do" and (
        word_before(tokens, i) in SINGULAR or lowers(tokens[i : i + 2]) == ["do", "so"]
    ):
        return True
    doing = next(
        (k for k in range(i - 1, max(-1, i - 7), -1) if tokens[k].pos in FINITE | {"base", "mark"}),
        -1,
    )
    return (
        doing >= 0
        and tokens[doing].lower in {"do", "does", "did"}
        and lowers(tokens[doing + 1 : doing + 2]) == ["not"]
    )


def _emphatic(tokens: Tokens, i: int) -> bool:
    """Whether "does, indeed," stands before a plain form."""
    near = lowers(tokens[max(0, i - 4) : i])
    return near[-1:] == [","] and near[-3:-2] == [","] and near[0] in {"do", "does", "did"}


def _second_act(tokens: Tokens, i: int) -> bool:
    """Whether the word is what the speaker does besides ("welcomed … and appeals to all to …", "urged
    … and hope they will"), even where it was taken for a noun.
    """
    token, following = tokens[i], lowers(tokens[i + 1 : i + 2])
    if word_before(tokens, i) != "and" or not following:
        return False
    if token.lower in _ACTS and token.pos != "noun" and verb_before(tokens, i) in {"", "past"}:
        return True
    if token.shift < SOME:
        return False
    if token.lower.endswith("s"):
        return token.lower[:-1] in _SPOKEN and following[0] in _SPOKEN_TO
    if token.lower in {"call", "appeal"} and following[0] in {"for", "on", "upon"}:
        return token.pos in {"noun", "base", "present"}
    if token.lower in _REPEATED:
        apart = verb_before(tokens, i) != "base" and tokens[i + 1].pos in {"determiner", "name"}
        vowed = bool(_VOWED & set(lowers(tokens[i + 1 : i + 5])))
        return following[0] in _ITS or apart or (tokens[i + 1].pos == "name" and vowed)
    if token.lower == "support" and (token.pos in {"base", "present"} or following[0] in _BACKED):
        held = {"determiner", "possessive", "noun", "adjective", "name"}
        return tokens[i + 1].pos in held and not verb_before(tokens, i)
    speaks = token.lower in _SPOKEN and following[0] in _SUBJECTS
    asked = following[0] == "that" and verb_before(tokens, i) in {"base", "modal"}
    return speaks and not asked and token.pos in {"noun", "base", "present"}


_ACTS = word_set("urge condemn reject deplore reaffirm encourage commend thank")
_VOWED = word_set("commitment support readiness solidarity determination willingness resolve")
_BACKED = word_set("efforts initiatives measures attempts calls their its his")
_REPEATED, _ITS = word_set("reaffirm reiterate"), word_set("its our my")
_SPOKEN = word_set(
    "appeal call hope urge thank demand request hail praise pledge commend wish endorse"
)
_SPOKEN_TO = word_set("to for on upon that the all its")
_SUBJECTS = word_set("that they it this he she")


def _is_modal(tokens: Tokens, i: int) -> bool:
    """Whether "will", "can" or "may" is a verb here ("the political will to act" is none)."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    verb = following is not None and following.pos not in {"preposition", "to", "conjunction"}
    before = word_before(tokens, i)
    apart = {"be", "have"} & set(lowers(tokens[i + 1 : i + 9])) and tokens[i].shift > _MODAL
    verb = verb or before in PEOPLE or bool(apart)
    return tokens[i].pos == "modal" and verb and before not in {"the", "political", "a", "of"}


_MODAL = 0.9
