"""Many statements: what is new or changed is briefed, once, and what was done is kept.

    from summarize.batch import Plan, run_batch

    totals = run_batch(["speeches/"], Plan(out=Path("notes"), forms=("html",)))

Child processes do the work; as with any use of ``multiprocessing``, a script calls this under
``if __name__ == "__main__":``. ``run_batch`` may be called again and again with the same plan.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarize.batch.plan import Outcome, Plan, Totals
    from summarize.batch.run import run_batch
    from summarize.batch.sources import split_list

__all__ = ["Outcome", "Plan", "Totals", "run_batch", "split_list"]

_HOMES = {"run_batch": "run", "split_list": "sources"}


def __getattr__(name: str) -> Any:
    """Import what is asked for: the processes of a batch need none of it."""
    if name not in __all__:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'plan')}"), name)
