"""Floors on errors made by hand, subtler than a generator's, in passages of our own writing.

``samples/verification.jsonl`` holds six passages with true condensations and with condensations that
each hold one error: what a tired reader would pass over.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize.evaluation.verification import predict, score

SAMPLES = Path(__file__).parents[1] / "samples/verification.jsonl"
FLOORS = {
    "figure": 1.0, "comparison": 1.0, "date": 1.0, "symbol": 1.0, "name": 0.8, "negation": 0.9,
    "force": 0.8, "actor": 0.75, "hedge": 0.9, "invention": 0.6,
}  # fmt: skip


@pytest.fixture(scope="module")
def scores() -> dict[str, Any]:
    rows = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    return score(rows, [predict(row) for row in rows])


def test_no_true_condensation_is_stopped(scores: dict[str, Any]) -> None:
    assert scores["true"] == 20
    assert scores["false_alarms"] == 0


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_errors_are_found(scores: dict[str, Any], kind: str) -> None:
    assert scores["count"][kind] >= 3
    assert scores["detected"][kind] >= FLOORS[kind]
