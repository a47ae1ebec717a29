"""Words that scanning or typing has broken."""

from __future__ import annotations

import re

_NOISE = re.compile(r"[a-z]{2}\.[A-Z]|^[\[\]]|[a-z]ís$|\d\d/\d\d/\d{4}$|^[a-z][€$£]|^[b-hj-nq-z]$")
_JOINED = re.compile(
    r"^(?:of[a-eg-su-z]|the[bcdfgkpvwj]|and[bcfghlmpstvw]|that(?!ch)[a-z]|our(?!s)[a-z])[a-z-]{2,}$|"
    r"^(?:ina|ofa|ofus|ofit|ofan|wellas|we(?:cannot|can|are|have|must|will|should))$|"
    r"^(?!(?:there|here|where|behoo)(?:of|f)$)[a-z]*[a-z]{2}[^o\W]of$|"
    r"(?:tion|ment|ity|ence|ance|ness)s?(?:in|and|to|for|on|by|with|of|the|that)$|"
    r"[a-z](?:ties|ers)(?:in|and|to|for|of|the|that)$|"
    r"^[a-z]*(?:in|of|to|on|by|and|for|with|that|between|from)the$|"
    r"^[a-z]{3,}ing(?:the|and|of|to|calm|peace|our|all)$"
)
_WORDS = frozenset({"mentor", "mention", "absinthe", "bythe"})


def is_noise(word: str) -> bool:
    """Whether a word is broken: two sentences run together, a bracket without its other half, an
    apostrophe misread, the date at a page's foot, run into a word or not, a letter before a sum or by itself,
    a small word run into its neighbour ("exchangeof", "ofpart").
    """
    joined = _JOINED.search(word) is not None and word not in _WORDS
    return joined or _NOISE.search(word) is not None
