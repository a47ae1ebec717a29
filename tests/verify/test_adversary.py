"""Errors that a reader made on purpose with the source's own words, and true sentences beside them."""

from __future__ import annotations

import pytest

from summarize.records import Source
from summarize.verify import verify


def blocking(condensation: str, *sentences: str) -> list[str]:
    found = verify(condensation, Source(sentences, "Ruritania"))
    return [f.kind for f in found if f.severity == "blocking"]


@pytest.mark.parametrize(
    ("source", "false", "true"),
    [
        (
            "We condemn the attack by Iran on Israel.",
            "Condemned the attack by Israel on Iran.",
            "Condemned the attack by Iran on Israel.",
        ),
        (
            "Over the past two years, the Mission has trained 300 police officers.",
            "Said that over the past ten years the Mission had trained 300 police officers.",
            "Said that over the past two years the Mission had trained 300 police officers.",
        ),
        (
            "The United Nations must support its Member States in fighting hunger in the Sahel.",
            "Called on the United States to fight hunger in the Sahel.",
            "Called on the United Nations to support its Member States in fighting hunger.",
        ),
        (
            "The talks may take between two and three years.",
            "Said that the talks might take five years.",
            "Said that the talks might take between two and three years.",
        ),
        (
            "Between one million and two million people have left.",
            "Said that three million people had left.",
            "Said that between one million and two million people had left.",
        ),
        (
            "Under resolution 2664 (2022), humanitarian deliveries have reached many people in Idlib.",
            "Said that humanitarian deliveries had reached 2,664 people in Idlib.",
            "Said that humanitarian deliveries had reached many people in Idlib.",
        ),
        (
            "The text was adopted by a two-thirds majority.",
            "Said that the text was adopted by a two-fifths majority.",
            "Said that the text was adopted by a majority of two thirds.",
        ),
        (
            "Unemployment has risen by 5 percentage points.",
            "Said that unemployment had risen by 5 per cent.",
            "Said that unemployment had risen by 5 percentage points.",
        ),
        (
            "We stress the right of self-defence under article 51 of the Charter.",
            "Stressed the right of self-defence under paragraph 51 of the Charter.",
            "Stressed the right of self-defence under article 51 of the Charter.",
        ),
        (
            "The Government of Almeria now accepts a ceasefire in the valley.",
            "Said that Almeria accepted “no” ceasefire in the valley.",
            "Said that Almeria now accepted a ceasefire in the valley.",
        ),
        (
            "We support the deployment of foreign troops in the valley.",
            "Expressed concern at the deployment of foreign troops in the valley.",
            "Supported the deployment of foreign troops in the valley.",
        ),
        (
            "We regret the closure of the hospital.",
            "Expressed satisfaction at the closure of the hospital.",
            "Expressed regret at the closure of the hospital.",
        ),
        (
            "We welcome the truce. The armed groups must lay down their weapons.",
            "Welcomed the truce, noting that the armed groups must lay down their weapons.",
            "Welcomed the truce, insisting that the armed groups must lay down their weapons.",
        ),
        (
            "The attack of 25 May killed three peacekeepers and wounded several villagers.",
            "Said that the attack of 24 May had killed three peacekeepers.",
            "Said that the attack of 25 May had killed three peacekeepers.",
        ),
        (
            "We thank Under-Secretary-General DiCarlo for her briefing.",
            "Thanked Secretary-General DiCarlo for her briefing.",
            "Thanked Under-Secretary-General DiCarlo for her briefing.",
        ),
        (
            "We thank Deputy Prime Minister Kovač for his visit.",
            "Thanked Prime Minister Kovač for his visit.",
            "Thanked Deputy Prime Minister Kovač for his visit.",
        ),
        (
            "We call on Kyrgyzstan and the Organization to keep the Regional Centre open.",
            "Called on the Kyrgyzstan to keep the Regional Centre open.",
            "Called on Kyrgyzstan to keep the Regional Centre open.",
        ),
        (
            "We call on Kyrgyzstan and the Organization to keep the Regional Centre open.",
            "Called on Organization to keep the Regional Centre open.",
            "Called on the Organization to keep the Regional Centre open.",
        ),
    ],
)
def test_an_error_in_the_sources_own_words_is_found(source: str, false: str, true: str) -> None:
    assert blocking(false, source)
    assert not blocking(true, source)


def test_what_the_speaker_notes_may_be_noted() -> None:
    said = "all parties should have access to the data of the Commission."
    assert not blocking(f"Noted that {said}", f"We note that {said}")


def test_a_day_takes_the_year_that_is_said_for_it() -> None:
    said = (
        "The accord was signed in 2015.",
        "In March the parties met in Tessin.",
        "2021 is near.",
    )
    assert not blocking("Said that the parties met in Tessin in March 2015.", *said)
    assert "date" in blocking("Said that the parties met in Tessin in March 2021.", *said)
    last = ("The accord was signed in 2015.", "On 24 May last year, the parties met in Tessin.")
    assert "date" in blocking("Said that the parties met in Tessin on 24 May 2015.", *last)


def test_the_month_of_may_is_no_modal() -> None:
    said = "The attack of 25 May killed three peacekeepers and wounded several villagers."
    true = "Said that the attack had killed three peacekeepers and wounded several villagers."
    assert not blocking(true, said)
    assert blocking("Said that the attack might kill three peacekeepers.", said)


@pytest.mark.parametrize(
    ("condensation", "source"),
    [
        ("Rejected a boycott of the talks.", "We reject the call for a boycott of the talks."),
        ("Praised the envoy as a man of peace.", "We call the envoy a man of peace and praise his work."),
        ("Rejected the draft on lamps.", "We do not endorse the draft on lamps."),
        ("Welcomed the elections in the Sudan.", "We welcome the elections in Sudan."),
        (
            "Thanked the Ambassador of Marrow for the talks.",
            "We thank the Ambassadors of Marrow and Lethe for the talks.",
        ),
        ("Thanked the Vice President for the talks.", "We thank the Vice-President for the talks."),
    ],
)  # fmt: skip
def test_what_is_so_in_other_words_passes(condensation: str, source: str) -> None:
    assert not blocking(condensation, source)


@pytest.mark.parametrize(
    ("condensation", "source"),
    [
        ("Expressed concern about the talks.", "We express our hope for the talks in Geneva."),
        ("Thanked the Secretary-General for it.", "We thank the Deputy\nSecretary-General for it."),
        ("Said that the force may leave the coast.", "The force leaves the coast on 12\nMay 2023."),
    ],
)  # fmt: skip
def test_what_a_line_s_end_or_another_noun_hides_is_found(condensation: str, source: str) -> None:
    assert blocking(condensation, source)


def test_a_day_of_last_year_is_of_no_year_that_is_said() -> None:
    said = ("In 2021 it was extended.", "Last year, on 3 June, the accord was ratified.")
    assert "date" in blocking("Said that the accord had been ratified on 3 June 2021.", *said)
