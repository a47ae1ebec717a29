from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.condense.verbatim import VerbatimCondenser, centrality, choose, quote
from summarize.records import Source

SENTENCES = (
    "Water does not stop at a border post, and neither do the people who need it.",
    "The Council should protect pumping stations as it protects hospitals.",
    "Attacks on pumping stations empty towns, and the Council should name those who attack.",
    "I shall be brief.",
)


def test_central_sentences_share_words_with_the_others():
    scores = centrality(SENTENCES)
    assert sum(scores) == pytest.approx(1)
    assert scores.index(max(scores)) in (1, 2)
    assert scores.index(min(scores)) == 3


def test_a_long_sentence_is_kept_whole():
    long = ("The Council should protect every pumping station " * 9 + "at once.",)
    assert choose(long, "short") == (0,)


def test_choice_stays_within_the_length():
    many = tuple(
        f"The Council should protect the {i} pumping stations of town {i}." for i in range(20)
    )
    chosen = choose(many, "normal")
    assert 1 < sum(len(many[i].split()) for i in chosen) <= 45


def test_neighbours_share_quotation_marks():
    assert quote(("One.", "Two.", "Three.", "Four."), (0, 1, 3)) == "“One. Two.” “Four.”"


def test_one_draft_a_source_in_order():
    drafts = VerbatimCondenser().condense([Source(SENTENCES), Source(SENTENCES[:1])], "normal")
    assert drafts[1].candidates == (f"“{SENTENCES[0]}”",)
    assert all(draft.candidates[0].startswith("“") for draft in drafts)


@given(st.lists(st.text(min_size=1), min_size=1, max_size=12))
def test_any_sentences_have_a_choice_in_order(sentences):
    chosen = choose(sentences, "normal")
    assert list(chosen) == sorted(set(chosen))
    assert chosen
