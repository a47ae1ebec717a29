"""Force: the reporting verb and the modals are no stronger and no weaker than the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, takewhile

from summarize.clauses import Clause
from summarize.lexicon import load
from summarize.records import Finding
from summarize.verify.learned import linear
from summarize.verify.modal import source_modal
from summarize.verify.verbs import verb_features
from summarize.verify.view import View, finding
from summarize.words import Word, fold

# What "must" and "should" may stand for. A modal that the source does not have at this place is
# no finding: the source may say the same with a noun ("the duty to").
_STRONGER = {"must": {"should", "may", "might", "could", "would"}}
_WEAKER = {"should": {"must", "shall", "will"}, "may": {"must"}}


def check(view: View) -> Iterator[Finding]:
    """A blocking ``force`` for a reporting verb without ground in the source, and for a plain
    "noted" in place of what the speaker does (condemns, demands).
    """
    for clause in view.clauses:
        if clause.verb >= 0:
            if view.words[clause.verb].low not in _GRAVEST:
                yield from _ungrounded(view, clause)
            yield from _toned_down(view, clause)


def check_acts(view: View) -> Iterator[Finding]:
    """A blocking ``force`` for "noted" of what ought to be, and for "pledged" of what others do.

    Together they stop two of 7,258 reference condensations.
    """
    for clause in view.clauses:
        if clause.verb >= 0:
            yield from _understated(view, clause)
            yield from _not_ours(view, clause)


def check_gravest(view: View) -> Iterator[Finding]:
    """A blocking ``force`` for one of the gravest verbs without ground in the source."""
    for clause in view.clauses:
        if clause.verb >= 0 and view.words[clause.verb].low in _GRAVEST:
            yield from _ungrounded(view, clause)


def _ungrounded(view: View, clause: Clause) -> Iterator[Finding]:
    verb = view.words[clause.verb]
    needs = _needs(_past(verb.low))
    if not needs or (verb.low == "called" and not _asks(view, clause)):
        return
    behind = _behind(view, clause)
    if not behind:
        return
    if _past(verb.low) not in _GRAVE:
        behind |= {s + step for s in behind for step in (-1, 1)}
    behind &= set(range(len(view.source.sentences)))
    said = fold(" ".join(view.source.sentences[s] for s in sorted(behind)))
    if needs.search(" " + said) or _own_word(view, verb.stem) or _usual(view, clause):
        return
    message = f"“{verb.text}” is not what the source does here: nothing in it is so strong."
    yield finding("force", message, (verb.start, verb.end), _span(view, min(behind)))


# The log-odds of the trained model from which a verb without its words in the source is an error:
# of the training references left out, half of those that the words alone would stop lie below.
_LEAST = -1.5


def _usual(view: View, clause: Clause) -> bool:
    """Whether condensations use the verb where a source says what this one says."""
    return linear().score(verb_features(view, clause)) < _LEAST


def _asks(view: View, clause: Clause) -> bool:
    after = view.words[clause.verb + 1].low if clause.verb + 1 < len(view.words) else ""
    return after in {"for", "on", "upon", "again", "once", "urgently"}


def _past(word: str) -> str:
    """The past tense of a participle that opens a claim ("urging": "urged")."""
    if not word.endswith("ing"):
        return word
    forms = (word[:-3] + "ed", word[:-4] + "ed")
    return next((f for f in forms if f in load("force")["needs"]), word)


@lru_cache(maxsize=256)
def _needs(verb: str) -> re.Pattern[str] | None:
    needs: list[str] = load("force")["needs"].get(verb, [])
    if not needs:
        return None
    return re.compile(
        "|".join(re.escape(n) if n == "?" else rf"(?<![a-z]){re.escape(n)}" for n in needs)
    )


def _behind(view: View, clause: Clause) -> set[int]:
    """The sentences that the words of a claim come from, the chance ones left out."""
    count: Counter[int] = Counter()
    for index in range(clause.verb + 1, clause.last):
        place = view.aligned.place[index]
        if place >= 0 and view.words[index].content:
            count[view.aligned.source.sentence[place]] += 1
    return set(count)


def _own_word(view: View, stem: str) -> bool:
    """Whether a sentence of which much was taken over has the reporting verb itself."""
    source, count = view.aligned.source, Counter[int]()
    for index, (word, place) in enumerate(zip(view.words, view.aligned.place, strict=True)):
        if place >= 0 and word.content and index not in view.reporting:
            count[source.sentence[place]] += 1
    return any(count[source.sentence[p]] >= 2 for p in source.places.get(stem, ()))


def _span(view: View, sentence: int) -> tuple[int, int]:
    start = sum(len(s) + 1 for s in view.source.sentences[:sentence])
    return start, start + len(view.source.sentences[sentence])


# Verbs that need their ground in the very sentences reported; for others the next ones will do.
_GRAVE = {"demanded", "ordered", "condemned", "denounced", "deplored", "pledged", "opposed"}
_GRAVEST = {"demanded", "ordered", "condemned", "denounced"}
_PLAIN = {"noted", "mentioned", "observed", "reported", "recalled", "described", "acknowledged"}
_ACTS = {
    "condemn", "denounce", "deplore", "demand", "urge", "reject", "welcome", "regret", "insist",
    "call", "appeal", "support", "endorse", "pledge", "oppose", "ask", "hope", "invite",
    "encourage", "propose", "suggest", "commend", "praise", "request",
}  # fmt: skip


def _toned_down(view: View, clause: Clause) -> Iterator[Finding]:
    """A weaker or stronger verb where the speaker acts in the first person on the very words
    reported: a plain one, or one two rungs away on the same ladder.
    """
    first = next(
        (view.aligned.place[i] for i in range(clause.verb + 1, min(clause.verb + 8, clause.last))
         if view.words[i].content and view.aligned.place[i] >= 0), -1,
    )  # fmt: skip
    act = _performed(view, first)
    if act < 0 or _retold(view, clause, act):
        return
    verb, there = view.words[clause.verb], view.source_words[act]
    how = "another act" if _is_no_ask(verb.low, there.low) else _step(view, clause, there)
    if not how:
        return
    message = f"The speaker says “{there.text}”; “{verb.text}” is {how}."
    yield finding("force", message, (verb.start, verb.end), (there.start, there.end))


_ASKING = {"call", "urge", "appeal", "ask", "invite", "request", "demand", "encourage"}
_NO_ASK = {
    "announced", "thanked", "pledged", "considered", "praised", "commended", "regretted", "reported",
    "rejected", "opposed", "welcomed",
}  # fmt: skip
"""Verbs that no reference condensation of 7,258 has where the speaker asks in the first person."""


def _is_no_ask(verb: str, act: str) -> bool:
    """Whether the verb tells of another act than the asking that the speaker does."""
    return verb in _NO_ASK and act.removesuffix("s") in _ASKING


def _step(view: View, clause: Clause, act: Word) -> str:
    """Whether the reporting verb is "weaker" or "stronger" than the act; "" where neither."""
    low = view.words[clause.verb].low
    if low in _PLAIN:
        return "weaker"
    after = view.words[clause.verb + 1 : clause.verb + 4]
    key = "concern" if low == "expressed" and any(w.low == "concern" for w in after) else low
    for rungs in load("force")["performed"].values():
        ranks = {verb: rank for rank, verbs in enumerate(rungs) for verb in verbs}
        mine, theirs = ranks.get(key), ranks.get(act.low.removesuffix("s"))
        if mine is not None and theirs is not None and mine != theirs:
            return "weaker" if mine < theirs else "" if _strict(view) else "stronger"
    return ""


def _strict(view: View) -> bool:
    """Whether the source has words for which a verb of demanding stands."""
    lows = {w.low for w in view.source_words}
    return bool(lows & {"must", "demand", "demands", "insist", "insists", "imperative", "cannot"})


def _performed(view: View, place: int) -> int:
    """The act that the speaker performs right before ``place`` ("we strongly condemn the"); -1."""
    words = view.source_words
    for p in range(place - 1, max(-1, place - 7), -1):
        if words[p].mark:
            return -1
        if words[p].low in _ACTS | {a + "s" for a in _ACTS}:
            before = [w.low for w in words[max(0, p - 4) : p]]
            own = {"we", "i", "delegation", *fold(view.source.delegation or "").split()}
            return p if own & set(before) else -1
    return -1


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
    if verb.low not in _NOTED or _own_word(view, verb.stem):
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
    if verb.low != "pledged" or not said or said[0].low != "that":
        return
    subject = list(takewhile(lambda w: w.low not in {"will", "would"}, said[1:]))
    if len(subject) == len(said) - 1 or any(_is_actor(view, w) for w in subject):
        return
    behind = sorted(_behind(view, clause) & set(range(len(view.source.sentences))))
    told = re.findall(r"[a-z]+", fold(" ".join(view.source.sentences[s] for s in behind)))
    if behind and not _OURS & set(told):
        message = "“Pledged” is for what the speaker takes on; the source tells what will be."
        yield finding("force", message, (verb.start, verb.end), _span(view, behind[0]))


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


def check_modals(view: View) -> Iterator[Finding]:
    """A blocking ``force`` for "must" in place of "should", and the reverse."""
    for index, word in enumerate(view.words):
        for table, how in ((_STRONGER, "stronger"), (_WEAKER, "weaker")):
            other = source_modal(view, index) if word.low in table else None
            if other is None or view.source_words[other].low not in table[word.low]:
                continue
            there = view.source_words[other]
            message = f"The source says “{there.text}”; “{word.text}” is {how}."
            yield finding("force", message, (word.start, word.end), (there.start, there.end))
