"""A model's graph for ONNX Runtime, written once into the user's cache."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from summarize.errors import ModelError

FORMAT: Final = 1
"""Raised when ``graph.build`` writes other graphs, so that old ones are not taken for new."""


def cache_folder() -> Path:
    """Where converted models lie: ``PKSUM_CACHE``, else the platform's folder for caches."""
    chosen = os.environ.get("PKSUM_CACHE")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("pksum", appauthor=False)


def graph_path(folder: Path, digest: str) -> Path:
    """Where the graph of the weights with this SHA-256 lies, whether written already or not."""
    return cache_folder() / f"{folder.name}-{digest[:16]}-{FORMAT}.onnx"


def converted(folder: Path, digest: str) -> Path:
    """The graph of the model in ``folder``, written now where it is not there, whole and unchanged.

    Raises:
        ModelError: the packages that convert are absent, or the cache cannot be written.
    """
    path = graph_path(folder, digest)
    return path if is_whole(path) else convert(folder, path)


def is_whole(path: Path) -> bool:
    """Whether a graph is there with the SHA-256 that was written beside it."""
    try:
        stated = _seal(path).read_text("ascii")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == stated
    except OSError:
        return False


def _seal(path: Path) -> Path:
    return path.with_suffix(".sha256")


def converted_model(name: str) -> Path:
    """The graph of the model called ``name``, written now where it is not there yet.

    Raises:
        ModelError: there is no such model, it is of another kind, or it cannot be converted.
    """
    from summarize.edit.tagger import checked
    from summarize.model import find_model

    folder = find_model(name, offline=True).path
    return converted(folder, checked(folder))


def convert(folder: Path, path: Path) -> Path:
    """Write the graph of the model in ``folder`` to ``path``, whole or not at all.

    Raises:
        ModelError: the packages that convert are absent, or ``path`` cannot be written.
    """
    try:
        from summarize.engine.graph import build
    except ModuleNotFoundError as error:
        raise ModelError(
            f"converting '{folder.name}' needs the package '{error.name}': "
            f"pip install 'pksum[small]', or use --engine torch"
        ) from error
    graph = build(folder).SerializeToString()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, graph)
        _write(_seal(path), hashlib.sha256(graph).hexdigest().encode("ascii"))
    except OSError as error:
        raise ModelError(
            f"the converted model cannot be written to '{path.parent}': make it writable, "
            f"set PKSUM_CACHE to a folder that is, or use --engine torch"
        ) from error
    return path


def _write(path: Path, content: bytes) -> None:
    """Another process finds the old file or the new one, never half of it."""
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)
