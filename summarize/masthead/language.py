"""The language of a text."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Of every hundred words of English some thirty are among these; in no other language are fifteen,
# nor so many different ones ("in" and "is" are Dutch as well, "as" and "on" Romance).
# fmt: off
_ENGLISH = frozenset({
    "the", "of", "and", "to", "in", "that", "is", "for", "on", "with", "as", "by", "be", "this",
    "are", "which", "from", "our", "we", "have", "has", "not", "you", "their", "its", "they",
    "would", "should", "were", "been", "must",
})
# fmt: on
_ENGLISH_SHARE = 0.15
_ENGLISH_KINDS = 5
_SAMPLE = 5000
_FEWEST_WORDS = 3
_CERTAIN = 0.9


@cache
def _identifier() -> Any:
    from py3langid.langid import (  # type: ignore[import-untyped]
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``, or None where it is not certain.

    Plain English is told by its commonest words, since py3langid takes seconds to load its
    model; all else is asked of py3langid (Lui and Baldwin 2012), which must be certain.
    """
    sample = text[:_SAMPLE]
    tokens = re.findall(r"[^\W\d_]+", sample.lower())
    if len(tokens) < _FEWEST_WORDS:
        return None
    english = [token for token in tokens if token in _ENGLISH]
    enough = len(english) >= _ENGLISH_SHARE * len(tokens) and "the" in english
    if enough and len(set(english)) >= _ENGLISH_KINDS:
        return "en"
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _CERTAIN else None
