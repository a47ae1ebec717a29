"""The HTML note in a browser, as a reader uses it."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from summarize.render.html import to_html
from tests.render.browser import CHROMIUM, chromium
from tests.render.samples import SAMPLES

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="the browser chromium is not installed"),
    pytest.mark.skipif(
        importlib.util.find_spec("playwright") is None, reason="playwright is not installed"
    ),
]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LIT = "[...document.querySelectorAll('#statement span.lit, #statement span:target')].map(e => e.id)"


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, sample in SAMPLES.items():
        (folder / f"{name}.html").write_text(to_html(sample()), "utf-8")
    return folder


@pytest.fixture
def visit(browser, pages):
    """Opens a sample's page; at the end, nothing may have been complained of or asked for."""
    contexts, troubles = [], []

    def visit(name="lighthouses", fragment="", viewport=WIDE, **options):
        context = browser.new_context(viewport=viewport, **options)
        contexts.append(context)
        page = context.new_page()
        address = (pages / f"{name}.html").as_uri()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: troubles.append(dialog.message))
        page.on("request", lambda request: troubles.append(request.url) if asks(request) else None)
        page.goto(address + fragment)
        return page

    def asks(request):
        return not request.url.startswith(pages.as_uri()) and request.url != "data:,"

    yield visit
    for context in contexts:
        context.close()
    assert not troubles


def top(page, selector):
    """Where an element's top stands in the window once it has come to rest."""
    place = f"document.querySelector('{selector}').getBoundingClientRect().top"
    last = None
    for _ in range(40):
        now = page.evaluate(place)
        if now == last:
            break
        last = now
        page.wait_for_timeout(80)
    return last


def test_a_click_lights_the_source_words_and_brings_them_into_view(visit):
    page = visit(viewport={"width": 1280, "height": 500})
    page.click("#p4 .cite")
    assert page.evaluate(LIT) == ["s6-2", "s6-3"]
    assert 0 < top(page, "#s6-2") < 400
    assert page.evaluate("document.querySelector('#p4').classList.contains('lit')")
    page.keyboard.press("Escape")
    assert "s6-3" not in page.evaluate(LIT)


def test_the_keyboard_does_the_same(visit):
    page = visit()
    page.focus("#p3 .cite")
    page.keyboard.press("Enter")
    assert page.evaluate(LIT) == ["s5-2", "s5-3"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.u') !== null")
    page.keyboard.press("Enter")
    assert page.url.endswith("#p3")


def test_from_a_source_sentence_back_to_the_points_that_use_it(visit):
    page = visit(viewport={"width": 1280, "height": 500})
    page.click("#par7 .u[href='#a2']")
    assert page.url.endswith("#a2")
    assert 0 < top(page, "#a2") < 400
    assert page.evaluate(LIT) == ["s7-2", "s7-3"]


def test_a_deep_link_lights_its_sources(visit):
    page = visit(fragment="#p2")
    assert page.evaluate(LIT) == ["s4-1", "s4-2", "s4-3"]
    assert top(page, "#s4-1") < 800


def test_the_first_tabs_skip_to_note_and_source(visit):
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the note"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "source"


def find(page, words):
    page.fill("#find", words)
    page.wait_for_timeout(200)
    return page.text_content(".find output")


def test_finding_as_you_type(visit):
    page = visit()
    assert find(page, "EXCLUSION zone") == "1 of 3"
    page.press("#find", "Enter")
    assert page.text_content(".find output") == "2 of 3"
    page.press("#find", "Shift+Enter")
    page.press("#find", "Shift+Enter")
    assert page.text_content(".find output") == "3 of 3"
    assert 0 < top(page, "#s7-2") < 900
    assert find(page, "no such words") == "No match"
    assert find(page, "a.b|c(") == "No match"
    page.press("#find", "Escape")
    assert page.input_value("#find") == ""
    page.click("h1")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"


@pytest.mark.parametrize(
    ("name", "words"), [("arabic", "منارة"), ("chinese", "灯塔"), ("hostile", "alert(1)")]
)
def test_finding_in_any_script(visit, name, words):
    assert re.fullmatch(r"1 of \d+", find(visit(name), words))


def test_a_point_is_copied_with_its_citation(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.click("#p4 .copy")
    page.wait_for_selector("#p4 .copy >> text=Copied")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Schools of the sea. Said that it could support a school in each basin, as asked for in "
        "A/78/412, if its costs were equitably shared. (¶ 6, s. 2–3). Aldoria: safety of "
        "navigation, 24 May 2026, https://mission.example/statements/lighthouses."
    )
    rich = page.evaluate(
        "navigator.clipboard.read().then(i => i[0].getType('text/html')).then(b => b.text())"
    )
    assert "<strong>Schools of the sea.</strong>" in rich
    assert "<cite>" in rich


def comes_into_view(page, selector):
    """Wait until scrolling has brought the element near the top: a busy machine scrolls late."""
    at = f"document.querySelector('{selector}').getBoundingClientRect().top"
    page.wait_for_function(f"() => 0 < {at} && {at} < 500")


def test_a_phone_shows_one_column_and_a_way_back(visit):
    page = visit(viewport=PHONE)
    for name in SAMPLES:
        other = visit(name, viewport=PHONE)
        assert other.evaluate("document.documentElement.scrollWidth") <= 390, name
    assert top(page, "#source") > top(page, "#made")
    page.click("#p2 .cite")
    comes_into_view(page, "#s4-1")
    assert page.text_content("#return") == "Back to Point 2"
    page.click("#return")
    comes_into_view(page, "#p2")
    assert page.is_hidden("#return")


def test_without_script_links_still_jump(visit):
    page = visit(java_script_enabled=False, viewport={"width": 1280, "height": 500})
    assert page.is_hidden(".find")
    page.click("#p4 .cite")
    page.wait_for_timeout(600)
    assert page.locator("#s6-2").bounding_box()["y"] < 400
    box = page.locator("#s6-2")
    lit = box.evaluate("e => getComputedStyle(e).backgroundColor")
    assert lit != page.locator("#s6-3").evaluate("e => getComputedStyle(e).backgroundColor")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(visit, scheme):
    page = visit(color_scheme=scheme)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (max(map(int, re.findall(r"\d+", colour)[:3])) < 60) == (scheme == "dark")


def test_less_motion_where_it_is_asked_for(visit):
    how = "getComputedStyle(document.documentElement).scrollBehavior"
    assert visit(reduced_motion="reduce").evaluate(how) == "auto"
    assert visit(reduced_motion="no-preference").evaluate(how) == "smooth"


def test_the_print_is_a_two_page_paper_with_source_notes(visit, tmp_path):
    pypdf = pytest.importorskip("pypdf")
    path = tmp_path / "note.pdf"
    visit(color_scheme="dark").pdf(path=str(path), prefer_css_page_size=True)
    pages = pypdf.PdfReader(path).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert len(pages) == 2
    assert "Source notes" in text
    assert "asked for a school in each basin" in text
    assert "Ships do not stop" not in text  # uncited, and the source is not printed
    assert "Copy" not in text


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(visit, viewport, scheme):
    axe = pytest.importorskip("axe_playwright_python", reason="it brings axe-core along")
    script = Path(axe.__file__).parent / "axe.min.js"
    page = visit(viewport=viewport, color_scheme=scheme)
    page.click("#p2 .cite")
    page.evaluate(script.read_text("utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    assert len(found["passes"]) > 20  # it has looked
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_opens_without_complaint(visit, name):
    page = visit(name)
    page.wait_for_timeout(50)
    assert page.text_content("h1")
