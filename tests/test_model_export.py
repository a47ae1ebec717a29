"""A model copied for a machine without network."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from summarize.cli import app
from summarize.errors import OutputError
from summarize.model import find_model, weights_sha256
from summarize.model_export import export_model
from summarize.options import DEFAULT_MODEL


def test_the_copy_can_be_given_as_a_model(tmp_path):
    copy = export_model(DEFAULT_MODEL, tmp_path / "there")
    assert find_model(str(copy)).path == copy
    assert weights_sha256(copy) == weights_sha256(find_model(DEFAULT_MODEL).path)


def test_nothing_is_written_over(tmp_path):
    export_model(DEFAULT_MODEL, tmp_path)
    with pytest.raises(OutputError, match="there already"):
        export_model(DEFAULT_MODEL, tmp_path)


def test_a_copy_that_is_not_like_the_original(tmp_path, monkeypatch):
    digests = iter(("one", "another"))
    monkeypatch.setattr("summarize.model_export.weights_sha256", lambda folder: next(digests))
    with pytest.raises(OutputError, match="not like the original"):
        export_model(DEFAULT_MODEL, tmp_path)


def test_the_commands(tmp_path, monkeypatch):
    pytest.importorskip("onnx")
    monkeypatch.setenv("PKSUM_CACHE", str(tmp_path / "cache"))
    done = CliRunner().invoke(app, ["models", "export", DEFAULT_MODEL, str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out" / DEFAULT_MODEL / "config.json").is_file()
    done = CliRunner().invoke(app, ["models", "convert", DEFAULT_MODEL])
    assert done.exit_code == 0, done.output
    assert done.stdout.strip().endswith(".onnx")
    assert CliRunner().invoke(app, ["models", "convert"]).exit_code == 2
