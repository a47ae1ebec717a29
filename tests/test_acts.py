"""Speech acts, asks and commitments of sentences of our own writing."""

from __future__ import annotations

import pytest

from summarize.acts import acts, asks, commitments

SAMPLES = [
    ("We call on all Member States to pay their assessments on time and in full.", "ask"),
    ("The Council must adopt the draft resolution without delay.", "ask"),
    ("We will donate 300,000 doses of vaccine to the observers.", "commitment"),
    ("Ruritania stands ready to host the next meeting.", "commitment"),
    ("We strongly condemn the attacks on the harbour.", "position"),
    ("We welcome the report of the Secretary-General.", "position"),
    ("In 2019, the Government opened 12 new schools in the northern province.", "fact"),
    ("I thank the briefers for their remarks.", "courtesy"),
]


@pytest.mark.parametrize(("sentence", "act"), SAMPLES)
def test_the_act_of_a_plain_sentence(sentence: str, act: str) -> None:
    assert acts([sentence], "Ruritania") == (act,)


@pytest.mark.parametrize(
    ("sentence", "actor", "action"),
    [
        (SAMPLES[0][0], "all Member States", "pay their assessments on time and in full"),
        (
            "We urge both parties to release the detained pilots immediately.",
            "both parties",
            "release the detained pilots immediately",
        ),
        (
            "The Fifth Committee should provide sufficient resources for the mission.",
            "The Fifth Committee",
            "provide sufficient resources for the mission",
        ),
    ],
)
def test_an_ask_has_actor_and_action_in_the_source_s_words(
    sentence: str, actor: str, action: str
) -> None:
    found = asks(["I thank the briefers.", sentence], "Ruritania")
    assert [(a.actor, a.action, a.sentence) for a in found] == [(actor, action, 1)]


@pytest.mark.parametrize(
    "sentence",
    [
        "I should like to thank the briefers.",
        "It should be noted that the harbour is open.",
        "Should the parties agree, the boats will leave.",
        "Who should pay for the boats?",
        "Some said that they should leave.",
    ],
)
def test_what_asks_for_nothing_is_no_ask(sentence: str) -> None:
    assert asks([sentence], "Ruritania") == ()


def test_a_commitment_is_what_the_speaker_s_side_will_do() -> None:
    found = commitments([SAMPLES[2][0], "The parties will meet again."], "Ruritania")
    assert [(c.action, c.sentence) for c in found] == [
        ("donate 300,000 doses of vaccine to the observers", 0)
    ]


def test_a_decimal_point_ends_no_action():
    found = commitments(["We have decided to contribute €1.5 million to the fund."], "Maravia")
    assert [one.action for one in found] == ["contribute €1.5 million to the fund"]


def test_a_return_to_calm_is_asked_of_nobody() -> None:
    found = asks(["We call for restraint and a return to calm in the harbour district."])
    assert [ask.actor for ask in found] == [""] * len(found)
