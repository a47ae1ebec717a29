"""Page breaks inside sentences of plain text."""

from __future__ import annotations

import pytest

from summarize.read.door import read_text
from summarize.read.page_breaks import without_page_breaks
from summarize.segment import segment

WIDE = "The keepers of the northern lighthouses ask that the lamps\n" * 14


@pytest.mark.parametrize(
    ("before", "gap", "after"),
    [
        ("achieve and promote the sustainable development of", "\n49\n\n", "the harbours of the coast"),
        ("the Republic hopes that its old and trusted friends", "\n7\n\n", "keep the lamps lit for all"),
        ("countries that intend to embark on such a use", "\n5 10-55122\n\n", "of lamps should say so"),
        ("in the context of the winter demonstrations that", "\n\n", "have remained peaceful so far"),
    ],
)  # fmt: skip
def test_what_a_page_s_end_put_into_a_sentence_is_blank(before: str, gap: str, after: str) -> None:
    text = f"{WIDE}{before}{gap}{after}."
    done = without_page_breaks(text)
    assert len(done) == len(text)
    assert " ".join(done.split()) == " ".join(f"{WIDE}{before} {after}.".split())
    assert done.count("\n\n") == 0


@pytest.mark.parametrize(
    "text",
    [
        "We ask three things.\n1\n\nThe first is light.\n2\n\nThe second is bread.",
        "Statement by the Keeper of the Northern Lights\n\nof Ruritania",
        "The harbour is dark.\n\n12\n\nWe ask for lamps.",
        "STATEMENT BY THE KEEPER OF THE LIGHTHOUSE OF\n\n3\n\nRuritania",
        f"{WIDE}in the fire of that night, in which\n17\nkeepers lost their lives.",
        f"{WIDE}in the fire of that night, in which\n17\n\nkeepers died and of which\n40\n\nlived.",
        "".join(
            f"{i}\n\nProtect the keepers of the lights of the northern coast\n\n"
            for i in range(1, 9)
        ),
        f"{WIDE}\nMr. President, distinguished members of the Council,\n\nlet me thank you.",
    ],
)
def test_a_break_between_sentences_or_after_a_title_stays(text: str) -> None:
    assert without_page_breaks(text) == text


def test_a_sentence_across_a_page_is_one_sentence_of_one_paragraph() -> None:
    text = f"{WIDE}and that they burn on behalf of those keepers that\n15\n\nneed them most. All is said."
    statement = read_text(text, "speech.txt")[0]
    found = [
        " ".join(statement.text[s.start : s.end].split())
        for passage in segment(statement).points
        for s in passage.sentences
    ]
    assert any(s.endswith("those keepers that need them most.") for s in found)
    assert not any("15" in s for s in found)
