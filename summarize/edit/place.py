"""Which country a passage speaks of, beside the speaker's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from summarize.edit.words import Word, words
from summarize.facts.names import countries

Mention = tuple[int, int, str]
"""First word, the one behind the last, and the country's code."""


@lru_cache(maxsize=1)
def _forms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The words of each country's names and adjectives by their first, the longest form first."""
    forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, code in countries().items():
        letters = tuple(form.split())
        forms.setdefault(letters[0], []).append((letters, code))
    return {head: sorted(found, key=lambda f: -len(f[0])) for head, found in forms.items()}


def mentions(sentence: Sequence[Word]) -> Iterator[Mention]:
    """Where a country is named in ``sentence``, by its name or as in "the Peruvian Government"."""
    i = 0
    while i < len(sentence):
        found = _at(sentence, i) if sentence[i].text[:1].isupper() else None
        if found:
            yield found
        i = found[1] if found else i + 1


def _at(sentence: Sequence[Word], i: int) -> Mention | None:
    for letters, code in _forms().get(sentence[i].lower, ()):
        end = i + len(letters)
        if tuple(w.lower for w in sentence[i:end]) == letters:
            return i, end, code
    return None


def spoken_of(passage: Iterable[Sequence[Word]], own: str) -> str | None:
    """The code of the country that ``passage`` names most, the first of two named as often; None
    where it names none. ``own``: the speaker's side, which does not count.
    """
    home = {code for _, _, code in mentions([Word(w) for w in own.split()])}
    counts = Counter(code for s in passage for _, _, code in mentions(s) if code not in home)
    return counts.most_common(1)[0][0] if counts else None


def names(text: str, code: str | None) -> bool:
    """Whether ``text`` names the country of ``code``; not so where that is None."""
    return code is not None and any(found == code for _, _, found in mentions(words(text)))
