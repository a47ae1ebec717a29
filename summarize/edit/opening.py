"""Cut a sentence into the parts that can be reported alone, and free them of their openers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summarize.edit.grammar import FINITE, hanging, main_verb
from summarize.edit.lexicon import COMMA_OPENERS, HALVING, HELD, OPENERS, SPEAKERS
from summarize.edit.token import Tokens, lowers, size, starts
from summarize.edit.words import word_set

_ENDS = frozenset({".", "!", "?", ";"})
_QUOTES = frozenset('"“”«»')

_OPENERS_BY_HEAD = {head: [p for p in OPENERS if p[0] == head] for head in {p[0] for p in OPENERS}}


def parts(tokens: Tokens, names: tuple[str, ...]) -> list[Tokens]:
    """The sentences in ``tokens``: cut at full stops and semicolons, and where a new clause with
    the speaker as its subject follows "and" or "but". Each part has a finite verb of its own.

    ``names`` are the speaker's own names, in lower case.
    """
    cut: list[Tokens] = []
    start = 0
    for i, skip in _cuts(tokens, names):
        left, right = tokens[start:i], tokens[i + skip :]
        if _whole(left) and _whole(right):
            cut.append(tokens[start : i + 1] if tokens[i].lower == "?" else left)
            start = i + skip
    return [part for part in (*cut, tokens[start:]) if size(part)]


def _cuts(tokens: Tokens, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where a part may end, and how many tokens stand between it and the next."""
    quoted = listing = others = False
    for i, token in enumerate(tokens[:-1]):
        quoted ^= token.word.text in _QUOTES
        listing |= token.lower == ":"
        others |= listing and token.lower == "we"
        following = tokens[i + 1]
        if quoted or (
            token.lower == ";" and (listing or "if" in lowers(tokens[max(0, i - 40) : i]))
        ):
            continue
        if token.lower in _ENDS and (token.lower == ";" or following.word.text[:1].isupper()):
            yield i, 1
        elif token.lower == "." and following.pos == "number" and _capital(tokens[i + 2 : i + 3]):
            yield i, 2  # the number of a page or a paragraph
        elif (
            token.lower in {"and", "but"}
            and not others  # "she wants women heard: we have a voice, and we must be listened to"
            and not _half(tokens[:i])
            and lowers(tokens[:1]) not in (["if"], ["unless"])
            and not (i and tokens[i - 1].pos == following.pos == "name")
            and (speaker(tokens[i + 1 :], names) or _hopes(tokens[i + 1 :]))
        ):
            comma = i > 0 and tokens[i - 1].lower == ","
            yield (i - 1, 2) if comma else (i, 1)


def _half(tokens: Tokens) -> bool:
    """Whether "not only" or "not just" waits for its other half."""
    letters = lowers(tokens)
    return any(a == "not" and b in HALVING for a, b in pairwise(letters))


def _hopes(tokens: Tokens) -> bool:
    """Whether "it is our sincere hope that" follows, which the speaker says of itself."""
    letters = lowers(tokens[:7])
    own = letters[:2] == ["it", "is"] and letters[2:3] in (["our"], ["my"])
    return own and "that" in letters and letters[letters.index("that") - 1] in HELD


def _capital(tokens: Tokens) -> bool:
    return bool(tokens) and tokens[0].word.text[:1].isupper()


def _whole(tokens: Tokens) -> bool:
    return size(tokens) >= 4 and main_verb(tokens) > 0


def speaker(tokens: Tokens, names: tuple[str, ...]) -> int:
    """How many tokens at the start name the speaker ("we", "my delegation", the State), or 0."""
    for name in (*SPEAKERS, *names):
        if starts(tokens, name):
            length = len(name.split())
            following = tokens[length].lower if length < len(tokens) else ""
            return 0 if following in {"'s", "'", "and", "or"} else length
    return 0


def freed(tokens: Tokens) -> Tokens:
    """The tokens without discourse markers, vocatives and numbering at their start."""
    while tokens:
        shorter = _once(tokens)
        if len(shorter) == len(tokens):
            return tokens
        tokens = trimmed(shorter)
    return tokens


