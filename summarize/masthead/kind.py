"""What kind of document a text is, and which agency or publisher it comes from."""

from __future__ import annotations

import re

from summarize.masthead.title import Field, field
from summarize.page.boilerplate import Layout
from summarize.page.lexicon import voice, words
from summarize.page.lines import DATELINE
from summarize.records import Kind

_QUOTED = re.compile(r"[“\"][^“”\"]{0,2000}[”\"]")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|my|My|us)\b")
_FIRST_PERSON_SHARE = 0.003
_RESOLUTION = re.compile(
    r"(?:The (?:Security Council|General Assembly|Human Rights Council|Economic and Social "
    r"Council)|PP\s?1),?\s+(?:[A-Z][a-z]+ing|[A-Z][a-z]+ed by|Having)\b"
)
_OPERATIVE = re.compile(
    r"^\s*(?:1\.|OP\s?1)\s+(?:[A-Z][a-z]+(?:s|ly)\b|Also|Expresses)", re.MULTILINE
)
_REPORTED = re.compile(
    r"\b(?:said|stressed|noted|added|told|expressed|emphasized|emphasised|pointed out|stated)\b"
)
_FEWEST_REPORTS = 2
_PUBLISHER = re.compile(
    r"(?:copyright|©|\(c\))[\s©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?:by\s+)?"
    r"(?P<name>[A-Z][\w&'’.-]*(?:\s+[A-Z][\w&'’.-]*){0,5}?)\s*[,.]?\s+all rights reserved",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"(?i:by)\s+(?P<name>(?:[\w.’'-]+\s+){0,3}?\w*(?:Press|News|Agency|Media|Times|Post|Tribune|"
    r"Herald|Gazette|Journal|Staff|Reporter|Online|Wire)\w*)\s*$"
)
_AGENCY_MARK = re.compile(r"\(?\b(?P<name>[A-Z][A-Za-z]{2,20}(?:/[A-Z]\w+)?)\)")


def first_person_share(text: str, language: str = "en") -> float:
    """How much of the words of a text is "I" and "we", quotations left aside."""
    own = _QUOTED.sub(" ", text)
    patterns = voice()["first_person"]
    count = len(own.split()) if language != "zh" else len(own) / 2
    pattern = patterns.get(language, patterns["en"])
    return len(re.findall(pattern, own)) / count if count else 0.0


def find_agency(text: str, layout: Layout) -> Field | None:
    """The news agency or publisher, from the dateline, the byline or the copyright line."""
    if layout.dateline:
        match = DATELINE.match(text, layout.dateline.start)
        for group in ("agency", "agency_only"):
            if match and match[group]:
                return field(text, *match.span(group))
    for line in layout.head:
        if line.label in {"byline", "date"}:
            for pattern in (_OUTLET, _AGENCY_MARK):
                found = pattern.search(text, line.start, line.end)
                if found:
                    return field(text, *found.span("name"))
            known = words().agencies.search(text, line.start, line.end)
            if known:
                return field(text, *known.span())
    for span in layout.boilerplate:
        found = _PUBLISHER.search(text, span.start, span.end)
        if found:
            return field(text, *found.span("name"))
    return None


def find_kind(text: str, layout: Layout, language: str, titled: bool, agency: bool) -> Kind:
    """The kind of document: by its title, its dateline, its form, or its grammatical person."""
    body = layout.body.of(text)
    if _RESOLUTION.match(body) and _OPERATIVE.search(body):
        return "resolution"
    if layout.dateline:
        return "press-report"
    byline = any(line.label == "byline" for line in layout.head)
    least = _FIRST_PERSON_SHARE if byline or agency else 0.0
    if titled or first_person_share(body, language) > least:
        return "statement"
    outlet = any(_OUTLET.search(line.span.of(text)) for line in layout.head)
    if byline and not outlet:
        return "article"
    reported = len(_REPORTED.findall(body)) >= _FEWEST_REPORTS
    page = any(line.label in {"date", "furniture"} for line in layout.head)
    return "press-report" if agency or (reported and page) else "other"
