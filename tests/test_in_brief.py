"""What stands at the head of a note."""

from __future__ import annotations

from summarize.in_brief import in_brief
from summarize.records import Condensation, Entry, Passage, Sentence, Statement

TEXT = "We thank the Secretariat. We urge the Council to protect the dredgers of the lower river."
THANKS = "Thanked the Secretariat."
ASK = "Urged the Council to protect the dredgers of the lower river."


def entry(text: str, start: int) -> Entry:
    condensation = Condensation(text, text, "model", "", (), (0,))
    return Entry(Passage((Sentence(start, start + 20, 1, 1),)), text, condensation, ())


def test_thanks_are_no_main_line() -> None:
    chosen = in_brief(Statement(TEXT, "a.txt"), [entry(THANKS, 0), entry(ASK, 26)], [])
    assert [one.text for one in chosen] == [ASK]


def test_thanks_stand_where_there_is_nothing_else() -> None:
    chosen = in_brief(Statement(TEXT, "a.txt"), [entry(THANKS, 0)], [])
    assert [one.text for one in chosen] == [THANKS]
