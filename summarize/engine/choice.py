"""Which engine runs the bundled model. The one place where it is chosen."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from summarize.errors import ModelError, UsageError

ENGINES: Final = ("auto", "torch", "onnx")
PACKAGE: Final = {"torch": "torch", "onnx": "onnxruntime"}
REMEDY: Final = {
    "torch": "pip install pksum, or use --engine onnx with pip install 'pksum[small]'",
    "onnx": "pip install 'pksum[small]', or use --engine torch",
}
GPU_FILES: Final = ("/dev/nvidia0", "/dev/kfd", "/dev/dxg")
"""What the drivers of NVIDIA, AMD and Windows' subsystem make; looked for without loading torch."""


def choose_engine(wanted: str, device: str = "auto") -> str:
    """The engine to run on: "torch" or "onnx".

    Auto takes ONNX Runtime on a CPU where it is installed, for it starts sooner and needs less
    memory, and torch for everything else.

    Raises:
        UsageError: no such engine, or it does not run on ``device``.
        ModelError: the engine is not installed.
    """
    if wanted not in ENGINES:
        raise UsageError(f"no engine '{wanted}': give {', '.join(ENGINES)}")
    if wanted == "onnx" and device not in ("auto", "cpu"):
        raise UsageError("the engine 'onnx' runs on the CPU: use --device cpu or --engine torch")
    chosen = _automatic(device) if wanted == "auto" else wanted
    require(chosen)
    return chosen


def require(engine: str) -> None:
    """Raise ModelError, with its remedy, where ``engine`` is not installed."""
    if not installed(engine):
        raise ModelError(f"the engine '{engine}' is not installed: {REMEDY[engine]}")


def installed(engine: str) -> bool:
    """Whether the package of ``engine`` can be imported; it is not."""
    return find_spec(PACKAGE[engine]) is not None


def _automatic(device: str) -> str:
    if device not in ("auto", "cpu"):
        return "torch"
    if not installed("onnx"):
        return "torch"
    gpu = device == "auto" and any(Path(file).exists() for file in GPU_FILES)
    return "torch" if gpu and installed("torch") else "onnx"
