"""Scores of whole notes: "In brief", asks and commitments against references of statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean
from typing import Any

from summarize.evaluation.condensing import rouge_f1, unquoted
from summarize.records import Ask, Citation, Cited, Commitment, Note
from summarize.words import content_stems, fold

Row = Mapping[str, Any]
Span = tuple[int, int]
_ALIKE = 0.5
"""Two actors are one where half of the words of both together are common."""


def prediction(name: str, note: Note) -> dict[str, Any]:
    """The prediction line of one ``--notes`` row: what the note says, with spans of the text."""
    cited = sorted({(c.start, c.end) for part in note.in_brief for c in part.citations})
    return {
        "id": name,
        "in_brief": _brief(note.in_brief),
        "in_brief_cites": [{"start": start, "end": end} for start, end in cited],
        "asks": [{"actor": a.actor, "action": a.action, **_place(a)} for a in note.asks],
        "commitments": [{"action": c.action, **_place(c)} for c in note.commitments],
    }


def _brief(parts: Sequence[Cited]) -> str:
    return " ".join(part.text for part in parts)


def _place(entry: Ask | Commitment) -> dict[str, int]:
    cited: tuple[Citation, ...] = entry.citations
    return {"start": min(c.start for c in cited), "end": max(c.end for c in cited)}


def score(rows: Sequence[Row], predictions: Sequence[Row]) -> dict[str, float | int]:
    """Scores of all rows together; precision and recall are pooled, ROUGE is a mean of statements.

    An ask is found "by sentence" where its span meets one of the reference's, and "by actor" where
    such a one is asked of the same actor (both of nobody in particular, or half of their words in
    common). Raises ValueError if rows and predictions differ in number.
    """
    pairs = list(zip(rows, predictions, strict=True))
    briefs = [(row["in_brief"], unquoted(made["in_brief"])) for row, made in pairs]
    rouge = [rouge_f1(wanted, made) for wanted, made in briefs if wanted]
    return {
        "statements": len(pairs),
        **{
            f"in_brief_{name}": fmean(r[name] for r in rouge) if rouge else 0.0
            for name in ("rouge1", "rouge2", "rougeL")
        },
        **_pooled(pairs, "in_brief_cites", "in_brief_cites", _meet),
        **_pooled(pairs, "asks", "asks_by_sentence", _meet),
        **_pooled(pairs, "asks", "asks_by_actor", _same_ask),
        **_pooled(pairs, "commitments", "commitments", _meet),
        "asks": sum(len(made["asks"]) for _, made in pairs),
    }


def _pooled(
    pairs: Sequence[tuple[Row, Row]], key: str, name: str, alike: Callable[[Row, Row], bool]
) -> dict[str, float]:
    """Precision, the share of what was made that is wanted, and recall, the other way round."""
    given = [(one, row[key]) for row, made in pairs for one in made[key]]
    wanted = [(one, made[key]) for row, made in pairs for one in row[key]]
    return {
        f"{name}_precision": _share(given, alike),
        f"{name}_recall": _share(wanted, alike),
    }


def _share(
    entries: Sequence[tuple[Row, Sequence[Row]]], alike: Callable[[Row, Row], bool]
) -> float:
    hits = sum(any(alike(one, other) for other in others) for one, others in entries)
    return hits / len(entries) if entries else 1.0


def _meet(one: Row, other: Row) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _same_ask(one: Row, other: Row) -> bool:
    return _meet(one, other) and same_actor(one["actor"], other["actor"])


def same_actor(one: str, other: str) -> bool:
    """Whether two names of actors mean the same, judged by their words."""
    first, second = _key(one), _key(other)
    if not first or not second:
        return first == second
    return len(first & second) >= _ALIKE * len(first | second)


def _key(actor: str) -> frozenset[str]:
    bare = re.sub(r"\b(?:the|all|its|our|their)\b", " ", fold(actor))
    return content_stems(bare) or frozenset(bare.split())
