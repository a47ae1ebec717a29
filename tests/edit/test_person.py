from collections.abc import Callable

import pytest

from summarize.edit.person import State, state, third, unresolved
from summarize.edit.token import Tokens, render

Tok = Callable[[str], Tokens]
ELBONIA = State("Elbonia")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("United Kingdom", "the United Kingdom"), ("Elbonia", "Elbonia"), ("  ", None), (None, None),
     ("The Gambia", "the Gambia"), ("European Union", "the European Union")],
)  # fmt: skip
def test_state_takes_its_article(name: str | None, expected: str | None) -> None:
    found = state(name)
    assert (found.name if found else None) == expected


def test_possessive() -> None:
    assert State("the Comoros").possessive == "the Comoros'"
    assert State("she", person=True).possessive == "her"


def test_our_is_its_next_to_the_verb_and_the_states_name_behind_another_noun(tok: Tok) -> None:
    done, _ = third(tok("our/s support/n for/i our/s neighbours/n"), ELBONIA, True, False)
    assert render(done) == "its support for Elbonia's neighbours"


def test_our_of_everyone_becomes_the_article(tok: Tok) -> None:
    done, guess = third(tok("our/s common/a future/n"), ELBONIA, False, False)
    assert render(done) == "the common future"
    assert guess > 0


def test_we_is_the_state_only_where_the_state_is_the_subject(tok: Tok) -> None:
    tokens = tok("said/V that/i we/p are/v ready/a")
    assert render(third(tokens, ELBONIA, True, True)[0]) == "said that Elbonia is ready"
    assert unresolved(third(tokens, ELBONIA, True, False)[0])


def test_my_country_is_named(tok: Tok) -> None:
    tokens = tok("my/s country/n 's/G coast/n")
    assert render(third(tokens, ELBONIA, False, False)[0]) == "Elbonia's coast"


def test_first_person_in_a_quotation_is_no_fault(tok: Tok) -> None:
    assert not unresolved(tok('the/d song/n " We/p rise/v "'))
    assert unresolved(tok("what/w we/p owe/v"))
