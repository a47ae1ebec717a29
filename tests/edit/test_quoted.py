from collections.abc import Callable

import pytest

from summarize.edit.clause import Clause
from summarize.edit.compose import joined
from summarize.edit.quoted import quotation
from summarize.edit.token import Tokens
from summarize.edit.words import words

Tok = Callable[[str], Tokens]


def quoted(tok: Tok, sentence: str, notation: str, most: int = 30) -> Clause | None:
    return quotation(sentence, words(sentence), tok(notation), most)


NOTATION = "We/p cannot/m abandon/b the/d families/n of/i Marrow/N ."


def test_a_sentence_is_quoted_as_it_is_written(tok: Tok) -> None:
    clause = quoted(tok, "We  cannot abandon the families of Marrow.", NOTATION)
    assert clause is not None
    assert clause.text == "said: “We cannot abandon the families of Marrow”"
    assert (clause.words, clause.style) == (9, "quote")


def test_an_opener_stays_out_of_the_quotation(tok: Tok) -> None:
    sentence = "Secondly, we cannot abandon the families of Marrow."
    clause = quoted(tok, sentence, f"Secondly/r , {NOTATION.lower()}")
    assert clause is not None
    assert clause.text == "said: “we cannot abandon the families of Marrow”"


@pytest.mark.parametrize(
    ("sentence", "notation"),
    [
        ("Can we abandon the families of Marrow?", "Can/m we/p abandon/b the/d families/n of/i Marrow/N ?"),
        ("You cannot abandon the families of Marrow.", NOTATION.replace("We", "You")),
        ("We cannot “abandon” the families.", "We/p cannot/m “ abandon/b ” the/d families/n ."),
        ("The families of Marrow in winter.", "The/d families/n of/i Marrow/N in/i winter/n ."),
    ],
)  # fmt: skip
def test_what_is_not_quoted(tok: Tok, sentence: str, notation: str) -> None:
    assert quoted(tok, sentence, notation) is None


def test_a_long_sentence_is_not_quoted(tok: Tok) -> None:
    sentence = "We cannot abandon the families of Marrow."
    assert quoted(tok, sentence, NOTATION, most=5) is None


def test_a_quotation_stands_in_a_sentence_of_its_own(tok: Tok) -> None:
    first = quoted(tok, "We cannot abandon the families of Marrow.", NOTATION)
    assert first is not None
    second = Clause("called on all States to help", 6, "direct", 1.0, 0.0, 5.0)
    assert joined([first, second]) == (
        "Said: “We cannot abandon the families of Marrow”. Called on all States to help."
    )
    assert joined([second, first]) == (
        "Called on all States to help, and said: “We cannot abandon the families of Marrow”."
    )
