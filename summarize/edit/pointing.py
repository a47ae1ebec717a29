"""How far a reported clause speaks of what it does not name ("that country", "it must end")."""

from __future__ import annotations

from summarize.edit.grammar import FINITE, JOINTS, VERBAL
from summarize.edit.lexicon import HALVING
from summarize.edit.token import Token, Tokens, lowers
from summarize.edit.words import word_set

_ANAPHORS = word_set("this that these those they it he she such both them")
_POINTERS = word_set("these those this that them it same latter former such")
_POINTING = word_set("that this those these such")
_PRESENT = word_set(
    "session year meeting who assembly organization council chamber hall debate month week morning "
    "afternoon day century decade world planet time"
)
_LEADING = word_set("among all each both some most in of within with by the one like through")
_SUBJECTS = word_set("it they he she this these those")
_ORDINALS = word_set("first second third fourth fifth other latter former last next final")
_EXPLETIVE = word_set("is was has will would must should may can seems appears remains")


SUBJECT, WEAK = 0.9, 0.35


def pointing(body: Tokens, finite: bool, named: bool, exclusive: bool) -> tuple[float, str]:
    """How far a clause points back, and the noun it takes up ("that plan"), where there is one.

    1 where it does something to "it" that it does not name, or to nothing ("was deeply worried");
    0.9 where it opens with a word that stands for something else, which the sentence before may name;
    0.35 where it speaks of "that plan" or "their growth"; else 0. ``finite``: the body is a clause with
    its subject. ``named``: its subject is the speaker, written before it. ``exclusive``: "its" is the
    speaker's.
    """
    if not body:
        return 1.0, ""
    if named:
        strong = any(t.lower in {"so", "likewise", "then"} for t in body[:3])
    else:
        strong = _dangles(body) if finite else _points_back(body)
    strong = (
        strong or _half_said(lowers(body)) or _stands_alone(body) or (finite and _goes_on(body))
        or _unmeant(body, named or exclusive)
    )  # fmt: skip
    points = _pointer(body, finite, named or exclusive)
    if _bare_object(body) or _of_two(body):
        return 1.0, points or ""
    if strong:
        return SUBJECT, points or ""
    return (0.0, "") if points is None else (WEAK, points)


def _bare_object(body: Tokens) -> bool:
    """Whether "it", "them" or "him" is an object before any noun that it may stand for ("to confront
    it and end it", "looks to the Organization to uphold them").
    """
    for i, token in enumerate(body):
        held = i > 0 and body[i - 1].pos in VERBAL | {"preposition", "to"}
        if token.lower in {"it", "them", "him", "her"} and held and not _meant(token, body[:i]):
            ends = i + 1 == len(body) or body[i + 1].is_mark or body[i + 1].lower in JOINTS
            wants = body[i - 1].lower[:4] not in _OBJECTIVE and token.lower == "it"
            given = wants and not ends and body[i + 1].pos in {"adjective", "determiner", "noun"}
            return ends or body[i + 1].pos in {"preposition", "adverb", "to"} or given
    return False


def _unmeant(body: Tokens, own: bool) -> bool:
    """Whether a pronoun stands there before any word that it may stand for ("to abide by its provisions",
    "to recognize that it remained a tool"). ``own``: "its" is the speaker's.
    """
    if body[0].pos == "preposition" or body[0].lower in {"as", "after", "before", "while", "when"}:
        return False  # what it stands for may follow ("In its resolution, the Council")
    for i, token in enumerate(body[:_NEAR]):
        if token.pos in {"noun", "name", "number"} or token.lower in _SOMEBODY:
            return False
        if token.lower == "it" and i and body[i - 1].lower == "that":
            return i + 1 < len(body) and body[i + 1].pos in FINITE and not _expletive(body[i:])
        if token.lower in {"their", "them", "they"} or (token.lower == "its" and not own):
            return i > 0
    return False


