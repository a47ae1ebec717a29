"""Citations are computed from the words, and anchors are found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.cite import citation, cite, cite_clauses, clauses, locate

SENTENCES = (
    "I thank the briefers for their remarks.",
    "All Members should pay their assessed contributions on time and in full.",
    "The weather in the capital has been mild.",
    "We will donate 300,000 doses of vaccine to the observers of the Verdant Mission.",
)
TEXT = (
    "Said that all Members should pay their assessed contributions on time and in full, and "
    "pledged to donate 300,000 doses of vaccine to the Verdant Mission."
)


def test_the_sentences_that_carry_a_text_are_cited_and_no_others() -> None:
    assert cite(TEXT, SENTENCES) == (1, 3)


def test_each_claim_has_its_own_citations() -> None:
    assert [s.of(TEXT).split()[0] for s in clauses(TEXT)] == ["Said", "pledged"]
    assert cite_clauses(TEXT, SENTENCES) == ((1,), (3,))


def test_a_text_that_shares_no_word_has_no_citation() -> None:
    assert cite("Praised kestrels.", SENTENCES) == ()


def test_words_in_capitals_carry_the_same_words_in_small_ones() -> None:
    said = ("THE LEAGUE WAS FOUNDED ON THE PRINCIPLE OF PEACE.", "It met in WHO offices in May.")
    assert cite("Said that the League was founded on the principle of peace.", said) == (0,)


def test_a_word_cut_by_scanning_is_cited() -> None:
    assert cite("Recalled that the Bande had met.", ("The BANDE had met in the hall.",)) == (0,)


def test_a_citation_holds_words_and_surroundings() -> None:
    text = " ".join(SENTENCES)
    start = text.index("All Members")
    anchor = citation(text, start, start + 11)
    assert anchor.exact == text[anchor.start : anchor.end] == "All Members"
    assert anchor.prefix.endswith("remarks. ")
    assert len(anchor.prefix) == 32
    assert anchor.suffix.startswith(" should pay")


def test_an_anchor_is_found_after_an_edit_before_it() -> None:
    text = "One pays. Two pay. One pays again."
    anchor = citation(text, text.rindex("One pays"), text.rindex("One pays") + 8)
    edited = "A new opening. " + text
    span = locate(anchor, edited)
    assert span is not None
    assert span.start == edited.rindex("One pays")


def test_a_lost_anchor_is_none() -> None:
    anchor = citation("The boats have left.", 4, 9)
    assert locate(anchor, "The ships have left.") is None


def test_no_span_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such span"):
        citation("abc", 2, 2)


@given(st.text(min_size=1, max_size=80), st.data())
def test_an_anchor_is_found_where_it_was_made(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = locate(citation(text, start, end), text)
    assert span is not None
    assert span.of(text) == text[start:end]
