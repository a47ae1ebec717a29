"""The stretches of a clause that grammar allows to be left out, computed from its words.

Editing never deletes word by word: a unit is a parenthesis, a stretch between commas, a trailing
adjunct, a joined item with its comma or conjunction, or an adverb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarize.edit.grammar import FINITE, hanging, main_verb
from summarize.edit.lexicon import (
    CONDITIONS,
    NEEDY,
    PROTECTED,
    TAILS,
    WEAK_ADVERBS,
    WITH_VERBS,
)
from summarize.edit.token import Token, Tokens, lowers
from summarize.edit.words import word_set

_STOPS = frozenset({",", ";", "—", ":"})
_SUBORDINATE = word_set(
    "which who whose whom where including particularly especially notably while whereas because "
    "since as thus thereby namely such with through when given considering owing due based "
    "following even and by in for from under at on despite like amid amidst among along "
    "together against not-least"
)
_JOINTS = frozenset({"and", "or", "but"})
_VERBAL = frozenset({"base", "present", "past", "modal", "gerund", "participle"})


@dataclass(frozen=True)
class Unit:
    """Leave out ``tokens[start:end]``; where ``joint`` is a place, "and" replaces its comma."""

    start: int
    end: int
    kind: str
    joint: int | None = None


def units(tokens: Tokens) -> Iterator[Unit]:
    """Every unit of ``tokens``; some overlap."""
    yield from _parentheses(tokens)
    yield from _between_commas(tokens)
    yield from _leading(tokens)
    yield from _tails(tokens)
    yield from _joined(tokens)
    yield from _adverbs(tokens)


def without(tokens: Tokens, unit: Unit) -> Tokens:
    """The tokens with the unit left out."""
    kept = list(tokens)
    if unit.joint is not None:
        comma = kept[unit.joint]
        kept[unit.joint] = Token(comma.word.__class__("and"), "conjunction", 9.0)
    return tuple(kept[: unit.start] + kept[unit.end :])


def _parentheses(tokens: Tokens) -> Iterator[Unit]:
    opened: int | None = None
    for i, token in enumerate(tokens):
        if token.word.text == "(":
            opened = i
        elif token.word.text == ")" and opened is not None:
            inside = tokens[opened + 1 : i]
            if not any(c.isdigit() for t in inside for c in t.word.text):
                yield Unit(opened, i + 1, "parenthesis")
            opened = None


def _separators(tokens: Tokens) -> list[int]:
    depth, quoted, found = 0, False, []
    for i, token in enumerate(tokens):
        depth += (token.word.text == "(") - (token.word.text == ")")
        quoted ^= token.word.text in {'"', "“", "”"}
        if token.lower in _STOPS and depth <= 0 and not quoted and not _in_adjectives(tokens, i):
            found.append(i)
    return found


def _in_adjectives(tokens: Tokens, i: int) -> bool:
    """Whether the comma stands between adjectives ("sustainable, inclusive and diverse")."""
    if not 0 < i < len(tokens) - 1:
        return False
    kinds = {"adjective", "participle"}
    after = tokens[i + 1].pos in kinds or (tokens[i + 2 : i + 3] and tokens[i + 2].pos == "adjective")
    return tokens[i - 1].pos == "adjective" and bool(after)


def _between_commas(tokens: Tokens) -> Iterator[Unit]:
    marks = [*_separators(tokens), len(tokens)]
    for n, here in enumerate(marks[:-1]):
        there = _end_of_aside(tokens, here, marks[n + 1 :])
        first = tokens[here + 1] if here + 1 < there else None
        if first is None or _conditional(tokens[here + 1 : there]):
            continue
        last = there == len(tokens)
        if first.lower in _JOINTS:
            if last or tokens[there].lower in {";", "—"}:
                continue
        elif not _subordinate(tokens, here + 1, there):
            continue
        following = tokens[there + 1].lower if there + 1 < len(tokens) else ""
        if following in _JOINTS and not _joins_clause(tokens, here, there):
            continue
        there = there if last else _with_apposition(tokens, there, marks)
        last = there == len(tokens)
        goes_on = following in {"and", "or", "including", "especially", "particularly", "such", "in"}
        closing = there if last or goes_on else there + 1
        if first.lower in {"and", "or", "but"}:
            continue
        yield Unit(here, closing if not last else there, "aside")


def _joins_clause(tokens: Tokens, here: int, there: int) -> bool:
    """Whether the conjunction after the aside goes on with the clause around it, not inside it."""
    after = tokens[there + 2] if there + 2 < len(tokens) else None
    kinds = {t.pos for t in tokens[here:there]}
    return after is not None and after.pos in _VERBAL - {"gerund", "participle"} - kinds


def _with_apposition(tokens: Tokens, there: int, marks: list[int]) -> int:
    """The end of an aside, taken on to the next stop where what follows it has no verb."""
    after = tokens[there + 1 :]
    if any(t.pos in FINITE for t in after) or not after:
        return there
    opens = after[0].pos in {"conjunction", "preposition", "gerund", "to", "base", "relative"}
    return there if opens else next(m for m in marks if m > there)


def _end_of_aside(tokens: Tokens, here: int, marks: list[int]) -> int:
    """Where the stretch from the comma ``here`` ends; a relative clause has its verb inside."""
    relative = tokens[here + 1].pos == "relative" if here + 1 < len(tokens) else False
    for there in marks:
        if not relative or any(t.pos in FINITE for t in tokens[here + 1 : there]):
            return there
    return marks[-1]


def _conditional(tokens: Tokens) -> bool:
    return any(t.lower in CONDITIONS for t in tokens[:3])


def _subordinate(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the stretch hangs on what stands before it and is no item of a list."""
    first = tokens[start]
    list_follows = end + 1 < len(tokens) and tokens[end + 1].lower in {"and", "or"}
    if first.pos in {"gerund", "participle"} and _nominal_before(tokens, start - 1):
        return False
    if first.pos in {"gerund", "participle", "relative"} or first.lower in _SUBORDINATE:
        parallel = _head_before(tokens, start - 1)
        return not (list_follows and parallel == first.pos)
    short = end - start <= 12 and not any(t.pos in FINITE for t in tokens[start:end])
    noun = first.pos in {"determiner", "adverb", "name", "possessive"}
    alone = not list_follows and not _list_before(tokens, start - 1)
    return short and noun and alone and end < len(tokens)


