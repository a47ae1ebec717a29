from __future__ import annotations

import json

import pytest

from summarize.errors import InputError
from summarize.evaluation.condensing import rouge_f1, unquoted
from summarize.evaluation.run import evaluate_condensing
from summarize.options import Options
from tests.conftest import SHARED, needs_shared

ROWS = [
    {
        "id": "water#1",
        "speaker": "Ms. Tarrant (Maravia)",
        "sentences": [
            "In the past 18 months the Group has counted 41 attacks on pumping stations, and not "
            "one of them has been investigated by the Governments concerned.",
            "We call on the Secretary-General to include a separate chapter on water "
            "installations in his next report on the protection of civilians.",
            "I shall be brief.",
        ],
        "heading": "Water installations",
        "summary": "Called on the Secretary-General to include a separate chapter on water "
        "installations in his next report on the protection of civilians.",
        "cites": [2],
        "acts": "FAX",
    },
    {"id": "water#2", "speaker": "", "sentences": ["Thank you."], "summary": "", "cites": []},
]


@pytest.fixture
def references(tmp_path):
    path = tmp_path / "references.jsonl"
    path.write_text("\n\n".join(json.dumps(row) for row in ROWS) + "\n", "utf-8")
    return path


def test_passages_without_a_reference_are_skipped(references):
    scores, rows = evaluate_condensing(references, Options(model="verbatim"))
    assert set(scores) == {"verbatim", "lead-1"}
    assert scores["verbatim"]["passages"] == 1
    assert [row["id"] for row in rows] == ["water#1"]
    assert rows[0]["cites"]


def test_the_model_beside_its_baselines(references):
    scores, rows = evaluate_condensing(references, Options())
    assert set(scores) == {Options().model, "verbatim", "lead-1"}
    assert rows[0]["cites"] == [2]
    ours = scores[Options().model]
    assert ours["rouge1"] > scores["lead-1"]["rouge1"]
    assert ours["cite_precision"] == ours["cite_recall"] == 1.0


def test_rouge_is_stemmed_and_quotation_marks_do_not_count():
    assert rouge_f1("called on States", unquoted("“calls on State”"))["rougeL"] == 1.0
    assert rouge_f1("called on States", "thanked nobody")["rouge1"] == 0.0


@pytest.mark.parametrize("text", ["not json", "[1]", '{"id": "x"}'])
def test_a_file_of_something_else(tmp_path, text):
    path = tmp_path / "x.jsonl"
    path.write_text(text)
    with pytest.raises(InputError, match=r"x\.jsonl"):
        evaluate_condensing(path, Options(model="verbatim"))


@needs_shared
def test_floors_of_the_bundled_model():
    """Somewhat below what was measured (49 of ROUGE-1, 28 of ROUGE-2, 39 of ROUGE-L)."""
    path = SHARED / "data" / "condensation" / "valid.jsonl"
    scores, _ = evaluate_condensing(path, Options(), limit=60)
    ours = scores[Options().model]
    assert ours["rouge1"] > 0.46
    assert ours["rouge2"] > 0.25
    assert ours["rougeL"] > 0.36
    assert 28 <= ours["words"] <= 42
    assert ours["figures_supported"] == 1.0
    assert ours["fallback"] <= 0.15
    assert ours["heading_rouge1"] > 0.40
    for name in ("rouge1", "rouge2", "rougeL"):
        assert ours[name] > scores["verbatim"][name] > scores["lead-1"][name]


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_a_file_without_references_is_refused(tmp_path, content):
    path = tmp_path / "none.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError, match="no reference"):
        evaluate_condensing(path, Options(model="verbatim"))
