"""Show notes in the browser of whoever asked for them."""

from __future__ import annotations

import webbrowser
from collections.abc import Sequence
from pathlib import Path

from summarize.errors import OutputError, UsageError
from summarize.records import Note


def place_to_show(
    output: Path | None, forms: Sequence[str], *, force: bool
) -> tuple[Path, list[str], bool]:
    """Where notes go that are to be shown, in which formats, and whether over what is there.

    Without ``output`` they go as pages to the user's cache folder, which nobody else can read.

    Raises:
        UsageError: no page would be made.
        OutputError: the cache folder cannot be made.
    """
    if output is not None and not forms and output.suffix.lower() == ".html":
        return output, ["html"], force
    if "html" not in forms and (forms or (output and output.suffix and not output.is_dir())):
        raise UsageError("--open shows a page: give --format html, or a file that ends in .html")
    if output is not None:
        return output, list(forms) or ["html"], force
    return _cache_folder(), list(forms) or ["html"], True


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    folder = user_cache_path("pksum", appauthor=False) / "notes"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"the folder '{folder}' cannot be made: {error.strerror}") from error
    return folder


def page_of(note: Note, name: str) -> Path:
    """The page of ``note`` in the user's cache folder, called ``name``.

    Raises:
        OutputError: it cannot be written.
    """
    from summarize.render.html import to_html
    from summarize.writing import write_whole

    path = _cache_folder() / f"{name}.html"
    write_whole(path, to_html(note))
    return path


def show(files: Sequence[Path]) -> None:
    """Open every page among ``files`` in the browser.

    Raises:
        OutputError: there is no browser.
    """
    for path in files:
        if path.suffix == ".html" and not webbrowser.open(path.resolve().as_uri()):
            raise OutputError(f"no browser was found: open '{path}' yourself")
