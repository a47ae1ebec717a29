"""Verifying a condensation against its source: rules, and small trained models beside them.

No network and no language model: what was trained are tables of numbers (``learned.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.records import Finding, Source
from summarize.verify import (
    actor,
    article,
    aspect,
    date,
    denied,
    figure,
    force,
    hedge,
    invention,
    learned,
    licence,
    name,
    negation,
    performed,
    possessor,
    role,
    substituted,
    symbol,
    turned,
)
from summarize.verify.repair import apply, replacements
from summarize.verify.view import View

_CHECKS = (
    figure.check, figure.check_parts, date.check, symbol.check, name.check, article.check, licence.check, invention.check,
    performed.check, performed.check_owed, performed.check_scale, aspect.check, turned.check, negation.check_strange, denied.check, possessor.check, substituted.check, substituted.check_only,
)  # fmt: skip

_SECONDED = (
    (negation.check, 2.3), (negation.check_left_out, -0.3), (force.check_modals, -0.2),
    (hedge.check, -0.2), (force.check, 1.5), (force.check_gravest, 1.7), (actor.check, 3.1), (role.check, 2.2),
    (actor.check_exchanged, -1.6),
)  # fmt: skip
"""What these find counts where the trained models give an error there at least these log-odds, chosen
with the models' own thresholds as ``scripts/tune_verify.py`` does it."""


def verify(condensation: str, source: Source) -> tuple[Finding, ...]:
    """What is wrong in ``condensation`` as an account of ``source``, in order of place.

    ``Finding.start`` and ``end`` are offsets in ``condensation``; ``source_start`` and
    ``source_end`` in ``source.text``. What stands in quotation marks and word for word in the
    source passes. Blocking findings mean that the text must not stand in a note.
    """
    view = View(condensation, source)
    found = [f for check in _CHECKS for f in check(view)]
    judge = learned.Judge(view)
    found += [f for check, least in _SECONDED for f in check(view)
              if learned.suspicion(judge, f) >= least]  # fmt: skip
    found += [f for f in learned.check(judge) if not any(_same_place(f, other) for other in found)]
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
