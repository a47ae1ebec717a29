"""Take the README's picture of a note: the sample statement as a page, a citation lit.

    python scripts/screenshot.py [OUT.png]

Needs the program chromium and the Python package playwright.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from summarize import Options, brief  # noqa: E402
from summarize.render import render  # noqa: E402
from tests.render.browser import CHROMIUM, chromium  # noqa: E402

SAMPLE = ROOT / "tests" / "samples" / "water_security.txt"


def main() -> None:
    """Make the note, open it, click a citation, and save what is to be seen."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "docs" / "note.png")
    parser.add_argument("--model", default=Options().model)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--phone", action="store_true")
    arguments = parser.parse_args()
    if CHROMIUM is None:
        sys.exit("chromium is not installed: apt-get install chromium")
    (note,) = brief(SAMPLE, Options(model=arguments.model))
    size = {"width": 390, "height": 844} if arguments.phone else {"width": 1440, "height": 900}
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        path = Path(folder) / "note.html"
        path.write_text(str(render(note, "html")), "utf-8")
        page = browser.new_page(viewport=size, color_scheme="dark" if arguments.dark else "light")
        page.goto(path.as_uri())
        page.click(".item .cite")
        page.wait_for_timeout(1000)
        page.evaluate("document.activeElement.blur()")
        page.screenshot(path=str(arguments.out))


if __name__ == "__main__":
    main()
