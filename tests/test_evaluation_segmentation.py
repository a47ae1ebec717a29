"""Scores of segmentations, and floors on our own samples and, where there, on the references."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize.evaluation.segmentation import prediction, score
from summarize.records import Statement
from summarize.segment import segment

REFERENCES = Path(__file__).parents[2] / "shared/data/segmentation/dev.jsonl"

TEXT = "I thank you. 4. Time is short. Money is scarce. First thing. I end."


def reference(**changes: Any) -> dict[str, Any]:
    points = [
        {"ordinal": 1, "label": "", "start": 16, "end": 30},
        {"ordinal": 2, "label": "", "start": 31, "end": 47},
    ]
    row = {
        "id": "a",
        "text": TEXT,
        "opening_end": 12,
        "closing_start": 61,
        "series": [{"announced": 2, "points": points}],
        "traps": [{"start": 48, "end": 60, "why": "a trap"}],
    }
    return row | changes


def row(points: list[tuple[int, int]], **changes: Any) -> dict[str, Any]:
    listed = [
        {"series": 1, "number": n, "label": "", "start": a, "end": b}
        for n, (a, b) in enumerate(points, start=1)
    ]
    made = {
        "id": "a",
        "opening_end": 12,
        "closing_start": 61,
        "series": [{"announced": 2}],
        "points": listed,
    }
    return made | changes


def test_all_right_with_an_enumerator_more() -> None:
    found = score([reference()], [row([(13, 30), (31, 47)])])
    assert (found.start_f1, found.exact_f1, found.count_accuracy) == (1.0, 1.0, 1.0)
    assert (found.announced_accuracy, found.opening_accuracy, found.closing_accuracy) == (1, 1, 1)
    assert (found.traps, found.traps_fallen) == (1, 0)


def test_a_wrong_end_and_a_trap() -> None:
    found = score([reference()], [row([(13, 30), (31, 60), (48, 60)], closing_start=None)])
    assert found.start_precision == pytest.approx(2 / 3)
    assert found.start_recall == 1.0
    assert found.exact_recall == 0.5
    assert found.traps_fallen == 1
    assert found.count_accuracy == 0.0
    assert found.closing_accuracy == 0.0


def test_nothing_to_find_and_nothing_found() -> None:
    found = score([reference(series=[], traps=[])], [row([], series=[])])
    assert (found.start_f1, found.exact_f1, found.count_accuracy) == (1.0, 1.0, 1.0)


def test_a_missing_prediction_is_an_error() -> None:
    with pytest.raises(KeyError):
        score([reference()], [])


def test_a_prediction_of_a_statement_without_enumeration_has_no_points() -> None:
    made = prediction("b", segment(Statement("We act. We wait. We go.", "b")))
    assert made["points"] == []
    assert made["series"] == []


@pytest.mark.skipif(not REFERENCES.exists(), reason="the references are not here")
def test_floors_on_the_references() -> None:
    lines = REFERENCES.read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    made = [prediction(r["id"], segment(Statement(r["text"], r["id"]))) for r in rows]
    found = score(rows, made)
    assert found.start_f1 >= 0.96
    assert found.exact_f1 >= 0.85
    assert found.count_accuracy >= 0.90
    assert found.announced_accuracy >= 0.90
    assert found.traps_fallen <= 2
