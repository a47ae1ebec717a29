"""What each format must do with any statement: every word, as text, in its place."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess

import docx
import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from summarize.cite import locate
from summarize.records import Citation
from summarize.render import render
from summarize.render.compose import compose, letters, public_address, text_fragment
from summarize.render.html import CONTROL, policy, to_html
from summarize.render.text import COLUMNS, width
from tests.render.samples import SAMPLES, Said, Speech, hostile, lighthouses, many
from tests.render.test_golden import footnotes

every_sample = pytest.mark.parametrize("name", SAMPLES)


def words(text):
    return " ".join(CONTROL.sub("\ufffd", text).replace("\x00", "\ufffd").split())


def page(note):
    return lxml_html.document_fromstring(to_html(note))


# Web pages


@every_sample
def test_the_page_holds_the_whole_statement(name):
    note = SAMPLES[name]()
    statement = page(note).get_element_by_id("statement")
    for extra in statement.xpath(".//*[@class='u' or @class='part']"):
        extra.drop_tree()
    assert words(statement.text_content()) == words(note.statement.text)


@every_sample
def test_every_link_in_the_page_leads_somewhere(name):
    tree = page(SAMPLES[name]())
    anchors = [element.get("id") for element in tree.xpath("//*[@id]")]
    assert len(anchors) == len(set(anchors))
    for link in tree.xpath("//a[starts-with(@href, '#')]"):
        assert link.get("href")[1:] in anchors
    for link in tree.xpath("//*[@data-s]"):
        assert set(link.get("data-s").split()) <= set(anchors)


def test_a_hostile_statement_stays_text():
    tree = page(hostile())
    assert len(tree.xpath("//script")) == 1
    assert len(tree.xpath("//style")) == 1
    assert not tree.xpath("//img | //svg | //iframe | //form | //object | //body//style")
    assert not [a for e in tree.iter() for a in getattr(e, "attrib", {}) if a.startswith("on")]
    schemes = {
        link.get("href").split(":")[0] for link in tree.xpath("//a[not(starts-with(@href, '#'))]")
    }
    assert schemes <= {"https"}


def test_the_policy_names_the_page_s_own_style_and_script():
    tree = page(lighthouses())
    style, script = tree.xpath("//style")[0].text, tree.xpath("//script")[0].text
    given = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert given == policy(style, script)
    assert "default-src 'none'" in given
    assert "unsafe" not in given


def test_the_page_is_small_beside_the_text():
    """A statement of 20,000 words in 100 points: page and note add less than 150 KB to it."""
    sentence = " ".join(["The delegation recalls that a lamp on the coast must be lit soon"] * 2)
    speech = Speech([[f"{sentence} {p}.{n}." for n in range(4)] for p in range(200)])
    said = [Said([(p, 1), (p, 2)], f"{sentence} {p}.", "Lamps", number=p) for p in range(1, 101)]
    note = speech.note(said)
    assert len(note.statement.text.split()) > 20_000
    made, text = len(to_html(note).encode()), len(note.statement.text.encode())
    assert made - text < 150_000


def test_uncited_and_framing_sentences_are_told_apart():
    tree = page(lighthouses())
    roles = {s: tree.get_element_by_id(s).get("class") for s in ("s1-1", "s2-1", "s3-2", "s8-2")}
    assert roles == {
        "s1-1": None,
        "s2-1": None,
        "s3-2": "cited",
        "s8-2": None,
    }
    parts = {p: tree.get_element_by_id(p).get("class") for p in ("par1", "par3", "par8")}
    assert parts == {"par1": "opening", "par3": None, "par8": "closing"}


def test_findings_stand_in_place_with_their_reason():
    tree = page(lighthouses())
    marks = {mark.text: mark.get("title") for mark in tree.xpath("//mark")}
    assert marks["equitably"] == "paraphrase: not the source's word"
    assert marks["31 December 2025"] == "date: the source says 31 December 2026"
    assert marks["31 December 2026"] == "date: the source says 31 December 2026"
    assert "31 December 2025" in tree.get_element_by_id("p2").text_content()


def test_a_citation_leads_to_its_words_at_the_public_address():
    tree = page(lighthouses())
    (link,) = tree.xpath("//li[@id='p4']//a[text()='At the source']/@href")
    assert link == (
        "https://mission.example/statements/lighthouses#:~:text="
        "The%20Conference%20of%20Small%20Harbours%2C,a%20school%20in%20each%20basin."
    )
    assert not page(lighthouses("speech.txt")).xpath("//a[text()='At the source']")


@pytest.mark.parametrize(
    "source",
    ["speech.txt", "javascript:alert(1)", "file:///etc/passwd", "http://", "http://[", "-"],
)
def test_what_is_no_public_address(source):
    assert public_address(source) == ""


def test_text_fragments_are_escaped():
    made = text_fragment("https://a.example/x#y", "One-two, three & four")
    assert made == "https://a.example/x#:~:text=One%2Dtwo%2C%20three%20%26%20four"


def test_letters():
    assert [letters(n) for n in (1, 26, 27, 52, 703)] == ["a", "z", "aa", "az", "aaa"]


def test_points_with_the_same_number_have_their_own_anchors():
    from dataclasses import replace

    note = many(2)
    twice = replace(note, points=(note.points[0], note.points[0]))
    assert [point.anchor for point in compose(twice).points] == ["p1", "p1a"]


# Markdown


def markdown(note):
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin)
    return lxml_html.fromstring(f"<div>{parser.render(render(note, 'md'))}</div>")


@every_sample
def test_markdown_is_well_formed(name):
    note = SAMPLES[name]()
    tree = markdown(note)
    assert len(tree.xpath("//h1")) == 1
    points = tree.xpath("//h2[text()='Points']/following-sibling::ol[1]/li")
    assert len(points) == len(note.points)
    numbers = {e for c in note.points for e in [c.citations]}
    assert len(tree.xpath("//section[@class='footnotes']//li")) <= len(numbers) + len(
        note.in_brief
    ) + len(note.passages)


def test_hostile_markdown_stays_text():
    tree = markdown(hostile())
    assert not tree.xpath(
        "//script | //img | //style | //svg | //em[text()='it'] | //code[.='code']"
    )
    assert {link.get("href")[:1] for link in tree.xpath("//a")} <= {"#", "h"}
    assert "http://evil.example" not in {link.get("href") for link in tree.xpath("//a")}
    assert "[link](http://evil.example)" in words(tree.text_content())


# Plain text


@every_sample
def test_plain_text_fits_its_columns(name):
    made = render(SAMPLES[name](), "txt")
    assert isinstance(made, str)
    wide = [line for line in made.splitlines() if width(line) > COLUMNS]
    assert all(len(line.split()) <= 3 for line in wide)  # a word that is wider stands alone
    assert not re.search("[\x00-\x08\x1b\u202e\u00a0]", made)


def test_plain_text_keeps_every_condensation():
    made = words(str(render(lighthouses(), "txt")))
    for entry in (*lighthouses().points, *lighthouses().passages):
        assert words(entry.text) in made


# Word documents


def opened(name):
    made = render(SAMPLES[name](), "docx")
    assert isinstance(made, bytes)
    return docx.Document(io.BytesIO(made))


@every_sample
def test_a_document_has_real_styles(name):
    document, note = opened(name), SAMPLES[name]()
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[0] == "Title"
    assert styles.count("List Number") == len(note.points) + len(note.passages)
    assert "Heading 1" in styles
    assert document.tables[0].style.name == "Masthead"


def test_a_document_s_footnotes_carry_the_source_words():
    document, note = opened("lighthouses"), lighthouses()
    view = compose(note)
    assert footnotes(document) == [
        f"“{n.words}” ({n.place})".replace("¶ ", "¶\u00a0").replace(", s. ", ",\u00a0s.\u00a0")
        for n in view.source_notes
    ]
    references = document.element.findall(".//{*}footnoteReference")
    assert len(references) == len(view.source_notes)


def test_a_document_has_properties_and_an_empty_comment():
    document = opened("lighthouses")
    assert document.core_properties.title == "Aldoria: safety of navigation"
    assert document.core_properties.created.isoformat().startswith("2026-11-22")
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[texts.index("Comment") + 1 :][:2] == ["(for the officer)", ""]
    footer = document.sections[0].footer._element
    assert [f.get(f.keys()[0]) for f in footer.findall(".//{*}fldSimple")] == ["PAGE", "NUMPAGES"]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize("name", ["lighthouses", "hostile"])
def test_a_document_opens_in_libreoffice(name, tmp_path):
    path = tmp_path / "note.docx"
    made = render(SAMPLES[name](), "docx")
    assert isinstance(made, bytes)
    path.write_bytes(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=240)
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "note.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    assert "Page 1 of" in text
    if name == "lighthouses":
        assert words("“My delegation does not recognise the exclusion zone") in words(text)


# Annotations


@every_sample
def test_annotations_carry_w3c_selectors(name):
    note = SAMPLES[name]()
    tree = json.loads(str(render(note, "jsonld")))
    assert tree["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert tree["type"] == "AnnotationPage"
    assert len({item["id"] for item in tree["items"]}) == len(tree["items"])
    for item in tree["items"]:
        assert item["type"] == "Annotation"
        assert item["body"][-1]["value"]
        for target in item["target"]:
            position, quotation = target["selector"]
            anchor = Citation(
                position["start"],
                position["end"],
                *(quotation[key] for key in ("exact", "prefix", "suffix")),
            )
            assert (position["type"], quotation["type"]) == (
                "TextPositionSelector",
                "TextQuoteSelector",
            )
            assert locate(anchor, note.statement.text).start == anchor.start
            assert target["state"]["cached"].startswith("ni:///sha-256;")


IRI = re.compile(r"(https?|urn|ni):\S+")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
MODEL = {
    "AnnotationPage": {"@context", "id", "partOf", "startIndex", "items", "seal"},
    "AnnotationCollection": {"id", "label", "total"},
    "Annotation": {"id", "motivation", "created", "generator", "body", "target"},
    "Software": {"id", "name"},
    "TextualBody": {"value", "format", "language", "purpose"},
    "SpecificResource": {"source", "selector", "state"},
    "Text": {"id", "language"},
    "TimeState": {"cached"},
    "TextPositionSelector": {"start", "end"},
    "TextQuoteSelector": {"exact", "prefix", "suffix"},
}
"""The terms that the Web Annotation Data Model (W3C, 2017) gives each class, of those used."""

MOTIVATIONS = {"describing", "highlighting", "tagging"}


def resources(value):
    """Every typed object of the tree."""
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict | list):
            yield from resources(one)
    if isinstance(value, dict) and "type" in value:
        yield value


@every_sample
def test_annotations_use_the_model_s_terms_only(name):
    tree = json.loads(str(render(SAMPLES[name](), "jsonld")))
    for one in resources(tree):
        terms = set(one) - {"type"}
        assert terms <= MODEL[one["type"]]
        assert one["type"] == "Text" or terms == MODEL[one["type"]]
        assert IRI.fullmatch(one.get("id", "urn:x"))
        assert INSTANT.fullmatch(one.get("created", "2026-01-01T00:00:00Z"))
        assert {one.get("motivation", "tagging"), one.get("purpose", "tagging")} <= MOTIVATIONS
        assert one.get("start", 0) < one.get("end", 1)
    assert tree["partOf"]["total"] == len(tree["items"])
    assert all(item["target"] and item["body"] for item in tree["items"])


def test_annotations_name_the_statement():
    tree = json.loads(str(render(lighthouses(), "jsonld")))
    source = tree["items"][0]["target"][0]["source"]
    assert source["id"] == "https://mission.example/statements/lighthouses"
    tree = json.loads(str(render(lighthouses("speech.txt"), "jsonld")))
    assert tree["items"][0]["target"][0]["source"]["id"].startswith("ni:///sha-256;")
