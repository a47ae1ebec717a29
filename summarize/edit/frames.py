"""Turn the main clause of a sentence into reported speech: the opening and what follows it.

The sentence's own subject and verb decide which openings are admissible, so the reporting verb is
never stronger or weaker than the source (house style, rule 2). A sentence for which no rule holds
is reported whole after "said that".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summarize.edit.grammar import FINITE, main_verb
from summarize.edit.inflect import base_of, gerund, is_past, participle, past
from summarize.edit.lexicon import (
    COMMON_FIRST,
    DETERMINERS,
    EMOTIONS,
    LEADS,
    PERFORMATIVE,
    PREPOSITIONS,
    SAYING,
    SPEECH,
    STATE_ACTS,
    STATE_NOUNS,
)
from summarize.edit.opening import freed, front, is_question, speaker, trimmed
from summarize.edit.token import Token, Tokens, lowers, plain, render, starts
from summarize.edit.words import word_set

Style = Literal["direct", "that", "need"]


@dataclass(frozen=True)
class Frame:
    """A reported clause before it is shortened.

    ``opening`` is what reports ("said that", "called on"); ``body`` is the rest of the source's
    words. ``exclusive`` says that "we" means the speaker's side. ``named`` says that the body's
    subject is the speaker, to be written out
    (``person``: it was "I"). ``bare`` that the speaker is the unwritten subject.
    ``weight`` is how much the rule is to be trusted, 0 to 1.
    """

    opening: Tokens
    body: Tokens
    style: Style
    exclusive: bool = False
    named: bool = False
    person: bool = False
    weight: float = 1.0


def frames(part: Tokens, names: tuple[str, ...]) -> Iterator[Frame]:
    """The admissible reports of one part of a sentence, the most fitting first."""
    tokens = freed(_purposed(freed(trimmed(part))))
    if not tokens or is_question(part) or _announces(tokens) or _MISREAD.match(render(tokens[:1])):
        return
    if tokens[0].pos == "past" and tokens[1:2] and tokens[1].pos in {"noun", "adjective"}:
        tokens = (tokens[0].become(tokens[0].word.text, "adjective"), *tokens[1:])
    start = front(tokens, names)
    head, rest = tokens[:start], freed(tokens[start:])
    length = speaker(rest, names) if rest else 0
    if length:
        first = rest[0].lower in {"we", "i"} or rest[0].lower in {"my", "our", "this"}
        if (first and not _conditional(head)) or (not first and not _conditional(head)):
            yield from _spoken(rest[:length], _aside(rest[length:]))
        return
    if starts(tokens, "let us not forget that"):
        yield Frame(plain("recalled"), tokens[4:], "direct", weight=0.9)
    elif starts(tokens, "let us") and base_of(tokens[_past_adverbs(tokens, 2)].lower) in SAYING:
        verb = _past_adverbs(tokens, 2)
        yield Frame(
            (tokens[verb].become(past(tokens[verb].lower), "past"),), tokens[verb + 1 :], "direct"
        )
    elif starts(tokens, "let us"):
        skip = 3 if lowers(tokens[2:3]) in (["all"], ["now"]) else 2
        yield from _gerund("called for", tokens[skip:], 0.9)
    elif found := _held(tokens):
        yield found
    elif starts(tokens, "let me") or starts(tokens, "allow me to"):
        skip = 2 if tokens[0].lower == "let" else 3
        yield from _spoken(tokens[1:2], tokens[skip:])
    elif main_verb(tokens) >= 0 and tokens[0].pos not in {"base", "present", "modal"}:
        if tokens[0].lower in {"nor", "neither"}:
            return
        if tokens[0].lower == "as" and not _after_as(tokens):
            return
        if tokens[0].lower == "by" and "," not in lowers(tokens[: main_verb(tokens)]):
            return  # no subject: "by helping those in need", which the tagger takes for a verb
        yield Frame(plain("said that"), _lowered(tokens), "that")


_HELD = {"hope": "hope", "belief": "belief", "view": "view", "conviction": "conviction",
         "opinion": "view", "expectation": "expectation", "wish": "wish"}  # fmt: skip


def _held(tokens: Tokens) -> Frame | None:
    """Report "It is our sincere hope that …" as "expressed the hope that …"."""
    letters = lowers(tokens[:9])
    if letters[:2] not in (["it", "is"], ["it", "was"]) or "that" not in letters:
        return None
    that = letters.index("that")
    noun = _HELD.get(letters[that - 1])
    if noun is None or not {"our", "my"} & set(letters[2 : that - 1]):
        return None
    return Frame(plain(f"expressed the {noun} that"), tokens[that + 1 :], "that", weight=0.95)


_MISREAD = re.compile(r"^[LI1l](?:also|am|would|have|thank|wish|welcome|commend|call|urge)$")
"""A pronoun that scanning has joined to the next word."""


def _purposed(tokens: Tokens) -> Tokens:
    """The tokens without "If we are to succeed, …", which limits nothing of what follows."""
    if lowers(tokens[:2]) != ["if", "we"]:
        return tokens
    i = _past_adverbs(tokens, 2)
    comma = next((k for k, t in enumerate(tokens[:30]) if t.lower == ","), 0)
    aims = lowers(tokens[i : i + 2]) in (["are", "to"], ["are", "serious"], ["want", "to"],
                                         ["wish", "to"], ["hope", "to"])  # fmt: skip
    listed = lowers(tokens[comma + 1 : comma + 2]) in (["and"], ["or"])
    return tokens[comma + 1 :] if aims and comma and not listed else tokens


def _announces(tokens: Tokens) -> bool:
    """Whether the sentence only says what the next will be about ("My second point concerns …")."""
    first, second, third = (*lowers(tokens[:3]), "", "", "")[:3]
    counted = second in _COUNTED and third in _REMARKS
    says = "that" in lowers(tokens[2:6])
    return first in {"my", "our"} and (counted or second in _REMARKS) and not says


_COUNTED = word_set("first second third fourth fifth next last final other main")
_REMARKS = word_set("point points remark remarks message observation topic comment comments")


def _after_as(tokens: Tokens) -> bool:
    """Whether a main clause of its own follows "As the envoy said, …"."""
    comma = next((i for i, t in enumerate(tokens) if t.lower == ","), 0)
    quoted = any(t.word.text in {'"', "“", "”"} for t in tokens)
    return 0 < comma < 16 and main_verb(tokens[comma + 1 :]) > 0 and not quoted


def _conditional(head: Tokens) -> bool:
    return any(
        t.lower in {"if", "unless", "until", "without", "except", "once", "when", "only"}
        for t in head
    )


def _aside(tokens: Tokens) -> Tokens:
    """The predicate without an apposition to its subject (", like others, …")."""
    if tokens and tokens[0].lower in {",", "—", "("}:
        for i, token in enumerate(tokens[1:18], 1):
            if token.lower in {",", "—", ")"}:
                return tokens[i + 1 :]
    return tokens


def _spoken(subject: Tokens, predicate: Tokens) -> Iterator[Frame]:
    """Frames of a clause whose subject is the speaker."""
    lead, verb = _verb(predicate)
    if verb is None:
        return
    found = _direct(subject, lead, predicate, verb)
    if found:
        yield found
        return
    predicate = predicate[_past_adverbs(predicate, 0) :] or predicate
    first = predicate[0].lower if predicate else ""
    inclusive = subject[0].lower == "we"
    if inclusive and first in {"must", "should", "need", "have", "ought", "cannot", "can", "could"}:
        yield from _needs(predicate)
    if not (inclusive and first in {"must", "should", "cannot", "can", "could", "need", "ought"}):
        yield from _stated(subject, predicate)


def _verb(tokens: Tokens) -> tuple[str, int | None]:
    """The auxiliary lead of a predicate ("would like to") and the place of its main verb."""
    i = _past_adverbs(tokens, 0)
    lead = ""
    while found := _lead(tokens, i):
        lead, i = lead or found[0], _past_adverbs(tokens, found[1])
        if lowers(tokens[i : i + 1]) == ["to"]:
            i = _past_adverbs(tokens, i + 1)
    return lead, i if i < len(tokens) else None


_LEADS = sorted(LEADS, key=len, reverse=True)
_BETWEEN = word_set("now here also again further once more therefore thus first finally")


def _lead(tokens: Tokens, start: int) -> tuple[str, int] | None:
    """The auxiliary lead at ``start`` and the place behind it; adverbs may stand in it."""
    for phrase in _LEADS:
        i = start
        for n, word in enumerate(phrase.split()):
            while n and lowers(tokens[i : i + 1])[:1] and tokens[i].lower in _BETWEEN:
                i += 1
            if i >= len(tokens) or _BASES.get(tokens[i].lower, tokens[i].lower) != word:
                break
            i += 1
        else:
            return phrase, i
    return None


_BASES = {"wishes": "wish", "wants": "want", "has": "have", "is": "are", "takes": "take",
          "joins": "join", "feels": "feel", "seizes": "seize"}  # fmt: skip


def _past_adverbs(tokens: Tokens, i: int) -> int:
    """The first place from ``i`` that holds no adverb of the kind that may be left out."""
    while i < len(tokens):
        adverb = tokens[i].pos == "adverb" or tokens[i].lower in {"further", "also", "therefore"}
        if adverb and tokens[i].lower not in {"not", "never", "n't", "no"}:
            i += 1
        elif lowers(tokens[i : i + 2]) in (["once", "again"], ["once", "more"]):
            i += 2
        elif (
            (
                tokens[i].lower == "and"
                and i
                and {t.pos for t in tokens[i - 1 : i + 2 : 2]} == {"adverb"}
            )
            or (tokens[i].lower == "," and i + 1 < len(tokens) and tokens[i + 1].pos == "adverb")
            or (tokens[i].lower == "," and i and tokens[i - 1].pos == "adverb")
        ):
            i += 1
        else:
            return i
    return i


_STRONG = word_set(
    "strongly deeply firmly fully categorically unequivocally wholeheartedly warmly highly "
    "sincerely vigorously utterly resolutely unreservedly greatly particularly urgently"
)


def _direct(subject: Tokens, lead: str, tokens: Tokens, verb: int) -> Frame | None:
    """Report "We call on all States to …" as "called on all States to …"."""
    token, rest = tokens[verb], tokens[verb + 1 :]
    base = base_of(token.lower)
    if lead in _BINDING and base not in _speech(subject, lead):
        return None
    if lead == "would" and base in {"welcome", "appreciate", "support", "ask"}:
        return Frame((*plain("would"), token.become(base)), rest, "direct", True)
    if base == "make" and _made(rest):
        return Frame((token.become("made", "past"),), rest, "direct", True)
    inner = _joined_call(tokens, verb) if base == "join" else None
    if inner:
        return inner
    if base in PERFORMATIVE and token.pos not in {"participle", "past", "gerund"}:
        manner = tuple(t for t in tokens[:verb] if t.lower in _STRONG)
        return _performed(base, manner, token, rest)
    if token.lower in {"are", "am", "is"} and not lead:
        return _emotion(rest)
    if lowers(tokens[verb : verb + 2]) in (["do", "not"], ["does", "not"], ["cannot", "accept"]):
        return _refusal(tokens, verb)
    return None


_BINDING = frozenset({"must", "have to", "can only", "would", "cannot but"})
_NEEDS_WORD = {"look": "forward to", "take": "note", "continue": "to"}
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
    if base in _THINKING:
        rest = _with_that(rest)
    return Frame((*manner, token.become(past(base), "past")), rest, "direct", True)


_BY_GERUND = {gerund(base): base for base in PERFORMATIVE}


def _joined_call(tokens: Tokens, verb: int) -> Frame | None:
    """Report "We join others in calling for …" as "called for …"."""
    for i in range(verb + 1, min(verb + 30, len(tokens) - 1)):
        base = _BY_GERUND.get(tokens[i + 1].lower)
        if tokens[i].lower == "in" and base:
            said = tokens[i + 1].become(past(base), "past")
            return Frame((said,), tokens[i + 2 :], "direct", True)
    return None


def _with_that(rest: Tokens) -> Tokens:
    """Write "hope the talks will" as "hope that the talks will"."""
    if lowers(rest[:1]) == [","] and "that" in lowers(rest[1:6]):
        rest = rest[lowers(rest).index("that") :]
    if rest and rest[0].lower in {"that", "to", "in", "for", "so", "it"}:
        return rest
    verb = next((i for i, t in enumerate(rest[:14]) if t.pos in FINITE | {"to"}), None)
    finite = verb is not None and rest[verb].pos in FINITE
    return (*plain("that"), *rest) if finite else rest


_TELLING = {"announce": "announced", "inform": "informed", "report": "reported",
            "note": "noted", "say": "said", "tell": "said", "state": "stated"}  # fmt: skip


def _told(rest: Tokens) -> Frame | None:
    """Report "proud to tell you that …" as "said that …", "pleased to announce" as "announced"."""
    verb = _TELLING.get(rest[1].lower) if lowers(rest[:1]) == ["to"] and len(rest) > 3 else None
    if verb is None:
        return None
    if "that" in lowers(rest[2:5]) and (verb != "informed" or rest[2].lower in {"you", "that"}):
        that = lowers(rest).index("that")
        return Frame(plain("said that" if verb == "informed" else f"{verb} that"),
                     rest[that + 1 :], "that", True)  # fmt: skip
    return Frame((rest[1].become(verb, "past"),), rest[2:], "direct", True)


_STANCES = ("in favour of", "of the view that", "of the opinion that", "of the belief that",
            "in agreement with", "in full agreement with")  # fmt: skip


def _emotion(rest: Tokens) -> Frame | None:
    i = _past_adverbs(rest, 0)
    if any(starts(rest[i:], phrase) for phrase in _STANCES):
        return Frame(plain("was"), rest[i:], "direct", True)
    if telling := _told(rest[i + 1 :]):
        return telling
    if i < len(rest) and rest[i].lower in EMOTIONS:
        manner = tuple(t for t in rest[:i] if t.lower in _STRONG)
        return Frame((*plain("was"), *manner, rest[i]), rest[i + 1 :], "direct", True)
    return None


def _refusal(tokens: Tokens, verb: int) -> Frame | None:
    i = _past_adverbs(tokens, verb + 2)
    if i < len(tokens) and base_of(tokens[i].lower) in PERFORMATIVE:
        return Frame((*plain("did not"), tokens[i]), tokens[i + 1 :], "direct", True)
    return None


_NEED = {
    "must": "insisted on the need to", "have": "stressed the need to",
    "need": "stressed the need to",
    "should": "called for", "ought": "called for",
}  # fmt: skip


def _needs(tokens: Tokens) -> Iterator[Frame]:
    """Report "We must act" as "insisted on the need to act": no actor is invented."""
    modal = tokens[0].lower
    i = 1
    if modal in {"need", "have", "ought"}:
        i = _past_adverbs(tokens, 1)
        if lowers(tokens[i : i + 1]) != ["to"]:
            yield from _need_for(tokens)
            return
        i += 1
    i = _past_adverbs(tokens, i)
    if lowers(tokens[i : i + 1]) == ["all"] and modal in _NEED:
        verb = _past_adverbs(tokens, i + 1)
        if verb < len(tokens) and tokens[verb].pos == "base" and tokens[verb].lower != "be":
            opening = plain(_NEED[modal].removesuffix(" to").removesuffix(" for") + " for all to")
            yield Frame(opening, tokens[verb:], "need", weight=0.9)
        return
    aware = lowers(tokens[i : i + 1]) == ["be"] and _adjective_after(tokens, i)
    barred = {"not", "never", "n't"} if aware else {"not", "never", "n't", "be"}
    if modal not in _NEED or i >= len(tokens) or tokens[i].lower in barred:
        if modal in {"must", "should"} and lowers(tokens[i : i + 1]) == ["not"]:
            yield from _gerund("warned against", tokens[i + 1 :], 0.85)
        return
    if tokens[i].lower == "," or tokens[i].is_mark or tokens[i].pos in {"preposition", "to"}:
        return
    if modal in {"should", "ought"}:
        yield from _gerund("called for", tokens[i:], 0.9)
    else:
        opening = plain(_NEED[modal])
        yield Frame(opening, tokens[i:], "need", weight=0.95)


def _adjective_after(tokens: Tokens, i: int) -> bool:
    """Whether "be" at ``i`` has an adjective ("be aware that"), not a participle ("be judged")."""
    k = _past_adverbs(tokens, i + 1)
    return k + 1 < len(tokens) and tokens[k].pos == "adjective"


def _need_for(tokens: Tokens) -> Iterator[Frame]:
    if (
        tokens[0].lower == "need"
        and len(tokens) > 3
        and tokens[1].pos not in {"adverb", "base", "present"}
    ):
        yield Frame(plain("stressed the need for"), tokens[1:], "direct", weight=0.9)


def _gerund(opening: str, tokens: Tokens, weight: float) -> Iterator[Frame]:
    """Report with "called for" and the verb, and those joined to it, in -ing."""
    i = _past_adverbs(tokens, 0)
    verb = tokens[i : i + 1]
    if not verb or verb[0].is_mark or verb[0].lower in {"not", "never", "be", "us"}:
        return
    body = list(tokens[i:])
    for k in joined(tuple(body)):
        body[k] = body[k].become(gerund(base_of(body[k].lower)), "gerund")
    yield Frame(plain(opening), tuple(body), "need", weight=weight)


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
        if token.pos == "base" and opens and not infinitive:
            found.append(i)
        if token.lower == "," and infinitive:
            infinitive = False
    return found


def _stated(subject: Tokens, predicate: Tokens) -> Iterator[Frame]:
    """Report "We have trained" as "said that <State> had trained", "We will" as "pledged to"."""
    i = _past_adverbs(predicate, 0)
    first = predicate[i].lower if i < len(predicate) else ""
    who = subject[0].lower
    person = who in {"we", "i", "my", "our"}
    if first in {"will", "shall", "'ll"} and person:
        k = _past_adverbs(predicate, i + 1)
        verb = predicate[k : k + 1]
        if verb and verb[0].pos == "base" and verb[0].lower not in {"be", "have", "need"}:
            yield Frame(plain("pledged to"), predicate[k:], "direct", True, weight=0.9)
            return
    following = predicate[i + 1] if i + 1 < len(predicate) else None
    if person and not _is_state(predicate[i:]) and _shared(who, first, following):
        return
    national = _national(predicate)
    if who == "we" and not national and _everyones(predicate, i):
        return
    body = _singular(predicate, i, first)
    if len(body) > 1 and i < len(body) and body[i].pos in {"present", "past", "modal"}:
        weight = 0.6 if who == "i" else 0.9 if not person or national else 0.5
        yield Frame(plain("said that"), body, "that", True, True, who == "i", weight)


_SINGULAR = {"are": "is", "'re": "is", "am": "is", "'m": "is", "have": "has", "'ve": "has",
             "were": "was"}  # fmt: skip


def _singular(predicate: Tokens, i: int, first: str) -> Tokens:
    """The predicate of "we" or "I" with the verb form of a State's name."""
    if first in _SINGULAR:
        verb = predicate[i].become(_SINGULAR[first], "past" if first == "were" else "present")
    elif i < len(predicate) and predicate[i].pos == "participle" and is_past(first):
        verb = predicate[i].become(first, "past")
    else:
        return predicate
    return (*predicate[:i], verb, *predicate[i + 1 :])


