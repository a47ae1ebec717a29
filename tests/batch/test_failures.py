"""Whatever fails is kept, said and tried again; nothing stops the others."""

from __future__ import annotations

import errno
import io
import time
import zipfile
from dataclasses import dataclass

import pytest

from summarize.batch import record as record_module
from summarize.batch.children import Failure, Ready, Thinker, bound_memory
from summarize.batch.engine import Inline, InlineCrew, Task
from summarize.batch.pool import Processes
from summarize.batch.work import condense_together
from summarize.errors import OutputError
from summarize.options import Options
from summarize.records import Draft
from tests.batch.office import statement
from tests.conftest import ScriptedCondenser


def _zip(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


BROKEN = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "dots.txt": b"... --- ...",
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<<",
    "none.docx": _zip(nothing="here"),
    "cut.docx": _zip(word="document")[:40],
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "old.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "rich.pdf": b"{\\rtf1 A statement.}",
    "menus.html": b"<!doctype html><html><body><nav>Home</nav></body></html>",
}


def test_broken_files_among_sound_ones(office):
    office.fill(20)
    for name, content in BROKEN.items():
        (office.inbox / name).write_bytes(content)
    (office.inbox / "link.txt").symlink_to(office.inbox / "nowhere")
    totals = office.run()
    assert totals.counts == {"done": 20, "failed": len(BROKEN) + 1}
    assert totals.failed == 11
    for name in BROKEN:
        state, reason = office.told()[name]
        assert state == "failed"
        assert reason
        assert "defect" not in reason, (name, reason)
    assert len(office.notes()) == 20


def test_a_failure_stands_until_it_is_tried_again(office):
    office.fill(1)
    bad = office.inbox / "bad.txt"
    bad.write_bytes(b"")
    office.run()
    assert office.run().counts == {"skipped": 1, "failed": 1}
    assert "failed before: bad.txt is empty" in office.told()["bad.txt"][1]
    assert office.run(retry_failed=True).counts == {"skipped": 1, "failed": 1}
    assert "failed before" not in office.told()["bad.txt"][1]
    bad.write_text(statement(5), "utf-8")
    assert office.run().counts == {"done": 1, "skipped": 1}
    assert office.ask("SELECT standing FROM failures") == [(0,), (0,)]


def test_fail_fast_ends_also_at_a_source_that_is_not_there(office):
    office.fill(2)
    assert office.run("nowhere.txt", office.inbox, fail_fast=True).counts == {
        "failed": 1,
        "left": 2,
    }


def test_fail_fast_ends_at_the_first_failure(office):
    (office.inbox / "a.txt").write_bytes(b"")
    for number in range(60):
        office.put(f"b-{number:02}.txt", number)
    totals = office.run(fail_fast=True)
    assert totals.counts["failed"] == 1
    assert totals.counts["left"] > 0
    assert totals.given == 61
    assert office.run().counts == {"failed": 1, "skipped": totals.counts["done"],
                                   "done": 60 - totals.counts["done"]}  # fmt: skip


class Vanishing(Inline):
    """An engine under which a file is removed before it is read."""

    def __init__(self, path) -> None:
        super().__init__()
        self.path = path

    def answers(self, most):
        self.path.unlink(missing_ok=True)
        return super().answers(most)


def test_a_file_that_vanishes_between_looking_and_reading(office):
    office.fill(2)
    gone = office.inbox / "speech-01.txt"
    assert office.run(engine=lambda: Vanishing(gone)).counts == {"done": 1, "failed": 1}
    assert "does not exist" in office.told()["speech-01.txt"][1]
    assert office.run().counts == {"skipped": 1}


def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(office, monkeypatch):
    office.fill(6)
    written = record_module.write_draft
    count = 0

    def full(path, content):
        nonlocal count
        count += 1
        if count > 3:
            path.write_bytes(content[:10])
            raise OSError(errno.ENOSPC, "No space left on device")
        written(path, content)

    monkeypatch.setattr(record_module, "write_draft", full)
    with pytest.raises(OutputError, match=r"no space left.*run again"):
        office.run()
    assert not list(office.out.glob(".pksum-*"))
    monkeypatch.undo()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    totals = office.run()
    assert totals.counts["done"] + totals.counts["skipped"] == 6
    assert len(office.notes()) == 6
    assert office.ask("SELECT state FROM runs") == [("stopped",), ("finished",)]


