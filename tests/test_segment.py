"""Segmentation: every case of the speaker's points on statements of our own writing."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.records import Division, Passage, Span, Statement
from summarize.segment import segment

SAMPLES = Path(__file__).parent / "samples"
EXPECTED: dict[str, Any] = tomllib.loads((SAMPLES / "expected.toml").read_text("utf-8"))


def sample(name: str) -> Statement:
    return Statement((SAMPLES / f"{name}.txt").read_text("utf-8"), name)


def divided(text: str) -> Division:
    return segment(Statement(text, "a text"))


def words(statement: Statement, passage: Passage) -> str:
    return statement.text[passage.start : passage.end]


def labels(division: Division) -> list[tuple[int | None, str]]:
    return [(point.number, point.label) for point in division.points]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_points(name: str) -> None:
    statement, expected = sample(name), EXPECTED[name]
    division = segment(statement)
    found = [(p.series, p.number, p.label) for p in division.points]
    assert found == [tuple(point[:3]) for point in expected["points"]]
    for point, (*_, first, last) in zip(division.points, expected["points"], strict=True):
        assert words(statement, point).startswith(first)
        assert words(statement, point).endswith(last)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_announced_counts(name: str) -> None:
    found = [one.announced or -1 for one in segment(sample(name)).series]
    assert found == EXPECTED[name]["announced"]


@pytest.mark.parametrize("name", sorted(n for n in EXPECTED if EXPECTED[n]["opening"]))
def test_opening(name: str) -> None:
    statement = sample(name)
    opening = segment(statement).opening
    assert opening is not None
    assert opening.of(statement.text).endswith(EXPECTED[name]["opening"])


@pytest.mark.parametrize("name", sorted(n for n in EXPECTED if EXPECTED[n]["closing"]))
def test_closing(name: str) -> None:
    statement = sample(name)
    closing = segment(statement).closing
    assert closing is not None
    assert closing.of(statement.text).startswith(EXPECTED[name]["closing"])


def test_statement_without_points_is_divided_by_topic() -> None:
    division = segment(sample("no_points"))
    assert division.division == "tool"
    assert division.series == ()
    assert [point.label for point in division.points] == [""] * len(division.points)
    assert [point.number for point in division.points] == list(range(1, len(division.points) + 1))
    assert len(division.points) > 1


def test_what_follows_the_points_is_a_passage() -> None:
    statement = sample("four_points")
    said = [words(statement, passage) for passage in segment(statement).passages]
    assert any(passage.startswith("Colleagues,\n\nOur own contribution") for passage in said)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "First is the need for time. It is short. Second is the need for money. It is scarce.",
            [(1, "First"), (2, "Second")],
        ),
        (
            "In the first place, we need time. In the second place, we need money.",
            [(1, "In the first place"), (2, "In the second place")],
        ),
        (
            "Point one: the road. It is shut. Point two: the port. It is open.",
            [(1, "Point one"), (2, "Point two")],
        ),
        (
            "Firstly, time. Secondly, money. Thirdly and finally, patience is what we need.",
            [(1, "Firstly"), (2, "Secondly"), (3, "Thirdly and finally")],
        ),
        (
            "First and foremost, we need time. Second, we need money. And finally, we need luck.",
            [(1, "First and foremost"), (2, "Second"), (3, "finally")],
        ),
        (
            (
                "The first issue is time. It is short. My second observation concerns money. "
                "That brings me to my final point. We need luck."
            ),
            [(1, "The first issue"), (2, "My second observation"), (3, "my final point")],
        ),
        (
            (
                "I have two points. First, time is short. Secondly, money is scarce. "
                "Finally, I wish you well."
            ),
            [(1, "First"), (2, "Secondly")],
        ),
        (
            (
                "I have three points. First, time is short. Secondly, money is scarce. "
                "Finally, luck runs out."
            ),
            [(1, "First"), (2, "Secondly"), (3, "Finally")],
        ),
        ("We see it so.\n\n1) The road is shut.\n\n2) The port is open.", [(1, "1)"), (2, "2)")]),
        (
            "We see it so.\n\n(a) The road is shut.\n\n(b) The port is open.",
            [(1, "(a)"), (2, "(b)")],
        ),
        (
            "We see it so.\n\n(i) The road is shut.\n\n(ii) The port is open.",
            [(1, "(i)"), (2, "(ii)")],
        ),
        ("We see it so.\n\nI. The road is shut.\n\nII. The port is open.", [(1, "I."), (2, "II.")]),
        (
            "We ask for the following:\n\n• a road that is open;\n\n• a port that is open.",
            [(1, "•"), (2, "•")],
        ),
        (
            (
                "My five points: First, a. We go on. Second, b. We go on. Third, c. So be it. "
                "Fourth, d. We go on. Fifth, e. We go on."
            ),
            [(1, "First"), (2, "Second"), (3, "Third"), (4, "Fourth"), (5, "Fifth")],
        ),
    ],
)
def test_ways_to_count(text: str, expected: list[tuple[int, str]]) -> None:
    assert labels(divided(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The First Committee met. The Second Committee did not. The Third Committee adjourned.",
        "The Second World War ended. The first half of the year was hard. The second was not.",
        "First, I congratulate you, Sir. I also thank Mr. Orr. We then turn to the war.",
        "First, they take the village. Second, they burn it. Third, they leave it.",
        'He wrote: "First, we march. Second, we sing." We do neither. We wait.',
        "On 1 May we met. On 2 May we parted. A third of us came back. The fourth day was calm.",
        "Her second term begins today. The first was hard. We were the third to congratulate her.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert divided(text).division == "tool"


def test_a_nested_enumeration_makes_no_points() -> None:
    text = (
        "I have two remarks. First, the plan has three parts. First, it feeds people. Secondly, it "
        "teaches them. Thirdly, it leaves. Secondly, the plan needs money. We shall pay our share."
    )
    assert labels(divided(text)) == [(1, "First"), (2, "Secondly")]


def test_an_announcing_list_is_not_taken_for_the_points() -> None:
    text = (
        "I shall speak on three things. First, on time. Secondly, on money. Thirdly, on luck. "
        "With regard to my first point, time is short. It runs. My second point is that money is "
        "scarce. It always was. My third point is luck. It is blind."
    )
    assert [label for _, label in labels(divided(text))] == [
        "my first point",
        "My second point",
        "My third point",
    ]


def test_line_breaks_inside_sentences_hide_no_marker() -> None:
    text = (
        "We thank the Chair and the secretariat of the commission. I would like to make two\n"
        "points on what has been said so far in this long and useful debate in the hall. In the\n"
        "first place, the road is shut and will stay shut for as long as the rain goes on. My\n"
        "second point is that the port is open, and that those who wish to trade can do so.\n"
    )
    division = divided(text)
    assert labels(division) == [(1, "In the first place"), (2, "My second point")]
    assert division.announced == 2


def test_boilerplate_stays_outside() -> None:
    text = "Home | News\n\nWe speak. We act.\n\nPrint this page"
    division = segment(Statement(text, "a page", boilerplate=(Span(0, 11), Span(32, 47))))
    assert [p.of(text) for p in division.boilerplate] == ["Home | News", "Print this page"]
    assert [s.of(text) for s in division.sentences] == ["We speak.", "We act."]


def parts(division: Division) -> list[list[object]]:
    """For every sentence the parts that hold it."""
    held: list[list[object]] = []
    for sentence in division.sentences:
        inside: list[object] = [
            passage
            for passage in (*division.points, *division.passages)
            if sentence in passage.sentences
        ]
        for name, span in (("opening", division.opening), ("closing", division.closing)):
            if span is not None and span.start <= sentence.start < span.end:
                inside.append(name)
        held.append(inside)
    return held


PIECES = st.sampled_from(
    [
        "First, ",
        "Second, ",
        "Secondly, ",
        "Thirdly, ",
        "Finally, ",
        "Lastly, ",
        "we act. ",
        "\n\n",
        "1. ",
        "2. ",
        "(a) ",
        "(b) ",
        "• ",
        "I have two points. ",
        "on three issues: a, b and c. ",
        "On a, ",
        "My second point is ",
        "Mr. President, ",
        "“",
        "”",
        "In conclusion, ",
        "Thank you. ",
        "we need first, time; secondly, luck. ",
        "HEADING\n\n",
        "**Bold**\n\n",
        "he said. ",
        "\n",
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=60).map("".join))
KINDS = st.sampled_from(["statement", "press-report", "record", "other"])


@given(TEXTS, KINDS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_sentence_has_one_part(text: str, kind: Any) -> None:
    division = segment(Statement(text, "a text", kind=kind))
    for sentence, held in zip(division.sentences, parts(division), strict=True):
        points = [p for p in held if isinstance(p, Passage) and p.series is not None]
        shared = len(points) == len(held) and len(held) > 1
        assert len(held) == 1 or (shared and all(sentence in p.sentences for p in points))


@given(TEXTS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_points_are_ordered(text: str) -> None:
    division = divided(text)
    starts = [(p.series or 0, p.start) for p in division.points]
    assert starts == sorted(starts)
    for passage in (*division.points, *division.passages):
        assert text[passage.start : passage.end].strip()


@pytest.mark.parametrize(
    "piece",
    [
        "First, we act. ",
        "First, a. Second, b. Third, c. ",
        "a",
        "we act and ",
        "first, ",
        '"We. ',
        "I have three points: ",
        "Mr. President, ",
        "• We act\n",
        "1. We act. ",
        "He said that ",
        "Finally, we act. ",
        "We act\n\n",
        "two ",
        ". ",
        "“We act. ",
    ],
)
def test_long_texts_take_linear_time(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    start = time.process_time()
    segment(Statement(text, "a text"))
    segment(Statement(text, "a text", kind="press-report"))
    assert time.process_time() - start < 12
