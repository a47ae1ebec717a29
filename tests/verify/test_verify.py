"""True condensations pass; one minimal error in them is found, kind by kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.records import Source
from summarize.verify import repair, verify

SENTENCES = (
    "Under resolution 2931 (2024), over 4,000 of the 17,500 observers of the Verdant Mission had "
    "left Port Calder by 12 March 2025, and 60 per cent of them were women.",
    "We strongly condemn the shelling of the harbour, which the Northern Front has not explained.",
    "The Harbour Commission should provide sufficient resources for the mine action teams, on the "
    "basis of full respect for the sovereignty of the countries concerned.",
    "Ruritania calls on all parties to release the detained pilots, and we will donate 300,000 "
    "doses of vaccine next year.",
    "Some States may reduce their contributions, if the Assembly so requests.",
    "We welcome the report of Ms. Ilse Varga and support improvised explosive device training.",
)
SOURCE = Source(SENTENCES, "Ruritania", context=" ".join(SENTENCES))

TRUE = (
    "Noted that under resolution 2931 (2024) over 4,000 of the 17,500 observers of the Verdant "
    "Mission had left Port Calder by 12 March 2025, 60 per cent of them women.",
    "Strongly condemned the shelling of the harbour, which the Northern Front has not explained.",
    "Said that the Harbour Commission should provide sufficient resources for the mine action "
    "teams, on the basis of full respect for the sovereignty of the countries concerned.",
    "Called on all parties to release the detained pilots, and pledged that Ruritania would "
    "donate 300,000 doses of vaccine next year.",
    "Said that some States may reduce their contributions, if the Assembly so requests.",
    "Welcomed the report of Ms. Ilse Varga and supported improvised explosive device training.",
)

WRONG = [
    ("figure", 0, "4,000", "5,000"),
    ("figure", 0, "60 per cent", "60"),
    ("figure", 3, "300,000", "300 million"),
    ("figure", 0, "17,500", "300,000"),
    ("comparison", 0, "over 4,000", "4,000"),
    ("comparison", 0, "over 4,000", "under 4,000"),
    ("date", 0, "12 March 2025", "12 May 2025"),
    ("date", 0, "by 12 March", "since 12 March"),
    ("date", 3, "next year", "last year"),
    ("symbol", 0, "2931 (2024)", "2913 (2024)"),
    ("symbol", 0, "2931 (2024)", "2931 (2023)"),
    ("name", 5, "Ilse Varga", "Ilse Moser"),
    ("name", 1, "Northern Front", "Southern Front"),
    ("negation", 1, "has not explained", "has explained"),
    ("negation", 2, "should provide", "should not provide"),
    ("negation", 4, "reduce", "increase"),
    ("force", 1, "Strongly condemned", "Noted"),
    ("force", 3, "Called on", "Condemned"),
    ("force", 2, "should provide", "must provide"),
    ("hedge", 4, "may reduce", "will reduce"),
    ("hedge", 4, "some States", "all States"),
    ("name", 5, "Ms. Ilse", "Ambassador Ilse"),
    ("actor", 2, "Harbour Commission should", "Northern Front should"),
    ("force", 5, "Welcomed", "Ordered"),
    ("negation", 2, "on the basis of", "without"),
    ("invention", 5, "training.", "training, and announced a summit of regional bankers."),
]


def blocking(text: str) -> set[str]:
    return {f.kind for f in verify(text, SOURCE) if f.severity == "blocking"}


@pytest.mark.parametrize("text", TRUE)
def test_a_true_condensation_passes(text: str) -> None:
    assert blocking(text) == set()


@pytest.mark.parametrize(("kind", "number", "old", "new"), WRONG)
def test_a_minimal_error_is_found(kind: str, number: int, old: str, new: str) -> None:
    assert old in TRUE[number]
    assert kind in blocking(TRUE[number].replace(old, new))


SLOTS = (
    "Of the 22 wells on the northern shore, 8 of the 22 were found dry, which cost tens of millions "
    "of florins, and the mandatory inspections should resume.",
    "Only a common authority over the lake can bring lasting peace, and most, if not all, of the "
    "towns respect the non-permanent boundaries drawn after the flood.",
)
WHOLE = (
    "Said that 8 of the 22 wells on the northern shore were found dry, which cost tens of millions of "
    "florins, and that the mandatory inspections should resume.",
    "Said that only a common authority over the lake can bring lasting peace, and that most, if not "
    "all, of the towns respect the non-permanent boundaries drawn after the flood.",
)


@pytest.mark.parametrize(
    ("kind", "number", "old", "new"),
    [
        ("figure", 0, "8 of the 22", "22 of the 8"),
        ("figure", 0, "tens of millions", "millions"),
        ("invention", 0, "mandatory inspections", "occasional inspections"),
        ("hedge", 1, "only a common", "a common"),
        ("hedge", 1, "most, if not all, of", "all of"),
        ("negation", 1, "respect", "disregard"),
        ("negation", 1, "non-permanent", "permanent"),
    ],
)
def test_a_slot_that_differs_from_the_source(kind: str, number: int, old: str, new: str) -> None:
    source = Source(SLOTS, "Ruritania")
    found = {
        text: {f.kind for f in verify(text, source) if f.severity == "blocking"}
        for text in (WHOLE[number], WHOLE[number].replace(old, new))
    }
    assert old in WHOLE[number]
    assert found[WHOLE[number]] == set()
    assert kind in found[WHOLE[number].replace(old, new)]


def test_a_figure_may_be_written_in_words() -> None:
    source = Source(("We have sent two thirds of the 12 boats, at a cost of $3 million.",))
    text = "Said that two thirds of the twelve boats had been sent, at a cost of 3 million dollars."
    assert [f for f in verify(text, source) if f.severity == "blocking"] == []


def test_a_verbatim_quotation_passes() -> None:
    text = "Said: “Some States may reduce their contributions, if the Assembly so requests.”"
    assert blocking(text) == set()


def test_a_quotation_that_is_not_verbatim_is_checked() -> None:
    text = "Said: “All States will raise their tariffs on Wednesday, 4 July 1999.”"
    assert blocking(text)


def test_an_acronym_that_the_statement_expands_passes() -> None:
    sentences = ("We support training against improvised explosive devices.",)
    context = "The threat of improvised explosive devices (IEDs) grows. " + sentences[0]
    source = Source(sentences, context=context)
    kinds = {f.kind for f in verify("Supported training against IEDs.", source)}
    assert "name" not in kinds


def test_the_delegation_stands_for_we() -> None:
    source = Source(("We will send twelve engineers to the delta.",), "Ruritania")
    found = verify("Pledged that Ruritania will send twelve engineers to the delta.", source)
    assert [f.kind for f in found if f.severity == "blocking"] == []


def test_a_single_strange_word_is_only_a_notice() -> None:
    found = verify(TRUE[5].replace("supported", "supported comprehensive"), SOURCE)
    assert {f.severity for f in found} == {"notice"}


def test_spans_lie_in_their_texts() -> None:
    text = TRUE[0].replace("4,000", "5,000")
    found = [f for f in verify(text, SOURCE) if f.kind == "figure"]
    assert found
    assert found[0].start is not None
    assert found[0].end is not None
    assert text[found[0].start : found[0].end] == "5,000"


def test_the_year_of_a_resolution_is_repaired() -> None:
    wrong = TRUE[0].replace("2931 (2024)", "2931 (2023)")
    assert repair(wrong, verify(wrong, SOURCE), SOURCE) == TRUE[0].replace(
        "resolution 2931", "resolution 2931"
    )


def test_a_dropped_comparison_is_repaired() -> None:
    wrong = TRUE[0].replace("over 4,000", "4,000")
    assert repair(wrong, verify(wrong, SOURCE), SOURCE) == TRUE[0]


def test_an_invention_is_not_repaired() -> None:
    wrong = TRUE[5].replace("training.", "training, and announced a summit of regional bankers.")
    assert repair(wrong, verify(wrong, SOURCE), SOURCE) is None


def test_nothing_to_repair_gives_none() -> None:
    assert repair(TRUE[1], verify(TRUE[1], SOURCE), SOURCE) is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.lists(st.text(max_size=120), min_size=1, max_size=4))
def test_any_text_is_verified_without_an_error(text: str, sentences: list[str]) -> None:
    source = Source(tuple(sentences))
    for found in verify(text, source):
        assert found.message
        if found.start is not None and found.end is not None:
            assert 0 <= found.start <= found.end <= len(text)
        if found.source_start is not None and found.source_end is not None:
            assert 0 <= found.source_start <= found.source_end <= len(source.text)


def test_the_same_gives_the_same() -> None:
    wrong = TRUE[0].replace("4,000", "5,000")
    assert verify(wrong, SOURCE) == verify(wrong, SOURCE)
