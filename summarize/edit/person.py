"""First person to third: "we" and "our" become the State's name, "its" or the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.edit.lexicon import INCLUSIVE_NOUNS, NATIONAL_NOUNS
from summarize.edit.token import Token, Tokens, lowers, plain

_WITH_ARTICLE = re.compile(
    r"^(United|Russian Fed|Republic|Kingdom|Islamic Rep|Netherlands|Philippines|Bahamas|Gambia|"
    r"Maldives|Sudan$|Niger$|Congo|Comoros|Marshall Isl|Central African|Czech Rep|Dominican Rep|"
    r"Democratic|European Un|African Un|Holy See|League|Group|Movement|Non-Aligned|Syrian Arab|"
    r"Lao People|State of|Plurinational|Bolivarian|Federated|International|World|Organi[sz]ation|"
    r"Office|Secretar|Caribbean Comm|Pacific Isl|Nordic|Soviet|Ukrainian SSR|Byelorussian)"
)
FIRST_PERSON = frozenset(
    "we us our ours ourselves i me my mine myself you your yours 'm 've 're 'll".split()
)


@dataclass(frozen=True)
class State:
    """The speaker's side: its name with the article it takes, and its possessive."""

    name: str

    @property
    def possessive(self) -> str:
        return self.name + ("'" if self.name.endswith("s") else "'s")


def state(delegation: str | None) -> State | None:
    """The State or organisation that "we" means, or None where it is not known."""
    name = re.sub(r"\s+", " ", (delegation or "").strip())
    if not name:
        return None
    if _WITH_ARTICLE.match(name):
        name = "the " + name
    return State(re.sub(r"^The ", "the ", name))


def third(
    tokens: Tokens, side: State | None, exclusive: bool, bare: bool
) -> tuple[Tokens, float]:
    """The tokens in the third person, and how much was guessed (0 for nothing).

    ``exclusive``: the sentence's "we" is the speaker's side. ``bare``: the speaker is the unwritten
    subject, so that "its" is theirs.
    """
    done: list[Token] = []
    guess = 0.0
    i = 0
    while i < len(tokens):
        put, used, doubt = _step(tokens, i, side, exclusive, bare)
        done += put
        guess += doubt
        i += used
    return tuple(done), guess


def _step(
    tokens: Tokens, i: int, side: State | None, exclusive: bool, bare: bool
) -> tuple[Sequence[Token], int, float]:
    token = tokens[i]
    following = lowers(tokens[i + 1 : i + 5])
    if token.lower in {"our", "my"}:
        return _possessive(token, following, side, exclusive, bare)
    if token.lower == "us" and "all" in (following[:1] + lowers(tokens[max(0, i - 2) : i])):
        return _all(tokens, i)
    if token.lower in {"we", "us"} and exclusive and side:
        return _put(side.name, token), 1, 0.1
    if token.lower == "ourselves" and exclusive:
        return (token.become("itself", "pronoun"),), 1, 0.0
    if token.lower in {"me", "i", "we", "us", "ourselves", "myself", "mine", "ours"}:
        return (token,), 1, 1.0
    return (token,), 1, 0.0


def _possessive(
    token: Token, following: list[str], side: State | None, exclusive: bool, bare: bool
) -> tuple[Sequence[Token], int, float]:
    if following[:1] == ["own"]:
        return (token.become("its"),), 1, 0.1 if exclusive or side else 0.6
    if set(following[:1]) & {"country", "nation", "delegation"} and side:
        owner = following[1:2] in (["'s"], ["’"])
        return _put(side.possessive if owner else side.name, token), 3 if owner else 2, 0.0
    if set(following[:2]) & INCLUSIVE_NOUNS:
        return (token.become("the", "determiner"),), 1, 0.1
    ours = exclusive or bool(set(following[:3]) & NATIONAL_NOUNS)
    if ours and bare:
        return (token.become("its"),), 1, 0.0
    if ours and side:
        return _put(side.possessive, token), 1, 0.1
    return (token.become("the", "determiner"),), 1, 0.25


def _all(tokens: Tokens, i: int) -> tuple[Sequence[Token], int, float]:
    """ "all of us" and "us all" as "all"."""
    if lowers(tokens[i + 1 : i + 2]) == ["all"]:
        return (tokens[i + 1],), 2, 0.1
    return (), 1, 0.3


def _put(letters: str, like: Token) -> Tokens:
    made = plain(letters)
    return tuple(Token(t.word, "name", like.keep, 0.0, like.at) for t in made)


def unresolved(tokens: Tokens) -> bool:
    """Whether a first or second person is left outside quotation marks."""
    quoted = False
    for token in tokens:
        quoted ^= token.word.text in {'"', "“", "”"}
        if not quoted and token.lower in FIRST_PERSON:
            return True
    return False
