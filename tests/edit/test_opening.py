from collections.abc import Callable

from summarize.edit.opening import freed, front, is_question, parts, speaker, trimmed
from summarize.edit.token import Tokens, render

Tok = Callable[[str], Tokens]


def test_parts_are_cut_where_a_new_clause_has_the_speaker_as_subject(tok: Tok) -> None:
    sentence = tok("We/p welcome/v the/d truce/n of/i May/N , and/c we/p urge/v both/d sides/n "
                   "to/to hold/b it/p .")  # fmt: skip
    assert [render(p) for p in parts(sentence, ())] == [
        "We welcome the truce of May", "we urge both sides to hold it."
    ]  # fmt: skip


def test_parts_are_not_cut_inside_quotation_marks(tok: Tok) -> None:
    sentence = tok('It/p said/V : " We/p stay/v here/r now/r . Nobody/p may/m leave/b today/r "')
    assert len(parts(sentence, ())) == 1


def test_freed_drops_markers_but_not_a_first_committee(tok: Tok) -> None:
    assert render(freed(tok("In/i this/d regard/n , however/r , we/p agree/v"))) == "we agree"
    assert render(freed(tok("First/N Committee/N resolutions/n bind/v"))).startswith("First")
    assert render(freed(tok("First/r , we/p agree/v"))) == "we agree"


def test_what_limits_a_sentence_is_no_link_to_the_one_before(tok: Tok) -> None:
    tokens = tok("In/i those/d countries/n ,/ we/p agree/v")
    assert render(freed(tokens)).startswith("In those countries")


def test_the_number_of_a_page_behind_a_sentence_is_trimmed(tok: Tok) -> None:
    assert render(trimmed(tok("the/d talks/n have/v begun/P here/r ./ 9/u"))).endswith("here")


def test_freed_passes_over_adverbs_inside_a_phrase(tok: Tok) -> None:
    tokens = tok("It/p should/m also/r be/b noted/P that/i talks/n stalled/V")
    assert render(freed(tokens)) == "talks stalled"


def test_speaker_is_the_person_the_delegation_or_the_state(tok: Tok) -> None:
    assert speaker(tok("my/s delegation/n notes/v"), ()) == 2
    assert (
        speaker(tok("the/d Republic/N of/i Elbonia/N calls/v"), ("the republic of elbonia",)) == 4
    )
    assert speaker(tok("Elbonia/N 's/G coast/n is/v"), ("elbonia",)) == 0
    assert speaker(tok("Elbonia/N and/c Ruritania/N agree/v"), ("elbonia",)) == 0


def test_front_is_what_stands_before_a_late_speaker(tok: Tok) -> None:
    assert front(tok("In/i the/d north/n , we/p call/v for/i calm/n"), ()) == 4
    assert front(tok("The/d north/n is/v calm/a , they/p say/v"), ()) == 0


def test_question(tok: Tok) -> None:
    assert is_question(tok("Who/w pays/v ?"))
    assert not is_question(tok("We/p pay/v ."))
