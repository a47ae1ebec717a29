"""Verifying a condensation against its source: pure rules, no network, no model."""

from __future__ import annotations

from summarize.records import Finding, Source
from summarize.verify import date, figure, invention, name, symbol
from summarize.verify.view import View

_CHECKS = (figure.check, date.check, symbol.check, name.check, invention.check)


def verify(condensation: str, source: Source) -> tuple[Finding, ...]:
    """What is wrong in ``condensation`` as an account of ``source``, in order of place.

    ``Finding.start`` and ``end`` are offsets in ``condensation``; ``source_start`` and
    ``source_end`` in ``source.text``. What stands in quotation marks and word for word in the
    source passes. Blocking findings mean that the text must not stand in a note.
    """
    view = View(condensation, source)
    found = [f for check in _CHECKS for f in check(view)]
    return tuple(sorted(found, key=lambda f: (f.start or 0, f.end or 0, f.kind)))
