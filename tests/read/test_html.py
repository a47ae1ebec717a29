"""Web pages: the statement is kept with its enumerators, the furniture is marked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import InputError
from summarize.read import Limits, read, read_bytes
from summarize.records import Statement
from summarize.segment import segment

PAGES = Path(__file__).parent / "pages"


def _kept(statement: Statement) -> str:
    at, parts = 0, []
    for span in statement.boilerplate:
        parts.append(statement.text[at : span.start])
        at = span.end
    return "".join([*parts, statement.text[at:]]).strip()


def test_ministry_page() -> None:
    statement = read(PAGES / "ministry.html")[0]
    kept = _kept(statement)
    assert kept.startswith("Mr. President,\n\nI thank the briefers.")
    assert kept.endswith("I thank you, Mr. President.")
    assert "resolution 2365\u00a0(2017) asks.\nThird, we should" in kept
    assert statement.speaker == "Tovan Reyl"
    assert statement.date == "2023-03-14"
    assert statement.subject == "Mine Action"
    assert "script" not in statement.text


def test_mission_page_keeps_the_numbers_of_its_lists() -> None:
    statement = read(PAGES / "mission.html")[0]
    kept = _kept(statement)
    assert kept.startswith("Excellencies,\n\nThe ocean feeds us")
    assert kept.endswith("Thank you.")
    for line in (
        "1. Protect thirty per cent of the sea by 2030, in law and in fact.\n2. End",
        "a. for fuel, within two years;\nb. for vessels, within four.",
        "5. Fund the science.\n6. Hear the islands.\n\nThey were never the cause.",
        "iii. wait;\niv. forget.",
        "2. Second to last.\n1. Last.",
        "• No delay\n• No discount",
        "(1) Own number.\nNo number.",
        "“the tide keeps its books”",
    ):
        assert line in kept
    assert statement.title == (
        "Statement by H.E. Ms. Ilva Marn, Permanent Representative of Velmark, at the Ocean "
        "Conference"
    )
    assert statement.date == "2022-06-27"
    assert "\nClimate\n" in kept


def test_agency_page() -> None:
    statement = read(PAGES / "agency.html")[0]
    kept = _kept(statement)
    assert kept.startswith("Arandia’s envoy on Wednesday asked")
    assert kept.endswith("corridors would save lives in the north.")
    assert "Advertisement" not in kept
    assert (statement.kind, statement.agency) == ("press-report", "Corvid")
    assert statement.date == "2023-03-16"


@pytest.mark.parametrize(
    ("head", "encoding", "named"),
    [
        ('<meta charset="gb2312">', "gb18030", "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=big5">', "big5", "big5"),
        ('<meta charset="utf-8">', "utf-8", None),
        ("", "utf-8-sig", None),
        ("", "utf-16", "utf-16-le"),
    ],
)
def test_declared_encoding(head: str, encoding: str, named: str | None) -> None:
    page = f"<!doctype html><html><head>{head}</head><body><p>我們感謝主席先生召開本次會議。</p>"
    if encoding == "gb18030":
        page = page.replace("我們感謝主席先生召開本次會議", "我们感谢主席先生召开本次会议")
    if encoding == "utf-16":
        page = "\ufeff" + page
        statement = read_bytes(page.encode("utf-16-le"), "-")[0]
    else:
        statement = read_bytes(page.encode(encoding), "-")[0]
    assert statement.encoding == named
    assert "主席先生" in statement.text


@pytest.mark.parametrize("start", ["<!DOCTYPE html>", "<html>", "\n <!-- x --><!doctype HTML>"])
def test_html_is_told_by_its_content(start: str) -> None:
    statement = read_bytes(f"{start}<p>We thank <b>you</b>.</p>".encode(), "page.aspx")[0]
    assert statement.text == "We thank you."


def test_without_doctype_it_is_text() -> None:
    assert read_bytes(b"<p>We thank you.</p>", "-")[0].text == "<p>We thank you.</p>"


def test_nested_ten_thousand_deep() -> None:
    page = b"<html><body>" + b"<div>" * 10_000 + b"We thank you." + b"</div>" * 10_000
    with pytest.raises(InputError, match="nested too deep"):
        read_bytes(page, "page.html")


def test_furniture_within_furniture_stays_linear() -> None:
    page = b"<html><body>" + b"<div class=nav>" * 1_500 + b"<p>We thank you.</p>" * 3_000
    began = time.process_time()
    assert read_bytes(page, "page.html")
    assert time.process_time() - began < 20


def test_thirty_megabytes() -> None:
    page = b"<html><body>" + b"<p>We thank you.</p>" * 1_600_000
    with pytest.raises(InputError, match="more than 20 MB"):
        read_bytes(page, "page.html")


def test_login_page() -> None:
    page = (
        b"<!doctype html><html><body><form><p>Please sign in to read this statement.</p>"
        b"<input name=user><input type=password name=p></form></body></html>"
    )
    with pytest.raises(InputError, match="log-in page"):
        read_bytes(page, "page.html")


def test_page_of_menus_alone() -> None:
    page = b"<html><body><nav><a href=/>Home page</a></nav><footer>Some foot</footer></body></html>"
    with pytest.raises(InputError, match="menus and no statement"):
        read_bytes(page, "page.html")


def test_empty_page() -> None:
    for page in (b"<html>", b"<html><body></body></html>", b"<!doctype html>"):
        with pytest.raises(InputError):
            read_bytes(page, "page.html")


def test_a_wrapping_element_named_like_furniture_is_no_furniture() -> None:
    body = "".join(f"<p>We hold that peace is task number {n} of all.</p>" for n in range(9))
    page = f"<html><body><div class='sidebar menu'><div>{body}</div></div></body></html>"
    assert read_bytes(page.encode(), "page.html")[0].boilerplate == ()


def test_links_within_a_sentence_are_no_menu() -> None:
    page = "<html><p><a href=1>We thank the whole Secretariat for its report.</a></p><p>We do.</p>"
    assert read_bytes(page.encode(), "page.html")[0].boilerplate == ()


_TAGS = st.sampled_from(
    [
        "p",
        "div",
        "li",
        "ol",
        "ul",
        "table",
        "td",
        "a",
        "nav",
        "h1",
        "q",
        "pre",
        "br",
        "script",
        "form",
        "ol start=9",
        "li value=-3",
        "ol type=i reversed",
        "p hidden",
        "b",
        "title",
        "svg",
    ]
)
_BITS = st.one_of(
    _TAGS.map(lambda t: f"<{t}>"), _TAGS.map(lambda t: f"</{t.split()[0]}>"), st.text(max_size=20)
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_BITS, max_size=40).map("".join))
def test_any_markup_reads_or_is_refused(markup: str) -> None:
    try:
        statement = read_bytes(f"<!doctype html>{markup}".encode("utf-8", "ignore"), "f.html")[0]
    except InputError as error:
        assert "\n" not in str(error)
        return
    text = statement.text
    assert all(0 <= s.start < s.end <= len(text) for s in statement.boilerplate)
    assert text == text.strip(" ")


def test_limits_are_the_callers_to_set() -> None:
    with pytest.raises(InputError, match="web page of more than"):
        read_bytes(b"<html>We thank you.</html>", "p.html", limits=Limits(page=10))


def test_layout_by_tables_and_line_breaks_keeps_the_numbers_that_a_browser_shows() -> None:
    (statement,) = read_bytes((PAGES / "tables.html").read_bytes(), "tables.html")
    division = segment(statement)
    said = [statement.text[point.start : point.end] for point in division.points]
    assert [point.label for point in division.points] == ["1.", "2.", "3.", "4."]
    assert division.announced == 4
    assert said[1] == "2. Engineers must pass.\n\n• On roads.\n• On rivers."
    assert said[3] == "4. The Council must follow its own resolution."
    assert statement.subject == "water and peace"


def test_banners_scripts_and_hidden_words_are_not_the_statements() -> None:
    (statement,) = read_bytes((PAGES / "tables.html").read_bytes(), "tables.html")
    kept = [sentence.of(statement.text) for sentence in segment(statement).sentences]
    assert kept[0] == "Madam President,"
    assert kept[-1] == "I thank you."
    assert "hidden" not in statement.text
    assert "nothing" not in statement.text
