"""Headings in capitals, in bold or with "#": the points of a speaker who titles and counts not."""

from __future__ import annotations

import re

from summarize.segment.chains import Chain
from summarize.segment.ends import is_vocative
from summarize.segment.ground import Ground
from summarize.segment.markers import Marker

_LONGEST = 100
_BOLD = re.compile(r"(?:\*\*|__)[^*_]+(?:\*\*|__):?\Z")
_HASH = re.compile(r"#{1,6}\s+\S")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_MARKUP = "*_# :"


def is_heading(ground: Ground, index: int) -> bool:
    """Whether the sentence is a short line of its own in capitals, in bold or with "#".

    An address, an emphasized sentence and a running header with numbers are none.
    """
    sentences, words = ground.sentences, ground.words[index]
    alone = sentences[index].number == 1 and (
        index + 1 == len(sentences) or sentences[index + 1].number == 1
    )
    title = words.strip(_MARKUP)
    if not alone or len(words) > _LONGEST or not title or title[-1] in ".,;!?":
        return False
    letters = sum(len(word) for word in _WORDS.findall(title))
    if letters < 0.6 * len(title.replace(" ", "")) or is_vocative(ground, index):
        return False
    return bool(_BOLD.match(words) or _HASH.match(words) or title.isupper())


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
    titles = [ground.words[index] for index in found]
    if len(found) < 2 or len(set(titles)) < len(titles):
        return None
    markers = (
        Marker(index, 0, ground.words[index].strip(_MARKUP), number, "heading")
        for number, index in enumerate(found, start=1)
    )
    return Chain(tuple(markers))
