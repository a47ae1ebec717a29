from __future__ import annotations

import pytest

from summarize.errors import UsageError
from summarize.prompts import KNOWN, load_prompt


def test_the_bundled_prompt_fills():
    prompt = load_prompt()
    filled = prompt.fill(**dict.fromkeys(KNOWN, "VALUE"))
    assert "$" not in filled
    assert "VALUE" in filled


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Condense this.", r"lacks \$passage"),
        ("Condense $passage for $reader.", r"asks for \$reader"),
        ("Condense $passage for $ 5.", "lone"),
    ],
)
def test_fields_are_checked(tmp_path, text, message):
    path = tmp_path / "prompt.txt"
    path.write_text(text)
    with pytest.raises(UsageError, match=message):
        load_prompt(path)


def test_a_prompt_that_cannot_be_read(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        load_prompt(tmp_path / "none.txt")
    (tmp_path / "latin.txt").write_bytes(b"\xe9 $passage")
    with pytest.raises(UsageError, match="cannot be read"):
        load_prompt(tmp_path / "latin.txt")


def test_a_dollar_sign_is_written_twice(tmp_path):
    path = tmp_path / "prompt.txt"
    path.write_text("$$5: $passage")
    assert load_prompt(path).fill(passage="x") == "$5: x"
