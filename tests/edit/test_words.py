import pytest

from summarize.edit.words import Word, count, text, words


@pytest.mark.parametrize(
    "sentence",
    [
        "First, we shouldn't weaken the Council's (so-called) “plan of action”.",
        "Resolution 2518 (2020), adopted in the U.S. by 3.5 per cent, stands.",
        "T/PCCs’ reports — all 14 of them — see S/PV.6389; and No. 5?",
        "The cost was $1,250,000 (a rise of 4%).",
    ],
)
def test_words_make_the_sentence_again(sentence: str) -> None:
    assert text(words(sentence)) == sentence


def test_marks_and_clitics_are_words_of_their_own() -> None:
    assert [w.text for w in words("the Council's “plan”.")] == [
        "the", "Council", "'s", "“", "plan", "”", "."
    ]  # fmt: skip


def test_full_stop_of_the_sentence_is_parted_even_from_an_abbreviation() -> None:
    assert [w.text for w in words("It met in the U.S.")][-2:] == ["U.S", "."]


def test_count_leaves_out_marks_and_clitics() -> None:
    assert count(words("The Council's plan, in short, holds.")) == 6


def test_lower_straightens_the_apostrophe() -> None:
    assert Word("We’VE").lower == "we've"


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("the cross- border aid of the Secretary- General", "the cross-border aid of the Secretary-General"),
        ("pre- and post-war plans", "pre- and post-war plans"),
    ],
)  # fmt: skip
def test_a_compound_that_a_line_s_end_has_cut_is_made_whole(sentence: str, whole: str) -> None:
    assert text(words(sentence)) == whole
