"""What the speaker does or owes is told as that act: "condemned" where it condemns, no plain "noted"
of what must be, no "pledged" of what others will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from summarize.clauses import Clause
from summarize.lexicon import load
from summarize.records import Finding
from summarize.verify.force import CALLING, behind, expressed, has_own, span_of
from summarize.verify.usage import needed, past
from summarize.verify.view import View, finding
from summarize.words import Word, fold, words


def check(view: View) -> Iterator[Finding]:
    """A blocking ``force`` for a plain "noted", or a verb of another rung, in place of what the
    speaker does in the first person (condemns, demands).
    """
    for clause in view.clauses:
        if clause.verb >= 0:
            yield from _toned_down(view, clause)
            yield from _felt(view, clause)


def check_owed(view: View) -> Iterator[Finding]:
    """A blocking ``force`` for "noted" of what ought to be, and for "pledged" of what others do; a
    blocking ``negation`` for "opposed" where the source denies nothing.

    Together they stop two of 7,258 reference condensations.
    """
    for clause in view.clauses:
        if clause.verb >= 0:
            yield from _understated(view, clause)
            yield from _opposed(view, clause)
            yield from _not_ours(view, clause)


def _opposed(view: View, clause: Clause) -> Iterator[Finding]:
    verb = view.words[clause.verb]
    sentences = behind(view, clause) if past(verb.low) == "opposed" else set()
    if sentences and not any(_AGAINST.search(view.source.sentences[s]) for s in sentences):
        message = f"The source denies nothing where the condensation has “{verb.text}”."
        span = span_of(view, min(sentences))
        yield finding("negation", message, (verb.start, verb.end), span)


_AGAINST = re.compile(
    r"\b(?:oppos|reject|object|against|not\b|nor?\b|never|refus|condemn|deplor|critic|denounc|unaccept|cannot|without"
    r"|unable|disagree|dissoci|resist|contrary|inadmiss|illegal|violat|wrong|stop|cease|fail|unjust|abstain|protest"
    r"|hardly|rather than|end\b|danger|threat|alien)|n['’]t\b",
    re.IGNORECASE,
)

_NEEDED = {"imperative", "indispensable", "mandatory", "obligatory"}
_WANTED = {"advisable", "desirable", "useful", "helpful", "beneficial", "worthwhile", "permissible"}


def check_scale(view: View) -> Iterator[Finding]:
    """A blocking ``force`` for "desirable" or "imperative" where the source has no such word.

    It stops two of 7,816 reference condensations.
    """
    for index, word in enumerate(view.words):
        graded = word.low in _NEEDED | _WANTED and not view.supported(index)
        if graded and not view.quoted(word.start, word.end):
            message = f"The source does not say that this is {word.text}."
            yield finding("force", message, (word.start, word.end))


_PLAIN = {"noted", "mentioned", "observed", "reported", "recalled", "described", "acknowledged"}
_ACTS = {
    "condemn", "denounce", "deplore", "demand", "urge", "reject", "welcome", "regret", "insist",
    "call", "appeal", "support", "endorse", "pledge", "oppose", "ask", "hope", "invite",
    "encourage", "propose", "suggest", "commend", "praise", "request",
}  # fmt: skip


def _toned_down(view: View, clause: Clause) -> Iterator[Finding]:
    """A verb that is not the act which the speaker performs in the first person on the very words
    reported: a plain one, one of another rung of its ladder, or another act.
    """
    first = next(
        (view.aligned.place[i] for i in range(clause.verb + 1, min(clause.verb + 8, clause.last))
         if view.words[i].content and view.aligned.place[i] >= 0), -1,
    )  # fmt: skip
    act = _performed(view, first)
    if act < 0 or _retold(view, clause, act):
        return
    verb, there = view.words[clause.verb], view.source_words[act]
    if past(verb.low) in _PLAIN and any(
        w.stem == verb.stem for w in view.source_words[max(0, act - _NOUN_WITHIN) : first]
    ):
        return  # "we acknowledge and support", "we recall that we oppose"
    how = "another act" if _is_no_ask(past(verb.low), there.low) else _step(view, clause, act)
    if not how:
        return
    message = f"The speaker says “{there.text}”; “{verb.text}” is {how}."
    yield finding("force", message, (verb.start, verb.end), (there.start, there.end))


def _felt(view: View, clause: Clause) -> Iterator[Finding]:
    """ "Expressed concern" where the source expresses something else ("our hope for the talks")."""
    noun, verb = expressed(view, clause), view.words[clause.verb]
    needs = needed(f"expressed {noun}") if noun else None
    told = sorted(behind(view, clause))
    said = fold(" ".join(view.source.sentences[s] for s in told))
    if needs and re.search(r"\b(?:express|voice)(?:es)?\b", said) and not needs.search(" " + said):
        message = f"The source expresses something else than “{noun}”."
        yield finding("force", message, (verb.start, verb.end), span_of(view, told[0]))


_ASKING = {"call", "urge", "appeal", "ask", "invite", "request", "demand", "encourage"}
_NO_ASK = {
    "announced", "thanked", "pledged", "considered", "praised", "commended", "regretted", "reported",
    "rejected", "opposed", "welcomed",
}  # fmt: skip
"""Verbs that no reference condensation of 7,258 has where the speaker asks in the first person."""


def _is_no_ask(verb: str, act: str) -> bool:
    """Whether the verb tells of another act than the asking that the speaker does."""
    return verb in _NO_ASK and act.removesuffix("s") in _ASKING


_OPPOSED = ("approval", "opposition")
"""Of the acts in ``performed``, those whose rungs are opposites and no steps."""

_NOUN_WITHIN = 4
"""Words from "express" to its noun ("expressed its very deep concern"), itself counted."""


def _noun(after: Sequence[Word]) -> str:
    """The act that a noun behind "express" stands for; "" where it stands for none."""
    table: dict[str, str] = load("force")["expressed"]
    return next((table[w.low] for w in after if w.low in table), "")


def _step(view: View, clause: Clause, act: int) -> str:
    """Whether the reporting verb is "weaker" or "stronger" than the act at the place ``act`` of
    the source, or "another act"; "" where none of these.
    """
    low = past(view.words[clause.verb].low)
    if low in _PLAIN:
        return "weaker"
    after = view.words[clause.verb + 1 : min(clause.verb + 1 + _NOUN_WITHIN, clause.last)]
    key = _noun(after) if low in ("expressed", "voiced") else low
    done = _noun(view.source_words[act : act + 1]) or view.source_words[act].low.removesuffix("s")
    for family, rungs in load("force")["performed"].items():
        ranks = {verb: rank for rank, verbs in enumerate(rungs) for verb in verbs}
        mine, theirs = ranks.get(key), ranks.get(done)
        if mine is None or theirs is None or mine == theirs:
            continue
        if mine > theirs and family not in _OPPOSED and _strict(view):
            return ""
        return "another act" if family in _OPPOSED else "weaker" if mine < theirs else "stronger"
    return ""


def _strict(view: View) -> bool:
    """Whether the source has words for which a verb of demanding stands."""
    lows = {w.low for w in view.source_words}
    return bool(lows & {"must", "demand", "demands", "insist", "insists", "imperative", "cannot"})


_EXPRESS = {"express", "expresses", "voice", "voices"}


def _performed(view: View, place: int) -> int:
    """The act that the speaker performs right before ``place`` ("we strongly condemn the"); -1."""
    words = view.source_words
    acts = _ACTS | {a + "s" for a in _ACTS}
    for p in range(place - 1, max(-1, place - 7), -1):
        if words[p].mark:
            return -1
        near = words[max(0, p - 4) : p]
        before = [w.low for w in near]
        noun = words[p].low in load("force")["expressed"] and _EXPRESS & set(before)
        if noun or words[p].low in acts:
            if not noun and before[-1:] and before[-1] in _DETERMINING:
                continue  # "the call for", "the request"
            after = words[p + 1].low if p + 1 < len(words) else ""
            if words[p].low in ("call", "calls") and after not in CALLING:
                return -1  # "we call this an attack"
            if _DENYING & set(before):
                return -1
            return p if _is_own(view, before) else -1
    return -1


_DETERMINING = {
    "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "any",
}  # fmt: skip
"""Before these words an act is a noun ("the call for")."""
_DENYING = {"not", "never", "cannot", "nor", "neither", "no"}


def _is_own(view: View, before: Sequence[str]) -> bool:
    """Whether the words before an act name the speaker's side: the first person, or two words of
    content of the delegation's name (the one of a name of one).
    """
    named = {w.low for w in words(view.source.delegation or "") if w.content}
    found = named & set(before)
    return bool({"we", "i", "delegation"} & set(before)) or 0 < min(2, len(named)) <= len(found)


_NOTED = {"noted", "observed", "mentioned"}
_DUTY = {"must", "should", "shall"}
_WANTS = {
    "must", "need", "needs", "should", "necessary", "imperative", "essential", "crucial", "expect",
    "expects", "want", "wants",
}  # fmt: skip
_WITHIN = 8
"""Words of the source from what wants a thing to the thing wanted."""


def _understated(view: View, clause: Clause) -> Iterator[Finding]:
    """A plain verb for what ought to be: "noted that X must", or "noted X" where "we need X"
    stands in the source.
    """
    verb = view.words[clause.verb]
    if past(verb.low) not in _NOTED or has_own(view, verb.stem):
        return
    claim = takewhile(lambda w: w.low != "but", view.words[clause.verb + 1 : clause.last])
    said = [w.low for w in claim]
    wanted = _wanted(view, clause)
    if said[:1] == ["that"]:
        owed = bool(_DUTY & set(said)) or (wanted >= 0 and ("had", "to") in pairwise(said))
    else:
        owed = wanted >= 0 and not _WANTS & set(said)
    if owed:
        span = (
            None if wanted < 0 else (view.source_words[wanted].start, view.source_words[wanted].end)
        )
        message = f"The source says what ought to be; “{verb.text}” is weaker."
        yield finding("force", message, (verb.start, verb.end), span)


_OURS = {
    "we", "our", "us", "i", "my", "pledge", "pledges", "pledged", "commit", "committed", "commitment",
    "promise", "assure", "ensure",
}  # fmt: skip
_BODIES = {"council", "assembly", "nations", "united", "security", "general"}
"""Words of the names of bodies, for which the speaker does not pledge."""


def _not_ours(view: View, clause: Clause) -> Iterator[Finding]:
    """ "Pledged that" somebody would, who is neither the speaker's side nor named, where the source
    speaks of nobody's own doing ("voter registration will begin").
    """
    verb, said = view.words[clause.verb], view.words[clause.verb + 1 : clause.last]
    if past(verb.low) != "pledged" or not said or said[0].low != "that":
        return
    subject = list(takewhile(lambda w: w.low not in {"will", "would"}, said[1:]))
    if len(subject) == len(said) - 1 or any(_is_actor(view, w) for w in subject):
        return
    told_in = sorted(behind(view, clause) & set(range(len(view.source.sentences))))
    told = re.findall(r"[a-z]+", fold(" ".join(view.source.sentences[s] for s in told_in)))
    if told_in and not _OURS & set(told):
        message = "“Pledged” is for what the speaker takes on; the source tells what will be."
        yield finding("force", message, (verb.start, verb.end), span_of(view, told_in[0]))


def _is_actor(view: View, word: Word) -> bool:
    own = word.stem in view.side or word.low in {"it", "he", "she", "government", "delegation"}
    return own or (word.upper and word.low not in _BODIES)


def _wanted(view: View, clause: Clause) -> int:
    """The source's word that wants the very thing reported ("we need a package"); -1 if none."""
    first = next(
        (view.aligned.place[i] for i in range(clause.verb + 1, min(clause.verb + 5, clause.last))
         if view.words[i].content and view.aligned.place[i] >= 0), -1,
    )  # fmt: skip
    words = view.source_words
    for p in range(first - 1, max(-1, first - _WITHIN - 1), -1):
        if words[p].mark:
            return -1
        if words[p].low in _WANTS and not (
            p and words[p].low == "needs" and _is_noun(words[p - 1])
        ):
            return p
    return -1


def _is_noun(before: Word) -> bool:
    """Whether "needs" behind this word is a noun ("humanitarian needs")."""
    return before.content and not before.upper


def _retold(view: View, clause: Clause, act: int) -> bool:
    stem = view.source_words[act].stem
    return any(w.stem == stem for w in view.words[clause.first : clause.last])
