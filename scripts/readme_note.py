"""Put the note of the sample statement into the README, as the tool makes it now.

python scripts/readme_note.py           rewrite README.md
python scripts/readme_note.py --check   exit 1 where README.md is not up to date
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from summarize import brief
from summarize.render import render

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SAMPLE = ROOT / "tests" / "samples" / "water_security.txt"
PLACE = re.compile(r"(<!-- note: .*? -->\n).*?(<!-- end of note -->)", re.DOTALL)
DAY = "1795305600"  # 22 November 2026: the note in the README must not change with the calendar


def with_note(readme: str) -> str:
    """``readme`` with the sample's note between its marks."""
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    (note,) = brief(SAMPLE)
    block = f"```markdown\n{render(note, 'md')}```\n"
    return PLACE.sub(lambda match: match[1] + block + match[2], readme)


def main() -> int:
    """Rewrite the README, or check it."""
    old = README.read_text("utf-8")
    new = with_note(old)
    if "--check" in sys.argv[1:]:
        return int(old != new)
    README.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
