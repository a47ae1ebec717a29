"""Names: people, places, organisations, titles and acronyms as the source has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from summarize.facts.names import Name, country, names
from summarize.lexicon import load, word_set
from summarize.records import Finding
from summarize.verify.view import View, finding
from summarize.words import Word, fold, words

# A source that speaks of a presidency, or to the one who presides.
_PRESIDES = re.compile(r"presiden|\b(?:you|your)\b")


def check(view: View) -> Iterator[Finding]:
    """A blocking ``name`` for each name with a word that neither the source has, nor the
    delegation, nor an acronym that the statement itself expands.
    """
    for name in view.names:
        if known(view, name):
            continue
        text = view.text[name.start : name.end]
        yield finding("name", f"The name “{text}” is not in the source.", (name.start, name.end))
    yield from _titles(view)
    yield from _bodies(view)


def _bodies(view: View) -> Iterator[Finding]:
    """A body or an instrument with a word that stands in no name of the source ("International Court of
    Justice" where it has the International Criminal Court, and justice).
    """
    bodies = word_set("names", "bodies") | word_set("names", "documents")
    for name in view.names:
        parts = [w for w in name.words if w.content and w.upper]
        if len(parts) < _WHOLE or not any(w.low in bodies for w in parts):
            continue
        capitals = _capitals(view.source.text) | _capitals(view.source.context or "") | view.side
        pairs = {(a.stem, b.stem) for a, b in pairwise(view.source_words)}
        beside = {
            w.start for a, b in pairwise(name.words) if (a.stem, b.stem) in pairs for w in (a, b)
        }
        strange = [
            w
            for w in parts
            if w.stem not in capitals and w.start not in beside and not w.text.isupper()
        ]
        bare = re.sub(r"['’]s?$", "", view.text[name.start : name.end])
        if f" {_flat(bare)} " in f" {_flat(view.source.text)} ":
            continue  # the source has it in small letters
        if strange and len(strange) < len(parts) and known(view, name):
            message = f"“{strange[0].text}” stands in no name of the source."
            yield finding("name", message, (name.start, name.end))


_WHOLE = 3
"""Words of a name that is looked at word by word."""


@lru_cache(maxsize=64)
def _capitals(text: str) -> frozenset[str]:
    """The stems of the words with a capital."""
    return frozenset(w.stem for w in words(text) if w.upper)


def _titles(view: View) -> Iterator[Finding]:
    """A person's title that the source does not have."""
    given = (view.source.text, view.source.speaker, view.source.attribution)
    joined = " ".join(" ".join(g for g in given if g).split())
    known_here = _compound(fold(re.sub(r"-\s+", "-", joined)))
    for match in _titled().finditer(view.text, 1):
        title = _compound(fold(match.group()))
        if _whole(title).search(known_here) or view.quoted(*match.span()):
            continue
        if not (title == "president" and _PRESIDES.search(known_here)):
            yield finding(
                "name", f"The title “{match.group()}” is not in the source.", match.span()
            )


def _compound(low: str) -> str:
    """Folded ``low`` with "vice-chair" and "deputy-minister" as two words, but for the titles of one."""
    return re.sub(r"\b(vice|deputy|under|assistant)-(?=[a-z])", r"\1 ", low)


@lru_cache(maxsize=256)
def _whole(title: str) -> re.Pattern[str]:
    """The title as it stands alone: no "Under-Secretary-General" for a Secretary-General."""
    before = r"(?<![\w-])(?<!deputy )(?<!vice )(?<!assistant )(?<!under )"
    form = re.escape(title).replace("secretary", "secretar(?:y|ies)")
    return re.compile(rf"{before}{form}s?(?![\w-])")


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    """The titles of persons, capitalised, the longest first."""
    titles = sorted(load("names")["titles"], key=len, reverse=True)
    forms = (re.sub(r"(?<![a-z])[a-z]", lambda m: m.group().upper(), t) for t in titles)
    below = "(?:(?:Deputy|Vice|Assistant) )?"
    return re.compile(rf"(?<![\w-]){below}(?:{'|'.join(map(re.escape, forms))})(?![\w-])")


def known(view: View, name: Name) -> bool:
    """Whether the source, or what it takes for granted, has every word of ``name``."""
    if name.words[0].low == "united" and _is_unnamed(view, name):
        return False  # its words stand in "the United Nations and its Member States" too
    return all(_known(view, name, w) for w in name.words) or _expanded(view, name)


def _is_unnamed(view: View, name: Name) -> bool:
    """Whether ``name`` is a country that the source does not name."""
    text = re.sub(r"['’]s?$", "", view.text[name.start : name.end])
    whole = country(text)
    named = whole in view.countries or fold(text) in fold(" ".join(view.source.text.split()))
    return bool(whole) and not named


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
    wanted = "".join(letters)
    return any(wanted in initials for initials in _name_initials(view.source.text))


@lru_cache(maxsize=64)
def _name_initials(text: str) -> tuple[str, ...]:
    """The first letters of the capitalised words of each name."""
    return tuple("".join(w.text[0] for w in n.words if w.upper and w.content) for n in names(text))


def _nickname(view: View, word: Word) -> bool:
    """Whether the source has the word in another form: an adjective, a hyphenated whole."""
    low = word.low
    if len(low) >= 5 and not word.text.isupper():
        capitalised = (s.low for s in view.source_words if s.upper)
        if any(_kin(low, other) and _same_country(low, other) for other in capitalised):
            return True
    return any(t in view.stems for t in load("names")["twins"].get(low, ()))


def _same_country(one: str, other: str) -> bool:
    """Whether two names are not of two countries ("Niger", "Nigeria")."""
    first, second = country(one), country(other)
    return first is None or second is None or first == second


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
