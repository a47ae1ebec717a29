"""Names of States: the CLDR's by Babel, and those of the United Nations beside them."""

from __future__ import annotations

import re
from functools import cache

from summarize.page.lexicon import load

_WORD = re.compile(r"[^\W\d_][\w.'’&-]*|\([^()]{1,40}\)")
_LONGEST = 9
_FORM = re.compile(
    r"(?:[A-Z]\w+\s+){0,2}?(?:Republic|Kingdom|State|Commonwealth|Union|Principality|Sultanate)\s+of\s+"
)
"""A form of State that no list joins with the name behind it ("the Republic of Afghanistan")."""
_ARTICLE = re.compile(r"(?:the|The|THE)\s+")
_TABLES = ("names", "former", "organisations")


def _key(name: str) -> str:
    name = name.replace("’", "'").replace("&", "and")
    return re.sub(r"\s+", " ", name).strip(" .,").casefold()


@cache
def _cldr(language: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code not in {"EU", "UN", "EZ", "XA", "XB", "ZZ", "QO"}
    }


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    data: dict[str, dict[str, list[str]]] = load("countries.toml")
    return data


@cache
def _by_name(language: str) -> dict[str, str]:
    codes = {_key(name): code for code, name in _cldr("en").items()}
    if language != "en":
        codes.update({_key(name): code for code, name in _cldr(language).items()})
    for table in _TABLES:
        for code, names in _data()[table].items():
            codes.update({_key(name): code for name in names})
    return codes


@cache
def _by_adjective() -> dict[str, str]:
    return {_key(word): code for code, found in _data()["adjectives"].items() for word in found}


def display_name(code: str, language: str = "en") -> str:
    """The name a note shows for ``code``: the UN's in English, else the CLDR's."""
    if language != "en" and code in _cldr(language):
        return _cldr(language)[code]
    for table in _TABLES:
        if code in _data()[table]:
            return _data()[table][code][0]
    return _cldr("en")[code]


def shown_as(written: str, code: str, language: str = "en") -> str:
    """The name a note shows for a State that the text calls ``written``.

    A name that the State has since given up stands as it was written: in 1985 it was its name.
    """
    for name in _data()["earlier"].get(code, []):
        if _key(name) == _key(written).removeprefix("the "):
            return name
    return display_name(code, language)


def is_state(code: str) -> bool:
    """Whether ``code`` is a State's, and not an organisation's."""
    return code not in _data()["organisations"]


def code_of(name: str, language: str = "en") -> str | None:
    """The code of the State called ``name`` in full, with or without an article, or None."""
    key = _key(name).removeprefix("the ")
    return _by_name(language).get(key)


def code_of_adjective(word: str) -> str | None:
    """The code of the State whose adjective is ``word`` ("Chinese"), or None."""
    return _by_adjective().get(_key(word))


def _unpointed(name: str) -> str:
    """``name`` without the full stop of the sentence that it ends; that of "U.S." is its own."""
    return name if "." in name[:-1] else name.removesuffix(".")


def state_at(text: str, start: int, language: str = "en") -> tuple[str, int, int] | None:
    """The State named at ``start``, an article skipped: code, start and end of the name."""
    article = _ARTICLE.match(text, start)
    begin = article.end() if article else start
    if named := _named_at(text, begin, language):
        return named
    form = _FORM.match(text, begin)
    named = _named_at(text, form.end(), language) if form else None
    return (named[0], begin, named[2]) if named else None


def _named_at(text: str, begin: int, language: str) -> tuple[str, int, int] | None:
    """The State whose name in a list begins at ``begin``, by the longest such name."""
    ends: list[int] = []
    at = begin
    while len(ends) < _LONGEST and (word := _WORD.match(text, at)):
        ends.append(word.end())
        gap = re.compile(r"\s+").match(text, word.end())
        if not gap:
            break
        at = gap.end()
    for end in reversed(ends):
        name = re.sub(r"['’]s$", "", text[begin:end].rstrip(".,"))
        for written in (text[begin:end], name):
            code = _by_name(language).get(_key(written))
            if code and text[begin].isupper():
                return code, begin, begin + len(_unpointed(written.rstrip(" ,")))
    return None


def state_before(text: str, end: int, language: str = "en") -> tuple[str, int, int] | None:
    """The State whose name ends just before ``end``, spaces apart: code, start and end."""
    stop = len(text[:end].rstrip())
    window = text[max(0, stop - 90) : stop]
    starts = [m.start() for m in re.finditer(r"(?<!\S)\S", window)][-_LONGEST:]
    for offset in starts:
        name = window[offset:]
        code = _by_name(language).get(_key(name))
        if code and name[0].isupper():
            return code, stop - len(name), stop
    return None
