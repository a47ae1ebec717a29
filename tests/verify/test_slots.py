"""What the words on both sides show: small words turned, possessors, figures given to other things."""

from __future__ import annotations

import pytest

from summarize.records import Source
from summarize.verify import verify

SENTENCES = (
    "No one should be allowed to close the harbour, for any reason.",
    "The 1991 criteria need to be reviewed, and two States live in peace within the 1967 borders.",
    "Coal can no longer be used to blackmail small islands.",
    "The Council was not able to obtain sufficiently broad support from the keepers.",
    "The vote was taken without unrealistic preconditions of any kind.",
    "We thank Elbonia for its help in the storms of the past year, and reaffirm our commitment to the Harbour Pact.",
    "Non-nuclear-weapon States must be safe by 2030, and the keepers have since been released.",
    "Only a universal effort will save the reef, which is the only sure way to safety.",
    "We mark the thirty-fifth anniversary of the pact.",
)
SOURCE = Source(SENTENCES, "Ruritania", context=" ".join(SENTENCES))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Said that one should be allowed to close the harbour.", "negation"),
        ("Said that coal can still be used to blackmail small islands.", "negation"),
        ("Said that the Council could obtain sufficiently broad support.", "negation"),
        ("Said that the vote was taken with unrealistic preconditions.", "negation"),
        ("Said that nuclear-weapon States must be safe by 2030.", "negation"),
        ("Reaffirmed Elbonia's commitment to the Harbour Pact.", "name"),
        ("Said that the 1967 criteria need to be reviewed.", "date"),
        ("Said that States must be safe since 2030.", "date"),
        ("Said that a universal effort will save the reef.", "hedge"),
        ("Called it the sure way to safety.", "hedge"),
        ("Said that the keepers had since been auctioned.", "invention"),
    ],
)
def test_an_error_that_its_neighbours_show_is_found(text: str, kind: str) -> None:
    found = {f.kind for f in verify(text, SOURCE) if f.severity == "blocking"}
    assert kind in found


@pytest.mark.parametrize(
    "text",
    [
        "Said that no one should be allowed to close the harbour.",
        "Said that coal could no longer be used to blackmail small islands.",
        "Said that the Council could not obtain sufficiently broad support.",
        "Reaffirmed Ruritania's commitment to the Harbour Pact.",
        "Said that the 1991 criteria needed to be reviewed.",
        "Said that only a universal effort would save the reef.",
        "Said that the pact was turning thirty-five.",
    ],
)
def test_what_the_source_says_passes(text: str) -> None:
    assert not [f for f in verify(text, SOURCE) if f.severity == "blocking"]