_NEAR = 9
_SOMEBODY = word_set("all everyone everybody those others some many anyone nobody who both each")


_OBJECTIVE = frozenset({"make", "made", "maki", "find", "foun", "deem", "cons", "thin", "thou", "take", "taki",
                        "beli", "see", "saw", "seei", "rega", "feel", "felt", "judg", "owe", "owes"})  # fmt: skip
"""How verbs begin behind which "it" stands for what follows ("find it vital to")."""


def _meant(pronoun: Token, before: Tokens) -> bool:
    """Whether a word stands before an object pronoun that it may stand for."""
    if pronoun.lower != "them":
        return any(t.pos in {"noun", "name", "number"} for t in before)
    several = "and" in lowers(before) and any(t.pos in {"noun", "name"} for t in before)
    return several or any(t.pos == "number" or _is_several(t) for t in before)


def _is_several(token: Token) -> bool:
    plural = token.lower.endswith("s") or token.lower in _PLURAL or token.lower in _OPEN
    return plural and token.pos in {"noun", "pronoun", "determiner", "adjective"}


def _stands_alone(body: Tokens) -> bool:
    """Whether a "this" or "that" behind the first word stands for what was said before ("not to allow
    that to happen", "for my country, this is real", "this 40 per cent").
    """
    for i, token in enumerate(body):
        follow = body[i + 1] if i + 1 < len(body) else None
        ends = follow is None or follow.is_mark or follow.lower in {"about", "to", "and"}
        counts = follow is not None and follow.pos == "number"
        acts = follow is not None and follow.pos in FINITE and not _told(body[:i])
        if token.lower == "this" and (ends or acts or counts):
            return True
        held = i > 0 and body[i - 1].lower in _HOLDING
        if token.lower == "that" and held and (ends or acts):
            return True
        place = i > 0 and token.lower == "there" and body[i - 1].pos == "noun"
        was = follow is not None and follow.lower == "was"
        if place and (ends or was) and not any(t.pos == "name" for t in body[:i]):
            return True
    return lowers(body[-2:]) == ["ever", "since"]


def _told(before: Tokens) -> bool:
    """Whether a claim stands before, which "this" may take up ("…, as this would ensure")."""
    return any(t.pos in FINITE for t in before)


def _goes_on(body: Tokens) -> bool:
    """Whether the subject behind an adjunct is a pronoun ("a decade later, they gave …")."""
    comma = next((i for i, t in enumerate(body[:14]) if t.lower == ","), None)
    if comma is None or comma + 2 >= len(body) or any(t.pos in FINITE for t in body[:comma]):
        return False
    rest = body[comma + 1 :]
    if rest[0].lower == "it":
        return rest[1].pos in FINITE and not _expletive(rest)
    return rest[0].lower in {"they", "he", "she"}


_HOLDING = word_set("allow let do doing see make prevent achieve achieving if beyond ensure stop")


def _half_said(letters: list[str]) -> bool:
    """Whether "not only" or "not just" has its other half in the next sentence."""
    for i, word in enumerate(letters[:-1]):
        behind = i > 0 and letters[i - 1] in {"and", ","}  # "the cause, and not just the effect"
        if word == "not" and letters[i + 1] in HALVING and not behind:
            return not {"but", "also", ";"} & set(letters[i + 2 :])
    return False


def _of_two(body: Tokens) -> bool:
    """Whether "the former" or "the latter" stands alone, of two that are not there."""
    return any(
        t.lower in {"former", "latter"}
        and i > 0
        and body[i - 1].lower == "the"
        and "and" not in lowers(body[:i])
        and (i + 1 == len(body) or body[i + 1].is_mark or body[i + 1].pos in FINITE)
        for i, t in enumerate(body)
    )


def _concludes(body: Tokens) -> bool:
    """Whether the subject is the result or the reason of what stood before ("The result was …")."""
    i = 2 if len(body) > 2 and body[1].pos == "adjective" else 1
    tells = len(body) > i + 1 and body[i + 1].pos in FINITE
    return tells and body[0].lower == "the" and body[i].lower in _CONCLUDING


