"""First person to third: "we" and "our" become the State's name, "its" or the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.edit.lexicon import INCLUSIVE_NOUNS, NATIONAL_NOUNS, STATE_NOUNS
from summarize.edit.token import Token, Tokens, lowers, plain
from summarize.edit.words import word_set

_WITH_ARTICLE = re.compile(
    r"^(United|Russian Fed|Republic|Kingdom|Islamic Rep|Netherlands|Philippines|Bahamas|Gambia|"
    r"Maldives|Sudan$|Niger$|Congo|Comoros|Marshall Isl|Central African|Czech Rep|Dominican Rep|"
    r"Democratic|European Un|African Un|Holy See|League|Group|Movement|Non-Aligned|Syrian Arab|"
    r"Lao People|State of|Plurinational|Bolivarian|Federated|International|World|Organi[sz]ation|"
    r"Office|Secretar|Caribbean Comm|Pacific Isl|Nordic|Soviet|Ukrainian SSR|Byelorussian)"
)
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_PASSIVES = {"face": "faced", "share": "shared", "seek": "sought", "confront": "confronted",
             "made": "made", "took": "taken", "adopted": "adopted", "saw": "seen", "set": "set",
             "undertook": "undertaken", "achieved": "achieved"}  # fmt: skip
_DUTIES = word_set("responsibility duty obligation task job turn fault")
_BESIDE = frozenset({"with", "join", "joins", "joined", "joining", "alongside"})
FIRST_PERSON = word_set(
    "we us our ours ourselves i me my mine myself you your yours 'm 've 're 'll"
)


@dataclass(frozen=True)
class State:
    """The speaker's side: its name with the article it takes, and its possessive.

    ``person``: the speaker speaks for no side that is known, and is "he" or "she".
    """

    name: str
    person: bool = False

    @property
    def possessive(self) -> str:
        if self.person:
            return {"he": "his", "she": "her"}[self.name]
        return self.name + ("'" if self.name.endswith("s") else "'s")


def state(delegation: str | None) -> State | None:
    """The State or organisation that "we" means, or None where it is not known."""
    name = re.sub(r"\s+", " ", (delegation or "").strip())
    if not name:
        return None
    if _WITH_ARTICLE.match(name):
        name = "the " + name
    return State(re.sub(r"^The ", "the ", name))


def third(tokens: Tokens, side: State | None, exclusive: bool, named: bool) -> tuple[Tokens, float]:
    """The tokens in the third person, and how much was guessed (0 for nothing).

    ``exclusive``: the sentence's "we" is the speaker's side, its unwritten subject. ``named``: the
    side is written as the subject before the tokens.
    """
    done: list[Token] = []
    guess = 0.0
    i = 0
    while i < len(tokens):
        near = not any(t.pos in {"noun", "name"} for t in done)
        put, used, doubt = _step(tokens, i, side, exclusive, exclusive and near, named)
        done += put
        guess += doubt
        i += used
    return tuple(done), guess


def _step(
    tokens: Tokens, i: int, side: State | None, exclusive: bool, near: bool, named: bool
) -> tuple[Sequence[Token], int, float]:
    token = tokens[i]
    following = lowers(tokens[i + 1 : i + 5])
    if _entitles(tokens, i):
        return (token.become(token.word.text, "name"),), 1, 0.0
    if token.lower in {"our", "my"}:
        claim = any(t.lower == "that" for t in tokens[:i])
        if following[:1] == ["disposal"] and not exclusive:
            return (token,), 1, 0.0  # nobody's: the clause is not used
        if not exclusive and token.lower == "our" and "attention" in following[:2]:
            # "deserves our special attention"; "the best of our attention" has no third person
            return (
                ((token,), 1, 1.0)
                if tokens[i - 1 : i] and tokens[i - 1].lower == "of"
                else ((), 1, 0.3)
            )
        if not exclusive and token.lower == "our" and _everyones(tokens[:i], following):
            if {"attention", "support"} & set(following[:2]):
                return (), 1, 0.9  # "deserves our special attention"
            return (token.become("the", "determiner"),), 1, 0.9
        owns = exclusive and (near or named)
        put = _possessive(token, following, side, owns and not claim, near and not claim)
        article = lowers(put[0]) == ["the"]
        return ((), 1, put[2]) if article and i and tokens[i - 1].lower == "all" else put
    more = following[:3] == ["all", "the", "more"]
    if (
        token.lower == "us"
        and not more
        and "all" in (following[:1] + lowers(tokens[max(0, i - 2) : i]))
    ):
        return _all(tokens, i)
    if token.lower in {"we", "us"} and named and side and not side.person:
        verb = _SINGULAR.get(following[0]) if following and token.lower == "we" else None
        if verb is None:  # "us" may be everyone, also where the subject is not
            return _put(side.name, token), 1, 0.9 if token.lower == "us" else 0.1
        return (*_put(side.name, token), tokens[i + 1].become(verb)), 2, 0.1
    beside = i > 0 and tokens[i - 1].lower in _BESIDE
    if token.lower == "us" and exclusive and beside and side and not side.person:
        return _put(side.name, token), 1, 0.3
    if token.lower == "i" and named and side and side.person:
        return _put(side.name, token), 1, 0.1
    if token.lower == "ourselves" and exclusive:
        return (token.become("itself", "pronoun"),), 1, 0.0
    if token.lower in {"me", "i", "we", "us", "ourselves", "myself", "mine", "ours"}:
        return (token,), 1, 1.0
    return (token,), 1, 0.0


def _everyones(before: Tokens, following: list[str]) -> bool:
    """Whether "our" may be everyone's: in what must be done, and not of a country's own."""
    duty = any(t.lower in {"must", "should"} for t in before)
    return duty and not set(following[:3]) & (STATE_NOUNS | INCLUSIVE_NOUNS)


def _entitles(tokens: Tokens, i: int) -> bool:
    """Whether "Our" begins a title ("the report Our Common Agenda")."""
    title = tokens[i].word.text == "Our" and i > 0 and not tokens[i - 1].is_mark
    return title and i + 1 < len(tokens) and tokens[i + 1].word.text[:1].isupper()


def _possessive(
    token: Token, following: list[str], side: State | None, exclusive: bool, near: bool
) -> tuple[Sequence[Token], int, float]:
    """Put "its" for "our" where nothing stands before it, else the State's name."""
    duty = set(following[:2]) & _DUTIES
    if duty and following[0] in {"common", "shared", "collective", "joint"}:
        return (token.become("a", "determiner"),), 1, 0.0
    if duty and not exclusive:
        return (token,), 1, 1.0
    if following[:1] == ["fellow"] or following[:2] == ["daily", "lives"]:
        return (), 1, 0.0
    if following[:1] == ["humanity"] and not exclusive:
        return (token,), 1, 0.0  # nobody's: the clause is not used
    if exclusive and near and set(following[:1]) & _KIN:
        return (token.become("its"),), 1, 0.0
    whole = following[1:2] in (["country"], ["nation"]) and following[2:3] != ["'s"]
    whole = whole and following[2:3] not in ([","], ["of"])
    if following[:1] == ["own"] and whole and side and not side.person:
        return _put(side.name, token), 3, 0.0
    if following[:1] == ["own"] and near:
        return (token.become("its"),), 1, 0.0
    if following[:1] == ["own"]:
        own = (_put(side.possessive, token), 1, 0.1) if side and not side.person else None
        return own or ((token,), 1, 1.0)
    if (
        set(following[:1]) & {"country", "nation", "delegation", "republic"}
        and side
        and not side.person
    ):
        owner = following[1:2] == ["'s"]
        return _put(side.possessive if owner else side.name, token), 3 if owner else 2, 0.0
    if set(following[:1]) & {"country", "nation"} and following[1:2] == ["'s"]:
        return (token.become("its"),), 3, 0.0
    if set(following[:1]) & {"best", "utmost", "level", "part", "hearts", "thoughts", "prayers"}:
        return (token.become("its") if near and exclusive else token,), 1, 0.0
    if set(following[:2]) & {
        "governments",
        "countries",
        "peoples",
        "nations",
        "leaders",
        "parliaments",
    }:
        return (token.become("the", "determiner"),), 1, 0.3
    if set(following[:2]) & INCLUSIVE_NOUNS:
        return (token.become("the", "determiner"),), 1, 0.1
    ours = exclusive or token.lower == "my" or bool(set(following[:3]) & NATIONAL_NOUNS)
    unknown = ours and side is None
    if side and side.person:
        if token.lower == "my":
            return _put(side.possessive, token), 1, 0.1
        side = None
    if ours and near:
        return (token.become("its"),), 1, 0.0
    if ours and side:
        return _put(side.possessive, token), 1, 0.1
    doubt = 0.9 if unknown else 0.35
    return (token.become("the", "determiner"),), 1, doubt


