"""Speech acts, asks and commitments of sentences of our own writing."""

from __future__ import annotations

import pytest

from summarize.acts import acts, asks, commitments
from summarize.asks.antecedent import named
from summarize.asks.forms import candidates
from summarize.records import Seen

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


@pytest.mark.parametrize(
    ("sentence", "actor", "action"),
    [
        (
            "I wish to appeal to those who command the ferries to open the northern route.",
            "those who command the ferries",
            "open the northern route",
        ),
        (
            "The Council, for its part, should renew the mandate of the harbour mission.",
            "The Council",
            "renew the mandate of the harbour mission",
        ),
        (
            "The Government of Maravia and the armed groups must release all detained pilots.",
            "The Government of Maravia and the armed groups",
            "release all detained pilots",
        ),
        (
            "It is essential that all Member States support the fund for the flooded districts.",
            "all Member States",
            "support the fund for the flooded districts",
        ),
        (
            "We call for the Security Council to send observers to the northern harbour.",
            "the Security Council",
            "send observers to the northern harbour",
        ),
        (
            "We demand that the parties withdraw their boats from the strait at once.",
            "the parties",
            "withdraw their boats from the strait at once",
        ),
        (
            "The agreement on the ferries must be fully implemented by the two Governments.",
            "the two Governments",
            "The agreement on the ferries must be fully implemented by the two Governments",
        ),
        (
            "We call for an immediate end to the attacks on the lighthouses.",
            "",
            "an immediate end to the attacks on the lighthouses",
        ),
        (
            "The sanctions on the port must be lifted without further delay.",
            "",
            "The sanctions on the port must be lifted without further delay",
        ),
        ("We are calling on all parties to cease fire.", "all parties", "cease fire"),
        ("We call on Mr. Kovač to free all detainees.", "Mr. Kovač", "free all detainees"),
        (
            "We encourage coordination between the two ports.",
            "",
            "coordination between the two ports",
        ),
        ("We reiterate our call for calm on the coast.", "", "calm on the coast"),
        ("All States bear the responsibility to keep the light.", "All States", "keep the light"),
        ("It is the Council's duty to keep the light.", "the Council", "keep the light"),
        ("We propose that this model be studied with care.", "", "this model be studied with care"),
        (
            "It is therefore urgent to redirect the boats and adapt them to the storms.",
            "",
            "redirect the boats and adapt them to the storms",
        ),
        (
            "There is an urgent need for a search for ways to light the coast.",
            "",
            "a search for ways to light the coast",
        ),
        ("There must be an end to the raids.", "", "an end to the raids"),
        (
            "The steady implementation of the pact by all parties is essential.",
            "all parties",
            "The steady implementation of the pact by all parties is essential",
        ),
    ],
)
def test_each_way_of_asking(sentence: str, actor: str, action: str) -> None:
    found = [(one.actor, one.action) for one in candidates(sentence, "Ruritania")]
    assert found == [(actor, action)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The resolution calls on all States to report on the ferries.",
        "The parties were urged to leave the harbour.",
        "What we must achieve is peace on the coast.",
        "We stressed that it should be noted with care.",
        "There was an urgent need to leave.",
        "I must say that the harbour is quiet.",
        "We support the realization of the pledge to mobilize funds.",
        "We condemn the videos urging young people to join the rebels.",
        "We thank the Envoy for urging the parties to sign.",
        "Others say that the keepers must switch to gas.",
        "The Assembly adopted a text, demanding that Ruritania light its lamps.",
        "We do not believe it is the Council's responsibility to light the lamps.",
        "We insist that the lighting of lamps cannot be linked to conditions.",
        "In the north, encouraging steps have been taken by the keepers.",
        "We do not subscribe to the suggestion that all lamps should be lit.",
        "The Council decided that all States should light their lamps.",
    ],
)
def test_what_others_ask_or_nobody_asks_is_no_candidate(sentence: str) -> None:
    assert candidates(sentence, "Ruritania") == ()


def test_an_ask_ends_before_the_next_subject_and_is_said_once() -> None:
    sentence = "The Council must renew the mandate, and the parties must open the roads."
    assert [(one.actor, one.action) for one in candidates(sentence)] == [
        ("The Council", "renew the mandate"),
        ("the parties", "open the roads"),
    ]
    twice = "The roads must be opened and the bridges must be repaired."
    assert [one.action for one in candidates(twice)] == [twice.rstrip(".")]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("The Government of Ruritania will host the next round.", "host the next round"),
        (
            "Ruritania calls for calm and stands ready to send observers.",
            "send observers",
        ),
        ("My country reaffirms its commitment to paying in full.", "paying in full"),
        (
            "My delegation wishes to underline that it will continue to fund the ferries.",
            "continue to fund the ferries",
        ),
        ("We have decided to double our contribution.", "double our contribution"),
        ("Ruritania will not supply boats to the parties.", "not supply boats to the parties"),
    ],
)
def test_each_way_of_undertaking(sentence: str, action: str) -> None:
    assert [one.action for one in commitments([sentence], "Ruritania")] == [action]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruritania will never forget the flood.",
        "If the talks fail, Ruritania will suffer.",
        "I will not repeat what was said before.",
        "Ruritania hopes that it will find friends.",
        "We will see more floods.",
        "Maravia will host the next round.",
        "We are committed to the principles of the Charter.",
    ],
)
def test_what_is_no_undertaking(sentence: str) -> None:
    assert commitments([sentence], "Ruritania") == ()


