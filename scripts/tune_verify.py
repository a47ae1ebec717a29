"""Choose from which log-odds each model of verification blocks, and from which a rule is believed.

    python scripts/tune_verify.py CORRUPTED.jsonl … --least LEAST.json [--false 0.04] [--minutes 3]

Each file holds rows as ``corrupt.py`` writes them; the first is the one on which ``--least`` must hold
(a share by kind, like ``{"name": 0.95}``) and no more than ``--false`` of the true rows are blocked; of
the others, which are weighed as well, as many errors shall be found and as few true rows blocked as
may be. Simulated annealing (Kirkpatrick et al., 1983) over the thresholds, by a fixed seed. Those in the package
were found so, with the floors of ``tests/verify/test_by_hand.py`` weighed as well. Writes
``summarize/data/verify.json`` and prints what the rules need (``_SECONDED`` in ``verify/__init__.py``).
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from numpy.typing import NDArray

from summarize.evaluation.verification import is_true, source_of
from summarize.verify import _CHECKS, _SECONDED
from summarize.verify import learned as trained
from summarize.verify.ground import CONTENT, group
from summarize.verify.standing import sort
from summarize.verify.view import View

Detector = tuple[str, int]
"""A model and its group of slots, or "rule" and the number of a rule that is seconded."""

DATA = Path(__file__).parent.parent / "summarize" / "data" / "verify.json"
NOTHING = -99.0
RANGES = {"rule": (-2.5, 3.5)}
RANGE = (0.5, 5.0)
"""Log-odds between which a threshold may lie; none may switch its model off."""

SPREAD, MOVED, HOT, COLD, COOLING = 0.8, 3, 0.02, 0.0005, 0.9995
MISSED, ALARMED, FLOORED = 8.0, 40.0, 1.2


@dataclass(frozen=True)
class Scan:
    """Rows of a file: the kind of each, whether rules block it, and its highest score by detector."""

    kinds: list[str]
    hard: NDArray[numpy.bool_]
    scores: NDArray[numpy.float64]

    def found(self, limits: NDArray[numpy.float64]) -> dict[str, float]:
        """The share of rows that are blocked, by kind."""
        blocked = self.hard | (self.scores > limits).any(axis=1)
        kinds = numpy.array(self.kinds)
        return {kind: float(blocked[kinds == kind].mean()) for kind in sorted(set(self.kinds))}


def slots_of(row: dict[str, Any]) -> tuple[bool, dict[Detector, float]]:
    """Whether the rules block a row, and what the models make of its slots."""
    view = View(row["summary"], source_of(row))
    judge = trained.Judge(view)
    hard = any(f.severity == "blocking" for check in _CHECKS for f in check(view))
    found = [
        (("rule", number), trained.suspicion(judge, f))
        for number, (check, _) in enumerate(_SECONDED)
        for f in check(view)
    ]
    for index, score in judge.words.items():
        number = group(view.words[index])
        found.append((("content", 0) if number == CONTENT else ("word", number), score))
    found += [(("party", sort(view.words, party)), score) for party, score in judge.parties]
    found += [(("omission", left_out.group), score) for left_out, score in judge.omissions]
    found += [(("report", 0), score) for score in judge.verbs.values()]
    best: dict[Detector, float] = {}
    for detector, score in found:
        best[detector] = max(score, best.get(detector, NOTHING))
    return hard, best


def scanned(paths: Sequence[Path]) -> tuple[list[Detector], list[Scan]]:
    """Every detector, and the rows of each file."""
    read = []
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        kinds = ["true" if is_true(row) else row["kind"] for row in rows]
        read.append((kinds, [slots_of(row) for row in rows]))
        print(path, len(rows), flush=True)
    detectors = sorted({d for _, rows in read for _, best in rows for d in best})
    scans = []
    for kinds, rows in read:
        table = [[best.get(d, NOTHING) for d in detectors] for _, best in rows]
        scans.append(Scan(kinds, numpy.array([hard for hard, _ in rows]), numpy.array(table)))
    return detectors, scans


def present(detectors: Sequence[Detector]) -> NDArray[numpy.float64]:
    """The thresholds as they are."""
    data = json.loads(DATA.read_text(encoding="utf-8"))

    def limit(name: str, number: int) -> float:
        if name == "rule":
            return _SECONDED[number][1]
        return float(data[name].get("limits", {}).get(str(number), data[name]["threshold"]))

    return numpy.array([limit(*d) for d in detectors])


def worth(
    limits: NDArray[numpy.float64], scans: Sequence[Scan], least: dict[str, float], most: float
) -> float:
    """What thresholds find, less what they stop wrongly and what ``least`` lacks."""
    value = 0.0
    for number, scan in enumerate(scans):
        found = scan.found(limits)
        alarms = found.pop("true", 0.0)
        value += sum(found.values()) / len(found)
        if number:
            value -= FLOORED * alarms
        else:
            value -= MISSED * sum(
                max(0.0, share - found.get(kind, 1.0)) for kind, share in least.items()
            )
            value -= ALARMED * max(0.0, alarms - most)
    return value


def annealed(
    detectors: Sequence[Detector],
    scans: Sequence[Scan],
    least: dict[str, float],
    most: float,
    seconds: float,
) -> NDArray[numpy.float64]:
    """The best thresholds found in so many seconds."""
    rng = random.Random(0)
    limits = best = present(detectors)
    value = top = worth(limits, scans, least, most)
    heat, end = HOT, time.monotonic() + seconds
    while time.monotonic() < end:
        other = limits.copy()
        for i in rng.sample(range(len(detectors)), rng.randint(1, MOVED)):
            low, high = RANGES.get(detectors[i][0], RANGE)
            other[i] = min(high, max(low, other[i] + rng.gauss(0, SPREAD)))
        now = worth(other, scans, least, most)
        if now > value or rng.random() < math.exp((now - value) / heat):
            limits, value = other, now
        if value > top:
            best, top = limits, value
        heat = max(COLD, heat * COOLING)
    return best


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--least", type=Path, required=True, help="JSON: a share by kind")
    parser.add_argument("--false", type=float, default=0.04, dest="most")
    parser.add_argument("--minutes", type=float, default=3.0)
    options = parser.parse_args(arguments)
    least = json.loads(options.least.read_text(encoding="utf-8"))
    detectors, scans = scanned(options.files)
    best = annealed(detectors, scans, least, options.most, options.minutes * 60)
    for path, scan in zip(options.files, scans, strict=True):
        print(path, {kind: round(share, 3) for kind, share in scan.found(best).items()})
    data = json.loads(DATA.read_text(encoding="utf-8"))
    for (name, number), limit in zip(detectors, best, strict=True):
        value = round(float(limit), 2)
        if name == "rule":
            print("rule", number, _SECONDED[number][0].__qualname__, value)
        elif "limits" in data[name]:
            data[name]["limits"][str(number)] = value
        else:
            data[name]["threshold"] = value
    DATA.write_text(json.dumps(data, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