_KIN = frozenset({"brother", "brothers", "sister", "sisters", "friend", "friends"})


def _all(tokens: Tokens, i: int) -> tuple[Sequence[Token], int, float]:
    """Write "all of us" and "us all" as "all"."""
    if lowers(tokens[i + 1 : i + 2]) == ["all"]:
        return (tokens[i + 1],), 2, 0.1
    return (), 1, 0.3


def _put(letters: str, like: Token) -> Tokens:
    made = plain(letters)
    return tuple(Token(t.word, "name", like.keep, 0.0, like.at) for t in made)


def impersonal(tokens: Tokens) -> Tokens:
    """The tokens with "it is time for us to act" as "it is time to act", "it is vital that we act"
    as "it is vital to act" and "all of us" as "all": everyone's "we" is left unsaid.
    """
    done: list[Token] = []
    i = 0
    while i < len(tokens):
        put, used = _unsaid(tokens, i)
        done += put
        i += used
    return tuple(done)


def _unsaid(tokens: Tokens, i: int) -> tuple[Tokens, int]:
    letters = lowers(tokens[i : i + 4])
    if letters[:3] in (["all", "of", "us"], ["each", "of", "us"]):
        return (replace(tokens[i], pos="pronoun", at=tokens[i + 2].at),), 3
    if letters[:3] == ["for", "us", "to"]:
        return tokens[i + 2 : i + 3], 3
    if letters == ["for", "us", "all", "to"]:
        return (tokens[i], *tokens[i + 2 : i + 4]), 4
    if i and tokens[i - 1].lower in _CARRYING and letters[:2] == ["with", "us"]:
        return (), 2  # "take with us to the summit"
    joins = i > 1 and tokens[i - 1].lower == "join" and letters[:1] == ["us"]
    joins = joins and tokens[i - 2].lower in {"to", "and"} and letters[1:2] == ["in"]
    if joins and tokens[i + 2 : i + 3] and tokens[i + 2].pos != "number":
        return (), 1  # "invited all to join us in"
    if letters[:1] and letters[0] in _BEFORE and letters[1:2] == ["us"]:
        return (), 3 if letters[2:3] == ["all"] else 2
    if letters[:2] == ["to", "you"] and lowers(tokens[i + 2 : i + 3]) == ["that"] and i:
        return (), 2  # "I promise to you that"
    fitting = i > 1 and tokens[i - 1].lower in _FITTING
    if fitting and letters[:2] == ["that", "we"]:
        k = i + 2
        while k < len(tokens) and (tokens[k].pos == "adverb" or tokens[k].lower in _SHOULD):
            k += 1
        if k < len(tokens) and tokens[k].pos in {"base", "present"} and not _bound(tokens[k]):
            return (
                tokens[i].become("to", "to"),
                tokens[k].become(tokens[k].lower, "base"),
            ), k + 1 - i
    return tokens[i : i + 1], 1


