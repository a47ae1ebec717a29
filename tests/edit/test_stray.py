import pytest

from summarize.edit.stray import is_stray, strays
from summarize.edit.words import words


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("He said that 19 we must act", "He said that we must act"),
        ("support for an 24 increase", "support for an increase"),
        ("an 8 per cent rise, an 18 month plan", "an 8 per cent rise, an 18 month plan"),
        ("a few, 16-29415 3/30 who build", "a few, who build"),
        ("more than 09-52425 30 98 per cent", "more than 98 per cent"),
        ("said that 19 States must act", "said that 19 States must act"),
        ("the review 11 09-52425 of the pact", "the review of the pact"),
        ("sanctions are being 2 maintained", "sanctions are being maintained"),
        ("in 19 of 30 cases", "in 19 of 30 cases"),
        ("we can 27 speed it up", "we can speed it up"),
        ("in this 31 regard we", "in this regard we"),
        ("this 40 per cent, these 12 people", "this 40 per cent, these 12 people"),
        ("it has 15 suggested a pact", "it has suggested a pact"),
        ("it has 15 members", "it has 15 members"),
        ("4 And finally, we agree", "And finally, we agree"),
        ("4 States agree on it", "4 States agree on it"),
        ("the maintenance of 22 international peace", "the maintenance of international peace"),
        ("a pact and a 25 peaceful end of it", "a pact and a peaceful end of it"),
        ("a 25 year plan, a 5 member panel", "a 25 year plan, a 5 member panel"),
        ("said that Page 7 of 8 Elbonia agreed", "said that Elbonia agreed"),
        ("of 12 national and regional plans", "of 12 national and regional plans"),
        ("we take 6 a bold step", "we take a bold step"),
        ("so, Forty-first session - 7 May l986 11 Elbonia agreed", "so, Elbonia agreed"),
    ],
)
def test_numbers_of_pages_are_told_from_figures(sentence: str, left: str) -> None:
    found = words(sentence)
    kept = [w for i, w in enumerate(found) if not is_stray(found, i)]
    assert " ".join(w.text for w in kept).replace(" ,", ",") == left


def test_strays_are_found_at_their_places() -> None:
    sentence = "We can 27 speed up the 12 plans of the Democratic 24 Republic."
    assert [sentence[span.start : span.end] for span in strays(sentence)] == ["27", "24"]