def test_a_note_that_cannot_be_written_is_tried_again_unasked(office, monkeypatch):
    office.fill(2)
    written = record_module.write_draft

    def refused(path, content):
        if b"speech-01.txt" in content:
            raise OSError(errno.EACCES, "Permission denied")
        written(path, content)

    monkeypatch.setattr(record_module, "write_draft", refused)
    assert office.run().counts == {"done": 1, "failed": 1}
    monkeypatch.setattr(record_module, "write_draft", written)
    assert office.run().counts == {"done": 1, "skipped": 1}


@dataclass(frozen=True)
class Small:
    """A thinker whose memory takes a few passages at a time, and one statement not at all."""

    options: Options
    most: int
    asked: list

    def open(self):
        condenser = ScriptedCondenser([Draft(("Called for letters.",))])

        def answer(items):
            self.asked.append(len(items))
            if any("Tarn" in item.prepared.statement.text for item in items):
                raise RuntimeError("DefaultCPUAllocator: not enough memory")
            if sum(item.size for item in items) > self.most:
                raise MemoryError
            return condense_together(items, condenser, "normal")

        return Ready(condenser.card), answer


class Narrow(Inline):
    """An engine whose thinker is ``Small``."""

    def __init__(self, asked) -> None:
        super().__init__()
        self.asked = asked

    def crew(self, setup, size):
        if isinstance(setup, Thinker):
            return InlineCrew(Small(setup.options, 6, self.asked), self.said)
        return super().crew(setup, size)


def test_a_group_that_does_not_fit_is_halved_and_only_the_culprit_fails(office):
    office.fill(6)
    asked: list[int] = []
    totals = office.run(options=Options(engine="torch"), engine=lambda: Narrow(asked))
    assert totals.counts == {"done": 5, "failed": 1}
    assert "does not fit the device's memory" in office.told()["speech-04.txt"][1]
    assert max(asked) == 6
    assert min(asked) == 1
    assert len(office.notes()) == 5


@dataclass(frozen=True)
class Moody:
    """What a child is for in these tests: it sleeps, dies, or takes memory."""

    def open(self):
        def answer(job):
            what, amount = job
            if what == "sleep":
                time.sleep(amount)
            elif what == "die":
                import os

                os._exit(amount)
            elif what == "take":
                bound_memory(amount)
                return len(bytearray(amount << 21))
            return what

        return Ready(), answer


def _tasks(engine: Processes, *tasks: tuple[tuple[str, float], float]) -> list:
    """What each task comes to, one after the other, in one child."""
    crew = engine.crew(Moody(), 1)
    said = []
    for job, seconds in tasks:
        while not crew.idle:
            engine.answers(30)
        crew.give(Task(job, seconds, job[0]))
        while not (answers := engine.answers(30)):
            pass
        said += [answer for _, answer in answers]
    return said


def test_a_child_is_bounded_in_time_and_may_die():
    engine = Processes()
    try:
        said = _tasks(
            engine,
            (("sleep", 60), 0.2),
            (("say", 0), 30),
            (("die", 7), 30),
            (("take", 1024), 30),
            (("say", 0), 30),
        )
    finally:
        engine.close()
    assert said[0] == Failure("timeout", "it took longer than 0.2 s")
    assert said[1] == said[4] == "say"
    assert said[2] == Failure("crash", "its process ended with exit code 7")
    assert said[3] == Failure("memory", "it needs more memory than there is")


def test_no_failure_tells_words_of_a_statement(office, monkeypatch):
    from summarize.batch import children

    def broken(name, *, offline):
        raise ValueError(f"cannot cope with: {statement(1)}")

    monkeypatch.setattr(children, "read_source", broken)
    office.fill(1)
    assert office.run().counts == {"failed": 1}
    reason = office.told()["speech-00.txt"][1]
    assert "a defect of pksum (ValueError at " in reason
    assert "Tarrant" not in reason
