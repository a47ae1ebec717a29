"""How many processes of a batch hold the model, where the user does not say."""

from __future__ import annotations

import os
from typing import Final

from summarize.condense.open import gains_nothing_from_batches
from summarize.engine.threads import cores, memory_limit
from summarize.options import VERBATIM, Options

SMALL: Final = 300 << 20
"""Bytes for a process that holds the bundled model, and a statement of some length (measured: 250
MiB on statements of 500 to 5,000 words)."""


def fitting_workers(options: Options) -> int:
    """One a core where the model is small, as far as half of the memory goes; one where it is large
    or on a GPU, for it uses the whole machine itself. Raises PksumError.
    """
    if options.model == VERBATIM or gains_nothing_from_batches(options):
        return max(1, min(cores(), _memory() // (2 * SMALL)))
    return 1


def _memory() -> int:
    """Bytes that this machine or its container has."""
    if not hasattr(os, "sysconf"):
        return SMALL
    physical = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return min(physical, memory_limit() or physical)
