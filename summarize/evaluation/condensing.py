"""Score condensations against references, with two baselines beside them on the same passages.

ROUGE is that of the package ``rouge-score`` with stemming, F1; ROUGE-L is the sentence-level one,
the longest common subsequence of the two whole texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from statistics import fmean
from typing import Any, Final

from summarize.condense.text import count_words
from summarize.edit.states import side
from summarize.facts import facts
from summarize.records import Condensation, Seen, Source
from summarize.speech import LETTERS, acts

FIGURES: Final = frozenset({"figure", "date", "symbol"})
NAMES: Final = frozenset({"name", "document"})


@dataclass(frozen=True)
class Row:
    """A reference passage with what was made of it."""

    id: str
    source: Source
    summary: str
    heading: str
    cites: frozenset[int]
    made: Condensation

    def prediction(self) -> dict[str, Any]:
        """The row of a ``--predictions`` file; sentence numbers from 1."""
        return {
            "id": self.id,
            "summary": self.made.text,
            "raw": self.made.raw,
            "heading": self.made.heading,
            "cites": [cite + 1 for cite in self.made.cites],
            "acts": letters(self.source, self.made.seen),
            "status": self.made.status,
            "findings": [asdict(finding) for finding in self.made.findings],
        }


def letters(source: Source, seen: Sequence[Seen] = ()) -> str:
    """The speech act of each sentence, a letter each, as references write it. ``seen``: what the
    model saw in each, or nothing.
    """
    names = {act: letter for letter, act in LETTERS.items()}
    return "".join(names[act] for act in acts(source.sentences, source.delegation, seen))


@dataclass(frozen=True)
class CondensingScores:
    """Scores from 0 to 1, except words (mean a condensation) and the number of passages.

    ``supported`` shares are of the figures and names in condensations that stand in the passage:
    ``raw`` as the model said them, else as the note shows them.
    """

    passages: int
    rouge1: float
    rouge2: float
    rougeL: float  # its name everywhere
    words: float
    compression: float
    figures_supported_raw: float
    figures_supported: float
    names_supported_raw: float
    names_supported: float
    cite_precision: float
    cite_recall: float
    fallback: float
    quoted: float
    heading_rouge1: float


def score(rows: Sequence[Row]) -> CondensingScores:
    """The scores of all rows together: ROUGE and lengths by passage, the rest pooled."""
    rouge = [rouge_f1(row.summary, unquoted(row.made.text)) for row in rows]
    headings = [rouge_f1(row.heading, row.made.heading)["rouge1"] for row in rows if row.heading]
    finals = [(row.made.text, row.source) for row in rows]
    raws = [(row.made.raw, row.source) for row in rows]
    hits = sum(len(row.cites & set(row.made.cites)) for row in rows)
    replaced = [row.made.status == "verbatim" and row.made.raw != row.made.text for row in rows]
    quoted = [row.made.status == "verbatim" and row.made.raw == row.made.text for row in rows]
    return CondensingScores(
        passages=len(rows),
        rouge1=fmean(scores["rouge1"] for scores in rouge),
        rouge2=fmean(scores["rouge2"] for scores in rouge),
        rougeL=fmean(scores["rougeL"] for scores in rouge),
        words=fmean(count_words(row.made.text) for row in rows),
        compression=fmean(
            count_words(row.made.text) / max(count_words(row.source.text), 1) for row in rows
        ),
        figures_supported_raw=supported(raws, FIGURES),
        figures_supported=supported(finals, FIGURES),
        names_supported_raw=supported(raws, NAMES),
        names_supported=supported(finals, NAMES),
        cite_precision=_share(hits, sum(len(row.made.cites) for row in rows)),
        cite_recall=_share(hits, sum(len(row.cites) for row in rows)),
        fallback=fmean(replaced),
        quoted=fmean(quoted),
        heading_rouge1=fmean(headings) if headings else 0.0,
    )


def supported(texts: Iterable[tuple[str, Source]], kinds: frozenset[str]) -> float:
    """The share of facts of these kinds in the texts that their sources contain too, or that name
    the speaker's side.
    """
    held = [
        fact.value in known
        for text, source in texts
        for known in [{f.value for f in facts(f"{source.text} {own_name(source)}.")}]
        for fact in facts(text)
        if fact.kind in kinds
    ]
    return _share(sum(held), len(held))


def own_name(source: Source) -> str:
    """What a condensation may call the speaker's side, which the passage itself calls "we"."""
    we = side(source.delegation, source.speaker)
    return "" if we is None or we.person else f"We speak for {we.name}"


def rouge_f1(reference: str, made: str) -> Mapping[str, float]:
    """ROUGE-1, -2 and -L F1 of ``made``, stemmed."""
    return {name: score.fmeasure for name, score in _scorer()(reference, made).items()}


@cache
def _scorer() -> Callable[[str, str], Mapping[str, Any]]:
    from rouge_score.rouge_scorer import RougeScorer

    score: Callable[[str, str], Mapping[str, Any]] = RougeScorer(
        ["rouge1", "rouge2", "rougeL"], use_stemmer=True
    ).score
    return score


def unquoted(text: str) -> str:
    """``text`` without the marks of quotation, which no reference has."""
    return text.replace("“", "").replace("”", "")


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
