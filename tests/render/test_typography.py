from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.render.text import COLUMNS, width, wrap
from summarize.render.typography import NO_BREAK, bind, typeset


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ('He said "no".', "He said “no”."),
        ("the Secretary-General's report", "the Secretary-General’s report"),
        ("('so')", "(‘so’)"),
        ("aid - and water", "aid – and water"),
        ("2019-2024", "2019–2024"),
        ("COVID-19 and S/2021-3", "COVID-19 and S/2021-3"),
        ("S/RES/2518 (2020)", "S/RES/2518~(2020)"),
        ("24 May 2021", "24~May 2021"),
        ("5 per cent of $2 million", "5~per~cent of $2~million"),
        ("resolution 2518, paras. 3-4", "resolution~2518, paras.~3-4"),
        ("¶ 3, s. 1", "¶~3,~s.~1"),
    ],
)
def test_typesetting(text, set_as):
    assert typeset(text).replace(NO_BREAK, "~") == set_as


@given(st.text())
def test_typesetting_keeps_the_length(text):
    assert len(typeset(text)) == len(text)


@given(st.text())
def test_binding_changes_spaces_only(text):
    assert bind(text).replace(NO_BREAK, " ") == text.replace(NO_BREAK, " ")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp"))))
def test_wrapping_keeps_every_word(text):
    made = wrap(text, "  1. ")
    kept = "".join(made[5:].split()) if len(made) > 5 else ""
    assert kept == "".join(text.split())


def test_wrapping_wide_characters():
    lines = wrap("灯塔，守塔人。" * 30).splitlines()
    assert all(width(line) <= COLUMNS for line in lines)
    assert not [line for line in lines if line[0] in "，。"]
