"""The words that every format shares: title, masthead, places of citations, checks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from summarize.records import (
    Ask,
    Citation,
    Cited,
    Commitment,
    Entry,
    Finding,
    Mention,
    Note,
    Sentence,
    Span,
    Statement,
)

KINDS: Final = {
    "statement": "Statement",
    "press-report": "Press report",
    "article": "Article",
    "record": "Record of a meeting",
    "resolution": "Resolution",
    "other": "Document",
}
ORDINALS: Final = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")
REPORTED: Final = {
    "press-report": "A press report, not the statement itself; the tool divided it by who speaks.",
    "article": "An article, not the statement itself; the tool divided it by who speaks.",
}
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ISO_DATE: Final = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?"
)


def title(statement: Statement) -> str:
    """Speaker or delegation and subject; else the statement's own title, else what is known."""
    who = statement.delegation or statement.speaker
    if statement.kind not in REPORTED and who and statement.subject:
        return f"{who}: {statement.subject}"
    known = ", ".join(filter(None, (who, statement.body)))
    return statement.title or known or f"{KINDS[statement.kind]}: {statement.source}"


def masthead(statement: Statement) -> list[tuple[str, str]]:
    """Name and value of every field that the statement gives, in the order of a note."""
    is_in_title = statement.subject and title(statement).endswith(statement.subject)
    rows = (
        ("Speaker", _speaker(statement)),
        ("Delegation", statement.delegation),
        ("On behalf of", statement.on_behalf_of),
        ("Reported by", statement.agency),
        ("Body", _with_bracket(statement.body, statement.meeting)),
        ("Subject", None if is_in_title else statement.subject),
        ("Date", date_name(statement.date)),
        ("Symbol", statement.symbol),
        ("Language", language_name(statement.language)),
        ("Kind", KINDS[statement.kind]),
    )
    return [(name, value) for name, value in rows if value]


def _speaker(statement: Statement) -> str | None:
    """The speaker with the role: "Ambassador Tamsin Vale", or "Tamsin Vale, Minister of Ports"."""
    speaker, role = statement.speaker, statement.role
    if not speaker or not role or role in speaker:
        return speaker or role
    return f"{speaker}, {role}" if " " in role else f"{role} {speaker}"


def _with_bracket(text: str | None, more: str | None) -> str | None:
    return f"{text} ({more})" if text and more else text or more


def date_name(date: str | None) -> str | None:
    """A date in ISO 8601 as a document writes it: "24 May 2021", "May 2021"; others as they are."""
    match = ISO_DATE.fullmatch(date or "")
    if match is None:
        return date
    month = MONTHS[int(match["month"]) - 1]
    return " ".join(filter(None, ((match["day"] or "").lstrip("0"), month, match["year"])))


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


def cited(parts: Iterable[Ask | Commitment | Cited | Entry]) -> list[Citation]:
    """All that ``parts`` cite."""
    return [citation for part in parts for citation in part.citations]


def quotes(text: str, citations: Sequence[Citation]) -> bool:
    """Whether ``text`` already holds all the words that it cites, so that none need be added."""
    flat = " ".join(text.split())
    return all(" ".join(citation.exact.split()) in flat for citation in citations)


def division_line(note: Note) -> str:
    """What the note says of its division into points; the announced count, if there was one."""
    division, found = note.division, note.checks.found
    if note.statement.kind in REPORTED:
        return REPORTED[note.statement.kind]
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
        _coverage(note),
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
    return f"Verified against the source: {text} in the condensations."


def _coverage(note: Note) -> str:
    """How many of the statement's sentences the note cites."""
    citations = {
        *cited(note.in_brief),
        *cited(note.points),
        *cited(note.passages),
        *cited(note.asks),
        *cited(note.commitments),
    }
    starts = [sentence.start for sentence in note.division.sentences]
    hit = {
        index
        for citation in citations
        for index in range(
            max(bisect_right(starts, citation.start) - 1, 0), bisect_left(starts, citation.end)
        )
    }
    return f"Cited: {len(hit):,} of {len(starts):,} sentences of the source."


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


def opening(text: str) -> str:
    """``text`` with a capital, as it opens a cell or a line."""
    return text[:1].upper() + text[1:]


def enumeration(order: int) -> str:
    """What stands before the points of a further enumeration, as "Second enumeration"."""
    return f"{ORDINALS[order]} enumeration" if order < len(ORDINALS) else f"Enumeration {order}"
