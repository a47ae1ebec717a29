"""The nouns of the pipeline, in the order in which a statement passes through them.

All offsets are code points of ``Statement.text``, end exclusive. Every value is frozen: a stage
makes new values and changes none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

Kind = Literal["statement", "press-report", "article", "record", "resolution", "other"]
DivisionKind = Literal["speaker", "tool"]
Status = Literal["model", "repaired", "verbatim"]
Severity = Literal["blocking", "notice"]
FindingKind = Literal[
    "figure",
    "date",
    "symbol",
    "name",
    "negation",
    "force",
    "actor",
    "hedge",
    "comparison",
    "invention",
    "paraphrase",
    "coverage",
    "count",
]
Act = Literal["ask", "commitment", "position", "fact", "courtesy"]


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a statement's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span in ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Statement:
    """One speech, report or document as it was read, with what is known of it.

    ``text`` is the decoded or extracted text, unchanged but for blanks where the end of a page broke a
    sentence of plain text. A field that was not found is None.
    ``spans`` tells where a field was read from, for the fields that stand in the text.
    ``boilerplate`` marks what is not the statement's own: navigation, share buttons, footers,
    and the title and date lines that the masthead takes up. ``notices`` are lines for the reader
    on what of the source was not read (pages of a PDF that are pictures).
    """

    text: str
    source: str
    kind: Kind = "statement"
    language: str | None = None
    title: str | None = None
    speaker: str | None = None
    role: str | None = None
    delegation: str | None = None
    on_behalf_of: str | None = None
    body: str | None = None
    meeting: str | None = None
    subject: str | None = None
    date: str | None = None
    symbol: str | None = None
    agency: str | None = None
    encoding: str | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)
    boilerplate: tuple[Span, ...] = ()
    notices: tuple[str, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, order=True)
class Sentence:
    """A sentence by place: paragraph and number in it, both counted from 1.

    Paragraphs are counted from the first one after title and date, boilerplate left out.
    """

    start: int
    end: int
    paragraph: int
    number: int

    def of(self, text: str) -> str:
        """The words of this sentence in ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Passage:
    """What one condensation stands for: a point the speaker numbered, or a topical passage.

    ``sentences`` are whole and in order. A passage outside the speaker's points has no
    ``series``, ``number`` or ``label``. ``attribution`` is who speaks in a press report
    (a person quoted, or the agency), and None in a statement.
    """

    sentences: tuple[Sentence, ...]
    series: int | None = None
    number: int | None = None
    label: str = ""
    attribution: str | None = None

    @property
    def start(self) -> int:
        return self.sentences[0].start

    @property
    def end(self) -> int:
        return self.sentences[-1].end


@dataclass(frozen=True)
class Series:
    """One enumeration of a statement: its number from 1, and how many points were announced."""

    number: int
    announced: int | None


@dataclass(frozen=True)
class Division:
    """A statement cut into its parts. Every sentence belongs to exactly one part, except that
    two markers in one sentence, not taken up separately, make two points with that span.

    ``announcing`` are the sentences that announce the speaker's points; one that follows the
    courtesies at once and leads to the first point belongs to the opening.
    """

    division: DivisionKind
    sentences: tuple[Sentence, ...]
    opening: Span | None
    points: tuple[Passage, ...]
    passages: tuple[Passage, ...]
    closing: Span | None
    boilerplate: tuple[Span, ...] = ()
    series: tuple[Series, ...] = ()
    announcing: tuple[Span, ...] = ()

    @property
    def announced(self) -> int | None:
        """The count announced for the first series that has one."""
        return next((s.announced for s in self.series if s.announced is not None), None)


@dataclass(frozen=True)
class Source:
    """What a condenser and a verifier may know of one passage.

    ``sentences`` are the passage's own words; ``delegation`` is the State or organisation that
    "we" and "our" mean; ``context`` is the statement's whole text, for acronyms it expands.
    """

    sentences: tuple[str, ...]
    delegation: str | None = None
    speaker: str | None = None
    attribution: str | None = None
    language: str | None = None
    context: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.sentences)


@dataclass(frozen=True)
class Seen:
    """What a model sees in one sentence: the chance (0 to 1) of each act, in the order of ``Act``,
    and the chances that it carries its passage, that it tells the passage's main claim, and that it
    is not understood alone.
    """

    acts: tuple[float, ...]
    carry: float
    main: float = 0.0
    needs: float = 0.0

    @property
    def act(self) -> Act:
        """The likeliest act."""
        kinds: tuple[Act, ...] = get_args(Act)
        return kinds[max(range(len(kinds)), key=self.acts.__getitem__)]


@dataclass(frozen=True)
class Draft:
    """What a model proposes for one passage: candidates, best first, and a heading or "".

    ``seen`` is what it sees in each sentence of the passage; nothing where it does not tell.
    """

    candidates: tuple[str, ...]
    heading: str = ""
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True)
class Finding:
    """What a check found wrong in a condensation.

    ``start`` and ``end`` are offsets in the condensation; ``source_start`` and ``source_end``
    are offsets in the statement's text, where a place can be named.
    """

    kind: FindingKind
    severity: Severity
    message: str
    start: int | None = None
    end: int | None = None
    source_start: int | None = None
    source_end: int | None = None


@dataclass(frozen=True)
class Condensation:
    """What the note says of one passage, what the model said, and why they differ.

    ``cites`` are indices into the passage's sentences. ``seen`` is what the model saw in each of
    them, or nothing.
    """

    text: str
    raw: str
    status: Status
    heading: str
    findings: tuple[Finding, ...] = ()
    cites: tuple[int, ...] = ()
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True)
class Citation:
    """A place in the source with its exact words, as W3C Web Annotation selectors need it."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True)
class Cited:
    """A sentence of the note with the source words that carry it."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Entry:
    """A point or a passage of the note: where it stands, what the note says of it, and why.

    ``findings`` are in offsets of the statement's text (``source_start``, ``source_end``) and of
    ``condensation.raw`` (``start``, ``end``).
    """

    passage: Passage
    text: str
    condensation: Condensation
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Ask:
    """Who is asked to do what, in the source's own verbs. ``actor`` is "" where none is named."""

    actor: str
    action: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Commitment:
    """What the speaker's side undertakes, in the source's own verbs."""

    action: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Mention:
    """A figure, date or document named in the statement. ``symbol`` is the document's own."""

    text: str
    start: int
    end: int
    symbol: str | None = None


@dataclass(frozen=True)
class Checks:
    """What was verified, what was replaced, and what was left out."""

    figures: int
    dates: int
    names: int
    symbols: int
    condensed: int
    repaired: int
    replaced: int
    quoted: int
    announced: int | None
    found: int
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Made:
    """How a note was made, so that it can be made again."""

    pksum: str
    pipeline: int
    model: str
    revision: str | None
    weights_sha256: str | None
    prompt_sha256: str | None
    options: Mapping[str, str | bool]
    seed: int
    date: str


@dataclass(frozen=True)
class Note:
    """A briefing note: everything a renderer needs, and nothing that the source does not say."""

    statement: Statement
    division: Division
    in_brief: tuple[Cited, ...]
    points: tuple[Entry, ...]
    passages: tuple[Entry, ...]
    asks: tuple[Ask, ...]
    commitments: tuple[Commitment, ...]
    figures: tuple[Mention, ...]
    references: tuple[Mention, ...]
    checks: Checks
    made: Made
