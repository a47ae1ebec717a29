"""Carry the jobs of a batch to the machines of a Ray cluster (extra ``ray``).

The same jobs as on one machine, in Ray actors: each is one worker that has loaded what it needs.
Ray's actors are used and not its data sets, because between reading and condensing the driver asks
the ledger whether anybody has briefed a statement, which a data set's pipeline does not come back
for. Sources are read where the actors run: they lie on a drive that all machines see.
"""

from __future__ import annotations

import os
import socket
from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any, Final

from summarize.batch.children import Clerk, Failure, Hand, Ready, Refused, Setup, Thinker, answered
from summarize.batch.engine import Crew, Task
from summarize.condense import ModelCard
from summarize.errors import ModelError, PksumError, UsageError

TRIES: Final = 3
"""How often a job is begun whose worker is lost, which is seldom the job's fault."""

START_WITHIN: Final = 900.0
"""Seconds in which a worker must stand ready: a cluster may start machines for it first."""

KNOCK_WITHIN: Final = 10.0
"""Seconds in which a cluster must take up a connection."""

OBJECTS: Final = 200 << 20
"""Bytes for passing values, where this process starts Ray itself; a statement has some 10,000."""


class Worker:
    """What runs in an actor: opened once, then asked again and again."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.answer: Any = None

    def open(self) -> Ready | Refused:
        """Load what the jobs need."""
        try:
            ready, self.answer = self.setup.open()
        except PksumError as error:
            return Refused(error)
        return ready

    def work(self, job: Any) -> Any:
        """What ``job`` came to, or a ``Failure``."""
        return answered(self.answer, job)


@dataclass
class Member:
    """An actor and what it is asked just now. It is ready once it has said so."""

    actor: Any
    said: Any
    deadline: float
    ready: bool = False
    task: Task | None = None


class RayCrew:
    """Actors of one kind. A job whose actor is lost is done again by another."""

    def __init__(self, ray: Any, setup: Setup, size: int, gpus: float) -> None:
        self.ray = ray
        self.card: ModelCard | None = None
        self.again: deque[Task] = deque()
        self.lost: dict[int, int] = {}
        self.stillborn = 0
        self.setup = replace(setup, memory=0) if isinstance(setup, Hand) else setup
        thinks = isinstance(setup, Thinker | Clerk)
        self.needs = {"num_cpus": 1, "num_gpus": gpus} if thinks else {"num_cpus": 0}
        self.members = [self._start() for _ in range(size)]

    def _start(self) -> Member:
        actor = (
            self.ray.remote(Worker)
            .options(**self.needs, scheduling_strategy="SPREAD", max_restarts=0)
            .remote(self.setup)
        )
        return Member(actor, actor.open.remote(), monotonic() + START_WITHIN)

    @property
    def idle(self) -> int:
        """How many actors wait for a task."""
        return sum(member.ready and member.task is None for member in self.members)

    def give(self, task: Task) -> None:
        """Hand ``task`` to an actor that is idle; there must be one."""
        member = next(m for m in self.members if m.ready and m.task is None)
        member.task, member.deadline = task, monotonic() + task.seconds
        member.said = member.actor.work.remote(task.job)

    def take(self, member: Member) -> tuple[Task, Any] | None:
        """What ``member`` has to say: an answer, or that it is ready, or lost.

        Raises:
            PksumError: actors of this kind cannot start.
        """
        try:
            said = self.ray.get(member.said)
        except self.ray.exceptions.RayError as error:
            return self._replace(member, error)
        member.said = None
        if isinstance(said, Refused):
            raise said.error
        if isinstance(said, Ready):
            member.ready, self.card = True, said.card or self.card
            self._give_again()
            return None
        task, member.task = member.task, None
        assert task is not None
        self.lost.pop(id(task), None)
        self._give_again()
        return task, said

    def _give_again(self) -> None:
        while self.again and self.idle:
            self.give(self.again.popleft())

    def _replace(self, member: Member, error: Exception) -> tuple[Task, Any] | None:
        """A new actor in the place of one that is lost; its task is done again, a few times."""
        memory = isinstance(error, self.ray.exceptions.OutOfMemoryError)
        kind, why = ("memory", "for want of memory") if memory else ("crash", "with its worker")
        self.stillborn += not member.ready
        if self.stillborn >= TRIES:
            raise PksumError(f"a worker of the cluster cannot start: {type(error).__name__}")
        self.members[self.members.index(member)] = self._start()
        if member.task is None:
            return None
        lost = self.lost[id(member.task)] = self.lost.get(id(member.task), 0) + 1
        if lost < TRIES:
            self.again.append(member.task)
            return None
        return member.task, Failure(kind, f"it ended {why} {lost} times")

    def end_late(self) -> list[tuple[Task, Any]]:
        """End every actor whose time is up."""
        now = monotonic()
        ended = []
        for member in [m for m in self.members if m.said is not None and m.deadline <= now]:
            if not member.ready:
                raise PksumError(
                    f"no worker was ready within {START_WITHIN:g} s: the cluster has no room for "
                    "so many --workers, or for what --device asks"
                )
            self.ray.kill(member.actor)
            self.members[self.members.index(member)] = self._start()
            if member.task is not None:
                late = Failure("timeout", f"it took longer than {member.task.seconds:g} s")
                ended.append((member.task, late))
        return ended


class Cluster:
    """An engine of Ray actors, on a cluster or on this machine.

    Args:
        address: of the cluster, as Ray takes it ("auto", "ray://HOST:10001", "HOST:6379"); without
            one a Ray of this machine alone is started, and ended with the batch.
        gpus: of a worker that holds the model.

    Raises:
        UsageError: Ray is not installed, or does not answer at ``address``.
    """

    def __init__(self, address: str | None = None, gpus: float = 0.0) -> None:
        self.ray = _ray()
        self.gpus = gpus
        self.crews: list[RayCrew] = []
        _knock(address)
        try:
            self.ray.init(**_settings(address))
        except Exception as error:  # Ray raises many kinds, its own and the system's
            where = f"at '{address}'" if address else "on this machine"
            raise UsageError(f"Ray does not start {where}: {type(error).__name__}") from error

    def crew(self, setup: Setup, size: int) -> Crew:
        """``size`` actors."""
        self.crews.append(RayCrew(self.ray, setup, size, self.gpus))
        return self.crews[-1]

    def answers(self, most: float) -> list[tuple[Task, Any]]:
        """What has come back, after waiting ``most`` seconds for something.

        Raises:
            PksumError: actors of a kind cannot start.
        """
        late = [one for crew in self.crews for one in crew.end_late()]
        if late:
            return late
        owners = {m.said: (crew, m) for crew in self.crews for m in crew.members if m.said}
        if not owners:
            return []
        refs = list(owners)
        self.ray.wait(refs, num_returns=1, timeout=most)
        done, _ = self.ray.wait(refs, num_returns=len(refs), timeout=0)
        taken = [owners[ref][0].take(owners[ref][1]) for ref in done]
        return [one for one in taken if one is not None]

    def close(self) -> None:
        """End every actor, whatever it is doing, and let go of the cluster."""
        for crew in self.crews:
            for member in crew.members:
                self.ray.kill(member.actor)
        self.ray.shutdown()


def gpus_for(device: str) -> float:
    """The GPUs of a worker for ``--device``: one for "cuda", none for anything else.

    Raises:
        ModelError: a numbered GPU, which of a cluster means nothing.
    """
    if device.startswith("cuda:"):
        raise ModelError("a cluster chooses its GPUs: give --device cuda")
    return 1.0 if device == "cuda" else 0.0


def _knock(address: str | None) -> None:
    """See that somebody answers at HOST:PORT, since Ray itself tries for minutes."""
    host, _, port = (address or "").rpartition("/")[2].rpartition(":")
    if not (host and port.isdigit()):
        return
    try:
        socket.create_connection((host, int(port)), KNOCK_WITHIN).close()
    except (OSError, OverflowError):
        raise UsageError(f"no Ray cluster answers at '{address}': see that it runs") from None


def _ray() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # statements are confidential
    try:
        import ray
    except ImportError:
        raise UsageError("Ray is not installed: pip install 'pksum[ray]'") from None
    return ray


def _settings(address: str | None) -> dict[str, Any]:
    quiet = {"log_to_driver": False, "logging_level": "error", "configure_logging": False}
    if address is not None:
        return {"address": address, **quiet}
    import summarize

    home = str(Path(summarize.__file__).parents[1])
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    return {
        "address": "local",
        "include_dashboard": False,
        "object_store_memory": OBJECTS,
        "runtime_env": {"env_vars": {"PYTHONPATH": path}},
        **quiet,
    }
