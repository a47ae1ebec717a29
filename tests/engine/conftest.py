"""The tiny random network of the editing tests, and a cache of its own for converted models."""

from __future__ import annotations

import pytest

from tests.edit.conftest import tiny_model

__all__ = ["tiny_model"]


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("PKSUM_CACHE", str(tmp_path / "cache"))
