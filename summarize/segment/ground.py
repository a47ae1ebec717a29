"""What the judges of a statement's structure look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarize.records import Sentence
from summarize.segment.language import Patterns


@dataclass(frozen=True)
class Ground:
    """A text, its sentences, and the patterns of its language."""

    text: str
    sentences: tuple[Sentence, ...]
    patterns: Patterns

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Each sentence on one line, its white space made single spaces, for matching only."""
        return tuple(" ".join(sentence.of(self.text).split()) for sentence in self.sentences)

    @cached_property
    def stems(self) -> tuple[Counter[str], ...]:
        """The content stems of each sentence."""
        return tuple(self.patterns.stems.stems(words) for words in self.words)

    def subjects(self, words: str) -> frozenset[str]:
        """The stems of ``words`` that name a subject."""
        return self.patterns.stems.subject_stems(words)

    @cached_property
    def leads(self) -> tuple[int, ...]:
        """For each sentence, where its own words begin after a vocative or a page number."""
        lead = self.patterns.lead
        found = (lead.match(words, 0, 120) for words in self.words)
        return tuple(match.end() if match else 0 for match in found)

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """Which sentences begin inside a quotation. A new paragraph ends one left open."""
        return tuple(_quoted(self.words, self.sentences))

    @property
    def has_paragraphs(self) -> bool:
        """Whether the text's paragraphs say where a subject ends."""
        return self.sentences[-1].paragraph > 3


def _quoted(words: Sequence[str], sentences: Sequence[Sentence]) -> list[bool]:
    flags: list[bool] = []
    curly = straight = 0
    for line, sentence in zip(words, sentences, strict=True):
        if sentence.number == 1:
            curly = straight = 0
        flags.append(curly > 0 or straight > 0 or line.lstrip("> ").startswith(("“", '"')))
        curly = max(0, curly + line.count("“") - line.count("”"))
        straight = (straight + line.count('"')) % 2
    return flags
