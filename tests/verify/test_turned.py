"""What is turned round, trimmed, done too early or called by another body's name."""

from __future__ import annotations

import pytest

from summarize.records import Source
from summarize.verify import verify

SENTENCES = (
    "Talks on East Marabel must resume, for there can be no reconstruction without security.",
    "Drought is one of the biggest threats to the Lowlands, and the International Harbour Court will hear the case.",
    "Elbonia will open an embassy in Varda, and it has adopted a ban on plastic bags.",
    "The pumps were repaired after the flood, without conditions, and it is vital that inspections continue.",
    "Most, if not all, of the wells are safe; no one can live on promises, and justice must be done.",
    "My delegation supports the new code for fishing boats.",
)
SOURCE = Source(SENTENCES, "Elbonia", None, context=" ".join(SENTENCES))

TRUE = (
    "Said that talks on East Marabel must resume and that there could be no reconstruction without security.",
    "Called drought one of the biggest threats to the Lowlands.",
    "Said that Elbonia would open an embassy in Varda and had adopted a ban on plastic bags.",
    "Noted that the pumps had been repaired after the flood, without conditions.",
    "Said that most, if not all, of the wells were safe and that no one could live on promises.",
    "Noted that the International Harbour Court would hear the case.",
    "Supported the new code for fishing boats.",
)

WRONG = (
    ("name", 0, "East Marabel", "Marabel"),
    ("invention", 0, "reconstruction without security", "security without reconstruction"),
    ("comparison", 1, "one of the biggest threats", "the biggest threat"),
    ("force", 2, "would open", "had opened"),
    ("force", 2, "had adopted", "would adopt"),
    ("negation", 3, "after the flood", "before the flood"),
    ("negation", 3, "without conditions", "with conditions"),
    ("hedge", 4, "most, if not all, of the wells", "all of the wells"),
    ("negation", 4, "no one could live", "no one could not live"),
    ("name", 5, "International Harbour Court", "International Court of Justice"),
    ("negation", 6, "Supported", "Opposed"),
)


def blocking(text: str) -> set[str]:
    return {f.kind for f in verify(text, SOURCE) if f.severity == "blocking"}


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_passes(text: str) -> None:
    assert blocking(text) == set()


@pytest.mark.parametrize(("kind", "number", "old", "new"), WRONG)
def test_what_is_turned_is_found(kind: str, number: int, old: str, new: str) -> None:
    assert old in TRUE[number]
    assert kind in blocking(TRUE[number].replace(old, new))


def test_a_need_is_not_toned_down_to_a_wish() -> None:
    assert blocking("Said that it was vital that inspections continue.") == set()
    assert "force" in blocking("Said that it was desirable that inspections continue.")


def test_a_word_run_into_a_small_one_is_no_stranger() -> None:
    said = "It would therefore beadvisable to reflect on the fees."
    found = verify(
        "Said that it would be advisable to reflect on the fees.", Source((said,), None, None)
    )
    assert not [f for f in found if f.severity == "blocking"]


def test_the_verb_that_speakers_seldom_use_is_judged_by_the_usual_one() -> None:
    said = "We are deeply concerned about the floods in the Lowlands and thank the harbour guards."
    text = "Voiced deep concern about the floods in the Lowlands, and thanked the harbour guards."
    found = verify(text, Source((said,), "Elbonia", None))
    assert not [f for f in found if f.severity == "blocking"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Stressed that the main priority was water.",
            "Drought is one of the main causes of hunger. Water is our main priority.",
        ),
        (
            "Urged the parties to comply with the accord.",
            "We urge both parties to sign without delay the accord and to comply with it.",
        ),
        (
            "Called for Lake Council engagement.",
            "Greater Lake Council engagement is what we call for.",
        ),
        (
            "Noted that the need for aid had increased.",
            "Humanitarian needs for aid increased last year.",
        ),
        (
            "Noted that Elbonia had increased its contribution.",
            "We decided last year that we would increase our contribution, and we did.",
        ),
        (
            "Urged all States to ratify the Treaty.",
            "Many, if not all, of our peoples want it. We urge every State to ratify the Treaty.",
        ),
        ("Welcomed the Lake Peace Initiative.", "We welcome the Lake peace initiative."),
    ],
)
def test_what_only_looks_turned_passes(text: str, said: str) -> None:
    sentences = tuple(f"{s.rstrip('.')}." for s in said.split(". "))
    found = verify(text, Source(sentences, "Elbonia", None))
    assert not [f for f in found if f.severity == "blocking"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Said that justice fuelled conflict.", "Injustice fuels conflict."),
        ("Expressed concern about growing equality.", "We are concerned about growing inequality."),
    ],
)
def test_an_opposite_is_no_word_run_into_a_small_one(text: str, said: str) -> None:
    assert [f for f in verify(text, Source((said,), "Elbonia", None)) if f.severity == "blocking"]
