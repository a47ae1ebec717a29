"""Words to token ids: a passage for choosing, a sentence in its context for editing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field


LIMIT = 512
CONTEXT = 32
Tokens = Callable[[str], list[int]]


@dataclass(frozen=True)
class Encoded:
    """One input: token ids, segment types, and where its words and sentences stand.

    ``words`` are the places of the first token of each word; ``marks`` are the places whose hidden
    state stands for a sentence (its closing separator).
    """

    ids: tuple[int, ...]
    types: tuple[int, ...]
    words: tuple[int, ...]
    marks: tuple[int, ...]


@dataclass
class Inputs:
    """Builds inputs with a word-piece tokenizer; pieces of a word are looked up once."""

    pieces: Tokens
    cls: int
    sep: int
    cache: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def word(self, text: str) -> tuple[int, ...]:
        """The token ids of one word, at most 16 of them (longer words are noise of scanning)."""
        if text not in self.cache:
            self.cache[text] = tuple(self.pieces(text)[:16])
        return self.cache[text]

    def sentence(self, context: Sequence[str], words: Sequence[str]) -> list[Encoded]:
        """``[CLS] context [SEP] sentence [SEP]``; a sentence beyond the limit in several parts."""
        before = self._flat(context)[-CONTEXT:]
        room = LIMIT - len(before) - 3
        return [self._pair(before, part) for part in self._parts(words, room)]

    def _pair(self, before: list[int], words: Sequence[str]) -> Encoded:
        ids = [self.cls, *before, self.sep]
        types = [0] * len(ids)
        places = []
        for word in words:
            places.append(len(ids))
            ids += self.word(word)
        ids.append(self.sep)
        types += [1] * (len(ids) - len(types))
        return Encoded(tuple(ids), tuple(types), tuple(places), (0,))

    def passage(self, sentences: Sequence[Sequence[str]]) -> list[tuple[Encoded, range]]:
        """``[CLS] s1 [SEP] s2 [SEP] …`` in windows of whole sentences that fit the limit.

        Each window comes with the range of its sentences. A sentence that alone exceeds the limit
        is a window of its own and is read in as many windows as it needs, each naming it.
        """
        return [
            (self._window(sentences[r.start : r.stop], part), r)
            for r in self._ranges(sentences)
            for part in self._long(sentences, r)
        ]

    def _ranges(self, sentences: Sequence[Sequence[str]]) -> Iterator[range]:
        start, used = 0, 1
        for i, sentence in enumerate(sentences):
            size = sum(len(self.word(w)) for w in sentence) + 1
            if i > start and used + size > LIMIT:
                yield range(start, i)
                start, used = i, 1
            used += size
        if sentences:
            yield range(start, len(sentences))

    def _long(
        self, sentences: Sequence[Sequence[str]], r: range
    ) -> list[Sequence[str] | None]:
        if len(r) > 1:
            return [None]
        return list(self._parts(sentences[r.start], LIMIT - 2))

    def _window(
        self, sentences: Sequence[Sequence[str]], part: Sequence[str] | None
    ) -> Encoded:
        ids, places, marks = [self.cls], [], []
        for sentence in sentences if part is None else [part]:
            for word in sentence:
                places.append(len(ids))
                ids += self.word(word)
            marks.append(len(ids))
            ids.append(self.sep)
        return Encoded(tuple(ids), (0,) * len(ids), tuple(places), tuple(marks))

    def _parts(self, words: Sequence[str], room: int) -> Iterator[Sequence[str]]:
        start, used = 0, 0
        for i, word in enumerate(words):
            size = len(self.word(word))
            if used + size > room:
                yield words[start:i]
                start, used = i, 0
            used += size
        yield words[start:]

    def _flat(self, words: Sequence[str]) -> list[int]:
        return [piece for word in words for piece in self.word(word)]
