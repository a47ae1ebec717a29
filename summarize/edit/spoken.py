"""Report a clause whose subject is the speaker: "We call on all States" as "called on all States"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summarize.edit.frame import Frame
from summarize.edit.grammar import FINITE
from summarize.edit.inflect import base_of, gerund, past
from summarize.edit.lexicon import (
    EMOTIONS,
    PERFORMATIVE,
    SAYING,
    SPEECH,
)
from summarize.edit.need import needs
from summarize.edit.predicate import past_adverbs, verb_of
from summarize.edit.stated import stated
from summarize.edit.token import Token, Tokens, lowers, plain, starts
from summarize.edit.words import word_set


def spoken(subject: Tokens, predicate: Tokens) -> Iterator[Frame]:
    """Frames of a clause whose subject is the speaker."""
    lead, verb = verb_of(predicate)
    if verb is None:
        return
    found = _direct(subject, lead, predicate, verb)
    if found:
        yield found
        return
    predicate = predicate[past_adverbs(predicate, 0) :] or predicate
    first = predicate[0].lower if predicate else ""
    inclusive = subject[0].lower == "we"
    if inclusive and first in {"must", "should", "need", "have", "ought"}:
        yield from needs(predicate)
    if not (inclusive and first in {"must", "should", "cannot", "can", "could", "need", "ought"}):
        yield from stated(subject, predicate)


def _direct(subject: Tokens, lead: str, tokens: Tokens, verb: int) -> Frame | None:
    """Report "We call on all States to …" as "called on all States to …"."""
    token, rest = tokens[verb], tokens[verb + 1 :]
    base = base_of(token.lower)
    closing = base in _TURNS and lowers(rest[:1]) == ["by"]
    if lead in _BINDING and base not in _speech(subject, lead) and not closing:
        return None
    if lead == "would" and base in {"welcome", "appreciate", "support", "ask"}:
        return Frame((*plain("would"), token.become(base)), rest, "direct", True)
    if base == "make" and _made(rest):
        return Frame((token.become("made", "past"),), rest, "direct", True)
    inner = _joined_call(tokens, verb) if base == "join" or closing else None
    if inner or (base == "join" and lead):
        return inner
    if base in PERFORMATIVE and token.pos not in {"participle", "past", "gerund"}:
        manner = tuple(t for t in tokens[:verb] if t.lower in _STRONG)
        return _performed(base, manner, token, rest)
    if token.lower in {"are", "am", "is"} and not lead:
        return _calling(rest) or _emotion(rest)
    if lowers(tokens[verb : verb + 2]) in (["do", "not"], ["does", "not"], ["cannot", "accept"]):
        return _refusal(tokens, verb)
    return None


_TURNS = frozenset({"conclude", "begin", "end", "close", "finish", "start"})
_BINDING = frozenset(
    {"must", "have to", "can only", "would", "cannot but", "want to", "wish to", "would like to",
     "should like to"}
)  # fmt: skip
_NEEDS_WORD = {"look": "forward to", "take": "note", "continue": "to", "understand": "that"}
_THINKING = frozenset({"hope", "believe", "think", "feel", "trust", "say"})


def _speech(subject: Tokens, lead: str) -> frozenset[str]:
    """The verbs that "must" and its like turn into a report: fewer where "we" may be everyone."""
    return (
        SAYING if subject[0].lower == "we" and lead in {"must", "have to", "can only"} else SPEECH
    )


def _made(rest: Tokens) -> bool:
    """Whether what is made is a speech act ("make it clear that", "make an urgent appeal")."""
    clear = rest[0:1] and rest[0].lower == "it" and "clear" in lowers(rest[1:4])
    noun = next((t.lower for t in rest[:6] if t.pos == "noun"), "")
    return bool(clear) or (noun in {"call", "appeal", "plea", "proposal"} and not clear)


def _performed(base: str, manner: Tokens, token: Token, rest: Tokens) -> Frame | None:
    if base == "stand" or (base in _NEEDS_WORD and not starts(rest, _NEEDS_WORD[base])):
        return None
    if base == "regret" and lowers(rest[:1]) == ["to"]:
        rest = rest[_told_that(rest) :]
    if base == "point" and lowers(rest[:2]) == ["out", "that"]:
        rest = (replace(rest[0], fixed=True), replace(rest[1], fixed=True), *rest[2:])
    if rest[:1] and rest[0].lower in _STRONG and lowers(rest[1:2]) == ["that"]:
        manner, rest = (*manner, rest[0]), rest[1:]
    if lowers(rest[:2]) == ["and", "are"] and set(lowers(rest[2:3])) & EMOTIONS:
        rest = (rest[0], rest[1].become("was", "past"), *rest[2:])
        return Frame((*manner, token.become(past(base), "past")), rest, "direct", True)
    rest = _without_also(_past_aside(rest))
    if base in SAYING | {"state", "declare"} and lowers(rest[:2]) in (
        ["here", "that"],
        ["today", "that"],
        ["now", "that"],
    ):
        rest = rest[1:]
    if base in _THINKING:
        rest = _with_that(rest)
    if base == "assure" and lowers(rest[:2]) == ["you", "that"]:
        return Frame(plain("gave assurances"), rest[1:], "direct", True)
    if base == "see" and "as" not in lowers(rest[:14]):
        return None
    return Frame((*manner, token.become(past(base), "past")), rest, "direct", True)


def _without_also(rest: Tokens) -> Tokens:
    """What follows without "as well" near the verb, which points at what was said before."""
    letters = lowers(rest[:4])
    at = next((i for i in range(3) if letters[i : i + 2] == ["as", "well"]), -1)
    goes_on = lowers(rest[at + 2 : at + 3]) == ["as"]
    return rest if at < 0 or goes_on else (*rest[:at], *rest[at + 2 :])


def _past_aside(rest: Tokens) -> Tokens:
    """What follows without the aside right behind the verb that only likens ("reiterate, as we do each
    year, our …"); what limits ("once a ceasefire is in place", "as a last resort") stays.
    """
    if lowers(rest[:1]) != [","] or tuple(lowers(rest[1:3])) not in _LIKENING:
        return rest
    comma = next((i for i, t in enumerate(rest[1:_ASIDE], 1) if t.lower == ","), 0)
    return rest[comma + 1 :] if comma and rest[comma + 1 :] else rest


_LIKENING = {
    ("as", "we"), ("as", "i"), ("as", "others"), ("as", "always"), ("as", "before"), ("as", "ever"),
    ("like", "others"), ("like", "other"), ("like", "many"), ("like", "all"), ("once", "again"), ("yet", "again"),
}  # fmt: skip
_ASIDE = 14
"""Words of an aside."""


def _told_that(rest: Tokens) -> int:
    """The place of "that" in "to say that …", "to inform you that …"; 0 where nothing is told."""
    if base_of(rest[1].lower if len(rest) > 1 else "") not in {
        *TELLING,
        "learn",
        "see",
        "hear",
        "add",
    }:
        return 0
    that = next((k for k in (2, 3) if lowers(rest[k : k + 1]) == ["that"]), 0)
    told = that == 2 or lowers(rest[2:3]) == ["you"]
    return that if that and told and rest[that].pos != "determiner" else 0


_BY_GERUND = {gerund(base): base for base in PERFORMATIVE}


def _joined_call(tokens: Tokens, verb: int) -> Frame | None:
    """Report "We join others in calling for …" as "called for …", "conclude by saying" as "said"."""
    for i in range(verb + 1, min(verb + 30, len(tokens) - 1)):
        base = _BY_GERUND.get(tokens[i + 1].lower)
        if tokens[i].lower in {"in", "by"} and base:
            said = tokens[i + 1].become(past(base), "past")
            return Frame((said,), tokens[i + 2 :], "direct", True)
    return None


def _with_that(rest: Tokens) -> Tokens:
    """Write "hope the talks will" as "hope that the talks will"."""
    if lowers(rest[:1]) == [","] and "that" in lowers(rest[1:6]):
        rest = rest[lowers(rest).index("that") :]
    if rest and rest[0].lower in {"that", "to", "in", "for", "so", "it"}:
        return rest
    stop = next((i for i, t in enumerate(rest) if t.is_mark or t.pos == "relative"), len(rest))
    within = rest[: min(14, stop)] if rest and rest[0].pos == "determiner" else rest[:14]
    verb = next((i for i, t in enumerate(within) if t.pos in FINITE | {"to"}), None)
    finite = verb is not None and rest[verb].pos in FINITE
    return (*plain("that"), *rest) if finite else rest


TELLING = {"announce": "announced", "inform": "informed", "report": "reported",
            "note": "noted", "say": "said", "tell": "said", "state": "stated"}  # fmt: skip


def _told(rest: Tokens) -> Frame | None:
    """Report "proud to tell you that …" as "said that …", "pleased to announce" as "announced"."""
    verb = TELLING.get(rest[1].lower) if lowers(rest[:1]) == ["to"] and len(rest) > 3 else None
    if verb is None:
        return None
    if "that" in lowers(rest[2:5]) and (verb != "informed" or rest[2].lower in {"you", "that"}):
        that = lowers(rest).index("that")
        return Frame(plain("said that" if verb == "informed" else f"{verb} that"),
                     rest[that + 1 :], "that", True)  # fmt: skip
    return Frame((rest[1].become(verb, "past"),), rest[2:], "direct", True)


_STANCES = ("in favour of", "of the view that", "of the opinion that", "of the belief that",
            "in agreement with", "in full agreement with")  # fmt: skip


def _calling(rest: Tokens) -> Frame | None:
    """Report "we are calling on" as "called on"."""
    i = past_adverbs(rest, 0)
    base = _BY_GERUND.get(rest[i].lower) if i < len(rest) else None
    if base is None or base in {"look", "take", "stand", "continue", "say", "add", "count"}:
        return None
    return Frame((rest[i].become(past(base), "past"),), rest[i + 1 :], "direct", True)


def _emotion(rest: Tokens) -> Frame | None:
    i = past_adverbs(rest, 0)
    if any(starts(rest[i:], phrase) for phrase in _STANCES):
        return Frame(plain("was"), rest[i:], "direct", True)
    if i < len(rest) and rest[i].lower in EMOTIONS:
        if telling := _told(rest[i + 1 :]):
            return telling
        manner = tuple(t for t in rest[:i] if t.lower in _STRONG | _DEGREES)
        return Frame((*plain("was"), *manner, rest[i]), rest[i + 1 :], "direct", True)
    return None


def _refusal(tokens: Tokens, verb: int) -> Frame | None:
    i = past_adverbs(tokens, verb + 2)
    if i < len(tokens) and base_of(tokens[i].lower) in PERFORMATIVE:
        return Frame((*plain("did not"), tokens[i]), tokens[i + 1 :], "direct", True)
    return None


_DEGREES = word_set("very gravely seriously extremely profoundly especially increasingly most so")
_STRONG = word_set(
    "strongly deeply firmly fully categorically unequivocally wholeheartedly warmly highly "
    "sincerely vigorously utterly resolutely unreservedly greatly particularly urgently"
)
