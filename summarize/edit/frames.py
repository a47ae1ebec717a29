"""Turn the main clause of a sentence into reported speech: the opening and what follows it.

The sentence's own subject and verb decide which openings are admissible, so the reporting verb is
never stronger or weaker than the source (house style, rule 2). A sentence for which no rule holds
is reported whole after "said that".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from summarize.edit.announcement import announces
from summarize.edit.formula import unwrapped
from summarize.edit.frame import Frame
from summarize.edit.grammar import FINITE, is_subordinate, main_verb, opens_where
from summarize.edit.inflect import base_of, past
from summarize.edit.lexicon import (
    COMMON_FIRST,
    DETERMINERS,
    EMOTIONS,
    HELD,
    PERFORMATIVE,
    PREPOSITIONS,
    SAYING,
)
from summarize.edit.need import by_gerund
from summarize.edit.opening import freed, front, is_question, speaker, trimmed
from summarize.edit.predicate import past_adverbs, verb_of
from summarize.edit.setting import setting
from summarize.edit.spoken import TELLING, spoken
from summarize.edit.token import Tokens, lowers, plain, render, starts
from summarize.edit.words import word_set


def frames(part: Tokens, names: tuple[str, ...]) -> Iterator[Frame]:
    """The admissible reports of one part of a sentence, the most fitting first."""
    tokens = _unframed(freed(_purposed(freed(trimmed(part)))), names)
    if starts(tokens, "that is ,"):
        return  # it explains the sentence before
    if starts(tokens, "let us all"):
        tokens = (*tokens[:2], *tokens[3:])
    if tokens and past_adverbs(tokens, 2) >= len(tokens) and starts(tokens, "let us"):
        return
    if not tokens or is_question(part) or announces(tokens) or _MISREAD.match(render(tokens[:1])):
        return
    if tokens[0].pos == "past" and tokens[1:2] and tokens[1].pos in {"noun", "adjective"}:
        tokens = (tokens[0].become(tokens[0].word.text, "adjective"), *tokens[1:])
    if formula := unwrapped(tokens):
        yield from spoken(*formula)
        return
    start = front(tokens, names)
    head, rest = tokens[:start], freed(tokens[start:])
    length = speaker(rest, names) if rest else 0
    if length:
        if not _conditional(head):
            stretch, others = setting(head, names), _among_others(head)
            for frame in spoken(rest[:length], _aside(rest[length:])):
                if not (others and frame.named):
                    yield replace(frame, setting=_lowered(stretch) if stretch else ())
        return
    if verb := _prompted(tokens):
        yield from spoken(tokens[2:3], tokens[verb:])
    elif starts(part, "hence the need for") or starts(part, "hence the need to"):
        yield Frame(plain("pointed to"), trimmed(part)[1:], "direct", weight=0.9)
    elif starts(tokens, "let us not forget that"):
        yield Frame(plain("recalled"), tokens[4:], "direct", weight=0.9)
    elif starts(tokens, "let us") and base_of(tokens[past_adverbs(tokens, 2)].lower) in SAYING:
        verb = past_adverbs(tokens, 2)
        yield Frame(
            (tokens[verb].become(past(tokens[verb].lower), "past"),), tokens[verb + 1 :], "direct"
        )
    elif starts(tokens, "let us"):
        skip = 3 if lowers(tokens[2:3]) in (["all"], ["now"]) else 2
        yield from by_gerund("called for", tokens[skip:], 0.9)
    elif found := _held(tokens):
        yield found
    elif starts(tokens, "let me") or starts(tokens, "allow me to"):
        skip = 2 if tokens[0].lower == "let" else 3
        yield from spoken(tokens[1:2], tokens[skip:])
    elif main_verb(tokens) >= 0 and tokens[0].pos not in {"base", "present", "modal"}:
        if tokens[0].lower in {"nor", "neither"}:
            return
        if tokens[0].lower == "as" and not _after_as(tokens):
            return
        if is_subordinate(tokens) or _commands(tokens):
            return
        if tokens[0].lower == "by" and "," not in lowers(tokens[: main_verb(tokens)]):
            return  # no subject: "by helping those in need", which the tagger takes for a verb
        yield Frame(plain("said that"), _lowered(tokens), "that")


def _among_others(head: Tokens) -> bool:
    """Whether "we" are more than the speaker's side ("As Member States, we …")."""
    role = takewhile(lambda t: t.pos not in {"preposition", "to"}, head[1:5])
    clause = any(t.pos in FINITE for t in head)
    return lowers(head[:1]) == ["as"] and not clause and any(t.lower in _MANY for t in role)


