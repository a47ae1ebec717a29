"""The stretches of a clause that grammar allows to be left out, computed from its words.

Editing never deletes word by word: a unit is a parenthesis, a stretch between commas, an adjunct
before the subject or at the end, a second predicate, or a weak adverb. What is not surely one of
these is no unit: items of lists, complements and restrictions stay.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from itertools import chain

from summarize.edit.grammar import (
    FINITE,
    JOINTS,
    NOMINAL,
    SUBORDINATORS,
    VERBAL,
    hanging,
    main_verb,
    opens_where,
)
from summarize.edit.lexicon import CONDITIONS, NEEDY, TAILS, WEAK_ADVERBS
from summarize.edit.predicates import later_predicates, second_predicate
from summarize.edit.token import Tokens, lowers
from summarize.edit.unit import Unit
from summarize.edit.words import word_set

_STOPS = frozenset({",", ";", "—", ":"})
_HANGING = word_set(
    "which who whose whom where including particularly especially notably while whereas because "
    "thus thereby namely such given considering in despite like amid along together as "
    "regardless through under during by at from among"
)
_FREE = word_set("in at during on together along amid once")
_QUANTIFIED = word_set("a an those all any every each no only such most many few some")
_LIMITING = word_set(
    "some others certain many most times often sometimes perhaps possibly theory part regard "
    "respect regarding concerning cases majority extent instances"
)
_BINDING = word_set("for according under with among to before until prior")
"""What opens an adjunct that says how far the sentence holds."""
_DEFINITE = word_set("this these its their his her our my")

_WANTING = word_set(
    "desire decision effort efforts right rights commitment call need ability readiness intention "
    "willingness plan plans proposal proposals attempt attempts failure refusal pledge request "
    "appeal opportunity mandate obligation duty responsibility determination initiative capacity "
    "trend tendency reluctance unwillingness inability endeavour endeavours plea pleas bid aspiration "
    "aspirations wish wishes hope hopes ambition ambitions struggle demand demands"
)
_REGARD = word_set("respect sovereignty integrity consent approval")
_RESERVING = word_set("sovereignty consent unless provided appropriate")
_PREPOSITIONAL = word_set("regarding concerning including following according involving given")
_PLACING = word_set(
    "put puts putting place places placed placing bring brings brought bringing keep keeps kept "
    "keeping set sets setting turn turns turned turning anchor anchored root rooted engage engaged"
)

_TAILS_BY_HEAD = {head: [p for p in TAILS if p[0] == head] for head in {p[0] for p in TAILS}}


def units(tokens: Tokens) -> Iterator[Unit]:
    """Every unit of ``tokens``; some overlap. None holds what limits the whole sentence, which
    may stand at the end of its last part ("…, on the basis of full respect for sovereignty").
    """
    marks = _separators(tokens)
    found = chain(
        _parentheses(tokens),
        _last_aside(tokens, marks),
        _inner_aside(tokens, marks),
        _leading(tokens, marks),
        _tails(tokens, marks),
        second_predicate(tokens, marks),
        later_predicates(tokens, marks),
        _adverbs(tokens),
    )
    return (
        unit
        for unit in found
        if not _limits(tokens[unit.start : unit.end])
        and not (lowers(tokens[:1]) == ["it"] and _is_cleft(tokens, unit))
        and lowers(tokens[unit.end : unit.end + 1]) != [":"]  # what leads in what follows
    )


def _is_cleft(tokens: Tokens, unit: Unit) -> bool:
    """Whether the unit is the claim of "it is peace, not force, that we seek"."""
    stretch = tokens[unit.start : unit.end]
    opening = next((t.lower for t in stretch if not t.is_mark), "")
    before = tokens[: unit.start]
    return opening in {"that", "who", "which"} and _BE & set(lowers(before[:4])) != frozenset()


_BE = word_set("be is was")


def _limits(stretch: Tokens) -> bool:
    """Whether a condition or a reservation stands in the stretch."""
    letters = lowers(stretch)
    phrases = zip(letters, letters[1:], letters[2:], strict=False)
    if {"cases", "where"} <= set(letters) or "whenever" in letters:
        return True
    return bool(_RESERVING & set(letters)) or ("on", "the", "basis") in phrases


def without(tokens: Tokens, unit: Unit) -> Tokens:
    """The tokens with the unit left out."""
    return tokens[: unit.start] + tokens[unit.end :]


def _separators(tokens: Tokens) -> list[int]:
    """The stops of the clause itself: not in brackets, quotations or lists of adjectives."""
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
    after = {t.pos for t in tokens[i + 1 : i + 3]}
    return tokens[i - 1].pos == "adjective" and bool(after & {"adjective", "participle"})


def _parentheses(tokens: Tokens) -> Iterator[Unit]:
    """Brackets around letters; figures in brackets are part of a symbol or a date."""
    opened: int | None = None
    for i, token in enumerate(tokens):
        if token.word.text == "(":
            opened = i
        elif token.word.text == ")" and opened is not None:
            inside = tokens[opened + 1 : i]
            telling = opened > 0 and tokens[opened - 1].pos == "name" and _is_one_name(inside)
            if not telling and not any(c.isdigit() for t in inside for c in t.word.text):
                yield Unit(opened, i + 1, "parenthesis")
            opened = None


def _is_one_name(inside: Tokens) -> bool:
    """Whether the brackets hold a name and no acronym ("Guinea (Bissau)")."""
    letters = [t.word.text for t in inside]
    return len(letters) == 1 and letters[0].istitle()


def _conditional(tokens: Tokens) -> bool:
    """Whether the stretch says when the rest holds ("if asked, …", "where a State fails to comply, …")."""
    return opens_where(tokens) or any(t.lower in CONDITIONS for t in tokens[:3])


def _last_aside(tokens: Tokens, marks: list[int]) -> Iterator[Unit]:
    """From a comma to the end of the clause (", which …", ", including …", ", paving …")."""
    for mark in marks:
        rest = tokens[mark + 1 :]
        if tokens[mark].lower not in {",", "—"} or not rest or _conditional(rest):
            continue
        if mark and tokens[mark - 1].pos in VERBAL:
            continue  # the verb's object may stand behind the aside ("to include, in …, a …")
        participle = rest[0].pos == "gerund" and not _ends_item(tokens, mark)
        share = lowers(rest[1:3]) in (["of", "which"], ["of", "whom"])
        opens = rest[0].lower in _HANGING or rest[0].pos == "relative" or participle or share
        if participle and _lists_gerunds(tokens[:mark]):
            continue
        if opens and _predicated(rest) and not _goes_on(rest):
            yield Unit(mark, len(tokens), "aside")


def _lists_gerunds(before: Tokens) -> bool:
    """Whether a preposition and its gerund stand before, which a list goes on with ("by strengthening
    governance, settling …").
    """
    near = before[-_NEAR:]
    return any(a.pos == "preposition" and b.pos == "gerund" for a, b in itertools.pairwise(near))


_NEAR = 8


def _predicated(rest: Tokens) -> bool:
    """Whether a relative clause has its verb; other asides have no verb of the clause's own."""
    if rest[0].pos == "relative":
        return any(t.pos in FINITE for t in rest)
    return hanging(rest)


def _goes_on(rest: Tokens) -> bool:
    """Whether behind the aside the clause around it goes on (", and must …", ", the plan …")."""
    for i, token in enumerate(rest[:-1]):
        joint = token.lower == "," and rest[i + 1].lower in JOINTS
        if joint and i + 2 < len(rest) and rest[i + 2].pos in VERBAL | {"to"}:
            return True
        closes = token.lower == "," and i > 0
        if closes and (rest[i + 1].pos in FINITE | {"base", "to"} or rest[i + 1].lower == "that"):
            return True
    commas = [i for i, t in enumerate(rest) if t.lower == ","]
    if len(commas) == 1 and rest[0].pos != "relative":
        after = rest[commas[0] + 1 :]
        return not any(t.lower in JOINTS for t in after[:14]) or after[0].pos == "determiner"
    return False


def _ends_item(tokens: Tokens, comma: int) -> bool:
    """Whether an item of a list without a verb ends at the comma, so that what follows is one."""
    back = range(comma - 1, max(-1, comma - 9), -1)
    start = next((k for k in back if tokens[k].lower == ","), None)
    return start is not None and not any(t.pos in FINITE for t in tokens[start:comma])


def _inner_aside(tokens: Tokens, marks: list[int]) -> Iterator[Unit]:
    """Between two commas: behind the subject and before its verb, or behind "that" or a verb."""
    for here, there in itertools.pairwise(marks):
        inside, after = tokens[here + 1 : there], tokens[there + 1 : there + 2]
        if not inside or not after or not here or _conditional(inside):
            continue
        if tokens[here].lower != "," or tokens[there].lower != ",":
            continue
        before = tokens[here - 1]
        splits = (
            before.pos in NOMINAL | {"mark"}
            and after[0].pos in FINITE
            and not _has_verb(tokens, here)
        )
        free = before.lower in {"that", "and", "but"} or before.pos in FINITE
        adverbial = free and inside[0].lower in _FREE and hanging(inside)
        if (splits and _loose(inside)) or adverbial:
            yield Unit(here, there + 1, "aside")


def _has_verb(tokens: Tokens, here: int) -> bool:
    """Whether the clause that goes up to ``here`` has its verb, so that what stands there is its object."""
    opens = (
        k + 1 for k in range(here - 1, -1, -1) if tokens[k].lower in JOINTS | {"that", ",", ";"}
    )
    return any(t.pos in FINITE for t in tokens[next(opens, 0) : here])


def _loose(inside: Tokens) -> bool:
    """Whether the stretch is an apposition or hangs on the subject, and is no item of a list."""
    first = inside[0]
    if first.pos == "relative":
        return any(t.pos in FINITE for t in inside)
    if first.lower in _HANGING or first.pos in {"participle", "gerund"}:
        return True
    plain = not any(t.lower in JOINTS or t.pos in FINITE for t in inside)
    return plain and first.pos in {"determiner", "possessive"} and len(inside) <= 12


def _leading(tokens: Tokens, marks: list[int]) -> Iterator[Unit]:
    """An adjunct before the subject ("in recent years, …")."""
    if not tokens or _conditional(tokens):
        return
    first = tokens[0]
    if set(lowers(tokens[:6])) & _LIMITING:
        return
    if first.lower in _BINDING or _attributes(tokens, marks):
        return
    if first.pos not in {"preposition", "adverb", "gerund", "participle", "relative"}:
        return
    beside = first.lower in _WHILE and lowers(tokens[2:3]) != ["as"]  # not "as long as"
    for i in marks[:3]:
        following = tokens[i + 1 : i + 2]
        subject = following and following[0].pos in {
            "determiner", "name", "noun", "pronoun", "possessive", "adjective", "there", "number",
        }  # fmt: skip
        apart = _one_verb(tokens[:i]) if beside else hanging(tokens[:i])
        if (
            not apart
            or any(t.pos == "number" for t in tokens[:i])
            or (first.lower in _BOUNDING and _measured(tokens[i:]))
        ):
            return
        if lowers(tokens[i + 2 : i + 3]) == [","]:
            continue  # the stretch goes on: "including my country, Elbonia, …"
        dated = subject and following[0].pos == "number" and i + 2 < len(tokens)
        if dated and tokens[i + 2].word.text[:1].isupper():
            continue  # "On Tuesday, 25 August, …"
        near = tokens[i + 1 : max(i + 5, next((m for m in marks if m > i), 0))]
        listed = any(t.lower in JOINTS for t in tokens[i + 1 : i + 5]) or (
            any(t.lower in JOINTS for t in near) and not any(t.pos in FINITE for t in near)
        )
        if subject and not listed and tokens[i].lower == "," and main_verb(tokens[i + 1 :]) > 0:
            yield Unit(0, i + 1, "leading")


def _attributes(tokens: Tokens, marks: list[int]) -> bool:
    """Whether the adjunct tells who says the rest ("As an earlier speaker noted, …")."""
    stretch = tokens[: marks[0]] if marks else ()
    own = {"i", "we"} & set(lowers(stretch))
    said = any(t.lower in _SAID and t.pos in FINITE | {"participle"} for t in stretch)
    return said and not own and lowers(stretch[:1]) == ["as"]


_SAID = word_set(
    "said noted stated stressed observed argued warned recalled emphasized underscored reminded says "
    "notes states stresses observes argues warns reminds suggested suggests pointed points told tells claim "
    "claims claimed show shows showed shown find finds found mentioned explained indicated"
)


def _measured(tokens: Tokens) -> bool:
    """Whether a quantity stands there, which what stands before may limit ("In Africa, most …")."""
    return any(t.pos == "number" or t.lower in _SHARES for t in tokens)


_BOUNDING = word_set("in since over during within at among of from")
_SHARES = word_set("half third quarter majority most percent")


def _one_verb(stretch: Tokens) -> bool:
    return sum(t.pos in FINITE for t in stretch) == 1


_WHILE = frozenset({"as", "while", "although", "though"})


def _tails(tokens: Tokens, marks: list[int]) -> Iterator[Unit]:
    """From the head of an adjunct behind the main verb to the end, or to a stop that closes it."""
    start = max(main_verb(tokens) + 1, 2)
    stops = [m for m in marks if _closes_tail(tokens, m)] + [len(tokens)]
    for i in range(start, len(tokens)):
        if not _opens_tail(tokens, i):
            continue
        end = next(m for m in stops if m >= i)
        relative = tokens[i].pos == "relative" or tokens[i].lower == "that"
        for stop in (end, *(j for j in range(i + 2, end) if _joins_verb(tokens, j, i))):
            stretch = tokens[i:stop]
            if relative and not any(t.pos in FINITE for t in stretch):
                continue
            if len(stretch) == 2 and stretch[1].pos == "pronoun":
                continue
            if stretch[-1].lower in SUBORDINATORS | {"that"}:
                continue  # the stop opens an aside in the clause that follows ("because, as …, it")
            if _ends_list(tokens[:i], stretch) or set(lowers(stretch[:10])) & _REGARD:
                continue
            if hanging(stretch):
                yield Unit(i, stop, "relative" if relative else "tail")


def _ends_list(left: Tokens, stretch: Tokens) -> bool:
    """Whether a list before the stretch has its "and" only in it ("a, b, c in x and d")."""
    joints = [i for i, t in enumerate(left) if t.lower in JOINTS]
    before = sum(t.lower == "," for t in left[joints[-1] if joints else 0 :])
    first = next((i for i, t in enumerate(stretch) if t.lower in JOINTS), None)
    within = sum(t.lower == "," for t in stretch[:first])
    return first is not None and (before > 1 or (before == 1 and within == 1))


def _joins_verb(tokens: Tokens, j: int, i: int) -> bool:
    """Whether "and" at ``j`` joins a verb to one that stands before the adjunct at ``i``."""
    following = tokens[j + 1 : j + 2]
    if tokens[j].lower not in JOINTS or not following or following[0].pos not in VERBAL:
        return False
    kind = tokens[j + 1].pos
    before = any(t.pos == kind for t in tokens[max(0, i - 14) : i])
    return before and not any(t.pos == kind for t in tokens[i:j])


def _closes_tail(tokens: Tokens, m: int) -> bool:
    """Whether the stop ends an adjunct, not an item of a list inside it."""
    if tokens[m].lower != ",":
        return True
    following = tokens[m + 1] if m + 1 < len(tokens) else None
    if following is None or following.pos in FINITE | {"pronoun"}:
        return True
    after = tokens[m + 2] if m + 2 < len(tokens) else None
    return following.lower in JOINTS and after is not None and after.pos in FINITE | {"base"}


_PERIODS = word_set("hour hours day days week weeks month months year years decade decades minutes")


def _opens_tail(tokens: Tokens, i: int) -> bool:
    token, before = tokens[i], tokens[i - 1]
    phrases = _TAILS_BY_HEAD.get(token.lower, ())
    idiom = any(len(p) > 1 and lowers(tokens[i : i + len(p)]) == p for p in phrases)
    if before.pos not in NOMINAL | {"adverb"} or token.lower in CONDITIONS:
        return False
    if before.lower in _PERIODS and token.lower in {"after", "before", "since", "from"}:
        return False  # "only a few weeks after the vote"
    if (before.lower in NEEDY and not idiom) or _in_name(tokens, i):
        return False
    if before.pos == "adverb" and token.pos in {"gerund", "participle"}:
        return False  # the adverb would hang ("the first conference specifically addressing …")
    if token.lower == "by" and _GUIDED & set(lowers(tokens[max(0, i - 9) : i])):
        return False
    if before.lower.endswith("ed") or before.lower in {
        "such",
        "so",
        "both",
        "more",
        "less",
        "rather",
        "as",
        "far",
        "up",
    }:
        return False
    if token.lower == "to":
        return _purpose(tokens, i)
    if token.pos in {"relative", "participle", "gerund"} or token.lower == "that":
        if token.lower in _PREPOSITIONAL:
            return False
        if token.pos == "gerund" and tokens[i + 1 : i + 2] and tokens[i + 1].pos in NOMINAL:
            return False
        subject = token.lower != "that" or (tokens[i + 1 : i + 2] and tokens[i + 1].pos in FINITE)
        return (
            token.lower != "being"
            and bool(subject)
            and _definite(tokens, i)
            and len(tokens) - i > 2
            and not (token.pos == "participle" and _had_done(tokens, i))
        )
    if token.lower == "by" and any(t.word.text[:1].isupper() for t in tokens[i + 1 : i + 4]):
        return False  # who did it
    if _complement(tokens, i) or (token.lower in _WHERE and _counted(tokens[:i])):
        return False
    alone = i > 1 and (tokens[i - 2].pos == "preposition" or tokens[i - 2].is_mark)
    bare = alone and before.pos == "noun"
    single = [token.lower] in phrases and not (_only_article(tokens, i) and token.lower in _TELLING)
    return idiom or (single and not bare and before.pos != "adverb")


def _only_article(tokens: Tokens, i: int) -> bool:
    """Whether the noun before ``i`` has no more than an article, so that what follows says which
    it is ("the crisis in the valley", "its comments at the session").
    """
    article = i > 1 and tokens[i - 2].pos in {"determiner", "possessive"}
    return article and tokens[i - 1].pos == "noun"


_GUIDED = word_set(
    "guided governed driven characterized marked based bound inspired motivated determined dominated shaped led "
    "achieved ensured measured judged"
)
"""Nobody knows what these say without what stands behind their "by"."""

_TELLING = frozenset(
    {"in", "at", "by", "within", "among", "across", "throughout", "under", "during"}
)


_TAKEN_AS = word_set(
    "include includes including treat treating regard regarding see seeing view viewing consider serve serves "
    "serving act acts acting recognize recognizing describe use using establish establishing designate know known "
    "define defining position remain continue continues role status"
)


def _complement(tokens: Tokens, i: int) -> bool:
    """Whether the verb before wants what stands at ``i`` ("put X at …", "support X in doing")."""
    if tokens[i].lower == "at" and tokens[i + 1 : i + 2] and tokens[i + 1].pos == "possessive":
        return True  # "have development at its centre"
    near = set(lowers(tokens[max(0, i - 8) : i]))
    if tokens[i].lower == "as" and near & _TAKEN_AS:
        return True  # "include all actors as partners"
    doing = tokens[i].lower == "in" and any(t.pos == "gerund" for t in tokens[i + 1 : i + 3])
    placing = set(lowers(tokens[max(0, i - 14) : i])) & _PLACING
    return doing or (bool(placing) and tokens[i].lower in {"in", "at", "under", "within", "before"})


def _counted(tokens: Tokens) -> bool:
    """Whether a quantity stands near the end, of which what follows may say where it holds."""
    near = tokens[-12:]
    return any(t.pos == "number" or t.lower in _QUANTITIES for t in near)


_WHERE = word_set("in within across throughout among at under during")
_QUANTITIES = word_set("half third quarter majority most percent number share rate all every no")


def _purpose(tokens: Tokens, i: int) -> bool:
    """Whether "to" at ``i`` opens a purpose, not the complement of a noun or of "for X"."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or following.pos not in {"base", "adverb"} or following.lower == "be":
        return False
    near = lowers(tokens[max(0, i - 9) : i])
    if set(near[-3:]) & _TRYING:
        return False  # "was working actively to change"
    if set(near[-3:]) & _NEEDED:
        return False  # "no excuse to", "any reason to"
    return "for" not in near and "it" not in near[-7:] and not set(near) & _WANTING


_TRYING = word_set(
    "work works worked working try tries tried trying strive strives striving fight fighting struggle seek act "
    "acting used able ready serve serves served"
)
_NEEDED = word_set("no any little every further longer enough first")


def _definite(tokens: Tokens, i: int) -> bool:
    """Whether the noun before ``i`` is clear without what follows it ("its plan that …"); "the
    plan that …" is not, unless it has a name.
    """
    k = i - 1
    while k > 0 and tokens[k].pos in NOMINAL | {"adjective", "adverb", "genitive"}:
        k -= 1
    named = tokens[k].lower == "the" and any(t.pos == "name" for t in tokens[k + 1 : i])
    known = named or tokens[k].lower in _DEFINITE
    return known and not set(lowers(tokens[max(0, i - 20) : i])) & _QUANTIFIED


def _had_done(tokens: Tokens, i: int) -> bool:
    """Whether the participle at ``i`` says what becomes of the object ("have their voices heard")."""
    near = range(max(0, i - 6), i - 1)
    return any(
        tokens[k].lower in _HAVING and tokens[k + 1].pos in {"determiner", "possessive"}
        for k in near
    )


_HAVING = word_set("have has had having get gets getting see make made keep leave find hear want")


def _in_name(tokens: Tokens, i: int) -> bool:
    """Whether the word at ``i`` stands inside a name ("Convention on the Rights of the Child")."""
    after = [t for t in tokens[i + 1 : i + 3] if t.lower not in {"the", "all"}]
    return (
        tokens[i - 1].word.text[:1].isupper() and bool(after) and after[0].word.text[:1].isupper()
    )


def _adverbs(tokens: Tokens) -> Iterator[Unit]:
    for i, token in enumerate(tokens[:-1]):
        beside = {tokens[i - 1].lower, tokens[i + 1].lower} if i else {","}
        held = {"genitive"} & {t.pos for t in tokens[i + 1 : i + 2]} or "'s" in beside
        if (
            token.lower in WEAK_ADVERBS
            and tokens[i + 1].lower != "far"
            and not held
            and not beside & ({",", "as", "so", "too", "how"} | JOINTS)
        ):
            yield Unit(i, i + 1, "adverb")
