from __future__ import annotations

import json
from datetime import date

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize import Options, brief, brief_all
from summarize.data_files import PACKAGE
from summarize.errors import InputError
from summarize.pipeline import making_date, source_of
from summarize.read import read_text
from summarize.records import Draft, Note
from summarize.render import render
from summarize.segment import segment
from tests.conftest import SAMPLES, SHARED, ScriptedCondenser, needs_shared

SCHEMA = json.loads((PACKAGE / "data" / "note.schema.json").read_text("utf-8"))
SEEDS = sorted((SHARED / "seeds").glob("*.txt")) if SHARED.is_dir() else []


def check_anchors(note: Note) -> None:
    """Every sentence of the note cites, and every citation leads to its exact words."""
    text = note.statement.text
    parts = [*note.in_brief, *note.points, *note.passages, *note.asks, *note.commitments]
    for part in parts:
        assert part.citations
        for citation in part.citations:
            assert text[citation.start : citation.end] == citation.exact
            assert text[: citation.start].endswith(citation.prefix)
            assert text[citation.end :].startswith(citation.suffix)
    for mention in (*note.figures, *note.references):
        assert text[mention.start : mention.end] == mention.text
    for name, span in note.statement.spans.items():
        assert span.of(text).strip(), name


def check_parts(note: Note) -> None:
    """Every sentence belongs to exactly one part."""
    division = note.division
    taken = [s for p in (*division.points, *division.passages) for s in p.sentences]
    frame = [span for span in (division.opening, division.closing) if span]
    framed = [s for s in division.sentences if any(f.start <= s.start < f.end for f in frame)]
    assert sorted({*taken, *framed}) == list(division.sentences)
    assert not set(taken) & set(framed)
    for sentence in division.sentences:
        inside = [
            b for b in division.boilerplate if b.start < sentence.end and sentence.start < b.end
        ]
        assert not inside


def sample_note(name: str = "water_security.txt", **options) -> Note:
    (note,) = brief(SAMPLES / name, Options(**options))
    return note


def test_the_sample_in_verbatim_mode():
    note = sample_note(model="verbatim")
    assert [p.passage.number for p in note.points] == [1, 2, 3, 4]
    assert note.checks.announced == note.checks.found == 4
    assert "in my national capacity" in " ".join(
        s.of(note.statement.text) for e in note.passages for s in e.passage.sentences
    )
    check_anchors(note)
    check_parts(note)


def test_what_is_quoted_is_exactly_the_sources():
    note = sample_note(model="verbatim")
    flat = " ".join(note.statement.text.split())
    for entry in (*note.points, *note.passages):
        assert entry.condensation.status == "verbatim"
        for piece in entry.condensation.text.strip("“”").split("” “"):
            assert " ".join(piece.split()) in flat


@pytest.mark.parametrize("path", [*sorted(SAMPLES.glob("*.txt")), *SEEDS], ids=lambda p: p.stem)
def test_notes_keep_the_schema_and_their_anchors(path):
    for note in brief(path, Options(model="verbatim")):
        jsonschema.validate(json.loads(render(note, "json")), SCHEMA)
        check_anchors(note)
        check_parts(note)


