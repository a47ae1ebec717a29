"""A brief fits the memory that the documentation promises."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from summarize.engine.convert import converted_model
from summarize.options import DEFAULT_MODEL

resource = pytest.importorskip("resource", reason="no such limits on this platform")

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "models" / "pksum-mini-v1"
MIB = 1 << 20
PROMISED = {"torch": 1024, "onnx": 350}


def brief(engine: str, limit: int) -> subprocess.CompletedProcess[str]:
    """Brief a sample in a process whose private memory is limited to so many MiB."""
    return subprocess.run(
        [
            sys.executable, "-m", "summarize", "brief", "tests/samples/four_points.txt",
            "--engine", engine, "--device", "cpu",
        ],
        capture_output=True, check=False, text=True, cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (limit * MIB, limit * MIB)),
    )  # fmt: skip


pytestmark = [
    pytest.mark.skipif(not FOLDER.exists(), reason="the weights are not here"),
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts private mappings"),
]


@pytest.mark.parametrize("engine", PROMISED)
def test_a_brief_fits_what_is_promised(engine, monkeypatch):
    pytest.importorskip({"torch": "torch", "onnx": "onnxruntime"}[engine])
    monkeypatch.setenv("OMP_NUM_THREADS", "2")
    if engine == "onnx":  # done once, at installation, and takes more than a brief
        converted_model(DEFAULT_MODEL)
    done = brief(engine, PROMISED[engine])
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# ")


def test_too_little_memory_is_no_traceback(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    done = brief("torch", 96)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
