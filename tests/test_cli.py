from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarize.cli import COMMANDS, app
from tests.conftest import SAMPLES

SAMPLE = SAMPLES / "water_security.txt"
ROOT = Path(__file__).parents[1]


def run(*args, stdin=None, env=None):
    return CliRunner().invoke(app, [str(a) for a in args], input=stdin, env=env)


def process(*args, **kwargs):
    return subprocess.run(
        [sys.executable, "-m", "summarize", *map(str, args)],
        capture_output=True,
        cwd=kwargs.pop("cwd", ROOT),
        check=False,
        **kwargs,
    )


def brief(*args, **kwargs):
    return run("brief", "--model", "verbatim", *args, **kwargs)


def test_help_and_version():
    assert run("--version").output.startswith("pksum ")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_of_commands_says_what_each_says(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert COMMANDS[command][1] in " ".join(result.output.split())
    assert COMMANDS[command][1] in " ".join(run("--help").output.split())


def test_a_command_that_there_is_not():
    result = run("breif", "a.txt")
    assert result.exit_code == 2
    assert "brief" in result.stderr


def test_help_imports_nothing_heavy():
    code = (
        "import sys; from summarize.cli import COMMANDS, app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'torch', 'transformers', 'numpy', 'jinja2', 'rich', 'babel'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr


def test_a_note_to_standard_output():
    result = brief(SAMPLE)
    assert result.exit_code == 0
    assert result.stdout.startswith("# ")
    assert result.stderr == ""


def test_the_ending_of_the_output_decides(tmp_path):
    out = tmp_path / "note.json"
    assert brief(SAMPLE, "-o", out).exit_code == 0
    assert json.loads(out.read_text("utf-8"))["format"] == "pksum-note/1"


def test_standard_input():
    result = brief("-", "--format", "json", stdin=SAMPLE.read_text("utf-8"))
    assert result.exit_code == 0
    assert json.loads(result.stdout)["points"]


def test_several_sources_go_to_a_folder_or_a_note_a_line(tmp_path):
    other = tmp_path / "water_security.txt"
    other.write_text(SAMPLE.read_text("utf-8"), "utf-8")
    assert brief(SAMPLE, other).exit_code == 2
    lines = brief(SAMPLE, other, "--format", "json").stdout.splitlines()
    assert len([json.loads(line) for line in lines]) == 2
    assert brief(SAMPLE, other, "-o", tmp_path / "notes").exit_code == 0
    names = sorted(p.name for p in (tmp_path / "notes").iterdir())
    assert names == ["water_security-2.md", "water_security.md"]


def test_an_edited_note_is_kept(tmp_path):
    out = tmp_path / "note.md"
    assert brief(SAMPLE, "-o", out).exit_code == 0
    assert brief(SAMPLE, "-o", out).exit_code == 0, "an untouched note is replaced"
    out.write_text(out.read_text("utf-8").replace("(for the officer)", "Watch this."), "utf-8")
    result = brief(SAMPLE, "-o", out)
    assert result.exit_code == 7
    assert "Watch this." in out.read_text("utf-8")
    assert brief(SAMPLE, "-o", out, "--force").exit_code == 0


def write(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n ",
    "binary.txt": bytes(range(256)) * 40,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(2000),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_statement_is_one_line_and_exit_code_5(tmp_path, name):
    result = brief(write(tmp_path, name, BAD[name]))
    assert result.exit_code == 5
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stderr.startswith("pksum: ")


def test_a_missing_file_and_a_folder(tmp_path):
    assert brief(tmp_path / "none.txt").exit_code == 5
    assert brief(tmp_path).exit_code == 5


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(tmp_path):
    path = write(tmp_path, "secret.txt", b"We call for calm.")
    path.chmod(0)
    assert brief(path).exit_code == 5


def test_a_file_of_50_megabytes_is_refused_before_it_is_worked_on(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    result = brief(path)
    assert result.exit_code == 5
    assert "MB" in result.stderr


def test_one_word_and_no_sentence_end():
    for text in ("Peace", "we call for calm " * 300):
        result = brief("-", "--format", "json", stdin=text)
        assert result.exit_code in (0, 5)
        if result.exit_code == 0:
            note = json.loads(result.stdout)
            for part in (*note["points"], *note["passages"]):
                assert part["citations"]


def test_another_encoding_is_detected_and_said(tmp_path):
    text = SAMPLE.read_text("utf-8").replace("©", "(c)").replace("Maravia", "Maravía")
    path = write(tmp_path, "latin.txt", text.encode("cp1252"))
    result = brief(path, "--format", "json")
    note = json.loads(result.stdout)
    assert "Maravía" in note["statement"]["text"]
    assert any("not UTF-8" in notice for notice in note["checks"]["notices"])


def test_output_that_cannot_be_written(tmp_path):
    result = brief(SAMPLE, "-o", tmp_path / "none" / "note.md")
    assert result.exit_code == 7
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_full_disk():
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "summarize", "brief", "-m", "verbatim", str(SAMPLE)],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 7
    assert done.stderr.count(b"\n") == 1


def test_some_and_all_failed(tmp_path):
    good, bad = SAMPLE, write(tmp_path, "empty.txt", b"")
    assert brief(good, bad, "-o", tmp_path / "notes").exit_code == 3
    assert (tmp_path / "notes" / "water_security.md").exists()
    assert brief(bad, tmp_path / "none", "-o", tmp_path / "notes").exit_code == 4


def test_an_unknown_model_is_exit_code_6():
    result = run("brief", "--model", "bart-large-cnn", SAMPLE)
    assert result.exit_code == 6
    assert "hub:ORG/NAME" in result.stderr


def test_statement_text_never_stands_in_an_error(tmp_path, monkeypatch):
    import summarize.pipeline

    def broken(statement):
        raise ValueError(statement.text)

    monkeypatch.setattr(summarize.pipeline, "segment", broken)
    result = brief(SAMPLE)
    assert result.exit_code == 1
    assert "Maravia" not in result.stderr
    assert "please report" in result.stderr


def test_settings_from_the_environment_and_from_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pksum.toml").write_text('format = "json"\n')
    assert brief(SAMPLE).stdout.startswith("{")
    assert brief(SAMPLE, env={"PKSUM_FORMAT": "md"}).stdout.startswith("# ")
    assert brief(SAMPLE, "--format", "md").stdout.startswith("# ")
    (tmp_path / "pksum.toml").write_text('model = "evil"\n')
    result = brief(SAMPLE)
    assert result.exit_code == 2
    assert "working folder" in result.stderr


def test_segment_prints_the_contract():
    result = run("segment", SAMPLE, "--format", "json")
    division = json.loads(result.stdout)
    keys = [
        "text",
        "division",
        "announced",
        "opening",
        "points",
        "passages",
        "closing",
        "boilerplate",
    ]
    assert set(keys) <= set(division)
    assert [p["number"] for p in division["points"]] == [1, 2, 3, 4]
    assert "point 1" in run("segment", SAMPLE).stdout


def test_verify_finds_what_was_changed(tmp_path):
    out = tmp_path / "note.json"
    brief(SAMPLE, "-o", out)
    assert run("verify", out).exit_code == 0
    assert run("verify", out, SAMPLE).exit_code == 0
    other = write(tmp_path, "other.txt", SAMPLE.read_bytes().replace(b"41 attacks", b"14 attacks"))
    assert run("verify", out, other).exit_code == 3
    note = json.loads(out.read_text("utf-8"))
    note["points"][0]["citations"][0]["exact"] = "We never said this."
    out.write_text(json.dumps(note), "utf-8")
    result = run("verify", out)
    assert result.exit_code == 3
    assert "not in the source" in result.stdout
    assert run("verify", SAMPLE).exit_code == 5


def _take_interrupts():
    """Undo what a shell does to its background jobs, which ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_leaves_nothing_half_done(tmp_path):
    out = tmp_path / "note.md"
    code = (
        "import summarize.read, time\n"
        "real = summarize.read.read\n"
        "def slow(*a, **k):\n    print('here', flush=True); time.sleep(30); return real(*a, **k)\n"
        "summarize.read.read = slow\n"
        "from summarize.cli import main\nmain()\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, "brief", "-m", "verbatim", str(SAMPLE), "-o", str(out)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_take_interrupts,
    )
    assert child.stdout.readline() == b"here\n"
    time.sleep(0.2)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=20)
    assert child.returncode == 130
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_the_shell_is_told_what_may_follow():
    asked = {"_PKSUM_COMPLETE": "complete_bash", "COMP_WORDS": "pksum br", "COMP_CWORD": "1"}
    code = "import sys; sys.argv[0] = 'pksum'; from summarize.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        cwd=ROOT,
        check=False,
        env={**os.environ, **asked},
    )
    assert done.stdout.split() == [b"brief"]


def test_one_speaker_of_a_record(tmp_path):
    from tests.read.test_record import BODY, HEAD

    record = write(tmp_path, "record.txt", (HEAD + BODY).encode())
    result = brief(record, "--speaker", "hodo")
    assert result.exit_code == 0, result.stderr
    assert "Albania" in result.stdout
    result = brief(record, "--speaker", "nobody there")
    assert result.exit_code == 2
    assert "Hodo" in result.stderr
    folder = tmp_path / "notes"
    assert brief(record, "-o", folder).exit_code == 0
    assert len(list(folder.iterdir())) > 2
