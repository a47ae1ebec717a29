from collections.abc import Callable

import pytest

from summarize.edit.naming import named
from summarize.edit.place import mentions, spoken_of
from summarize.edit.token import Tokens, render
from summarize.edit.words import words

Tok = Callable[[str], Tokens]
TREATY = "We signed the Salt Marsh Treaty in May."
BORDER = "The talks between Ethiopia and the Sudan went on."
THREE = "Kenya, Ethiopia and the Sudan met."


def put(tok: Tok, notation: str, *before: str, own: bool = False) -> str:
    tokens = tok(notation)
    passage = [*(words(s) for s in before), tuple(t.word for t in tokens)]
    return render(named(tokens, len(before), passage, own))


def test_a_short_name_is_the_only_long_one_that_ends_in_it(tok: Tok) -> None:
    short = "many/d have/v joined/P the/d Treaty/N since/r"
    assert put(tok, short, TREATY) == "many have joined the Salt Marsh Treaty since"
    assert put(tok, short, TREATY, "The Reed Treaty is older.").endswith("the Treaty since")
    assert put(tok, short, "The Treaty on the Marshes is old.").endswith("the Treaty since")
    assert put(tok, short).endswith("the Treaty since")


def test_a_name_that_goes_on_or_was_said_is_left(tok: Tok) -> None:
    longer = "we/p joined/V the/d Treaty/N on/i Fish/N"
    assert put(tok, longer, TREATY) == "we joined the Treaty on Fish"
    twice = "the/d Salt/N Marsh/N Treaty/N shows/v what/w the/d Treaty/N does/v"
    assert put(tok, twice) == "the Salt Marsh Treaty shows what the Treaty does"


@pytest.mark.parametrize(
    "notation", ["the/d two/u countries/n trade/v", "both/d countries/n trade/v"]
)
def test_two_countries_are_the_two_of_the_sentence_before(tok: Tok, notation: str) -> None:
    assert put(tok, notation, BORDER) == "Ethiopia and the Sudan trade"
    assert "countries" in put(tok, notation, THREE)
    assert "countries" in put(tok, notation, "Ethiopia borders the Sudan. Kenya trades.")


def test_that_country_is_the_only_one_named_and_never_the_speakers(tok: Tok) -> None:
    one = "Afghanistan is at peace."
    assert put(tok, "aid/n reached/V that/d country/n", one) == "aid reached Afghanistan"
    assert put(tok, "aid/n reached/V the/d country/n", one) == "aid reached Afghanistan"
    assert put(tok, "aid/n reached/V the/d country/n", one, own=True) == "aid reached the country"
    assert put(tok, "aid/n reached/V that/d country/n", BORDER) == "aid reached that country"
    adjective = "The Afghan people are at peace."
    assert put(tok, "aid/n reached/V that/d country/n", adjective) == "aid reached that country"


def test_the_country_spoken_of_is_the_one_named_most_but_the_speakers() -> None:
    passage = [words(s) for s in ("Kenya thanks Somalia.", "Somali doctors came.", "Kenya knows.")]
    assert spoken_of(passage, "Kenya") == "SOM"
    assert spoken_of(passage[2:], "Kenya") is None
    assert [code for _, _, code in mentions(words("the Central African Republic"))] == ["CAF"]


def test_a_noun_gets_the_one_name_that_stands_before_it(tok: Tok) -> None:
    notation = "aid/n depends/v on/i the/d conference/n"
    assert put(tok, notation, "We hosted the Lethe water conference.").endswith(
        "the Lethe water conference"
    )
    assert put(tok, notation, "We hosted a conference.").endswith("on the conference")
    two = "The Lethe conference followed the Marrow conference."
    assert put(tok, notation, two).endswith("on the conference")
    told = "aid/n depends/v on/i the/d conference/n in/i May/N"
    assert put(tok, told, "We hosted the Lethe conference.").endswith("the conference in May")
