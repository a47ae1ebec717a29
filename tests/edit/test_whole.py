"""What keeps a clause whole and true: complements, conditions, everyone's "we", pointers."""

from collections.abc import Callable

import pytest

from summarize.edit.compose import Bounds, Choice, ranked
from summarize.edit.person import State, passive
from summarize.edit.reduce import Measure
from summarize.edit.report import Clause, clauses
from summarize.edit.token import Tokens, render

Tok = Callable[[str], Tokens]
ELBONIA = State("Elbonia")


def texts(tokens: Tokens, side: State | None = ELBONIA, limit: int = 24) -> list[str]:
    return [clause.text for _, clause in clauses(tokens, side, Measure(limit))]


@pytest.mark.parametrize(
    ("sentence", "report"),
    [
        (
            "We/p must/m learn/b the/d lessons/n drawn/P- from/i- the/d- floods/n-",
            "insisted on the need to learn the lessons drawn from the floods",
        ),
        (
            "We/p welcome/v the/d desire/n of/i the/d Board/N to/to- mend/b- wells/n-",
            "welcomed the desire of the Board to mend wells",
        ),
        (
            "We/p reiterate/v the/d belief/n ,/ held/P- by/i- many/a- ,/ that/i States/n must/m "
            "protect/b wells/n",
            "reiterated the belief, held by many, that States must protect wells",
        ),
        (
            "Towns/n must/m put/b maps/n at/i- the/d- service/n- of/i- all/d-",
            "said that Towns must put maps at the service of all",
        ),
    ],
)
def test_what_the_word_before_wants_stays(tok: Tok, sentence: str, report: str) -> None:
    assert [text.replace("Towns", "towns") for text in texts(tok(sentence), limit=8)] == [
        report.replace("Towns", "towns")
    ]


def test_a_clause_may_end_where_its_sentence_ends(tok: Tok) -> None:
    assert texts(tok("We/p must/m ensure/b the/d health/n of/i all/d")) == [
        "insisted on the need to ensure the health of all"
    ]


def test_a_list_is_not_cut_inside_its_last_item(tok: Tok) -> None:
    tokens = tok(
        "We/p urge/v the/d parties/n to/to end/b raids/n ,/ the/d trade/n in/i arms/n ,/ the/d "
        "use/n of/i- mines/n- in/i- towns/n- and/c- the/d- siege/n-"
    )
    assert all(text.endswith("and the siege") for text in texts(tokens, limit=6))


def test_everyones_we_is_not_the_state(tok: Tok) -> None:
    assert texts(tok("We/p have/v not/r succeeded/P in/i this/d task/n")) == []
    assert texts(tok("We/p have/v ratified/P the/d treaty/n")) == [
        "said that Elbonia had ratified the treaty"
    ]


def test_a_relative_clause_of_we_becomes_passive(tok: Tok) -> None:
    kept = tok("the/d progress/n that/i we/p have/v made/P is/v slow/a")
    assert render(passive(kept)) == "the progress made is slow"
    held = tok("the/d future/n we/p want/v is/v near/a")
    assert render(passive(held)) == render(held)
    with_object = tok("the/d year/n we/p faced/V the/d flood/n")
    assert render(passive(with_object)) == render(with_object)


def test_an_aim_is_no_condition_but_an_if_is(tok: Tok) -> None:
    aim = tok("If/i we/p are/v to/to succeed/b ,/ the/d Board/N must/m act/b now/r")
    assert texts(aim) == ["said that the Board must act now"]
    condition = tok("If/i the/d truce/n holds/v ,/ we/p will/m send/b nurses/n")
    assert texts(condition) == []


def test_our_hope_is_the_speakers_and_our_duty_nobodys(tok: Tok) -> None:
    hope = tok("It/p is/v our/s sincere/a hope/n that/i talks/n will/m resume/b")
    assert texts(hope) == ["expressed the hope that talks would resume"]
    duty = tok("It/p is/v now/r our/s responsibility/n to/to act/b at/i once/r")
    assert texts(duty) == []


def test_that_is_why_leaves_no_why(tok: Tok) -> None:
    tokens = tok("That/p is/v why/w Elbonia/N sent/V nurses/n and/c why/w the/d Board/N stayed/V")
    assert all("why" not in text for text in texts(tokens))


def test_help_takes_a_plain_verb(tok: Tok) -> None:
    tokens = tok("The/d Board/N must/m help/b towns/n continue/v the/d work/n")
    assert texts(tokens) == ["said that the Board must help towns continue the work"]


def test_a_pointer_wants_its_noun() -> None:
    def clause(text: str, dangling: float = 0.0, points: str = "") -> Clause:
        size = len(text.split())
        return Clause(text, size, "direct", 1.0, dangling, 0.8 * size, points)

    pact = Choice(0, 0.5, clause("welcomed the pact signed by all parties in the capital"))
    rain = Choice(0, 0.5, clause("said that the rain in the north had not yet ended this year"))
    back = Choice(1, 0.9, clause("urged the Board to respect that pact", 0.5, "pact"))
    limits = Bounds(8, 40, 30)
    assert "pact signed" in ranked([pact, back], limits)[0]
    assert ranked([pact, back], limits)[0].endswith("respect that pact.")
    alone = Choice(4, 0.9, clause("said that they had failed in all of the provinces", 1.0))
    assert "they had failed" not in ranked([rain, alone], limits)[0]


def test_a_long_passage_is_not_overrun() -> None:
    choices = [
        Choice(i, 0.9, Clause(f"urged {w} " + f"{w} " * 18, 20, "direct", 1.0, 0.0, 15.0))
        for i, w in enumerate(("alpha", "bravo", "charlie", "delta"))
    ]
    assert len(ranked(choices, Bounds(12, 45, 40))[0].split()) <= 45


def test_a_condition_of_respect_stays(tok: Tok) -> None:
    tokens = tok(
        "We/p support/v the/d plan/n in/i- the/d- context/n- of/i- respect/n- for/i- its/s- "
        "sovereignty/n-"
    )
    assert all(text.endswith("sovereignty") for text in texts(tokens, limit=4))


def test_a_share_keeps_that_of_which_it_is_one(tok: Tok) -> None:
    tokens = tok("Children/n are/v half/n of/i the/d population/n in/i- camps/n-")
    assert texts(tokens, limit=4) == ["said that children were half of the population in camps"]


def test_two_thats_become_one(tok: Tok) -> None:
    tokens = tok("I/p think/v ,/ therefore/r ,/ that/i the/d time/n has/v come/P")
    assert texts(tokens) == ["thought that the time had come"]
