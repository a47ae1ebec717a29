"""The figures that a note lists: with their nouns, without what only looks like a figure."""

from __future__ import annotations

import pytest

from summarize.facts.listed import listed, references


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "For more than 70 years, over 4,000 keepers have died.",
            "more than 70 years|over 4,000 keepers",
        ),
        ("We gave 300,000 doses of COVID-19 vaccines to them.", "300,000 doses"),
        ("The A3+1 and the G-77 met at COP29 on the CASA-1000 line.", ""),
        ("This year, 50 keepers left; last month none did, nor today.", "50 keepers"),
        ("No coast is at zero risk, and these four know it.", ""),
        ("I shall make four points.", "four points"),
        (
            "It shares almost 1,400 km of coast and 12 new transboundary bridges.",
            "almost 1,400 km|12 new transboundary bridges",
        ),
        ("Hundreds of millions of dollars were lost.", "Hundreds of millions of dollars"),
        (
            "In the decade 2018-2028, and over the past five years, it held.",
            "2018-2028|past five years",
        ),
        (
            "Of 214 vessels 25 per cent and $2.4 million were lost in May 2024.",
            "214 vessels|25 per cent|$2.4 million|May 2024",
        ),
        ("The 2030 Agenda and resolution 2573 (2021) ask for it.", ""),
        ("3. The delegation recalls 87 keepers.", "87 keepers"),
        ("The lamp fell below 1.5 °C; 40 have been relit.", "below 1.5 °C|40"),
        ("Two of them and 1 harbour remained.", "1"),
        ("They flew more than 2000 kilometres on 6 August.", "more than 2000 kilometres|6 August"),
        ("In 2000 people left the port.", "2000"),
        (
            "One child in two lives there, and fewer than one in three keepers reads.",
            "One child in two|fewer than one in three keepers",
        ),
        ("It was signed by 4 out of the 850 representatives.", "4 out of the 850 representatives"),
        ("A more than three-week cut of power came.", "more than three-week"),
        ("There were only two of us.", ""),
    ],
)
def test_listed_figures(sentence: str, figures: str) -> None:
    found = listed(sentence)
    assert [fact.text for fact in found] == (figures.split("|") if figures else [])
    assert all(sentence[fact.start : fact.end] == fact.text for fact in found)


def test_listed_references() -> None:
    found = references("The 2030 Agenda and resolution 2573 (2021) ask for it, as did A/78/412.")
    assert [fact.text for fact in found] == ["2030 Agenda", "resolution 2573 (2021)", "A/78/412"]


def test_a_pronoun_is_no_number_of_a_rule() -> None:
    assert references("The rules I have just recalled apply.") == ()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("They face 5 to 10 years in the tower.", ["5 to 10 years"]),
        ("Mine No. 24 was hit on 28 June.", ["28 June"]),
        ("The 350-metre-high dam holds.", ["350-metre-high"]),
        ("Two days ago, 300 people left.", ["Two days ago", "300 people"]),
        ("We gave $3 million to 20 States.", ["$3 million", "20 States"]),
        ("Aid rose from $3 million to $5 million.", ["$3 million to $5 million"]),
        ("We gave $5-10 million.", ["$5-10 million"]),
        ("We sent 100 trucks to 20 districts.", ["100 trucks", "20 districts"]),
        ("The force grew by 300 to 1,200 troops.", ["300", "1,200 troops"]),
    ],
)
def test_ranges_and_what_a_number_belongs_to(sentence: str, found: list[str]) -> None:
    assert [fact.text for fact in listed(sentence)] == found
