"""The splitter: exact slices, full coverage, and no cut where a full stop ends nothing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.records import Span
from summarize.sentences import split_sentences


def split(text: str) -> list[str]:
    return [sentence.of(text) for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The report says so in paras. 3 and 4 of the annex.",
        "We listened to Amb. Zhang and to H.E. Mr. Okello of the Republic.",
        "It was adopted (S/PV.8776, p. 3) without a vote.",
        "See decision No. 5 and Nos. 7 and 8 of the Committee.",
        "Some goods, e.g. Wheat and rice, were stopped.",
        "The U.S. Government and the U.N. Secretariat agreed.",
        "J. F. Marbo and A. B. Tell spoke.",
        "Growth was 3.5 per cent, or 1.2 million persons.",
        "Draft A/C.1/60/L.2/Rev. 1 was put to the vote.",
        "On Sept. 11 we met in St. Morvan at 3 p.m. on the quay.",
        "Gen. Tarel, Lt. Col. Brand and Prof. Ames were heard.",
        "He cited art. 51 and vol. II of the series.",
    ],
)
def test_does_not_cut(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “We must act.” Then he left.", ["He said “We must act.”", "Then he left."]),
        ('He said "It is late." We agreed.', ['He said "It is late."', "We agreed."]),
        ("1. We must act. 2. We must pay.", ["1. We must act.", "2. We must pay."]),
        ("It came from the U.S. We thank it.", ["It came from the U.S.", "We thank it."]),
        ("The answer is no. We go on.", ["The answer is no.", "We go on."]),
        ("It ended in 1998. The war did not.", ["It ended in 1998.", "The war did not."]),
        ("Why now? Because we can! Good.", ["Why now?", "Because we can!", "Good."]),
        ("We adopted resolution 2. We agree.", ["We adopted resolution 2.", "We agree."]),
        ("It is done.Now we rest.", ["It is done.", "Now we rest."]),
        ("Peace … It is near. (Applause) We go.", ["Peace …", "It is near.", "(Applause) We go."]),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "We have come a long way since the first meeting of this body, and the\n"
        "work of the years between has shown that patience is not the same as\n"
        "delay. Let us go on.\n"
        "\n"
        "The second paragraph of these remarks is wrapped as well, and it goes on\n"
        "over the line.\n"
    )
    found = split_sentences(text)
    assert [(s.paragraph, s.number) for s in found] == [(1, 1), (1, 2), (2, 1)]


def test_lines_are_paragraphs_where_none_is_wrapped() -> None:
    text = (
        "Mr. President,\n"
        "We thank you for the floor and for the patience of all who are still in the room today.\n"
        "We have little to add to what was said by the representative of the group this morning."
    )
    assert [s.paragraph for s in split_sentences(text)] == [1, 2, 3]


def test_blank_spans_hold_no_sentence() -> None:
    text = "Home | Menu\nWe speak.\nPrint this page\nWe end."
    blank = (Span(0, 11), Span(22, 37))
    found = split_sentences(text, blank)
    assert [s.of(text) for s in found] == ["We speak.", "We end."]
    assert [s.paragraph for s in found] == [1, 2]


PIECES = st.sampled_from(
    [
        "We",
        "act",
        ".",
        "!",
        "?",
        "…",
        " ",
        " ",
        "\n",
        "\n\n",
        "\t",
        "“",
        "”",
        '"',
        "No.",
        "p.",
        "3",
        "1.",
        "(a)",
        "U.S.",
        "e.g.",
        "•",
        "Mr.",
        "\r\n",
        "\u2028",
        "。",
        "A.",
        ")",
        "'",
        "x",
        "\x85",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=80).map("".join))
BLANKS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60)), max_size=4)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, BLANKS)
def test_every_character_is_in_one_sentence(text: str, stretches: list[tuple[int, int]]) -> None:
    blank = [Span(a, a + n) for a, n in stretches]
    found = split_sentences(text, blank)
    covered = [0] * len(text)
    for sentence in found:
        words = sentence.of(text)
        assert words
        assert words == words.strip()
        for i in range(sentence.start, sentence.end):
            covered[i] += 1
    for i, char in enumerate(text):
        masked = any(span.start <= i < span.end for span in blank)
        assert covered[i] <= (0 if masked else 1)
        if not masked and not char.isspace():
            assert covered[i] == 1


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_sentences_are_ordered_and_numbered(text: str) -> None:
    found = split_sentences(text)
    assert list(found) == sorted(found)
    places = [(s.paragraph, s.number) for s in found]
    assert places == sorted(places)
    for before, after in itertools.pairwise(places):
        assert after in ((before[0], before[1] + 1), (before[0] + 1, 1))
