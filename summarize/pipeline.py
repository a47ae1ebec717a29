"""The whole way from a source to its note, readable as a story."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, Final

from summarize.condense import Condenser
from summarize.condense.open import open_condenser
from summarize.gate import is_foreign, settle_all
from summarize.heading import told_apart
from summarize.note import make_note
from summarize.options import Options
from summarize.read import read
from summarize.records import (
    Condensation,
    Division,
    Made,
    Note,
    Passage,
    Source,
    Statement,
)
from summarize.segment import is_known, segment
from summarize.version import VERSION

PIPELINE: Final = 9
"""Raised whenever reading, segmenting, verifying or citing changes what a note says."""

TOGETHER: Final = 32
"""Statements whose passages are condensed together, so that batches fill."""


def brief(
    source: str | Path, options: Options | None = None, *, stdin: BinaryIO | None = None
) -> tuple[Note, ...]:
    """The notes of one source: one, or one a speaker for a record of a meeting.

    Args:
        source: a path, "-" for ``stdin``, or an http(s) address.
        options: how to make the notes.
        stdin: where "-" reads from; the process's own standard input by default.

    Raises:
        InputError: the source cannot be read as a statement.
        ModelError: the model cannot be found or loaded.
    """
    options = options or Options()
    return tuple(brief_all(read(source, stdin=stdin, offline=options.offline), options))


def brief_all(
    statements: Iterable[Statement],
    options: Options | None = None,
    condenser: Condenser | None = None,
) -> Iterator[Note]:
    """A note for each statement, in order; their passages are condensed together.

    Args:
        statements: what was read; taken ``TOGETHER`` at a time, so any number fits the memory.
        options: how to make the notes.
        condenser: an open condenser to use in place of the one that ``options.model`` names.
    """
    options = options or Options()
    condenser = condenser or open_condenser(options)
    waiting = iter(statements)
    while group := tuple(islice(waiting, TOGETHER)):
        yield from _brief_group(group, condenser, options)


_BREAKS: Final = re.compile(r"\s")


def source_of(statement: Statement, passage: Passage) -> Source:
    """What a condenser and a verifier may know of ``passage``: its sentences with a blank for each
    line break, so that all places stay.
    """
    return Source(
        tuple(_BREAKS.sub(" ", sentence.of(statement.text)) for sentence in passage.sentences),
        delegation=statement.delegation,
        speaker=statement.speaker,
        attribution=passage.attribution,
        language=statement.language,
        context=statement.text,
    )


@dataclass(frozen=True)
class Prepared:
    """A statement cut into its parts, ready to be condensed."""

    statement: Statement
    division: Division

    @property
    def sources(self) -> list[Source]:
        """What is to be condensed: the points, then the passages."""
        passages = (*self.division.points, *self.division.passages)
        return [source_of(self.statement, passage) for passage in passages]


def prepare(statement: Statement) -> Prepared:
    """``statement`` cut into its parts."""
    return Prepared(statement, segment(statement))


def finish(
    prepared: Prepared,
    condensations: Sequence[Condensation],
    condenser: Condenser,
    options: Options,
) -> Note:
    """The note of a prepared statement, of which ``condenser`` made the condensations."""
    statement, division = prepared.statement, prepared.division
    notices = _notices(statement, division, prepared.sources, condenser)
    made = made_by(condenser, options)
    headings = told_apart(
        [one.heading for one in condensations], [one.sentences for one in prepared.sources]
    )
    headed = [
        replace(one, heading=heading) for one, heading in zip(condensations, headings, strict=True)
    ]
    return make_note(statement, division, headed, made, notices)


def _brief_group(
    statements: Sequence[Statement], condenser: Condenser, options: Options
) -> Iterator[Note]:
    """The notes of a few statements, whose passages are condensed in one go."""
    group = [prepare(statement) for statement in statements]
    sources = [prepared.sources for prepared in group]
    settled = iter(settle_all(list(chain(*sources)), condenser, options))
    for prepared, own in zip(group, sources, strict=True):
        yield finish(prepared, list(islice(settled, len(own))), condenser, options)


def _notices(
    statement: Statement, division: Division, sources: Sequence[Source], condenser: Condenser
) -> tuple[str, ...]:
    """What the reader must know besides the findings, a sentence each."""
    notices = list(statement.notices)
    if any(is_foreign(source, condenser) for source in sources):
        known = ", ".join(condenser.card.languages)
        notices.append(
            f"The statement's language ({statement.language}) is none that the model "
            f"{condenser.card.name} names ({known}); its own words are quoted."
        )
    if statement.language and not is_known(statement.language):
        notices.append(
            f"The tool finds no points in the statement's language ({statement.language}); "
            "it is divided by paragraphs."
        )
    if statement.encoding:
        notices.append(f"The source was not UTF-8; it was read as {statement.encoding}.")
    if not division.points and not division.passages:
        notices.append("Nothing was found to condense.")
    return tuple(notices)


def made_by(condenser: Condenser, options: Options) -> Made:
    """How notes are made with ``condenser`` and ``options``, today."""
    card = condenser.card
    chosen: dict[str, str | bool] = {
        "length": options.length,
        "strict": options.strict,
        "repair": options.repair,
        "device": card.device,
        **({"dtype": card.dtype} if card.dtype else {}),
        **({"engine": card.engine} if card.engine else {}),
    }
    return Made(
        pksum=VERSION,
        pipeline=PIPELINE,
        model=card.name,
        revision=card.revision,
        weights_sha256=card.weights_sha256,
        prompt_sha256=card.prompt_sha256,
        options=chosen,
        seed=options.seed,
        date=making_date(),
    )


def making_date() -> str:
    """Today in UTC as YYYY-MM-DD, or the day that ``SOURCE_DATE_EPOCH`` fixes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date().isoformat()
