"""Figures, dates, symbols and names with their spans and normal forms."""

from __future__ import annotations

import pytest

from summarize.facts import facts


def found(text: str, kind: str) -> list[tuple[str, str]]:
    return [(f.text, f.value) for f in facts(text) if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We lost more than 4,000 boats.", ("more than 4,000", "> 4000")),
        ("It cost $300 million.", ("$300 million", "300000000 $")),
        ("Some 25 per cent agreed.", ("Some 25 per cent", "~ 25 %")),
        ("We used two thirds of it.", ("two thirds", "2/3 share")),
        ("We saw a dozen.", ("a dozen", "12")),
        ("It fell by 5 percentage points.", ("5 percentage points", "5 points")),
        ("We built one hundred and two thousand.", ("one hundred and two thousand", "102000")),
        (
            "We saw one hundred and fifty thousand gulls.",
            ("one hundred and fifty thousand", "150000"),
        ),
    ],
)
def test_figures(text: str, value: tuple[str, str]) -> None:
    assert found(text, "figure") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It ended on 4 June 1987.", ("4 June 1987", "1987-06-04")),
        ("It ended on May 12, 1995.", ("May 12, 1995", "1995-05-12")),
        ("It began in the 1990s.", ("1990s", "199X")),
        ("It ends next month.", ("next month", "future month")),
        ("The year that has passed was hard.", ("year that has passed", "past year")),
        ("It will be built in the years to come.", ("years to come", "future year")),
    ],
)
def test_dates(text: str, value: tuple[str, str]) -> None:
    assert found(text, "date") == [value]


def test_may_is_a_month_only_inside_a_sentence() -> None:
    assert found("May I thank you.", "date") == []
    assert found("They met in May.", "date") == [("May", "--05")]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Security Council resolution 2518 (2020) was adopted.", "S/RES/2518 (2020)"),
        ("General Assembly resolution 69/323 was adopted.", "A/RES/69/323"),
        ("See document S/2020/123 of the Council.", "S/2020/123"),
        ("The resolution 69/323 was adopted.", None),
        ("Human Rights Council resolution 16/18 was adopted.", None),
        ("Resolution 2518 was adopted by the Security Council.", None),
        ("Under Article 51 of the Charter we act.", None),
    ],
)
def test_a_symbol_is_given_only_where_it_is_certain(text: str, symbol: str | None) -> None:
    assert [f.symbol for f in facts(text) if f.kind == "symbol"] == [symbol]


def test_each_number_of_a_list_is_a_symbol() -> None:
    text = "Security Council resolutions 242 (1967) and 338 (1973) stand."
    symbols = [f.symbol for f in facts(text) if f.kind == "symbol"]
    assert symbols == ["S/RES/242 (1967)", "S/RES/338 (1973)"]


def test_names_and_documents() -> None:
    text = "We met the Group of Friends under the Charter of the United Nations."
    assert [f.text for f in facts(text) if f.kind == "name"] == ["Group of Friends"]
    assert [f.text for f in facts(text) if f.kind == "document"] == [
        "Charter of the United Nations"
    ]


def test_spans_slice_to_the_text() -> None:
    text = "Over 4,000 men left Port Calder on 3 May 2021 under resolution 2518 (2020)."
    assert all(text[f.start : f.end] == f.text for f in facts(text))
