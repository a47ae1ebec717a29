import pytest

from summarize.edit.stray import printed
from summarize.edit.words import words


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        (
            "make decisions Maintenance of international peace and security S/PV.8699 (Resumption 1) in time",
            "make decisions in time",
        ),
        ("a right 21/01/2020 The situation in the Middle East S/PV.8706 to govern", "a right to govern"),
        ("the vote of last week (see S/PV.8700) was close", "the vote of last week (see S/PV.8700) was close"),
        ("as I said in document S/PV.8699 last week", "as I said in document S/PV.8699 last week"),
    ],
)  # fmt: skip
def test_the_running_head_of_a_record_is_no_part_of_a_sentence(sentence: str, left: str) -> None:
    found = tuple(words(sentence))
    kept = [w for i, w in enumerate(found) if i not in printed(found)]
    assert [w.text for w in kept] == [w.text for w in words(left)]
