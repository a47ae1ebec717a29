"""Bytes to text: the encoding found, the byte order mark left out, nothing else changed."""

from __future__ import annotations

import codecs

from summarize.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 100_000
# Control characters that text files hold: tab, line feed, vertical tab, form feed, return.
_ALLOWED = frozenset(map(chr, (*range(9, 14), 0x1B, 0x1C, 0x1D, 0x1E, 0x1F, 0x85)))
_MOST_CONTROLS = 0.01


def _is_binary(text: str) -> bool:
    if "\0" in text:
        return True
    sample = text[:_SAMPLE]
    controls = sum(ch < " " and ch not in _ALLOWED for ch in sample)
    return controls > _MOST_CONTROLS * len(sample)


def _as_declared(data: bytes, declared: str | None) -> tuple[str, str] | None:
    try:
        encoding = codecs.lookup(declared).name if declared else None
        return (data.decode(encoding), encoding) if encoding else None
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _detect(data: bytes) -> tuple[str, str] | None:
    if b"\0" in data[:_SAMPLE]:
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return None
    # Of encodings that read these bytes alike, the commonest is the honest name.
    encoding = "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
    try:
        return data.decode(encoding), encoding
    except (UnicodeDecodeError, LookupError):
        return None


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, str | None]:
    """The text that ``data`` holds, and its encoding where that is not UTF-8.

    UTF-8 is taken where the bytes allow it, a byte order mark is obeyed and left out, and all
    else is taken as ``declared`` or asked of charset-normalizer. Raises InputError for what is
    no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                break
            return _checked(text, name), None if encoding == "utf-8" else encoding
    try:
        return _checked(data.decode("utf-8"), name), None
    except UnicodeDecodeError:
        detected = _as_declared(data, declared) or _detect(data)
    if detected is None:
        raise InputError(f"{name} holds no text that can be read; save it as UTF-8 text")
    return _checked(detected[0], name), detected[1]


def _checked(text: str, name: str) -> str:
    if _is_binary(text):
        raise InputError(
            f"{name} is a binary file, not text; give a .txt, .md, .html, .pdf or .docx file"
        )
    return text
