"""Lists of asks, quotations, and support that is promised."""

from __future__ import annotations

import pytest

from summarize.asks.entries import asks
from summarize.asks.lists import items
from summarize.asks.pledges import commitments
from summarize.quotes import others_words
from summarize.records import Seen

ASKS = Seen((0.9, 0.02, 0.04, 0.03, 0.01), 0.99)

LIST = [
    "We reiterate our call for the following:",
    "1. The immediate lighting of the coast.",
    "2. Comprehensive support by the donor countries in the repair of the lamps.",
    "We thank the keepers.",
    "3. Strengthen the harbour patrols.",
    "We have no boats.",
    "They were sold.",
    "4. Sell nothing.",
]


def test_each_item_of_a_list_is_an_ask() -> None:
    found = [(ask.sentence, ask.actor, ask.action) for ask in asks(LIST, "Ruritania")]
    assert found == [
        (1, "", "the immediate lighting of the coast"),
        (
            2,
            "the donor countries",
            "Comprehensive support by the donor countries in the repair of the lamps",
        ),
        (4, "", "Strengthen the harbour patrols"),
    ]


@pytest.mark.parametrize(
    "opening",
    ["We affirm the following:", "The keepers proposed much.", "They call for the following:"],
)
def test_what_opens_no_list_of_asks(opening: str) -> None:
    assert items([opening, *LIST[1:]], "Ruritania") == {}


def test_a_numbered_paragraph_is_no_item() -> None:
    assert items([LIST[0], "24. The keepers have left."], "Ruritania") == {}


def test_the_words_of_others_ask_nothing() -> None:
    sentences = [
        "As the President of the League said:",
        '"The lamps are dark.',
        "The Council must light them.",
        'It must pay the keepers."',
        "The Council must adopt the draft resolution without delay.",
    ]
    assert others_words(sentences) == (False, True, True, True, False)
    found = asks(sentences, None, [ASKS] * len(sentences))
    assert [ask.sentence for ask in found] == [4]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        (
            "The new mission will have our wholehearted support.",
            "The new mission will have our wholehearted support",
        ),
        (
            "Ruritania, in collaboration with the League, the Council and all other keepers, is"
            " determined to do everything in its power to light the coast.",
            "do everything in its power to light the coast",
        ),
        (
            "However, the People's Republic of Ruritania is ready to take part in the fair.",
            "take part in the fair",
        ),
    ],
)
def test_what_is_promised(sentence: str, action: str) -> None:
    assert [one.action for one in commitments([sentence], "Ruritania")] == [action]


def test_a_word_cut_off_is_no_promise() -> None:
    assert commitments(["Ruritania has paid and will continue."], "Ruritania") == ()
