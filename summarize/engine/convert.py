"""A model's graph for ONNX Runtime and its weights, written once into the user's cache."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, Final, cast

from summarize.errors import ModelError

FORMAT: Final = 2
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
    """Whether a graph and its weights are there with the SHA-256 that was written beside them."""
    try:
        return _seal(path).read_text("ascii") == _digests(path)
    except OSError:
        return False


def _seal(path: Path) -> Path:
    return path.with_suffix(".sha256")


def _weights(path: Path) -> Path:
    return path.with_suffix(".weights")


def _digests(path: Path) -> str:
    """The SHA-256 of the graph and of its weights, a line each."""
    lines = []
    for part in (path, _weights(path)):
        with part.open("rb") as file:
            lines.append(hashlib.file_digest(file, "sha256").hexdigest())
    return "\n".join(lines)


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
        from summarize.engine.graph import Store, build
    except ModuleNotFoundError as error:
        raise ModelError(
            f"converting '{folder.name}' needs the package '{error.name}': "
            f"pip install 'pksum[small]', or use --engine torch"
        ) from error
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _written(_weights(path)) as file:
            graph = build(folder, Store(file, _weights(path).name))
        with _written(path) as file:
            file.write(graph.SerializeToString())
        digests = _digests(path)
        with _written(_seal(path)) as file:
            file.write(digests.encode("ascii"))
    except OSError as error:
        raise ModelError(
            f"the converted model cannot be written to '{path.parent}': make it writable, "
            f"set PKSUM_CACHE to a folder that is, or use --engine torch"
        ) from error
    return path


@contextmanager
def _written(path: Path) -> Iterator[BinaryIO]:
    """A file to write ``path`` to. Another process finds the old one or the new, never half of it."""
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        try:
            yield cast(BinaryIO, file)
        except BaseException:
            Path(file.name).unlink()
            raise
    Path(file.name).replace(path)
