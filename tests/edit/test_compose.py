from dataclasses import replace

from summarize.edit.compose import Bounds, Choice, bounds, joined, ranked
from summarize.edit.report import Clause


def clause(text: str, *, dangling: float = 0.0, trust: float = 1.0) -> Clause:
    return Clause(text, len(text.split()), "that", trust, dangling, 1.0)


def test_bounds_never_exceed_forty_per_cent_of_a_long_passage() -> None:
    assert bounds("normal", 200) == Bounds(12, 45, 40)
    assert bounds("normal", 60).most == 24
    assert bounds("short", 400).most == 20
    assert bounds("long", 400).most == 80


def test_short_clauses_share_a_sentence_and_long_ones_do_not() -> None:
    one, two = clause("called for calm"), clause("said that aid was late")
    assert joined([one, two]) == "Called for calm, and said that aid was late."
    long = clause("said that " + "very " * 36 + "long talks failed")
    assert joined([long, two]).count(".") == 2


def test_two_that_clauses_share_their_verb() -> None:
    pair = [clause("said that aid was late"), clause("said that wells were dry")]
    assert joined(pair) == "Said that aid was late, and that wells were dry."


def test_the_best_pair_comes_first_in_the_passages_order() -> None:
    choices = [
        Choice(0, 0.2, clause("noted the weather of the day in the northern provinces")),
        Choice(1, 0.9, clause("urged all parties to respect the truce signed in the capital")),
        Choice(2, 0.8, clause("said that the mission needed trucks, fuel and maps for the winter")),
    ]
    best = ranked(choices, Bounds(12, 30, 26))[0]
    assert best.startswith("Urged all parties")
    assert "the mission needed trucks" in best


def test_a_clause_that_points_back_needs_the_sentence_before_it() -> None:
    lead = Choice(0, 0.5, clause("said that a truce had been signed in the capital"))
    back = Choice(1, 0.6, clause("said that it held in all of the provinces", dangling=1.0))
    assert ranked([lead, back], Bounds(8, 30, 20))[0].startswith("Said that a truce")
    far = Choice(3, 0.6, back.clause)
    assert "it held" not in ranked([lead, far], Bounds(8, 30, 10))[0]


def test_the_country_that_is_spoken_of_is_named_where_it_costs_little() -> None:
    main = Choice(0, 0.9, clause("urged all sides to keep the truce of May"))
    plain = Choice(1, 0.62, clause("said that aid had come too late for many"))
    named = Choice(2, 0.6, clause("said that aid for Elbonia had come too late"))
    limits = Bounds(8, 20, 18)
    assert "Elbonia" not in ranked([main, plain, named], limits, 2)[0]
    placed = Choice(2, 0.6, named.clause, placed=True)
    assert "Elbonia" in ranked([main, plain, placed], limits, 2)[0]


def test_the_main_claim_is_told_though_others_carry_as_much() -> None:
    limits = Bounds(8, 14, 12)
    other = Choice(0, 0.7, clause("said that the talks had gone on for years"), main=0.1)
    claim = Choice(2, 0.6, clause("called on the parties to end the siege now"), main=0.7)
    assert ranked([other, claim], limits, 1)[0].startswith("Called on the parties")
    assert ranked([other, replace(claim, main=0.1)], limits, 1)[0].startswith("Said that the talks")


def test_what_needs_the_sentence_before_comes_with_it_or_not_at_all() -> None:
    limits = Bounds(8, 40, 26)
    first = Choice(0, 0.5, clause("said that a fund for the ports had been set up"), main=0.2)
    needs = Choice(
        1, 0.7, clause("urged donors to pay in before the winter came"), main=0.8, needs=0.8
    )
    apart = Choice(4, 0.4, clause("said that the ports stayed closed to most ships"), main=0.1)
    both = ranked([first, needs, apart], limits)[0]
    assert both.startswith("Said that a fund")
    assert "urged donors" in both.lower()
    assert "urged donors" not in ranked([apart, replace(needs, needs=1.0)], limits, 1)[0].lower()


def test_no_choice_gives_no_condensation() -> None:
    assert ranked([], Bounds(12, 45, 38)) == []


def test_the_second_said_is_added() -> None:
    said, quoted = clause("said that aid was late"), clause("said: “We go on”")
    long = clause("said that " + "very " * 44 + "long talks failed")
    assert joined([said, long]).count("Added that") == 1
    assert joined([said, quoted]) == "Said that aid was late. Added: “We go on”."
    assert "Added" not in joined([clause("noted that aid was late"), quoted])


def test_what_the_speaker_did_is_not_joined_to_what_another_did() -> None:
    other, own = clause("noted that the Fund had paid"), clause("reiterated its call for aid")
    assert joined([other, own]) == "Noted that the Fund had paid. Reiterated its call for aid."
    assert joined([own, clause("welcomed the loan")]).count(".") == 1
    assert joined([other, own, clause("welcomed the loan")]).count(".") == 2
