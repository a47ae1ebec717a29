"""Condense passages by editing their own sentences: choose, report, shorten, join."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from summarize.edit.compose import Choice, bounds, ranked
from summarize.edit.heading import Marked, heading
from summarize.edit.person import State, state
from summarize.edit.reduce import Measure
from summarize.edit.report import clauses
from summarize.edit.scheme import ACTS
from summarize.edit.states import side_of
from summarize.edit.tagger import PassageView, SentenceView, Tagger
from summarize.edit.token import Token, Tokens
from summarize.edit.words import Word, count, words
from summarize.records import Act, Draft, Source

CANDIDATES = 4
READ = 5
_CLAUSE = {"short": 16, "normal": 24, "long": 30}

Split = tuple[tuple[Word, ...], ...]


class EditCondenser:
    """The bundled model: every kept word is the source's own.

    One pass of the encoder over a passage says which sentences carry it, one over each chosen
    sentence which of its words to keep; the rest is rules (``frames``, ``units``, ``compose``).
    """

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger

    @classmethod
    def load(cls, folder: Path, device: str = "cpu") -> EditCondenser:
        """The condenser of a model folder.

        Raises:
            ModelError: the folder holds no such model, or other weights than it names.
        """
        return cls(Tagger.load(folder, device))

    def condense(self, sources: Sequence[Source], length: str) -> list[Draft]:
        """A draft for each source, in order, of length "short", "normal" or "long"."""
        split: list[Split] = [tuple(words(s) for s in source.sentences) for source in sources]
        views = self.tagger.passages([[[w.text for w in s] for s in p] for p in split])
        chosen = [_chosen(view) for view in views]
        pairs = [
            (_context(p, i), [w.text for w in p[i]])
            for p, places in zip(split, chosen, strict=True)
            for i in places
        ]
        read = iter(self.tagger.sentences(pairs))
        drafts = []
        for source, p, view, places in zip(sources, split, views, chosen, strict=True):
            edits = {i: next(read) for i in places}
            drafts.append(_draft(source, p, view, edits, length))
        return drafts

    def acts(self, sources: Sequence[Source]) -> list[tuple[Act, ...]]:
        """The speech act of each sentence of each source."""
        split = [[[w.text for w in words(s)] for s in source.sentences] for source in sources]
        return [tuple(ACTS[a] for a in view.acts) for view in self.tagger.passages(split)]


def _chosen(view: PassageView) -> list[int]:
    """The sentences worth editing, in the passage's order."""
    order = sorted(range(len(view.carry)), key=lambda i: (-view.carry[i], i))
    return sorted(order[:READ])


def _context(passage: Split, i: int) -> list[str]:
    return [w.text for sentence in passage[:i] for w in sentence][-25:]


def _draft(
    source: Source, passage: Split, view: PassageView, edits: dict[int, SentenceView], length: str
) -> Draft:
    side = state(source.delegation) or side_of(source.speaker)
    choices = [
        choice
        for i, edit in edits.items()
        for choice in _choices(tokens_of(passage[i], edit), side, i, view.carry[i], length)
    ]
    limits = bounds(length, sum(count(s) for s in passage))
    made = ranked(choices, limits)
    return Draft(tuple(made[:CANDIDATES]), _heading(passage, view))


def tokens_of(sentence: Sequence[Word], view: SentenceView) -> Tokens:
    """The words of a sentence with what the network thinks of each."""
    return tuple(
        Token(word, view.pos[i] if not word.is_mark else "mark", view.keep[i], view.shift[i], i)
        for i, word in enumerate(sentence)
    )


def _choices(
    tokens: Tokens, side: State | None, place: int, carry: float, length: str
) -> list[Choice]:
    found = []
    reports = list(clauses(tokens, side, Measure(_CLAUSE[length])))
    best = max((_kept(part) for part, _ in reports), default=0.0)
    for part, clause in reports:
        share = 1.0 if _kept(part) >= best else 0.6
        found.append(Choice(place, carry * share, clause))
    return found


def _kept(part: Tokens) -> float:
    return sum(t.keep for t in part) / max(1, len(part))


def _heading(passage: Split, view: PassageView) -> str:
    marked = [
        [Marked(w, p, c) for w, p, c in zip(s, pos, chances, strict=True)]
        for s, pos, chances in zip(passage, view.pos, view.heading, strict=True)
    ]
    return heading(marked)
