"""Compilations of written statements: one statement an annex, each under the letter's masthead."""

from __future__ import annotations

from summarize.read import read_text
from summarize.segment import segment

LETTER = """United Nations                                             S/2020/990

Security Council                                    Distr.: General
                                                    7 October 2020
                                                    Original: English

Letter dated 6 October 2020 from the President of the Security Council addressed to the
Secretary-General and the Permanent Representatives of the members of the Security Council

I have the honour to enclose herewith a copy of the briefing provided by Ms. Ada Arden, Special
Envoy of the Secretary-General for the River Basin, as well as the statements delivered by the
representatives of Estonia and Viet Nam in connection with the video-teleconference on "The
situation in the River Basin" convened on Friday, 2 October 2020.

(Signed) Ivan Calder
President of the Security Council
"""
ANNEXES = """
Annex I
Briefing by the Special Envoy of the Secretary-General for the River Basin, Ada Arden

Mr. President,

I thank you for convening this meeting. The ceasefire has held for six weeks. See annex II for the
figures. I would like to make two points.

First, the wells must be opened. They were closed in May.

Second, the monitors need boats. They have none, and the river is wide.

Thank you.

Annex II
Statement by the Permanent Representative of Estonia to the United
Nations, Sven Kalda

[Original: English and French]

I thank the Special Envoy. Estonia is concerned about the wells. We call for their opening without
delay, and we stand ready to help.

4/9 20-13133

Annex 3
Statement by the Deputy Permanent Representative of Viet Nam to the United Nations, Nguyen Tran

We align ourselves with the statement of the region. Viet Nam supports dialogue among the parties,
and the monitors on the ground.

Annex IV
Statement by the Permanent Representative of Ghana to the United Nations

[To be issued.]
"""


def test_a_statement_for_each_annex_that_holds_one() -> None:
    statements = read_text(LETTER + ANNEXES, "s-2020-990.txt")
    assert [(s.speaker, s.delegation) for s in statements] == [
        ("Ada Arden", None),
        ("Sven Kalda", "Estonia"),
        ("Nguyen Tran", "Viet Nam"),
    ]
    assert {s.kind for s in statements} == {"statement"}


def test_the_letter_gives_symbol_day_and_subject() -> None:
    for statement in read_text(LETTER + ANNEXES, "s-2020-990.txt"):
        assert statement.symbol == "S/2020/990"
        assert statement.body == "Security Council"
        assert statement.date == "2020-10-02"
        assert statement.subject == "The situation in the River Basin"


def test_fields_read_from_an_annex_stand_there() -> None:
    for statement in read_text(LETTER + ANNEXES, "s-2020-990.txt"):
        for name, span in statement.spans.items():
            value = getattr(statement, name)
            assert " ".join(span.of(statement.text).split()) == value


def test_title_original_language_and_page_number_are_marked() -> None:
    statement = read_text(LETTER + ANNEXES, "s-2020-990.txt")[1]
    marked = " ".join(span.of(statement.text) for span in statement.boilerplate)
    assert "Sven Kalda" in marked
    assert "[Original: English and French]" in marked
    assert "4/9 20-13133" in marked
    assert "I thank the Special Envoy" not in marked


def test_points_of_an_annex() -> None:
    division = segment(read_text(LETTER + ANNEXES, "s-2020-990.txt")[0])
    assert [point.label for point in division.points] == ["First", "Second"]
    assert division.announced == 2


def test_a_letter_with_one_annex_is_one_statement() -> None:
    text = LETTER + ANNEXES[: ANNEXES.index("Annex II\n")]
    assert len(read_text(text, "letter.txt")) == 1
