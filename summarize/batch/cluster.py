"""Run the steps of a batch as Ray data sets, on a cluster or on this machine (extra ``ray``).

Sources are read where the actors run: they lie on a drive that all machines see.
"""

from __future__ import annotations

import logging
import os
import pickle
import socket
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from summarize.batch.children import Refused, Setup
from summarize.batch.station import START_WITHIN, FarTally, Station, passing
from summarize.batch.tally import Tally
from summarize.errors import ModelError, PksumError, UsageError

KNOCK_WITHIN: Final = 10.0
"""Seconds in which a cluster must take up a connection."""

LASTING: Final = {"num_cpus": 0, "max_restarts": -1, "max_task_retries": -1}

OBJECTS: Final = 200 << 20
"""Bytes for passing values, where this process starts Ray itself; a statement has some 15,000."""


@dataclass(frozen=True)
class Stage:
    """A step of a data set.

    ``actors`` is what its actors are, None where it is done by stateless tasks; ``setup`` what
    their children are for, ``size`` how many of them there are at most, ``together`` how many rows
    each takes at once. Each holds a core, where it ``holds_gpu`` and workers have one a GPU, and
    where it is ``beside`` the workers neither.
    """

    actors: type[Station] | None
    setup: Setup
    size: int
    together: int
    beside: bool = False
    holds_gpu: bool = False


class Cluster:
    """Ray Data on a cluster, or on this machine.

    Args:
        address: of the cluster, as Ray takes it ("auto", "HOST:6379"); without one a Ray of this
            machine alone is started, and ended with the batch.
        gpus: of a worker that holds the model.

    Raises:
        UsageError: Ray is not installed, or does not answer at ``address``.
    """

    def __init__(self, address: str | None = None, gpus: float = 0.0) -> None:
        self.ray, self.data = _ray()
        self.gpus = gpus
        _knock(address)
        try:
            with _found_by_workers():
                self.ray.init(**_settings(address))
        except Exception as error:  # Ray raises many kinds, its own and the system's
            where = f"at '{address}'" if address else "on this machine"
            hint = ", or wants a token (RAY_AUTH_MODE=token)" if address else ""
            raise UsageError(f"Ray does not start {where}: {type(error).__name__}{hint}") from error
        self.tally = FarTally(self.ray.remote(Tally).options(**LASTING).remote())

    def answers(
        self, jobs: Mapping[int, Any], stages: Sequence[Stage], seconds: float
    ) -> Generator[tuple[int, Any], None, None]:
        """What ``jobs`` come to, by their numbers, in the order in which that is known.

        Args:
            jobs: what the first of ``stages`` takes.
            stages: what each job goes through.
            seconds: that a job may take at one stage.

        Raises:
            PksumError: the workers cannot start, or the cluster ends.
        """
        if not jobs:
            return
        data = self._flow(jobs, stages, seconds)
        batches = iter(data.iter_batches(batch_size=None, prefetch_batches=0))
        try:
            with closing(batches):
                for batch in batches:
                    for number, row in zip(batch["number"], batch["job"], strict=True):
                        yield int(number), _unwrapped(row)
        except self.ray.exceptions.GetTimeoutError:
            raise PksumError(
                f"the workers were not ready within {START_WITHIN:g} s: the cluster has no room "
                "for so many --workers, or for what --device asks"
            ) from None
        except self.ray.exceptions.RayError as error:
            raise PksumError(f"the cluster does not go on: {type(error).__name__}") from error

    def _flow(self, jobs: Mapping[int, Any], stages: Sequence[Stage], seconds: float) -> Any:
        """The data set: a block for each job, so that batches are filled from any of them."""
        rows = [{"number": number, "job": pickle.dumps(job)} for number, job in jobs.items()]
        data = self.data.from_items(rows, override_num_blocks=len(rows))
        for stage in stages:
            data = data.map_batches(
                stage.actors or passing,
                batch_size=stage.together,
                **self._workers(stage, len(rows), (stage.setup, seconds, self.tally)),
                **self._needs(stage),
            )
        return data

    def _workers(self, stage: Stage, rows: int, given: tuple[Any, ...]) -> dict[str, Any]:
        """Those of a stage's workers that have something to do, and what they are given."""
        size = min(stage.size, -(-rows // stage.together))
        if stage.actors is None:
            return {"compute": self.data.TaskPoolStrategy(size=size), "fn_args": given}
        compute = self.data.ActorPoolStrategy(size=size)
        return {"compute": compute, "fn_constructor_args": given}

    def _needs(self, stage: Stage) -> dict[str, float]:
        if stage.holds_gpu and self.gpus:
            return {"num_gpus": self.gpus}
        return {"num_cpus": 0 if stage.beside else 1}

    def close(self) -> None:
        """End every actor, whatever it is doing, and let go of the cluster."""
        self.ray.shutdown()


def _unwrapped(row: bytes) -> Any:
    answer = pickle.loads(row)
    if isinstance(answer, Refused):
        raise answer.error
    return answer


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


def _ray() -> tuple[Any, Any]:
    """Ray and Ray Data, which keep quiet: what fails is a row, and each row is told of."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # statements are confidential
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    try:
        import ray
        import ray.data as data
    except ImportError:
        raise UsageError("Ray Data is not installed: pip install 'pksum[ray]'") from None
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    context = data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    context.target_max_block_size = 1  # byte: each row goes on by itself, to whoever is free
    context.wait_for_min_actors_s = int(START_WITHIN)
    return ray, data


@contextmanager
def _found_by_workers() -> Iterator[None]:
    """Let workers on this machine import what this process does, installed or not."""
    import summarize

    before = os.environ.get("PYTHONPATH")
    home = str(Path(summarize.__file__).parents[1])
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (home, before)))
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before


def _settings(address: str | None) -> dict[str, Any]:
    quiet = {"log_to_driver": False, "logging_level": "critical", "configure_logging": False}
    if address is not None:
        return {"address": address, **quiet}
    alone = {"address": "local", "include_dashboard": False, "object_store_memory": OBJECTS}
    return {**alone, **quiet}
