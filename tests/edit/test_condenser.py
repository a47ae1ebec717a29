from pathlib import Path

from summarize.edit import EditCondenser
from summarize.records import Source

SOURCES = [
    Source(
        ("We call on all parties to respect the truce.",
         "The mission needs trucks, fuel and maps to reach the northern provinces before winter."),
        delegation="Elbonia",
    ),
    Source(("Thank you.",), delegation="Elbonia"),
    Source(
        ("Second, the Council must renew the mandate.", "We have trained 300 nurses.",
         "Our doctors will follow in May."),
        delegation="Ruritania",
    ),
]  # fmt: skip


def test_a_draft_for_each_source_in_order(tiny_model: Path) -> None:
    drafts = EditCondenser.load(tiny_model, "cpu").condense(SOURCES, "normal")
    assert len(drafts) == 3
    known = {w.strip(".,") for w in SOURCES[2].text.lower().split()}
    assert len(known & set(drafts[2].candidates[0].lower().split())) >= 4
    assert all(c[0].isupper() and c.endswith(".") for d in drafts for c in d.candidates)


def test_order_and_company_do_not_change_a_draft(tiny_model: Path) -> None:
    model = EditCondenser.load(tiny_model, "cpu")
    forward = model.condense(SOURCES, "normal")
    backward = model.condense(SOURCES[::-1], "normal")[::-1]
    assert forward == backward
    assert model.condense(SOURCES[:1], "normal")[0] == forward[0]


def test_every_word_but_the_reporting_ones_is_the_sources(tiny_model: Path) -> None:
    [draft] = EditCondenser.load(tiny_model, "cpu").condense(SOURCES[:1], "normal")
    known = set(SOURCES[0].text.lower().replace(".", "").replace(",", "").split())
    known |= {
        "said",
        "noted",
        "reported",
        "recalled",
        "insisted",
        "that",
        "called",
        "and",
        "needed",
    }
    for candidate in draft.candidates:
        assert set(candidate.lower().replace(".", "").replace(",", "").split()) <= known


def test_acts_name_one_act_a_sentence(tiny_model: Path) -> None:
    acts = EditCondenser.load(tiny_model, "cpu").acts(SOURCES)
    assert [len(a) for a in acts] == [2, 1, 3]
