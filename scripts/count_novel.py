"""Count the words that true condensations bring in of their own.

    python scripts/count_novel.py FILE -o summarize/data/novel.json

FILE holds rows of the contract; every tenth is left out. A stem counts once a row where the source
does not have it, in any form.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from summarize.evaluation.verification import source_of
from summarize.verify.view import View

LEFT_OUT = 10


def brought_in(view: View) -> set[str]:
    """The stems of a condensation, names left out, that its source does not bear out."""
    return {
        w.stem
        for i, w in enumerate(view.words)
        if w.content and w.text.isalpha() and not w.upper and not view.supported(i)
    }


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    lines = options.file.read_text(encoding="utf-8").splitlines()
    rows = [r for line in lines if line.strip() and (r := json.loads(line)).get("summary")]
    kept = (r for n, r in enumerate(rows) if n % LEFT_OUT != LEFT_OUT - 1)
    counts = Counter(s for r in kept for s in brought_in(View(r["summary"], source_of(r))))
    options.output.write_text(json.dumps(dict(sorted(counts.items()))) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
