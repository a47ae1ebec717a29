import pytest

from summarize.asks import asks, commitments
from summarize.quotes import LONGEST, inside_quotation, is_quoted, others_words


def test_what_follows_an_open_mark_is_quoted_until_it_closes() -> None:
    sentences = ("She said: “We must act.", "All States must pay.", "That is all.”", "I agree.")
    assert inside_quotation(sentences) == (False, True, True, False)


def test_a_mark_that_nothing_closes_was_lost() -> None:
    sentences = ("He said: “We must act.", *["All States must pay."] * (LONGEST + 2))
    assert inside_quotation(sentences)[-1] is False


def test_what_another_asked_or_pledged_is_not_the_speakers() -> None:
    ask, pledge = "We call on Maravia to open the wells.", "We will contribute 3 million dollars."
    assert [one.sentence for one in asks(("She spoke.", ask))] == [1]
    assert asks(("She said: “Listen.", ask + "”")) == ()
    assert [one.sentence for one in commitments(("He spoke.", pledge))] == [1]
    assert commitments(("He said: “Listen.", pledge + "”")) == ()


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("“Keepers”, as the Charter calls them, must light the lamps.", False),
        ('"Keepers", as the Charter calls them, must light the lamps.', False),
        ("“The keepers must light the lamps.” (S/PV.12, p. 3)", True),
        ("“The keepers must light the lamps.", True),
    ],
)
def test_what_a_colon_announces_is_a_quotation_from_end_to_end(sentence: str, others: bool) -> None:
    assert others_words(["The Charter says:", sentence])[1] is others


def test_a_quotation_within_a_sentence() -> None:
    sentence = 'The envoy said: "The Council must light the lamps and pay."'
    assert is_quoted("light the lamps", sentence)
    assert not is_quoted("light the lamps", "The Council must light the lamps.")
