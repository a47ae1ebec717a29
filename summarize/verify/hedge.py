"""Hedges: what limits a claim in the source limits it in the condensation."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarize.lexicon import load
from summarize.records import Finding
from summarize.verify.modal import is_modal, source_modal
from summarize.verify.place import fit
from summarize.verify.usage import past
from summarize.verify.view import View, finding
from summarize.words import Word

_SURER = {
    "will": {"may", "might", "could", "can", "should", "would"},
    "would": {"may", "might", "could"},
    "must": set[str](),
    "shall": {"may", "might", "could", "should"},
    "may": {"will", "shall"},
    "might": {"will", "shall"},
    "could": {"must"},
    "can": {"may", "might"},
}
# Conditions: what opens them, and the words around which they are looked for.
_CONDITION = re.compile(
    r"\b(?:(?<!because )if(?! not,| (?:\w+ ){1,2}(?:(?:is|are|were|want|wish) to)\b)|unless|provided that|on condition that|as long as|so long as|subject to(?= the\b| its\b| their\b)"
    r"|as appropriate"
    r"|where (?:possible|appropriate|necessary|feasible)|if (?:requested|necessary|possible|needed)"
    r"|as necessary|in principle|upon request|at their request|on the basis of full respect"
    r"|with full respect for|without prejudice to|with the consent of|to the extent possible"
    r"|as far as possible|whenever (?!it\b|they\b|there\b|we\b)|(?-i:Until)|when (?:conditions|circumstances) (?:permit|allow)"
    r"|in consultation with|pending)\b",
    re.IGNORECASE,
)

_INVERTED = re.compile(r"\b(?:only|when|once|unless)\b|(?:^|, )should\b")
_SUPPOSING = {
    "if", "unless", "whether", "would", "could", "should", "may", "might", "when", "were",
    "provided", "depends", "depended", "case", "condition", "conditional", "until", "without",
}  # fmt: skip


def check(view: View) -> Iterator[Finding]:
    """A blocking ``hedge`` for a surer modal or quantity than the source's, and for a condition
    that the source puts next to the words taken over and the condensation leaves out.
    """
    yield from _modals(view)
    yield from _asserted_modals(view)
    yield from _stated(view)
    yield from _all(view)
    yield from _upgrades(view)
    yield from _limits(view)
    yield from _conditions(view)


def _modals(view: View) -> Iterator[Finding]:
    for index, word in enumerate(view.words):
        if not _SURER.get(word.low) or not is_modal(view.words, index):
            continue
        other = source_modal(view, index)
        if other is None or view.source_words[other].low not in _SURER[word.low]:
            continue
        there = view.source_words[other]
        if word.low in _UNSURE and _unsure(view, other):
            continue
        message = f"The source says “{there.text}”, the condensation “{word.text}”."
        yield finding("hedge", message, (word.start, word.end), (there.start, there.end))


_UNSURE = {"may", "might"}


def _unsure(view: View, place: int) -> bool:
    """Whether the source is unsure in other words ("it is even possible that … will")."""
    before = view.source_words[max(0, place - 20) : place]
    return any(w.low.startswith(("possib", "risk", "perhaps", "danger", "threat")) for w in before)


_STATING = {"said", "noted", "reported", "stated", "recalled", "argued", "stressed"}
_LIMITING_MODALS = {"should", "might", "could"}
_MODAL_LIKE = {
    *_LIMITING_MODALS, "must", "may", "would", "will", "can", "cannot", "shall", "to", "need", "needs", "needed", "ought", "if", "possible",
}  # fmt: skip


def _asserted_modals(view: View) -> Iterator[Finding]:
    """A plain statement of what the source says only should, may or could be so."""
    words, source = view.words, view.source_words
    for clause in view.clauses:
        if clause.verb < 0 or past(words[clause.verb].low) not in _STATING:
            continue
        claim = words[clause.verb : clause.last]
        plain = len(claim) > 1 and claim[1].low == "that"
        if not plain or any(is_modal(claim, i, _MODAL_LIKE) for i in range(len(claim))):
            continue
        for index in range(clause.verb + 2, clause.last):
            modal = _modal_right_before(view, index)
            if modal is not None:
                word, there = words[index], source[modal]
                message = f"The source says “{there.text} {word.text}”; the condensation states it."
                yield finding("hedge", message, (word.start, word.end), (there.start, there.end))
                break


_NO_VERB_AFTER = {"of", "for", "by", "in", "and", "the", "a", "an", "its", "their"}


def _modal_right_before(view: View, index: int) -> int | None:
    """The limiting modal before the source's word for the verb ``index``, no word of content
    between; None where the word is a noun or a participle here.
    """
    word, place = view.words[index], view.aligned.place[index]
    if place < 1 or not word.content or word.low.endswith("ing"):
        return None
    if view.words[index - 1].low in _NO_VERB_AFTER:
        return None
    source = view.source_words
    for p in range(place - 1, max(-1, place - 4), -1):
        if is_modal(source, p, _LIMITING_MODALS):
            return p
        if source[p].content or source[p].mark:
            return None
    return None


_WISHED = {"should", "must", "may", "might"}
_NEAR = 7


def _stated(view: View) -> Iterator[Finding]:
    """A finite past verb for what the source says only should, must, may or could be so."""
    words, source = view.words, view.source_words
    for clause in view.clauses:
        if clause.verb < 0 or past(words[clause.verb].low) not in _STATING:
            continue
        for index in range(clause.verb + 2, clause.last):
            place = view.aligned.place[index]
            if place < 0 or not _finite_past(view, clause.verb, index):
                continue
            modal = _wished(view, place)
            if modal is not None:
                word, there = words[index], source[modal]
                message = f"The source says “{there.text}” here; the condensation states it."
                yield finding("hedge", message, (word.start, word.end), (there.start, there.end))


def _finite_past(view: View, verb: int, index: int) -> bool:
    """Whether the word ``index`` is a past tense or follows "had", "was" or "were" here, and no
    word before it in its part of the claim says what should or may be.
    """
    words = view.words
    if not words[index].content or words[index].low.endswith("ing"):
        return False
    before = words[max(verb + 1, index - _NEAR) : index]
    start = index - len(before)
    limited = any(is_modal(words, i, _MODAL_LIKE) for i in range(start, index))
    if limited or any(w.low in ("let", "being", "been") for w in before):
        return False
    last = before[-1].low if before else ""
    place = view.aligned.place[index]
    bare = place > 1 and is_modal(view.source_words, place - 1, _WISHED)
    bare = bare and view.aligned.place[index - 1] == place - 2
    return last in ("had", "was", "were") or (bare and words[index].low.endswith("ed"))


def _wished(view: View, place: int) -> int | None:
    """The modal before a verb of the source or before "be" and "have" with it."""
    words = view.source_words
    for p in range(place - 1, max(-1, place - 4), -1):
        if is_modal(words, p, _WISHED):
            return p
        if words[p].low not in ("be", "have", "been", "also", "a", "the", "therefore"):
            return None
    return None


_BEFORE_ALL = {"not", "almost", "nearly", "virtually", "practically"}


def _all(view: View) -> Iterator[Finding]:
    """ "all" where the source has it only as "if not all", "not all" or "almost all"."""
    source = view.source_words
    places = [p for p, w in enumerate(source) if w.low in ("all", "every", "everyone")]
    if not places or any(not p or source[p - 1].low not in _BEFORE_ALL for p in places):
        return
    for before, word in itertools.pairwise(view.words):
        if word.low in ("all", "every") and before.low not in _BEFORE_ALL:
            there = source[places[0] - 1]
            message = f"The source says “{there.text} all”."
            yield finding("hedge", message, (word.start, word.end), (there.start, there.end))


def _limits(view: View) -> Iterator[Finding]:
    """A limiting word left out before two words that are taken over as they stand."""
    taken = {p: i for i, p in enumerate(view.aligned.place) if p >= 0}
    own = {w.stem for w in view.words}
    source = view.source_words
    for place, word in enumerate(source):
        if word.low not in _limiting() or place in taken or word.stem in own:
            continue
        if not _taken_before(view, place, taken):
            continue
        follow = [p for p in _content_after(view, place, 2) if p in taken]
        if follow and _only_be(source, place):
            follow = [follow[0], follow[0]]
        if (
            not _limits_claim(view, place)
            or len(follow) < 2
            or not 0 <= taken[follow[1]] - taken[follow[0]] <= 3
        ):
            continue
        first = view.words[taken[follow[0]]]
        message = f"The source limits this with “{word.text}”; the condensation does not."
        yield finding("hedge", message, (first.start, first.end), (word.start, word.end))


def _taken_before(view: View, place: int, taken: dict[int, int]) -> bool:
    """Whether the last content word before ``place`` in its sentence was taken over, too."""
    source, sentence = view.source_words, view.aligned.source.sentence
    before = range(place - 1, max(-1, place - 6), -1)
    near = (p for p in before if sentence[p] == sentence[place] and source[p].content)
    return next(near, -1) in taken


def _only_be(source: Sequence[Word], place: int) -> bool:
    """Whether an "only" limits the one verb after it ("can only be guaranteed")."""
    after = source[place + 1].low if place + 1 < len(source) else ""
    return source[place].low == "only" and after == "be"


def _limits_claim(view: View, place: int) -> bool:
    """Whether an "only" limits the claim itself; other limiting words always do."""
    source, dropped = view.source_words, load("hedges")["dropped"]
    if source[place].low != "only":
        return True
    before = source[place - 1].low if place else ""
    after = source[place + 1].low if place + 1 < len(source) else ""
    return after in dropped["only_before"] or before in dropped["only_after"]


@lru_cache(maxsize=1)
def _limiting() -> frozenset[str]:
    """The words that limit what follows them."""
    return frozenset(load("hedges")["dropped"]["words"])


def _upgrades(view: View) -> Iterator[Finding]:
    table: dict[str, list[str]] = load("hedges")["upgrades"]
    for index, word in enumerate(view.words):
        milder = set(table.get(word.low, ()))
        if not milder:
            continue
        own = [fit(view, index, index + 1, p, p + 1) for p in _places(view, {word.low})]
        best = max((f.words for f in own), default=0)
        for place in _places(view, milder):
            theirs = fit(view, index, index + 1, place, place + 1)
            if theirs.content and theirs.words >= best + 1:
                there = view.source_words[place]
                message = f"The source says “{there.text}”, the condensation “{word.text}”."
                yield finding("hedge", message, (word.start, word.end), (there.start, there.end))
                break


def _places(view: View, lows: set[str]) -> list[int]:
    return [p for p, w in enumerate(view.source_words) if w.low in lows]


def _conditions(view: View) -> Iterator[Finding]:
    """A condition of the source, left out, though what stands before it was taken over."""
    taken = {p: i for i, p in enumerate(view.aligned.place) if p >= 0}
    own = {w.stem for w in view.words}
    for match in _CONDITION.finditer(view.source.text):
        words = [
            i for i, w in enumerate(view.source_words) if match.start() <= w.start < match.end()
        ]
        if not words:
            continue
        main = _asserted(view, match.group(), words[-1])
        if main is None and not _kept(view, match.group(), words[-1], own):
            main = _limited(view, words, taken)
        if main is None:
            continue
        word = view.words[main]
        message = f"The source limits this (“{match.group()} …”); the condensation does not."
        yield finding("hedge", message, (word.start, word.end), match.span())


def _kept(view: View, opening: str, last: int, own: set[str]) -> bool:
    """Whether the condensation has the condition, or half of the words that follow it."""
    if re.search(rf"\b{re.escape(opening)}\b", view.text, re.IGNORECASE):
        return True
    if _CONDITION.search(view.text) or re.search(_INVERTED, view.text):
        return True
    follow = _content_after(view, last, 6)
    kept = [p for p in follow if view.source_words[p].stem in own]
    return bool(follow) and len(kept) * 3 >= len(follow)


def _asserted(view: View, opening: str, last: int) -> int | None:
    """The first word of what the source only supposes ("if the programme were to stop") and the
    condensation states; None where it supposes, too, or where it is about something else.
    """
    follow = _content_after(view, last, 6)
    taken = {p: i for i, p in enumerate(view.aligned.place) if p >= 0}
    if (
        opening.lower() not in ("if", "unless")
        or len(follow) < 2
        or not all(p in taken for p in follow)
    ):
        return None
    own = [taken[p] for p in follow]
    near = view.words[max(0, min(own) - 8) : max(own) + 3]
    return None if any(w.low in _SUPPOSING for w in near) else min(own)


def _content_after(view: View, last: int, count: int) -> list[int]:
    words, sentence = view.source_words, view.aligned.source.sentence
    rest = range(last + 1, len(words))
    closed = (p for p in rest if sentence[p] != sentence[last] or words[p].text in ",;.")
    end = next(closed, len(words))
    return [p for p in range(last + 1, end) if words[p].content][:count]


def _limited(view: View, words: list[int], taken: dict[int, int]) -> int | None:
    """A word of the condensation next to the condition: three of the five before it taken over."""
    sentence = view.aligned.source.sentence
    near = range(words[0] - 1, max(-1, words[0] - 12), -1)
    same = [p for p in near if sentence[p] == sentence[words[0]]]
    before = [p for p in same if view.source_words[p].content][:4]
    if not before:
        before = _main_clause(view, words[-1])
    known = [taken[p] for p in before if p in taken]
    if len(before) < 3 or len(known) < 3:
        return None
    return max(known)


def _main_clause(view: View, last: int) -> list[int]:
    """The first content words after the comma that ends a condition at the head of a sentence."""
    words, sentence = view.source_words, view.aligned.source.sentence
    rest = [p for p in range(last + 1, len(words)) if sentence[p] == sentence[last]]
    comma = next((p for p in rest if words[p].text == ","), None)
    if comma is None:
        return []
    return [p for p in rest if p > comma and words[p].content][:4]
