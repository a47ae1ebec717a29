from collections.abc import Callable
from dataclasses import replace

import pytest

from summarize.edit.tense import backshifted
from summarize.edit.token import Tokens, render

Tok = Callable[[str], Tokens]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("aid/n is/v late/a and/c will/m stop/b", "aid was late and would stop"),
        ("the/d Council/N must/m act/b", "the Council must act"),
        ("the/d political/a will/n to/to act/b is/v weak/a", "the political will to act was weak"),
        ("States/n have/v agreed/P", "States had agreed"),
        ("States/n should/m have/v agreed/P", "States should have agreed"),
        (
            'the/d slogan/n " peace/n is/v near/a " remains/v',
            'the slogan " peace is near " remained',
        ),
        ("that/i it/p regrets/V , however/r the/d delay/n", "that it regretted, however the delay"),
        ("and/c it/p hopes/n for/i calm/n", "and it hoped for calm"),
        ("aid/n reached/V it/p as/n well/r", "aid reached it as well"),
        ("the/d needs/v of/i children/n grow/v", "the needs of children grew"),
        ("it/p will/m no/r longer/r find/b peace/n", "it would no longer find peace"),
        (
            "it/p affirms/v its/s duty/n to/to the/d pact/n and/c calls/v for/i calm/a",
            "it affirmed its duty to the pact and called for calm",
        ),
        (
            "rules/n which/w promote/v hate/n and/c further/a the/d aims/n of/i few/a",
            "rules which promoted hate and furthered the aims of few",
        ),
        ("their/s will/n remains/v strong/a", "their will remained strong"),
        ("this/d allows/v trade/n to/to grow/b", "this allowed trade to grow"),
        ("it/p had/V heard/P promises/v before/r", "it had heard promises before"),
        ("it/p meets/v the/d hopes/v of/i all/d", "it met the hopes of all"),
        ("if/i they/p can/m and/c wish/v to/to leave/b", "if they could and wished to leave"),
        ("what/w all/p want/v and/c need/n in/i it/p", "what all wanted and needed in it"),
        ("it/p begins/v work/n and/c ends/v delays/n", "it began work and ended delays"),
        ("Lethe/N re-emphasizes/v the/d need/n", "Lethe re-emphasized the need"),
    ],
)
def test_backshift(tok: Tok, clause: str, expected: str) -> None:
    assert render(backshifted(tok(clause))) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("costs/n that/i harm/n small/a farms/n", "costs that harmed small farms"),
        ("as/i many/a States/n slowly/r recover/b from/i it/p", "as many States slowly recovered from it"),
        ("a/d fact/n that/i harm/n to/to farms/n is/v real/a", "a fact that harm to farms was real"),
        ("let/b States/n that/i wish/n act/b", "let States that wish act"),
    ],
)  # fmt: skip
def test_a_word_in_a_verb_s_place_is_a_verb(tok: Tok, clause: str, expected: str) -> None:
    slight = tuple(replace(t, shift=max(t.shift, 0.02)) for t in tok(clause))
    assert render(backshifted(slight)) == expected


def test_plain_forms_in_a_list_of_what_is_asked_stay(tok: Tok) -> None:
    body = tok("called/V on/i all/d to/to leave/b ,/ begin/b talks/n and/c stop/v raids/n")
    assert render(backshifted(body, style="direct")).endswith("leave, begin talks and stop raids")


def test_what_is_hoped_for_would_be(tok: Tok) -> None:
    body = tok("that/i all/d States/n join/v it/p")
    assert render(backshifted(body, hoped=True)) == "that all States would join it"


def test_plain_form_stays_after_a_verb_that_demands(tok: Tok) -> None:
    tokens = tok("that/i it/p abandon/v the/d claim/n")
    assert render(backshifted(tokens, mandative=True)) == "that it abandon the claim"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "its/s offer/n to/to share/b lamps/n and/c reaffirm/b its/s duty/n",
            "its offer to share lamps and reaffirmed its duty",
        ),
        ("the/d hosts/n and/c also/r quote/b them/p", "the hosts and also quoted them"),
        ("all/d raids/n and/c support/n efforts/n", "all raids and supported efforts"),
        ("calm/n and/c support/n for/i all/d", "calm and support for all"),
    ],
)
def test_what_the_speaker_does_besides_is_past_too(tok: Tok, body: str, expected: str) -> None:
    tokens = tuple(replace(t, shift=0.3) for t in tok(body))
    assert render(backshifted(tokens, style="direct")) == expected


@pytest.mark.parametrize(
    "body",
    [
        "all/d States/n to/to sign/b the/d pact/n and/c reaffirm/b their/s vows/n",
        "the/d aid/n and/c support/n staff/n",
    ],
)
def test_what_others_are_to_do_and_nouns_stay(tok: Tok, body: str) -> None:
    tokens = tuple(replace(t, shift=0.3) for t in tok(body))
    assert render(backshifted(tokens, style="direct")) == render(tokens)