_MANY = word_set(
    "states nations members countries leaders parties peoples governments humans people"
)
_PROMPTING = word_set("prompts prompt leads lead compels obliges brings encourages allows moves")


def _prompted(tokens: Tokens) -> int:
    """The place of the speaker's own verb in "This prompts us again to call on …", or 0."""
    letters = lowers(tokens[:7])
    if not letters or letters[0] not in {"this", "that", "it", "which", "all"}:
        return 0
    if letters[1:2] and letters[1] in _PROMPTING and letters[2:3] in (["us"], ["me"]):
        to = letters.index("to") if "to" in letters else 0
        spoken_ = to + 1 < len(tokens) and base_of(tokens[to + 1].lower) in PERFORMATIVE
        return to + 1 if to and spoken_ else 0
    return 0


def _unframed(tokens: Tokens, names: tuple[str, ...]) -> Tokens:
    """The tokens behind "I would like to tell the Assembly that", where the speaker's side goes on
    to speak of itself ("… that, as a member, we call for …").
    """
    length = speaker(tokens, names) or (2 if starts(tokens, "let me") else 0)
    _, verb = verb_of(_glad(tokens[length:])) if length else ("", None)
    if verb is None or "that" not in lowers(tokens[:20]):
        return tokens
    behind = tokens[lowers(tokens[:20]).index("that") + 1 :]
    told = _glad(tokens[length:])[verb].lower in TELLING
    inner = freed(trimmed(behind))
    return inner if told and speaker(inner[front(inner, names) :], names) else tokens


def _glad(predicate: Tokens) -> Tokens:
    """The predicate behind "am happy to"."""
    letters = lowers(predicate[:6])
    glad = letters[:1] in (["am"], ["are"]) and "to" in letters and set(letters) & EMOTIONS
    return predicate[letters.index("to") + 1 :] if glad else predicate


def _held(tokens: Tokens) -> Frame | None:
    """Report "It is our sincere hope that …" as "expressed the hope that …"."""
    letters = lowers(tokens[:9])
    if letters[:2] not in (["it", "is"], ["it", "was"]) or "that" not in letters:
        return None
    that = letters.index("that")
    noun = HELD.get(letters[that - 1])
    if noun is None or not {"our", "my"} & set(letters[2 : that - 1]):
        return None
    return Frame(plain(f"expressed the {noun} that"), tokens[that + 1 :], "that", weight=0.95)


_MISREAD = re.compile(r"^[LI1l](?:also|am|would|have|thank|wish|welcome|commend|call|urge)$")
"""A pronoun that scanning has joined to the next word."""


def _purposed(tokens: Tokens) -> Tokens:
    """The tokens without "If we are to succeed, …", which limits nothing of what follows."""
    if lowers(tokens[:2]) != ["if", "we"]:
        return tokens
    i = past_adverbs(tokens, 2)
    comma = next((k for k, t in enumerate(tokens[:30]) if t.lower == ","), 0)
    aims = lowers(tokens[i : i + 2]) in (["are", "to"], ["are", "serious"], ["want", "to"],
                                         ["wish", "to"], ["hope", "to"])  # fmt: skip
    listed = lowers(tokens[comma + 1 : comma + 2]) in (["and"], ["or"])
    return tokens[comma + 1 :] if aims and comma and not listed else tokens


