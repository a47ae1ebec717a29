"""The language of a text."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# About every fourth word of an English text is one of these; in no other language comes near.
_ENGLISH = frozenset(
    "the of and to in that is for on with as by be this are which from our we have has not".split()
)
_ENGLISH_SHARE = 0.25
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
    share = sum(token in _ENGLISH for token in tokens) / len(tokens)
    if len(tokens) >= 20 and share >= _ENGLISH_SHARE:
        return "en"
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _CERTAIN else None
