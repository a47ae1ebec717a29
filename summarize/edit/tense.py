"""Backshift: the finite verbs of a reported clause move into the past, as references have it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from summarize.edit.grammar import FINITE, JOINTS, NOMINAL, SUBORDINATORS, main_verb
from summarize.edit.inflect import PAST_FORMS, base_of, is_no_verb, past
from summarize.edit.lexicon import ASKING, MANDATIVE, PERFORMATIVE, PREPOSITIONS
from summarize.edit.token import Token, Tokens, lowers, plain
from summarize.edit.words import word_set

_MODALS = frozenset({"will", "can", "may", "cannot", "shall"})
_BASE_HERALDS = _MODALS | word_set(
    "would could might must should to let not do does did don't shall"
)
_AUXILIARIES = frozenset({"is", "are", "has", "have", "does", "do", "am"})
_AFTER_SUBJECT = word_set("is are was were has have had must should will would can could may might")
_LIKE_PAST = word_set("need exceed proceed succeed heed bring speed feed")
_SURE, _LIKELY = 0.5, 0.3


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
        replace(t, pos="present", shift=1.0) if _has_subject(tokens, i) else t
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
    verb = token.pos == "present" and token.lower not in _AUXILIARIES and token.at >= 0
    led = _before(tokens, i) in _PEOPLE | {"and"} or _no_verb(tokens, i, main)
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
    return mandative and token.lower not in _AUXILIARIES | _MODALS and not third


def _shifted(tokens: Tokens, i: int, main: int, direct: bool) -> Token:
    token = tokens[i]
    letters = token.word.text.removeprefix("re-")
    if token.at < 0 or not letters.isalpha() or letters != letters.lower():
        return token
    if _helped(tokens, i):
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
    if token.lower in _MODALS:
        return token.become(past(token.lower)) if _is_modal(tokens, i) else token
    before = _before(tokens, i)
    herald = before in _BASE_HERALDS and (before == "to" or not _third_person(token))
    if herald or _plain_after(tokens, i) or _emphatic(tokens, i):
        return token
    auxiliary = token.lower in _AUXILIARIES and token.pos in {"present", "modal"}
    clause = {"who", "which", "that"} & set(lowers(tokens[:i]))
    if direct and token.lower == "are" and i and tokens[i - 1].lower == "and" and not clause:
        return token.become("was", "past")
    if auxiliary or (not _no_verb(tokens, i, main) and _is_finite(tokens, i, main, direct)):
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
    return _before(tokens, i) == "and" and any(t.lower in _HAD for t in back)


def _third_person(token: Token) -> bool:
    """Whether the letters are a third person's, which no plain form has ("of their will represents")."""
    plain_form = token.lower.endswith(("ss", "us", "is", "as"))
    return token.pos == "present" and token.lower.endswith("s") and not plain_form


