"""How often the worker of a job was lost. It runs in an actor of its own: it imports next to nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


class Tally:
    """An actor beside the data sets, which outlives their workers.

    Ray does the rows of a lost worker again as often as it takes. Who begins a job says so here, and
    again when it is over; so a job that was begun and never ended is found, and not begun forever.
    """

    def __init__(self) -> None:
        self.begun: Counter[int] = Counter()

    def begin(self, numbers: Sequence[int]) -> list[int]:
        """Note that jobs are begun; gives how often the worker of each was lost before."""
        lost = [self.begun[number] for number in numbers]
        self.begun.update(numbers)
        return lost

    def end(self, numbers: Sequence[int]) -> None:
        """Note that jobs are over."""
        self.begun.subtract(numbers)
        self.begun = +self.begun
