"""Whether a word is a finite verb of the present, by its class, its letters and its place."""

from __future__ import annotations

from itertools import pairwise, takewhile

from summarize.edit.grammar import FINITE, JOINTS, NOMINAL, SUBORDINATORS
from summarize.edit.inflect import PAST_FORMS, is_no_verb
from summarize.edit.lexicon import ASKING, MANDATIVE, PERFORMATIVE, PREPOSITIONS
from summarize.edit.token import Token, Tokens, lowers
from summarize.edit.words import word_set

MODALS = frozenset({"will", "can", "may", "cannot", "shall"})
BASE_HERALDS = MODALS | word_set("would could might must should to let not do does did don't shall")
AUXILIARIES = frozenset({"is", "are", "has", "have", "does", "do", "am"})
_AFTER_SUBJECT = word_set("is are was were has have had must should will would can could may might")
_LIKE_PAST = word_set("need exceed proceed succeed heed bring speed feed")
SOME, LIKELY, SURE = 0.2, 0.3, 0.5
"""How sure the network may be that a word moves into the past."""
_LITTLE = 0.15


def third_person(token: Token) -> bool:
    """Whether the letters are a third person's, which no plain form has ("of their will represents")."""
    plain_form = token.lower.endswith(("ss", "us", "is", "as"))
    return token.pos == "present" and token.lower.endswith("s") and not plain_form


def helped(tokens: Tokens, i: int) -> bool:
    """Whether the verb is the infinitive of "help X continue", "let X return"."""
    if lowers(tokens[i : i + 2]) in (["have", "been"], ["are", "being"]):
        return False
    if tokens[i].pos == "modal" or (tokens[i].pos == "present" and tokens[i].lower in AUXILIARIES):
        return False
    for token in reversed(tokens[max(0, i - 7) : i]):
        if token.lower in _HELPING:
            return not tokens[i].lower.endswith("s")
        if token.is_mark or token.lower in JOINTS | {"that", "which", "who", "to"}:
            return False
    return False


_HELPING = word_set("help helps helped helping let lets letting make makes making made")


SINGULAR = word_set("he she it")
PEOPLE = word_set("they we he she it you i")
_VERB_LIKE = word_set("noun present past base name")


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether a pronoun begins a clause, so that it is a subject and no object."""
    return i == 0 or tokens[i - 1].is_mark or tokens[i - 1].lower in JOINTS | {"that", "which"}


def no_verb(tokens: Tokens, i: int, main: int) -> bool:
    """Whether the place or the letters speak against a present form."""
    before = tokens[i - 1].pos if i else ""
    held = {"determiner", "possessive", "genitive", "preposition"}
    if before in held and tokens[i - 1].lower != "that":
        people = tokens[i - 1].lower in _SOME_PEOPLE and tokens[i].shift > SURE
        return not people and not _is_subject(tokens, i - 1)
    if before == "adjective" and i > 1 and tokens[i - 2].pos in {"possessive", "determiner"}:
        stands = i + 1 < len(tokens) and tokens[i + 1].pos in {"participle", "preposition"}
        return i != main or stands or tokens[i - 2].pos == "possessive"
    if before == "adjective" and tokens[i - 1].lower in _COMPARED:
        return tokens[i + 1 : i + 2] != () and tokens[i + 1].pos == "noun"  # "longer grace periods"
    if _is_plural(tokens, i) and (i != main or lowers(tokens[i + 1 : i + 2]) == ["of"]):
        return True
    had = i > 1 and before == "participle" and tokens[i - 2].lower in HAD
    if had and tokens[i].lower.endswith("s"):
        return True  # "had heard promises"
    if before in {"present", "past"} and tokens[i - 1].lower not in AUXILIARIES and i != main:
        return tokens[i].lower.endswith("s")  # "ignored calls for a ceasefire"
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is not None and following.lower in _AFTER_SUBJECT and i and before != "pronoun":
        return tokens[i].lower not in AUXILIARIES
    ends = i + 1 == len(tokens) or tokens[i + 1].is_mark
    if following is not None and following.pos == "base" and tokens[i].lower.endswith("s"):
        return before in {"noun", "adjective"}  # "peace talks lead to"
    unsure = 0.6 if tokens[i].lower.endswith("s") else LIKELY
    stray = (
        ends and i != main and tokens[i].shift < unsure and before in {"noun", "adjective", "name"}
    )
    return stray or not _present_form(tokens[i])


_COMPARED = word_set("longer shorter lower higher greater larger smaller better more less fewer")
HAD = word_set("have has had having")


def _is_subject(tokens: Tokens, i: int) -> bool:
    """Whether "this" at ``i`` is a subject ("said that this allows")."""
    opens = i == 0 or tokens[i - 1].is_mark or tokens[i - 1].lower in JOINTS | {"that"}
    verb = tokens[i + 1]
    return opens and tokens[i].lower == "this" and verb.pos == "present" and verb.shift > SURE


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


def is_finite(tokens: Tokens, i: int, main: int, direct: bool) -> bool:
    """Whether the word is a present form, by its class, its place or the network's word."""
    token, before, verb = tokens[i], word_before(tokens, i), verb_before(tokens, i)
    asked = any(t.lower in ASKING for t in tokens[:i])
    present = token.pos == "present" and (token.lower.endswith("s") or not asked)
    speaks = token.shift > SURE and (present or (direct and token.lower in PERFORMATIVE))
    third = token.pos == "present" and token.lower.endswith("s") and token.shift > LIKELY
    third = third or (third_person(token) and _stands_as_verb(tokens, i))
    if before in {"and", "or", ","} and verb == "base" and not speaks and not third:
        return False
    if _closes_list(tokens, i) or _follows_that(tokens, i):
        return True
    if tokens[i - 1 : i] and tokens[i - 1].lower == "and" and _doubled(tokens, i):
        return True
    if before in _SOME_PEOPLE and token.lower in _CLAIMING and token.pos in {"base", "present"}:
        return word_before(tokens, i - 1) not in BASE_HERALDS | {"have", "has", "had"}
    if before in SINGULAR and token.pos in _VERB_LIKE and _opens(tokens, i - 1):
        return token.lower.endswith("s")
    if before in {"and", "but", "or"} and verb == "present" and third_person(token):
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
    if token.shift > LIKELY and _twin(tokens, i):
        return True
    if token.shift > LIKELY and _first_verb(tokens, i):
        return True
    contrasted = before == "but" and any(t.pos in FINITE for t in tokens[:i])
    sure = _LITTLE if contrasted else SURE
    if before == "," and token.lower.endswith("s"):
        sure = min(sure, SOME)
    if token.pos == "noun" and token.shift > sure and token.lower.endswith("s"):
        return i + 1 < len(tokens) and tokens[i + 1].pos in {"determiner", "possessive"}
    if before == "and" and token.lower == "look" and lowers(tokens[i + 1 : i + 2]) == ["forward"]:
        return direct
    if before not in {"and", ",", "but"}:
        return False
    also = lowers(tokens[i - 2 : i]) == ["and", "also"] and token.shift >= SOME
    if direct and not verb and also and token.pos == "base":
        return True
    if token.lower not in PERFORMATIVE | _GOING_ON:
        return False
    goes_along = direct and not verb and token.pos in {"base", "adjective"}
    return goes_along or (token.shift > SURE and token.pos in {"base", "noun"})


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
    seen = third_person(tokens[i]) or object_
    return relative and seen and tokens[i].pos == "present" and tokens[i].shift >= _SEEN


