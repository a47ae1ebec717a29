"""From a note to its view: places, numbered source notes, and who cites which sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final
from urllib.parse import quote, urlsplit

from summarize.facts.instruments import instrument
from summarize.records import Ask, Citation, Cited, Entry, Finding, Mention, Note, Sentence, Span
from summarize.render import words
from summarize.render.source import Mark, Use, Uses, blocks, sentence_anchor
from summarize.render.typography import bind, typeset
from summarize.render.view import (
    Enumeration,
    Item,
    Line,
    Mentioned,
    Named,
    Piece,
    Place,
    Problem,
    Reference,
    SourceNote,
    View,
)

UNDOCS: Final = "https://undocs.org/"
WHOLE: Final = 12
"""Words up to which a text fragment repeats a citation; of a longer one, beginning and end."""
ENDS: Final = 5
"""Words of the beginning and of the end of a longer citation in a text fragment."""


def compose(note: Note) -> View:
    """The view of ``note``: what every format but JSON sets in type."""
    return _Composer(note).view()


class _Composer:
    """Numbers source notes and gathers uses while the parts of one note are put together."""

    def __init__(self, note: Note) -> None:
        self.note = note
        self.sentences = note.division.sentences
        self.starts = [sentence.start for sentence in self.sentences]
        self.url = public_address(note.statement.source)
        self.numbers: dict[tuple[Citation, ...], int] = {}
        self.uses: Uses = {}
        self.marks: list[Mark] = []
        self.anchors: set[str] = set()

    def view(self) -> View:
        note, statement = self.note, self.note.statement
        title = words.title(statement)
        in_brief = tuple(self.in_brief(i, cited) for i, cited in enumerate(note.in_brief, 1))
        enumerations = tuple(self.enumerations())
        passages = tuple(
            self.item(entry, f"a{i}", letters(i), f"Also said, {letters(i)}", i)
            for i, entry in enumerate(note.passages, 1)
        )
        asks = [self.ask(i, ask) for i, ask in enumerate(note.asks, 1)]
        commitments = tuple(
            self.line(one.action, one.citations, Use("commitment", f"Commitment {i}", f"c{i}"))
            for i, one in enumerate(note.commitments, 1)
        )
        parts = blocks(note, self.uses, self.marks)
        return View(
            title=typeset(title),
            own_title=bind(statement.title) if statement.title not in (None, title) else "",
            masthead=tuple((name, typeset(value)) for name, value in words.masthead(statement)),
            date=statement.date or "",
            language=statement.language or "",
            kind=words.KINDS[statement.kind],
            source=statement.source,
            source_url=self.url,
            sha256=statement.sha256,
            in_brief=in_brief,
            division_line=typeset(words.division_line(note)),
            enumerations=enumerations,
            passages=passages,
            asks=tuple(ask for ask in asks if ask.actor),
            unnamed_asks=tuple(ask for ask in asks if not ask.actor),
            commitments=commitments,
            side=statement.delegation or "The speaker’s side",
            figures=tuple(self.figures()),
            references=tuple(self.references()),
            checks=tuple(typeset(line) for line in words.check_lines(note)),
            made=words.made_line(note),
            made_on=note.made.date,
            source_notes=tuple(self.source_notes()),
            blocks=parts,
            cited=sum(s.role == "cited" for block in parts for s in block.sentences),
            sentences=len(self.sentences),
        )

    def in_brief(self, number: int, cited: Cited) -> Line:
        use = Use("in brief", "In brief", f"b{number}")
        return self.line(cited.text, cited.citations, use)

    def ask(self, number: int, ask: Ask) -> Line:
        use = Use("ask", f"Ask {number}", f"ask{number}")
        return self.line(ask.action, ask.citations, use, typeset(words.opening(ask.actor)))

    def line(self, text: str, citations: Sequence[Citation], use: Use, actor: str = "") -> Line:
        reference = self.reference(text, citations, numbered=use.label == "in brief")
        self.used(citations, use)
        return Line(use.anchor, typeset_note(text, citations), reference, actor)

    def enumerations(self) -> Iterator[Enumeration]:
        number = 0
        groups = groupby(self.note.points, key=lambda entry: entry.passage.series)
        for order, (_, group) in enumerate(groups, 1):
            points = []
            for place, entry in enumerate(group, 1):
                number += 1
                label = str(entry.passage.number or place)
                wanted = f"p{label}" if order == 1 else f"p{order}-{label}"
                name = f"Point {label}" + (f" of enumeration {order}" if order > 1 else "")
                points.append(self.item(entry, wanted, label, name, int(label)))
            yield Enumeration(words.enumeration(order) if order > 1 else "", tuple(points))

    def item(self, entry: Entry, wanted: str, label: str, name: str, number: int) -> Item:
        anchor = self.anchor(wanted)
        condensation = entry.condensation
        reference = self.reference(entry.text, entry.citations)
        self.used(entry.citations, Use(label, name, anchor))
        self.marked(condensation.findings, anchor)
        differs = bool(condensation.raw) and condensation.raw != condensation.text
        spoken = _pieces(condensation.raw, condensation.findings)
        text = typeset_note(entry.text, entry.citations)
        return Item(
            anchor=anchor,
            label=label,
            name=name,
            number=number,
            heading=typeset(condensation.heading),
            text=text,
            pieces=(Piece(text),) if differs else _in_place(text, condensation.raw, spoken),
            status=condensation.status,
            reference=reference,
            problems=tuple(self.problem(condensation.raw, f) for f in condensation.findings),
            raw=spoken if differs else (),
        )

    def anchor(self, wanted: str) -> str:
        """``wanted``, or with a letter after it where two points bear the same number."""
        names = (wanted if n == 0 else wanted + letters(n) for n in range(len(self.anchors) + 1))
        free = next(name for name in names if name not in self.anchors)
        self.anchors.add(free)
        return free

    def reference(
        self, text: str, citations: Sequence[Citation], *, numbered: bool = True
    ) -> Reference:
        """Where ``text`` is from. Asks and commitments, in the source's words, get no number."""
        places = tuple(self.places(citations))
        number = 0
        if numbered and citations and not words.quotes(text, citations):
            number = self.numbers.setdefault(tuple(citations), len(self.numbers) + 1)
        where = "; ".join(place.text for place in places)
        link = text_fragment(self.url, citations[0].exact) if self.url and citations else ""
        return Reference(places, where, number, link)

    def places(self, spans: Iterable[Citation | Mention | Span]) -> Iterator[Place]:
        hit = sorted({sentence for span in spans for sentence in self.under(span)})
        for _, group in groupby(hit, key=lambda sentence: sentence.paragraph):
            own = list(group)
            yield Place(words.place(own), tuple(sentence_anchor(s) for s in own))

    def under(self, span: Citation | Mention | Span) -> Sequence[Sentence]:
        """The sentences that ``span`` stands in."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        last = bisect_left(self.starts, span.end)
        return [s for s in self.sentences[first:last] if s.end > span.start]

    def used(self, citations: Sequence[Citation], use: Use) -> None:
        for sentence in sorted({s for citation in citations for s in self.under(citation)}):
            uses = self.uses.setdefault(sentence, [])
            if use.name not in (known.name for known in uses):
                uses.append(use)

    def marked(self, findings: Sequence[Finding], anchor: str) -> None:
        for finding in findings:
            if finding.source_start is not None and finding.source_end is not None:
                span = Span(finding.source_start, finding.source_end)
                self.marks.append(Mark(span, words.finding_line(finding), anchor))

    def problem(self, raw: str, finding: Finding) -> Problem:
        about = "" if finding.start is None else raw[finding.start : finding.end]
        places = []
        if finding.source_start is not None and finding.source_end is not None:
            places = list(self.places([Span(finding.source_start, finding.source_end)]))
        place = places[0] if places else Place("", ())
        return Problem(finding.kind, finding.severity, typeset(finding.message), about, place)

    def figures(self) -> Iterator[Mentioned]:
        """Figures and dates in the statement's order, each once with all its places, and those of the
        same sentences together.
        """
        figures: dict[str, list[Mention]] = {}
        for mention in self.note.figures:
            figures.setdefault(" ".join(mention.text.split()), []).append(mention)
        placed = [(text, tuple(self.places(mentions))) for text, mentions in figures.items()]
        for places, group in groupby(placed, key=lambda pair: pair[1]):
            yield _mentioned([Named(bind(text), "") for text, _ in group], places)

    def references(self) -> Iterator[Mentioned]:
        """Resolutions and documents in the statement's order, each once with all its places."""
        documents: dict[str, list[Mention]] = {}
        for mention in self.note.references:
            whole = mention.symbol if "," not in mention.text else None
            key = whole.casefold() if whole else instrument(mention.text)
            documents.setdefault(key, []).append(mention)
        for mentions in documents.values():
            fullest = max(mentions, key=lambda m: 0 if m.symbol else len(m.text))
            named = Named(bind(" ".join(fullest.text.split())), _address(fullest))
            yield _mentioned([named], tuple(self.places(mentions)))

    def source_notes(self) -> Iterator[SourceNote]:
        for citations, number in self.numbers.items():
            places = list(self.places(citations))
            where = "; ".join(place.text for place in places)
            anchor = places[0].anchors[0] if places else ""
            yield SourceNote(number, bind(words.source_words(citations)), where, anchor)


