from collections.abc import Callable

import pytest

from summarize.edit.token import Tokens, render
from summarize.edit.units import main_verb, units, without

Tok = Callable[[str], Tokens]


def shorter(tokens: Tokens) -> set[str]:
    return {render(without(tokens, unit)) for unit in units(tokens)}


def test_an_aside_goes_with_both_commas(tok: Tok) -> None:
    tokens = tok("the/d mission/n , which/w began/V in/i May/N , needs/v trucks/n")
    assert "the mission needs trucks" in shorter(tokens)


def test_an_item_of_a_list_is_no_unit(tok: Tok) -> None:
    tokens = tok("it/p needs/v trucks/n , fuel/n and/c maps/n")
    assert shorter(tokens) == set()


def test_a_second_predicate_goes_unless_it_ends_a_list(tok: Tok) -> None:
    pair = tok("States/n should/m plan/b homes/n and/c build/b wells/n")
    assert "States should plan homes" in shorter(pair)
    three = tok("States/n should/m plan/b homes/n , clear/b mines/n and/c build/b wells/n")
    assert shorter(three) == {"States should plan homes"}
    either = tok("States/n should/m plan/b homes/n , clear/b mines/n or/c build/b wells/n")
    assert shorter(either) == set()
    shared = tok("States/n should/m plan/b and/c build/b wells/n")
    assert shorter(shared) == set()


def test_a_trailing_adjunct_goes_whole(tok: Tok) -> None:
    tokens = tok("the/d Council/N renewed/V the/d mandate/n in/i order/n to/to protect/b wells/n")
    assert "the Council renewed the mandate" in shorter(tokens)


def test_a_leading_adjunct_goes_but_not_a_condition_or_a_restriction(tok: Tok) -> None:
    assert "aid came" in shorter(tok("in/i recent/a years/n , aid/n came/V"))
    assert "aid came" not in shorter(tok("without/i such/d pledges/n , aid/n came/V"))
    assert "aid came" not in shorter(tok("for/i some/d , aid/n came/V"))


@pytest.mark.parametrize(
    ("clause", "never"),
    [
        ("States/n must/m not/r hold/b back/r", "States must hold back"),
        ("it/p fell/V by/i almost/r half/n now/r", "it fell by half now"),
        ("it/p cited/V Articles/N 41/u and/c 42/u", "it cited Articles 41"),
        ("talks/n between/i France/N and/c Mali/N", "talks between France"),
        ("it/p adopts/v a/d text/n that/w binds/v all/d", "it adopts a text"),
        ("it/p backs/v the/d threat/n or/c use/n of/i force/n", "it backs the threat"),
        ("it/p feels/v the/d need/n to/to plan/b homes/n", "it feels the need"),
        ("it/p provides/v nurses/n with/i masks/n", "it provides nurses"),
        ("resolution/n 2518/u ( 2020/u ) holds/v", "resolution 2518 holds"),
        ("it/p acts/v as/i soon/r as/i possible/a", "it acts as soon"),
    ],
)
def test_what_the_sense_needs_is_no_unit(tok: Tok, clause: str, never: str) -> None:
    assert never not in shorter(tok(clause))


def test_parentheses_with_letters_go(tok: Tok) -> None:
    assert "the Agency acts" in shorter(tok("the/d Agency/N ( IAEA/N ) acts/v"))


def test_main_verb_stands_outside_relative_clauses(tok: Tok) -> None:
    assert main_verb(tok("States/n which/w agree/v should/m sign/b")) == 3
    assert main_verb(tok("a/d wish/n for/i calm/n")) == -1


def test_a_name_in_brackets_tells_which_country(tok: Tok) -> None:
    tokens = tok("Guinea/N (/ Bissau/N )/ should/m be/b free/a")
    assert not any("Guinea should" in text for text in shorter(tokens))


def test_a_time_before_which_it_was_so_stays(tok: Tok) -> None:
    tokens = tok("before/i the/d pact/n , the/d port/n sent/V oil/n")
    assert not any(text.startswith("the port") for text in shorter(tokens))


def test_what_somebody_works_to_do_stays(tok: Tok) -> None:
    tokens = tok("the/d State/n was/V working/g actively/r to/to change/b the/d rules/n")
    assert not any(text.endswith("actively") for text in shorter(tokens))


def test_who_said_it_is_no_unit(tok: Tok) -> None:
    other = tok("as/i an/d envoy/n noted/V , the/d mission/n needs/v trucks/n")
    assert "the mission needs trucks" not in shorter(other)
    own = tok("as/i we/p noted/V , the/d mission/n needs/v trucks/n")
    assert "the mission needs trucks" in shorter(own)
