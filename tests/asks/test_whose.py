"""Whom an ask is asked of, and who is only spoken of."""

from __future__ import annotations

import pytest

from summarize.asks.antecedent import named, resolved
from summarize.asks.entries import asks
from summarize.asks.forms import candidates
from summarize.records import Seen

ASKS = Seen((0.9, 0.02, 0.04, 0.03, 0.01), 0.99)


@pytest.mark.parametrize(
    ("sentence", "actor", "action"),
    [
        (
            "153. But the coastal community must become imbued with a sense of its duty.",
            "the coastal community",
            "become imbued with a sense of its duty",
        ),
        (
            "Elbonia and the rest of the world community must act to save the lighthouses.",
            "Elbonia and the rest of the world community",
            "act to save the lighthouses",
        ),
        (
            "Europe, which has known dark coasts, should refrain from putting out the lamps.",
            "Europe, which has known dark coasts",
            "refrain from putting out the lamps",
        ),
        (
            "The keepers' council must have the resources and capacity to light the coast.",
            "",
            "The keepers' council must have the resources and capacity to light the coast",
        ),
        (
            "The participation of women in the keeping of lamps must be ensured.",
            "",
            "The participation of women in the keeping of lamps must be ensured",
        ),
        (
            "Attention must be paid, in joint action among the Council and the other members of the"
            " League, to the coast.",
            "the Council and the other members of the League",
            "Attention must be paid, in joint action among the Council and the other members of the"
            " League, to the coast",
        ),
        (
            "I would call on those States which are still not prepared to sign the pact to"
            " reconsider their position.",
            "those States which are still not prepared to sign the pact",
            "reconsider their position",
        ),
        (
            "It is essential that the working group on the lamps established by the Assembly"
            " should adopt proposals.",
            "the working group on the lamps established by the Assembly",
            "adopt proposals",
        ),
        (
            "The Council has seen the reports of the keepers and must light the coast.",
            "The Council",
            "light the coast",
        ),
        (
            "We call for a lamp fund, chaired by the League, to light the coast.",
            "",
            "a lamp fund, chaired by the League, to light the coast",
        ),
    ],
)
def test_who_is_asked(sentence: str, actor: str, action: str) -> None:
    found = [(one.actor, one.action) for one in candidates(sentence, "Ruritania")]
    assert found == [(actor, action)]


@pytest.mark.parametrize(
    "sentence",
    [
        "I ask God to assuage the grief of so many keepers.",
        "It is indisputable that Maravia should be the sole candidate of the coast.",
        "It is unacceptable that such a harbour should be languishing in the dark.",
        "Our aim must be to have more lamps on the coast.",
        "What we need to see now is progress on the coast.",
        "We value the role of the keepers in urging the authorities to light the lamps.",
        "We must echo the call made by the keepers.",
        "Allegations that armed groups in Elbonia hold lamps and are breaking them must stop.",
    ],
)
def test_nothing_is_asked(sentence: str) -> None:
    assert candidates(sentence, "Ruritania") == ()


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        (
            "Their right to exist as independent and sovereign ports must be respected.",
            "Their right to exist as independent and sovereign ports must be respected",
        ),
        (
            "Along those same lines, annual budgets should provide for lamps.",
            "annual budgets should provide for lamps",
        ),
        (
            "There must be an end to the raids and a survey of the coast needs to be made.",
            "an end to the raids",
        ),
        (
            "There is a need for a plan that addresses the causes of the dark.",
            "a plan that addresses the causes of the dark",
        ),
        (
            "The League must either change to light the coast, or it will hide behind words.",
            "change to light the coast",
        ),
        (
            "The response must be broad and the League should play a part in it.",
            "The response must be broad",
        ),
        (
            "We must prevent the harbour, which is dark, from being closed to all boats.",
            "prevent the harbour, which is dark, from being closed to all boats",
        ),
        (
            "It is vital that the Council act now and that the League help it.",
            "act now",
        ),
    ],
)
def test_what_is_asked_is_whole_and_ends_where_it_ends(sentence: str, first: str) -> None:
    assert candidates(sentence, "Ruritania")[0].action == first


def test_what_each_is_asked_in_one_sentence() -> None:
    both = candidates("It is vital that the Council act now and that the League help the keepers.")
    assert [(one.actor, one.action) for one in both] == [
        ("the Council", "act now"),
        ("the League", "help the keepers"),
    ]


def test_an_aside_is_no_subject() -> None:
    sentence = "Trade in stolen lamps, particularly the trade in lenses, must be prevented."
    assert all(not one.action.startswith("particularly") for one in candidates(sentence))


@pytest.mark.parametrize(
    ("sentence", "before", "said"),
    [
        (
            "First, it must light the lamps.",
            "I urge the Security Council to do the following.",
            "First, the Security Council must light the lamps.",
        ),
        (
            "If the League is to be heard, it must also light the lamps.",
            "",
            "If the League is to be heard, the League must also light the lamps.",
        ),
        (
            "We urge them to light the lamps.",
            "The coastal States have signed the pact.",
            "We urge The coastal States to light the lamps.",
        ),
        (
            "It calls on the keepers to light the lamps.",
            "Ruritania supports the pact.",
            "Ruritania calls on the keepers to light the lamps.",
        ),
        (
            "It calls on the keepers to light the lamps.",
            "The draft resolution is short.",
            "It calls on the keepers to light the lamps.",
        ),
    ],
)
def test_pronouns_that_ask_and_are_asked(sentence: str, before: str, said: str) -> None:
    assert named(sentence, before, "Ruritania") == said


def test_a_name_is_found_two_sentences_before() -> None:
    sentences = ["The Council has a duty.", "It must light the lamps.", "It must pay the keepers."]
    assert [place for _, place in resolved(sentences)] == [-1, 0, 0]
    assert list(resolved(sentences))[2][0] == "The Council must pay the keepers."


def test_the_sentence_with_the_name_is_cited_only_where_the_actor_is_named_there() -> None:
    sentences = ["Ruritania supports the pact.", "It calls on the keepers to light the lamps."]
    [ask] = asks(sentences, "Ruritania", [ASKS, ASKS])
    assert (ask.actor, ask.sentence, ask.named_in) == ("the keepers", 1, -1)


def test_a_small_letter_where_no_sentence_opens() -> None:
    found = asks(["The sanctions on the port must be lifted without delay."], None, [ASKS])
    assert [ask.action for ask in found] == [
        "the sanctions on the port must be lifted without delay"
    ]


def test_the_number_of_a_page_is_not_asked_for() -> None:
    said = "We call on all States to govern trade by democratically 17 agreed rules."
    [ask] = asks((said,))
    assert ask.action == "govern trade by democratically agreed rules"
