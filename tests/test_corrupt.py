"""The generator of minimal errors: seeded, one error a row; floors of what is detected."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from summarize.evaluation.verification import predict, score

ROOT = Path(__file__).resolve().parent.parent

ROWS = [
    {
        "id": "a",
        "speaker": "Ruritania",
        "sentences": [
            "Since 2019 Ruritania has trained more than 1,200 engineers in Port Calder and "
            "Almeria.",
            "We urge the Harbour Commission to publish its accounts, which it has not done.",
        ],
        "summary": "Reported that Ruritania had trained more than 1,200 engineers in Port Calder "
        "and Almeria since 2019, and urged the Harbour Commission to publish its accounts.",
    },
    {
        "id": "b",
        "speaker": "Ruritania",
        "sentences": [
            "Under Article 51 of the Charter, States may defend themselves, as the Delta Court "
            "held on 3 June 2021.",
            "We condemn the attack on the northern dam, which displaced 40,000 people.",
        ],
        "summary": "Recalled that under Article 51 of the Charter States may defend themselves, as "
        "the Delta Court held on 3 June 2021, and condemned the attack on the northern dam, which "
        "displaced 40,000 people.",
    },
]


@pytest.fixture(scope="module")
def corrupt() -> ModuleType:
    sys.path.insert(0, str(ROOT / "scripts"))  # where a script finds the modules beside it
    spec = importlib.util.spec_from_file_location("corrupt", ROOT / "scripts" / "corrupt.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["corrupt"] = module
    spec.loader.exec_module(module)
    return module


def test_the_same_seed_gives_the_same_errors(corrupt: ModuleType) -> None:
    assert corrupt.corrupted(ROWS, 3) == corrupt.corrupted(ROWS, 3)
    assert corrupt.corrupted(ROWS, 3) != corrupt.corrupted(ROWS, 4)


def test_a_corrupted_row_differs_in_one_place(corrupt: ModuleType) -> None:
    for row in corrupt.corrupted(ROWS, 0):
        if row["label"] == "corrupted":
            true = next(r for r in ROWS if r["id"] == row["id"].split("!")[0])
            assert row["summary"] != true["summary"]
            assert row["sentences"] == true["sentences"]


def test_true_rows_pass_and_most_errors_are_found(corrupt: ModuleType) -> None:
    rows = [r for seed in range(6) for r in corrupt.corrupted(ROWS, seed)]
    rows = [{**r, "id": f"{n}"} for n, r in enumerate(rows)]
    result = score(rows, [predict(r) for r in rows])
    assert result["false_alarms"] == 0
    floors = {"figure": 0.95, "date": 0.95, "symbol": 0.95, "name": 0.65, "invention": 0.8}
    for kind, floor in floors.items():
        assert result["detected"][kind] >= floor, kind
