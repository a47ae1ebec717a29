from collections.abc import Callable

import pytest

from summarize.edit.announcement import announces
from summarize.edit.token import Tokens

Tok = Callable[[str], Tokens]


@pytest.mark.parametrize(
    ("sentence", "announced"),
    [
        ("I/p will/m now/r turn/b to/to the/d wells/n", True),
        ("My/s second/a point/n concerns/v the/d wells/n", True),
        ("I/p shall/m put/b the/d draft/n to/to the/d vote/n", True),
        ("We/p will/m turn/b to/to the/d wells/n", False),
        ("I/p see/v what/w we/p should/m address/b now/r and/c I/p will/m speak/b", False),
    ],
)
def test_what_only_says_what_comes_next(tok: Tok, sentence: str, announced: bool) -> None:
    assert announces(tok(sentence)) == announced
