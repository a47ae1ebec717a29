"""What every check looks at: a condensation and its source, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from summarize.align import Alignment, align
from summarize.clauses import Clause, reported
from summarize.facts.dates import Date, dates
from summarize.facts.names import Name, country, names
from summarize.facts.numbers import Number, numbers
from summarize.facts.symbols import Symbol, symbols
from summarize.lexicon import load, word_set
from summarize.records import Finding, FindingKind, Severity, Source, Span
from summarize.words import Word, content_stems, stem

_JOINED = re.compile(r"(?:as|be|to|on|for|by|has|are|and|the|of|that)([a-z]{5,})")
"""A small word run into another: none of these makes another word's opposite, as "in" would."""

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


@dataclass(frozen=True)
class View:
    """A condensation with its source, and what is derived from both, each once."""

    text: str
    source: Source

    @cached_property
    def near(self) -> dict[tuple[bool, int, int], tuple[tuple[str, bool], ...]]:
        """What ``place.py`` has read of the words around a place, to read it once."""
        return {}

    @cached_property
    def aligned(self) -> Alignment:
        """Where the words come from."""
        return align(self.text, self.source.sentences)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The reported claims."""
        return reported(self.text)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the condensation."""
        return self.aligned.words

    @property
    def source_words(self) -> tuple[Word, ...]:
        """The words of the source."""
        return self.aligned.source.words

    @cached_property
    def source_starts(self) -> tuple[int, ...]:
        """Where each word of the source begins."""
        return tuple(w.start for w in self.source_words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """All stems of the source."""
        return self.aligned.source.stems

    @cached_property
    def joined(self) -> dict[str, tuple[int, ...]]:
        """Where the source may have a word run into a small one ("beadvisable"), by the word's stem."""
        found: dict[str, tuple[int, ...]] = {}
        for place, word in enumerate(self.source_words):
            if word.content and (match := _JOINED.fullmatch(word.low)):
                found[stem(match[1])] = (place,)
        return found

    @cached_property
    def side(self) -> frozenset[str]:
        """Content stems of the names of the delegation and of the speaker."""
        known = (self.source.delegation, self.source.speaker, self.source.attribution)
        return frozenset().union(*(content_stems(k) for k in known if k))

    @cached_property
    def counted(self) -> frozenset[int]:
        """The words of the condensation that belong to a figure, date or symbol."""
        spans = [(n.start, n.end) for n in self.numbers]
        spans += [(d.start, d.end) for d in self.dates] + [(s.start, s.end) for s in self.symbols]
        units = word_set("frame", "units")
        return frozenset(
            i
            for i, w in enumerate(self.words)
            if w.low in units or any(a < w.end and w.start < b for a, b in spans)
        )

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Stretches in quotation marks that stand word for word in the source."""
        found = _QUOTED.finditer(self.text)
        return tuple(Span(*m.span()) for m in found if _stands(m[1].strip(), self.source.text))

    def quoted(self, start: int, end: int) -> bool:
        """Whether a stretch lies within a verbatim quotation."""
        return any(q.start <= start and end <= q.end for q in self.quotes)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that the source names, and the delegation."""
        found = {c for n in names(self.source.text) for c in _countries(n, self.source.text)}
        found |= {c for w in self.source_words if w.upper and (c := country(w.low))}
        if self.source.delegation and (c := country(self.source.delegation)):
            found.add(c)
        return frozenset(found)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the condensation, quotations left out."""
        return tuple(n for n in names(self.text) if not self.quoted(n.start, n.end))

    @cached_property
    def known_names(self) -> tuple[Name, ...]:
        """The names of the condensation that the source accounts for."""
        from summarize.verify.name import known

        return tuple(n for n in self.names if known(self, n))

    @cached_property
    def symbols(self) -> tuple[Symbol, ...]:
        """The symbols of the condensation, quotations left out."""
        return tuple(s for s in symbols(self.text) if not self.quoted(s.start, s.end))

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates of the condensation outside symbols and quotations."""
        found = dates(self.text)
        return tuple(d for d in found if not self._taken(d.start, d.end, self.symbols))

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers of the condensation outside symbols, dates and quotations."""
        fixed = (d for d in self.dates if not d.relative)  # "the past ten years" counts years
        taken: tuple[Symbol | Date, ...] = (*self.symbols, *fixed)
        return tuple(n for n in numbers(self.text) if not self._taken(n.start, n.end, taken))

    def _taken(self, start: int, end: int, by: tuple[Symbol | Date, ...]) -> bool:
        inside = any(start < b.end and b.start < end for b in by)
        return inside or self.quoted(start, end)

    @cached_property
    def source_numbers(self) -> tuple[Number, ...]:
        """The numbers of the source, those of dates and symbols too."""
        return numbers(self.source.text)

    @cached_property
    def source_dates(self) -> tuple[Date, ...]:
        """The dates of the source."""
        return dates(self.source.text)

    @cached_property
    def source_symbols(self) -> tuple[Symbol, ...]:
        """The symbols of the source."""
        return symbols(self.source.text)

    @cached_property
    def reporting(self) -> frozenset[int]:
        """The words that are reporting verbs or adverbs before them."""
        found = set[int]()
        for clause in self.clauses:
            found.update(range(clause.first, clause.verb + 1))
        return frozenset(found)

    def supported(self, index: int) -> bool:
        """Whether the source offers the word ``index`` of the condensation, in some form."""
        word = self.words[index]
        if not word.content or word.stem in self.stems or index in self.reporting:
            return True
        if word.stem in self.joined:
            return True
        if word.low in word_set("reporting", "verbs"):
            return True
        if self.quoted(word.start, word.end) or word.low in word_set("frame", "words"):
            return True
        if (code := country(word.low)) and code in self.countries:
            return True
        if any(n.start <= word.start < n.end for n in self.known_names):
            return True
        twins = load("frame")["twins"].get(word.stem, ())
        return any(t in self.stems for t in twins)

    def index_at(self, start: int) -> int:
        """The number of the word that stands at or after ``start`` in the condensation."""
        return next((i for i, w in enumerate(self.words) if w.end > start), len(self.words))


def _countries(name: Name, text: str) -> list[str]:
    """The countries in a name, whole or word by word."""
    whole = country(text[name.start : name.end])
    return [whole] if whole else [c for w in name.words if (c := country(w.low))]


def finding(
    kind: FindingKind,
    message: str,
    span: tuple[int, int] | None,
    source: tuple[int, int] | None = None,
    severity: Severity = "blocking",
) -> Finding:
    """A finding with its spans given as pairs."""
    start, end = span or (None, None)
    source_start, source_end = source or (None, None)
    return Finding(kind, severity, message, start, end, source_start, source_end)


def _stands(words: str, text: str) -> bool:
    """Whether ``words`` stand in ``text`` as whole words."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text))
