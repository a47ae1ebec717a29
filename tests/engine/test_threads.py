"""The cores that are really there, and a container's limits."""

from __future__ import annotations

import os

import pytest

from summarize.engine.threads import memory_limit, threads


@pytest.fixture(autouse=True)
def _many_cores(monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(16)), raising=False)


def write(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.mark.parametrize(
    ("quota", "cores"),
    [("200000 100000", 2), ("150000 100000", 2), ("50000 100000", 1), ("max 100000", 16)],
)
def test_a_containers_quota(tmp_path, quota, cores):
    write(tmp_path, cpu_dot_max=quota + "\n")
    assert threads(tmp_path) == cores


@pytest.mark.parametrize(("quota", "cores"), [("300000", 3), ("-1", 16)])
def test_a_quota_of_control_groups_version_1(tmp_path, quota, cores):
    write(tmp_path, cpu__cpu_dot_cfs_quota_us=quota, cpu__cpu_dot_cfs_period_us="100000")
    assert threads(tmp_path) == cores


def test_no_quota_is_the_affinity(tmp_path):
    assert threads(tmp_path) == 16


@pytest.mark.parametrize(("asked", "cores"), [("4", 4), ("4,2", 4), ("", 16), ("x", 16), ("0", 16)])
def test_what_the_user_asks_for(tmp_path, monkeypatch, asked, cores):
    monkeypatch.setenv("OMP_NUM_THREADS", asked)
    assert threads(tmp_path) == cores


@pytest.mark.parametrize(
    ("name", "text", "limit"),
    [
        ("memory_dot_max", "1073741824\n", 1 << 30),
        ("memory_dot_max", "max\n", None),
        ("memory__memory_dot_limit_in_bytes", "1073741824\n", 1 << 30),
        ("memory__memory_dot_limit_in_bytes", "9223372036854771712\n", None),
    ],
)
def test_a_containers_memory(tmp_path, name, text, limit):
    write(tmp_path, **{name: text})
    assert memory_limit(tmp_path) == limit