_REMARKING = word_set(
    "note notice mention recall stress emphasize emphasise underline underscore say add point remark "
    "observe acknowledge recognize state"
)


def _remark(tokens: Tokens) -> int:
    """How many tokens "it is pertinent also to point out that" takes at the start, or 0."""
    letters = lowers(tokens[:12])
    pointed = letters[:1] in (["the"], ["my"], ["our"]) and letters[1:2] and letters[1] in _ORDINALS
    pointed = pointed and letters[2:3] in (["point"], ["issue"]) and letters[3:5] == ["is", "that"]
    if pointed and letters[5:6] != ["of"] and main_verb(tokens[5:]) > 0:
        return 5
    if letters[:3] == ["suffice", "it", "to"]:
        return 5 if letters[4:5] == ["that"] else 4
    if letters[:3] == ["it", "is", "for"] and letters[4:5] in (["reason"], ["reasons"]):
        return letters.index("that", 4) + 1 if "that" in letters[4:] else 0
    if letters[:2] not in (["it", "is"], ["it", "was"]) or "to" not in letters[:6]:
        return 0
    to = letters.index("to")
    held = letters[to + 1 : to + 2] and letters[to + 1] in _REMARKING
    that = letters.index("that") if "that" in letters else 0
    return that + 1 if held and to < that <= to + 3 else 0


_ORDINALS = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last finally lastly "
    "firstly secondly thirdly"
)


def _once(tokens: Tokens) -> Tokens:
    first = tokens[0]
    if used := _remark(tokens):
        return tokens[used:]
    if first.word.text == "(" and ")" in lowers(tokens[:12]):
        return tokens[lowers(tokens[:12]).index(")") + 1 :]
    if first.pos == "number" and len(tokens) > 1 and tokens[1].lower in {".", ")", ","}:
        return tokens[2:]
    if first.lower in _ORDINALS and lowers(tokens[1:2]) == ["and"] and "," in lowers(tokens[2:5]):
        return tokens[lowers(tokens[:5]).index(",") + 1 :]  # "fourth and finally,"
    for phrase in _OPENERS_BY_HEAD.get(first.lower, ()):
        used = _matched(phrase, tokens)
        if phrase == ["however"] and tokens[1:2] and tokens[1].pos in {"adjective", "adverb"}:
            used = 0  # "however remote it may seem"
        if _goes_on(phrase, lowers(tokens[used : used + 1])):
            used = 0  # "as a result of the floods", "so far"
        if phrase[-1] == "addition" and lowers(tokens[used : used + 1]) == ["to"]:
            used = 0
        if used and len(tokens) > used:
            return _one_why(tokens[used:]) if phrase[-1] == "why" else tokens[used:]
    if used := _pointing_back(tokens):
        return tokens[used:]
    if first.lower == "for" and _tells(tokens[1:]):
        return tokens[1:]
    if first.lower in _ORDINALS - {"last"} and lowers(tokens[1:2]) == ["there"]:
        return tokens[1:]
    if label := _label(tokens):
        return tokens[label:]
    for phrase in COMMA_OPENERS:
        n = len(phrase)
        if lowers(tokens[:n]) == phrase and len(tokens) > n and tokens[n].lower in {",", ":", "—"}:
            return tokens[n + 1 :]
    return tokens


def _goes_on(phrase: list[str], following: list[str]) -> bool:
    """Whether what follows belongs to the opening ("as a result of", "so far")."""
    if phrase in (["so"], ["thus"]):
        return following in (["far"], ["long"])
    return len(phrase) > 1 and following == ["of"]


def _tells(tokens: Tokens) -> bool:
    """Whether a subject and its verb follow at once ("For Africa can only exist if …")."""
    verb = next((i for i, t in enumerate(tokens[:6]) if t.pos in FINITE or t.is_mark), 0)
    return verb > 0 and tokens[verb].pos == "modal"


