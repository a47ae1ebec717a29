"""What a reader hands on."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarize.records import Span


@dataclass(frozen=True)
class Extracted:
    """The text of a document, what of it is furniture, and what the document says of itself.

    ``title`` is where its heading of the first rank stands; ``declared`` holds what stands
    outside the text: "date", "site", "title" and "language". ``notices`` say what was not read.
    """

    text: str
    marked: tuple[Span, ...] = ()
    title: Span | None = None
    declared: dict[str, str] = field(default_factory=dict)
    encoding: str | None = None
    notices: tuple[str, ...] = ()
