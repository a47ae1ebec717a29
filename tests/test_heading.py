"""Headings by rule."""

from __future__ import annotations

from summarize.heading import heading_of, told_apart

DREDGERS = ("The safety of dredgers is at risk.", "We ask for the dredging of the old channel.")
PILOTS = ("The safety of dredgers depends on pilots.", "The joint pilot service needs new boats.")


def test_words_that_are_to_stand_apart_do_not_come() -> None:
    assert "safety" in heading_of(PILOTS).lower()
    told = heading_of(PILOTS, ("safety", "dredgers")).lower()
    assert told
    assert "safety" not in told
    assert "dredgers" not in told


def test_a_repeated_heading_gives_way_to_what_else_is_spoken_of() -> None:
    first, second = told_apart(["Safety of dredgers", "safety of dredgers"], [DREDGERS, PILOTS])
    assert first == "Safety of dredgers"
    assert second == heading_of(PILOTS, ("safety", "of", "dredgers"))


def test_where_nothing_else_is_spoken_of_it_stays() -> None:
    only = ("Safety of dredgers.",)
    assert told_apart(["Safety of dredgers"] * 2, [only, only]) == ["Safety of dredgers"] * 2
    assert told_apart(["", ""], [only, only]) == ["", ""]
