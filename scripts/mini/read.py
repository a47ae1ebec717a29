"""Draw passages by a seed and print source and condensation, before and after verification, for
reading; or score all of them.

python scripts/mini/read.py --model models/pksum-mini-v1 --file valid.jsonl --draw 100 --seed 1
python scripts/mini/read.py --model models/pksum-mini-v1 --file valid.jsonl --score
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import time
from pathlib import Path
from typing import Any

from summarize.edit import EditCondenser
from summarize.evaluation.verification import delegation
from summarize.gate import is_short, settle
from summarize.options import Options
from summarize.records import Draft, Source

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("models/pksum-mini-v1"))
    parser.add_argument("--file", type=Path, required=True)
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--length", default="normal")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--all", action="store_true", help="print every candidate")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["summary"]]
    if options.draw:
        rows = random.Random(options.seed).sample(rows, options.draw)
    model = EditCondenser.load(options.model, options.device)
    began = time.process_time()
    sources = [
        Source(tuple(r["sentences"]), delegation(r["speaker"]), r["speaker"], language="en")
        for r in rows
    ]
    drafts = model.condense(sources, options.length)
    spent = time.process_time() - began
    if options.draw:
        for n, (row, draft, source) in enumerate(zip(rows, drafts, sources, strict=True), 1):
            show(n, row, draft, options.all)
            print(f"  = {final(draft, source)}")
    score(rows, drafts)
    print(f"{len(rows) / spent:.1f} passages a second of processor time")


def final(draft: Draft, source: Source) -> str:
    """What a note says after verification, or that it is the first candidate unchanged."""
    if is_short(source):
        return "quoted whole"
    made = settle(draft, source, draft.heading, Options())
    return "unchanged" if draft.candidates[:1] == (made.text,) else f"{made.status}: {made.text}"


def show(n: int, row: Row, draft: Draft, every: bool) -> None:
    """Source and condensation, not the reference."""
    print(f"\n=== {n} {row['id']} {row['speaker']}")
    for i, sentence in enumerate(row["sentences"], 1):
        print(f"  {i} {sentence}")
    print(f"  # {draft.heading}")
    for candidate in draft.candidates if every else draft.candidates[:1]:
        print(f"  > {candidate}")


def score(rows: list[Row], drafts: list[Draft]) -> None:
    """ROUGE F1 with stemming, words, and the share of figures and names that the source has."""
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(["rouge1", "rouge2", "rougeL"], use_stemmer=True)
    texts = [d.candidates[0] if d.candidates else "" for d in drafts]
    scores = [scorer.score(r["summary"], t) for r, t in zip(rows, texts, strict=True)]
    means = [statistics.mean(s[k].fmeasure for s in scores) * 100 for k in scores[0]]
    heads = [scorer.score(r["heading"], d.heading)["rouge1"].fmeasure
             for r, d in zip(rows, drafts, strict=True)]  # fmt: skip
    known = [f in " ".join(r["sentences"]) + r["speaker"] for r, t in zip(rows, texts, strict=True)
             for f in re.findall(r"\d[\d,.]*\d|\d|(?<=[a-z,] )[A-Z][a-z]+", t)]  # fmt: skip
    print(
        f"rouge {means[0]:.1f}/{means[1]:.1f}/{means[2]:.1f} "
        f"words {statistics.mean(len(t.split()) for t in texts):.1f} empty {texts.count('')} "
        f"figures and names in source {100 * statistics.mean(known):.1f} "
        f"headings {100 * statistics.mean(heads):.1f}"
    )


if __name__ == "__main__":
    main()