def _nominal_before(tokens: Tokens, comma: int) -> bool:
    """Whether an item of a list without a verb ends at the comma, so that what follows is one too."""
    back = range(comma - 1, max(-1, comma - 7), -1)
    start = next((k for k in back if tokens[k].lower == ","), None)
    return start is not None and not any(t.pos in FINITE for t in tokens[start:comma])


def _head_before(tokens: Tokens, comma: int) -> str:
    i = comma - 1
    while i > 0 and tokens[i].lower not in _STOPS:
        i -= 1
    return tokens[min(i + 1, len(tokens) - 1)].pos


def _list_before(tokens: Tokens, comma: int) -> bool:
    after = lowers(tokens[comma + 1 : comma + 16])
    return "and" in after or "or" in after


def _leading(tokens: Tokens) -> Iterator[Unit]:
    """An adjunct before the subject ("in recent years, …")."""
    if (
        not tokens
        or _conditional(tokens)
        or tokens[0].lower in {"for", "according", "under", "with"}
    ):
        return
    first = tokens[0]
    adjunct = first.pos in {"preposition", "to", "adverb", "gerund", "participle", "relative"}
    for i in _separators(tokens)[:3]:
        following = tokens[i + 1 : i + 2]
        subject = following and following[0].pos in {
            "determiner", "name", "noun", "pronoun", "possessive", "adjective", "there", "number",
        }  # fmt: skip
        rest = any(t.pos in FINITE for t in tokens[i + 1 :])
        if not hanging(tokens[:i]):
            return
        if adjunct and subject and rest and tokens[i].lower == ",":
            yield Unit(0, i + 1, "leading")


def _tails(tokens: Tokens) -> Iterator[Unit]:
    start = main_verb(tokens) + 1
    marks = [m for m in _separators(tokens) if _closes_tail(tokens, m)] + [len(tokens)]
    for i in range(max(start, 2), len(tokens)):
        if not _opens_tail(tokens, i):
            continue
        end = next(m for m in marks if m >= i)
        ends = [j for j in range(i + 2, end) if _joins_verb(tokens, j, i, end)]
        relative = tokens[i].pos == "relative" or tokens[i].lower == "that"
        for stop in (end, *ends):
            stretch = tokens[i:stop]
            if relative and not any(t.pos in FINITE for t in stretch):
                continue
            if hanging(stretch):
                yield Unit(i, stop, "relative" if relative else "tail")


