import pytest

from summarize.edit.inflect import base_of, gerund, is_past_of, participle, past


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("is", "was"), ("are", "were"), ("has", "had"), ("will", "would"), ("can", "could"),
        ("calls", "called"), ("carries", "carried"), ("commits", "committed"), ("makes", "made"),
        ("focuses", "focused"), ("undertakes", "undertook"), ("panic", "panicked"),
        ("obeys", "obeyed"), ("lies", "lay"), ("seeks", "sought"), ("goes", "went"),
    ],
)  # fmt: skip
def test_past(verb: str, expected: str) -> None:
    assert past(verb) == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("step", "stepping"), ("make", "making"), ("lie", "lying"), ("see", "seeing"),
     ("be", "being"), ("agree", "agreeing"), ("submit", "submitting"), ("visit", "visiting")],
)  # fmt: skip
def test_gerund(verb: str, expected: str) -> None:
    assert gerund(verb) == expected


def test_participle_of_regular_and_irregular_verbs() -> None:
    assert [participle(v) for v in ("give", "be", "adopt", "shrink")] == [
        "given", "been", "adopted", "shrunk"
    ]  # fmt: skip


def test_base_leaves_other_forms_alone() -> None:
    assert [base_of(v) for v in ("reaches", "stresses", "process", "has", "tries")] == [
        "reach", "stress", "process", "have", "try"
    ]  # fmt: skip


def test_a_form_is_not_its_own_past() -> None:
    assert is_past_of("was", "is")
    assert not is_past_of("set", "set")


def test_what_is_in_ing_already_stays() -> None:
    assert [gerund(word) for word in ("safeguarding", "string", "bring", "fit")] == [
        "safeguarding", "stringing", "bringing", "fitting",
    ]  # fmt: skip
