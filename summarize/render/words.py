"""The words that every format shares: title, masthead, places of citations, checks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from summarize.records import (
    Ask,
    Citation,
    Cited,
    Commitment,
    Division,
    Finding,
    Mention,
    Note,
    Sentence,
    Span,
    Statement,
)

KINDS: Final = {
    "statement": "statement",
    "press-report": "press report",
    "article": "article",
    "record": "record of a meeting",
    "resolution": "resolution",
    "other": "document",
}
ORDINALS: Final = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")
REPORTED: Final = ("press-report", "article")


def title(statement: Statement) -> str:
    """Speaker or delegation and subject; else the statement's own title, else its source."""
    who = statement.delegation or statement.speaker
    if statement.kind not in REPORTED and who and statement.subject:
        return f"{who}: {statement.subject}"
    return statement.title or ", ".join(filter(None, (who, statement.body))) or statement.source


def masthead(statement: Statement) -> list[tuple[str, str]]:
    """Name and value of every field that the statement gives, in the order of a note."""
    speaker = ", ".join(filter(None, (statement.speaker, statement.role)))
    body = ", ".join(filter(None, (statement.body, statement.meeting)))
    rows = (
        ("Speaker", speaker),
        ("Delegation", statement.delegation),
        ("On behalf of", statement.on_behalf_of),
        ("Body", body),
        ("Subject", statement.subject),
        ("Date", statement.date),
        ("Symbol", statement.symbol),
        ("Agency", statement.agency),
        ("Language", language_name(statement.language)),
        ("Kind", KINDS[statement.kind]),
    )
    return [(name, value) for name, value in rows if value]


def language_name(code: str | None) -> str | None:
    """The English name of an ISO 639-1 code."""
    if code is None:
        return None
    from babel import Locale

    name: str | None = Locale("en").languages.get(code)
    return name or code


def places(spans: Iterable[Citation | Mention | Span], sentences: Sequence[Sentence]) -> str:
    """Where ``spans`` stand, as "¶ 3, s. 1, 3–5; ¶ 4, s. 2"."""
    wanted = list(spans)
    hit = [s for s in sentences if any(s.start < w.end and w.start < s.end for w in wanted)]
    return "; ".join(
        place(list(group)) for _, group in groupby(hit, key=lambda sentence: sentence.paragraph)
    )


def place(sentences: Sequence[Sentence]) -> str:
    """Sentences of one paragraph, as "¶ 3, s. 1, 3–5"."""
    return f"¶ {sentences[0].paragraph}, s. {_ranges([s.number for s in sentences])}"


def paragraphs(span: Span, sentences: Sequence[Sentence]) -> str:
    """The paragraphs of ``span``, as "¶ 1–2", with sentences where it takes only some of one."""
    inside = [s for s in sentences if span.start <= s.start and s.end <= span.end]
    numbers = sorted({s.paragraph for s in inside})
    whole = [s for s in sentences if s.paragraph in numbers]
    return f"¶ {_ranges(numbers)}" if whole == inside else places([span], sentences)


def _ranges(numbers: Sequence[int]) -> str:
    """1, 3, 4, 5 as "1, 3–5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)


def source_words(citations: Sequence[Citation]) -> str:
    """The exact words of ``citations`` on one line, an ellipsis where something lies between."""
    parts: list[str] = []
    end = None
    for citation in citations:
        gap = end is not None and citation.start - end > 1
        parts.append(("… " if gap else "") + " ".join(citation.exact.split()))
        end = citation.end
    return " ".join(parts)


def cited(parts: Iterable[Ask | Commitment | Cited]) -> list[Citation]:
    """All that ``parts`` cite."""
    return [citation for part in parts for citation in part.citations]


def quotes(text: str, citations: Sequence[Citation]) -> bool:
    """Whether ``text`` already holds all the words that it cites, so that none need be added."""
    flat = " ".join(text.split())
    return all(" ".join(citation.exact.split()) in flat for citation in citations)


def division_line(note: Note) -> str:
    """What the note says of its division into points; the announced count, if there was one."""
    division, found = note.division, note.checks.found
    if division.division == "tool":
        return "The speaker numbered no points; the division is the tool's."
    if division.announced is None:
        return f"The points are the speaker's; {count(found, 'was', 'were')} found."
    announced = count(division.announced, "point")
    return f"The speaker announced {announced}; {count(found, 'was', 'were')} found."


def count(number: int, one: str, many: str | None = None) -> str:
    """An amount with its noun, as in "one point" or "40 points"; up to ten in words."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    amount = words[number] if number < len(words) else f"{number:,}"
    return f"{amount} {one if number == 1 else many or one + 's'}"


def check_lines(note: Note) -> list[str]:
    """What was verified, what was replaced and what was left out, a sentence each."""
    checks, division = note.checks, note.division
    lines = [
        _verified(note),
        *checks.notices,
        *_replacements(note),
    ]
    left = [
        f"{name} ({paragraphs(span, division.sentences)})"
        for name, span in (("the opening", division.opening), ("the closing", division.closing))
        if span
    ]
    if left:
        lines.append(f"Not condensed: {' and '.join(left)}.")
    if division.boilerplate:
        rows = sum(len(_lines(s.of(note.statement.text))) for s in division.boilerplate)
        lines.append(f"Left out as title lines, navigation or footer: {count(rows, 'line')}.")
    return lines


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _verified(note: Note) -> str:
    checks = note.checks
    amounts = (
        (checks.figures, "figure", None),
        (checks.dates, "date", None),
        (checks.names, "name", None),
        (checks.symbols, "resolution or document", "resolutions and documents"),
    )
    named = [count(number, one, many) for number, one, many in amounts if number]
    if not named:
        return "The condensations hold no figure, date, name or document."
    text = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return f"{text[0].upper()}{text[1:]} in the condensations verified against the source."


def _replacements(note: Note) -> list[str]:
    checks = note.checks
    lines = []
    if checks.repaired:
        lines.append(f"Repaired from the source: {count(checks.repaired, 'condensation')}.")
    if checks.replaced:
        lines.append(
            f"Replaced by the source's own words: {count(checks.replaced, 'condensation')}."
        )
    if checks.condensed and not checks.replaced:
        lines.append("Nothing was replaced.")
    return lines


def finding_line(finding: Finding) -> str:
    """A finding as one line for the reader."""
    return f"{finding.kind}: {finding.message}"


def made_line(note: Note) -> str:
    """How the note was made, on one line."""
    made = note.made
    weights = f" (sha256 {made.weights_sha256[:12]}…)" if made.weights_sha256 else ""
    revision = f" at {made.revision[:12]}" if made.revision else ""
    return (
        f"pksum {made.pksum} · model {made.model}{revision}{weights} · "
        f"length {made.options['length']} · seed {made.seed} · made {made.date}"
    )


def enumeration(order: int) -> str:
    """What stands before the points of a further enumeration, as "Second enumeration"."""
    return f"{ORDINALS[order]} enumeration" if order < len(ORDINALS) else f"Enumeration {order}"


def by_sentence(mentions: Sequence[Mention], division: Division) -> list[tuple[str, list[Mention]]]:
    """Mentions with their place, those of one sentence together."""
    return [
        (place, list(group))
        for place, group in groupby(mentions, key=lambda m: places([m], division.sentences))
    ]
