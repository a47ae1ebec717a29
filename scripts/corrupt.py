"""Make minimal errors in true condensations, to measure what verification detects.

    python scripts/corrupt.py FILE [--seed N] [--kinds figure,date] > corrupted.jsonl

FILE holds rows of the contract (``id``, ``speaker``, ``sentences``, ``summary``). For each row
and kind at most one corrupted row is written, with ``label`` "corrupted", ``kind``, ``change``
[old, new] and ``at`` (its offset); the true row goes before with ``label`` "true". Same file and seed, same output.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from corruptions.common import Maker, Pool, Row, proper_names
from corruptions.counted import comparison, date, figure, symbol
from corruptions.parties import actor, name
from corruptions.wording import force, hedge, invention, negation

KINDS: dict[str, Maker] = {
    "figure": figure, "comparison": comparison, "date": date, "symbol": symbol, "name": name,
    "negation": negation, "force": force, "actor": actor, "hedge": hedge, "invention": invention,
}  # fmt: skip


def corrupt(row: Row, kind: str, pool: Pool, rng: random.Random) -> Row | None:
    """``row`` with one error of ``kind``, or None where the summary offers no place for it."""
    edits = sorted(set(KINDS[kind](row, pool, rng)))
    rng.shuffle(edits)
    for start, end, new in edits:
        old = row["summary"]
        new = new[:1].upper() + new[1:] if start == 0 else new
        summary = re.sub(r" {2,}", " ", old[:start] + new + old[end:])
        if summary.lower() != old.lower():
            change = [old[start:end], new]
            label = {"label": "corrupted", "kind": kind, "change": change, "at": start}
            return {**row, "id": f"{row['id']}!{kind}", "summary": summary, **label}
    return None


def make_pool(rows: Sequence[Row]) -> Pool:
    """What the ``rows`` offer for errors taken from other statements."""
    summaries = tuple(r["summary"] for r in rows)
    found: dict[str, list[str]] = {"name": []}
    for row in rows:
        found["name"] += proper_names(row["summary"])
    return Pool(summaries, {k: tuple(dict.fromkeys(v)) for k, v in found.items()})


def corrupted(rows: Sequence[Row], seed: int, kinds: Sequence[str] = tuple(KINDS)) -> list[Row]:
    """The true rows and, after each, its corrupted forms of every kind that it allows."""
    pool, out = make_pool(rows), list[Row]()
    for row in rows:
        out.append({**row, "label": "true"})
        for kind in kinds:
            rng = random.Random(f"{seed}/{row['id']}/{kind}")
            wrong = corrupt(row, kind, pool, rng)
            if wrong is not None:
                out.append(wrong)
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kinds", default=",".join(KINDS))
    options = parser.parse_args(arguments)
    lines = options.file.read_text(encoding="utf-8").splitlines()
    rows = [r for line in lines if line.strip() and (r := json.loads(line)).get("summary")]
    for row in corrupted(rows, options.seed, options.kinds.split(",")):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
