"""Names with and without an article: "the Kyrgyzstan" and "with Organization" tell that a name has
taken the place of another one, which the source has there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.facts.names import Name, country
from summarize.lexicon import load
from summarize.records import Finding
from summarize.verify.view import View, finding
from summarize.words import Word

_ARTICLES = {"the", "a", "an"}
_DETERMINERS = _ARTICLES | {
    "this", "that", "these", "those", "its", "their", "our", "his", "her", "my", "your", "each",
    "every", "all", "both", "any", "some", "no", "other", "another", "many", "such", "which", "whose", "most",
}  # fmt: skip


_EITHER = {
    "sudan", "gambia", "congo", "niger", "lebanon", "ukraine", "caribbean", "sahel", "maghreb", "balkan",
}  # fmt: skip
"""Names that stand with an article and without one."""

_POSSESSIVE = ("'s", "’s", "s'", "s’")
_BODIES = {
    "Organization", "Council", "Assembly", "Mission", "Court", "Committee", "Secretariat", "Republic",
    "Union", "Commission", "State", "Government", "Tribunal", "Force",
}  # fmt: skip
"""Nouns that stand for a name with an article alone."""


def check(view: View) -> Iterator[Finding]:
    """A blocking ``name`` for a land with "the" that has it nowhere in the source, and for a body named
    by its noun alone, without the article that it has everywhere in the source.

    Of 7,349 reference condensations it stops one.
    """
    for name in view.names:
        if len(name.words) > 1:
            continue
        index = view.index_at(name.start)
        stem = name.words[0].stem
        places = [p for p in view.aligned.source.places.get(stem, ()) if view.source_words[p].upper]
        bare = [_is_bare(view.source_words, p) for p in places]
        if not places or not index:
            continue
        if not _is_alone(view.words, index):
            continue
        if view.words[index - 1].low in _ARTICLES:
            strange = view.words[index - 1].low == "the" and all(bare) and _is_land(name.words[0])
        else:
            strange = (
                name.words[0].text in _BODIES
                and not any(bare)
                and _is_bare(view.words, index)
                and view.words[index - 1].low not in ("and", "or")
            )
        if strange:
            yield _found(view, name)


def _is_land(word: Word) -> bool:
    """Whether the word names one country or part of the world."""
    land = country(word.low) is not None or word.low in load("names")["regions"]
    return land and not word.low.endswith("s") and word.low not in _EITHER


def _found(view: View, name: Name) -> Finding:
    text = view.text[name.start : name.end]
    message = f"In the source “{text}” does not stand so: another name belongs here."
    return finding("name", message, (name.start, name.end))


def _is_bare(words: Sequence[Word], place: int) -> bool:
    """Whether nothing before the word determines it: no article, possessive, adjective or name."""
    before = words[place - 1] if place else None
    if before is None or before.mark:
        return before is None or before.text != ")"
    return not (before.content or before.low in _DETERMINERS or before.text.endswith(_POSSESSIVE))


def _is_alone(words: Sequence[Word], place: int) -> bool:
    """Whether the word ends its phrase: it is no adjective or first noun before another."""
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or words[place].text.endswith(_POSSESSIVE):
        return True
    return after.text in ".;:" or not (after.content or after.low in ("and", "or", ","))
