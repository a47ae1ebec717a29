from __future__ import annotations

import pytest

from summarize.condense.instruct import InstructCondenser, _join, _parse
from summarize.errors import ModelError
from summarize.model import find_model
from summarize.prompts import load_prompt
from summarize.records import Source
from tests.tiny_models import make_model, make_tokenizer

PASSAGE = Source(
    ("The Council should adopt the resolution.", "We welcome the report."), delegation="Maravia"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_model("llama", tmp_path_factory.mktemp("models") / "llama", window=4096)


@pytest.fixture(scope="module")
def condenser(folder):
    return InstructCondenser.load(
        find_model(str(folder)), load_prompt(), device="cpu", allow_pickle=False
    )


def test_asks_once_a_passage_and_answers_in_order(condenser, monkeypatch):
    asked = []

    def answer(prompts, room):
        asked.extend(prompts)
        return [[f"Heading: Reports\nCondensation: Welcomed report {len(p)}"] for p in prompts]

    monkeypatch.setattr(InstructCondenser, "_generate", lambda self, p, room: answer(p, room))
    longer = Source((*PASSAGE.sentences, "The States must comply."), delegation="Maravia")
    drafts = condenser.condense([PASSAGE, longer], "normal")
    assert [d.heading for d in drafts] == ["Reports", "Reports"]
    lengths = {len(p): p for p in asked}
    for draft, source in zip(drafts, (PASSAGE, longer), strict=True):
        prompt = lengths[int(draft.candidates[0].split()[-1].rstrip("."))]
        assert source.text in prompt
        assert "Maravia" in prompt
        assert prompt.endswith("<bot>")


def test_generates_with_the_real_model(condenser):
    drafts = condenser.condense([PASSAGE, PASSAGE], "short")
    assert len(drafts) == 2
    assert drafts[0] == drafts[1]


def test_a_model_without_chat_template_is_refused(folder, tmp_path):
    copy = tmp_path / "plain"
    copy.mkdir()
    for file in folder.iterdir():
        if file.name != "chat_template.jinja":
            (copy / file.name).write_bytes(file.read_bytes())
    make_tokenizer().save_pretrained(copy)
    with pytest.raises(ModelError, match="no chat template"):
        InstructCondenser.load(
            find_model(str(copy)), load_prompt(), device="cpu", allow_pickle=False
        )


@pytest.mark.parametrize(
    ("answer", "heading", "text"),
    [
        ("Heading: Water\nCondensation: Called for calm.", "Water", "Called for calm."),
        ("heading: “Water.”\n\ncondensation: Called for calm", "Water", "Called for calm."),
        ("Called for calm.", "", "Called for calm."),
        ("", "", ""),
    ],
)
def test_answers_are_read(answer, heading, text):
    assert _parse(answer) == (heading, text)


def test_parts_are_joined():
    draft = _join([("", "Said one."), ("Two", "Said two.")])
    assert draft.candidates == ("Said one. Said two.",)
    assert draft.heading == "Two"
    assert _join([("", "")]).candidates == ()
