"""Who speaks in a press report, sentence by sentence.

A report has the reporter's own voice and the voices of those it quotes. A sentence belongs to
the person its verb of saying names; a pronoun or a role goes on with the person it points to;
what follows in the same paragraph stays theirs, and what leads up to "…, he said" is theirs
too. A paragraph that names nobody who says it is the reporter's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from summarize.data import load
from summarize.records import Sentence, Statement

_NAME = r"[A-Z][\w.'’-]*"
_RUN = re.compile(rf"{_NAME}(?:\s+(?:(?:al|bin|ibn|de|da|del|van|von|der|el|la)\s+)?{_NAME})*")
_QUOTE = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?")
_WORD = re.compile(r"[^\W\d_]{3,}")
_GROUP = re.compile(r"(?:the|all|several|many|some|both)\s", re.IGNORECASE)
_WINDOW = 600


@dataclass(frozen=True)
class _Words:
    """What a language's file says of voices."""

    verb: re.Pattern[str]
    according: re.Pattern[str]
    pronouns: frozenset[str]
    groups: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    openers: frozenset[str]
    bodies: frozenset[str]
    unknown: str


@dataclass(frozen=True)
class _Saying:
    """A sentence's speaker, and whether the words before and after it in the paragraph are theirs.

    What a group is told to have said ends with the sentence: what follows is as likely the
    reporter's, and nobody can be asked.
    """

    speaker: str
    trailing: bool
    lasting: bool = True


@cache
def _words(language: str) -> _Words:
    table = load("voices", language)
    verbs = "|".join(table["verbs"])
    return _Words(
        verb=re.compile(rf"\b(?:has |have |had |also |further |strongly |again )*(?:{verbs})\b"),
        according=re.compile(table["according"], re.IGNORECASE),
        pronouns=frozenset(table["pronouns"]),
        groups=frozenset(table["groups"]),
        roles=frozenset(table["roles"]),
        titles=frozenset(table["titles"]),
        openers=frozenset(table["openers"]),
        bodies=frozenset(table["bodies"]),
        unknown=table["unknown"],
    )


def reports(statement: Statement) -> bool:
    """Whether the text reports what others said, so that its passages need a voice."""
    return statement.kind in ("press-report", "article")


def own_voice(statement: Statement) -> str:
    """The reporter's own voice: the agency, or "The report" where none is named."""
    return statement.agency or _words("en").unknown


def within(speaker: str) -> str:
    """A speaker's name as it stands inside a sentence: "the participants", "Lena Morvan"."""
    return speaker[0].lower() + speaker[1:] if _GROUP.match(speaker) else speaker


