"""Verifying a condensation against its source: rules, and small trained models beside them.

No network and no language model: what was trained are tables of numbers (``learned.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.records import Finding, Source
from summarize.verify import (
    actor,
    date,
    figure,
    force,
    hedge,
    invention,
    learned,
    licence,
    name,
    negation,
    role,
    symbol,
)
from summarize.verify.repair import apply, replacements
from summarize.verify.view import View

_SECONDED = (negation.check, actor.check, role.check)
"""What these find counts only where the trained model of the slot does not take it for usual."""

_CHECKS = (
    figure.check, date.check, symbol.check, name.check, negation.check_left_out, force.check, hedge.check,
    licence.check, actor.check_exchanged,
    invention.check,
)  # fmt: skip


def verify(condensation: str, source: Source) -> tuple[Finding, ...]:
    """What is wrong in ``condensation`` as an account of ``source``, in order of place.

    ``Finding.start`` and ``end`` are offsets in ``condensation``; ``source_start`` and
    ``source_end`` in ``source.text``. What stands in quotation marks and word for word in the
    source passes. Blocking findings mean that the text must not stand in a note.
    """
    view = View(condensation, source)
    found = [f for check in _CHECKS for f in check(view)]
    found += learned.seconded(view, [f for check in _SECONDED for f in check(view)])
    found += [f for f in learned.check(view) if not any(_same_place(f, other) for other in found)]
    return tuple(sorted(found, key=lambda f: (f.start or 0, f.end or 0, f.kind)))


def _same_place(one: Finding, other: Finding) -> bool:
    """Whether another finding blocks for words of the same place already."""
    if other.severity != "blocking" or None in (one.start, one.end, other.start, other.end):
        return False
    return (one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)


def repair(condensation: str, findings: Sequence[Finding], source: Source) -> str | None:
    """``condensation`` with each blocking finding repaired from the source; None if one cannot be.

    Only a figure, date, symbol or name for which the finding names one place in the source is
    repaired, by the words that stand there. The result is verified again before it is returned.
    """
    edits = replacements(condensation, findings, source)
    if not edits:
        return None
    repaired = apply(condensation, edits)
    blocked = any(f.severity == "blocking" for f in verify(repaired, source))
    return None if blocked else repaired