def _shared(who: str, first: str, following: Token | None) -> bool:
    """Whether "we" may well be everyone ("we live in …", "we have to …", "we are all …")."""
    if (
        first == "have"
        and following is not None
        and (following.pos not in {"participle", "adverb"} or following.lower == "not")
    ):
        return True
    if first in {"are", "'re", "were"} and not _own_state(following):
        return True
    return first in {"may", "might", "can", "could", "would"} or (who == "we" and first in _SHARED)


def _is_state(tokens: Tokens) -> bool:
    """Whether "we" is said to be a country of some kind ("are a small island State")."""
    noun = lowers(tokens[2:6])
    return (
        lowers(tokens[:2]) in (["are", "a"], ["are", "an"], ["are", "the"], ["were", "a"])
        and bool(set(noun) & _KINDS)
        and "nations" not in noun
    )


_KINDS = word_set(
    "country nation state democracy member party signatory island republic donor host"
)


def _national(predicate: Tokens) -> bool:
    """Whether "we" does what a State does ("have ratified"), or speaks of its own country."""
    heads = lowers(predicate[:6])
    own = any(
        token.lower == "our" and set(lowers(predicate[i + 1 : i + 3])) & STATE_NOUNS
        for i, token in enumerate(predicate)
    )
    return own or bool(set(heads) & _STATE_FORMS)


