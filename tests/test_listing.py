"""The list of notes that a batch writes beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.batch import Plan, run_batch
from summarize.options import VERBATIM, Options

TEXT = """Statement by Mr. Ivo Brand, Permanent Representative of Chad, at the Security Council

14 May 2021

Mr. President,

We call on the Council to protect the dredgers of the lower river, because without them no ship \
reaches the sea and the ports of six countries close one after the other in the {season}.
"""


def run(folder: Path, *forms: str, **settings: bool) -> list[Path]:
    plan = Plan(folder / "out", forms, **settings)
    return run_batch([folder / "in"], plan, Options(model=VERBATIM)).kept


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, season in (("index.txt", "autumn"), ("b.txt", "spring")):
        (tmp_path / "in" / name).write_text(TEXT.format(season=season), "utf-8")
    return tmp_path


def test_it_leads_to_every_note_and_no_note_takes_its_name(folder: Path) -> None:
    run(folder, "md", "html")
    page = (folder / "out" / "index.html").read_text("utf-8")
    assert 'href="./b.html"' in page
    assert 'href="./in-index.html"' in page
    assert "2021-05-14" in page
    assert "Chad" in page
    assert "in the spring" in page


def test_a_new_note_is_listed_and_an_unchanged_run_leaves_it(folder: Path) -> None:
    run(folder, "md")
    index = folder / "out" / "index.html"
    first = index.read_bytes()
    index.touch()
    before = index.stat().st_mtime_ns
    run(folder, "md")
    assert index.stat().st_mtime_ns == before
    (folder / "in" / "c.txt").write_text(TEXT.format(season="summer"), "utf-8")
    run(folder, "md")
    assert b'href="./c.md"' in index.read_bytes()
    assert b"c.md" not in first


def test_what_somebody_made_of_it_is_left_and_said(folder: Path) -> None:
    run(folder, "md")
    index = folder / "out" / "index.html"
    index.write_text("my own page", "utf-8")
    (folder / "in" / "c.txt").write_text(TEXT.format(season="summer"), "utf-8")
    assert run(folder, "md") == [index]
    assert index.read_text("utf-8") == "my own page"


def test_without_a_ledger_there_is_none(folder: Path) -> None:
    run(folder, "md", keep_ledger=False)
    assert not (folder / "out" / "index.html").exists()
