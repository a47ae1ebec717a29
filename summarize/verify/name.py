"""Names: people, places, organisations, titles and acronyms as the source has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarize.facts.names import Name, country
from summarize.lexicon import load, word_set
from summarize.records import Finding
from summarize.verify.view import View, finding
from summarize.words import Word, fold, words


def check(view: View) -> Iterator[Finding]:
    """A blocking ``name`` for each name with a word that neither the source has, nor the
    delegation, nor an acronym that the statement itself expands.
    """
    for name in view.names:
        if known(view, name):
            continue
        text = view.text[name.start : name.end]
        yield finding("name", f"The name “{text}” is not in the source.", (name.start, name.end))


def known(view: View, name: Name) -> bool:
    """Whether the source, or what it takes for granted, has every word of ``name``."""
    return all(_known(view, name, w) for w in name.words) or _expanded(view, name)


def _known(view: View, name: Name, word: Word) -> bool:
    if not word.content or not word.upper or word.stem in view.stems | view.side:
        return True
    if word.low in word_set("names", "never") or word.low[:1].isdigit():
        return True
    whole = country(view.text[name.start : name.end]) or country(word.low)
    if whole and whole in view.countries:
        return True
    return _nickname(view, word) or _initials(view, word)


def _initials(view: View, word: Word) -> bool:
    """Whether an acronym is made of the first letters of capitalised words in the source."""
    letters = [c for c in word.text if c.isupper()]
    if len(letters) < 2 or len(letters) < len(word.text.rstrip("s")) - 1:
        return False
    capitals = "".join(w.text[0] for w in view.source_words if w.upper and w.content)
    return "".join(letters) in capitals


def _nickname(view: View, word: Word) -> bool:
    """Whether the source has the word in another form: an adjective, a hyphenated whole."""
    low = word.low
    if len(low) >= 5 and any(_kin(low, s.low) for s in view.source_words if s.upper):
        return True
    return any(t in view.stems for t in load("names")["twins"].get(low, ()))


def _kin(one: str, other: str) -> bool:
    """Whether two words share all but a short ending ("Europe", "European")."""
    shorter, longer = sorted((one, other), key=len)
    stem = shorter[: max(4, len(shorter) - 2)]
    return len(shorter) >= 4 and longer.startswith(stem) and len(longer) - len(shorter) <= 3


def _expanded(view: View, name: Name) -> bool:
    """Whether the name is an acronym of the source's words, or the words of its acronym."""
    text = view.text[name.start : name.end]
    table = acronyms(view.source.context or view.source.text) | acronyms(view.source.text)
    common: dict[str, str] = load("names")["acronyms"]
    source = f" {_flat(view.source.text)} "
    for short, long in [*table.items(), *common.items()]:
        if _flat(short).rstrip("s") == _flat(text).rstrip("s") and f" {_flat(long)}" in source:
            return True
        if _flat(long) == _flat(text) and f" {_flat(short)} " in source:
            return True
    return False


def _flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text))).removeprefix("the ")


@lru_cache(maxsize=64)
def acronyms(text: str) -> dict[str, str]:
    """The acronyms that ``text`` itself expands: "improvised explosive devices (IEDs)"."""
    found = {}
    for match in re.finditer(r"\(([A-Z][A-Za-z]*[A-Z]s?)\)", text):
        letters = [c.lower() for c in match[1] if c.isupper()]
        before = words(text[max(0, match.start() - 120) : match.start()])
        content = [w for w in before if w.text[-1].isalnum()]
        for first in range(len(content) - 1, -1, -1):
            initials = [w.low[0] for w in content[first:] if w.content]
            if initials == letters:
                base = max(0, match.start() - 120)
                found[match[1]] = text[base + content[first].start : match.start()].strip()
                break
    return found