_FITTING = word_set(
    "advisable desirable appropriate indispensable important essential vital imperative necessary crucial critical urgent time"
)
_CARRYING = word_set("take takes took taking bring brings brought bringing carry")
_BEFORE = word_set("facing confronting awaiting before")
_SHOULD = word_set("all should must also")


def _bound(token: Token) -> bool:
    """Whether the verb has no infinitive of the same letters."""
    return token.lower in {
        "are",
        "do",
        "is",
        "have",
        "has",
        "can",
        "cannot",
        "may",
        "will",
        "not",
        "never",
    }


def passive(tokens: Tokens) -> Tokens:
    """The tokens with "the progress (that) we have made" as "the progress made".

    So nobody has to be guessed (house style, rule 4); only where the verb has no other object.
    """
    done: list[Token] = []
    i = 0
    while i < len(tokens):
        verb, used = _relative_verb(tokens, i) if done and done[-1].pos == "noun" else ((), 0)
        if verb:
            done += verb
            i += used
        else:
            done.append(tokens[i])
            i += 1
    return tuple(done)


def _relative_verb(tokens: Tokens, i: int) -> tuple[Tokens, int]:
    """The participle for "that we face" or "we have long made" at ``i`` with its adverbs, and how
    many tokens it takes.
    """
    k = i + (lowers(tokens[i : i + 1]) in (["that"], ["which"]))
    if lowers(tokens[k : k + 1]) != ["we"] or k + 1 >= len(tokens):
        return (), 0
    k += 1
    adverbs = k
    while k < len(tokens) and (tokens[k].pos == "adverb" or tokens[k].lower == "all"):
        k += 1
    if lowers(tokens[k : k + 1]) in (["have"], ["'ve"]):
        k += 1
        adverbs = k
        while k < len(tokens) and (tokens[k].pos == "adverb" or tokens[k].lower in {"so", "all"}):
            k += 1
        form = tokens[k].lower if k < len(tokens) and tokens[k].pos == "participle" else ""
    else:
        form = _PASSIVES.get(tokens[k].lower, "") if k < len(tokens) else ""
    following = tokens[k + 1].pos if k + 1 < len(tokens) else "mark"
    if not form or following not in {
        "mark",
        "preposition",
        "conjunction",
        "to",
        "present",
        "modal",
    }:
        return (), 0
    manner = tuple(t for t in tokens[adverbs:k] if t.lower not in {"all", "already", "just"})
    return (*manner, tokens[k].become(form, "participle")), k + 1 - i


def unresolved(tokens: Tokens) -> bool:
    """Whether a first or second person is left outside quotation marks."""
    quoted = False
    for token in tokens:
        quoted ^= token.word.text in {'"', "“", "”"}
        if not quoted and token.pos != "name" and token.lower in FIRST_PERSON:
            return True
    return False
