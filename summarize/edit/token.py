"""The unit that editing works on: a word with what the network thinks of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from summarize.edit.words import Word, count, text


@dataclass(frozen=True)
class Token:
    """A word with its class, the log-odds of keeping it, and whether its verb goes to the past.

    ``at`` is its place in the sentence, -1 for a word that editing put in. A ``fixed`` word
    is never left out.
    """

    word: Word
    pos: str
    keep: float = 0.0
    shift: float = 0.0
    at: int = -1
    fixed: bool = False

    @cached_property
    def lower(self) -> str:
        return self.word.lower

    @property
    def is_mark(self) -> bool:
        return self.word.is_mark

    def become(self, letters: str, pos: str | None = None) -> Token:
        """The same token with other letters."""
        return replace(self, word=self.word.become(letters), pos=pos or self.pos)


Tokens = tuple[Token, ...]


def plain(letters: str, like: Token | None = None) -> Tokens:
    """Tokens for words that editing puts in; they stay whatever the network thinks."""
    keep = 9.0 if like is None else like.keep
    return tuple(Token(Word(w), "other", keep) for w in letters.split())


def render(tokens: Sequence[Token]) -> str:
    """The tokens as running text."""
    return text([t.word for t in tokens])


def size(tokens: Sequence[Token]) -> int:
    """How many words the tokens make."""
    return count([t.word for t in tokens])


def lowers(tokens: Iterable[Token]) -> list[str]:
    """The tokens' letters in lower case."""
    return [t.lower for t in tokens]


def starts(tokens: Sequence[Token], phrase: str) -> bool:
    """Whether the tokens begin with the words of ``phrase``."""
    wanted = phrase.split()
    return lowers(tokens[: len(wanted)]) == wanted
