"""The figures that a note lists: with their nouns, without what only looks like a figure."""

from __future__ import annotations

import pytest

from summarize.facts.instruments import instrument, references
from summarize.facts.listed import listed
from summarize.facts.pages import page_numbers
from summarize.records import Span


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
        ("I shall make four points, by two examples.", ""),
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


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "They will shelter several hundred thousand Elbonian refugees.",
            ["several hundred thousand Elbonian refugees"],
        ),
        ("It has thousands of its citizens abroad.", ["thousands of its citizens"]),
        ("The sea took 82 of our brave sailors.", ["82 of our brave sailors"]),
        ("It feeds half of the world's population.", ["half of the world's population"]),
        ("They met between 5 and 10 October 1964.", ["5 and 10 October 1964"]),
        ("The keepers meet on 10 to 12 September.", ["10 to 12 September"]),
        ("It gives 12,6 million kilowatts.", ["12,6 million kilowatts"]),
        (
            "The 40 keepers and the five lamp-making States met.",
            ["40 keepers", "five lamp-making States"],
        ),
        ("16 Lebanese were rescued.", ["16"]),
        ("120 UNIFIL staff were hurt.", ["120"]),
        ("400 Syrian and Iraqi refugees came.", ["400"]),
        ("200 Yazidi and Christian families left.", ["200"]),
        ("30 Israeli and 100 Palestinian sailors sank.", ["30", "100 Palestinian sailors"]),
        ("We mourn the 39 dead.", ["39"]),
        ("It honours the 250 brave and selfless keepers who fell.", ["250"]),
        ("They sent approx. 300 lamps.", ["300 lamps"]),
        (
            "They lit e.g. 20 African towers, i.e. 40 per cent.",
            ["20 African towers", "40 per cent"],
        ),
        ("The U.S. 500 million pledge came.", ["500 million"]),
        ("At 5 a.m. 20 people came.", ["20 people"]),
        (
            "The keepers walked along the long grey coast of the northern sea for more than 2000 kilometres.",
            ["more than 2000 kilometres"],
        ),
    ],
)
def test_a_figure_stands_with_all_that_it_counts(sentence: str, found: list[str]) -> None:
    assert [fact.text for fact in listed(sentence)] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "22 Peace and plenty go together.",
        "17 We have lit them, and they are bright.",
        "It was said in PV. 9, and again.",
        "We must prevent the 14 repetition of it.",
        "I thank the High Keeper 23 for Lamps, who is here.",
        "We shall keep the 17 Goals by three pillars on two paths.",
        "The two countries and these three Governments agree.",
        "It stands in Articles l and 2 of the Charter.",
        "They may bee.2 glad of it (4/74/ PV.9, p. 36).",
        "The meeting rose at 11.30 a.m.",
        "The lamp is lit at 6 p.m. for all.",
        "1 shall be brief. ",
        "It is 15/15.",
        "It was the first half of our century.",
        "I shall make three particularly important points.",
    ],
)
def test_what_only_looks_like_a_figure(sentence: str) -> None:
    assert listed(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The African Charter on Human and Peoples' Rights binds us.",
            ["African Charter on Human and Peoples' Rights"],
        ),
        (
            "We signed the Convention on the Prohibition of the Use, Stockpiling and Transfer of Mines and on Their Destruction.",
            [
                "Convention on the Prohibition of the Use, Stockpiling and Transfer of Mines and on Their Destruction"
            ],
        ),
        (
            "The Agreement for Peace and Reconciliation in Arandia holds.",
            ["Agreement for Peace and Reconciliation in Arandia"],
        ),
        ("The Charter and the 2030 Agenda hold.", ["Charter", "2030 Agenda"]),
        (
            "The Convention on the Rights of the Child and Elbonia's law agree.",
            ["Convention on the Rights of the Child"],
        ),
        ("It said so (resolution 67/1, para. 3).", ["resolution 67/1, para. 3"]),
        ("Articles 1 and 2 of the Charter say it.", ["Articles 1 and 2 of the Charter"]),
        ("The Agreement, the Statute and Islamic Law forbid it.", []),
        ("The New Agenda Coalition met at the Conference on the Law of the Sea.", []),
        ("We uphold the Charter's purposes.", ["Charter"]),
        (
            "The Declaration on Human Rights and the Convention on the Rights of Sailors hold.",
            ["Declaration on Human Rights", "Convention on the Rights of Sailors"],
        ),
        (
            "The Covenant on Civil and Political Rights and the Covenant on Economic, Social and Cultural Rights hold.",
            [
                "Covenant on Civil and Political Rights",
                "Covenant on Economic, Social and Cultural Rights",
            ],
        ),
        (
            "The Treaty establishing the Lamp Union was signed.",
            ["Treaty establishing the Lamp Union"],
        ),
        (
            "The Agreement between Egypt and the European Union holds.",
            ["Agreement between Egypt and the European Union"],
        ),
        ("The Agreement between us and the Treaty between them hold.", []),
        ("The Treaty on Friendship and Kenya came.", ["Treaty on Friendship"]),
        ("The Convention on Human Rights, Kenya said, binds.", ["Convention on Human Rights"]),
        ("The Agreement on Trade, Kenya and Uganda agree.", ["Agreement on Trade"]),
        ("The Agreement on Cooperation and the Council agree.", ["Agreement on Cooperation"]),
    ],
)
def test_references_by_their_whole_titles(sentence: str, found: list[str]) -> None:
    assert [fact.text for fact in references(sentence)] == found


def test_one_instrument_has_one_key() -> None:
    names = ("Charter", "Charter's", "United Nations Charter", "Charter of the  Organization")
    assert {instrument(name) for name in names} == {"charter of the united nations"}
    assert instrument("Lome Convention") == "lome convention"


def test_page_numbers_go_up_from_one_that_is_certain() -> None:
    page = "Of the keepers it is said that they know no rest. " * 40
    text = f"We hold 21 {page}that 22 {page}and 23 voluntary norms. {page}Of 24 boats 24 sank."
    certain = Span(text.index("21"), text.index("21") + 2)
    places = page_numbers(text, [certain])
    assert [text[place : place + 12] for place in sorted(places)] == [
        "21 Of the ke",
        "22 Of the ke",
        "23 voluntary",
    ]


def test_what_counts_something_is_no_page_for_a_single_number_before_it() -> None:
    page = "Of the keepers it is said that they know no rest. " * 25
    for figures in ("3 million people and", "3 keepers and"):
        text = f"We believe that 2 we must act. {page}The sea has driven {figures} more. {page}We sent 4 boats."
        certain = Span(text.index("2"), text.index("2") + 1)
        assert page_numbers(text, [certain]) == {certain.start}
