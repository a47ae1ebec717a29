"""From a sentence to its reported clauses: frame, third person, shortening, backshift."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from summarize.edit.frames import Frame, frames
from summarize.edit.grammar import FINITE, main_verb
from summarize.edit.junction import whole
from summarize.edit.lexicon import ASKING, MANDATIVE
from summarize.edit.opening import parts
from summarize.edit.person import State, passive, third, unresolved
from summarize.edit.reduce import Measure, shortened
from summarize.edit.tense import backshifted
from summarize.edit.token import Token, Tokens, lowers, plain, render, size
from summarize.edit.words import word_set

_STYLES = ("the republic of", "the kingdom of", "the state of", "the islamic republic of",
           "the people's republic of", "the government of", "the delegation of")  # fmt: skip
_MARKS = {";": 0.6, "—": 0.3, ":": 0.4, '"': 0.15, "“": 0.3, ".": 1.0, "|": 2.0, "_": 2.0, "?": 2.0}
Verb = Callable[[Tokens], str]
_ANAPHORS = word_set("this that these those they it he she such both them")
_POINTERS = word_set("these those this that them it same latter former such")
_POINTING = word_set("that this those these such")
_PRESENT = word_set(
    "session year meeting who assembly organization council chamber hall debate month week morning "
    "afternoon day century decade world planet time"
)
_LEADING = word_set("among all each both some most in of within with by the one like through")
_ORDINALS = word_set("first second third fourth fifth other latter former last next final")
_EXPLETIVE = word_set("is was has will would must should may can seems appears remains")


@dataclass(frozen=True)
class Clause:
    """A reported clause: its text without full stop, and what is known against it.

    ``trust`` falls with every guess; ``dangling`` is 1 where it opens with a
    word that points back, 0.5 where it speaks of "that initiative" or "their growth". ``kept`` is
    how many of its words a condensation that takes up its sentence is expected to keep. ``points``
    is the noun of "that initiative", where it has one.
    """

    text: str
    words: int
    style: str
    trust: float
    dangling: float
    kept: float
    points: str = ""


def clauses(
    sentence: Tokens, side: State | None, measure: Measure, verb: Verb = lambda body: "said"
) -> Iterator[tuple[Tokens, Clause]]:
    """The reported clauses of each part of a sentence, with the part they report.

    ``verb`` chooses the reporting verb that stands before "that" for a clause in the third person.
    """
    names = spoken_names(side)
    for part in parts(passive(sentence), names):
        for frame in frames(part, names):
            clause = reported(frame, side, measure, verb)
            if clause is not None:
                yield part, clause
                break


def spoken_names(side: State | None) -> tuple[str, ...]:
    """How the speaker's side may name itself, in lower case."""
    if side is None or side.person:
        return ()
    name = side.name.lower()
    bare = name.removeprefix("the ")
    return (name, *(f"{style} {bare}" for style in _STYLES), bare)


def reported(frame: Frame, side: State | None, measure: Measure, verb: Verb) -> Clause | None:
    """The clause of a frame, or None where no sound clause comes of it."""
    named = _named(frame, side)
    if named is None:
        return None
    finite = frame.style == "that"
    verb_from = -1 if not finite else 0 if frame.named else 1
    short = shortened(named.opening, anchored(named.opening, named.body), verb_from, measure)
    end = named.body[-1].at if named.body else -1
    if main_verb(short) < verb_from or not whole((*named.opening, *short), end):
        return None
    body, guess = third(short, side, frame.exclusive, frame.named)
    opening = named.opening
    if finite and not frame.named and lowers(opening) == ["said", "that"]:
        opening = (*plain(verb(short)), *opening[1:])
    done = (*opening, *backshifted(body, _mandative(opening), frame.style))
    if unresolved(done):
        return None
    if frame.named:
        strong = any(t.lower in {"so", "likewise"} for t in short[:3])
    else:
        strong = _dangles(short) if finite else _points_back(short)
    points = _pointer(short, finite, frame.named or frame.exclusive)
    dangling = 1.0 if strong else 0.0 if points is None else 0.5
    kept = sum(_chance(t) for t in short if not t.is_mark)
    guess += sum(_MARKS.get(t.word.text, 0.0) for t in short)
    return Clause(
        _fixed(render(done)), size(done), frame.style, frame.weight - guess / 2, dangling, kept,
        points or "",
    )  # fmt: skip


