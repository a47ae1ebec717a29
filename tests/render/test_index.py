"""The list of notes, in a real browser."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarize.render.index import Listed, to_index
from tests.render.browser import CHROMIUM, chromium

NOTES = (
    Listed("b.html", "Safety on the lower river", "2024-05-02", "Ms. Ada Orlo", "Maravia",
           "River Council", 812, "Called for a joint patrol of the lower river."),
    Listed("a: 100%/ä #1.html", "Dredging <script>alert(1)</script>", "2023-11-20", None,
           "Tarn", "General Assembly", 95, "Pledged 12 dredgers."),
    Listed("c.html", "Remarks without a date", None, "José Vélez", None, None, 1203, ""),
    Listed("d.html", "Water for Tarn", "2024-01-09", "Mr. Ivo Brand", "Tarn", "River Council",
           2100, "Urged the lenders to fund the locks."),
)  # fmt: skip


def test_without_notes_there_is_a_page_that_says_so() -> None:
    assert "0 notes" in to_index(())


def test_markup_in_a_title_is_text() -> None:
    page = to_index(NOTES)
    assert "<script>alert" not in page
    assert "Dredging &lt;script&gt;" in page


def test_an_address_is_relative_and_escaped() -> None:
    assert 'href="./a%3A%20100%25/%C3%A4%20%231.html"' in to_index(NOTES)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None or importlib.util.find_spec("playwright") is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs chromium and playwright")
        pytest.skip("no chromium")
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    file = tmp_path / "index.html"
    file.write_text(to_index(NOTES), "utf-8")
    page = browser.new_page()
    page.troubles = []
    page.on("console", lambda message: page.troubles.append(message.text))
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("request", lambda r: r.url.startswith("file:") or page.troubles.append(r.url))
    page.goto(file.as_uri())
    yield page
    assert page.troubles == []
    page.close()


def titles(page: Any) -> list[str]:
    return [text[:5] for text in page.locator("td.title a").all_inner_texts()]


def test_the_newest_first_and_the_undated_last(page: Any) -> None:
    assert titles(page) == ["Safet", "Water", "Dredg", "Remar"]


def test_words_are_found_whatever_their_accents(page: Any) -> None:
    page.fill("input[name=words]", "velez")
    assert titles(page) == ["Remar"]
    assert page.inner_text("#count") == "1 of 4 notes"
    page.fill("input[name=words]", "tarn locks")
    assert titles(page) == ["Water"]
    page.fill("input[name=words]", "no such thing")
    assert titles(page) == []
    assert page.is_visible("#none")
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelectorAll('tbody tr').length === 4")


def test_filters_join_and_stand_in_the_address(page: Any, browser: Any) -> None:
    page.select_option("select[name=delegation]", "Tarn")
    assert titles(page) == ["Water", "Dredg"]
    page.fill("input[name=from]", "2024-01-01")
    assert titles(page) == ["Water"]
    again = browser.new_page()
    again.goto(page.url)
    assert titles(again) == ["Water"]
    again.close()


def test_headers_sort(page: Any) -> None:
    page.click("th[data-key=words] button")
    assert titles(page) == ["Water", "Remar", "Safet", "Dredg"]
    assert page.get_attribute("th[data-key=words]", "aria-sort") == "descending"
    page.click("th[data-key=words] button")
    assert titles(page) == ["Dredg", "Safet", "Remar", "Water"]
    page.focus("th[data-key=delegation] button")
    page.keyboard.press("Enter")
    assert titles(page)[0] == "Safet"
    assert titles(page)[-1] == "Remar"


def test_without_script_it_is_a_table_of_links(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(to_index(NOTES), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert len(titles(page)) == 4
    assert not page.is_visible("#filters")
    context.close()


def test_many_notes_are_shown_a_hundred_at_a_time(browser: Any, tmp_path: Path) -> None:
    many = [Listed(f"{i}.html", f"Statement {i}", f"20{i % 25:02}-01-02") for i in range(1000)]
    file = tmp_path / "index.html"
    file.write_text(to_index(many), "utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.locator("tbody tr").count() == 100
    page.click("#more")
    assert page.locator("tbody tr").count() == 200
    page.fill("input[name=words]", "statement 999")
    assert titles(page) == ["State"]
    page.close()


def test_axe_finds_nothing(page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="it brings axe-core along")
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run()")
    assert [(v["id"], v["impact"]) for v in found["violations"]] == []
