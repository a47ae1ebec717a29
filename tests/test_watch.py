"""Files that arrive: a real folder, watched by the real library."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from summarize.errors import InputError
from summarize.watch import Waiting, arrivals


def write(path: Path, text: str = "We call for calm.") -> Path:
    path.write_text(text, "utf-8")
    return path


def test_a_file_that_stands_still_is_whole(tmp_path: Path) -> None:
    waiting = Waiting(still=2, patience=30)
    file = write(tmp_path / "a.txt")
    waiting.look(file, 0)
    assert waiting.whole(1) == frozenset()
    assert waiting.whole(2) == {file}
    assert waiting.whole(9) == frozenset()


def test_a_file_that_grows_is_waited_for(tmp_path: Path) -> None:
    waiting = Waiting(still=2, patience=30)
    file = write(tmp_path / "a.txt")
    waiting.look(file, 0)
    write(file, "We call for calm, and for more.")
    assert waiting.whole(2) == frozenset()
    assert waiting.whole(3.5) == frozenset()
    assert waiting.whole(4) == {file}


def test_a_burst_is_one_and_one_slow_file_does_not_hold_it_for_ever(tmp_path: Path) -> None:
    waiting = Waiting(still=2, patience=30)
    files = {write(tmp_path / f"{i}.txt") for i in range(1000)}
    slow = tmp_path / "slow.txt"
    for file in files:
        waiting.look(file, 0)
    for second in range(30):
        write(slow, "word " * (second + 1))
        waiting.look(slow, second)
        assert waiting.whole(second) == frozenset()
    write(slow, "word " * 50)
    assert waiting.whole(30) == files
    assert waiting.whole(32) == {slow}


def test_a_file_that_vanishes_is_not_waited_for(tmp_path: Path) -> None:
    waiting = Waiting(still=2, patience=30)
    file = write(tmp_path / "a.txt")
    waiting.look(file, 0)
    file.unlink()
    assert waiting.whole(5) == frozenset()
    assert waiting.seen == {}


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no folder"):
        next(arrivals(tmp_path / "nowhere"))


@contextmanager
def watched(folder: Path, apart: Path) -> Iterator[Queue[frozenset[Path]]]:
    """The bursts of a folder as they come, told by a thread."""
    found: Queue[frozenset[Path]] = Queue()
    stop = threading.Event()

    def run() -> None:
        for burst in arrivals(folder, apart.__eq__, stop, still=0.5, patience=60):
            found.put(burst)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield found
    finally:
        stop.set()
        thread.join(30)
        assert not thread.is_alive()


def test_what_is_there_what_comes_and_what_a_moved_folder_holds(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    first = write(folder / "first.txt")
    write(folder / ".hidden.txt")
    with watched(folder, folder / "note.md") as found:
        assert found.get(timeout=60) == {first}
        other = tmp_path / "other"
        other.mkdir()
        write(other / "second.txt")
        write(folder / "note.md")
        other.rename(folder / "other")
        assert found.get(timeout=60) == {folder / "other" / "second.txt"}
        time.sleep(1)
        assert found.empty()
