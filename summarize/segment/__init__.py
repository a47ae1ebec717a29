"""Statement to opening, numbered points, passages and closing.

The speaker's own enumeration decides: points are cut where the speaker cut them, with the
speaker's numbers. What lies outside them, and a statement without enumeration, is divided by
topic; a press report is divided by who speaks. Patterns come from the language's data file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from summarize.data import has
from summarize.records import Division, Passage, Sentence, Series, Span, Statement
from summarize.segment.enumeration import Enumeration, enumerations
from summarize.segment.frame import closing_start, opening_end
from summarize.segment.ground import Ground
from summarize.segment.language import is_known, patterns
from summarize.segment.topics import passages
from summarize.sentences import UNDETERMINED, split_sentences
from summarize.voices import own_voice, reports, voices

__all__ = ["is_known", "segment"]

_DEFAULT = "en"


def segment(statement: Statement) -> Division:
    """Cut ``statement`` into its parts.

    The sentences outside ``statement.boilerplate`` each belong to the opening, one point, one
    passage or the closing; only two markers of one sentence make two points that share it.
    Where the speaker enumerates nothing, ``division`` is "tool" and the points are the tool's
    own, by topic, numbered from 1 with the label "". In a press report or an article every
    passage has one voice, its ``attribution``, and there is no opening or closing. A statement
    in a language without data files is divided by paragraphs (``is_known``); one whose language
    is not certain is taken for English.
    """
    language = statement.language or _DEFAULT
    known = is_known(language)
    sentences = split_sentences(
        statement.text, statement.boilerplate, language if known else UNDETERMINED
    )
    division = Division("tool", sentences, None, (), (), None, statement.boilerplate)
    if not sentences:
        return division
    if not known:
        return replace(division, points=_numbered(_paragraphs(statement, sentences)))
    ground = Ground(statement.text, sentences, patterns(language))
    if reports(statement) and has("voices", language):
        return replace(division, points=_numbered(_voiced(statement, ground)))
    return _spoken(ground, division, framed=statement.kind != "record")


def _paragraphs(statement: Statement, sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
    """The paragraphs as they stand; those of a report are the reporter's."""
    voice = own_voice(statement) if reports(statement) else None
    groups = groupby(sentences, key=lambda sentence: sentence.paragraph)
    return tuple(Passage(tuple(group), attribution=voice) for _, group in groups)


def _spoken(ground: Ground, division: Division, framed: bool) -> Division:
    """A statement in its speaker's own words; a summary record has left the courtesies out and
    is not ``framed`` by them.
    """
    count = len(ground.sentences)
    found = enumerations(ground)
    first = min((one.start for one in found), default=count)
    last = max((one.end for one in found), default=0)
    opening = opening_end(ground, min(first, count - 1)) if framed else 0
    if found and found[0].announcement == opening == first - 1:
        opening = first
    closing = closing_start(ground, max(last, opening)) if framed else None
    if not found and closing == opening:
        closing = None
    stop = count if closing is None else closing
    outside = _outside(ground, found, opening, stop)
    return replace(
        division,
        division="speaker" if found else "tool",
        opening=_span(ground, 0, opening),
        points=tuple(_points(ground, found)) if found else _numbered(outside),
        passages=outside if found else (),
        closing=_span(ground, stop, count),
        series=tuple(Series(n, one.announced) for n, one in enumerate(found, start=1)),
        announcing=tuple(_announcing(ground, found)),
    )


def _span(ground: Ground, start: int, end: int) -> Span | None:
    if start >= end:
        return None
    return Span(ground.sentences[start].start, ground.sentences[end - 1].end)


def _announcing(ground: Ground, found: Sequence[Enumeration]) -> Iterator[Span]:
    for one in found:
        if one.announcement is not None:
            sentence = ground.sentences[one.announcement]
            yield Span(sentence.start, sentence.end)


def _points(ground: Ground, found: Sequence[Enumeration]) -> Iterator[Passage]:
    for series, one in enumerate(found, start=1):
        for point in one.points:
            sentences = ground.sentences[point.start : point.end]
            yield Passage(sentences, series, point.number, point.label)


def _outside(
    ground: Ground, found: Sequence[Enumeration], start: int, stop: int
) -> tuple[Passage, ...]:
    runs: list[range] = []
    at = start
    for one in found:
        runs += passages(ground, at, one.start, one.announcement)
        at = max(at, one.end)
    runs += passages(ground, at, stop)
    return tuple(Passage(ground.sentences[run.start : run.stop]) for run in runs)


def _numbered(outside: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(replace(passage, number=number) for number, passage in enumerate(outside, start=1))


def _voiced(statement: Statement, ground: Ground) -> tuple[Passage, ...]:
    """The passages of a press report, each with one voice."""
    found: list[Passage] = []
    spoken = voices(statement, ground.sentences)
    for voice, group in groupby(range(len(spoken)), key=spoken.__getitem__):
        indices = list(group)
        for run in passages(ground, indices[0], indices[-1] + 1):
            sentences = ground.sentences[run.start : run.stop]
            found.append(Passage(sentences, attribution=voice))
    return tuple(found)
