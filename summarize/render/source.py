"""The statement as a reader sees it beside the note: every character, cut into sentences.

The parts follow each other without gap or overlap; joined, they are the statement's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final, Literal

from summarize.records import Note, Sentence, Span

Role = Literal["cited", "uncited", "opening", "closing"]
LEFT_OUT: Final = "Left out as title lines, navigation or footer"
NOT_CONDENSED: Final = {
    "opening": "Opening{}, not condensed",
    "closing": "Closing{}, not condensed",
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

    ``role`` is "opening" or "closing" where all the sentences are that, "left-out", or "said".
    ``label`` says what a block is where that changes. ``anchor`` is "" where a paragraph goes on
    after something that is left out.
    """

    number: int
    anchor: str
    role: str
    label: str = ""
    text: str = ""
    sentences: tuple[SourceSentence, ...] = ()

    @property
    def is_cited(self) -> bool:
        """Whether the note cites any of its sentences."""
        return any(sentence.role == "cited" for sentence in self.sentences)


Uses = dict[Sentence, list[Use]]
Part = tuple[str, Sentence | None]
"""A sentence with the characters before it, or characters that are left out."""


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
    for number, group in groupby(_parts(note), key=_paragraph):
        parts = list(group)
        if not number:
            own, block = LEFT_OUT, _left_out(parts)
        else:
            said = tuple(_said(note, before, s, uses, marks) for before, s in parts if s)
            own, block = _paragraph_block(number, said, continues=number in _numbers(made))
        made.append(replace(block, label=own if own != label else ""))
        label = own
    return tuple(made)


def _numbers(made: Sequence[Block]) -> set[int]:
    return {block.number for block in made[-2:]}


def _paragraph(part: Part) -> int:
    return part[1].paragraph if part[1] else 0


def _said(
    note: Note, before: str, sentence: Sentence, uses: Uses, marks: Sequence[Mark]
) -> SourceSentence:
    return SourceSentence(
        sentence_anchor(sentence),
        sentence.number,
        _role(note, sentence, uses),
        before,
        tuple(_runs(note.statement.text, sentence, marks)),
        tuple(uses.get(sentence, ())),
    )


def _paragraph_block(
    number: int, said: tuple[SourceSentence, ...], *, continues: bool
) -> tuple[str, Block]:
    """The label that a paragraph's first frame sentence asks for, and the paragraph."""
    frame = next((s.role for s in said if s.role in NOT_CONDENSED), "")
    inside = [s.number for s in said if s.role == frame]
    is_whole = len(inside) == len(said)
    where = "" if is_whole or not frame else f" ({_sentences(inside)})"
    own = NOT_CONDENSED[frame].format(where) if frame else ""
    anchor = "" if continues else f"par{number}"
    return own, Block(number, anchor, frame if frame and is_whole else "said", sentences=said)


def _sentences(numbers: Sequence[int]) -> str:
    """Consecutive sentence numbers as "s. 1–3"."""
    first, last = numbers[0], numbers[-1]
    return f"s.\u00a0{first}" + (f"–{last}" if last > first else "")


def _parts(note: Note) -> Iterator[Part]:
    """What lies between sentences and is left out, and each sentence with what leads to it."""
    text, end = note.statement.text, 0
    left_out = sorted(note.division.boilerplate)
    for sentence in note.division.sentences:
        gap = Span(end, sentence.start)
        if any(span.start < gap.end and gap.start < span.end for span in left_out):
            yield gap.of(text), None
            yield "", sentence
        else:
            yield gap.of(text), sentence
        end = max(end, sentence.end)
    if text[end:].strip():
        yield text[end:], None


def _left_out(parts: Sequence[Part]) -> Block:
    return Block(0, "", "left-out", text="".join(text for text, _ in parts))


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