def _joins_verb(tokens: Tokens, j: int, i: int, end: int) -> bool:
    """Whether "and" at ``j`` joins a verb to one that stands before the adjunct at ``i``."""
    if tokens[j].lower not in _JOINTS or j + 1 >= end or tokens[j + 1].pos not in _VERBAL:
        return False
    kind = tokens[j + 1].pos
    before = any(t.pos == kind for t in tokens[max(0, i - 14) : i])
    return before and not any(t.pos == kind for t in tokens[i:j])


def _closes_tail(tokens: Tokens, m: int) -> bool:
    """Whether the stop ends an adjunct, not an item of a list inside it."""
    if tokens[m].lower != ",":
        return True
    following = tokens[m + 1] if m + 1 < len(tokens) else None
    if following is None or following.pos in {"relative", "gerund", "pronoun", "modal", "present",
                                              "past", "preposition"}:  # fmt: skip
        return True
    after = tokens[m + 2] if m + 2 < len(tokens) else None
    return following.lower in _JOINTS and after is not None and after.pos in _VERBAL


def _opens_tail(tokens: Tokens, i: int) -> bool:
    token, before = tokens[i], tokens[i - 1]
    idiom = any(len(p) > 1 and lowers(tokens[i : i + len(p)]) == p for p in TAILS)
    if token.lower in CONDITIONS or before.lower in {"from", "such", "so", "both"}:
        return False
    if (before.lower in NEEDY and not idiom) or _in_name(tokens, i):
        return False
    if (
        i > 1
        and tokens[i - 2].pos == "preposition"
        and before.pos == "noun"
        and token.lower != "to"
    ):
        return token.lower in {"which", "who", "because", "while", "including", "through"}
    if token.lower == "as" and "as" in lowers(tokens[max(0, i - 3) : i]):
        return False
    if token.pos == "to" or token.lower == "to":
        purpose = i + 1 < len(tokens) and tokens[i + 1].pos in {"base", "adverb"}
        if lowers(tokens[i + 1 : i + 2]) == ["be"] or "for" in lowers(tokens[max(0, i - 9) : i]):
            return False
        return purpose and before.pos in {"noun", "name", "adverb"}
    phrase = any(lowers(tokens[i : i + len(p)]) == p for p in TAILS)
    if token.lower == "with" and {t.lower for t in tokens[max(0, i - 9) : i]} & WITH_VERBS:
        return False
    if token.lower == "being" or (
        (token.pos == "relative" or token.lower == "that") and _indefinite(tokens, i)
    ):
        return False
    if token.pos in {"relative", "participle", "gerund"}:
        return before.pos in {"noun", "name", "number"}
    return phrase and before.pos in {"noun", "name", "number", "pronoun", "adverb"}


def _in_name(tokens: Tokens, i: int) -> bool:
    """Whether the word at ``i`` stands inside a name ("Convention on the Rights of the Child")."""
    after = [t for t in tokens[i + 1 : i + 3] if t.lower not in {"the", "all"}]
    return tokens[i - 1].word.text[:1].isupper() and bool(after) and after[0].word.text[:1].isupper()


def _indefinite(tokens: Tokens, i: int) -> bool:
    """Whether the noun before ``i`` needs what follows ("a resolution that …", "those who …")."""
    k = i - 1
    while k > 0 and tokens[k].pos in {"noun", "name", "adjective", "adverb", "number", "genitive"}:
        k -= 1
    definite = {"the", "this", "these", "that", "its", "their", "his", "her", "our", "my"}
    return tokens[k].lower not in definite


def _joined(tokens: Tokens) -> Iterator[Unit]:
    marks = [*_separators(tokens), len(tokens)]
    for j, token in enumerate(tokens):
        if token.lower not in {"and", "or"} or j < 2 or j + 1 >= len(tokens):
            continue
        if any(t.lower in {"between", "both", "either", "neither", "not", "no"}
               for t in tokens[max(0, j - 9) : j]):  # fmt: skip
            continue
        yield from _last_item(tokens, j, marks)
        yield from _first_verb(tokens, j)
    yield from _middle_items(tokens, marks)
    yield from _items_before_and(tokens, marks)


