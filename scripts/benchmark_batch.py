"""Measure ``pksum batch``.

    python scripts/benchmark_batch.py many FOLDER [--count 10000] [--interruptions 3] [--work DIR]
    python scripts/benchmark_batch.py rates FOLDER [--sample 400] [--model pksum-mini-v1]
    python scripts/benchmark_batch.py engines FOLDER [--sample 30] [--workers 2]

FOLDER holds statements as text files. ``many`` makes new ones by putting paragraphs of them
together, briefs these without a model, kills the run with SIGKILL as often as is asked, goes on,
runs once more over what is then unchanged, and counts what was lost or doubled and how much memory
was taken. ``rates`` briefs a sample three times: as a batch, with ``pksum brief`` a file at a time,
and with the model asked about one point at a time. ``engines`` briefs a sample with the processes of
this machine and with Ray Data on this machine, and compares the notes. Figures go to standard output as JSON. Linux.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

PARAGRAPH = re.compile(r"\n\s*\n|\n")
PKSUM = (sys.executable, "-m", "summarize")


def paragraphs(folder: Path) -> list[str]:
    """Every paragraph of ten words or more, in order of file name."""
    texts = (path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.txt")))
    parts = (part.strip() for text in texts for part in PARAGRAPH.split(text))
    return [part for part in parts if 10 <= len(part.split()) <= 300]


def make_many(source: Path, target: Path, count: int, each: int) -> int:
    """``count`` statements of ``each`` paragraphs, none like another; gives their words in all."""
    target.mkdir(parents=True)
    pool, draw, words = paragraphs(source), random.Random(1), 0
    for number in range(count):
        chosen = draw.sample(pool, each)
        words += sum(len(part.split()) for part in chosen)
        text = "\n\n".join([f"Statement {number + 1} of this collection.", *chosen]) + "\n"
        (target / f"statement-{number + 1:05}.txt").write_text(text, "utf-8")
    return words


def family(pid: int) -> list[int]:
    """A process and all below it."""
    found, below = [pid], dict[int, list[int]]()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        below.setdefault(int(fields[1]), []).append(int(path.parent.name))
    for one in found:
        found += below.get(one, [])
    return found


def memory(pid: int) -> tuple[int, int]:
    """Megabytes that a process and all below it have taken: its own, and the largest child's."""
    sizes = []
    for one in family(pid):
        try:
            status = Path(f"/proc/{one}/status").read_text()
        except OSError:
            continue
        if match := re.search(r"VmRSS:\s+(\d+)", status):
            sizes.append(int(match[1]) // 1024)
    return (sizes[0] if sizes else 0), max(sizes[1:], default=0)


class Meter(threading.Thread):
    """Looks twice a second how much processor time a process and all below it have taken."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.taken: dict[int, float] = {}
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.5):
            for one in family(self.pid):
                try:
                    stat = Path(f"/proc/{one}/stat").read_text()
                except OSError:
                    continue
                fields = stat.rsplit(")", 1)[1].split()
                ticks = int(fields[11]) + int(fields[12])
                self.taken[one] = ticks / os.sysconf("SC_CLK_TCK")

    def seconds(self) -> float:
        """Of all of them together."""
        self.over.set()
        self.join()
        return round(sum(self.taken.values()), 1)


def events(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    """What a batch tells, as it tells it."""
    assert process.stdout
    for line in process.stdout:
        try:
            yield json.loads(line)
        except ValueError:  # a line that the kill has cut
            return


def run(sources: Path, out: Path, *options: str, kill_after: int | None = None) -> dict[str, Any]:
    """One batch: what it told at last, or how far it came until it was killed."""
    command = [*PKSUM, "batch", str(sources), "--out", str(out), "--log-format", "json", *options]
    start, done, peaks = time.monotonic(), 0, dict[int, tuple[int, int]]()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    meter = Meter(process.pid)
    meter.start()
    summary: dict[str, Any] = {}
    for event in events(process):
        if event["event"] == "summary":
            summary = event
            continue
        done += event["state"] == "done"
        if event["state"] == "done" and (done in (50, 100, 200) or done % 1000 == 0):
            peaks[done] = memory(process.pid)
        if kill_after is not None and done >= kill_after:
            process.send_signal(signal.SIGKILL)
            break
    process.wait()
    seconds = round(time.monotonic() - start, 1)
    figures = {"seconds": seconds, "cpu_seconds": meter.seconds(), "done": done, "memory": peaks}
    return figures | {"code": process.returncode} | summary


def state(out: Path) -> dict[str, int]:
    """What stands at the end: notes, those that are alike, what the ledger says, what is left over."""
    notes = sorted(out.glob("*.md"))
    digests = [hashlib.sha256(note.read_bytes()).hexdigest() for note in notes]
    with sqlite3.connect(out / "pksum.sqlite") as ledger:
        recorded = dict(ledger.execute("SELECT path, sha256 FROM notes"))
        count = {t: one(ledger, f"SELECT count(*) FROM {t}") for t in ("statements", "points")}
        sound = one(ledger, "PRAGMA integrity_check") == "ok"
    torn = sum(recorded.get(n.name) != d for n, d in zip(notes, digests, strict=True))
    return {
        "notes": len(notes),
        "different_notes": len(set(digests)),
        "notes_not_as_recorded": torn,
        "recorded_without_note": len(set(recorded) - {note.name for note in notes}),
        "ledger_is_sound": int(sound),
        "drafts_left": len(list(out.glob(".pksum-*"))),
        **count,
    }


def one(ledger: sqlite3.Connection, query: str) -> Any:
    """The single value of a query."""
    return ledger.execute(query).fetchone()[0]


def measure_many(folder: Path, count: int, each: int, interruptions: int, work: Path) -> None:
    """Brief ``count`` statements with interruptions, then once more unchanged."""
    sources, out = work / "statements", work / "notes"
    words = make_many(folder, sources, count, each)
    tell({"statements": count, "words": words})
    quoted = ("--model", "verbatim")
    share = count // (interruptions + 1)
    runs = [run(sources, out, *quoted, kill_after=share) for _ in range(interruptions)]
    for figures in runs:
        tell({"interrupted": figures})
    last = run(sources, out, *quoted)
    tell({"finished": last, "state": state(out)})
    again = run(sources, out, *quoted)
    first = sum(figures["seconds"] for figures in (*runs, last))
    tell({"first_seconds": first, "again": again, "ratio": round(again["seconds"] / first, 5)})


def measure_rates(folder: Path, sample: int, model: str, work: Path) -> None:
    """The same statements as a batch, a file at a time, and a point at a time."""
    sources = work / "statements"
    chosen = take_sample(folder, sample, sources)
    batch = run(sources, work / "batch", "--model", model)
    tell({"batch": rates(batch["seconds"], batch["done"], batch["points"])})
    start = time.monotonic()
    for path in chosen:
        note = work / "single" / f"{path.stem}.md"
        note.parent.mkdir(exist_ok=True)
        subprocess.run([*PKSUM, "brief", str(path), "-o", str(note), "-m", model], check=True)
    single = time.monotonic() - start
    tell({"a_file_at_a_time": rates(single, len(chosen), batch["points"])})
    apart, points = point_at_a_time(chosen, model)
    tell({"a_point_at_a_time": rates(apart, len(chosen), points)})
    tell({"batch_against_files": round(single / batch["seconds"], 2),
          "batch_against_points": round(apart / batch["seconds"], 2)})  # fmt: skip


def measure_engines(folder: Path, sample: int, model: str, workers: int, work: Path) -> None:
    """The same statements by local processes and by Ray: seconds, processor time of all processes,
    their ratio, and whether the notes are the same. Starting Ray is counted.
    """
    sources, options = work / "statements", ("--model", model, "--workers", str(workers))
    take_sample(folder, sample, sources)
    seconds = {}
    for engine in ("auto", "ray"):
        done = run(sources, work / engine, *options, "--engine", engine)
        seconds[engine] = done["seconds"]
        spent = {"cpu_seconds": done["cpu_seconds"]}
        tell({engine: rates(done["seconds"], done["done"], done["points"]) | spent})
    same = note_digests(work / "auto") == note_digests(work / "ray")
    tell({"ray_against_local": round(seconds["ray"] / seconds["auto"], 2), "same_notes": same})


def note_digests(out: Path) -> dict[str, str]:
    """The digest of every note by its name."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(out.glob("*.md"))}


def take_sample(folder: Path, sample: int, target: Path) -> list[Path]:
    """Copies so many statements of ``folder``, always the same ones, to ``target``."""
    target.mkdir(parents=True)
    paths = sorted(folder.glob("*.txt"))
    chosen = random.Random(1).sample(paths, min(sample, len(paths)))
    for path in chosen:
        (target / path.name).write_bytes(path.read_bytes())
    return chosen


def point_at_a_time(paths: Sequence[Path], model: str) -> tuple[float, int]:
    """Seconds to brief ``paths`` in one process that asks the model about a single point each
    time, and the number of points; loading the model is counted.
    """
    from summarize.condense.open import open_condenser
    from summarize.gate import settle_all
    from summarize.options import Options
    from summarize.pipeline import finish, prepare
    from summarize.read import read
    from summarize.render import render

    start, points, options = time.monotonic(), 0, Options(model=model)
    condenser = open_condenser(options)
    for path in paths:
        for statement in read(path):
            prepared = prepare(statement)
            settled = [settle_all([source], condenser, options)[0] for source in prepared.sources]
            render(finish(prepared, settled, condenser, options), "md")
            points += len(settled)
    return time.monotonic() - start, points


def rates(seconds: float, statements: int, points: int) -> dict[str, float]:
    """Statements and points a second."""
    return {
        "seconds": round(seconds, 1),
        "statements": statements,
        "points": points,
        "statements_a_second": round(statements / seconds, 3),
        "points_a_second": round(points / seconds, 3),
    }


def tell(figures: dict[str, Any]) -> None:
    """A line of JSON."""
    print(json.dumps(figures), flush=True)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=("many", "rates", "engines"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--paragraphs", type=int, default=3)
    parser.add_argument("--interruptions", type=int, default=3)
    parser.add_argument("--sample", type=int, help="400 for rates, 30 for engines")
    parser.add_argument("--workers", type=int, default=2, help="of both engines")
    parser.add_argument("--model", default="pksum-mini-v1")
    parser.add_argument("--work", type=Path, default=None, help="an empty folder, kept")
    given = parser.parse_args()
    work = given.work or Path(tempfile.mkdtemp(prefix="pksum-benchmark-"))
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if given.what == "many":
        measure_many(given.folder, given.count, given.paragraphs, given.interruptions, work)
    elif given.what == "rates":
        measure_rates(given.folder, given.sample or 400, given.model, work)
    else:
        sample = given.sample or 30
        measure_engines(given.folder, sample, given.model, given.workers, work)


if __name__ == "__main__":
    main()
