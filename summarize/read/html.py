"""Web pages to text: every visible word in order, with what is furniture marked.

The page is parsed by lxml and walked here, since extractors that give the main text alone lose
or renumber enumerations. Paragraphs are divided by blank lines, items of lists begin with the
enumerator that a browser shows. Furniture is told by the page's own landmarks (HTML elements,
ARIA roles, class names) and by the density of links (Kohlschütter et al. 2010).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree

from summarize.errors import InputError
from summarize.page.lexicon import load
from summarize.read.enumerators import list_markers
from summarize.read.extracted import Extracted
from summarize.read.limits import Limits
from summarize.read.text import decode
from summarize.records import Span

_Element = etree._Element

_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE
)
# What browsers take these labels for (WHATWG Encoding Standard).
_LABELS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-9": "cp1254",
    "windows-874": "cp874",
}
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SENTENCE_END = re.compile(r"[.!?:;,][\s'\"”’»)\]]*$")
_LINK_SHARE = 0.6
_MAIN_SHARE = 0.4
_LOGIN_WORDS = 150

_SPACE, _LINE, _BLANK = 1, 2, 3


@dataclass
class _Block:
    start: int
    heading: bool = False
    linked: int = 0
    length: int = 0


@cache
def _names() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in load("html.toml").items()}


def decode_html(data: bytes, name: str, charset: str | None) -> tuple[str, str | None]:
    """The page's source text and its encoding where that is not UTF-8. Raises InputError."""
    meta = _META_CHARSET.search(data[:4096])
    declared = charset or (meta.group(1).decode("ascii") if meta else None)
    return decode(data, name, _LABELS.get((declared or "").lower(), declared))


def parse(source: str, name: str) -> _Element:
    """The page's tree. Raises InputError where it is nested too deep, or is no page."""
    parser = etree.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise InputError(f"{name} is no web page that can be read; give its text") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise InputError(f"{name} is nested too deep for a web page; give its text alone")
    if root is None:
        raise InputError(f"{name} is an empty web page; give a page that holds a statement")
    return root


def _tokens(element: _Element) -> set[str]:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    words = set(names.lower().split())
    split = re.sub(r"([a-z])([A-Z])", r"\1 \2", names).lower()
    return words | set(re.split(r"[^a-z0-9]+", split))