def _mentioned(named: Sequence[Named], places: tuple[Place, ...]) -> Mentioned:
    return Mentioned(tuple(named), places, "; ".join(place.text for place in places))


def typeset_note(text: str, citations: Sequence[Citation]) -> str:
    """Text of the note; where it is quotation, only its spaces are bound."""
    return bind(" ".join(text.split())) if words.quotes(text, citations) else typeset(text)


def _pieces(text: str, findings: Sequence[Finding]) -> tuple[Piece, ...]:
    """``text`` cut at the places that findings are about."""
    placed = [(f.start, f.end or 0, f) for f in findings if f.start is not None]
    edges = {0, len(text)}
    for start, end, _ in placed:
        edges |= {min(start, len(text)), min(end, len(text))}
    ordered = sorted(edges)
    made = []
    for start, end in pairwise(ordered):
        about = [
            words.finding_line(f) for first, last, f in placed if first <= start and end <= last
        ]
        made.append(Piece(text[start:end], "; ".join(dict.fromkeys(about))))
    return tuple(made)


def _in_place(text: str, raw: str, spoken: Sequence[Piece]) -> tuple[Piece, ...]:
    """``text`` with the findings of ``raw``, which it ends in (a name may stand before it)."""
    lead = len(text) - len(raw)
    if lead < 0 or text[lead + 1 :] != typeset(raw)[1:] or not any(p.reason for p in spoken):
        return (Piece(text),)
    made, at = ([Piece(text[:lead])] if lead else []), lead
    for piece in spoken:
        made.append(Piece(text[at : at + len(piece.text)], piece.reason))
        at += len(piece.text)
    return tuple(made)


def letters(number: int) -> str:
    """1 as "a", 26 as "z", 27 as "aa"."""
    name = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("a") + rest) + name
    return name


def public_address(source: str) -> str:
    """``source`` where it is an address that a browser may open, else ""."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return ""
    return source if parts.scheme in ("http", "https") and parts.hostname else ""


def text_fragment(url: str, exact: str) -> str:
    """``url`` leading to the words ``exact`` (WICG, "URL Fragment Text Directives")."""
    own = exact.split()
    parts = [own] if len(own) <= WHOLE else [own[:ENDS], own[-ENDS:]]
    encoded = [
        quote(" ".join(part), safe="", errors="replace").replace("-", "%2D") for part in parts
    ]
    return f"{url.split('#')[0]}#:~:text={','.join(encoded)}"


def _address(mention: Mention) -> str:
    return UNDOCS + quote(mention.symbol, safe="/") if mention.symbol else ""
