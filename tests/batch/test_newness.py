"""What is briefed, what is not, and why."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from summarize.batch import Plan, run_batch
from summarize.batch import desk as desk_module
from summarize.batch.engine import Inline
from summarize.batch.recipe import note_key, reading_key, recipe_of
from summarize.errors import UsageError
from summarize.options import Options
from tests.batch.office import statement


def test_every_statement_once(office):
    office.fill(3)
    totals = office.run()
    assert totals.counts == {"done": 3}
    assert {reason for _, reason in office.told().values()} == {"new"}
    assert sorted(office.notes()) == ["speech-00.md", "speech-01.md", "speech-02.md"]
    before = office.notes()
    assert office.run().counts == {"skipped": 3}
    assert {reason for _, reason in office.told().values()} == {"unchanged"}
    assert office.notes() == before


def test_a_new_statement_among_old_ones(office):
    office.fill(2)
    office.run()
    office.put("speech-10.txt", 10)
    assert office.run().counts == {"done": 1, "skipped": 2}


def test_neither_name_nor_time_makes_new(office):
    path = office.put("one.txt", 1)
    office.run()
    path.rename(office.inbox / "renamed.txt")
    os.utime(office.inbox / "renamed.txt", (1, 1))
    assert office.run().counts == {"skipped": 1}
    assert office.told()["renamed.txt"] == ("skipped", "the same content as one.txt")
    assert list(office.notes()) == ["one.md"]


def test_a_clock_that_steps_back_hides_no_change(office, monkeypatch):
    path = office.put("one.txt", 1)
    times = path.stat().st_mtime_ns
    office.run()
    changed = path.read_text("utf-8").replace("3 years", "4 years")
    path.write_text(changed, "utf-8")
    os.utime(path, ns=(times, times))
    monkeypatch.setattr(desk_module, "now", lambda: "1999-01-01T00:00:00Z")
    assert office.run().counts == {"done": 1}
    assert office.told()["one.txt"] == ("done", "changed")
    assert "4 years" in (office.out / "one.md").read_text("utf-8")
    assert office.run().counts == {"skipped": 1}


def test_two_copies_are_one_statement(office):
    office.put("a.txt", 1)
    office.put("b.txt", 1)
    assert office.run().counts == {"done": 1, "skipped": 1}
    assert office.told()["b.txt"] == ("skipped", "the same text as a.txt")
    assert list(office.notes()) == ["a.md"]
    assert office.run().counts == {"skipped": 2}


def test_a_changed_statement_replaces_its_own_note(office):
    path = office.put("one.txt", 1)
    office.run()
    path.write_text(statement(2), "utf-8")
    assert office.run().counts == {"done": 1}
    assert list(office.notes()) == ["one.md"]


def test_a_new_statement_under_an_old_name_leaves_the_renamed_ones_note(office):
    office.put("a.txt", 1)
    office.run()
    (office.inbox / "a.txt").rename(office.inbox / "b.txt")
    office.put("a.txt", 2)
    assert office.run().counts == {"done": 1, "skipped": 1}
    assert sorted(office.notes()) == ["a-2.md", "a.md"]
    assert office.run().counts == {"skipped": 2}


@pytest.mark.parametrize(
    "options",
    [Options("verbatim", length="short"), Options("verbatim", strict=True)],
    ids=["length", "strict"],
)
def test_other_options_make_new_notes(office, options):
    office.fill(1)
    office.run()
    assert office.run(options=options).counts == {"done": 1}
    assert "another model" in office.told()["speech-00.txt"][1]
    assert list(office.notes()) == ["speech-00.md"]
    assert office.run(options=options).counts == {"skipped": 1}


def test_what_a_key_is_made_of(tmp_path):
    recipe = recipe_of(Options("verbatim"))
    keys = {
        note_key("text", recipe.digest, "md"),
        note_key("other text", recipe.digest, "md"),
        note_key("text", recipe.digest, "html"),
        note_key("text", recipe.digest, "md", "template"),
        note_key("text", replace(recipe, pipeline=recipe.pipeline + 1).digest, "md"),
        note_key("text", replace(recipe, weights_sha256="other").digest, "md"),
        note_key("text", replace(recipe, settings_sha256="other").digest, "md"),
        note_key("text", replace(recipe, prompt_sha256="other").digest, "md"),
        note_key("text", replace(recipe, format="pksum-note/2").digest, "md"),
        note_key("text", replace(recipe, seed=1).digest, "md"),
    }
    assert len(keys) == 10
    assert reading_key("d", "a.txt") == reading_key("d", "b.md") != reading_key("d", "a.html")
    bundled = recipe_of(Options())
    assert len(bundled.weights_sha256) == len(bundled.settings_sha256) == 64
    assert bundled.prompt_sha256 is None


def test_the_device_makes_nothing_new():
    assert recipe_of(Options(device="cpu")) == recipe_of(Options(device="cuda"))


def test_a_note_that_is_gone_is_made_again(office):
    office.fill(1)
    office.run()
    before = office.notes()
    (office.out / "speech-00.md").unlink()
    assert office.run().counts == {"done": 1}
    assert office.told()["speech-00.txt"] == ("done", "its note speech-00.md is gone")
    assert office.notes() == before


def test_an_edited_note_is_kept_and_the_new_one_goes_beside(office):
    office.fill(1)
    office.run()
    note = office.out / "speech-00.md"
    note.write_text("What the officer made of it.\n", "utf-8")
    totals = office.run()
    assert totals.counts == {"done": 1}
    assert totals.kept == [note]
    assert "beside speech-00.md, changed by somebody" in office.told()["speech-00.txt"][1]
    assert note.read_text("utf-8") == "What the officer made of it.\n"
    assert sorted(office.notes()) == ["speech-00-2.md", "speech-00.md"]
    assert office.run().counts == {"skipped": 1}
    assert office.run(force=True).counts == {"done": 1}
    assert note.read_text("utf-8") == "What the officer made of it.\n"
    assert sorted(office.notes()) == ["speech-00-2.md", "speech-00.md"]


def test_a_file_of_somebody_else_is_not_overwritten(office):
    office.fill(1)
    office.out.mkdir()
    (office.out / "speech-00.md").write_text("Mine.\n", "utf-8")
    office.run()
    assert (office.out / "speech-00.md").read_text("utf-8") == "Mine.\n"
    assert (office.out / "speech-00-2.md").exists()


def test_another_format_is_added(office):
    office.fill(1)
    office.run()
    stamp = (office.out / "speech-00.md").stat().st_ino
    assert office.run(forms=("md", "json")).counts == {"done": 1}
    assert office.told()["speech-00.txt"] == ("done", "not yet written as json")
    assert sorted(office.notes()) == ["speech-00.json", "speech-00.md"]
    assert (office.out / "speech-00.md").stat().st_ino == stamp
    assert office.ask("SELECT count(*) FROM briefings") == [(1,)]


def test_force_briefs_again(office):
    office.fill(2)
    office.run()
    before = office.notes()
    assert office.run(force=True).counts == {"done": 2}
    assert office.notes() == before
    assert office.ask("SELECT count(*) FROM briefings") == [(2,)]


def test_a_limit_leaves_the_rest_for_later(office):
    office.fill(5)
    assert office.run(limit=2).counts == {"done": 2, "left": 3}
    assert office.run(limit=2).counts == {"done": 2, "skipped": 2, "left": 1}
    assert office.run().counts == {"done": 1, "skipped": 4}


def test_a_dry_run_does_nothing(office):
    office.fill(2)
    assert office.run(dry_run=True).counts == {"done": 2}
    assert not office.out.exists()
    office.run()
    office.put("new.txt", 7)
    before = office.notes(), office.record()
    assert office.run(dry_run=True).counts == {"done": 1, "skipped": 2}
    assert (office.notes(), office.record()) == before


def test_without_a_ledger_no_trace_is_left(office):
    office.fill(2)
    assert office.run(keep_ledger=False).counts == {"done": 2}
    assert sorted(p.name for p in office.out.iterdir()) == ["speech-00.md", "speech-01.md"]
    (office.out / "speech-00.md").write_text("Edited.\n", "utf-8")
    assert office.run(keep_ledger=False).counts == {"done": 2}
    assert sorted(office.notes()) == ["speech-00-2.md", "speech-00.md", "speech-01.md"]
    assert (office.out / "speech-00.md").read_text("utf-8") == "Edited.\n"


def test_a_folder_of_notes_can_be_moved_with_its_ledger(office):
    office.fill(2)
    office.run()
    moved = office.home / "moved"
    office.out.rename(moved)
    totals = run_batch([office.inbox], Plan(out=moved), Options("verbatim"))
    assert totals.counts == {"skipped": 2}


def test_the_folder_of_notes_is_no_source(office):
    office.fill(1)
    inside = office.inbox / "notes"
    for counts in ({"done": 1}, {"skipped": 1}):
        totals = run_batch([office.inbox], Plan(out=inside), Options("verbatim"), engine=Inline)
        assert totals.counts == counts
    with pytest.raises(UsageError, match="among the sources"):
        run_batch([office.inbox], Plan(out=office.inbox), Options("verbatim"))


def test_a_record_of_a_meeting_gives_a_note_a_speaker(office, sample):
    record = sample.parent / "record.txt"
    totals = office.run(record)
    names = sorted(office.notes())
    assert totals.counts == {"done": 1}
    assert len(names) == totals.notes == office.ask("SELECT count(*) FROM statements")[0][0]
    assert all(name.startswith("record") for name in names)
    assert office.run(record).counts == {"skipped": 1}


def test_plans_that_make_no_sense(office):
    office.fill(1)
    for plan in ({"forms": ("rtf",)}, {"workers": -1}, {"timeout": 0}, {"limit": -1}):
        with pytest.raises(UsageError):
            office.run(**plan)
    (office.home / "notes").write_text("a file", "utf-8")
    with pytest.raises(UsageError, match="is a file"):
        office.run()
