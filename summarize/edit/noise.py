"""Words that scanning or typing has broken."""

from __future__ import annotations

import re

_NOISE = re.compile(r"[a-z]{2}\.[A-Z]|^[\[\]]|[a-z]ís$|\d\d/\d\d/\d{4}$|^[a-z][€$£]|^[b-hj-nq-z]$")


def is_noise(word: str) -> bool:
    """Whether a word is broken: two sentences run together, a bracket without its other half, an
    apostrophe misread, the date at a page's foot, run into a word or not, a letter before a sum or by itself.
    """
    return _NOISE.search(word) is not None
