"""Verbatim records: one statement a speaker, the running of the meeting left out."""

from __future__ import annotations

import pytest

from summarize.errors import InputError
from summarize.read import read_text

HEAD = """United Nations                                                S/PV.9901
Security Council
Seventy-eighth year

9901st meeting
Tuesday, 14 March 2023, 10 a.m.
New York

President: Mrs. Orla Vint ................................ (Ireland)
Members: Albania .................................. Mr. Hodo
         Ghana .................................... Ms. Essien

Agenda

Threats to international peace and security

This record contains the text of speeches delivered in English and of the translation of speeches
delivered in other languages.
23-06543 (E)
*2306543*
"""
BODY = """
The meeting was called to order at 10.05 a.m.

Adoption of the agenda

The agenda was adopted.

The President: I wish to warmly welcome the Secretary-General. I now give the floor to Mr. Tovan
Reyl, Special Representative of the Secretary-General for Mine Action, to brief the Council.

Mr. Reyl: I thank you, Madam President. Mines kill long after wars have ended, and clearing them
is slow work: it takes years.

S/PV.9901 Threats to international peace and security 14/03/2023
2/24 23-06543

I would ask three things of this Council, and I ask them of every one of its members today.

The President: I thank Mr. Reyl for his briefing.

I now give the floor to those members of the Council who wish to make statements.

Mr. Hodo (Albania) (spoke in French): We thank the Special Representative. Mr. Reyl said: we must
act. First, we should fund clearance; second, we should map the fields.

Mr. O'Dea-Núñez (Plurinational State of Bolivia) (spoke in Spanish; English text provided by the
delegation): I have the honour to speak on behalf of the Group of 77. We align ourselves with what
was said by the representative of Albania.

Mr. Mul (Turkey): I shall be brief.

King Odo II (spoke in Arabic): In the name of God. I come before you as a neighbour of those who
suffer, and I ask you for your help in this.

The President: I shall now make a statement in my capacity as the representative of Ireland.

Ireland welcomes the briefing. We have cleared our own fields, and we know what it costs to do.

I now resume my functions as President of the Council.

There are no more names inscribed on the list of speakers.

The meeting rose at 11.40 a.m.
"""


def test_a_statement_for_each_speaker() -> None:
    statements = read_text(HEAD + BODY, "spv9901.txt")
    assert [(s.speaker, s.delegation) for s in statements] == [
        ("Mr. Reyl", None),
        ("Mr. Hodo", "Albania"),
        ("Mr. O'Dea-Núñez", "Bolivia"),
        ("King Odo II", None),
        ("Mrs. Orla Vint", "Ireland"),
    ]
    assert statements[0].role == "Special Representative of the Secretary-General for Mine Action"
    assert statements[2].on_behalf_of == "Group of 77"
    for statement in statements:
        assert statement.symbol == "S/PV.9901"
        assert statement.meeting == "9901st meeting"
        assert statement.date == "2023-03-14"
        assert statement.body == "Security Council"
        assert statement.subject == "Threats to international peace and security"
        assert statement.kind == "statement"
        assert statement.text in HEAD + BODY
        for name, span in statement.spans.items():
            assert span.of(statement.text), name


def test_designation_and_running_heads_are_marked() -> None:
    first, second = read_text(HEAD + BODY, "spv9901.txt")[:2]
    marked = [span.of(first.text) for span in first.boilerplate]
    assert marked[0] == "Mr. Reyl:"
    assert marked[1] == (
        "S/PV.9901 Threats to international peace and security 14/03/2023\n2/24 23-06543"
    )
    assert [s.of(second.text) for s in second.boilerplate] == [
        "Mr. Hodo (Albania) (spoke in French):"
    ]
    assert "Mr. Reyl said: we must" in second.text


def test_the_president_speaks_for_a_state_between_the_running_of_the_meeting() -> None:
    last = read_text(HEAD + BODY, "spv9901.txt")[-1]
    at, kept = 0, ""
    for span in last.boilerplate:
        kept += last.text[at : span.start]
        at = span.end
    assert kept.strip().startswith("Ireland welcomes the briefing.")
    assert kept.strip().endswith("what it costs to do.")


def test_record_without_a_speech() -> None:
    text = HEAD + (
        "\nThe meeting was called to order at 10.05 a.m.\n\nThe President: I thank you.\n\n"
        "Mr. Hodo (Albania): Yes.\n\nThe President: The meeting is over.\n"
    )
    with pytest.raises(InputError, match="holds no speech"):
        read_text(text, "spv.txt")


def test_general_assembly_record() -> None:
    text = (
        "United Nations  A/77/PV.4\nGeneral Assembly\n4th plenary meeting\nTuesday, 20 September "
        "2022, 9 a.m.\n\nAgenda item 8\n\nGeneral debate\n\nThe President (spoke in Hungarian): "
        "The Assembly will now hear an address.\n\nPresident Moro: I greet the Assembly and its "
        "President, and I bring the greetings of my people to all.\n\nMs. Vale (Türkiye): We "
        "thank the President of the Assembly for the election and for the work to come.\n"
    )
    first, second = read_text(text, "apv4.txt")
    assert (first.speaker, first.body, first.symbol) == (
        "President Moro",
        "General Assembly",
        "A/77/PV.4",
    )
    assert first.subject == "General debate"
    assert second.delegation == "Türkiye"


def test_a_speech_that_quotes_a_turn_is_no_record() -> None:
    text = (
        "I thank you all. As the record has it:\n\nMr. Hodo (Albania): We must act.\n\n"
        "We agree with what he said then, and we say it again today.\n"
    )
    assert len(read_text(text, "speech.txt")) == 1
