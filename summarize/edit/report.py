"""From a sentence to its reported clauses: frame, third person, shortening, backshift."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from summarize.edit.clause import Clause, expected
from summarize.edit.cut import Cut
from summarize.edit.formula import joined
from summarize.edit.frame import Frame
from summarize.edit.frames import frames
from summarize.edit.grammar import FINITE, main_verb
from summarize.edit.junction import whole
from summarize.edit.lexicon import ASKING, MANDATIVE
from summarize.edit.noise import is_noise
from summarize.edit.opening import parts
from summarize.edit.person import State, impersonal, passive, third, unresolved
from summarize.edit.pointing import pointing
from summarize.edit.reduce import Measure, shortened
from summarize.edit.setting import placed
from summarize.edit.tense import backshifted
from summarize.edit.token import Tokens, lowers, plain, render, size
from summarize.edit.units import units, without
from summarize.edit.words import word_set

_STYLES = ("the republic of", "the kingdom of", "the state of", "the islamic republic of",
           "the people's republic of", "the government of", "the delegation of",
           "the government of the republic of", "the delegation of the republic of",
           "the government and people of", "the government and the people of")  # fmt: skip
_MARKS = {
    ";": 0.6,
    "—": 0.3,
    ":": 0.4,
    '"': 0.15,
    "“": 0.3,
    ".": 1.0,
    "|": 2.0,
    "_": 2.0,
    "=": 2.0,
    "?": 2.0,
}
Verb = Callable[[Tokens], str]
_RETRIES = 3


def clauses(
    sentence: Tokens, side: State | None, measure: Measure, verb: Verb = lambda body: "said"
) -> Iterator[tuple[Tokens, Clause]]:
    """The reported clauses of each part of a sentence, with the part they report.

    ``verb`` chooses the reporting verb that stands before "that" for a clause in the third person.
    """
    names = spoken_names(side)
    for part in parts(passive(impersonal(sentence)), names):
        for frame in frames(part, names):
            clause = reported(frame, side, measure, verb)
            if clause is not None:
                yield part, _without_antecedent(part, clause)
                break


def spoken_names(side: State | None) -> tuple[str, ...]:
    """How the speaker's side may name itself, in lower case."""
    if side is None or side.person:
        return ()
    name = side.name.lower()
    bare = name.removeprefix("the ")
    return (name, *(f"{style} {bare}" for style in _STYLES), bare)


def _without_antecedent(part: Tokens, clause: Clause) -> Clause:
    """The clause as wholly dangling where it left out what its pointer takes up ("As a contributor
    to the operation, we believe that this operation …").
    """
    if _lost_owner(part, clause):
        return replace(clause, dangling=1.0)
    stem = clause.points[:5]
    named = sum(t.lower.startswith(stem) for t in part) if stem else 0
    left = sum(word.startswith(stem) for word in clause.text.lower().split()) if stem else 0
    return replace(clause, dangling=1.0) if named > left else clause


def _lost_owner(part: Tokens, clause: Clause) -> bool:
    """Whether "its" or "they" stands in a clause that has left out the name it takes up ("As Elbonia
    heals, we urge all its leaders …").
    """
    comma = next((i for i, t in enumerate(part[:_HEAD]) if t.lower == ","), 0)
    if part[0].lower not in _OPENING_CLAUSE or not any(t.pos in FINITE for t in part[:comma]):
        return False
    names = {t.lower for t in part[:comma] if t.pos == "name"}
    said = set(clause.text.lower().replace(",", "").split())
    behind = {t.lower for t in part[comma:]}
    return bool(names) and not names & said and bool(_OWNED & said & behind)


_HEAD = 24
_OPENING_CLAUSE = word_set("as while when once although though since because")
_OWNED = word_set("its their they them it")


def reported(frame: Frame, side: State | None, measure: Measure, verb: Verb) -> Clause | None:
    """The clause of a frame, or None where no sound clause comes of it."""
    named = _named(frame, side)
    if named is None or _lacks_subject(named):
        return None
    finite = frame.style == "that"
    verb_from = -1 if not finite else 0 if frame.named else 1
    short, cuts = shortened(named.opening, anchored(named.opening, named.body), verb_from, measure)
    end = named.body[-1].at if named.body else -1
    tried = [(short, cuts), *_without(named, short, cuts, _speaks)]
    tried += _without(named, short, cuts, _points)
    best: Clause | None = None
    for body, cuts in tried:
        if main_verb(body) < verb_from or not whole((*named.opening, *body), end):
            continue
        if _asks_nothing(named, body):
            continue
        clause = _clause(named, body, cuts, side, verb)
        if clause is not None and (best is None or _clearer(clause, best)):
            best = clause
    return best


def _lacks_subject(frame: Frame) -> bool:
    """Whether what is reported has its subject elsewhere ("a movement that we hope will succeed")."""
    opens = lowers(frame.opening[-1:]) == ["that"] and frame.body[:1]
    return bool(opens) and frame.body[0].pos == "modal"


def _clearer(clause: Clause, best: Clause) -> bool:
    """Whether the clause says what the best one says without pointing at something unnamed."""
    return clause.dangling < best.dangling and clause.kept >= _MOST_KEPT * best.kept


_MOST_KEPT = 0.6


def _speaks(stretch: Tokens) -> bool:
    return unresolved(stretch)


