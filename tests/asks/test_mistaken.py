"""What is not taken for an ask or a promise, and whom another name could be mistaken for."""

from __future__ import annotations

import time

import pytest

from summarize.asks.antecedent import named
from summarize.asks.entries import asks
from summarize.asks.forms import candidates
from summarize.asks.pledges import commitments
from summarize.quotes import is_quoted
from summarize.records import Seen

ASKS = Seen((0.9, 0.02, 0.04, 0.03, 0.01), 0.99)
CALL = "We call for the following:"


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("The harbour authorities have been robbed by armed bands.", "We urge them to stop."),
        ("The two parties were cheated by the lamp dealers.", "They must pay them back."),
        ("The coastal States have warned the rebels.", "We call on them to leave the port."),
        ("We note that the League met at the port.", "It calls on the keepers to stay."),
        ("Maravia and the League met at the port.", "It calls on the keepers to stay."),
        ("Maravian ships left the port.", "It calls on the keepers to stay."),
        ("Maravia's ships left the port.", "It calls on the keepers to stay."),
    ],
)
def test_a_pronoun_that_may_stand_for_another_stays(before: str, sentence: str) -> None:
    assert named(sentence, before, "Maravia") == sentence


def test_a_delegation_is_no_part_of_another_name() -> None:
    sentence = "It calls on the Council to pay."
    assert named(sentence, "Nigeria has lit its coast.", "Niger") == sentence
    assert (
        named(sentence, "Niger has lit its coast.", "Niger") == "Niger calls on the Council to pay."
    )


def test_an_aside_stands_between_the_delegation_and_its_verb() -> None:
    said = named("It urges calm.", "Maravia, as a coastal State, has signed the pact.", "Maravia")
    assert said == "Maravia urges calm."


def test_a_verb_alone_ends_its_clause() -> None:
    found = candidates("It is vital that the Council act, and that the League pay and help.")
    assert [(one.actor, one.action) for one in found] == [
        ("the Council", "act"),
        ("the League", "pay and help"),
    ]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("We call for the withdrawal of Kenya from the outer harbour.", "Kenya"),
        (
            "We call for dialogue between the parties from both coasts.",
            "the parties from both coasts",
        ),
    ],
)
def test_where_the_name_of_a_doer_ends(sentence: str, actor: str) -> None:
    assert [one.actor for one in candidates(sentence)] == [actor]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not true that the smugglers will have our support and cooperation.",
        "No smuggler will have our support.",
        "Those who break lamps will have our support withdrawn.",
        "I hope that the keepers will have our full support.",
        "Only those who pay can count on our assistance.",
    ],
)
def test_no_support_is_promised(sentence: str) -> None:
    assert commitments([sentence], "Ruritania") == ()
    assert candidates(sentence, "Ruritania") == ()


@pytest.mark.parametrize("before", ["", "There is no time to lose, and "])
def test_support_is_promised_whatever_is_denied_before(before: str) -> None:
    sentence = f"{before}the keepers will have our support throughout the winter."
    [found] = commitments([sentence], "Ruritania")
    assert found.action == "the keepers will have our support throughout the winter"


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("1. We thank the keepers.", []),
        ("1. Light is dear.", []),
        ("1. Welcome news came today.", []),
        ("1. State support for the keepers.", [("", "State support for the keepers")]),
        ("(a) that the League pay the keepers;", [("the League", "pay the keepers")]),
    ],
)
def test_items_of_a_list(item: str, found: list[tuple[str, str]]) -> None:
    entries = asks([CALL, item], "Ruritania", [ASKS, ASKS])
    assert [(ask.actor, ask.action) for ask in entries] == found


def test_words_that_stand_outside_a_quotation_too_are_the_speakers() -> None:
    own = 'The motto is "light the lamps and pay", and we urge the League to light the lamps.'
    assert not is_quoted("light the lamps", own)
    assert [one.action for one in asks([own], None, [ASKS])] == ["light the lamps"]
    assert is_quoted("light the lamps", 'They say: "light the lamps and light the lamps again."')


def test_a_long_chain_of_demands_is_read_in_time() -> None:
    before = time.perf_counter()
    candidates("the Council must act and " * 160)
    assert time.perf_counter() - before < 4