def _plain_after(tokens: Tokens, i: int) -> bool:
    """Whether the verb stays plain behind "does not in any sense …" or in "that it do so"."""
    listed = tokens[i].lower == "do" and i > 0 and tokens[i - 1].lower in {";", ","}
    if listed and _verb_before(tokens, i) in {"base", "gerund", ""}:
        return True  # "to strive harder; do better"
    if tokens[i].lower == "do" and (
        _before(tokens, i) in _SINGULAR or lowers(tokens[i : i + 2]) == ["do", "so"]
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
    if _before(tokens, i) != "and" or not following:
        return False
    if token.lower in _ACTS and token.pos != "noun" and _verb_before(tokens, i) in {"", "past"}:
        return True
    if token.shift < _SOME:
        return False
    if token.lower.endswith("s"):
        return token.lower[:-1] in _SPOKEN and following[0] in _SPOKEN_TO
    if token.lower in {"call", "appeal"} and following[0] in {"for", "on", "upon"}:
        return token.pos in {"noun", "base", "present"}
    if token.lower in _REPEATED:
        apart = _verb_before(tokens, i) != "base" and tokens[i + 1].pos in {"determiner", "name"}
        vowed = bool(_VOWED & set(lowers(tokens[i + 1 : i + 5])))
        return following[0] in _ITS or apart or (tokens[i + 1].pos == "name" and vowed)
    if token.lower == "support" and (token.pos in {"base", "present"} or following[0] in _BACKED):
        held = {"determiner", "possessive", "noun", "adjective", "name"}
        return tokens[i + 1].pos in held and not _verb_before(tokens, i)
    speaks = token.lower in _SPOKEN and following[0] in _SUBJECTS
    asked = following[0] == "that" and _verb_before(tokens, i) in {"base", "modal"}
    return speaks and not asked and token.pos in {"noun", "base", "present"}


_ACTS = word_set("urge condemn reject deplore reaffirm encourage commend thank")
_LITTLE, _SOME = 0.15, 0.2
_VOWED = word_set("commitment support readiness solidarity determination willingness resolve")
_BACKED = word_set("efforts initiatives measures attempts calls their its his")
_REPEATED, _ITS = word_set("reaffirm reiterate"), word_set("its our my")
_SPOKEN = word_set(
    "appeal call hope urge thank demand request hail praise pledge commend wish endorse"
)
_SPOKEN_TO = word_set("to for on upon that the all its")
_SUBJECTS = word_set("that they it this he she")


def _helped(tokens: Tokens, i: int) -> bool:
    """Whether the verb is the infinitive of "help X continue", "let X return"."""
    if lowers(tokens[i : i + 2]) in (["have", "been"], ["are", "being"]):
        return False
    if tokens[i].pos == "modal" or (tokens[i].pos == "present" and tokens[i].lower in _AUXILIARIES):
        return False
    for token in reversed(tokens[max(0, i - 7) : i]):
        if token.lower in _HELPING:
            return not tokens[i].lower.endswith("s")
        if token.is_mark or token.lower in JOINTS | {"that", "which", "who", "to"}:
            return False
    return False


_HELPING = word_set("help helps helped helping let lets letting make makes making made")


def _is_modal(tokens: Tokens, i: int) -> bool:
    """Whether "will", "can" or "may" is a verb here ("the political will to act" is none)."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    verb = following is not None and following.pos not in {"preposition", "to", "conjunction"}
    before = _before(tokens, i)
    apart = {"be", "have"} & set(lowers(tokens[i + 1 : i + 9])) and tokens[i].shift > _MODAL
    verb = verb or before in _PEOPLE or bool(apart)
    return tokens[i].pos == "modal" and verb and before not in {"the", "political", "a", "of"}


_MODAL = 0.9
_SINGULAR = word_set("he she it")
_PEOPLE = word_set("they we he she it you i")
_VERB_LIKE = word_set("noun present past base name")


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether a pronoun begins a clause, so that it is a subject and no object."""
    return i == 0 or tokens[i - 1].is_mark or tokens[i - 1].lower in JOINTS | {"that", "which"}


def _no_verb(tokens: Tokens, i: int, main: int) -> bool:
    """Whether the place or the letters speak against a present form."""
    before = tokens[i - 1].pos if i else ""
    held = {"determiner", "possessive", "genitive", "preposition"}
    if before in held and tokens[i - 1].lower != "that":
        people = tokens[i - 1].lower in _SOME_PEOPLE and tokens[i].shift > _SURE
        return not people and not _is_subject(tokens, i - 1)
    if before == "adjective" and i > 1 and tokens[i - 2].pos in {"possessive", "determiner"}:
        stands = i + 1 < len(tokens) and tokens[i + 1].pos in {"participle", "preposition"}
        return i != main or stands or tokens[i - 2].pos == "possessive"
    if before == "adjective" and tokens[i - 1].lower in _COMPARED:
        return tokens[i + 1 : i + 2] != () and tokens[i + 1].pos == "noun"  # "longer grace periods"
    if _is_plural(tokens, i) and (i != main or lowers(tokens[i + 1 : i + 2]) == ["of"]):
        return True
    had = i > 1 and before == "participle" and tokens[i - 2].lower in _HAD
    if had and tokens[i].lower.endswith("s"):
        return True  # "had heard promises"
    if before in {"present", "past"} and tokens[i - 1].lower not in _AUXILIARIES and i != main:
        return tokens[i].lower.endswith("s")  # "ignored calls for a ceasefire"
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is not None and following.lower in _AFTER_SUBJECT and i and before != "pronoun":
        return tokens[i].lower not in _AUXILIARIES
    ends = i + 1 == len(tokens) or tokens[i + 1].is_mark
    if following is not None and following.pos == "base" and tokens[i].lower.endswith("s"):
        return before in {"noun", "adjective"}  # "peace talks lead to"
    unsure = 0.6 if tokens[i].lower.endswith("s") else _LIKELY
    stray = (
        ends and i != main and tokens[i].shift < unsure and before in {"noun", "adjective", "name"}
    )
    return stray or not _present_form(tokens[i])


_COMPARED = word_set("longer shorter lower higher greater larger smaller better more less fewer")
_HAD = word_set("have has had having")


def _is_subject(tokens: Tokens, i: int) -> bool:
    """Whether "this" at ``i`` is a subject ("said that this allows")."""
    opens = i == 0 or tokens[i - 1].is_mark or tokens[i - 1].lower in JOINTS | {"that"}
    verb = tokens[i + 1]
    return opens and tokens[i].lower == "this" and verb.pos == "present" and verb.shift > _SURE


def _is_plural(tokens: Tokens, i: int) -> bool:
    """Whether a word that may be a verb is the noun of "its most vital needs", "the basic needs of",
    "aspirations and hopes of".
    """
    if i < 2 or tokens[i].lower not in _BOTH:
        return False
    if tokens[i + 1 : i + 2] and tokens[i + 1].lower == "of":
        return any(t.pos in FINITE for t in (*tokens[: max(0, i - 1)], *tokens[i + 1 :]))
    if tokens[i - 1].pos not in _BEFORE_NOUN:
        return False
    owned = any(t.pos in {"possessive", "genitive"} for t in tokens[max(0, i - 3) : i])
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ","
    return owned or following in {"of", ",", "and", ".", "for", "as"}


_BOTH = word_set(
    "needs concerns interests aims plans hopes results demands calls views efforts risks"
)
_BEFORE_NOUN = frozenset({"adjective", "participle", "gerund", "noun"})


def _is_finite(tokens: Tokens, i: int, main: int, direct: bool) -> bool:
    """Whether the word is a present form, by its class, its place or the network's word."""
    token, before, verb = tokens[i], _before(tokens, i), _verb_before(tokens, i)
    asked = any(t.lower in ASKING for t in tokens[:i])
    present = token.pos == "present" and (token.lower.endswith("s") or not asked)
    speaks = token.shift > _SURE and (present or (direct and token.lower in PERFORMATIVE))
    third = token.pos == "present" and token.lower.endswith("s") and token.shift > _LIKELY
    third = third or (_third_person(token) and _stands_as_verb(tokens, i))
    if before in {"and", "or", ","} and verb == "base" and not speaks and not third:
        return False
    if _closes_list(tokens, i) or _follows_that(tokens, i):
        return True
    if tokens[i - 1 : i] and tokens[i - 1].lower == "and" and _doubled(tokens, i):
        return True
    if before in _SOME_PEOPLE and token.lower in _CLAIMING and token.pos in {"base", "present"}:
        return _before(tokens, i - 1) not in _BASE_HERALDS | {"have", "has", "had"}
    if before in _SINGULAR and token.pos in _VERB_LIKE and _opens(tokens, i - 1):
        return token.lower.endswith("s")
    if before in {"and", "but", "or"} and verb == "present" and _third_person(token):
        return True
    if token.pos == "present":
        return token.shift >= (0.03 if _has_object(tokens, i) else 0.1) or i == main
    if token.pos in {"base", "noun"} and i and tokens[i - 1].lower == "longer":
        return not any(t.pos == "modal" for t in tokens[max(0, i - 4) : i])
    if token.pos == "base" and i and tokens[i - 1].pos == "relative":
        # "those who join in, arm or pay them": what goes on as a list stays as it is
        listed = any(t.lower == "," and n.pos == "base" for t, n in pairwise(tokens[i : i + 5]))
        return tokens[i - 1].lower != "how" and not listed
    if before in {"and", "but", "or", ","} and verb == "present" and token.pos == "base":
        return True
    if before in {"and", "but"} and verb in {"present", "past"} and _acts(tokens, i):
        return True
    if token.shift > _LIKELY and _twin(tokens, i):
        return True
    if token.shift > _LIKELY and _first_verb(tokens, i):
        return True
    contrasted = before == "but" and any(t.pos in FINITE for t in tokens[:i])
    sure = _LITTLE if contrasted else _SURE
    if before == "," and token.lower.endswith("s"):
        sure = min(sure, _SOME)
    if token.pos == "noun" and token.shift > sure and token.lower.endswith("s"):
        return i + 1 < len(tokens) and tokens[i + 1].pos in {"determiner", "possessive"}
    if before == "and" and token.lower == "look" and lowers(tokens[i + 1 : i + 2]) == ["forward"]:
        return direct
    if before not in {"and", ",", "but"}:
        return False
    also = lowers(tokens[i - 2 : i]) == ["and", "also"] and token.shift >= _SOME
    if direct and not verb and also and token.pos == "base":
        return True
    if token.lower not in PERFORMATIVE | _GOING_ON:
        return False
    goes_along = direct and not verb and token.pos in {"base", "adjective"}
    return goes_along or (token.shift > _SURE and token.pos in {"base", "noun"})


def _stands_as_verb(tokens: Tokens, i: int) -> bool:
    """Whether an object or a stop follows, and no modal that would be the verb."""
    behind = tokens[i + 1 : i + 2]
    object_ = bool(behind) and (
        _has_object(tokens, i) or behind[0].is_mark or behind[0].pos == "name"
    )
    clause = takewhile(lambda t: not t.is_mark, tokens[i + 2 :])
    return object_ and tokens[i + 1].lower != "to" and not any(t.pos == "modal" for t in clause)


def _follows_that(tokens: Tokens, i: int) -> bool:
    """Whether a present form stands behind "that" or "which", its subject."""
    relative = i > 0 and tokens[i - 1].lower in {"that", "which", "who"}
    object_ = bool(tokens[i + 1 : i + 2]) and tokens[i + 1].pos in _OBJECTS
    seen = _third_person(tokens[i]) or object_
    return relative and seen and tokens[i].pos == "present" and tokens[i].shift >= _SEEN


def _has_subject(tokens: Tokens, i: int) -> bool:
    """Whether the place makes a verb of a word that the network took for a noun or a plain form: "costs
    that harm the poor", "as various countries slowly recover".
    """
    least = 0.0 if tokens[i - 1].lower in {"which", "who"} else _SEEN
    if tokens[i].pos not in {"noun", "base"} or i < 2 or tokens[i].shift < least:
        return False
    behind = tokens[i + 1 : i + 2]
    if tokens[i - 1].lower == "they":
        inverted = tokens[i - 2].pos == "modal" or tokens[i - 2].lower in _INVERTED
        wanted = {"requires", "demands", "require", "demand", "asks", "insists"} | MANDATIVE
        asked = tokens[i - 2].lower == "that" and wanted & set(lowers(tokens[max(0, i - 9) : i]))
        plain_word = tokens[i].lower not in JOINTS | {"all", "both", "too", "themselves"}
        return plain_word and not inverted and not asked
    if tokens[i - 1].lower in {"that", "which", "who"}:
        told = tokens[i - 2].pos in NOMINAL or tokens[i - 2].lower in {"and", "but", "that"}
        object_ = bool(behind) and behind[0].pos in _OBJECTS
        beside = bool(behind) and (behind[0].pos == "preposition" or behind[0].lower == "to")
        object_ = object_ or (beside and tokens[i].shift >= _SOME)
        if i > 2 and tokens[i - 3].pos in {"modal", "to"}:
            return False  # "must fulfil that mandate"
        clause = takewhile(lambda t: not t.is_mark and t.lower not in JOINTS, tokens[i + 1 :])
        return told and object_ and not any(t.pos in FINITE for t in clause)
    start = next((k for k in range(i - 1, max(-1, i - 9), -1) if tokens[k].is_mark), 0)
    opened = [k for k in range(start, i) if tokens[k].lower in SUBORDINATORS | {"that", "as"}]
    if tokens[i].pos != "base" or not opened or not behind or behind[0].lower == "to":
        return False
    stretch = tokens[opened[-1] + 1 : i]
    subject = next((t for t in reversed(stretch) if t.pos != "adverb"), None)
    plural = subject is not None and subject.pos in NOMINAL and subject.lower.endswith("s")
    others = FINITE | {"base", "to", "gerund", "participle", "preposition"}
    return plural and not any(t.pos in others for t in stretch)


_SEEN = 0.01
_INVERTED = word_set("do does did is are were was be have has had nor neither")
_OBJECTS = frozenset(
    {"determiner", "possessive", "adjective", "noun", "name", "pronoun", "number", "adverb"}
)
_SOME_PEOPLE = word_set("some others many")
_CLAIMING = word_set("say believe argue claim think maintain")
_GOING_ON = frozenset({"continue", "intend"})


def _acts(tokens: Tokens, i: int) -> bool:
    """Whether a word that was not classed as a verb is the second of two ("agreed but need to")."""
    token, following = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or (token.lower.endswith(("ing", "ed")) and token.lower != "need"):
        return False
    if token.pos == "noun":
        return token.shift > _LIKELY and following.lower in {"to", "that"}
    owns = following.pos in {"determiner", "possessive"}
    return token.lower == "further" and owns and token.pos == "adjective"


def _twin(tokens: Tokens, i: int) -> bool:
    """Whether the word and the verb behind its "and" are two verbs ("deepens and extends")."""
    behind = tokens[i + 2 : i + 3]
    joined = lowers(tokens[i + 1 : i + 2]) == ["and"] and bool(behind)
    sure = joined and behind[0].pos == "present" and behind[0].shift > _SURE
    return sure and tokens[i].pos == "noun" and tokens[i].lower.endswith("s")


def _first_verb(tokens: Tokens, i: int) -> bool:
    """Whether the word is the verb of a clause that has none before it ("the people lives in")."""
    follows = i + 1 < len(tokens) and tokens[i + 1].pos == "preposition"
    verb = tokens[i].pos == "noun" and tokens[i].lower.endswith("s") and tokens[i - 1].pos == "noun"
    return i > 1 and follows and verb and not any(t.pos in FINITE for t in tokens[:i])


def _doubled(tokens: Tokens, i: int) -> bool:
    """Whether the word and the verb two before it share an object ("complement and complete it")."""
    twin = i > 1 and tokens[i - 2].pos == "present" and tokens[i].pos in {"base", "adjective"}
    if i > 1 and tokens[i - 2].pos == "present" and tokens[i].lower in {"need", "want"}:
        return lowers(tokens[i + 1 : i + 2]) in (["in"], ["for"], ["from"])
    return (
        twin
        and tokens[i].lower not in PREPOSITIONS | {"outside", "inside"}
        and _has_object(tokens, i)
    )


def _closes_list(tokens: Tokens, i: int) -> bool:
    """Whether the word is the last of three verbs ("which lure, dupe and force innocent people")."""
    if i < 4 or tokens[i - 1].lower != "and" or tokens[i].pos not in {"noun", "base", "present"}:
        return False
    listed = tokens[i - 2].pos in {"base", "present"} and tokens[i - 3].lower == ","
    return listed and tokens[i - 4].pos == "present" and _has_object(tokens, i)


def _has_object(tokens: Tokens, i: int) -> bool:
    """Whether what follows may be the object or the complement of a verb."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    kinds = {"determiner", "possessive", "pronoun", "adjective", "number", "participle", "gerund"}
    return following is not None and (following.pos in kinds or following.lower in {"to", "that"})


def _before(tokens: Tokens, i: int) -> str:
    """The word before ``i``, adverbs passed over."""
    k = i - 1
    while k > 0 and (tokens[k].pos == "adverb" or tokens[k].lower == "particular"):
        k -= 2 if tokens[k].lower == "particular" else 1
    return tokens[k].lower if k >= 0 else ""


def _verb_before(tokens: Tokens, i: int) -> str:
    """The class of the nearest verb before ``i``."""
    for k in range(i - 1, -1, -1):
        token, following = tokens[k], [t.pos for t in tokens[k + 1 : k + 3]]
        if token.pos == "to" and "base" in following:
            return "base"
        held = following[:1] in (["name"], ["gerund"], ["adverb"], ["determiner"], ["possessive"])
        if token.pos == "to" and not held and following != ["adjective", "noun"]:
            return "base"
        if token.pos in {"base", "present", "past", "modal"}:
            return "base" if token.pos == "present" and _helped(tokens, k) else token.pos
    return ""


def _present_form(token: Token) -> bool:
    """Whether the letters can be a present form at all: no past, participle or -ing form."""
    letters = token.lower
    if is_no_verb(letters):
        return False
    if letters == "means" and token.pos == "present" and token.shift > _SURE:
        return True
    if (
        letters in {"means", "been", "being", "was", "were", "had", "did", "be"}
        or letters in PAST_FORMS
    ):
        return False
    return not letters.endswith(("ed", "ing")) or letters in _LIKE_PAST