def _points(stretch: Tokens) -> bool:
    """Whether a pointer stands in the stretch ("to that end", "in these countries")."""
    return any(t.lower in _POINTERS for t in stretch)


_POINTERS = word_set("this that these those such them it their they")


def _asks_nothing(frame: Frame, body: Tokens) -> bool:
    """Whether the body has lost what the opening wants: what States are called on to do or for,
    what something is seen as, what a call is for.
    """
    verb = frame.opening[-1].lower
    if verb in _TAKING and "as" in lowers(frame.body):
        return not _taken_as(body)
    if verb in _CALLS and "to" in lowers(body):
        done, full = (len(b) - lowers(b).index("to") for b in (body, frame.body))
        return done < min(full, _ENOUGH)
    if call := next((t for t in reversed(body) if t.lower in _NOUNS and t.pos == "noun"), None):
        return _wanted(frame.body, call.at) and not _wanted(body, call.at)
    wanted = {"to", "for", "that"} if verb in _CALLS_FOR else {"to", "that"}
    if verb == "appealed" and lowers(body[:1]) == ["to"] and lowers(frame.body[:1]) == ["to"]:
        return not {"to", "for", "that"} & set(lowers(body[1:]))  # "appealed to the world"
    asks = verb in _CALLS and bool(wanted & set(lowers(frame.body)))
    return asks and not wanted & set(lowers(body))


def _taken_as(body: Tokens) -> bool:
    """Whether an "as" stands there that is none of "as well as"."""
    letters = lowers(body)
    return any(
        word == "as" and "well" not in letters[max(0, i - 1) : i + 2]
        for i, word in enumerate(letters)
    )


def _wanted(body: Tokens, at: int) -> bool:
    """Whether behind the word at ``at`` of the sentence something is asked."""
    return any(t.at > at and t.lower in {"to", "for", "that"} for t in body)


_TAKING = word_set("saw regarded viewed described considered")
_CALLS_FOR = word_set("called appealed")
_ENOUGH = 5
"""Words, with "to", that say what somebody is to do; "to work together" was cut from something."""
_NOUNS = word_set("call calls appeal appeals")
_CALLS = word_set("called urged appealed invited encouraged asked requested")


def _without(
    frame: Frame, body: Tokens, cuts: tuple[Cut, ...], against: Callable[[Tokens], bool]
) -> Iterator[tuple[Tokens, tuple[Cut, ...]]]:
    """The body without a unit that something is ``against``, the shortest such unit first, and all that
    was cut.
    """
    found = [u for u in units(body) if against(body[u.start : u.end])]
    for unit in sorted(found, key=lambda u: u.end - u.start)[:_RETRIES]:
        stretch = body[unit.start : unit.end]
        if not any(t.fixed for t in stretch) and "," not in lowers(stretch[1:-1]):
            yield without(body, unit), (*cuts, Cut(frame.opening, body, unit))


def _clause(
    frame: Frame, short: Tokens, cuts: tuple[Cut, ...], side: State | None, verb: Verb
) -> Clause | None:
    """The clause of a shortened body, or None where somebody in it cannot be named."""
    finite = frame.style == "that"
    # what everyone must do is not done by the speaker's side alone: "our" is nobody's there
    ours = side if frame.style != "need" or frame.exclusive else None
    body, guess = third(short, ours, frame.exclusive, frame.named)
    body = joined(body) if frame.style == "direct" else body
    opening = frame.opening
    if finite and not frame.named and lowers(opening) == ["said", "that"]:
        opening = (*plain(verb(short)), *opening[1:])
    hoped = bool({"hoped", "hope"} & set(lowers(opening)))
    done = (*opening, *backshifted(body, _mandative(opening), frame.style, hoped))
    if frame.setting and not _is_said(frame.setting, body):
        done = placed(len(opening), done, frame.setting)
    if unresolved(done):
        return None
    dangling, points = pointing(short, finite, frame.named, frame.exclusive)
    guess += sum(t.word.text == "“" for t in short) != sum(t.word.text == "”" for t in short)
    guess += _HALVED * _is_half(short)
    guess += sum(_MARKS.get(t.word.text, 2.0 * is_noise(t.word.text)) for t in short)
    return Clause(
        _fixed(render(done)), size(done), frame.style, frame.weight - guess / 2, dangling,
        expected((*frame.setting, *short)), points, cuts,
    )  # fmt: skip


def _is_half(body: Tokens) -> bool:
    """Whether "not only" stands there and not what goes on from it."""
    letters = lowers(body)
    behind = next(
        (
            letters[i + 2 :]
            for i, word in enumerate(letters[:-1])
            if word == "not" and letters[i + 1] == "only"
        ),
        None,
    )
    return behind is not None and not _GOING_ON & set(behind)


_GOING_ON = word_set("but also")
_HALVED = 1.6
"""How much it takes from the trust in a clause, twice, that half of what is said is missing."""


def _is_said(setting: Tokens, body: Tokens) -> bool:
    """Whether the body says all that the setting names."""
    nouns = {t.lower for t in setting if t.pos in {"noun", "name", "number"}} - _EMPTY
    return bool(nouns) and nouns <= set(lowers(body))


_EMPTY = word_set(
    "issue question subject matter regard respect terms case relation reference order"
)


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


def _fixed(text: str) -> str:
    text = text.replace(" ,", ",").replace("( ", "(").replace(" that that ", " that this ")
    return text.strip()
