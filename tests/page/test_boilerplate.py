"""Pages copied as plain text: the furniture is marked, the speech is not."""

from __future__ import annotations

import pytest

from summarize.page.boilerplate import lay_out

MINISTRY = """Home Meetings & Statements News & Events Documents About Arandia 中文
\u00a0\u00a0Home\u00a0>\u00a0Meetings & Statements
Remarks by Ambassador Tovan Reyl at the Security Council Open Debate on Mine Action

2023-03-14 11:20

Mr. President,

I thank the briefers. Mines kill long after wars have ended, and clearing them is slow.

First, we should fund clearance. Second, we should map the fields, as Arandia has done.

Suggest to a friend
\u00a0 Print"""

AGENCY = """Envoy calls for safe corridors
Wednesday 15th March, 2023
Tovan Reyl

PORT MERE, March 15 (Corvid/ANA) - Arandia's envoy has asked for safe corridors (SCs)

The envoy said that corridors would save lives before the winter begins in the north.
"""

MAGAZINE = """World
Clearing the Fields
Council adopts its first resolution on mine clearance
By Ines Corrado\u00a0\u00a0·\u00a0\u00a02023-04-01\u00a0\u00a0·\u00a0\u00a0 Source: Web Exclusive

The Council on March 30 adopted its first resolution on clearing mines from farmland.

Copyedited by Oren Vale

Comments to desk@example.org

World
Opinion
Video

About Us
Contact Us
Partners: One Review | Another Review
Copyright Meridian Review All rights reserved"""


def _kept(text: str) -> str:
    marked = set()
    for span in lay_out(text).boilerplate:
        marked.update(range(span.start, span.end))
    return "".join(ch for i, ch in enumerate(text) if i not in marked).strip()


def test_ministry_page_keeps_the_speech_alone() -> None:
    kept = _kept(MINISTRY)
    assert kept.startswith("Mr. President,")
    assert kept.endswith("as Arandia has done.")


def test_agency_page_loses_headline_date_caption_and_dateline() -> None:
    kept = _kept(AGENCY)
    assert kept.startswith("Arandia's envoy has asked")
    assert kept.endswith("in the north.")
    layout = lay_out(AGENCY)
    assert layout.title is not None
    assert layout.title.of(AGENCY) == "Envoy calls for safe corridors"


def test_magazine_page_loses_byline_and_foot() -> None:
    kept = _kept(MAGAZINE)
    assert kept.startswith("The Council on March 30")
    assert kept.endswith("mines from farmland.")


def test_date_and_headline_on_one_line() -> None:
    text = (
        " date 2023-03-15 Arandia and others launch a mine action group\n\nCorvid) 13:43, March "
        "15, 2023\n\nThe group was launched on Tuesday by eleven States, its founders said.\n"
    )
    layout = lay_out(text)
    assert layout.title is not None
    assert layout.title.of(text) == "Arandia and others launch a mine action group"
    assert _kept(text).startswith("The group was launched")


@pytest.mark.parametrize(
    "text",
    [
        "Mr. President,\n\nExcellencies,\n\nWe meet at a hard time for all peoples.\n\nThank you.",
        "Mr President, Excellencies,\n\nPeace is the work of years.\n\n**Thank you!**",
        "We meet at a hard time.\n\nEducation\n\nSchools must be kept open in every war.\n\n"
        "Health\n\nHospitals must be spared, and those who attack them must answer for it.",
        "Peace needs work, and work needs peace.\n\n- Long live solidarity among peoples,\n\n"
        "- Long live the confederation.",
        "In the Name of God\n\nWe greet the Assembly and thank its President for his work.",
        "47. On behalf of the\n\nIsland Republic, I am pleased to extend my warm wishes to all.",
        "One",
    ],
)
def test_nothing_of_a_bare_speech_is_marked(text: str) -> None:
    assert lay_out(text).boilerplate == ()


def test_copyright_in_the_midst_is_marked_and_its_neighbours_are_not() -> None:
    text = (
        "The first part of the speech is here, and it ends with a stop.\n\n"
        "© 2023 Ministry of Arandia\n\n"
        "The second part of the speech is here, and it ends with a stop.\n"
    )
    assert [s.of(text) for s in lay_out(text).boilerplate] == ["© 2023 Ministry of Arandia"]


def test_teasers_after_a_heading_of_related_stories_are_marked() -> None:
    text = (
        "The Council met on Monday to hear of the work of the mission in the north.\n\n"
        "It will meet again in May, the President said, and hear of the south.\n\n"
        "Related stories\n\nAnother long teaser of another story that ends with a full stop.\n"
        "A second teaser of a second story that ends with a full stop as well.\n"
    )
    assert _kept(text).endswith("hear of the south.")


def test_stacked_title_block_is_one_title() -> None:
    text = (
        "STATEMENT\nBY\nH.E. MS. ILVA MARN\nPERMANENT REPRESENTATIVE OF FIJI\nAT THE\n"
        'OPEN DEBATE ON\n"OCEANS AND PEACE"\nNEW YORK, 20 OCTOBER 2021\n\n'
        "(Check against delivery)\n\nMr. President,\n\nThe oceans rise, and we rise with them.\n"
    )
    layout = lay_out(text)
    assert layout.title is not None
    assert layout.title.of(text).startswith("STATEMENT\nBY")
    assert _kept(text).startswith("Mr. President,")


def test_the_end_of_a_record_in_the_line_of_the_last_speaker_is_marked() -> None:
    said = "We thank the Chair for her work. Our plans will not fail, and the wells will open."
    text = f"{said} The meeting rose at 4.40 p.m. 20-02284\n"
    layout = lay_out(text)
    assert [span.of(text) for span in layout.boilerplate] == [
        "The meeting rose at 4.40 p.m. 20-02284"
    ]
    inside = "The meeting rose at 4.40 p.m. and we went home, which was wrong."
    assert lay_out(f"{said} {inside}").boilerplate == ()
