"""Condensing by text editing: the bundled model. See ``condenser``."""

from __future__ import annotations

from summarize.edit.condenser import EditCondenser

__all__ = ["EditCondenser"]
