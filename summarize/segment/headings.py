"""Headings in capitals, in bold or with "#": the points of a speaker who titles instead of counting."""

from __future__ import annotations

import re

from summarize.segment.chains import Chain
from summarize.segment.ground import Ground
from summarize.segment.markers import Marker

_LONGEST = 100
_BOLD = re.compile(r"(?:\*\*|__)[^*_]+(?:\*\*|__):?\Z")
_HASH = re.compile(r"#{1,6}\s+\S")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_MARKUP = "*_# :"


def is_heading(ground: Ground, index: int) -> bool:
    """Whether the sentence is a short line of its own in capitals, in bold or with "#"."""
    sentences, words = ground.sentences, ground.words[index]
    alone = sentences[index].number == 1 and (
        index + 1 == len(sentences) or sentences[index + 1].number == 1
    )
    if not alone or len(words) > _LONGEST:
        return False
    if _BOLD.match(words) or _HASH.match(words):
        return True
    return words.isupper() and bool(_WORDS.search(words)) and words[-1] not in ".,;!?"


def heading_chain(ground: Ground) -> Chain | None:
    """The headings that part a statement into sections, or None where fewer than two do.

    Headings right after one another are a title's lines; only the last of them opens a section,
    and before anything is said none does.
    """
    flags = [is_heading(ground, index) for index in range(len(ground.words))]
    body = next((i for i, flag in enumerate(flags) if not flag), len(flags))
    found = [
        index for index in range(body + 1, len(flags) - 1) if flags[index] and not flags[index + 1]
    ]
    if len(found) < 2:
        return None
    markers = (
        Marker(index, 0, ground.words[index].strip(_MARKUP), number, "heading")
        for number, index in enumerate(found, start=1)
    )
    return Chain(tuple(markers))