def _label(tokens: Tokens) -> int:
    """How many tokens the label of an item takes ("Technology:", "A word of caution:", "Mr. Marsh (Elbonia)
    (spoke in French):"), or 0.
    """
    if tokens[0].lower.rstrip(".") in _TITLES:
        colon = next((i for i, t in enumerate(tokens[:_SPEAKER]) if t.lower == ":"), 0)
        return colon + 1 if colon and "(" in lowers(tokens[:colon]) else 0
    colon = next((i for i, t in enumerate(tokens[:_LABEL]) if t.lower == ":"), 0)
    kinds = FINITE | {"base", "to", "name", "number", "preposition"}
    told = any(t.pos in kinds or t.is_mark or t.lower in _LIMITS for t in tokens[:colon])
    return colon + 1 if colon and not told and main_verb(tokens[colon + 1 :]) > 0 else 0


_LIMITS = word_set("exception condition myth fiction claim false wrong proviso caveat")
_LABEL, _SPEAKER = 6, 18
_TITLES = word_set("mr mrs ms miss dame sir lord archbishop")
_LINKS = word_set(
    "regard end ends context respect connection light spirit vein purpose purposes effect note view "
    "problem problems challenge challenges objective objectives goal goals aim aims background "
    "matter issue recognition vision"
)
_LINKING = word_set("in to with for on against mindful recognizing considering having")


def _pointing_back(tokens: Tokens) -> int:
    """How many tokens a link to the sentence before takes ("In recognition of that problem, …",
    "To achieve those ends we …"), or 0. What limits the sentence is no link ("In those countries").
    """
    if tokens[0].lower not in _LINKING:
        return 0
    for i, token in enumerate(tokens[1:9], 1):
        if token.is_mark or token.pos in FINITE:
            return 0
        if tokens[i - 1].lower in {"that", "those", "this", "these"} and token.lower in _LINKS:
            following = lowers(tokens[i + 1 : i + 2])
            if following == [","]:
                return i + 2
            return i + 1 if following in (["we"], ["i"]) else 0
    return 0


def _one_why(tokens: Tokens) -> Tokens:
    """What stands behind "that is why", with "and why" as "and"."""
    return tuple(
        token
        for i, token in enumerate(tokens)
        if not (token.lower == "why" and i and tokens[i - 1].lower in {"and", ","})
    )


def _matched(phrase: list[str], tokens: Tokens) -> int:
    """How many tokens the phrase takes at the start, "also" and its like passed over, or 0."""
    i = 0
    for n, word in enumerate(phrase):
        while (
            n
            and i < len(tokens)
            and tokens[i].lower in {"also", "therefore", "thus", "again", "here", ",", "however"}
        ):
            i += 1
        if i >= len(tokens) or tokens[i].lower != word:
            return 0
        i += 1
    return i


def trimmed(tokens: Tokens) -> Tokens:
    """The tokens without marks at either end (a closing bracket or quotation mark stays)."""
    start, end = 0, len(tokens)
    while start < end and tokens[start].is_mark and tokens[start].word.text not in "(“\"‘'":
        start += 1
    while end > start and tokens[end - 1].is_mark and tokens[end - 1].word.text not in ")”\"’'%":
        end -= 1
    if end - start > 4 and tokens[end - 1].pos == "number" and tokens[end - 2].lower == ".":
        return trimmed(tokens[start : end - 1])  # the number of a page
    return tokens[start:end]


def front(tokens: Tokens, names: tuple[str, ...]) -> int:
    """How many tokens stand before a speaker who follows a comma ("In Africa, we call on …")."""
    for i, token in enumerate(tokens[:60]):
        if token.lower in {",", "—"} and speaker(tokens[i + 1 :], names):
            turning = tokens[0].lower == "turning"
            return i + 1 if turning or hanging(tokens[:i]) or _subordinate(tokens[:i]) else 0
    return 0


def _subordinate(tokens: Tokens) -> bool:
    """Whether the stretch is one clause under "as" or "while" ("As we approach …, we must …")."""
    stops = {";", ":"}
    return bool(tokens) and tokens[0].lower in _OPENING and not stops & set(lowers(tokens))


_OPENING = frozenset({"as", "while", "when", "although", "though", "whereas", "because"})


def is_question(tokens: Tokens) -> bool:
    """Whether the tokens ask: they end in a question mark."""
    return bool(tokens) and any(t.word.text == "?" for t in tokens[-2:])
