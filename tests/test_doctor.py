"""``pksum doctor``: what is there, what is lacking with its remedy, and the exit code."""

from __future__ import annotations

import json
import shutil

import pytest
from typer.testing import CliRunner

from summarize import doctor
from summarize.cli import app
from summarize.data_files import data_folder
from summarize.doctor import examine
from summarize.options import DEFAULT_MODEL


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("PKSUM_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(doctor, "choose_device", lambda: "cpu")


def ask(*arguments):
    return CliRunner().invoke(app, ["doctor", *arguments])


def test_a_whole_installation_is_well():
    result = ask()
    assert result.exit_code == 0, result.output
    assert "->" not in result.output
    for name in ("pksum", "Python", "torch", "engine", "threads", "memory", DEFAULT_MODEL, "cache"):
        assert any(line.startswith(name + " ") for line in result.output.splitlines())


def test_no_engine_is_told_with_its_remedy(monkeypatch):
    monkeypatch.setattr(doctor, "installed", lambda engine: False)
    result = ask("--format", "json")
    assert result.exit_code == 3
    (engine,) = [check for check in json.loads(result.stdout) if check["name"] == "engine"]
    assert "pip install" in engine["remedy"]


def test_changed_weights_are_told(monkeypatch, tmp_path):
    changed = tmp_path / "models" / DEFAULT_MODEL
    shutil.copytree(data_folder("models") / DEFAULT_MODEL, changed)
    with (changed / "model.safetensors").open("ab") as file:
        file.write(b"\0")
    monkeypatch.setattr(doctor, "data_folder", lambda name: tmp_path / name)
    (model,) = [check for check in examine() if check.name == DEFAULT_MODEL]
    assert "not the ones" in model.found
    assert model.remedy


def test_a_missing_model_is_told(monkeypatch):
    monkeypatch.setattr(doctor, "bundled_models", tuple)
    (models,) = [check for check in examine() if check.name == "models"]
    assert DEFAULT_MODEL in models.remedy


def test_too_little_memory_is_told(monkeypatch):
    monkeypatch.setattr(doctor, "memory_limit", lambda: 128 << 20)
    (memory,) = [check for check in examine() if check.name == "memory"]
    assert "container" in memory.found
    assert "verbatim" in memory.remedy


def test_a_torch_that_does_not_load_is_told(monkeypatch):
    def broken():
        raise OSError("libtorch.so is missing")

    monkeypatch.setattr(doctor, "choose_device", broken)
    (device,) = [check for check in examine() if check.name == "device"]
    assert "libtorch.so" in device.found
    assert device.remedy
