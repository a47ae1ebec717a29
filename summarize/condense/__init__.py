"""One door to every way of condensing: a ``Condenser`` turns passages into drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from summarize.options import Length
from summarize.records import Draft, Source


@dataclass(frozen=True)
class ModelCard:
    """What is known of a model: enough to name it, find it again and know its limits.

    ``languages`` are ISO 639-1 codes from the model's card; empty where it names none.
    """

    name: str
    revision: str | None = None
    weights_sha256: str | None = None
    prompt_sha256: str | None = None
    languages: tuple[str, ...] = ()
    device: str = "cpu"
    dtype: str | None = None
    engine: str | None = None


class Condenser(Protocol):
    """Anything that condenses passages.

    A draft without candidates means that the model has no whole condensation to offer, because
    the passage does not fit its window or nothing in it could be reported safely: the caller then
    lets the source's own words stand.
    """

    @property
    def card(self) -> ModelCard: ...

    def condense(self, sources: Sequence[Source], length: Length) -> list[Draft]:
        """One draft for each source, in order."""
        ...
