"""Summary records: what each speaker said in the third person, the running of the meeting left out."""

from __future__ import annotations

import pytest

from summarize.errors import InputError
from summarize.read import read_text
from summarize.segment import segment

RECORD = """United Nations                                                   A/C.3/75/SR.12

General Assembly                                         Distr.: General
Seventy-fifth session                                    14 December 2020
                                                         Original: English
Official Records

Third Committee
Summary record of the 12th meeting
Held at Headquarters, New York, on Monday, 26 October 2020, at 10 a.m.

Chair: Ms. Calder (Ireland)

Contents

Agenda item 72: Promotion and protection of human rights

The meeting was called to order at 10.05 a.m.

Agenda item 72: Promotion and protection of human rights (continued) (A/75/149)

1. The Chair invited the Committee to resume its dialogue with the Special Rapporteur.

2. Ms. Arden (Special Rapporteur on the right to water), introducing her report (A/75/149), said
that wells in three regions had been closed. She recommended that every well should be mapped.

3. The report also described what women carried. That burden had doubled since the last drought.

4. Mr. Okoro (Ghana) said that his delegation supported the mandate. It had three concerns. First,
funding was short. Second, data were missing. Third, women carried most of the water.

5. Ms. Lind (Norway), speaking on behalf of the River States, said that the report was timely. The
River States would co-sponsor the draft resolution.

6. The Chair said that the Committee had thus concluded its dialogue.

The meeting rose at 1 p.m.
"""


def test_a_statement_for_each_speaker() -> None:
    found = read_text(RECORD, "a-c3-75-sr12.txt")
    assert [(s.speaker, s.delegation) for s in found] == [
        ("Ms. Arden", None),
        ("Mr. Okoro", "Ghana"),
        ("Ms. Lind", "Norway"),
    ]
    assert found[0].role == "Special Rapporteur on the right to water"
    assert {s.kind for s in found} == {"record"}


def test_the_head_gives_meeting_day_and_subject() -> None:
    for statement in read_text(RECORD, "a-c3-75-sr12.txt"):
        assert statement.symbol == "A/C.3/75/SR.12"
        assert statement.body == "Third Committee"
        assert statement.meeting == "12th meeting"
        assert statement.date == "2020-10-26"
        assert statement.subject == "Promotion and protection of human rights"


def test_paragraphs_without_a_new_name_stay_with_their_speaker() -> None:
    first = read_text(RECORD, "a-c3-75-sr12.txt")[0]
    assert first.text.endswith("doubled since the last drought.")
    assert first.text.startswith("2. Ms. Arden")


def test_points_and_no_courtesies() -> None:
    _, second, third = map(segment, read_text(RECORD, "a-c3-75-sr12.txt"))
    assert [point.label for point in second.points] == ["First", "Second", "Third"]
    assert second.announced == 3
    assert third.opening is None
    assert third.closing is None


def test_fields_stand_where_they_were_read() -> None:
    for statement in read_text(RECORD, "a-c3-75-sr12.txt"):
        assert statement.spans["speaker"].of(statement.text) == statement.speaker


def test_a_record_where_the_chair_alone_speaks_holds_no_speech() -> None:
    head = RECORD[: RECORD.index("2. Ms. Arden")]
    with pytest.raises(InputError, match="holds no speech"):
        read_text(head + "2. Ms. Arden (Ireland) spoke.\n", "sr.txt")
