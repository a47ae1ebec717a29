"""The language of a statement chooses the files by which its points are found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import summarize.data as data
from summarize.pipeline import brief
from summarize.records import Statement
from summarize.segment import is_known, language, segment
from summarize.segment.cohesion import cohesion

FRENCH = """Monsieur le Président,

Je vous remercie d'avoir convoqué cette séance. Mme Lenoir, de la mission, nous a éclairés.

Premièrement, l'eau du fleuve doit rester un bien commun. Nous y tenons depuis vingt ans.

Deuxièmement, les barrages en amont appellent un contrôle régional. Le nôtre est ouvert à tous.

Je vous remercie.
"""
ESPERANTO = (
    "Unue, la akvo estas komuna. Ni tenas al tio. Due, la barajoj bezonas komunan regulon. "
    "Ĝi mankas hodiaŭ. Trie, la maro atendas nin. Ni iru kune."
)


def test_a_language_without_files_is_divided_by_paragraphs() -> None:
    division = segment(Statement(FRENCH, "a text", language="fr"))
    said = [FRENCH[point.start : point.end] for point in division.points]
    assert said == FRENCH.strip().split("\n\n")
    assert division.division == "tool"
    assert [point.number for point in division.points] == [1, 2, 3, 4, 5]
    assert (division.opening, division.closing, division.passages) == (None, None, ())


def test_its_sentences_are_parted_all_the_same() -> None:
    division = segment(Statement(FRENCH, "a text", language="fr"))
    second = division.points[1]
    assert [len(point.sentences) for point in division.points] == [1, 2, 2, 2, 1]
    assert second.sentences[1].of(FRENCH) == "Mme Lenoir, de la mission, nous a éclairés."


def test_a_report_in_such_a_language_is_its_agencys() -> None:
    statement = Statement(FRENCH, "a text", kind="press-report", language="fr", agency="Agence R")
    assert {point.attribution for point in segment(statement).points} == {"Agence R"}


def test_the_note_says_so(tmp_path: Path) -> None:
    source = tmp_path / "discours.txt"
    source.write_text(FRENCH, "utf-8")
    (note,) = brief(source)
    assert any("(fr)" in line and "by paragraphs" in line for line in note.checks.notices)


@pytest.fixture
def esperanto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Data files of one more language, and no code."""
    shutil.copytree(Path(data.__file__).parent, tmp_path, dirs_exist_ok=True)
    for folder in ("enumeration", "cohesion", "sentences"):
        shutil.copy(tmp_path / folder / "en.toml", tmp_path / folder / "eo.toml")
    file = tmp_path / "enumeration" / "eo.toml"
    lines = file.read_text("utf-8").replace('["firstly"]', '["unue"]')
    lines = lines.replace('["secondly"]', '["due"]').replace('["thirdly"]', '["trie"]')
    file.write_text(lines, "utf-8")
    monkeypatch.setattr(data, "_path", lambda folder, code: tmp_path / folder / f"{code}.toml")
    yield
    for cached in (data.load, language.patterns, cohesion):
        cached.cache_clear()


@pytest.mark.usefixtures("esperanto")
def test_another_language_is_another_file() -> None:
    assert is_known("eo")
    division = segment(Statement(ESPERANTO, "a text", language="eo"))
    assert [(p.number, p.label) for p in division.points] == [(1, "Unue"), (2, "Due"), (3, "Trie")]


def test_what_is_no_language_has_no_file() -> None:
    assert is_known("en")
    assert not is_known("fr")
    assert not is_known("../enumeration/en")
