"""Pages of the press and of ministries, as people copy them: each in words of our own."""

from __future__ import annotations

import pytest

from summarize.read import read_text
from summarize.records import Statement


def _kept(statement: Statement) -> str:
    at, parts = 0, []
    for span in statement.boilerplate:
        parts.append(statement.text[at : span.start])
        at = span.end
    return "".join([*parts, statement.text[at:]]).strip()


def test_title_punctuated_as_a_sentence() -> None:
    text = (
        "Statement by Ambassador Jonah Prov, UK Chargé d'Affaires to the UN, at the UN Security "
        "Council meeting on the future of farming.\nAs we meet, there is much to mark.\nNo year "
        "has been harder for those who farm."
    )
    statement = read_text(text, "s.txt")[0]
    assert (statement.speaker, statement.role) == ("Jonah Prov", "UK Chargé d'Affaires to the UN")
    assert (statement.delegation, statement.subject) == ("United Kingdom", "future of farming")
    assert _kept(statement).startswith("As we meet")


def test_title_punctuated_and_broken_at_the_margin() -> None:
    text = (
        "Statement by Ambassador Jonah Prov, UK Permanent\nRepresentative to the UN, at the UN "
        "Security Council meeting on\nFarming.\nThank you, President, and I echo the thanks for "
        "your\nstewardship of the Council in August, which was\nlong and hot.\n"
    )
    statement = read_text(text, "s.txt")[0]
    assert statement.subject == "Farming"
    assert statement.role == "UK Permanent\nRepresentative to the UN".replace("\n", " ")
    assert _kept(statement).startswith("Thank you, President")


def test_page_with_a_video_that_did_not_load() -> None:
    text = (
        " date 2022-01-31 Arandia's envoy opposes a public meeting on farming\nArticle content\n"
        "UNITED NATIONS — The Arandian ambassador on Monday said that she favours quiet talks.\n"
        "“We are against a public meeting,” envoy Mira Tolle told reporters.\n"
        "We apologize, but this video has failed to load.\nTry refreshing your browser, or\n"
        "tap here to see other videos from our team.\n"
        "Arandia's envoy opposes a public meeting on farming Back to video\nAdvertisement\n"
        "Story continues below\n"
        "This advertisement has not loaded yet, but your article continues below."
    )
    statement = read_text(text, "s.txt")[0]
    assert _kept(statement).startswith("The Arandian ambassador")
    assert _kept(statement).endswith("told reporters.")
    assert (statement.kind, statement.date) == ("press-report", "2022-01-31")
    assert statement.title == "Arandia's envoy opposes a public meeting on farming"


def test_captions_between_paragraphs() -> None:
    text = (
        "Envoy briefs members on the work of the Council\n\n(Xinhua)    23:27, March 27, 2020\n\n"
        "PORT MERE, March 27 (Xinhua) -- The envoy briefed the members on Friday, he said.\n\n"
        "Photo taken on March 10, 2020 shows the gate of the house. (Xinhua/Wang Prov)\n\n"
        "The Council has changed its plan of work, the envoy said.\n"
    )
    statement = read_text(text, "s.txt")[0]
    assert "Photo taken" not in _kept(statement)
    assert _kept(statement).startswith("The envoy briefed")
    assert statement.agency == "Xinhua"


def test_agency_and_two_dates_in_one_line() -> None:
    text = (
        "Arandia's envoy favours quiet talks on farming\nReuters | Updated: 31-01-2022 20:41 IST "
        "| Created: 31-01-2022 20:41 IST\nThe ambassador said on Monday that talks were better. "
        "She told reporters so.\n"
    )
    statement = read_text(text, "s.txt")[0]
    assert (statement.kind, statement.agency, statement.date) == (
        "press-report",
        "Reuters",
        "2022-01-31",
    )


def test_delivered_by() -> None:
    text = (
        "Delivered by Jola Prov, Political Coordinator, New Zealand Permanent Mission to the "
        "United Nations in New York, 12 September 2019\n\nMister President,\n\nWe thank you.\n"
    )
    statement = read_text(text, "s.txt")[0]
    assert (statement.speaker, statement.role) == ("Jola Prov", "Political Coordinator")
    assert (statement.delegation, statement.date) == ("New Zealand", "2019-09-12")


def test_list_of_other_stories_in_another_script() -> None:
    text = (
        "UNITED NATIONS, Feb. 11 (Xinhua) -- An envoy on Thursday stressed the use of talks.\n"
        "He said that members should have been asked.\n相关文章\n- One story of another day\n"
        "- Minister urges others to cease their meddling\n"
    )
    assert _kept(read_text(text, "s.txt")[0]).endswith("should have been asked.")


def test_meetings_coverage() -> None:
    text = (
        "7919th Meeting (AM)\nSC/12783\n\nMembers Warn of Deadlock over Farming\n\nMembers voiced "
        "worry today over deadlock.\n\nThe representative of Arandia stressed that it was grave; "
        "her colleague said the same.\n"
    )
    statement = read_text(text, "s.txt")[0]
    assert (statement.symbol, statement.kind) == ("SC/12783", "press-report")
    assert _kept(statement).startswith("Members voiced worry")


@pytest.mark.parametrize(
    "line",
    [
        "like to congratulate the new President on his election to the",
        "share the ideas of the Secretary-General for the",
        "updated information concerning human rights in 2003 around the",
        "hosted by my country. The institute will work with all who",
        "home. They are in many lands, in the north, the south and on",
        "date of 3 May 2003, when the agreement was signed in",
        "copyright and the rights of authors are dear to the",
    ],
)
def test_speech_broken_at_the_margin_loses_no_line(line: str) -> None:
    text = (
        "I have the honour to address you, and I would\n"
        f"{line}\nplace where we meet today, as we have met for years\n"
        "before and will meet again. We thank you all for it.\n"
    )
    assert read_text(text, "s.txt")[0].boilerplate == ()
    assert read_text(f"I would\n{line}\nplace where we meet.\n", "s.txt")[0].boilerplate == ()
