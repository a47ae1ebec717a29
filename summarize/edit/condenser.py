"""Condense passages by editing their own sentences: choose, report, shorten, join."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from summarize.edit.compose import Bounds, Choice, bounds, ranked
from summarize.edit.heading import Marked, heading
from summarize.edit.naming import named, speaking
from summarize.edit.person import State
from summarize.edit.place import mentions, names, spoken_of
from summarize.edit.quoted import quotation
from summarize.edit.reading import tokens_of
from summarize.edit.reduce import Measure
from summarize.edit.report import clauses, spoken_names
from summarize.edit.scheme import ACTS
from summarize.edit.states import side
from summarize.edit.stray import is_doubtful, printed
from summarize.edit.tagger import SentenceView, Tagger
from summarize.edit.token import Tokens
from summarize.edit.verbs import reporting_verb
from summarize.edit.words import Word, count, words
from summarize.quotes import inside_quotation
from summarize.records import Act, Draft, Seen, Source

CANDIDATES = 4
READ = 9
PLACE = 2.0
"""Log-odds of keeping a country's name, without which nobody knows whose elections are meant:
seven condensations in ten name the country that their passage names most (training split)."""
TIGHT = -1.5
"""Above which log-odds against keeping it a unit goes, where there is room for few words."""
CARRIES, DOUBTED, WORDIER = 0.4, 0.6, 5
"""A sentence is quoted that may carry the passage and of which no report is to be trusted, even
if it has so many words more than a report would."""
_CLAUSE = {"short": (18, 12), "normal": (30, 19), "long": (40, 26)}

NUMBERED = 0.5
"""What a sentence counts for in which a page number may stand."""

_CONTRAST = re.compile(
    r"(?:But|However|Yet|Nevertheless|Nonetheless|Notwithstanding|Still|At the same time|Despite|In spite of)\b"
)
"""How a sentence opens that stands against the one before. In references the one before is cited without it in
16 cases of 100, other sentences without the next in 24.
"""

Split = tuple[tuple[Word, ...], ...]


class EditCondenser:
    """The bundled model: every kept word is the source's own.

    One pass of the encoder over a passage says which sentences carry it and which of their words
    to keep; the rest is rules (``frames``, ``units``, ``compose``).
    """

    def __init__(self, tagger: Tagger) -> None:
        self.tagger, self.weights_sha256 = tagger, tagger.weights_sha256

    @classmethod
    def load(cls, folder: Path, device: str = "cpu", engine: str = "torch") -> EditCondenser:
        """The condenser of a model folder.

        Raises:
            ModelError: the folder holds no such model, or other weights than it names.
        """
        return cls(Tagger.load(folder, device, engine))

    def condense(self, sources: Sequence[Source], length: str) -> list[Draft]:
        """A draft for each source, in order, of length "short", "normal" or "long"."""
        split: list[Split] = [tuple(words(s) for s in source.sentences) for source in sources]
        views = self.tagger.passages([[[w.text for w in s] for s in p] for p in split])
        return [
            _draft(source, passage, view, length)
            for source, passage, view in zip(sources, split, views, strict=True)
        ]

    def acts(self, sources: Sequence[Source]) -> list[tuple[Act, ...]]:
        """The speech act of each sentence of each source."""
        split = [[[w.text for w in words(s)] for s in source.sentences] for source in sources]
        return [tuple(ACTS[view.act] for view in views) for views in self.tagger.passages(split)]


def _draft(source: Source, passage: Split, views: Sequence[SentenceView], length: str) -> Draft:
    made = ranked(*options(source, passage, views, length))
    seen = tuple(Seen(_rounded(v.acts), *_rounded((v.carry, v.main, v.needs))) for v in views)
    said = made[0] if made else ""
    we = side(source.delegation, source.speaker)
    speaker = frozenset() if we is None or we.person else frozenset(we.name.lower().split())
    return Draft(tuple(made[:CANDIDATES]), _heading(passage, views, said, speaker), seen)


def _rounded(chances: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(chance, 4) for chance in chances)


def options(
    source: Source, passage: Split, views: Sequence[SentenceView], length: str
) -> tuple[list[Choice], Bounds]:
    """The clauses that a condensation of a passage may be made of, and how long it may be.

    ``passage`` has the words of each sentence of ``source``, ``views`` what the network thinks of them.
    """
    we = side(source.delegation, source.speaker)
    known = frozenset(w.text for s in passage for w in s if w.text.islower())
    order = sorted(range(len(views)), key=lambda i: (-views[i].carry, i))
    limits = bounds(length, sum(count(s) for s in passage))
    measures = _measures(length, limits.most)
    quoted = inside_quotation(source.sentences)
    country = spoken_of(passage, "" if we is None or we.person else we.name)
    choices = [
        choice
        for i in sorted(order[:READ])
        if not quoted[i]
        for choice in _choices(
            source.sentences[i],
            passage,
            _placed(passage[i], views[i]),
            known,
            we,
            i,
            measures,
        )
    ]
    against = [bool(_CONTRAST.match(s)) for s in (*source.sentences[1:], "")]
    known_of = [
        replace(c, placed=names(c.clause.text, country), conceded=against[c.place]) for c in choices
    ]
    return known_of, limits


def _placed(sentence: Sequence[Word], view: SentenceView) -> SentenceView:
    """The view, in which the names of countries are to be kept."""
    keep = list(view.keep)
    for start, end, _ in mentions(sentence):
        keep[start:end] = [max(k, PLACE) for k in keep[start:end]]
    return replace(view, keep=tuple(keep))


def _measures(length: str, most: int) -> list[Measure]:
    """How short clauses are made: as the length asked for allows, and for a passage so short that
    a condensation has few words, whatever units the clause can do without.
    """
    found = [Measure(limit) for limit in _CLAUSE[length]]
    return found if most >= found[0].limit else [*found, Measure(most, pressed=TIGHT)]


def _choices(
    written: str,
    passage: Split,
    view: SentenceView,
    known: frozenset[str],
    side: State | None,
    place: int,
    measures: Sequence[Measure],
) -> list[Choice]:
    sentence = passage[place]
    if any(is_doubtful(sentence, i) for i in set(range(len(sentence))) - printed(sentence)):
        view = replace(view, carry=view.carry * NUMBERED, main=view.main * NUMBERED)
    plain = tokens_of(sentence, view, known)
    tokens = named(plain, place, passage, side is not None and not side.person)
    if place:
        tokens = speaking(tokens, passage[place - 1], spoken_names(side))
    verb = partial(reporting_verb, view.act, view.verbs)
    found: dict[str, Choice] = {}
    for measure in measures:
        reports = list(clauses(tokens, side, measure, verb))
        best = max((_kept(part) for part, _ in reports), default=0.0)
        for part, clause in reports:
            share = 1.0 if _kept(part) >= best else 0.6
            choice = Choice(
                place, view.carry * share, clause, part[0].at, ACTS[view.act] == "ask",
                main=view.main * share, needs=view.needs,
            )  # fmt: skip
            found.setdefault(clause.text, choice)
    if _is_quotable(view) and all(c.clause.trust < DOUBTED for c in found.values()):
        quoted = quotation(written, sentence, plain, measures[0].limit + WORDIER)
        if quoted is not None:
            found[quoted.text] = Choice(
                place, view.carry, quoted, ask=ACTS[view.act] == "ask",
                main=view.main, needs=view.needs,
            )  # fmt: skip
    return list(found.values())


def _is_quotable(view: SentenceView) -> bool:
    return view.carry >= CARRIES and ACTS[view.act] != "courtesy"


def _kept(part: Tokens) -> float:
    return sum(t.keep for t in part) / max(1, len(part))


def _heading(
    passage: Split, views: Sequence[SentenceView], said: str, speaker: frozenset[str]
) -> str:
    marked = [
        [
            Marked(w, p, c / (c + 2 * (1 - c)))
            for w, p, c in zip(s, view.pos, view.heading, strict=True)
        ]
        for s, view in zip(passage, views, strict=True)
    ]
    return heading(marked, said, speaker)
