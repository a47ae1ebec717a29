"""The statement as a reader sees it beside the note: every character, cut into sentences.

The parts follow each other without gap or overlap; joined, they are the statement's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from summarize.records import Note, Sentence, Span

Role = Literal["cited", "uncited", "opening", "closing"]
LEFT_OUT: Final = "Left out as title lines, navigation or footer"
NOT_CONDENSED: Final = {
    "opening": "Opening, not condensed",
    "closing": "Closing, not condensed",
}


@dataclass(frozen=True)
class Use:
    """A part of the note that cites a sentence: its label ("1", "a"), its name and its anchor."""

    label: str
    name: str
    anchor: str


@dataclass(frozen=True)
class Mark:
    """A place in the statement that a finding is about, and why."""

    span: Span
    reason: str
    anchor: str


@dataclass(frozen=True)
class Run:
    """Words of a sentence that share the same findings; ``reason`` is "" where there are none."""

    text: str
    reason: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class SourceSentence:
    """A sentence with the characters before it, its place, and what the note makes of it."""

    anchor: str
    number: int
    role: Role
    before: str
    runs: tuple[Run, ...]
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True)
class Block:
    """A paragraph of sentences (numbered from 1), or text that is left out (``number`` 0).

    ``label`` says what a block is where that changes: opening, closing, left out.
    """

    number: int
    anchor: str
    role: str
    label: str = ""
    text: str = ""
    sentences: list[SourceSentence] = field(default_factory=list)


Uses = dict[Sentence, list[Use]]


def sentence_anchor(sentence: Sentence) -> str:
    """The name of a sentence in a page's address, as "s3-1" for paragraph 3, sentence 1."""
    return f"s{sentence.paragraph}-{sentence.number}"


def blocks(note: Note, uses: Uses, marks: Sequence[Mark]) -> tuple[Block, ...]:
    """The whole statement as blocks, in order.

    Args:
        note: whose statement it is.
        uses: the parts of the note that cite each sentence.
        marks: the places that findings are about.
    """
    made: list[Block] = []
    label = ""
    for part in _parts(note):
        if isinstance(part, Span):
            made.append(_left_out(note, part, continued=bool(made) and not made[-1].number))
            label = LEFT_OUT
            continue
        before, sentence = part
        role = _role(note, sentence, uses)
        if not made or made[-1].number != sentence.paragraph:
            own = NOT_CONDENSED.get(role, "")
            kind = role if own else "said"
            made.append(
                Block(
                    sentence.paragraph,
                    f"par{sentence.paragraph}",
                    kind,
                    own if own != label else "",
                )
            )
            label = own
        made[-1].sentences.append(
            SourceSentence(
                sentence_anchor(sentence),
                sentence.number,
                role,
                before,
                tuple(_runs(note.statement.text, sentence, marks)),
                tuple(uses.get(sentence, ())),
            )
        )
    return tuple(made)


def _parts(note: Note) -> Iterator[Span | tuple[str, Sentence]]:
    """What lies between sentences and is left out, and each sentence with what leads to it."""
    text, end = note.statement.text, 0
    left_out = sorted(note.division.boilerplate)
    for sentence in note.division.sentences:
        gap = Span(end, sentence.start)
        if any(span.start < gap.end and gap.start < span.end for span in left_out):
            yield gap
            yield "", sentence
        else:
            yield gap.of(text), sentence
        end = max(end, sentence.end)
    if text[end:].strip():
        yield Span(end, len(text))


def _left_out(note: Note, span: Span, *, continued: bool) -> Block:
    label = "" if continued else LEFT_OUT
    return Block(0, f"left{span.start}", "left-out", label, span.of(note.statement.text))


def _role(note: Note, sentence: Sentence, uses: Uses) -> Role:
    if _inside(sentence, note.division.opening):
        return "opening"
    if _inside(sentence, note.division.closing):
        return "closing"
    return "cited" if uses.get(sentence) else "uncited"


def _inside(sentence: Sentence, span: Span | None) -> bool:
    return span is not None and span.start <= sentence.start and sentence.end <= span.end


def _runs(text: str, sentence: Sentence, marks: Sequence[Mark]) -> Iterator[Run]:
    here = [m for m in marks if m.span.start < sentence.end and sentence.start < m.span.end]
    edges = {sentence.start, sentence.end}
    for mark in here:
        edges |= {max(mark.span.start, sentence.start), min(mark.span.end, sentence.end)}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        about = [m for m in here if m.span.start <= start and end <= m.span.end]
        reason = "; ".join(dict.fromkeys(m.reason for m in about))
        yield Run(text[start:end], reason, about[0].anchor if about else "")
