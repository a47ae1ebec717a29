from collections.abc import Callable

import pytest

from summarize.edit.junction import whole
from summarize.edit.token import Tokens

Tok = Callable[[str], Tokens]


def cut(tokens: Tokens, *places: int) -> Tokens:
    return tuple(t for i, t in enumerate(tokens) if i not in places)


def test_what_stood_together_in_the_source_may_stand(tok: Tok) -> None:
    assert whole(tok("the/d aid/n came/V from/i within/i the/d region/n"))


@pytest.mark.parametrize(
    ("clause", "gone"),
    [
        ("aid/n came/V from/i abroad/n", (3,)),
        ("aid/n helps/v the/d poor/a States/n", (3, 4)),
        ("aid/n wants/v to/to help/b States/n", (3, 4)),
        ("talks/n between/i France/N and/c Mali/N went/V on/r", (3, 4)),
        ("the/d plan/n ( a/d draft/n ) holds/v", (5,)),
        ("not/r only/r aid/n but/c also/r trade/n counts/v", (3, 4, 5)),
        ("the/d peace/n in/i the/d region/n holds/v", (2,)),
    ],
)
def test_fragments_are_found(tok: Tok, clause: str, gone: tuple[int, ...]) -> None:
    tokens = tok(clause)
    assert whole(tokens)
    assert not whole(cut(tokens, *gone))


def test_a_joint_needs_more_than_an_aside(tok: Tok) -> None:
    left = tok("war/n may/m bring/b loss/n or/c ,/ even/r worse/r")
    assert not whole(left, end=99)
    assert whole(left, end=left[-1].at)
