from collections.abc import Callable
from dataclasses import replace

import pytest

from summarize.edit import reduce
from summarize.edit.clause import Clause
from summarize.edit.cut import Cut, against, harm
from summarize.edit.reduce import Measure, shortened
from summarize.edit.token import Tokens, plain, render
from summarize.edit.unit import Unit

Tok = Callable[[str], Tokens]
SAID = plain("said that")


def test_units_that_the_network_rejects_are_left_out(tok: Tok) -> None:
    body = tok("the/d mission/n ,/- which/w- began/V- in/i- May/N- ,/- needs/v trucks/n")
    body = tuple(replace(t, pos="mark") if t.lower == "," else t for t in body)
    assert render(shortened(SAID, body, 1, Measure(24))[0]) == "the mission needs trucks"


def test_wanted_words_stay_below_the_limit(tok: Tok) -> None:
    body = tok("the/d mission/n needs/v trucks/n in/i the/d north/n")
    assert shortened(SAID, body, 1, Measure(24)) == (body, ())


def test_a_fixed_word_stays_whatever_the_network_thinks(tok: Tok) -> None:
    body = tok("on/i all/d sides/n to/to- stop/b- firing/n-")
    fixed = tuple(replace(t, fixed=t.lower == "to") for t in body)
    assert render(shortened(plain("called"), fixed, -1, Measure(24))[0]).endswith("to stop firing")
    assert render(shortened(plain("thanked"), body, -1, Measure(24))[0]) == "on all sides"


def test_a_clause_is_never_left_without_its_verb(tok: Tok) -> None:
    body = tok("aid/n- that/w- came/V- late/r- helped/V- nobody/p-")
    assert "helped" in render(shortened(SAID, body, 1, Measure(1))[0])


def test_what_would_be_missed_is_not_left_out(tok: Tok, monkeypatch: pytest.MonkeyPatch) -> None:
    body = tok("the/d mission/n needs/v trucks/n in/i- the/d- far/a- north/n-")
    _, [cut] = shortened(SAID, body, 1, Measure(24))
    assert render(cut.words) == "in the far north"
    monkeypatch.setattr(reduce, "HARMFUL", harm(cut) - 0.001)
    assert shortened(SAID, body, 1, Measure(24)) == (body, ())


def test_the_chance_of_harm_of_a_clause_is_that_of_its_cuts(tok: Tok) -> None:
    body = tok("the/d mission/n needs/v trucks/n in/i- the/d- north/n-")
    cut = Cut(SAID, body, Unit(4, 7, "tail"))
    assert render(cut.words) == "in the north"
    one, two = (Clause("", 3, "that", 1.0, 0.0, 2.0, cuts=(cut,) * n) for n in (1, 2))
    assert one.harm == pytest.approx(harm(cut))
    assert 0 < one.harm < two.harm < 1


def test_against_looks_past_light_words(tok: Tok) -> None:
    mean, count = against(tok("the/d trucks/n- and/c maps/n-"))
    assert (mean, count) == (3.0, 2)
