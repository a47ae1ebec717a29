"""What has been done, with what and when: one SQLite file. See ``docs/batch.md``."""

from summarize.ledger.forget import Forgotten, forget
from summarize.ledger.store import Ledger, memory_ledger, open_ledger, read_ledger

__all__ = ["Forgotten", "Ledger", "forget", "memory_ledger", "open_ledger", "read_ledger"]
