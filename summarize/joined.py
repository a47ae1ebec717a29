"""Two words that scanning or typing has run into one ("exchangeof", "theway").

Only small words run into a neighbour are told, where hardly an English word has those letters: 88 of 89
found in the statements of the references and 408 of the corpus were such.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FIRST = re.compile(
    r"^(?:(of)([a-eg-su-z][a-z-]{2,}|a|an|it|us)|(the)((?!ft)[bcdfgkpvwj][a-z-]{2,})|"
    r"(and)([bcfghlmpstvw][a-z-]{2,})|(that)((?!ch)[a-z][a-z-]{2,})|(our)((?!s)[a-z][a-z-]{2,})|"
    r"(in)(a)|(well)(as)|(we)(cannot|can|are|have|must|will|should))$"
)
_SECOND = re.compile(
    r"^(?:([a-z]{2,}[^o\W])(of)|([a-z]+(?:tion|ment|ity|ence|ance|ness)s?)(in|and|to|for|on|by|with|of|the|that)|"
    r"([a-z]+(?:ties|ers))(in|and|to|for|of|the|that)|"
    r"((?:with|that|between|from|in|of|to|on|by|and|for))(the)|"
    r"([a-z]{3,}ing)(the|and|of|to|our|all))$"
)
_WHOLE = frozenset(
    {
        "thereof",
        "hereof",
        "whereof",
        "mentor",
        "mention",
        "absinthe",
        "andante",
        "welcome",
        "theft",
        "thefts",
    }
)
_LONGEST = 40


@lru_cache(maxsize=65_536)
def split(word: str) -> tuple[str, str] | None:
    """The two words that ``word`` is, or None where it is one."""
    if len(word) > _LONGEST or not word.islower() or word in _WHOLE:
        return None
    found = _FIRST.match(word) or _SECOND.match(word)
    if found is None:
        return None
    first, second = (group for group in found.groups() if group is not None)
    return first, second