_EMPTY = 12
"""Words up to which "more must be done" says nothing."""
_MOMENTS = word_set("time moment year era age hour juncture")
_CONCLUDING = word_set(
    "result results consequence consequences outcome reason reasons answer conclusion lesson "
    "intention intent idea message contrast solution objective goal aim purpose problem difference"
)


def _dangles(body: Tokens) -> bool:
    """Whether a clause opens with a word that stands for something said before."""
    first, second, third_ = (*lowers(body[:3]), "", "", "")[:3]
    if body[0].pos == "number" and len(body) > 1 and body[1].pos in FINITE and first != "one":
        return True
    if first == "more" and "done" in lowers(body[:6]) and len(body) < _EMPTY:
        return True
    alike = set(lowers(body[:4])) & {"so", "same", "likewise"}
    if (alike and lowers(body[:2]) != ["so", "far"]) or "then" in lowers(body[:6]):
        return True
    if first in {"its", "his", "her", "their"}:
        return True
    if _concludes(body):
        return True
    listed = first == "the" and second in _ORDINALS
    if listed and any(t.pos in FINITE for t in body[2:4]):
        return True
    if first == "it":
        return not (second in _EXPLETIVE and _expletive(body))
    if first in _LEADING and (second in _POINTERS or (second == "of" and third_ in _POINTERS)):
        return True
    if lowers(body[1:3]) in (["is", "a"], ["is", "the"]) and set(lowers(body[3:6])) & _MOMENTS:
        return False
    if first in {"this", "that", "these", "those"} and len(body) > 1:
        return body[1].pos not in {"noun", "name", "adjective", "number", "participle"}
    return first in _ANAPHORS


def _pointer(body: Tokens, finite: bool, own: bool) -> str | None:
    """The noun that a pointer among the first words takes up ("that plan"), "" where it is a
    pronoun, None where nothing points back. ``own``: "its" is the speaker's.
    """
    if finite and lowers(body[:2]) in (["the", "country"], ["the", "former"]):
        return body[1].lower
    for i, token in enumerate(body):
        before = {t.lower[:5] for t in body[:i]}
        if (noun := _bare_definite(body, i)) and noun[:5] not in before:
            return noun
        if token.lower in _POINTING | {"same"} and _stands_before(body, i):
            noun = _noun_after(body, i)
            here = token.lower in {"this", "these"} and noun in _PRESENT
            if noun and not here and noun[:5] not in before:
                return noun
        if token.lower in {"both", "two"} and _pairs(body, i):
            return ""
        ends = i + 1 == len(body) or body[i + 1].is_mark
        if token.lower == "it" and ends and i and body[i - 1].pos == "preposition":
            return ""
        if token.lower == "this" and lowers(body[i + 1 : i + 2]) in (["possible"], [","], ["and"]):
            return ""
        held = i > 0 and body[i - 1].pos == "preposition"
        if token.lower == "its" and not own and _unowned(body, i):
            return ""
        owned = i < 9 and token.lower in {"its", "their"} and (held or not own)
        person = token.lower in {"their", "them", "they", "he", "him", "she"} and finite
        single = token.lower in {"his", "her"} and "who" not in lowers(body[:i])
        if owned or person or single:
            of = i > 1 and body[i - 1].lower == "of"  # "the renewal of its mandate"
            if not _has_antecedent(token.lower, body[: i - 2 if of else i]):
                return ""
    return None