def _commands(tokens: Tokens) -> bool:
    """Whether an item of a list opens with its verb ("unswervingly safeguard the order")."""
    start = past_adverbs(tokens, 0)
    plain_verb = 0 < start < len(tokens) and tokens[start].pos == "base"
    stopped = any(t.is_mark for t in tokens[: start + 2])
    return plain_verb and not stopped and main_verb(tokens[start + 1 :]) <= 0


def _after_as(tokens: Tokens) -> bool:
    """Whether a main clause of its own follows "As the envoy said, …"."""
    comma = next((i for i, t in enumerate(tokens) if t.lower == ","), 0)
    quoted = any(t.word.text in {'"', "“", "”"} for t in tokens)
    return 0 < comma < 16 and main_verb(tokens[comma + 1 :]) > 0 and not quoted


def _conditional(head: Tokens) -> bool:
    return opens_where(head) or any(
        t.lower in {"if", "unless", "until", "without", "except", "once", "when", "only"}
        for t in head
    )


def _aside(tokens: Tokens) -> Tokens:
    """The predicate without an apposition to its subject (", like others, …", "in Elbonia")."""
    if len(tokens) > 2 and tokens[0].lower == "in" and tokens[1].pos == "name":
        end = next((i for i, t in enumerate(tokens[1:6], 1) if t.pos != "name"), 0)
        return tokens[end:] if end else tokens
    if tokens and tokens[0].lower in {",", "—", "("}:
        for i, token in enumerate(tokens[1:40], 1):
            if token.lower not in {",", "—", ")"}:
                continue
            if i < 18 or any(t.pos in FINITE for t in tokens[i + 1 : i + 3]):
                return tokens[i + 1 :]
    return tokens


_PEOPLES = re.compile(
    r"(?:ians?|eans?|icans?|ese|ish|aelis?|aqis?|anis?)$|"
    r"^(?:Somalis?|Nepalis?|Bengalis?|Germans?|French|Dutch|Swiss|Greeks?|Czechs?|Slovaks?|Arabs?|Thais?|Afghans?|Turks?|"
    r"Uzbeks?|Kazakhs?|Filipinos?|Croats?|Serbs?|Kurds?|Jews?|Jewish|Muslims?|Christians?)$"
)
_COMMON_ENDING = re.compile(
    r"^[A-Z][a-z]{2,}(?:ive|ous|ful|able|ible|ical|ional|ental|inal|ural|ocial|oral|obal|egal|ment|less|tion|ness|ity|ance|ence|ism|ship)$"
)
_BODIES = frozenset({"Convention", "Organization", "Constitution", "Federation", "Declaration"})


_DEICTIC = word_set("today yesterday tomorrow here now then")


def _lowered(tokens: Tokens) -> Tokens:
    """The tokens with a small first letter, unless the first is a name or an acronym."""
    first = tokens[0]
    letters = first.word.text
    titled = tokens[1:2] and tokens[1].word.text[:1].isupper()  # "Security Council"
    closed = letters.lower() in DETERMINERS | PREPOSITIONS | _DEICTIC or (
        letters.lower() in COMMON_FIRST and not titled
    )
    people = first.pos == "name" or _PEOPLES.search(letters) is not None
    keeps = (people and not closed) or letters[1:] != letters[1:].lower() or letters == "I"
    term = first.pos == "noun" and not closed and tokens[1:2] and tokens[1].word.text[:1].isupper()
    following = tokens[1].word.text[:1] if tokens[1:2] else ""
    if _COMMON_ENDING.search(letters) and following.islower() and letters not in _BODIES:
        keeps = False
    if keeps or term or not letters[:1].isupper():
        return tokens
    return (first.become(letters[:1].lower() + letters[1:]), *tokens[1:])
