"""What was said on a matter, statement by statement in the order of their dates.

Only what a note says itself is taken, so that each line is a verified condensation with its
citations; a passage that touches the matter beside its main claim is found by ``search``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from summarize.ledger.store import Ledger
from summarize.search import Filters, Hit, search

ALL: Final = -1
"""No limit, as SQLite has it: a line that is left out would be a position that is not known of."""


def trace(ledger: Ledger, words: str, filters: Filters | None = None) -> list[Hit]:
    """Every point and passage whose note speaks of ``words``, the earliest first, undated ones last.

    Args:
        ledger: what batches have recorded.
        words: as for ``search``.
        filters: delegation, speaker, body and dates to narrow to.

    Raises:
        UsageError: there is no word, or a date that is none.
    """
    return search(ledger, words, replace(filters or Filters(), said=True), order="date", limit=ALL)


def who_of(hit: Hit) -> str | None:
    """On whose part a thing was said: the delegation, else the speaker."""
    return hit.delegation or hit.speaker


def day_of(hit: Hit) -> date | None:
    """The date of a hit; of a year or a month alone the first day."""
    if hit.date is None:
        return None
    year, month, day = (*map(int, hit.date.split("-")), 1, 1)[:3]
    return date(year, month, day)


def speakers(hits: Iterable[Hit], most: int) -> Sequence[tuple[str, int]]:
    """Who spoke most often, with how many points, at most ``most`` of them."""
    return Counter(filter(None, map(who_of, hits))).most_common(most)