def _chance(token: Token) -> float:
    """The chance that a condensation keeps the word, if it takes up its sentence."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, token.keep))))


def anchored(opening: Tokens, body: Tokens) -> Tokens:
    """The body with the infinitive fixed that a verb of asking wants ("urged X to …")."""
    done = list(body)
    waiting = any(t.lower in ASKING for t in opening)
    if done and done[0].lower == "that":
        done[0] = replace(done[0], fixed=True)
    for i, token in enumerate(body):
        plain_verb = i + 1 < len(body) and body[i + 1].pos in {"base", "adverb", "noun", "present"}
        if token.lower == "to" and plain_verb:
            if waiting:
                done[i] = replace(token, fixed=True)
            waiting = False
        elif token.lower in ASKING and token.pos != "noun":
            waiting = True
    return tuple(done)


def _mandative(opening: Tokens) -> bool:
    return any(t.lower in MANDATIVE for t in opening)


def _named(frame: Frame, side: State | None) -> Frame | None:
    """The frame with the speaker's name written as subject where it needs one."""
    if not frame.named:
        return frame
    if side is None or side.person != frame.person:
        return None
    return replace(frame, opening=(*frame.opening, *plain(side.name)))


def _dangles(body: Tokens) -> bool:
    """Whether a clause opens with a word that stands for something said before."""
    first, second, third_ = (*lowers(body[:3]), "", "", "")[:3]
    if set(lowers(body[:4])) & {"so", "same", "likewise"}:
        return True
    if first in {"its", "his", "her", "their"}:
        return True
    listed = first == "the" and second in _ORDINALS
    if listed and any(t.pos in FINITE for t in body[2:4]):
        return True
    if first == "it":
        return not (second in _EXPLETIVE and _expletive(body))
    if first in _LEADING and (second in _POINTERS or (second == "of" and third_ in _POINTERS)):
        return True
    if first in {"this", "that", "these", "those"} and len(body) > 1:
        return body[1].pos not in {"noun", "name", "adjective", "number", "participle"}
    return first in _ANAPHORS


def _pointer(body: Tokens, finite: bool, own: bool) -> str | None:
    """The noun that a pointer among the first words takes up ("that plan"), "" where it is a
    pronoun, None where nothing points back. ``own``: "its" is the speaker's.
    """
    if finite and lowers(body[:2]) in (["the", "country"], ["the", "former"]):
        return body[1].lower
    for i, token in enumerate(body):
        before = {t.lower[:5] for t in body[:i]}
        if token.lower in _POINTING and token.pos in {"determiner", "adjective", "preposition"}:
            noun = _noun_after(body, i)
            here = token.lower in {"this", "these"} and noun in _PRESENT
            if noun and not here and noun[:5] not in before:
                return noun
        held = i > 0 and body[i - 1].pos == "preposition"
        owned = i < 9 and token.lower in {"its", "their"} and (held or not own)
        person = i < 9 and token.lower in {"their", "them", "they", "he", "him", "she"} and finite
        if owned or person:
            return None if any(t.pos in {"noun", "name"} for t in body[:i]) else ""
    return None


def _noun_after(body: Tokens, i: int) -> str:
    """The noun that "that" or "such" at ``i`` stands before, or ""."""
    for token in body[i + 1 : i + 4]:
        if token.pos == "noun":
            return token.lower
        if token.pos not in {"adjective", "number", "participle"} or token.lower == "responsible":
            return ""
    return ""


def _points_back(body: Tokens) -> bool:
    """Whether the object of a direct report is a bare pronoun ("condemned it")."""
    first = body[0].lower
    alone = len(body) < 2 or body[1].is_mark or body[1].pos in {"conjunction", "preposition"}
    return first in {"it", "them", "him", "her", "his", "their"} or (
        first in {"this", "that", "these"} and alone
    )


def _expletive(body: Tokens) -> bool:
    """Whether "it" stands for nothing ("it is important that …", "it is time to …")."""
    rest = [
        t for t in body[2:12] if t.pos != "adverb" and t.lower not in {"be", "been", "a", "the"}
    ]
    leads = bool(rest) and (
        rest[0].pos in {"adjective", "participle"}
        or rest[0].lower == "becoming"
        or rest[0].lower in {"time", "necessary", "in", "vital", "high", "of", "for", "up"}
        or rest[0].pos in {"noun", "name", "possessive"}
    )
    return leads and any(t.lower in {"that", "to", "for"} for t in rest[1:])


def _fixed(text: str) -> str:
    text = text.replace(" ,", ",").replace("( ", "(").replace(" that that ", " that this ")
    return text.strip()
