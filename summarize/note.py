"""Put a note together from what the stages before it made. Nothing is written here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.acts import asks, commitments
from summarize.asks import Ask as Asked
from summarize.cite import citation
from summarize.condense.reported import said_in
from summarize.edit.stray import strays
from summarize.facts import Fact, facts
from summarize.facts.listed import listed, references
from summarize.facts.pages import page_numbers
from summarize.in_brief import in_brief
from summarize.records import (
    Ask,
    Checks,
    Citation,
    Commitment,
    Condensation,
    Division,
    Entry,
    Finding,
    Made,
    Mention,
    Note,
    Passage,
    Seen,
    Sentence,
    Span,
    Statement,
)
from summarize.voices import within


def make_note(
    statement: Statement,
    division: Division,
    condensations: Sequence[Condensation],
    made: Made,
    notices: tuple[str, ...] = (),
) -> Note:
    """The note of ``statement``.

    Args:
        statement: what was read.
        division: its parts.
        condensations: one for each point, then one for each passage, in order.
        made: how the note was made.
        notices: what the reader must know besides, a sentence each.
    """
    entries = [
        make_entry(statement, passage, condensation)
        for passage, condensation in zip(
            (*division.points, *division.passages), condensations, strict=True
        )
    ]
    points = tuple(entries[: len(division.points)])
    passages = tuple(entries[len(division.points) :])
    said = _said(statement, division, condensations)
    return Note(
        statement=statement,
        division=division,
        in_brief=in_brief(statement, points, passages),
        points=points,
        passages=passages,
        asks=_asks(statement, said),
        commitments=_commitments(statement, said),
        figures=_figures(statement, division),
        references=tuple(m for s in division.sentences for m in _references(statement, s)),
        checks=_checks(division, entries, notices),
        made=made,
    )


def make_entry(statement: Statement, passage: Passage, condensation: Condensation) -> Entry:
    """One point or passage of the note, with its citations and the places of its findings."""
    cited = [passage.sentences[i] for i in condensation.cites]
    citations = tuple(citation(statement.text, s.start, s.end) for s in cited)
    located = tuple(_in_statement(finding, passage) for finding in condensation.findings)
    settled = replace(condensation, findings=located)
    return Entry(passage, attributed(statement, passage, condensation), settled, citations)


def attributed(statement: Statement, passage: Passage, condensation: Condensation) -> str:
    """The condensation with who said it before the verb (house style, rule 8).

    What is quoted from a report are the reporter's words, also where they tell what somebody
    else said: they go to the agency.
    """
    speaker = passage.attribution
    if speaker is None:
        return condensation.text
    if condensation.status != "verbatim":
        return f"{speaker}: {condensation.text[:1].lower()}{condensation.text[1:]}"
    reporter = statement.agency or "The report"
    return (
        f"{reporter}{'' if speaker == reporter else f' on {within(speaker)}'}: {condensation.text}"
    )


def _in_statement(finding: Finding, passage: Passage) -> Finding:
    """The finding with its source offsets in the statement, from those in the joined passage."""
    start, end = finding.source_start, finding.source_end
    if start is None or end is None:
        return finding
    return replace(
        finding,
        source_start=statement_offset(start, passage.sentences),
        source_end=statement_offset(max(end - 1, start), passage.sentences) + 1,
    )


def statement_offset(offset: int, sentences: Sequence[Sentence]) -> int:
    """The place in the statement of ``offset`` in the sentences joined by one space each."""
    for sentence in sentences:
        length = sentence.end - sentence.start
        if offset <= length:
            return sentence.start + offset
        offset -= length + 1
    return sentences[-1].end


def _figures(statement: Statement, division: Division) -> tuple[Mention, ...]:
    """The figures and dates of the statement, but for what a layout has left in its sentences."""
    text = statement.text
    printed = tuple(
        Span(s.start + span.start, s.start + span.end)
        for s in division.sentences
        for span in strays(s.of(text))
    )
    pages = page_numbers(text, printed)
    return tuple(
        mention
        for s in division.sentences
        for mention in (_mention(s, fact) for fact in listed(s.of(text)))
        if mention.start not in pages
        and not any(span.start <= mention.start < span.end for span in printed)
    )


def _references(statement: Statement, sentence: Sentence) -> list[Mention]:
    """The resolutions and documents that ``sentence`` names."""
    return [_mention(sentence, fact) for fact in references(sentence.of(statement.text))]


def _mention(sentence: Sentence, fact: Fact) -> Mention:
    start = sentence.start
    return Mention(fact.text, start + fact.start, start + fact.end, fact.symbol)


Said = Sequence[tuple[Sentence, str, Seen | None]]
"""Sentences with what was said in them, and what the model saw in them."""


def _said(statement: Statement, division: Division, condensations: Sequence[Condensation]) -> Said:
    """The sentences of points, passages and closing, each once, in the statement's order; of a
    report only what it says that somebody said.
    """
    parts = (*division.points, *division.passages)
    seen = {
        sentence: one
        for part, condensation in zip(parts, condensations, strict=True)
        if condensation.seen
        for sentence, one in zip(part.sentences, condensation.seen, strict=True)
    }
    voices = {sentence: part.attribution for part in parts for sentence in part.sentences}
    if division.closing and not any(voices.values()):
        closing = division.closing
        voices |= {s: None for s in division.sentences if closing.start <= s.start < closing.end}
    lines = {s: " ".join(s.of(statement.text).split()) for s in voices}
    return [(s, said_in(lines[s], voices[s]), seen.get(s)) for s in sorted(voices)]


def _asks(statement: Statement, said: Said) -> tuple[Ask, ...]:
    words, seen = [one[1] for one in said], [one[2] for one in said]
    found = asks(words, statement.delegation, seen)
    return tuple(
        Ask(ask.actor, ask.action, tuple(_citation(statement, s) for s, _, _ in _asking(said, ask)))
        for ask in found
        if _is_whole(ask.action, said[ask.sentence][1])
        and _is_whole(ask.actor, " ".join(text for _, text, _ in _asking(said, ask)))
    )


def _asking(said: Said, ask: Asked) -> list[tuple[Sentence, str, Seen | None]]:
    """The sentence that asks, and before it the one that has the name for its "it" or "they"."""
    return [said[index] for index in (ask.named_in, ask.sentence) if index >= 0]


def _commitments(statement: Statement, said: Said) -> tuple[Commitment, ...]:
    words, seen = [one[1] for one in said], [one[2] for one in said]
    found = commitments(words, statement.delegation, seen)
    return tuple(
        Commitment(one.action, (_citation(statement, said[one.sentence][0]),))
        for one in found
        if _is_whole(one.action, said[one.sentence][1])
    )


def _is_whole(part: str, sentence: str) -> bool:
    """Whether every figure, date and symbol in ``part`` stands so in the sentence it is taken
    from: a stretch that ends within one would say another.
    """
    known = {fact.value for fact in facts(sentence) if fact.kind != "name"}
    return {fact.value for fact in facts(part) if fact.kind != "name"} <= known


def _citation(statement: Statement, sentence: Sentence) -> Citation:
    return citation(statement.text, sentence.start, sentence.end)


def _checks(division: Division, entries: Sequence[Entry], notices: tuple[str, ...]) -> Checks:
    kinds = Counter(fact.kind for entry in entries for fact in _counted(entry.text))
    statuses = Counter(entry.condensation.status for entry in entries)
    replaced = sum(_was_replaced(entry.condensation) for entry in entries)
    return Checks(
        figures=kinds["figure"],
        dates=kinds["date"],
        names=kinds["name"],
        symbols=kinds["symbol"] + kinds["document"],
        condensed=statuses["model"],
        repaired=statuses["repaired"],
        replaced=replaced,
        quoted=statuses["verbatim"] - replaced,
        announced=division.announced,
        found=_found(division),
        notices=notices,
    )


def _counted(text: str) -> Iterator[Fact]:
    """The facts of ``text``, each counted once: no year in a document's name ("the 2030 Agenda"), no
    month of a date as a name.
    """
    found = facts(text)
    named = references(text)
    dates = [fact for fact in found if fact.kind == "date"]
    for fact in found:
        holders = {"date": named, "name": dates}.get(fact.kind, ())
        if not any(h.start <= fact.start < h.end for h in holders):
            yield fact


def _was_replaced(condensation: Condensation) -> bool:
    return condensation.status == "verbatim" and condensation.raw != condensation.text


def _found(division: Division) -> int:
    """Points found in the series that was announced, or in all where none was."""
    series = next((s.number for s in division.series if s.announced is not None), None)
    return sum(series is None or point.series == series for point in division.points)
