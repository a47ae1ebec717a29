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