def _everyones(predicate: Tokens, i: int) -> bool:
    """Whether "we" is left without what it did ("have not succeeded", "work together")."""
    heads = set(lowers(predicate[i : i + 5]))
    if lowers(predicate[i : i + 2]) in (["will", "not"], ["will", "never"], ["shall", "not"]):
        heads -= {"not", "never"}
    return bool(heads & {"not", "n't", "never", "together", "collectively", "all", "yet"})


_STATE_FORMS = frozenset(
    form(verb) for verb in STATE_ACTS for form in (str, past, participle, gerund)
)
_EVERYONE = word_set(
    "facing living witnessing meeting seeing gathered all here still not now at entering going "
    "experiencing faced called left confronted beginning reminded asked supposed surrounded"
)


def _own_state(token: Token | None) -> bool:
    """Whether what follows "we are" speaks of the speaker's side, not of everyone."""
    kinds = {"participle", "gerund", "adjective", "adverb"}
    return token is not None and token.pos in kinds and token.lower not in _EVERYONE


_SHARED = word_set("live know see all witness face gather meet find understand risk owe seem")


_PEOPLES = re.compile(
    r"(?:ians?|eans?|icans?|ese|ish|aelis?|aqis?|anis?)$|"
    r"^(?:Germans?|French|Dutch|Swiss|Greeks?|Czechs?|Slovaks?|Arabs?|Thais?|Afghans?|Turks?|"
    r"Uzbeks?|Kazakhs?|Filipinos?|Croats?|Serbs?|Kurds?|Jews?|Jewish|Muslims?|Christians?)$"
)


_COMMON_ENDING = re.compile(
    r"^[A-Z][a-z]{2,}(?:ive|ous|ful|able|ible|ical|ional|ental|less|tion|ness|ity|ance|ence|ism|ship)$"
)
_BODIES = frozenset({"Convention", "Organization", "Constitution", "Federation", "Declaration"})


def _lowered(tokens: Tokens) -> Tokens:
    """The tokens with a small first letter, unless the first is a name or an acronym."""
    first = tokens[0]
    letters = first.word.text
    closed = letters.lower() in DETERMINERS | PREPOSITIONS | COMMON_FIRST
    people = first.pos == "name" or _PEOPLES.search(letters) is not None
    keeps = (people and not closed) or letters[1:] != letters[1:].lower() or letters == "I"
    term = first.pos == "noun" and tokens[1:2] and tokens[1].word.text[:1].isupper()
    following = tokens[1].word.text[:1] if tokens[1:2] else ""
    if _COMMON_ENDING.search(letters) and following.islower() and letters not in _BODIES:
        keeps = False
    if keeps or term or not letters[:1].isupper():
        return tokens
    return (first.become(letters[:1].lower() + letters[1:]), *tokens[1:])
