"""Scores of whole notes, by hand-made predictions, and through the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from summarize.cli import app
from summarize.evaluation.notes import same_actor, score

TEXT = (
    "We urge the Harbour Commission to publish its accounts by May 2031. Ruritania will host the "
    "next round of talks in Port Calder. The dams of the northern basin supply four countries "
    "with water and with power, and nobody has repaired them since the flood of 2019."
)


def reference(**changes: Any) -> dict[str, Any]:
    ask = {
        "actor": "the Harbour Commission",
        "action": "publish its accounts",
        "start": 0,
        "end": 67,
    }
    promise = {"action": "host the next round of talks", "start": 68, "end": 130}
    row = {
        "id": "a",
        "text": TEXT,
        "subject": "Harbour accounts",
        "country": "Ruritania",
        "speaker": "Ms. Vell",
        "in_brief": "Urged the Harbour Commission to publish its accounts.",
        "in_brief_cites": [{"start": 0, "end": 67}],
        "asks": [ask],
        "commitments": [promise],
    }
    return row | changes


def test_a_note_that_says_the_same_scores_one() -> None:
    scores = score([reference()], [reference()])
    shares = [value for name, value in scores.items() if name not in ("statements", "asks")]
    assert shares == pytest.approx([1.0] * len(shares))


def test_the_actor_counts_apart_from_the_sentence() -> None:
    wrong = {"actor": "Ruritania", "action": "publish", "start": 10, "end": 40}
    scores = score([reference()], [reference(asks=[wrong])])
    assert scores["asks_by_sentence_precision"] == 1.0
    assert scores["asks_by_actor_precision"] == 0.0
    assert scores["asks_by_actor_recall"] == 0.0


def test_what_is_not_asked_costs_precision_and_what_is_missed_recall() -> None:
    extra = {"actor": "", "action": "repair the dams", "start": 131, "end": 200}
    asks = [*reference()["asks"], extra]
    assert score([reference()], [reference(asks=asks)])["asks_by_sentence_precision"] == 0.5
    assert score([reference(asks=asks)], [reference()])["asks_by_sentence_recall"] == 0.5


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Council", "The Council", True),
        ("all Member States", "Member States", True),
        ("the Council", "the Council members", True),
        ("Ruritania", "the Council", False),
        ("", "the Council", False),
        ("", "", True),
    ],
)
def test_same_actor(one: str, other: str, same: bool) -> None:
    assert same_actor(one, other) is same


def test_the_command_scores_notes_and_writes_what_they_say(tmp_path: Path) -> None:
    path, made = tmp_path / "notes.jsonl", tmp_path / "made.jsonl"
    path.write_text(json.dumps(reference()) + "\n", encoding="utf-8")
    arguments = ["eval", "--notes", str(path), "--model", "verbatim", "--predictions", str(made)]
    result = CliRunner().invoke(app, [*arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["verbatim"]["asks_by_actor_recall"] == 1.0
    line = json.loads(made.read_text(encoding="utf-8"))
    assert line["id"] == "a"
    assert line["in_brief"]
    assert line["asks"][0]["actor"] == "the Harbour Commission"
    assert set(line) == {"id", "in_brief", "in_brief_cites", "asks", "commitments"}


def test_the_command_scores_verification(tmp_path: Path) -> None:
    row = {"id": "1", "speaker": "Ruritania", "sentences": [TEXT[:67], TEXT[68:130]]}
    rows = [
        {**row, "summary": "Urged the Harbour Commission to publish its accounts by May 2031."},
        {**row, "id": "2", "summary": "Urged the Harbour Commission to publish its accounts by "
         "May 2032.", "label": "corrupted", "kind": "date"},
    ]  # fmt: skip
    path, made = tmp_path / "rows.jsonl", tmp_path / "made.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    arguments = ["eval", "--verification", str(path), "--predictions", str(made)]
    result = CliRunner().invoke(app, [*arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    scores = json.loads(result.stdout)["pksum"]
    assert scores["false_alarms"] == 0.0
    assert scores["detected_date"] == 1.0
    lines = [json.loads(line) for line in made.read_text(encoding="utf-8").splitlines()]
    assert [line["blocking"] for line in lines] == [False, True]
    assert lines[0]["cites"] == [1]


def test_the_command_wants_one_file() -> None:
    result = CliRunner().invoke(app, ["eval", "--notes", "a", "--verification", "b"])
    assert result.exit_code == 2