def voices(statement: Statement, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """The voice of each sentence: a person's name, a group, or the agency.

    ``statement.agency`` names the reporter's own voice; without it that is "The report". Raises
    FileNotFoundError for a language without a file of its verbs of saying.
    """
    words = _words(statement.language or "en")
    own = own_voice(statement)
    people = _people(statement.text, sentences, words)
    found: list[str] = []
    last: str | None = None
    outside = _QUOTE.sub(lambda match: " " * len(match[0]), statement.text)
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        sayings = list(_sayings(outside, paragraph, people, last, words))
        found += _spread(statement.text, paragraph, sayings, last, own)
        last = next((one.speaker for one in reversed(sayings) if one), last)
    return tuple(found)


def _spread(
    text: str,
    paragraph: Sequence[Sentence],
    sayings: Sequence[_Saying | None],
    last: str | None,
    own: str,
) -> Iterator[str]:
    """A voice for every sentence of a paragraph from the sentences that name one."""
    current: str | None = None
    for sentence, saying, coming in zip(paragraph, sayings, _coming(sayings), strict=True):
        if saying is not None:
            current = saying.speaker
        elif current is None and coming is not None and coming.trailing:
            yield coming.speaker
            continue
        elif current is None and sentence.of(text).lstrip().startswith(("“", '"')):
            current = coming.speaker if coming else last
        yield current or own
        if saying is not None and not saying.lasting:
            current = None


def _coming(sayings: Sequence[_Saying | None]) -> list[_Saying | None]:
    """For each sentence of a paragraph the saying in it or the next one after it."""
    coming: list[_Saying | None] = []
    for saying in reversed(sayings):
        coming.append(saying or (coming[-1] if coming else None))
    return coming[::-1]


def _sayings(
    text: str,
    paragraph: Sequence[Sentence],
    people: Mapping[str, str],
    last: str | None,
    words: _Words,
) -> Iterator[_Saying | None]:
    for sentence in paragraph:
        plain = sentence.of(text)[:_WINDOW]
        saying = _saying(plain, people, last or _named(plain, people), words)
        last = saying.speaker if saying else last or _named(plain, people)
        yield saying


def _named(plain: str, people: Mapping[str, str]) -> str | None:
    """The first person whom a sentence names."""
    return next((people[name] for name in re.findall(_NAME, plain) if name in people), None)


def _saying(
    plain: str, people: Mapping[str, str], last: str | None, words: _Words
) -> _Saying | None:
    if match := words.according.search(plain):
        speaker = _resolve(plain[match.end() :], people, last, words, before=False)
        if speaker:
            return _Saying(speaker, match.start() > len(plain) / 2)
    for match in words.verb.finditer(plain):
        trailing = match.end() > 0.6 * len(plain) or len(plain) - match.end() < 60
        for part, before in ((plain[: match.start()], True), (plain[match.end() :], False)):
            if not before and not re.match(r"\s+(?:the\s|[A-Z])", part):
                continue
            speaker = _resolve(part, people, last, words, before=before)
            if speaker:
                trails = trailing and (match.start() > 25 or not before)
                return _Saying(speaker, trails, lasting=not _GROUP.match(speaker))
    return None


def _resolve(
    part: str, people: Mapping[str, str], last: str | None, words: _Words, *, before: bool
) -> str | None:
    """The speaker that the words next to a verb of saying name."""
    phrase = _clause(part, before=before)
    tokens = phrase.split()
    if not tokens:
        return None
    head = tokens[-1] if before else tokens[0]
    if head.lower() in words.pronouns:
        return last
    name = _name_next_to(phrase, words, before=before)
    if name:
        return people.get(name.split()[-1], people.get(name.split()[0], name))
    role = next((t for t in tokens if t.lower().strip(".,'’") in words.roles), None)
    if role:
        return _by_role(phrase, people, last)
    return _group(tokens, words)


def _clause(part: str, *, before: bool) -> str:
    """The noun phrase next to the verb; appositions between commas are passed over."""
    pieces = [piece.strip() for piece in re.split(r"[,;:()–—]|\s--?\s", part) if piece.strip()]
    if not pieces:
        return ""
    if not before:
        return pieces[0]
    apposed = part.rstrip().endswith(",") and len(pieces) > 1
    return pieces[-2] if apposed else pieces[-1]


def _name_next_to(phrase: str, words: _Words, *, before: bool) -> str:
    """The name that ends (or, after the verb, begins) a phrase, titles taken off, or ""."""
    for match in _RUN.finditer(phrase):
        if (match.end() == len(phrase)) if before else (match.start() == 0):
            return _person(phrase, match, words)
    return ""


def _person(phrase: str, match: re.Match[str], words: _Words) -> str:
    """A run of capitalized words as a name; "Commissioner for Harbours" is none of it."""
    name = _bare(match[0], words)
    before = phrase[: match.start()].lower().split()
    office = before[-1:] in (["for"], ["of"]) and any(
        token in words.roles or token in words.titles for token in before[-4:-1]
    )
    return " ".join(name.split()[-2:]) if office else name


def _bare(run: str, words: _Words) -> str:
    tokens = run.split()
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index].lower()
        if token in words.titles or (index == 0 and token in words.openers):
            tokens = tokens[index + 1 :]
            break
    tokens = [re.sub(r"['’]s\Z", "", token).strip(".") for token in tokens]
    return " ".join(tokens)


def _by_role(phrase: str, people: Mapping[str, str], last: str | None) -> str | None:
    """The person whose description shares most words with a role, else the last named."""
    wanted = {word.lower()[:4] for word in _WORD.findall(phrase)} - {"the"}
    scored = [
        (len(wanted & set(key[5:].split())), name)
        for key, name in people.items()
        if key.startswith("role:")
    ]
    best = max(scored, default=(0, ""))
    return best[1] if best[0] else last


def _group(tokens: Sequence[str], words: _Words) -> str | None:
    """A group that speaks as one: "The participants"."""
    plain = " ".join(tokens)
    if len(tokens) <= 4 and _GROUP.match(plain):
        return plain[0].upper() + plain[1:]
    return None


def _people(text: str, sentences: Iterable[Sentence], words: _Words) -> dict[str, str]:
    """Short names to full ones, and "role:" followed by word beginnings to full names."""
    people: dict[str, str] = {}
    for sentence in sentences:
        for match in _RUN.finditer(sentence.of(text)[:_WINDOW]):
            name = _person(sentence.of(text)[:_WINDOW], match, words)
            if not 2 <= len(name.split()) <= 4:
                continue
            role = _description(sentence.of(text), match, name, words)
            if role is None or any(token.lower() in words.bodies for token in name.split()):
                continue
            people.setdefault(name.split()[-1], name)
            people.setdefault(name.split()[0], name)
            tokens = {word.lower()[:4] for word in _WORD.findall(role)}
            people.setdefault("role:" + " ".join(sorted(tokens)), name)
    return people


def _description(sentence: str, match: re.Match[str], name: str, words: _Words) -> str | None:
    """The words next to a name that say what the person is, or None where none do."""
    before = sentence[max(0, match.start() - 60) : match.end() - len(name)]
    after = sentence[match.end() : match.end() + 90]
    apposition = re.match(r",\s([^,.;]{3,80})", after)
    for part in (before[-60:], apposition[1] if apposition else ""):
        if any(re.sub(r"\W+\Z", "", token) in words.roles for token in part.lower().split()):
            return part
    return None
