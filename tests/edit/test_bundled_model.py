"""The model that comes with the package, on passages of our own writing."""

import re
from pathlib import Path

import pytest

from summarize.edit import EditCondenser
from summarize.edit.tagger import checked
from summarize.records import Source

FOLDER = Path(__file__).parents[2] / "models" / "pksum-mini-v1"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the weights are not here")

WATER = Source(
    (
        "First, access to water must never be used as a weapon of war.",
        "Over the past eighteen months, 214 wells and two treatment plants serving 1.3 million "
        "people in the Lower Marrow valley have been damaged or destroyed.",
        "Elbonia condemns these attacks in the strongest terms.",
        "We call on all parties to the conflict to allow repair teams unhindered access to the "
        "damaged plants, on the basis of full respect for the sovereignty of the countries "
        "concerned.",
        "Who can remain silent when children drink from ditches?",
    ),
    delegation="Elbonia",
)
COURTESY = Source(("I thank the briefers for their insights and welcome the Foreign Minister.",),
                  delegation="Elbonia")  # fmt: skip
TROOPS = Source(
    (
        "Secondly, my country has kept its word.",
        "In March we deployed 320 engineers to the regional mission.",
        "We will not withdraw our engineers unless the host Government asks us to do so.",
    ),
    delegation="Elbonia",
)


@pytest.fixture(scope="module")
def model() -> EditCondenser:
    return EditCondenser.load(FOLDER, "cpu")


def test_the_folder_is_small_and_is_what_it_says() -> None:
    assert sum(f.stat().st_size for f in FOLDER.iterdir()) < 60_000_000
    assert len(checked(FOLDER)) == 64
    assert (FOLDER / "README.md").read_text(encoding="utf-8").strip()


def test_conditions_figures_and_actors_stay(model: EditCondenser) -> None:
    water, _, troops = model.condense([WATER, COURTESY, TROOPS], "normal")
    for draft in (water, troops):
        assert draft.candidates
        for candidate in draft.candidates:
            reported = re.sub(r"“[^”]*”", "", candidate)
            assert " we " not in reported
            assert " our " not in reported
            assert "without " not in candidate
            if "withdraw" in candidate:
                assert "not withdraw" in candidate
                assert "unless" in candidate
    assert any("on all parties to the conflict to allow" in c for c in water.candidates)


def test_every_figure_is_the_sources(model: EditCondenser) -> None:
    for source, draft in zip((WATER, TROOPS), model.condense([WATER, TROOPS], "long"), strict=True):
        for candidate in draft.candidates:
            figures = [w.strip(".,") for w in candidate.split() if w[:1].isdigit()]
            assert all(figure in source.text for figure in figures)


def test_lengths(model: EditCondenser) -> None:
    short = model.condense([WATER], "short")[0].candidates[0]
    long = model.condense([WATER], "long")[0].candidates[0]
    assert len(short.split()) <= 30
    assert len(short.split()) <= len(long.split())


def test_courtesy_is_thanks(model: EditCondenser) -> None:
    [draft] = model.condense([COURTESY], "normal")
    assert draft.candidates[0].startswith("Thanked the briefers")
    assert model.acts([COURTESY]) == [("courtesy",)]


def test_it_answers_alike_every_time(model: EditCondenser) -> None:
    one = model.condense([WATER, TROOPS], "normal")
    two = model.condense([TROOPS, COURTESY, WATER], "normal")
    assert (one[0], one[1]) == (two[2], two[0])
