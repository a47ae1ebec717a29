"""Many statements: what is new or changed is briefed, once, and what was done is kept.

    from summarize.batch import Plan, run_batch

    totals = run_batch(["speeches/"], Plan(out=Path("notes"), forms=("html",)))

Child processes do the work; as with any use of ``multiprocessing``, a script calls this under
``if __name__ == "__main__":``. ``run_batch`` may be called again and again with the same plan.
"""

from summarize.batch.plan import Outcome, Plan, Totals
from summarize.batch.run import run_batch
from summarize.batch.sources import split_list

__all__ = ["Outcome", "Plan", "Totals", "run_batch", "split_list"]
