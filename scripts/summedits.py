"""Balanced accuracy of verification on SummEdits, which pksum is not made for and not tuned to.

    python scripts/summedits.py FILE [--format json]

FILE holds rows with ``premise``, ``hypothesis``, ``label`` (consistent or inconsistent) and
``domain``. A hypothesis with a blocking finding counts as called inconsistent. Printed: the mean of
the shares of consistent and of inconsistent rows that are told rightly, over all rows, by domain,
and as the mean of the domains (as Laban et al., 2023, report it); chance is 0.5.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from summarize.evaluation.verification import is_true
from summarize.records import Source
from summarize.sentences import split_sentences
from summarize.verify import verify

Row = Mapping[str, Any]


def called_inconsistent(row: Row) -> bool:
    """Whether verification blocks a row's hypothesis."""
    premise = row["premise"]
    sentences = tuple(s.of(premise) for s in split_sentences(premise))
    found = verify(row["hypothesis"], Source(sentences, context=premise))
    return any(f.severity == "blocking" for f in found)


def balanced(told: Iterable[tuple[bool, bool]]) -> float:
    """The mean of the two classes' shares of right answers; ``told`` are pairs (true, blocked)."""
    right: dict[bool, list[bool]] = defaultdict(list)
    for true, blocked in told:
        right[true].append(true != blocked)
    return sum(sum(r) / len(r) for r in right.values()) / len(right)


def scores(rows: Sequence[Row]) -> dict[str, float]:
    """Balanced accuracy of ``rows`` by domain, over all rows, and as the mean of the domains."""
    told = [(row["domain"], is_true(row), called_inconsistent(row)) for row in rows]
    domains = sorted({domain for domain, _, _ in told})
    found = {d: balanced((true, out) for one, true, out in told if one == d) for d in domains}
    mean = sum(found.values()) / len(found)
    return {**found, "all": balanced((t, o) for _, t, o in told), "mean_of_domains": mean}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--format", choices=("table", "json"), default="table")
    options = parser.parse_args(arguments)
    lines = options.file.read_text(encoding="utf-8").splitlines()
    found = scores([json.loads(line) for line in lines if line.strip()])
    if options.format == "json":
        sys.stdout.write(json.dumps(found) + "\n")
    else:
        sys.stdout.write("".join(f"{name:<16} {value:.3f}\n" for name, value in found.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
