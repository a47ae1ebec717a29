"""Files that arrive: a real folder, watched by the real library."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from summarize.errors import InputError
from summarize.watch import Waiting, arrivals

ROOT = Path(__file__).parents[1]


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


def test_the_whole_folder_is_looked_at_again(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    bursts = arrivals(tmp_path, still=0.3, sweep=1, poll=True)
    assert next(bursts) == {file}
    assert next(bursts) == {file}


def test_the_command_briefs_what_comes_and_ends_when_it_is_told(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "in" / "notes"
    folder.mkdir()
    statement = "We call on the Council to protect the dredgers of the lower river in the autumn."
    write(folder / "first.txt", statement)
    write(folder / "table.csv", "a,b")
    command = [sys.executable, "-m", "summarize", "watch", str(folder), "-o", str(out)]
    child = subprocess.Popen(
        [*command, "-m", "verbatim", "--still", "0.5"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        preexec_fn=take_interrupts,
    )
    try:
        wait_for(out / "first.md")
        write(folder / "second.txt", statement.replace("autumn", "spring"))
        wait_for(out / "second.md")
        child.send_signal(signal.SIGINT)
        _, error = child.communicate(timeout=60)
    finally:
        child.kill()
    assert child.returncode == 130
    assert b"Traceback" not in error
    assert sorted(path.name for path in out.glob("*.md")) == ["first.md", "second.md"]
    assert (out / "index.html").exists()


def take_interrupts() -> None:
    """What runs in the background may have been told to ignore them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(path: Path, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, f"{path.name} did not come"
        time.sleep(0.1)
