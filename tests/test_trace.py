"""Positions over time, from a real ledger of a real batch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarize.batch import Plan, run_batch
from summarize.cli import app
from summarize.ledger.store import Ledger, open_ledger
from summarize.options import VERBATIM, Options
from summarize.render.trace import chart, to_html, to_table
from summarize.search import Filters
from summarize.trace import day_of, trace

STATEMENT = """Statement by Mr. {name}, Permanent Representative of {state}, at the Security Council

{day}

Mr. President,

First, we call on the Council to protect the dredgers of the lower river, because without them \
no ship reaches the sea and the ports of six countries close one after the other in the autumn.

Secondly, we pledge twelve more pilots for the joint service of the river, and we shall pay for \
them out of our own budget until the fund of the basin has been set up by all of its members.

I thank you.
"""
GIVEN = (
    ("Ivo Brand", "Chad", "14 May 2021"),
    ("Ada Orlo", "Peru", "3 March 2019"),
    ("Lena <b>Vale</b>", "Chad", "2 June 2023"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("trace")
    for number, (name, state, day) in enumerate(GIVEN):
        text = STATEMENT.format(name=name, state=state, day=day)
        (made / f"{number}.txt").write_text(text, "utf-8")
    run_batch([made], Plan(made / "out", ("html",)), Options(model=VERBATIM))
    return made / "out"


@pytest.fixture
def ledger(folder: Path) -> Iterator[Ledger]:
    opened = open_ledger(folder / "pksum.sqlite")
    yield opened
    opened.close()


def test_the_earliest_first_each_with_its_citation(ledger: Ledger) -> None:
    hits = trace(ledger, "dredger")
    assert [hit.date for hit in hits] == ["2019-03-03", "2021-05-14", "2023-06-02"]
    assert all("dredgers" in hit.citations[0].exact for hit in hits)
    assert all("dredgers" in hit.condensation for hit in hits)


def test_narrowed_to_a_delegation_and_to_dates(ledger: Ledger) -> None:
    assert len(trace(ledger, "pilots", Filters(delegation="chad"))) == 2
    assert len(trace(ledger, "pilots", Filters(since="2020", until="2021-05"))) == 1
    assert trace(ledger, "submarine") == []


def test_dates_of_a_year_or_a_month_alone(ledger: Ledger) -> None:
    from dataclasses import replace

    hit = trace(ledger, "pilots")[0]
    assert str(day_of(replace(hit, date="2024"))) == "2024-01-01"
    assert str(day_of(replace(hit, date="2024-06"))) == "2024-06-01"
    assert day_of(replace(hit, date=None)) is None


def test_the_chart_has_a_row_a_speaker_and_a_dot_a_point(ledger: Ledger) -> None:
    drawn = chart(trace(ledger, "dredgers"))
    assert drawn.startswith("<svg")
    assert drawn.count("<circle") == 3
    assert drawn.count(">Chad<") == 1
    assert chart(()) == ""


def test_a_page_holds_every_position_and_no_markup_of_a_statement(
    ledger: Ledger, folder: Path
) -> None:
    page = to_html(trace(ledger, "dredgers"), "dredgers <i>", folder)
    assert page.count("<li>") == 3
    assert "dredgers &lt;i&gt;" in page
    assert "<b>Vale" not in page
    assert (folder / "0.html").as_uri() in page


def test_nothing_said() -> None:
    assert to_table(()).startswith("nothing was said")


def test_the_command(folder: Path) -> None:
    run = CliRunner().invoke
    table = run(app, ["trace", "dredgers", "--ledger", str(folder)])
    assert table.exit_code == 0, table.stderr
    assert table.stdout.index("2019-03-03") < table.stdout.index("2023-06-02")
    found = run(app, ["trace", "pilots", "--ledger", str(folder), "--format", "json"])
    assert len(json.loads(found.stdout)) == 3
    assert run(app, ["trace", "x", "--ledger", str(folder / "no.sqlite")]).exit_code == 2
    assert run(app, ["trace", "--", "-"]).exit_code == 2
