"""What readers of whole notes held against condensations, in kind; sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.edit import EditCondenser
from summarize.records import Source

MODEL = Path(__file__).parents[2] / "models" / "pksum-mini-v1"

CASES = (
    (
        "Where a State fails to comply with a ruling of the Harbour Court, the Council must not hesitate to act.",
        "Said that where a State failed to comply with a ruling of the Harbour Court, the Council must not "
        "hesitate to act.",
    ),
    (
        "What is missing is our readiness to be guided in all our meetings by the norms of reason.",
        "by the norms of reason",
    ),
    (
        "We support the holistic approach to preventing piracy by strengthening harbours, settling old quarrels, "
        "addressing poverty and training the guards.",
        "by strengthening harbours, settling old quarrels, addressing poverty and training the guards.",
    ),
    (
        "The men and women present at this Assembly have been sent by their Governments to end the drought.",
        "the men and women present at this Assembly had been sent",
    ),
    (
        "Next year, the Organization will hold the first conference specifically addressing that drought.",
        "the first conference specifically addressing that drought.",
    ),
    (
        "We renew, as we have done year after year, our firm support for the Lake Authority.",
        "Renewed its firm support for the Lake Authority.",
    ),
    (
        "I pay tribute as well to the Secretary-General, Mr. Varga.",
        "Paid tribute to the Secretary-General, Mr. Varga.",
    ),
    (
        "In the overwhelming majority of cases, the wells were repaired without the agreement of the provinces.",
        "in the overwhelming majority of cases, the wells were repaired",
    ),
    (
        "The plague of piracy deserves our special attention because it undermines the harbours of the poor.",
        "deserved special attention because it undermined the harbours of the poor.",
    ),
    (
        "Cases of forced labour still exist in the fisheries and need to be ended.",
        "Said that cases of forced labour still existed in the fisheries and needed to be ended.",
    ),
    (
        "Today Elbonia has become the granary of the Lowlands.",
        "Said that today Elbonia had become the granary of the Lowlands.",
    ),
)


@pytest.fixture(scope="module")
def model() -> EditCondenser:
    return EditCondenser.load(MODEL)


@pytest.mark.parametrize(("sentence", "wanted"), CASES)
def test_what_is_meant_stays(model: EditCondenser, sentence: str, wanted: str) -> None:
    [draft] = model.condense([Source((sentence,), "Elbonia", None)], "normal")
    assert wanted in draft.candidates[0]


def test_it_that_asks_is_the_speaker(model: EditCondenser) -> None:
    sentences = (
        "Elbonia supports the renewal of the mandate of the Lake Mission for one year.",
        "It calls on the Mission to cooperate closely with the Government of Varda.",
    )
    [draft] = model.condense([Source(sentences, "Elbonia", None)], "normal")
    assert "called on the Lake Mission to cooperate closely" in draft.candidates[0]
    assert "it called on" not in draft.candidates[0]


def test_half_of_not_only_is_not_enough(model: EditCondenser) -> None:
    sentences = (
        "The reform must be directed not only to set up rules that would bind the strong.",
        "It is of primary importance that the reform bring water to the poor provinces of the Lowlands.",
    )
    [draft] = model.condense([Source(sentences, "Elbonia", None)], "normal")
    assert draft.candidates[0].startswith("Said that it was of primary importance")


def test_a_page_head_is_not_quoted(model: EditCondenser) -> None:
    said = (
        "We need to rely on purposeful cooperation among all Maintenance of international peace and security "
        "S/PV.9901 (Resumption 1) Members of the Lake Authority."
    )
    [draft] = model.condense([Source((said,), "Elbonia", None)], "normal")
    assert all("S/PV" not in text for text in draft.candidates)


@pytest.mark.parametrize(
    "limit",
    ["once a ceasefire is in place", "as a last resort", "as long as the host State consents"],
)
def test_what_limits_behind_a_verb_stays(model: EditCondenser, limit: str) -> None:
    said = f"We support, {limit}, the deployment of a regional mission to the Lowlands."
    [draft] = model.condense([Source((said,), "Elbonia", None)], "normal")
    assert all(limit.split()[-1] in text for text in draft.candidates)


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("Recently 50 displaced families returned to the harbour of Port Averill.", "50 displaced"),
        ("In the summer of last year 30 armed men attacked the camp of the herders.", "30 armed"),
    ],
)
def test_a_figure_behind_an_adverb_is_none_of_a_page(
    model: EditCondenser, said: str, figure: str
) -> None:
    [draft] = model.condense([Source((said,), "Elbonia", None)], "normal")
    assert all(figure in text for text in draft.candidates)
