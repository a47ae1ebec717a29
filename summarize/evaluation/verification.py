"""Scores of verification: how many errors are found, how many true condensations are stopped."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from summarize.cite import cite
from summarize.facts import facts
from summarize.lexicon import load
from summarize.records import Finding, Source
from summarize.verify import verify
from summarize.words import content_stems, words

Row = Mapping[str, Any]
Rows = Sequence[Row]


def delegation(speaker: str) -> str | None:
    """The State behind a row's ``speaker``: a code ("KEN"), "Mr. Dang (Viet Nam)" or a name.

    None for a person alone.
    """
    countries: dict[str, list[str]] = load("demonyms")
    if speaker in countries:
        return countries[speaker][0]
    bracket = re.search(r"\(((?!spoke)[^)]*)\)", speaker)
    if bracket:
        return bracket[1]
    return None if re.match(r"(Mr|Mrs|Ms|Dr|Sir|The)\b", speaker) else speaker or None


def source_of(row: Row) -> Source:
    """The source that a row's condensation is verified against."""
    sentences, speaker = tuple(row["sentences"]), row.get("speaker") or ""
    context = row.get("context") or " ".join(sentences)
    return Source(sentences, delegation(speaker), speaker or None, context=context)


def predict(row: Row) -> dict[str, Any]:
    """The prediction line of one ``--verification`` row: ``id``, ``blocking``, ``findings``,
    ``cites`` (from 1).
    """
    found = verify(row["summary"], source_of(row))
    cites = [n + 1 for n in cite(row["summary"], row["sentences"])]
    blocking = any(f.severity == "blocking" for f in found)
    return {
        "id": row["id"],
        "blocking": blocking,
        "findings": [_finding(f) for f in found],
        "cites": cites,
    }


def _finding(found: Finding) -> dict[str, Any]:
    keys = ("kind", "severity", "message", "start", "end", "source_start", "source_end")
    return {key: getattr(found, key) for key in keys}


def score(rows: Rows, predictions: Iterable[Row]) -> dict[str, Any]:
    """Detection by kind of error, named kind by kind, false alarms on true rows, and citations.

    ``rows`` carry ``label`` ("true", or anything else for a corrupted one) and ``kind``; rows
    without a label count for citations only, where they have ``cites``.
    """
    by_id = {p["id"]: p for p in predictions}
    detected: dict[str, list[bool]] = defaultdict(list)
    named: dict[str, list[bool]] = defaultdict(list)
    alarms = []
    for row in rows:
        guess = by_id[row["id"]]
        if is_true(row):
            alarms.append(bool(guess["blocking"]))
        elif row.get("label") is not None or row.get("kind"):
            kind = row.get("kind") or "unknown"
            kinds = {f["kind"] for f in guess["findings"] if f["severity"] == "blocking"}
            detected[kind].append(bool(guess["blocking"]))
            named[kind].append(kind in kinds)
    return {
        "false_alarms": share(alarms),
        "true": len(alarms),
        "detected": {k: share(v) for k, v in sorted(detected.items())},
        "named": {k: share(v) for k, v in sorted(named.items())},
        "count": {k: len(v) for k, v in sorted(detected.items())},
        **citation_scores([r for r in rows if r.get("cites") and is_true(r)], by_id),
    }


def flat(scores: Mapping[str, Any]) -> dict[str, float | int]:
    """``score`` as one row of numbers: ``detected_figure`` for the figure of ``detected``.

    What there is nothing to count for is left out.
    """
    found: dict[str, float | int] = {}
    for name, value in scores.items():
        parts = value.items() if isinstance(value, Mapping) else [("", value)]
        found |= {f"{name}_{k}" if k else name: v for k, v in parts if v is not None}
    return found


def is_true(row: Row) -> bool:
    """Whether a row's condensation is labelled true ("true", "consistent", True, 1)."""
    label = row.get("label", "true" if not row.get("kind") else "corrupted")
    return label in ("true", "consistent", "supported", "correct", "ok", True, 1)


def share(values: Sequence[bool]) -> float | None:
    """The share of true values; None of none."""
    return sum(values) / len(values) if values else None


def citation_scores(rows: Rows, by_id: Mapping[str, Row]) -> dict[str, float | None]:
    """Micro-averaged precision and recall of ``cites`` against the references'."""
    hits = given = wanted = 0
    for row in rows:
        guess, gold = set(by_id[row["id"]]["cites"]), set(row["cites"])
        hits, given, wanted = hits + len(guess & gold), given + len(guess), wanted + len(gold)
    return {
        "citation_precision": hits / given if given else None,
        "citation_recall": hits / wanted if wanted else None,
    }


def entity_overlap(row: Row) -> bool:
    """Baseline: blocks when a figure, date, symbol or name of the summary is not in the source."""
    source = " ".join(row["sentences"]).lower()
    return any(f.text.lower() not in source for f in facts(row["summary"]) if f.start > 0)


def rouge2_precision(row: Row) -> float:
    """Share of the summary's stem pairs that stand in the source (ROUGE-2 precision)."""
    own, theirs = _pairs(row["summary"]), set(_pairs(" ".join(row["sentences"])))
    return sum(p in theirs for p in own) / len(own) if own else 1.0


def _pairs(text: str) -> list[tuple[str, str]]:
    stems = [w.stem for w in words(text) if w.text[-1].isalnum()]
    return list(itertools.pairwise(stems))


def baseline(rows: Rows, blocks: Callable[[Row], bool]) -> dict[str, Any]:
    """``score`` of a baseline that only says whether to block."""
    guesses = [{"id": r["id"], "blocking": blocks(r), "findings": [], "cites": []} for r in rows]
    result = score(rows, guesses)
    return {k: result[k] for k in ("false_alarms", "detected")}


def rouge2_threshold(rows: Rows, alarms: float = 0.04) -> float:
    """The threshold of ``rouge2_precision`` that stops at most ``alarms`` of the true rows."""
    values = sorted(rouge2_precision(r) for r in rows if is_true(r))
    return values[int(alarms * len(values))] if values else 0.0


def word_overlap(summary: str, sentences: Sequence[str]) -> float:
    """Share of the summary's content stems that stand in the source."""
    own = content_stems(summary)
    return len(own & content_stems(" ".join(sentences))) / len(own) if own else 1.0