def test_same_input_same_bytes(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for form in ("md", "json"):
        first, second = (render(sample_note(), form) for _ in range(2))
        assert first == second
        assert "2023-11-14" in first


def test_the_day_of_making(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert date.fromisoformat(making_date()) >= date(2026, 1, 1)


def test_passages_of_several_statements_are_asked_about_together_and_come_back_in_order():
    text = (SAMPLES / "water_security.txt").read_text("utf-8")
    statements = [
        *read_text(text, "one.txt"),
        *read_text(text.replace("Sorrel", "Teal"), "two.txt"),
    ]
    condenser = ScriptedCondenser([Draft(("Called for nothing at all.",))])
    notes = list(brief_all(statements, Options(), condenser))
    assert [note.statement.source for note in notes] == ["one.txt", "two.txt"]
    entries = [entry for note in notes for entry in (*note.points, *note.passages)]
    assert [s.sentences[0] for s in condenser.asked] == [
        entry.passage.sentences[0].of(note.statement.text)
        for note in notes
        for entry in (*note.points, *note.passages)
    ]
    assert len(entries) == len(condenser.asked)
    for note in notes:
        check_anchors(note)


def test_a_statement_in_another_language_is_briefed_verbatim_and_says_so():
    text = (
        "Monsieur le Président, je vous remercie de votre invitation à cette séance publique.\n\n"
        "La France réaffirme son attachement à la protection des civils dans tous les conflits. "
        "Elle demande aux parties de respecter le droit international humanitaire et de garantir "
        "un accès sûr et sans entrave aux populations qui ont besoin d'assistance.\n\n"
        "Nous appelons tous les États à ratifier les conventions pertinentes sans délai, car les "
        "victimes ne peuvent plus attendre que les négociations aboutissent enfin.\n"
    )
    condenser = ScriptedCondenser([Draft(("Called for calm.",))])
    (note,) = brief_all(read_text(text, "discours.txt"), Options(), condenser)
    assert condenser.asked == []
    assert any("language (fr)" in notice for notice in note.checks.notices)
    assert {e.condensation.status for e in (*note.points, *note.passages)} == {"verbatim"}


@needs_shared
def test_the_remarks_of_may_2021():
    (path,) = (SHARED / "seeds").glob("003*.txt")
    (note,) = brief(path, Options(model="verbatim"))
    text = note.statement.text
    starts = [text[p.passage.start :].split(",")[0] for p in note.points]
    assert starts == ["First", "Second", "Third", "Fourth"]
    assert [p.passage.number for p in note.points] == [1, 2, 3, 4]
    assert any(
        "For more than 30 years" in text[e.passage.start : e.passage.end] for e in note.passages
    )
    shown = " ".join(
        words
        for entry in (*note.points, *note.passages)
        for words in (entry.text, entry.condensation.heading, *(c.exact for c in entry.citations))
    )
    assert "Suggest to a friend" not in shown
    assert "Events & Activities" not in shown


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [
                "First, we must act now.",
                "Secondly, we call on all States to act.",
                "Thank you.",
                "I thank the briefers for their work.",
                "Mr. President,",
                "\n\n",
                "\n",
                " ",
                "We would like to make three points.",
                "No. 5 of 3 May 2021, S/RES/2518 (2020), “he said.”",
                "Finally, 41 attacks; e.g. in U.S. waters",
                "<script>alert(1)</script>",
                "*bold* [x](y)",
                "—",
            ]
        ),
        max_size=25,
    )
)
def test_any_statement_gives_a_sound_note_or_a_clear_error(parts):
    text = " ".join(parts)
    try:
        statements = read_text(text, "any.txt")
    except InputError as error:
        assert "\n" not in str(error)
        return
    for note in brief_all(statements, Options(model="verbatim")):
        check_anchors(note)
        check_parts(note)
        jsonschema.validate(json.loads(render(note, "json")), SCHEMA)
        render(note, "md")


def test_lines_of_a_wrapped_text_are_read_as_one() -> None:
    wide = (
        "The keepers of the northern lighthouses thank the Council for its\nvisit to the coast. "
        * 3
    )
    text = f"{wide}It is\nessential that all States keep the\nlamps lit. We say it again."
    statement = read_text(text, "speech.txt")[0]
    passage = segment(statement).points[0]
    source = source_of(statement, passage)
    assert "\n" not in source.text
    lengths = [len(s.of(statement.text)) for s in passage.sentences]
    assert [len(s) for s in source.sentences] == lengths
    note = next(brief_all([statement], Options(model="verbatim")))
    assert ("all States", "keep the lamps lit") in [(a.actor, a.action) for a in note.asks]


def test_what_is_listed_stands_once_and_what_is_counted_can_be_seen(tmp_path) -> None:
    source = tmp_path / "keepers.txt"
    source.write_text(
        "We recall the Charter of the United Nations and its keepers of 31 October 2000. We hold that "
        "the 2030 Agenda binds them.\n\nThe United Nations Charter has bound us since 31 October 2000.\n"
    )
    (note,) = brief(source, Options(model="verbatim"))
    rendered = render(note, "md")
    assert "31 October 2000 (¶ 1, s. 1; ¶ 2, s. 1)" in " ".join(rendered.split())
    assert rendered.count("United Nations Charter (") == 0
    text = " ".join(entry.text for entry in (*note.points, *note.passages))
    assert note.checks.dates == text.count("31 October 2000")