def _bare_definite(body: Tokens, i: int) -> str:
    """The noun of "the draft" or "the new law" at ``i`` that nothing tells from others, or ""."""
    if body[i].lower != "the" or i + 1 >= len(body):
        return ""
    k = i + 2 if body[i + 1].lower in _RECENT and i + 2 < len(body) else i + 1
    noun, following = body[k], body[k + 1] if k + 1 < len(body) else None
    if following is not None and noun.lower in _SIDES and following.lower == "concerned":
        return noun.lower
    if body[i + 1].lower in {"interested", "relevant"} and noun.lower in _SIDES:
        return noun.lower
    if noun.lower not in _UNTOLD:
        return ""
    told = following is not None and (
        following.pos in {"preposition", "to", "noun", "name", "relative", "genitive", "number"}
        or following.pos in {"participle", "gerund"}
        or following.lower in {"that", "which", "'s"}
    )
    return "" if told else noun.lower


_RECENT = word_set(
    "new present current latest proposed said latter former recent other interested relevant"
)
_SIDES = word_set("parties party countries country actors states state member members")
_UNTOLD = word_set(
    "draft proposal proposals decision decisions initiative initiatives resolution resolutions "
    "agreement agreements treaty convention conventions law laws plan plans project projects report "
    "reports mechanism mechanisms mission missions operation operations process processes committee "
    "commission court tribunal conference meeting text document documents measure measures question "
    "questions issue issues matter matters situation problem problems task tasks idea ideas approach "
    "framework panel panels programme programmes group case dispute attack attacks incident incidents "
    "deal event events amendment amendments statement declaration protocol party country "
    "perpetrator perpetrators culprits suspects concern topic dimension solutions danger input ceremony "
    "offer request demand claim claims allegation allegations accusation accusations phenomenon trend "
    "move gesture exercise practice amount sum suggestion suggestions recommendations conclusions findings "
    "deadlock impasse stalemate disease gap "
    "theme interlocutors activities resources technologies concept notion offensive operation transaction"
)


def _pairs(body: Tokens, i: int) -> bool:
    """Whether "both" at ``i`` counts two that are not named ("both countries")."""
    noun = body[i + 1 : i + 2]
    if body[i].lower == "two" and (i == 0 or body[i - 1].lower != "the"):
        return False
    named = sum(t.pos == "name" for t in body[:i])
    return bool(noun) and noun[0].pos == "noun" and noun[0].lower.endswith("s") and named < 2


_BODIES = word_set(
    "council committee commission court mission agency conference group team office states nations "
    "parties members government governments organization union"
)
_BORNE = word_set(
    "adoption implementation work mandate provisions members membership entry renewal"
)


def _unowned(body: Tokens, i: int) -> bool:
    """Whether "its" at ``i`` stands before what a body or a text has ("its adoption") and none is named."""
    noun = next((t for t in body[i + 1 : i + 3] if t.pos == "noun"), None)
    borne = noun is not None and noun.lower in _BORNE
    known = (t.pos == "name" or t.lower in _BODIES | _UNTOLD for t in body[:i])
    return borne and not any(known)


def _has_antecedent(pronoun: str, before: Tokens) -> bool:
    """Whether a noun before the pronoun may be what it stands for."""
    nouns = [t.lower for t in before if t.pos in {"noun", "name"}]
    if pronoun in {"they", "them", "their"}:
        several = len(nouns) > 1 and "and" in lowers(before)
        return several or any(n.endswith("s") or n in _PLURAL for n in nouns)
    if pronoun in {"his", "her", "he", "she", "him"}:
        return any(t.pos == "name" or t.lower in _PERSONS for t in before)
    return bool(nouns)


_PERSONS = word_set(
    "president secretary-general person woman man girl child minister envoy representative chair "
    "leader king queen predecessor successor citizen individual commissioner rapporteur human "
    "mother father victim one colleague ambassador coordinator"
)
_KINDS = word_set("kind type sort nature")
_OPEN = word_set("those all others many some")
_PLURAL = word_set("people women men children police personnel forces youth staff")


