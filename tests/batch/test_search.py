"""Finding and exporting what was briefed."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape

import pytest

from summarize.errors import OutputError, UsageError
from summarize.export import FORMATS, export, plain_cell, tables
from summarize.ledger import read_ledger
from summarize.render.search import to_html, to_json, to_table
from summarize.search import Filters, match_of, search
from tests.batch.office import statement


@pytest.fixture
def ledger(office):
    office.fill(5)
    (office.inbox / "sorren.txt").write_text(
        "Statement by Mr. Odo Brandt, Permanent Representative of the Republic of Sorren, at the "
        "Security Council\n4 May 2023\n\n"
        "Mr. President, Sorren lost a ferry too. <script>alert('harbours')</script> We urge the "
        "Council to fund lighthouses. The keepers of our harbours have not been paid since the "
        "winter, and their families live on what the fishermen of the coast bring to them.\n",
        "utf-8",
    )
    office.run()
    opened = read_ledger(office.ledger)
    yield opened
    opened.close()


def kinds(hits) -> set[str]:
    return {hit.kind for hit in hits}


def test_words_are_found_in_points_with_their_words_marked(ledger):
    hits = search(ledger, "silting")
    assert hits
    assert kinds(hits) <= {"point", "passage"}
    for hit in hits:
        assert [hit.snippet[a:b].lower() for a, b in hit.marks] == ["silting"] * len(hit.marks)
        assert hit.delegation == "Maravia"
        assert hit.notes == ("speech-00.md",)
        assert hit.citations
        for place in hit.citations:
            assert statement(0)[place.start : place.end] == place.exact


def test_stems_phrases_prefixes_alternatives_and_exclusions(ledger):
    assert search(ledger, "harbour")
    assert {h.source for h in search(ledger, "harbours")} == {
        h.source for h in search(ledger, "harbour")
    }
    assert search(ledger, '"convoys with medicine"')
    assert not search(ledger, '"medicine with convoys"')
    assert search(ledger, "micro*")
    both = {hit.source for hit in search(ledger, "herring OR microfilms")}
    assert len(both) == 2
    without = {hit.source for hit in search(ledger, "harbour -silting")}
    assert without
    assert without < {hit.source for hit in search(ledger, "harbour")}


def test_words_that_stand_in_different_points_find_the_statement(ledger):
    hits = search(ledger, "dredge circulated")
    assert kinds(hits) == {"statement"}
    assert [hit.notes for hit in hits] == [("speech-00.md",)]


@pytest.mark.parametrize(
    "words", ['"', "AND", "NEAR(a b)", "a:b", "text:harbour", "'; DROP TABLE points; --", "(", "^a"]
)
def test_nothing_in_the_words_commands(ledger, words):
    try:
        search(ledger, words)
    except UsageError as error:
        assert "no word" in str(error)
    assert search(ledger, "harbour")


def test_there_must_be_a_word():
    for words in ("", "  ", "-harbour", "—", '""', "OR"):
        with pytest.raises(UsageError, match="no word"):
            match_of(words)


def test_filters(ledger):
    def found(**filters) -> set[str]:
        return {hit.delegation for hit in search(ledger, "ferry", Filters(**filters))}

    assert found() == {"Maravia", "Sorren"}
    assert found(delegation="sORREN") == {"Sorren"}
    assert found(speaker="tarrant") == {"Maravia"}
    assert found(body="security") == {"Sorren"}
    assert found(since="2023") == found(until="2023-05-04") == found(since="2023-05") == {"Sorren"}
    assert found(since="2023-06") == found(until="2022") == set()
    with pytest.raises(UsageError, match="is no date"):
        found(since="May")


def test_only_asks(ledger):
    hits = search(ledger, "council", Filters(asks=True))
    assert kinds(hits) == {"ask"}
    assert all(hit.condensation and hit.citations for hit in hits)
    assert search(ledger, "families", Filters(asks=True)) == []


def test_in_order_of_date(ledger):
    dates = [hit.date for hit in search(ledger, "ferry", order="date")]
    assert dates[0] == "2023-05-04"
    assert set(dates[1:]) <= {None, "2023-05-04"}
    assert len(search(ledger, "ferry", limit=1)) == 1


def test_what_no_source_holds_any_more_is_not_found(office, ledger):
    (office.inbox / "speech-00.txt").write_text(statement(3), "utf-8")
    office.run()
    assert search(ledger, "silting") == []


def test_a_statement_briefed_twice_is_found_once(office, ledger):
    from summarize.options import Options

    before = len(search(ledger, "silting"))
    office.run(options=Options("verbatim", length="short"))
    assert len(search(ledger, "silting")) == before


def test_as_table_json_and_page(office, ledger):
    hits = search(ledger, "harbours")
    assert "«harbours»" in to_table(hits)
    assert to_table([]) == "nothing was found"
    assert json.loads(to_json(hits))[0]["snippet"]
    page = to_html(hits, "<b>harbours</b>", office.out)
    assert "<mark>harbours</mark>" in page
    assert "<script" not in page
    assert "<b>harbours" not in page
    assert "default-src 'none'" in unescape(page)
    assert (office.out / "sorren.md").as_uri() in page


@pytest.mark.parametrize("table", list(tables()))
@pytest.mark.parametrize("form", FORMATS)
def test_every_table_in_every_format(ledger, tmp_path, form, table):
    path = tmp_path / f"out.{form}"
    count = export(ledger, form, path, table)
    if form == "jsonl":
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    elif form == "csv":
        rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))
    else:
        parquet = pytest.importorskip("pyarrow.parquet")
        rows = parquet.read_table(path).to_pylist()
    assert len(rows) == count
    assert (count > 0) == (table not in ("findings", "failures")) or table == "findings"
    if rows and table == "points":
        assert {row["delegation"] for row in rows} == {"Maravia", "Sorren"}
        assert json.loads(rows[0]["citations"])[0]["exact"]


def test_cells_that_a_spreadsheet_would_run(ledger, office):
    for cell in ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"):
        assert plain_cell(cell) == f"'{cell}"
    assert plain_cell("a=b") == "a=b"
    assert plain_cell(-1) == -1
    (office.inbox / "formula.txt").write_text(
        "=HYPERLINK(1) is what the delegate of Maravia wrote on the board before he spoke.", "utf-8"
    )
    office.run()
    file = io.BytesIO()
    export(ledger, "csv", file)
    cells = [cell for row in csv.reader(io.StringIO(file.getvalue().decode())) for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if re.match(r"[=+@-]", cell)]


def test_what_cannot_be_exported(ledger, tmp_path):
    with pytest.raises(UsageError, match="no format"):
        export(ledger, "xlsx", tmp_path / "x")
    with pytest.raises(UsageError, match="no table"):
        export(ledger, "csv", tmp_path / "x", "secrets")
    with pytest.raises(OutputError):
        export(ledger, "csv", tmp_path / "nowhere" / "x.csv")
    assert list(tmp_path.glob("x*")) == []