def has_subject(tokens: Tokens, i: int) -> bool:
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
        object_ = object_ or (beside and tokens[i].shift >= SOME)
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
        return token.shift > LIKELY and following.lower in {"to", "that"}
    owns = following.pos in {"determiner", "possessive"}
    return token.lower == "further" and owns and token.pos == "adjective"


def _twin(tokens: Tokens, i: int) -> bool:
    """Whether the word and the verb behind its "and" are two verbs ("deepens and extends")."""
    behind = tokens[i + 2 : i + 3]
    joined = lowers(tokens[i + 1 : i + 2]) == ["and"] and bool(behind)
    sure = joined and behind[0].pos == "present" and behind[0].shift > SURE
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


def word_before(tokens: Tokens, i: int) -> str:
    """The word before ``i``, adverbs passed over."""
    k = i - 1
    while k > 0 and (tokens[k].pos == "adverb" or tokens[k].lower == "particular"):
        k -= 2 if tokens[k].lower == "particular" else 1
    return tokens[k].lower if k >= 0 else ""


def verb_before(tokens: Tokens, i: int) -> str:
    """The class of the nearest verb before ``i``."""
    for k in range(i - 1, -1, -1):
        token, following = tokens[k], [t.pos for t in tokens[k + 1 : k + 3]]
        if token.pos == "to" and "base" in following:
            return "base"
        held = following[:1] in (["name"], ["gerund"], ["adverb"], ["determiner"], ["possessive"])
        if token.pos == "to" and not held and following != ["adjective", "noun"]:
            return "base"
        if token.pos in {"base", "present", "past", "modal"}:
            return "base" if token.pos == "present" and helped(tokens, k) else token.pos
    return ""


def _present_form(token: Token) -> bool:
    """Whether the letters can be a present form at all: no past, participle or -ing form."""
    letters = token.lower
    if is_no_verb(letters):
        return False
    if letters == "means" and token.pos == "present" and token.shift > SURE:
        return True
    if (
        letters in {"means", "been", "being", "was", "were", "had", "did", "be"}
        or letters in PAST_FORMS
    ):
        return False
    return not letters.endswith(("ed", "ing")) or letters in _LIKE_PAST
