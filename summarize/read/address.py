"""An http(s) address to bytes, with bounds on size, time and redirects.

Addresses within a private network are refused unless asked for, also after a redirect. The
connection goes to the very address that was checked, so that a name which resolves anew to a
private address (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from summarize.errors import InputError
from summarize.read.limits import Limits

_IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_REDIRECTS = {301, 302, 303, 307, 308}
_NEEDS_LOGIN = {401, 402, 403, 407, 451}
_CHUNK = 65_536
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_HEADERS = {
    "User-Agent": "pksum (briefing notes of public statements)",
    "Accept": "text/html,application/pdf,text/plain,*/*;q=0.5",
    "Accept-Encoding": "identity",
}


@dataclass(frozen=True)
class Fetched:
    """What an address answered: the bytes, where they came from in the end, and their charset."""

    data: bytes
    address: str
    charset: str | None


def _embedded(address: _IPAddress) -> _IPAddress:
    """The IPv4 address that an IPv6 address stands for, where it stands for one."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address.sixtofour:
            return address.sixtofour
        if address in _NAT64:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, and no private or special one."""
    try:
        found = _embedded(ipaddress.ip_address(address.split("%")[0]))
    except ValueError:
        return False
    return found.is_global and not found.is_multicast


def _resolve(host: str, port: int, name: str) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise InputError(f"{name}: no such host can be found; check address and network") from None
    return [str(info[4][0]) for info in found]


def _checked(host: str, port: int, name: str, allow_private: bool) -> str:
    """The IP address to connect to: every one that the host has must be permitted."""
    found = _resolve(host, port, name)
    if not allow_private and not all(is_public(address) for address in found):
        raise InputError(
            f"{name} leads into a private network; allow private addresses if that is meant"
        )
    return found[0]


def _split(address: str, name: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise InputError(f"{name} is no address that can be read; check it") from None
    if parts.scheme.lower() not in {"http", "https"} or not host:
        raise InputError(f"{name} leads to something else than an http(s) address")
    if parts.username is not None or parts.password is not None:
        raise InputError(f"{name} holds a user name or password; give the address without it")
    return parts, host, port or (443 if parts.scheme.lower() == "https" else 80)


def _connect(
    parts: SplitResult, host: str, port: int, ip: str, seconds: float
) -> http.client.HTTPConnection:
    """A connection to ``ip`` that speaks to ``host``, its certificate checked."""
    connection = http.client.HTTPConnection(host, port, timeout=seconds)
    plain = socket.create_connection((ip, port), timeout=seconds)
    if parts.scheme.lower() == "https":
        try:
            plain = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except OSError:
            plain.close()
            raise
    connection.sock = plain
    return connection


def _cut_off(sock: socket.socket) -> None:
    """End a connection whose time is up: a peer that drips its answer resets socket timeouts."""
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _inflate(data: bytes, encoding: str, name: str, limits: Limits) -> bytes:
    if encoding in {"", "identity"}:
        return data
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise InputError(f"{name} answers in a form that cannot be read; save the page instead")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        out = unpack.decompress(data, limits.size + 1)
    except zlib.error:
        raise InputError(f"{name} answers with broken data; save the page instead") from None
    if len(out) > limits.size:
        raise _too_large(name, limits)
    return out


def _too_large(name: str, limits: Limits) -> InputError:
    return InputError(f"{name} answers with more than {limits.size // 1_000_000} MB; save a part")


def _body(response: http.client.HTTPResponse, name: str, limits: Limits) -> bytes:
    chunks: list[bytes] = []
    total = 0
    while chunk := response.read(_CHUNK):
        total += len(chunk)
        if total > limits.size:
            raise _too_large(name, limits)
        chunks.append(chunk)
    length = response.getheader("Content-Length")
    if length and length.isdigit() and total < int(length):
        raise InputError(f"{name} broke off its answer; try again")
    encoding = (response.getheader("Content-Encoding") or "").strip().lower()
    return _inflate(b"".join(chunks), encoding, name, limits)


def _refuse_status(status: int, name: str) -> None:
    if status in _NEEDS_LOGIN:
        raise InputError(f"{name} asks for a log-in (HTTP {status}); save the page and give that")
    if status in {404, 410}:
        raise InputError(f"{name} does not exist (HTTP {status}); check the address")
    if status != 200:
        raise InputError(f"{name} does not answer with a page (HTTP {status}); try again later")


def _ask(
    address: str, name: str, allow_private: bool, limits: Limits, left: float
) -> tuple[Fetched | None, str]:
    """One request: what was fetched, or None and the address to go on to."""
    parts, host, port = _split(address, name)
    ip = _checked(host, port, name, allow_private)
    connection = _connect(parts, host, port, ip, left)
    until = time.monotonic() + left
    timer = threading.Timer(left, _cut_off, [connection.sock])
    timer.daemon = True
    timer.start()
    try:
        path = quote(parts.path or "/", safe=_SAFE)
        if parts.query:
            path += "?" + quote(parts.query, safe=_SAFE)
        connection.request("GET", path, headers=_HEADERS)
        response = connection.getresponse()
        onward = response.getheader("Location")
        if response.status in _REDIRECTS and onward:
            return None, urljoin(address, onward)
        _refuse_status(response.status, name)
        body = _body(response, name, limits)
        if time.monotonic() >= until:
            raise TimeoutError
        return Fetched(body, address, response.headers.get_content_charset()), address
    finally:
        timer.cancel()
        connection.close()


def fetch(address: str, *, allow_private: bool = False, limits: Limits) -> Fetched:
    """What ``address`` answers. Raises InputError with one line that says what is wrong."""
    name = "".join(ch if ch.isprintable() else "?" for ch in address)
    until = time.monotonic() + limits.seconds
    at = address
    for _ in range(limits.redirects + 1):
        left = until - time.monotonic()
        try:
            if left <= 0:
                raise TimeoutError
            found, at = _ask(at, name, allow_private, limits, left)
        except ssl.SSLError:
            raise InputError(f"{name} has no valid certificate; save the page instead") from None
        except (OSError, http.client.HTTPException, ValueError):
            if time.monotonic() >= until:
                raise InputError(
                    f"{name} did not answer within {limits.seconds:g} seconds; try again later"
                ) from None
            raise InputError(f"{name} cannot be reached; check address and network") from None
        if found:
            return found
    raise InputError(f"{name} sends on more than {limits.redirects} times; give the last address")
