"""Between what a model says and what a note says: nothing passes unverified.

Among a draft's candidates the first that passes is taken; else what can be repaired exactly is
repaired; else the source's own words stand in, in quotation marks. The findings stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from summarize.cite import cite
from summarize.condense import Condenser
from summarize.condense.reported import with_reported
from summarize.condense.text import count_words
from summarize.condense.verbatim import choose, quote
from summarize.heading import heading_of
from summarize.options import QUOTED_BELOW, VERBATIM, Length, Options
from summarize.records import Condensation, Draft, Finding, Source, Status
from summarize.verify import repair, verify
from summarize.words import content_stems


def settle_all(
    sources: Sequence[Source], condenser: Condenser, options: Options
) -> list[Condensation]:
    """What a note may show for each source, in order.

    The model is asked once, about all that it can read; for a source too short to condense,
    which is quoted whole, only its heading is taken. A source in a language that the model's
    card does not name is quoted.
    """
    drafts = iter(condenser.condense(asked(sources, condenser), options.length))
    return [
        _settle_one(source, None if is_foreign(source, condenser) else next(drafts), options)
        for source in sources
    ]


def asked(sources: Sequence[Source], condenser: Condenser) -> list[Source]:
    """The sources that the model is asked about."""
    return [source for source in sources if not is_foreign(source, condenser)]


def is_short(source: Source) -> bool:
    """Whether the passage is quoted, not condensed (house style, rule 1)."""
    return count_words(source.text) < QUOTED_BELOW


def is_foreign(source: Source, condenser: Condenser) -> bool:
    """Whether the model's card names languages and the source's is none of them."""
    known = condenser.card.languages
    return bool(known and source.language and source.language not in known)


def _settle_one(source: Source, draft: Draft | None, options: Options) -> Condensation:
    heading, seen = _heading(draft, source), draft.seen if draft else ()
    if is_short(source):
        return replace(quoted_whole(source, heading), seen=seen)
    if draft is None:
        return quoted(source, heading, options.length)
    if options.model != VERBATIM:
        draft = replace(draft, candidates=with_reported(draft.candidates, source, options.length))
    return replace(settle(draft, source, heading, options), seen=seen)


def _heading(draft: Draft | None, source: Source) -> str:
    """The model's heading where every word of it is the source's, else one made by rule."""
    if draft and draft.heading and content_stems(draft.heading) <= content_stems(source.text):
        return draft.heading
    return heading_of(source.sentences)


def settle(draft: Draft, source: Source, heading: str, options: Options) -> Condensation:
    """The condensation that a note may show for ``source``.

    Args:
        draft: the model's candidates, best first; without any, the source is quoted.
        source: the passage's own words.
        heading: the heading to show.
        options: whether findings that do not block also lead to quoting, whether to repair,
            and the length.
    """
    if not draft.candidates:
        return quoted(source, heading, options.length, (_unfit(),))
    first = _try(draft.candidates[0], source)
    if not options.repair:
        return first.spoken(source, heading)
    others = (_try(text, source) for text in draft.candidates[1:])
    best = next((one for one in chain([first], others) if one.passes(options)), None)
    if best is not None:
        return best.spoken(source, heading)
    return _repaired(first, source, heading, options) or quoted(
        source, heading, options.length, first.findings, first.text
    )


@dataclass(frozen=True)
class Attempt:
    """A candidate with what its check found and the sentences that carry it."""

    text: str
    findings: tuple[Finding, ...]
    cites: tuple[int, ...]

    def passes(self, options: Options) -> bool:
        """Whether a note may say this: nothing blocks it, and the source carries it."""
        blocked = any(options.strict or f.severity == "blocking" for f in self.findings)
        return bool(self.cites) and not blocked

    def spoken(self, source: Source, heading: str) -> Condensation:
        """The candidate as it stands. Where it is quotation and nothing else, it says so."""
        is_quotation = self.text == quote(source.sentences, self.cites)
        status: Status = "verbatim" if is_quotation else "model"
        return Condensation(self.text, self.text, status, heading, self.findings, self.cites)


def _try(text: str, source: Source) -> Attempt:
    return Attempt(text, verify(text, source), carriers(text, source.sentences))


def carriers(text: str, sentences: Sequence[str]) -> tuple[int, ...]:
    """The sentences that carry ``text``, and with them every one that stands in it whole."""
    whole = {i for i, sentence in enumerate(sentences) if sentence in text}
    return tuple(sorted(whole | set(cite(text, sentences))))


def quoted(
    source: Source,
    heading: str,
    length: Length,
    findings: tuple[Finding, ...] = (),
    raw: str = "",
) -> Condensation:
    """The sentences that carry ``source``, in quotation marks."""
    return _quotation(source, choose(source.sentences, length), heading, findings, raw)


def quoted_whole(source: Source, heading: str) -> Condensation:
    """All of ``source`` in quotation marks: for points too short to condense."""
    return _quotation(source, range(len(source.sentences)), heading, (), "")


def _quotation(
    source: Source,
    chosen: Sequence[int],
    heading: str,
    findings: tuple[Finding, ...],
    raw: str,
) -> Condensation:
    text = quote(source.sentences, chosen)
    return Condensation(text, raw or text, "verbatim", heading, findings, tuple(chosen))


def _repaired(
    first: Attempt, source: Source, heading: str, options: Options
) -> Condensation | None:
    text = repair(first.text, first.findings, source)
    if text is None:
        return None
    attempt = _try(text, source)
    if not attempt.passes(options):
        return None
    return Condensation(text, first.text, "repaired", heading, first.findings, attempt.cites)


def _unfit() -> Finding:
    return Finding(
        "coverage",
        "notice",
        "The model gave no whole condensation of this passage; the source's words stand in.",
    )
