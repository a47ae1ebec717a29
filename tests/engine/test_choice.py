"""Which engine runs, and what is said where it is not installed."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from summarize.cli import app
from summarize.engine import choice
from summarize.engine.choice import choose_engine
from summarize.errors import ModelError, UsageError

SAMPLE = "tests/samples/four_points.txt"


@pytest.fixture
def only(monkeypatch):
    """Makes only the engines that are named be installed, on a machine without a GPU."""
    monkeypatch.setattr(choice, "GPU_FILES", ())

    def leave(*engines):
        monkeypatch.setattr(choice, "installed", lambda engine: engine in engines)

    return leave


@pytest.mark.parametrize(
    ("there", "device", "engine"),
    [
        (("torch",), "auto", "torch"),
        (("onnx",), "auto", "onnx"),
        (("torch", "onnx"), "auto", "onnx"),
        (("torch", "onnx"), "cpu", "onnx"),
        (("torch", "onnx"), "cuda", "torch"),
    ],
)
def test_auto_takes_what_is_there(only, there, device, engine):
    only(*there)
    assert choose_engine("auto", device) == engine


def test_auto_leaves_a_gpu_to_torch(only, monkeypatch, tmp_path):
    only("torch", "onnx")
    monkeypatch.setattr(choice, "GPU_FILES", (str(tmp_path),))
    assert choose_engine("auto", "auto") == "torch"
    assert choose_engine("auto", "cpu") == "onnx"
    only("onnx")
    assert choose_engine("auto", "auto") == "onnx"


@pytest.mark.parametrize(
    ("wanted", "remedy"), [("onnx", "pksum[small]"), ("torch", "pip install pksum")]
)
def test_an_absent_engine_is_named_with_its_remedy(only, wanted, remedy):
    only()
    with pytest.raises(ModelError, match="not installed") as caught:
        choose_engine(wanted)
    assert remedy in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_engine_at_all(only):
    only()
    with pytest.raises(ModelError, match=r"pksum\[small\]"):
        choose_engine("auto")


def test_the_command_says_it_in_one_line(only):
    only("torch")
    result = CliRunner().invoke(app, ["brief", SAMPLE, "--engine", "onnx"])
    assert result.exit_code == ModelError.exit_code
    assert result.stderr.count("\n") == 1
    assert "pksum[small]" in result.stderr


def test_onnx_is_for_the_cpu(only):
    only("torch", "onnx")
    with pytest.raises(UsageError, match="--device cpu"):
        choose_engine("onnx", "cuda")


def test_an_unknown_engine(only):
    with pytest.raises(UsageError, match="auto, torch, onnx"):
        choose_engine("tensorrt")
