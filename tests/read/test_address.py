"""Addresses: bounds on size, time and redirects, and no way into a private network."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summarize.errors import InputError
from summarize.read import Limits, address, read

SPEECH = "Mr. President,\n\nWe thank the “briefers”. Peace is a common task.\n"
PAGE = f"<!doctype html><html><body><h1>Remarks on peace today</h1><p>{SPEECH}</p></body></html>"
QUICK = Limits(seconds=1.0, size=100_000)


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return

    def _answer(self, body: bytes, kind: str = "text/plain; charset=utf-8", **more: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"We thank you. ")
            self.wfile.flush()
            time.sleep(0.1)

    def do_GET(self) -> None:
        port = self.server.server_address[1]
        try:
            match self.path:
                case "/speech.txt":
                    self._answer(SPEECH.encode())
                case "/latin":
                    self._answer(
                        "Peace for Göteborg.".encode("cp1252"), "text/plain; charset=latin1"
                    )
                case "/page":
                    self._answer(PAGE.encode(), "text/html")
                case "/gzip":
                    self._answer(gzip.compress(SPEECH.encode()), Content_Encoding="gzip")
                case "/bomb":
                    self._answer(gzip.compress(b"word " * 100_000), Content_Encoding="gzip")
                case "/large":
                    self._answer(b"word " * 100_000)
                case "/short":
                    self._answer(b"We thank you.", Content_Length="5000")
                case "/drip":
                    self._drip()
                case "/hang":
                    time.sleep(3)
                case "/loop":
                    self._redirect("/loop")
                case "/moved":
                    self._redirect("/speech.txt")
                case "/inside":
                    self._redirect(f"http://127.0.0.2:{port}/speech.txt")
                case "/file":
                    self._redirect("file:///etc/hostname")
                case status:
                    self.send_error(int(status[1:]))
        except (BrokenPipeError, ConnectionResetError):
            return


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def _text(url: str, limits: Limits = QUICK) -> str:
    return read(url, offline=False, allow_private=True, limits=limits)[0].text


def test_text_page_and_redirect(host: str) -> None:
    assert _text(f"{host}/speech.txt") == SPEECH
    assert _text(f"{host}/moved") == SPEECH
    assert _text(f"{host}/gzip") == SPEECH
    assert _text(f"{host}/latin") == "Peace for Göteborg."
    assert _text(f"{host}/page").startswith("Remarks on peace today\n\nMr. President, We thank")
    statement = read(f"{host}/page", offline=False, allow_private=True, limits=QUICK)[0]
    assert statement.source == f"{host}/page"


def test_offline_is_the_default(host: str) -> None:
    with pytest.raises(InputError, match="offline"):
        read(f"{host}/speech.txt")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/large", "more than 0 MB"),
        ("/bomb", "more than 0 MB"),
        ("/short", "broke off"),
        ("/drip", "within 1 seconds"),
        ("/hang", "within 1 seconds"),
        ("/loop", "sends on more than 5 times"),
        ("/file", "something else than an http"),
        ("/401", "asks for a log-in"),
        ("/403", "asks for a log-in"),
        ("/404", "does not exist"),
        ("/500", "does not answer with a page"),
    ],
)
def test_refused(host: str, path: str, says: str) -> None:
    began = time.monotonic()
    with pytest.raises(InputError, match=says) as caught:
        _text(f"{host}{path}")
    assert time.monotonic() - began < 10
    assert "\n" not in str(caught.value)


def test_private_network_is_refused(host: str) -> None:
    with pytest.raises(InputError, match="private network"):
        read(f"{host}/speech.txt", offline=False)
    with pytest.raises(InputError, match="private network"):
        read("http://localhost:9/x", offline=False)


def test_private_network_is_refused_after_a_redirect(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "is_public", lambda ip: ip == "127.0.0.1")
    assert read(f"{host}/moved", offline=False, limits=QUICK)[0].text == SPEECH
    with pytest.raises(InputError, match="private network"):
        read(f"{host}/inside", offline=False, limits=QUICK)


def test_the_checked_address_is_the_one_connected_to(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that resolves anew between check and connection is asked for once only."""
    answers = iter([["127.0.0.1"]])
    monkeypatch.setattr(address, "_resolve", lambda *_: next(answers))
    monkeypatch.setattr(address, "is_public", lambda ip: True)
    url = host.replace("127.0.0.1", "rebound.example") + "/speech.txt"
    assert read(url, offline=False, limits=QUICK)[0].text == SPEECH


def test_every_address_of_a_host_must_be_public(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "_resolve", lambda *_: ["93.184.216.34", "10.0.0.1"])
    with pytest.raises(InputError, match="private network"):
        read("http://mixed.example/", offline=False)


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("10.1.2.3", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("nonsense", False),
    ],
)
def test_public_addresses(ip: str, public: bool) -> None:
    assert address.is_public(ip) is public


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://user:secret@example.org/", "user name or password"),
        ("http://[::1/", "no address that can be read"),
        ("http://host.invalid/", "no such host"),
        ("https:///x", "something else"),
    ],
)
def test_bad_addresses(url: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(url, offline=False, limits=QUICK)


def test_an_invalid_certificate_is_refused(host: str) -> None:
    with pytest.raises(InputError):
        _text(host.replace("http:", "https:") + "/speech.txt")
