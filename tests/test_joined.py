import pytest

from summarize.edit.words import text
from summarize.edit.words import words as edited
from summarize.joined import split
from summarize.words import words


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("exchangeof", ("exchange", "of")),
        ("theway", ("the", "way")),
        ("thatcapacity-building", ("that", "capacity-building")),
        ("ina", ("in", "a")),
        ("ofus", ("of", "us")),
        ("arrangementsand", ("arrangements", "and")),
        ("betweenthe", ("between", "the")),
    ],
)
def test_two_words_run_into_one_are_told_apart(word: str, parts: tuple[str, str]) -> None:
    assert split(word) == parts


@pytest.mark.parametrize(
    "word",
    [
        "thereof",
        "proof",
        "aloof",
        "offset",
        "often",
        "therein",
        "themes",
        "thatch",
        "ourselves",
        "andante",
        "hitherto",
        "protein",
        "garrison",
        "Chairperson",
        "mention",
        "breathe",
        "swathe",
        "understand",
        "manifesto",
        "therefore",
        "wellspring",
        "weave",
        "inane",
    ],
)
def test_a_word_stays_one(word: str) -> None:
    assert split(word) is None


def test_places_stay_where_words_are_split() -> None:
    source = "Take theway home."
    assert [(w.text, source[w.start : w.end]) for w in words(source)][1:3] == [
        ("the", "the"),
        ("way", "way"),
    ]
    assert text(edited(source)) == "Take the way home."
