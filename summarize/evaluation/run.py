"""Read references, run the program over them, score what it made."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import Any

from summarize.condense.open import open_condenser
from summarize.condense.verbatim import quote
from summarize.errors import InputError
from summarize.evaluation.condensing import Row, score
from summarize.evaluation.segmentation import prediction
from summarize.evaluation.segmentation import score as score_segmentation
from summarize.evaluation.verification import source_of
from summarize.gate import settle_all
from summarize.options import Options
from summarize.read import read_text
from summarize.records import Condensation, Source, Statement
from summarize.segment import segment

Scores = dict[str, dict[str, float | int]]
"""Scores by the name of what was scored: the model and its baselines."""


def evaluate_condensing(
    path: Path, options: Options, *, limit: int | None = None
) -> tuple[Scores, list[dict[str, Any]]]:
    """Scores of the model and of two baselines over a file of references, and the predictions.

    Passages without a reference are skipped. ``passages_per_second`` counts condensing,
    verifying and citing, not loading.

    Raises:
        InputError: the file is not one of references.
        ModelError: the model cannot be loaded.
    """
    references = [row for row in _read(path, ("sentences", "summary"), limit) if row["summary"]]
    sources = [_source(row) for row in references]
    condenser = open_condenser(options)
    began = time.perf_counter()
    made = settle_all(sources, condenser, options)
    rate = len(sources) / (time.perf_counter() - began)
    rows = _rows(references, sources, made)
    scores: Scores = {
        condenser.card.name: {**asdict(score(rows)), "passages_per_second": rate},
        "lead-1": asdict(score(_rows(references, sources, [_lead(s) for s in sources]))),
    }
    if condenser.card.name != "verbatim":
        quoting = replace(options, model="verbatim", prompt=None)
        quoted = settle_all(sources, open_condenser(quoting), quoting)
        scores["verbatim"] = asdict(score(_rows(references, sources, quoted)))
    return scores, [row.prediction() for row in rows]


def evaluate_segmentation(
    path: Path, *, limit: int | None = None
) -> tuple[Scores, list[dict[str, Any]]]:
    """Scores of the segmentation over a file of references, and the predictions.

    Raises:
        InputError: the file is not one of references.
    """
    references = list(_read(path, ("text", "series"), limit))
    made = [prediction(row["id"], segment(_as_statement(row))) for row in references]
    return {"pksum": score_segmentation(references, made).as_dict()}, made


"""
"""


def _as_statement(row: Mapping[str, Any]) -> Statement:
    """The text of a reference row, read as a file's would be."""
    (statement,) = read_text(row["text"], row["id"])
    return statement


def _rows(
    references: Sequence[Mapping[str, Any]],
    sources: Sequence[Source],
    made: Sequence[Condensation],
) -> list[Row]:
    return [
        Row(
            id=row["id"],
            source=source,
            summary=row["summary"],
            heading=row.get("heading", ""),
            cites=frozenset(cite - 1 for cite in row.get("cites", ())),
            made=condensation,
        )
        for row, source, condensation in zip(references, sources, made, strict=True)
    ]


def _source(row: Mapping[str, Any]) -> Source:
    """The passage of a reference row, all of which are English."""
    return replace(source_of(row), language="en")


def _lead(source: Source) -> Condensation:
    """The first sentence, as the simplest baseline there is."""
    text = quote(source.sentences, (0,))
    return Condensation(text, text, "verbatim", "", (), (0,))


def _read(path: Path, fields: Sequence[str], limit: int | None) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            for line in islice(filter(str.strip, lines), limit):
                yield _row(line, fields, path)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"'{path}' cannot be read as references") from error


def _row(line: str, fields: Sequence[str], path: Path) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"'{path}' is not JSON Lines") from error
    if not isinstance(row, dict) or any(field not in row for field in ("id", *fields)):
        raise InputError(f"'{path}' lacks one of the fields id, {', '.join(fields)} in a line")
    return row
