"""How many threads this process may really use."""

from __future__ import annotations

import os
from math import ceil
from pathlib import Path
from typing import Final

CGROUP: Final = Path("/sys/fs/cgroup")
UNLIMITED: Final = "max"


def threads(cgroup: Path = CGROUP) -> int:
    """Threads that this process may compute with: one a core, and no more than
    ``OMP_NUM_THREADS`` allows.
    """
    return min([cores(cgroup), *_asked()])


def cores(cgroup: Path = CGROUP) -> int:
    """Cores that this process may run on: no more than its affinity and the quota of its container
    allow, and at least one.
    """
    return max(1, min([_affinity(), *_quota(cgroup)]))


def _affinity() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _asked() -> tuple[int, ...]:
    """What ``OMP_NUM_THREADS`` says; a list there is one number a level of nesting."""
    first = os.environ.get("OMP_NUM_THREADS", "").partition(",")[0].strip()
    return (int(first),) if first.isdigit() and int(first) else ()


def _quota(cgroup: Path) -> tuple[int, ...]:
    """Cores of the CPU quota, in the files of control groups version 2, then 1.

    Source: https://docs.kernel.org/admin-guide/cgroup-v2.html (cpu.max) and
    https://docs.kernel.org/scheduler/sched-bwc.html (cpu.cfs_quota_us).
    """
    quota, period = _words(cgroup / "cpu.max") or (
        *_words(cgroup / "cpu" / "cpu.cfs_quota_us"),
        *_words(cgroup / "cpu" / "cpu.cfs_period_us"),
    ) or (UNLIMITED, "1")  # fmt: skip
    if quota == UNLIMITED or int(quota) <= 0:
        return ()
    return (ceil(int(quota) / int(period)),)


def memory_limit(cgroup: Path = CGROUP) -> int | None:
    """The container's limit of memory in bytes, or None where it has none.

    Version 1 writes a number near 2**63 for none.
    """
    words = _words(cgroup / "memory.max") or _words(cgroup / "memory" / "memory.limit_in_bytes")
    if not words or words[0] == UNLIMITED or int(words[0]) >= 1 << 60:
        return None
    return int(words[0])


def _words(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text("ascii").split())
    except OSError:
        return ()