def _is_hidden(element: _Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _looks_like_furniture(element: _Element) -> str:
    """ "strong" or "weak" where the names of an element say that it is furniture, else ""."""
    names, tag = _names(), str(element.tag)
    if tag in {"body", "html", "main", "article"}:
        return ""
    if tag in names["certain_tags"]:
        return "certain"
    if tag in names["tags"] or (element.get("role") or "").lower() in names["roles"]:
        return "strong"
    if element.get("aria-hidden") == "true" or element.get("aria-modal") == "true":
        return "strong"
    tokens = _tokens(element)
    if tokens & names["names"]:
        return "strong"
    return "weak" if tag in names["weak_tags"] or tokens & names["weak_names"] else ""


@dataclass
class _Weight:
    """What stands in an element: characters outside links, and whether it holds the title."""

    words: int = 0
    title: bool = False


def _weigh(root: _Element) -> tuple[dict[_Element, _Weight], int]:
    """The weight of every element that looks like furniture, and the words of the page."""
    candidates: dict[_Element, _Weight] = {}
    stack = [_Weight()]
    links = 0
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "start":
            stack.append(_Weight(title=element.tag == "h1"))
            links += element.tag == "a"
            if element.tag in _names()["skip"]:
                events.skip_subtree()
            elif element.text and not links:
                stack[-1].words += len(element.text.strip())
            continue
        weight = stack.pop()
        links -= element.tag == "a"
        if _looks_like_furniture(element):
            candidates[element] = weight
        stack[-1].words += weight.words
        stack[-1].title = stack[-1].title or weight.title
        if element.tail and not links:
            stack[-1].words += len(element.tail.strip())
    return candidates, stack[0].words


def _furniture(root: _Element) -> set[_Element]:
    """The outermost elements that hold furniture, those that hold most of the page left out."""
    candidates, whole = _weigh(root)
    found: set[_Element] = set()
    inside = 0
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if element.tag in _names()["main"]:
            inside += 1 if event == "start" else -1
        weight = candidates.get(element)
        if event == "end" or weight is None:
            continue
        rank = _looks_like_furniture(element)
        small = weight.words <= _MAIN_SHARE * whole
        if rank == "certain" or (small and (rank == "strong" or not (inside or weight.title))):
            found.add(element)
    return found


class _Page:
    """The text as it grows, with the places of furniture, headings and links."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.gap = 0
        self.marked: list[Span] = []
        self.titles: list[tuple[int, Span]] = []
        self.block = _Block(0)
        self.pre = 0
        self.after_marker = False

    def rest(self, gap: int) -> None:
        """Ask for a space, a new line or a blank line before the next words."""
        if self.after_marker:
            return
        if gap >= _LINE:
            self.close_block()
        self.gap = max(self.gap, gap)

    def write(self, words: str, marked: bool, linked: bool, heading: int) -> None:
        """Add words, with white space folded as a browser folds it."""
        if not self.pre:
            folded = re.sub(r"[ \t\r\n\f]+", " ", words)
            if folded.startswith(" "):
                self.gap = max(self.gap, _SPACE)
            trailing = folded.endswith(" ") and len(folded) > 1
            words = folded.strip(" ")
        else:
            trailing = False
        if not words:
            return
        self.after_marker = False
        self._open_gap()
        start = self.length
        self._append(words)
        if marked:
            self.marked.append(Span(start, self.length))
        if heading:
            self._extend_title(heading, start)
        self.block.heading = self.block.heading or bool(heading)
        self.block.length += len(words)
        self.block.linked += len(words) if linked else 0
        self.gap = _SPACE if trailing else 0

    def _append(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _open_gap(self) -> None:
        if self.length and self.gap:
            self._append({_SPACE: " ", _LINE: "\n", _BLANK: "\n\n"}[self.gap])
        if self.gap >= _LINE or not self.length:
            self.block = _Block(self.length)
        self.gap = 0

    def _extend_title(self, heading: int, start: int) -> None:
        if self.titles and self.titles[-1][0] == heading and self.block.heading:
            start = self.titles.pop()[1].start
        self.titles.append((heading, Span(start, self.length)))

    def close_block(self) -> None:
        """Mark the block that ends here where it is links and no sentence."""
        block = self.block
        if block.length and not block.heading and block.linked >= _LINK_SHARE * block.length:
            words = "".join(self.parts[-1:])
            if not _SENTENCE_END.search(words):
                self.marked.append(Span(block.start, self.length))
        self.block = _Block(self.length)


@dataclass(frozen=True)
class _Context:
    marked: bool = False
    linked: bool = False
    heading: int = 0


def _before(
    page: _Page, element: _Element, markers: dict[_Element, str], context: _Context
) -> None:
    tag = str(element.tag)
    if tag in _names()["block"]:
        page.rest(_BLANK if tag not in {"li", "dd", "dt"} else _LINE)
    elif tag == "br" or tag in {"tr", "li"}:
        page.rest(_LINE)
    elif tag in {"td", "th"}:
        page.rest(_SPACE)
    if tag == "pre":
        page.pre += 1
    if tag == "li" and markers.get(element):
        page.write(markers[element], context.marked, False, 0)
        page.gap = _SPACE
        page.after_marker = True
    if tag == "q":
        page.write("“", context.marked, context.linked, context.heading)


def _after(page: _Page, element: _Element, context: _Context) -> None:
    tag = str(element.tag)
    if tag == "q":
        page.gap = 0
        page.write("”", context.marked, context.linked, context.heading)
    if tag == "pre":
        page.pre -= 1
    if tag in _names()["block"]:
        page.rest(_BLANK)
    elif tag in {"li", "tr"}:
        page.rest(_LINE)


def _inner(context: _Context, element: _Element, furniture: set[_Element]) -> _Context:
    tag = str(element.tag)
    return _Context(
        marked=context.marked or element in furniture,
        linked=context.linked or tag == "a",
        heading=int(tag[1]) if tag in _HEADINGS else context.heading,
    )


def _walk(root: _Element, furniture: set[_Element]) -> _Page:
    page = _Page()
    markers = list_markers(root)
    stack = [_Context()]
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "start":
            context = _inner(stack[-1], element, furniture)
            stack.append(context)
            if element.tag in _names()["skip"] or _is_hidden(element):
                events.skip_subtree()
                continue
            _before(page, element, markers, context)
            page.write(element.text or "", context.marked, context.linked, context.heading)
        else:
            context = stack.pop()
            if element.tag not in _names()["skip"] and not _is_hidden(element):
                _after(page, element, context)
            outer = stack[-1]
            page.write(element.tail or "", outer.marked, outer.linked, outer.heading)
    page.close_block()
    return page


def _meta(root: _Element, *names: str) -> str | None:
    for element in root.iter("meta"):
        key = (element.get("property") or element.get("name") or "").lower()
        if key in names and (element.get("content") or "").strip():
            return (element.get("content") or "").strip()
    return None


def _declared(root: _Element) -> dict[str, str]:
    found: dict[str, str | None] = {
        "date": _meta(
            root,
            "article:published_time",
            "dcterms.date",
            "dc.date",
            "pubdate",
            "dcterms.issued",
            "date",
            "publishdate",
        ),
        "site": _meta(root, "og:site_name", "application-name"),
        "title": _meta(root, "og:title", "dcterms.title", "articletitle"),
        "language": (root.get("lang") or "")[:2].lower() or None,
    }
    return {key: value for key, value in found.items() if value}


def _title(page: _Page, text: str) -> Span | None:
    """The page's title: its only heading of the first rank outside the furniture."""
    firsts = [
        span
        for rank, span in page.titles
        if rank == 1
        and len(span.of(text).split()) >= 2
        and not any(m.start <= span.start and span.end <= m.end for m in page.marked)
    ]
    return firsts[0] if len(firsts) == 1 else None


def _is_login(root: _Element, text: str, marked: list[Span]) -> bool:
    if not any((e.get("type") or "").lower() == "password" for e in root.iter("input")):
        return False
    kept = len(text.split()) - sum(len(span.of(text).split()) for span in marked)
    return kept < _LOGIN_WORDS


def read_html(data: bytes, name: str, limits: Limits, charset: str | None = None) -> Extracted:
    """The text of a web page; ``charset`` is what its server calls its encoding.

    Raises InputError for what is too large or deep, or a log-in.
    """
    if len(data) > limits.page:
        raise InputError(
            f"{name} is a web page of more than {limits.page // 1_000_000} MB; give its text alone"
        )
    source, encoding = decode_html(data, name, charset)
    root = parse(source, name)
    page = _walk(root, _furniture(root))
    text = "".join(page.parts)
    if _is_login(root, text, page.marked):
        raise InputError(f"{name} is a log-in page; save the statement's page after logging in")
    return Extracted(
        text=text,
        marked=tuple(page.marked),
        title=_title(page, text),
        declared=_declared(root),
        encoding=encoding,
    )
