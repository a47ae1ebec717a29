"""Words to token ids: a passage in windows of whole sentences."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

LIMIT = 512
Tokens = Callable[[str], list[int]]


@dataclass(frozen=True)
class Encoded:
    """One input: token ids, and where its words and sentences stand.

    ``words`` are the places of the first token of each word; ``marks`` are the places whose hidden
    state stands for a sentence (its closing separator).
    """

    ids: tuple[int, ...]
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

    def _long(self, sentences: Sequence[Sequence[str]], r: range) -> list[Sequence[str] | None]:
        if len(r) > 1:
            return [None]
        return list(self._parts(sentences[r.start], LIMIT - 2))

    def _window(self, sentences: Sequence[Sequence[str]], part: Sequence[str] | None) -> Encoded:
        ids, places, marks = [self.cls], [], []
        for sentence in sentences if part is None else [part]:
            for word in sentence:
                places.append(len(ids))
                ids += self.word(word)
            marks.append(len(ids))
            ids.append(self.sep)
        return Encoded(tuple(ids), tuple(places), tuple(marks))

    def _parts(self, words: Sequence[str], room: int) -> Iterator[Sequence[str]]:
        start, used = 0, 0
        for i, word in enumerate(words):
            size = len(self.word(word))
            if used + size > room:
                yield words[start:i]
                start, used = i, 0
            used += size
        yield words[start:]


def inputs_of(folder: Path) -> tuple[Inputs, int]:
    """The input builder over a folder's tokenizer, and the id that pads.

    The file is read by ``tokenizers`` itself: transformers' own loader takes longer than a note.
    """
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    named = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))

    def special(name: str) -> int:
        found = tokenizer.token_to_id(named[name])
        if found is None:
            raise ValueError(f"the tokenizer of {folder.name} lacks its {name}")
        return found

    cls, sep, unknown, pad = map(special, ("cls_token", "sep_token", "unk_token", "pad_token"))

    def pieces(word: str) -> list[int]:
        found: list[int] = tokenizer.encode(word, add_special_tokens=False).ids
        return found or [unknown]

    return Inputs(pieces, cls, sep), pad
