"""What this installation has, what it lacks, and what to do about it."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from summarize.data_files import data_folder
from summarize.edit.tagger import checked
from summarize.engine.choice import PACKAGE, REMEDY, choose_engine, installed
from summarize.engine.convert import cache_folder, graph_path, is_whole
from summarize.engine.threads import memory_limit, threads
from summarize.errors import PksumError
from summarize.model import bundled_models, choose_device
from summarize.options import DEFAULT_MODEL
from summarize.version import VERSION

PACKAGES: Final = ("torch", "transformers", "onnxruntime", "onnx", "tokenizers", "numpy", "typer")
ENOUGH: Final = {"torch": 1 << 30, "onnx": 350 << 20}
"""Bytes of memory that a brief takes at most, by engine (docs/benchmark.md)."""


@dataclass(frozen=True)
class Check:
    """One thing looked at: what was found, and a remedy where it keeps pksum from working."""

    name: str
    found: str
    remedy: str = ""


def examine() -> tuple[Check, ...]:
    """Everything that a brief needs, in the order in which it needs it. Nothing is fetched."""
    return tuple(_checks())


def _checks() -> Iterator[Check]:
    yield Check("pksum", VERSION)
    yield Check("Python", f"{platform.python_version()} on {platform.platform()}")
    for package in PACKAGES:
        yield Check(package, _version(package))
    yield from _engine()
    yield Check("threads", f"{threads()} of {os.cpu_count()} cores")
    yield _memory()
    yield _models_there()
    for name in bundled_models():
        yield _model(data_folder("models") / name)
    yield _cache()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _engine() -> Iterator[Check]:
    there = [engine for engine in PACKAGE if installed(engine)]
    if not there:
        yield Check("engine", "none", REMEDY["torch"])
        return
    chosen = choose_engine("auto")
    yield Check("engine", f"{chosen} (installed: {', '.join(there)})")
    device = "cpu"
    try:
        device = choose_device() if installed("torch") else device
    except (ImportError, OSError) as error:  # a torch that is installed but does not load
        yield Check("device", f"torch cannot be loaded: {error}", "install torch again")
        return
    yield Check("device", device)


def _memory() -> Check:
    limit, total = memory_limit(), _total_memory()
    known = min((size for size in (limit, total) if size), default=None)
    if known is None:
        return Check("memory", "unknown on this platform")
    found = (
        f"{known / (1 << 30):.1f} GiB{', the limit of this container' if known == limit else ''}"
    )
    there = [engine for engine in ENOUGH if installed(engine)]
    if there and known < min(ENOUGH[engine] for engine in there):
        return Check("memory", found, "give it more, or use --model verbatim")
    return Check("memory", found)


def _total_memory() -> int | None:
    """Bytes of the machine's memory, where the platform says so without more packages."""
    if sys.platform == "win32" or "SC_PHYS_PAGES" not in os.sysconf_names:
        return None
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def _models_there() -> Check:
    names = bundled_models()
    if DEFAULT_MODEL in names:
        return Check("models", f"{', '.join(names)}, verbatim")
    return Check("models", "verbatim", f"'{DEFAULT_MODEL}' is missing: install pksum again")


def _model(folder: Path) -> Check:
    try:
        digest = checked(folder)
    except PksumError as error:
        return Check(folder.name, str(error), "install pksum again")
    state = "converted" if is_whole(graph_path(folder, digest)) else "not converted yet"
    return Check(folder.name, f"digest {digest[:16]} as its configuration says; {state} for onnx")


def _cache() -> Check:
    folder = cache_folder()
    place = next(path for path in (folder, *folder.parents) if path.exists())
    if os.access(place, os.W_OK) or not installed("onnx"):
        return Check("cache", str(folder))
    if all(_converted(name) for name in bundled_models()):
        return Check("cache", f"{folder} (read only)")
    return Check("cache", f"{folder} cannot be written", "set PKSUM_CACHE to a folder that can")


def _converted(name: str) -> bool:
    folder = data_folder("models") / name
    try:
        return is_whole(graph_path(folder, checked(folder)))
    except PksumError:
        return False
