import pytest

from summarize.edit.states import side_of


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("CHN", "China"),
        ("GBR", "the United Kingdom"),
        ("Mr. Soto (Niger) (spoke in French)", "the Niger"),
        ("Ms. Soto (United States of America)", "the United States"),
        ("Belgium", "Belgium"),
        ("Ms. Soto", "she"),
        ("Mr. Soto (spoke in French)", "he"),
    ],
)
def test_side_of_a_speaker_line(line: str, name: str) -> None:
    found = side_of(line)
    assert found is not None
    assert found.name == name
    assert found.person is (name in {"he", "she"})


@pytest.mark.parametrize("line", [None, "", "The President", "The Secretary-General", "XQZ"])
def test_nobody_is_guessed(line: str | None) -> None:
    assert side_of(line) is None
