"""Notes made by hand, of statements of our own writing, that the renderers are tested with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarize.cite import citation
from summarize.records import (
    Ask,
    Checks,
    Citation,
    Cited,
    Commitment,
    Condensation,
    Division,
    DivisionKind,
    Entry,
    Finding,
    Made,
    Mention,
    Note,
    Passage,
    Sentence,
    Series,
    Span,
    Statement,
    Status,
)

Place = tuple[int, int]

MADE = Made(
    pksum="1.0.0",
    pipeline=1,
    model="pksum-mini-v1",
    revision=None,
    weights_sha256="ab" * 32,
    prompt_sha256=None,
    options={"length": "normal", "strict": False, "repair": True, "device": "cpu"},
    seed=0,
    date="2026-11-22",
)


@dataclass(frozen=True)
class Said:
    """What a note says of some sentences, given by paragraph and number."""

    sentences: Sequence[Place]
    text: str
    heading: str = ""
    cites: Sequence[int] | None = None
    raw: str | None = None
    status: Status = "model"
    findings: Sequence[Finding] = ()
    number: int | None = None
    series: int | None = None
    label: str = ""
    attribution: str | None = None


@dataclass
class Speech:
    """A statement's text, put together from its paragraphs, with the places of its sentences."""

    paragraphs: Sequence[Sequence[str]]
    before: str = ""
    after: str = ""
    text: str = field(init=False)
    sentences: dict[Place, Sentence] = field(init=False)

    def __post_init__(self) -> None:
        self.sentences = {}
        text = self.before
        for p, paragraph in enumerate(self.paragraphs, 1):
            for n, sentence in enumerate(paragraph, 1):
                start = len(text)
                text += sentence
                self.sentences[p, n] = Sentence(start, len(text), p, n)
                text += " " if n < len(paragraph) else "\n\n"
        self.text = text.rstrip("\n") + self.after

    def cite(self, *places: Place) -> tuple[Citation, ...]:
        at = [self.sentences[place] for place in places]
        return tuple(citation(self.text, s.start, s.end) for s in at)

    def span(self, first: Place, last: Place) -> Span:
        return Span(self.sentences[first].start, self.sentences[last].end)

    def words(self, words: str, start: int = 0) -> Span:
        at = self.text.index(words, start)
        return Span(at, at + len(words))

    def mention(self, words: str, symbol: str | None = None) -> Mention:
        span = self.words(words)
        return Mention(words, span.start, span.end, symbol)

    def entry(self, said: Said) -> Entry:
        own = tuple(self.sentences[place] for place in said.sentences)
        cites = tuple(range(len(own)) if said.cites is None else said.cites)
        passage = Passage(own, said.series, said.number, said.label, said.attribution)
        raw = said.text if said.raw is None else said.raw
        return Entry(
            passage,
            f"{said.attribution}: {said.text}" if said.attribution else said.text,
            Condensation(said.text, raw, said.status, said.heading, tuple(said.findings), cites),
            tuple(citation(self.text, own[i].start, own[i].end) for i in cites),
        )

    def note(
        self,
        points: Sequence[Said] = (),
        passages: Sequence[Said] = (),
        *,
        division: DivisionKind = "speaker",
        announced: int | None = None,
        opening: Span | None = None,
        closing: Span | None = None,
        in_brief: Sequence[Cited] = (),
        asks: Sequence[Ask] = (),
        commitments: Sequence[Commitment] = (),
        figures: Sequence[Mention] = (),
        references: Sequence[Mention] = (),
        notices: tuple[str, ...] = (),
        source: str = "statement.txt",
        **fields: object,
    ) -> Note:
        said = (*points, *passages)
        left_out = [
            Span(0, len(self.before)),
            Span(len(self.text) - len(self.after), len(self.text)),
        ]
        left_out = [span for span in left_out if span.start < span.end]
        orders = sorted({one.series for one in points if one.series})
        statuses = [one.status for one in said]
        return Note(
            Statement(self.text, source, boilerplate=tuple(left_out), **fields),  # type: ignore[arg-type]
            Division(
                division,
                tuple(self.sentences.values()),
                opening,
                tuple(self.entry(one).passage for one in points),
                tuple(self.entry(one).passage for one in passages),
                closing,
                tuple(left_out),
                tuple(Series(order, announced if order == 1 else None) for order in orders),
            ),
            tuple(in_brief),
            tuple(self.entry(one) for one in points),
            tuple(self.entry(one) for one in passages),
            tuple(asks),
            tuple(commitments),
            tuple(figures),
            tuple(references),
            Checks(
                figures=len(figures),
                dates=0,
                names=2,
                symbols=len(references),
                condensed=statuses.count("model"),
                repaired=statuses.count("repaired"),
                replaced=sum(one.status == "verbatim" and one.raw is not None for one in said),
                quoted=sum(one.status == "verbatim" and one.raw is None for one in said),
                announced=announced,
                found=len(points),
                notices=notices,
            ),
            MADE,
        )