def test_a_pair_of_dashes_ends_no_action_and_a_page_break_makes_none() -> None:
    sentence = "We urge the two sides - Maravia and Ruritania - to open the strait to all boats."
    assert candidates(sentence)[0].action == "open the strait to all boats"
    paired = "The Council must hear both sides - Maravia and Ruritania - before it decides."
    assert candidates(paired)[0].action == paired.removeprefix("The Council must ").rstrip(".")
    assert candidates("We urge the parties to treat the harbour as an") == ()


def test_an_ask_ends_where_the_speaker_goes_on_to_ask_others() -> None:
    [first, *_] = asks(
        ["We call on all actors to exercise restraint and urge the authorities to hold elections."]
    )
    assert (first.actor, first.action) == ("all actors", "exercise restraint")


def test_half_of_not_only_is_no_action() -> None:
    made = commitments(
        ["We will not only build wells, but we will also train those who keep them."]
    )
    assert [pledge.action for pledge in made] == ["build wells", "train those who keep them"]


def test_what_the_statement_itself_does_is_no_commitment() -> None:
    assert commitments(["We will address five points in our statement."]) == ()


ASKS, TELLS = (0.9, 0.02, 0.04, 0.03, 0.01), (0.02, 0.01, 0.03, 0.93, 0.01)


def test_what_a_model_saw_has_a_vote_on_acts_and_asks() -> None:
    doubtful, plain = "The mission needs more fuel.", "The Council must adopt the draft today."
    assert acts([doubtful]) == ("position",)
    assert acts([doubtful], None, [Seen(ASKS, 0.5)]) == ("ask",)
    assert acts([doubtful], None, [None]) == ("position",)
    assert acts([plain], None, [Seen(TELLS, 0.5)]) == acts([plain]) == ("ask",)
    asking = "The rules of the fund must be strengthened without delay."
    assert asks([asking], None, [Seen(ASKS, 0.99)])
    assert not asks([asking], None, [Seen(TELLS, 0.02)])


def test_we_behind_an_infinitive_is_we() -> None:
    sentence = "If we are to restore peace and protect our people from war, we must build wells."
    assert [one.actor for one in candidates(sentence)] == [""]


@pytest.mark.parametrize(
    ("sentence", "form", "actor"),
    [
        ("We hope that the Harbour Council will repair the quay.", "hoped", "the Harbour Council"),
        ("Ruritania will continue to urge Elbonia to lift the ban.", "urged", "Elbonia"),
        (
            "My delegation urges an immediate pause and appeals to all parties to restore calm.",
            "urged",
            "all parties",
        ),
        (
            "As much as we want the keepers to rest, the Council must pay them.",
            "agent",
            "the Council",
        ),
        (
            "It is the duty of all Member States not to betray the pact.",
            "impersonal",
            "all Member States",
        ),
        ("As the international community, we must act.", "we", "the international community"),
        ("It is vital that all Panel experts be able to travel.", "impersonal", ""),
    ],
)
def test_who_is_asked_is_read_from_the_wording(sentence: str, form: str, actor: str) -> None:
    found = candidates(sentence, "Ruritania")
    assert [(one.form, one.actor) for one in found] == [(form, actor)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is as if the Council should merely confine itself to words.",
        "My Government must most vehemently denounce the use of force.",
    ],
)
def test_what_asks_nothing(sentence: str) -> None:
    assert candidates(sentence, "Ruritania") == ()


def test_who_is_encouraged_in_a_subject_is_asked_nothing() -> None:
    sentence = "Encouraging Elbonia to pay does not mean that the Council should rest."
    assert [one.actor for one in candidates(sentence, "Ruritania")] == ["the Council"]


def test_we_and_others_are_everyone() -> None:
    found = candidates("We and our development partners must count the costs.", "Ruritania")
    assert [one.actor for one in found] == [""]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The activities of national and regional organizations must be in line with the law.", "national and regional organizations"),
        ("The efforts of the Special Envoy and his team should be continued.", "the Special Envoy and his team"),
        ("The success of the fair should be the priority of all parties.", "all parties"),
        ("The dredging of the river should be continued.", ""),
        ("The actions of Russia must be condemned.", ""),
    ],
)  # fmt: skip
def test_whose_doing_is_asked_for(sentence: str, actor: str) -> None:
    assert [one.actor for one in candidates(sentence)] == [actor]


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no need for the Security Council to impose new sanctions.",
        "It is not necessary for the Council to meet again this week.",
    ],
)
def test_what_is_not_needed_is_no_ask(sentence: str) -> None:
    assert not candidates(sentence)


def test_what_is_not_only_needed_is_asked_for() -> None:
    [one] = candidates("It is not only essential for all States to ratify the treaty.")
    assert one.actor == "all States"


def test_a_pronoun_that_is_asked_stands_for_the_subject_before() -> None:
    council = "The Council bears a duty on the coast."
    assert named("First, it must light the lamps.", council) == (
        "First, The Council must light the lamps."
    )
    assert named("They must light the lamps.", council) == "They must light the lamps."
    assert named("It must go on.", "We are the keepers of the coast.") == "It must go on."
    assert named("It must be lit at once.", council) == "It must be lit at once."
    assert named("It must act.", "No country can light all.") == "It must act."
    assert named("It must act.", "The Envoy has a plan.") == "It must act."
    assert named("They must act.", "Sylvania, Marrow and Lethe have signed.") == "They must act."


@pytest.mark.parametrize(
    "sentence",
    ["I close my remarks calling on all States to pay.", "We keep calling on all States to pay."],
)
def test_who_asks_at_the_end_of_a_clause_asks(sentence: str) -> None:
    assert [(one.actor, one.action) for one in candidates(sentence)] == [("all States", "pay")]


def test_a_relative_clause_belongs_to_whom_something_is_given() -> None:
    seats = "It is time that certain ports that have long made a great effort be given lamps."
    assert [one.actor for one in candidates(seats)] == [""]