def _last_item(tokens: Tokens, j: int, marks: list[int]) -> Iterator[Unit]:
    end = next(m for m in marks if m > j and (m == len(tokens) or _closes_tail(tokens, m)))
    head = tokens[j + 1].pos
    start = j - 1 if tokens[j - 1].lower == "," else j
    if end < len(tokens) and head not in _VERBAL:
        return
    bare = _VERBAL | {"adjective", "preposition", "to", "determiner", "adverb"}
    if tokens[start - 1].pos in bare - {"gerund"}:
        return
    comma = next((m for m in reversed(marks) if m < start), None)
    if tokens[start - 1].pos == tokens[j + 1].pos == "name" and start == j:
        return
    if "number" in {tokens[j - 1].pos, tokens[j + 1].pos} or _shares(tokens, j):
        return
    listed = comma is not None and _lists(tokens, comma, start, head)
    if comma is not None and not listed and start == j and _may_list(tokens, comma, start):
        return
    yield Unit(start, end, "last", comma if listed else None)


def _may_list(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether what follows the comma could be an item that "and" goes on from."""
    kinds = {"base", "present", "noun", "name", "adjective", "determiner", "gerund", "possessive"}
    joined = any(t.lower in {"and", "or"} for t in tokens[comma:end])
    return not joined and tokens[comma + 1].pos in kinds


def _shares(tokens: Tokens, j: int) -> bool:
    """Whether both items have what follows the second ("the threat or use of force")."""
    after = lowers(tokens[j + 1 : j + 4])
    before = lowers(tokens[max(0, j - 4) : j])
    links = {"of", "to", "for", "in", "between", "against"}
    shared = next((w for w in after if w in links), "")
    return bool(shared) and shared not in before


def _lists(tokens: Tokens, comma: int, end: int, head: str) -> bool:
    """Whether the comma parts items of the list that goes on to ``end``."""
    item = tokens[comma + 1 : end]
    nominal = {"noun", "name", "adjective", "determiner", "gerund", "possessive", "number"}
    alike = bool(item) and (item[0].pos == head or {item[0].pos, head} <= nominal)
    return alike and not any(t.lower == "and" or t.pos in FINITE for t in item)


def _first_verb(tokens: Tokens, j: int) -> Iterator[Unit]:
    """ "should plan and carry out X" as "should carry out X"."""
    i = j - 1
    while i > 0 and tokens[i].lower not in _STOPS and tokens[i].pos not in {"modal", "to"}:
        i -= 1
    if tokens[i].pos in {"modal", "to"} and tokens[i + 1].pos == tokens[j + 1].pos == "base":
        yield Unit(i + 1, j + 1, "first")


def _middle_items(tokens: Tokens, marks: list[int]) -> Iterator[Unit]:
    for here, there in zip(marks, marks[1:], strict=False):
        if there >= len(tokens) or here + 1 >= there or tokens[here].lower != ",":
            continue
        follows = tokens[there + 1 : there + 2]
        joint = bool(follows) and follows[0].lower in {"and", "or"}
        head = tokens[here + 1].pos
        after = tokens[there + 2 : there + 3] if joint else follows
        parallel = bool(after) and after[0].pos == head
        if parallel and head not in {"preposition", "relative"} and there - here <= 14:
            yield Unit(here, there, "item")


def _items_before_and(tokens: Tokens, marks: list[int]) -> Iterator[Unit]:
    """The last item but one: ", fuel" of "trucks, fuel and maps"."""
    for comma in marks:
        if comma >= len(tokens) or tokens[comma].lower != ",":
            continue
        end = next((j for j in range(comma + 2, min(comma + 9, len(tokens) - 1))
                    if tokens[j].lower in {"and", "or"}), None)  # fmt: skip
        if end is not None and _lists(tokens, comma, end, tokens[end + 1].pos):
            yield Unit(comma, end, "item")


def _adverbs(tokens: Tokens) -> Iterator[Unit]:
    for i, token in enumerate(tokens):
        if token.lower in WEAK_ADVERBS and 0 < i < len(tokens) - 1:
            if tokens[i - 1].lower not in {"as", "so", "too", "how", ","} | PROTECTED:
                yield Unit(i, i + 1, "adverb")
