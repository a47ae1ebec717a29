"""From a source to statements: a path, "-" for standard input, or an http(s) address."""

from __future__ import annotations

from summarize.read.door import read, read_bytes, read_text
from summarize.read.limits import Limits

__all__ = ["Limits", "read", "read_bytes", "read_text"]