def _stands_before(body: Tokens, i: int) -> bool:
    """Whether "that" or "such" at ``i`` belongs to a noun, and opens no clause."""
    if body[i].lower == "same":
        compared = {"time", "as"} & set(lowers(body[i + 1 : i + 9]))
        return body[i - 1].lower == "the" and not compared
    if body[i].lower != "that":
        return body[i].pos in {"determiner", "adjective"}
    head = _head_after(body, i)
    if head and body[head].lower in _KINDS:
        return True
    if i == 0:
        return head > 0
    if body[i].pos not in {"determiner", "adjective", "preposition"}:
        return False
    if 0 < head < len(body) - 1 and body[i - 1].pos in {"gerund", "preposition"}:
        return body[head + 1].pos not in FINITE
    verb = next((k for k in range(i + 1, len(body)) if body[k].pos in FINITE), None)
    return verb is None or body[verb - 1].is_mark or body[verb - 1].lower in JOINTS


def _noun_after(body: Tokens, i: int) -> str:
    """The noun that "that" or "such" at ``i`` stands before, or ""."""
    head = _head_after(body, i)
    return body[head].lower if head else ""


def _head_after(body: Tokens, i: int) -> int:
    """The place of the noun that the word at ``i`` stands before ("those sister *countries*"), or 0."""
    found = 0
    for k in range(i + 1, min(i + 6, len(body))):
        token = body[k]
        if token.pos == "noun" or (token.pos == "name" and token.lower in _BODIES):
            found = k
        elif k == i + 1 and body[i].lower == "such" and token.lower in {"a", "an"}:
            continue
        elif (
            found
            or token.pos not in {"adjective", "number", "participle", "adverb"}
            or token.lower == "responsible"
        ):
            break
    return found


def _points_back(body: Tokens) -> bool:
    """Whether the object of a direct report is a bare pronoun ("condemned it")."""
    if body[0].lower == "that" and body[1:2] and body[1].lower in _SUBJECTS:
        return _dangles(body[1:])
    first = body[0].lower
    if first == "it" and len(body) > 2 and _expletive_object(body):
        return False
    claims = first == "that" and any(t.pos in FINITE for t in body[2:])
    alone = not claims and (
        len(body) < 2 or body[1].is_mark or body[1].pos in {"conjunction", "preposition"}
    )
    return first in {"it", "them", "him", "her", "his", "their"} or (
        first in {"this", "that", "these"} and alone
    )


def _expletive_object(body: Tokens) -> bool:
    """Whether "it" stands for what follows ("considered it necessary to reform", "made it clear")."""
    return body[1].pos in {"adjective", "determiner", "adverb"} and any(
        t.lower in {"to", "that", "for"} for t in body[2:7]
    )


_RAISING = word_set("likely unlikely able unable ready willing bound certain sure due prepared set")
_EMPTY_NOUNS = word_set(
    "matter pity shame fact duty honour honor pleasure privilege responsibility imperative truth "
    "tragedy hope view belief conviction goal objective priority task job obligation"
)


def _expletive(body: Tokens) -> bool:
    """Whether "it" stands for nothing ("it is important that …", "it is time to …")."""
    if lowers(body[1:2]) in (["has"], ["had"]) and lowers(body[2:3]) not in (["been"], ["become"]):
        return False
    rest = [
        t
        for t in body[2:12]
        if t.pos != "adverb" and t.lower not in {"be", "been", "become", "a", "the"}
    ]
    if rest and rest[0].lower in _RAISING and lowers(rest[1:2]) == ["to"]:
        return False
    if rest and rest[0].pos == "participle" and not {"that", "to"} & set(lowers(rest[1:5])):
        return False
    leads = bool(rest) and (
        rest[0].pos in {"adjective", "participle"}
        or rest[0].lower == "becoming"
        or rest[0].lower in {"time", "necessary", "in", "vital", "high", "of", "for", "up"}
        or rest[0].pos in {"name", "possessive"}
        or rest[0].lower in _EMPTY_NOUNS
    )
    return leads and any(t.lower in {"that", "to", "for"} for t in rest[1:])
