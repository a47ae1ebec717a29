"""Report what everyone must or should do: "We must act" as "insisted on the need to act"."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.edit.frame import Frame
from summarize.edit.inflect import base_of, gerund
from summarize.edit.predicate import past_adverbs
from summarize.edit.token import Tokens, lowers, plain
from summarize.edit.words import word_set

_NEED = {
    "must": "insisted on the need to", "have": "stressed the need to",
    "need": "stressed the need to",
    "should": "called for", "ought": "called for",
}  # fmt: skip


def needs(tokens: Tokens) -> Iterator[Frame]:
    """Report "We must act" as "insisted on the need to act": no actor is invented."""
    modal = tokens[0].lower
    i = 1
    if modal in {"need", "have", "ought"}:
        i = past_adverbs(tokens, 1)
        if lowers(tokens[i : i + 1]) != ["to"]:
            yield from _need_for(tokens)
            return
        i += 1
    i = past_adverbs(tokens, i)
    if lowers(tokens[i : i + 1]) == ["all"] and modal in _NEED:
        verb = past_adverbs(tokens, i + 1)
        if verb < len(tokens) and tokens[verb].pos == "base" and tokens[verb].lower != "be":
            opening = plain(_NEED[modal].removesuffix(" to").removesuffix(" for") + " for all to")
            yield Frame(opening, tokens[verb:], "need", weight=0.9)
        return
    if lowers(tokens[i : i + 1]) == ["have"] and _pos(tokens, i + 1) == "participle":
        return  # "we should have acted" judges what was
    aware = lowers(tokens[i : i + 1]) == ["be"] and _adjective_after(tokens, i)
    barred = {"not", "never", "n't"} if aware else {"not", "never", "n't", "be"}
    if modal not in _NEED or i >= len(tokens) or tokens[i].lower in barred:
        if modal in {"must", "should"} and lowers(tokens[i : i + 1]) in (["not"], ["never"]):
            yield from _warned(tokens[i + 1 :], modal)
        return
    if tokens[i].is_mark or tokens[i].pos in {"preposition", "to"}:
        return
    if modal in {"should", "ought"}:
        yield from by_gerund("called for", tokens[i:], 0.9)
    else:
        opening = plain(_NEED[modal])
        yield Frame(opening, tokens[i:], "need", weight=0.95)


def _warned(tokens: Tokens, modal: str) -> Iterator[Frame]:
    """Report "must not repeat" as "warned against repeating"; to omit ("must not forget") is no danger,
    and "must not merely" asks for more.
    """
    verb = past_adverbs(tokens, 0)
    if lowers(tokens[:1]) and tokens[0].lower in _MERELY:
        return
    if verb >= len(tokens) or base_of(tokens[verb].lower) not in _OMITTING:
        yield from by_gerund("warned against", tokens, 0.85)
    elif modal == "must":
        yield Frame(plain("stressed the need not to"), tokens[verb:], "need", weight=0.85)


_MERELY = word_set("only merely just simply solely")
_OMITTING = word_set("forget ignore overlook neglect lose underestimate lag fail spare relent")


def _pos(tokens: Tokens, i: int) -> str:
    return tokens[i].pos if i < len(tokens) else ""


def _adjective_after(tokens: Tokens, i: int) -> bool:
    """Whether "be" at ``i`` has an adjective ("be aware that"), not a participle ("be judged")."""
    k = past_adverbs(tokens, i + 1)
    return k + 1 < len(tokens) and tokens[k].pos == "adjective"


def _need_for(tokens: Tokens) -> Iterator[Frame]:
    if (
        tokens[0].lower == "need"
        and len(tokens) > 3
        and tokens[1].pos not in {"adverb", "base", "present"}
    ):
        yield Frame(plain("stressed the need for"), tokens[1:], "direct", weight=0.9)


def by_gerund(opening: str, tokens: Tokens, weight: float) -> Iterator[Frame]:
    """Report with "called for" and the verb, and those joined to it, in -ing."""
    i = past_adverbs(tokens, 0)
    verb = tokens[i : i + 1]
    if not verb or verb[0].is_mark or verb[0].lower in _VAGUE:
        return
    body = list(tokens[i:])
    for k in joined(tuple(body)):
        body[k] = body[k].become(gerund(base_of(body[k].lower)), "gerund")
    yield Frame(plain(opening), tuple(body), "need", weight=weight)


_VAGUE = word_set("not never be us begin start remember ask see")
"""What gives no call ("called for beginning with thanks")."""
_VERBS = word_set(
    "move act continue ensure strengthen promote take make build abide adhere work comply cooperate "
    "focus address support respect uphold endeavour increase refrain advance rise implement protect defend "
    "provide improve create develop end fight foster seek share safeguard enhance deepen expand reform"
)
"""Plain verbs that the tagger may take for nouns, as it may any before an article ("and place the")."""


_OBJECTS = frozenset(
    {"determiner", "possessive", "adjective", "noun", "name", "pronoun", "adverb", "gerund"}
)


def joined(tokens: Tokens) -> list[int]:
    """The places of the plain verbs on one level with the first token: the first, and each that
    follows a comma or a conjunction directly (adverbs apart), outside infinitives of their own.
    """
    found = [0]
    infinitive = False
    for i in range(1, len(tokens)):
        token, before = tokens[i], tokens[i - 1]
        if token.lower == "to" and i + 1 < len(tokens) and tokens[i + 1].pos in {"base", "adverb"}:
            infinitive = True
        k = i - 1
        while k > 0 and tokens[k].pos == "adverb":
            k -= 1
        opens = tokens[k].lower in {",", "and", "or", "but"} and before.pos != "to"
        object_ = _pos(tokens, i + 1) in _OBJECTS or lowers(tokens[i + 1 : i + 2]) == ["above"]
        listed = token.lower in _VERBS and (object_ or token.pos == "base")
        taken = listed or _pos(tokens, i + 1) in {"determiner", "possessive"}
        verb = token.pos == "base" or (taken and token.pos in {"noun", "present"})
        if verb and opens and not infinitive:
            found.append(i)
        if token.lower == "," and infinitive:
            infinitive = False
    return found
