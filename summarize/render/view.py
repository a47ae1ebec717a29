"""The note as plain values for templates: every word and anchor ready, nothing left to compute.

These are the fields that a template of the user's may use; ``docs/templates.md`` lists them.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarize.render.source import Block


@dataclass(frozen=True)
class Place:
    """Sentences of one paragraph: "¶ 3, s. 1–2", and their anchors in the page's source."""

    text: str
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class Reference:
    """Where a part of the note is from.

    ``places`` by paragraph, ``text`` all of them together; ``note`` is the number of the source
    note with the words, 0 where the part quotes them all; ``url`` leads to the words at the
    statement's public address, "" without one.
    """

    places: tuple[Place, ...]
    text: str
    note: int
    url: str

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors of all the sentences that are cited."""
        return tuple(anchor for place in self.places for anchor in place.anchors)


@dataclass(frozen=True)
class Problem:
    """A finding: its kind, its reason, the model's words that it is about, the source place."""

    kind: str
    severity: str
    message: str
    words: str
    place: Place


@dataclass(frozen=True)
class Piece:
    """Words of the note; ``reason`` says what was found wrong in them, "" where nothing was."""

    text: str
    reason: str = ""


@dataclass(frozen=True)
class Line:
    """A sentence of the opening summary, an ask or a commitment, with where it is from."""

    anchor: str
    text: str
    reference: Reference
    actor: str = ""


@dataclass(frozen=True)
class Item:
    """A point, or a passage of "Also said".

    ``label`` is the speaker's number, or a letter; ``pieces`` join to ``text``. ``raw`` is what
    the model said where the note says something else, else empty.
    """

    anchor: str
    label: str
    name: str
    number: int
    heading: str
    text: str
    pieces: tuple[Piece, ...]
    status: str
    reference: Reference
    problems: tuple[Problem, ...]
    raw: tuple[Piece, ...]


@dataclass(frozen=True)
class Enumeration:
    """The points of one of the speaker's enumerations; ``title`` tells it from the one before."""

    title: str
    points: tuple[Item, ...]


@dataclass(frozen=True)
class Named:
    """A figure, date or document, and its address if it has one."""

    text: str
    url: str


@dataclass(frozen=True)
class Mentioned:
    """Things named at one place, or one thing with all its places; ``text`` tells where."""

    named: tuple[Named, ...]
    places: tuple[Place, ...]
    text: str


@dataclass(frozen=True)
class SourceNote:
    """The numbered source words of one reference."""

    number: int
    words: str
    place: str
    anchor: str


@dataclass(frozen=True)
class View:
    """A note, ready to be set in type. The order of the fields is the order of a note."""

    title: str
    own_title: str
    masthead: tuple[tuple[str, str], ...]
    date: str
    language: str
    kind: str
    source: str
    source_url: str
    sha256: str
    in_brief: tuple[Line, ...]
    division_line: str
    enumerations: tuple[Enumeration, ...]
    passages: tuple[Item, ...]
    asks: tuple[Line, ...]
    unnamed_asks: tuple[Line, ...]
    commitments: tuple[Line, ...]
    side: str
    figures: tuple[Mentioned, ...]
    references: tuple[Mentioned, ...]
    checks: tuple[str, ...]
    made: str
    made_on: str
    source_notes: tuple[SourceNote, ...]
    blocks: tuple[Block, ...]
    cited: int
    sentences: int

    @property
    def points(self) -> tuple[Item, ...]:
        """The points of all enumerations."""
        return tuple(point for part in self.enumerations for point in part.points)
