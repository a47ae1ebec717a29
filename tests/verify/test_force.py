"""A report's neutral verbs: the second "said", and "said" before the speaker's own words."""

from __future__ import annotations

import pytest

from summarize.records import Source
from summarize.verify import verify

SOURCE = Source(
    (
        "The harbour of Averill silts up more quickly than the dredgers can work.",
        "We must not leave the pilots of the lower river without their boats this winter.",
        "The fund of the basin will have to pay for two more dredgers before the spring.",
    ),
    delegation="Maravia",
)


@pytest.mark.parametrize(
    "text",
    [
        "Said that the harbour of Averill silted up more quickly than the dredgers could work. "
        "Added that the fund of the basin would have to pay for two more dredgers before the spring.",
        "Said: “We must not leave the pilots of the lower river without their boats this winter”. "
        "Added that the fund of the basin would have to pay for two more dredgers before the spring.",
    ],
)
def test_neutral_verbs_are_no_wrong_force(text: str) -> None:
    assert not [f for f in verify(text, SOURCE) if f.severity == "blocking"]
    denied = text.replace("Added that", "Denied that")
    assert [f.kind for f in verify(denied, SOURCE) if f.severity == "blocking"] == ["force"]


OUGHT = Source(
    (
        "We need a second lock at the mouth of the river before the floods.",
        "The wardens of the weir must have a voice in the plans of the basin.",
        "We call on all parties to support the meeting of the fishermen in the autumn.",
        "The registration of boats will begin in the spring in all seven harbours.",
    ),
    delegation="Maravia",
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Called for a second lock at the mouth of the river before the floods.", "Noted"),
        ("Insisted that the wardens of the weir must have a voice in the plans.", "Noted"),
        ("Called on all parties to support the meeting of the fishermen.", "Announced"),
        ("Said that the registration of boats would begin in the spring.", "Pledged"),
    ],
)
def test_a_verb_of_another_act_is_a_wrong_force(right: str, wrong: str) -> None:
    def blocking(text: str) -> list[str]:
        return [f.kind for f in verify(text, OUGHT) if f.severity == "blocking"]

    opening, rest = right.split(" ", 1)
    rest = rest.removeprefix("for ").removeprefix("on ") if opening == "Called" else rest
    assert not blocking(right)
    assert "force" in blocking(f"{wrong} {rest}")
