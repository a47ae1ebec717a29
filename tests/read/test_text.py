"""Plain text as it comes: encodings, and what is refused."""

from __future__ import annotations

import io
import itertools
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.errors import InputError
from summarize.read import Limits, read, read_bytes, read_text

SPEECH = "Mr. President,\r\n\r\nWe thank the “briefers”. Peace is a common task.\r\n"


def test_text_stands_as_it_came() -> None:
    statement = read_bytes(SPEECH.encode(), "speech.txt")[0]
    assert statement.text == SPEECH
    assert statement.source == "speech.txt"
    assert statement.encoding is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_is_obeyed_and_left_out(encoding: str) -> None:
    statement = read_bytes(SPEECH.encode(encoding), "speech.txt")[0]
    assert statement.text == SPEECH
    assert (statement.encoding is None) == (encoding == "utf-8-sig")


def test_other_encodings_are_detected_and_named() -> None:
    statement = read_bytes(SPEECH.encode("cp1252"), "speech.txt")[0]
    assert statement.text == SPEECH
    assert statement.encoding == "cp1252"


def test_markdown_keeps_its_markup() -> None:
    assert read_bytes(b"# Remarks\n\nWe **thank** you.", "a.md")[0].text.startswith("# Remarks")
    html = b"<!doctype html><p>We thank you.</p>"
    assert read_bytes(html, "a.txt")[0].text == html.decode()


def test_standard_input() -> None:
    statement = read("-", stdin=io.BytesIO(SPEECH.encode()))[0]
    assert (statement.text, statement.source) == (SPEECH, "-")


def test_path(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    path.write_bytes(SPEECH.encode())
    assert read(path)[0].source == "speech.txt"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "only white space"),
        (b"... --- ...", "no words"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (bytes(range(256)) * 20, "."),
    ],
)
def test_what_holds_no_statement_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read_bytes(data, "speech.txt")
    assert "\n" not in str(caught.value)


def test_too_large() -> None:
    with pytest.raises(InputError, match="larger than 0 MB"):
        read_bytes(b"word " * 30, "speech.txt", limits=Limits(size=100))


def test_too_large_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(InputError, match="larger than 50 MB"):
        read(path)


def test_missing_folder_unreadable(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read("bad\0name")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_permission_denied(tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    path.write_text("We thank you.")
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        read(path)


def test_permission_error_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="may not be read"):
        read(tmp_path / "speech.txt")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1))
def test_any_text_reads_or_is_refused(text: str) -> None:
    try:
        statement = read_text(text, "fuzz.txt")[0]
    except InputError as error:
        assert "\n" not in str(error)
        return
    assert statement.text == text
    spans = statement.boilerplate
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(0 <= s.start <= s.end <= len(text) for s in statement.spans.values())


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(min_size=1, max_size=2000), st.sampled_from(["f.txt", "f.md"]))
def test_any_bytes_read_or_are_refused(data: bytes, name: str) -> None:
    try:
        assert read_bytes(data, name)
    except InputError as error:
        assert "\n" not in str(error)