def lighthouses(source: str = "https://mission.example/statements/lighthouses") -> Note:
    """A statement with four points, of which one was repaired and one replaced."""
    speech = Speech(
        (
            (
                "Madam President,",
                "I thank you for convening this debate and the Secretary-General for his report.",
            ),
            (
                "Ships do not stop at the edge of a chart.",
                "In the past decade, 214 vessels have run aground within sight of a lamp that "
                "was not lit, and 1,306 seafarers did not come home.",
                "I would like to make four points.",
            ),
            (
                "First, lights must be kept burning in peace and in conflict.",
                "Resolution 2573 (2021) protects what civilians cannot live without, and a light "
                "on a reef is such a thing.",
                "We call on all parties to refrain from any attack on lighthouses, buoys and the "
                "crews that tend them.",
            ),
            (
                "Second, the International Maritime Organization should, at the request of the "
                "coastal States concerned, draw up a register of lights by 31 December 2026.",
                "Aldoria is ready to contribute $2.4 million to it over three years.",
                "The register should not be used to settle any claim to territory.",
            ),
            (
                "Third, keepers deserve protection.",
                "Of the 87 keepers taken from their posts since 2019, only 12 have been released.",
                "We urge those who hold them to release them immediately and without conditions.",
            ),
            (
                "Fourth, the young should learn to read the sea.",
                "The Conference of Small Harbours, in its document A/78/412, asked for a school "
                "in each basin.",
                "We could support such a school if its costs are shared fairly.",
            ),
            (
                "Madam President, allow me a word on the Strait of Merrow.",
                "My delegation does not recognise the exclusion zone that was declared there in "
                "March.",
                "It has no basis in the law of the sea.",
                "Fishermen of four nations have lost their season to it.",
            ),
            (
                "The sea was here before us.",
                "I thank you.",
            ),
        ),
        before=(
            "Permanent Mission of Aldoria to the United Nations\n"
            "Statement by Ambassador Tamsin Vale at the debate on the safety of navigation\n"
            "24 May 2026\n\n"
        ),
        after="\n\nShare this page\nPrint\n",
    )
    replaced = "Urged the release of all 87 keepers taken since 2019."
    repaired = (
        "Proposed a register of lights by 31 December 2025, to which it will give $2.4 million."
    )
    wrong_date = repaired.index("31 December 2025")
    keepers = speech.words("87 keepers")
    points = (
        Said(
            [(3, 1), (3, 2), (3, 3)],
            "Called on all parties to refrain from any attack on lighthouses, buoys and the crews "
            "that tend them, recalling that resolution 2573 (2021) protects what civilians cannot "
            "live without.",
            "Lights in peace and conflict",
            (1, 2),
            number=1,
            series=1,
            label="First",
        ),
        Said(
            [(4, 1), (4, 2), (4, 3)],
            "Said that IMO should draw up a register of lights by 31 December 2026 at the request "
            "of the coastal States concerned, to which Aldoria was ready to contribute "
            "$2.4 million over three years, and that it should not be used to settle any claim "
            "to territory.",
            "Register of lights",
            raw=repaired,
            status="repaired",
            findings=(
                Finding(
                    "date",
                    "blocking",
                    "the source says 31 December 2026",
                    wrong_date,
                    wrong_date + 16,
                    *_ends(speech.words("31 December 2026")),
                ),
            ),
            number=2,
            series=1,
            label="Second",
        ),
        Said(
            [(5, 1), (5, 2), (5, 3)],
            "“Of the 87 keepers taken from their posts since 2019, only 12 have been released. "
            "We urge those who hold them to release them immediately and without conditions.”",
            "Protection of keepers",
            (1, 2),
            raw=replaced,
            status="verbatim",
            findings=(
                Finding(
                    "invention",
                    "blocking",
                    "nothing in the source says that all 87 are still held",
                    replaced.index("all 87 keepers"),
                    replaced.index("all 87 keepers") + 14,
                    *_ends(keepers),
                ),
            ),
            number=3,
            series=1,
            label="Third",
        ),
        Said(
            [(6, 1), (6, 2), (6, 3)],
            "Said that it could support a school in each basin, as asked for in A/78/412, if its "
            "costs were equitably shared.",
            "Schools of the sea",
            (1, 2),
            findings=(Finding("paraphrase", "notice", "not the source's word", 95, 104),),
            number=4,
            series=1,
            label="Fourth",
        ),
    )
    passages = (
        Said(
            [(2, 1), (2, 2), (2, 3)],
            "Noted that 214 vessels had run aground and 1,306 seafarers had not come home in the "
            "past decade.",
            "Losses at sea",
            (1,),
        ),
        Said(
            [(7, 1), (7, 2), (7, 3), (7, 4)],
            "Did not recognise the exclusion zone declared in the Strait of Merrow in March, which "
            "had no basis in the law of the sea.",
            "Strait of Merrow",
            (1, 2),
        ),
    )
    return speech.note(
        points,
        passages,
        announced=4,
        opening=speech.span((1, 1), (1, 2)),
        closing=speech.span((8, 1), (8, 2)),
        in_brief=(
            Cited(
                "Called on all parties to refrain from any attack on lighthouses, buoys and the "
                "crews that tend them.",
                speech.cite((3, 3)),
            ),
            Cited(
                "Did not recognise the exclusion zone declared in the Strait of Merrow in March.",
                speech.cite((7, 2)),
            ),
        ),
        asks=(
            Ask(
                "all parties",
                "refrain from any attack on lighthouses, buoys and the crews that tend them",
                speech.cite((3, 3)),
            ),
            Ask(
                "International Maritime Organization",
                "draw up a register of lights by 31 December 2026",
                speech.cite((4, 1)),
            ),
            Ask("", "release them immediately and without conditions", speech.cite((5, 3))),
        ),
        commitments=(
            Commitment("ready to contribute $2.4 million over three years", speech.cite((4, 2))),
            Commitment("could support such a school if its costs are shared", speech.cite((6, 3))),
        ),
        figures=tuple(
            speech.mention(words)
            for words in ("past decade", "214", "1,306", "31 December 2026", "$2.4 million", "87")
        ),
        references=(
            speech.mention("Resolution 2573 (2021)", "S/RES/2573(2021)"),
            speech.mention("A/78/412", "A/78/412"),
        ),
        notices=("One figure differs between the text and its annex.",),
        source=source,
        language="en",
        title="Statement by Ambassador Tamsin Vale at the debate on the safety of navigation",
        speaker="Ambassador Tamsin Vale",
        role="Permanent Representative",
        delegation="Aldoria",
        body="Security Council",
        meeting="open debate",
        subject="safety of navigation",
        date="24 May 2026",
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


HOSTILE = (
    "<script>alert(1)</script><img src=http://evil.example/x.png onerror=alert(2)>",
    "<style>@import 'http://evil.example/a.css';</style></span></p></body> fetch('//evil.example')",
    "</script><svg onload=alert(3)><a href='javascript:alert(4)'>x</a> {{ 7*7 }} {% raw %}",
    "*bold* _it_ `code` [link](http://evil.example) ![i](http://evil.example/i.png) | cell |",
    "[^1]: not a footnote, <!-- pksum seal 1 --> &amp; &lt; \\ # 1. - + ~~~",
    "A control \x00 and \x1b[31m and \u202eturned\u202c and \ud800 alone.",
)


def hostile() -> Note:
    """A statement that is markup, script and control characters wherever text can stand."""
    speech = Speech([HOSTILE], before=f"{HOSTILE[0]}\n\n", after=f"\n\n{HOSTILE[2]}")
    said = Said(
        [(1, n) for n in range(1, 7)],
        " ".join(HOSTILE),
        HOSTILE[3],
        raw=HOSTILE[0],
        status="repaired",
        findings=(Finding("figure", "blocking", HOSTILE[1], 0, 8, 5, 40),),
        number=1,
        series=1,
    )
    return speech.note(
        [said],
        in_brief=[Cited(HOSTILE[2], speech.cite((1, 3)))],
        asks=[Ask(HOSTILE[0], HOSTILE[3], speech.cite((1, 1)))],
        commitments=[Commitment(HOSTILE[4], speech.cite((1, 2)))],
        figures=[Mention(HOSTILE[0][:8], 100, 108)],
        references=[Mention("A/1", 100, 103, 'A/1"><script>alert(5)</script>')],
        source='javascript:alert(6)//"><script>',
        title=HOSTILE[0],
        speaker=HOSTILE[3],
        delegation="</title><script>alert(7)</script>",
        subject=HOSTILE[1],
        notices=(HOSTILE[2],),
    )


def many(count: int, title: str = "Sixty points") -> Note:
    """A statement of ``count`` points, a paragraph each; without any, of one uncited sentence."""
    speech = Speech(
        [[f"Point {n} is here.", f"It asks for {n} lamps."] for n in range(1, count + 1)]
        or [["Nothing is asked."]]
    )
    points = [
        Said(
            [(n, 1), (n, 2)],
            f"Asked that {n} lamps be lit.",
            f"Lamps {n}",
            (1,),
            number=n,
            series=1,
        )
        for n in range(1, count + 1)
    ]
    return speech.note(points, title=title, announced=count or None)


def arabic() -> Note:
    """A statement from right to left."""
    speech = Speech(
        [["نشكر الرئيس على عقد هذه الجلسة.", "ندعو إلى إنارة 214 منارة بحلول عام 2026."]]
    )
    said = Said(
        [(1, 1), (1, 2)],
        "“ندعو إلى إنارة 214 منارة بحلول عام 2026.”",
        "المنارات",
        (1,),
        status="verbatim",
    )
    return speech.note(
        [], [said], language="ar", title="بيان بشأن سلامة الملاحة", delegation="ألدوريا"
    )


def chinese() -> Note:
    """A statement without spaces."""
    speech = Speech(
        [
            [
                "主席先生，我们感谢你召开本次会议。",
                "我们呼吁各方在2026年之前点亮214座灯塔，并保护守塔人的安全。" * 3,
            ]
        ]
    )
    said = Said([(1, 1), (1, 2)], f"“{speech.paragraphs[0][1]}”", "灯塔", (1,), status="verbatim")
    return speech.note([], [said], language="zh", title="关于航行安全的发言")


SAMPLES = {
    "lighthouses": lighthouses,
    "hostile": hostile,
    "none": lambda: many(0, "Nothing to condense"),
    "one": lambda: many(1, "One point"),
    "sixty": lambda: many(60),
    "long_title": lambda: many(1, "On the lamps of the coast " * 20),
    "arabic": arabic,
    "chinese": chinese,
}
