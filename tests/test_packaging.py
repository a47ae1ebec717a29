"""The wheel and the sdist hold everything, and the installed command briefs a statement."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = (
    "summarize/data/note.schema.json",
    "summarize/prompts/condense.txt",
    "summarize/render/note.md.j2",
    "summarize/py.typed",
)


def run(*command, **kwargs):
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, check=False, text=True, **kwargs
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    """A copy of what git tracks, so that nothing left in the working tree gets in."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    copy = tmp_path_factory.mktemp("source")
    for name in run("git", "ls-files", "-co", "--exclude-standard", cwd=ROOT).splitlines():
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes((ROOT / name).read_bytes())
    return copy


@pytest.fixture(scope="module")
def dist(source, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "-o", folder, source)
    return folder


@pytest.mark.slow
def test_the_wheel_holds_code_and_data_under_one_name(dist):
    (wheel,) = dist.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"summarize"}
    assert set(DATA) <= set(names)
    ours = {str(p.relative_to(ROOT)) for p in (ROOT / "summarize").rglob("*.py")}
    assert ours <= set(names), f"missing: {sorted(ours - set(names))}"
    data = {
        str(p.relative_to(ROOT))
        for p in (ROOT / "summarize").rglob("*")
        if p.suffix in (".toml", ".json", ".j2")
    }
    assert data <= set(names), f"missing: {sorted(data - set(names))}"


@pytest.mark.slow
def test_the_sdist_holds_what_the_wheel_is_made_of(dist):
    (archive,) = dist.glob("*.tar.gz")
    with tarfile.open(archive) as files:
        names = {name.split("/", 1)[-1] for name in files.getnames()}
    assert {"pyproject.toml", "LICENSE", "README.md", "prompts/condense.txt"} <= names


@pytest.mark.slow
def test_the_installed_command_briefs_a_statement(dist, tmp_path):
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    (wheel,) = dist.glob("*.whl")
    run(
        sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel
    )
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    Path(site, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    where = run(python, "-c", "import summarize; print(summarize.__file__)", cwd=tmp_path)
    assert str(home) in where
    sample = ROOT / "tests" / "samples" / "water_security.txt"
    note = run(python.with_name("pksum"), "brief", sample, cwd=tmp_path)
    assert note.startswith("# ")
    assert "four were found" in note


def test_the_small_installation_lacks_nothing_but_torch():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (ROOT / "deploy" / "requirements-small.txt").read_text("utf-8").splitlines()
    wanted = {*project["dependencies"], *project["optional-dependencies"]["small"]}
    left_out = {line for line in wanted if line.startswith(("torch", "transformers", "sentencep"))}
    assert {line for line in lines if not line.startswith("#")} == wanted - left_out
    assert len(left_out) == 3


@pytest.mark.slow
def test_an_environment_without_torch_briefs_a_statement(dist, tmp_path):
    pytest.importorskip("onnxruntime")
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    (wheel,) = dist.glob("*.whl")
    run(
        sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel
    )
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        heavy = path.name.startswith(
            ("torch", "transformers", "sentencepiece", "summarize", "pksum")
        )
        if not (heavy or path.suffix == ".pth" or (site / path.name).exists()):
            (site / path.name).symlink_to(path)
    for absent in ("torch", "transformers"):
        found = f"import importlib.util as u; print(u.find_spec({absent!r}))"
        assert run(python, "-c", found).strip() == "None"
    env = os.environ | {"PKSUM_CACHE": str(tmp_path / "cache")}
    sample = ROOT / "tests" / "samples" / "water_security.txt"
    command = python.with_name("pksum")
    note = run(command, "brief", sample, "-f", "json", cwd=tmp_path, env=env)
    assert json.loads(note)["made"]["options"]["engine"] == "onnx"
    report = run(command, "doctor", "-f", "json", cwd=tmp_path, env=env)
    found = {check["name"]: check["found"] for check in json.loads(report)}
    assert found["torch"] == "not installed"
    assert found["engine"] == "onnx (installed: onnx)"
