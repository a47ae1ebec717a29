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
from summarize.evaluation import notes, verification
from summarize.evaluation.condensing import Row, score
from summarize.evaluation.segmentation import prediction
from summarize.evaluation.segmentation import score as score_segmentation
from summarize.evaluation.verification import source_of
from summarize.gate import settle_all
from summarize.options import Options
from summarize.pipeline import brief_all
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


def evaluate_verification(
    path: Path, *, limit: int | None = None
) -> tuple[Scores, list[dict[str, Any]]]:
    """Scores of verifying and citing given condensations, two baselines' beside, and what was found.

    The baselines: a figure, date, symbol or name that the source has not in the same letters; and
    ROUGE-2 precision below what lets the same share of true condensations pass.

    Raises:
        InputError: the file is not one of condensations with their sentences.
    """
    rows = [row for row in _read(path, ("sentences", "summary"), limit) if row["summary"]]
    began = time.process_time()
    made = [verification.predict(row) for row in rows]
    took = time.process_time() - began
    scores: Scores = {"pksum": verification.flat(verification.score(rows, made))}
    scores["pksum"]["milliseconds"] = 1000 * took / max(len(rows), 1)
    if any(not verification.is_true(row) for row in rows):
        least = verification.rouge2_threshold(rows)
        blocks = {
            "entities": verification.entity_overlap,
            "rouge-2": lambda row: verification.rouge2_precision(row) < least,
        }
        for name, blocking in blocks.items():
            scores[name] = verification.flat(verification.baseline(rows, blocking))
    return scores, made


def evaluate_notes(
    path: Path, options: Options, *, limit: int | None = None
) -> tuple[Scores, list[dict[str, Any]]]:
    """Scores of the notes of whole statements over a file of references, and what the notes say.

    What a row tells of its speaker counts where the text itself does not say it.

    Raises:
        InputError: the file is not one of references.
        ModelError: the model cannot be loaded.
    """
    references = list(_read(path, ("text", "in_brief", "asks", "commitments"), limit))
    statements = [_known(_as_statement(row), row) for row in references]
    briefed = brief_all(statements, options)
    made = [
        notes.prediction(row["id"], note) for row, note in zip(references, briefed, strict=True)
    ]
    return {options.model: notes.score(references, made)}, made


def _known(statement: Statement, row: Mapping[str, Any]) -> Statement:
    """``statement`` with the delegation and speaker that its row names, where it has none."""
    return replace(
        statement,
        delegation=statement.delegation or row.get("country") or None,
        speaker=statement.speaker or row.get("speaker") or None,
    )


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
    line = ""
    try:
        with path.open(encoding="utf-8") as lines:
            for line in islice(filter(str.strip, lines), limit):
                yield _row(line, fields, path)
        if not line:
            raise InputError(f"'{path}' holds no reference")
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
