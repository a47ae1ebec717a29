"""Which pksum this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """The installed version, or "0+checkout" in a checkout that is not installed."""
    try:
        return version("pksum")
    except PackageNotFoundError:
        return "0+checkout"
