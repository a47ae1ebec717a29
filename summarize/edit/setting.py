"""What stands before the speaker and belongs to what is said: when, where, about what, what for."""

from __future__ import annotations

from summarize.edit.grammar import FINITE, main_verb
from summarize.edit.opening import freed, trimmed
from summarize.edit.token import Tokens, lowers, plain, render, starts
from summarize.edit.words import word_set

LONGEST = 14
_TOPICAL = ("regarding", "concerning", "with regard to", "with respect to", "as regards", "as for",
            "in relation to", "on the question of", "on the issue of", "on the subject of",
            "on the matter of", "in the case of", "with reference to", "on the situation in",
            "in view of", "in the light of", "in light of", "in terms of")  # fmt: skip
_TIMED = word_set("in since during at on by from between over after before until for within as")
_PERIODS = word_set(
    "january february march april may june july august september october november december year years month "
    "months week weeks decade decades summer spring autumn winter century"
)
_WHEN = word_set("last next past previous coming recent ago")
_PLACED = word_set("in at within across throughout")
_POINTING = word_set("this that these those such it its their them his her they he she which here")
_OWN = word_set("we i our my us me")
_DISCOURSE = word_set(
    "behalf conclusion closing addition view opinion hand note occasion top whole contrary point matter "
    "capacity name light way mind sense token moment time day fact effect general particular short contrast "
    "principle outset world"
)


def setting(head: Tokens, names: tuple[str, ...]) -> Tokens:
    """The stretch before the speaker, without its stops, where it says when or where something is, what
    the sentence is about, for whom else the speaker speaks, or what for; else nothing.

    What points back ("in that regard"), is the speaker's own or has a verb is left out.
    """
    tokens = trimmed(freed(trimmed(head)))
    if head and head[-1].lower == "—":
        return ()  # what follows is an aside
    if not tokens or any(name and f" {name} " in f" {render(tokens).lower()} " for name in names):
        return ()
    if starts(tokens, "on behalf of") and len(tokens) <= LONGEST:
        return () if {"my", "our", "myself"} & set(lowers(tokens)) else tokens
    tokens = _place(tokens) or tokens
    verbs = any(t.pos in FINITE for t in tokens)
    points = (_POINTING | _OWN) & set(lowers(tokens))
    if len(tokens) > LONGEST or verbs or points or ":" in lowers(tokens):
        return ()
    kept = _is_topic(tokens) or _is_time(tokens) or _is_place(tokens) or is_purpose(tokens)
    return tokens if kept else ()


def is_purpose(tokens: Tokens) -> bool:
    """Whether the stretch says what for ("in order to end the drought")."""
    return starts(tokens, "in order to") and len(tokens) > len(("in", "order", "to"))


def placed(opening: int, report: Tokens, stretch: Tokens) -> Tokens:
    """A report whose first ``opening`` tokens are what reports, with the stretch behind "that" or, where
    no clause follows, at its end; without it where it opens with "on" and would stand at the end.
    """
    letters = lowers(report[: opening + 1])
    clause = "that" in letters[:opening] or main_verb(report[opening + 1 :]) > 0
    direct = letters[opening - 1 : opening] and letters[opening - 1] in _OF_THINGS
    if "that" in letters and clause and not (direct and "that" not in letters[:opening]):
        that = letters.index("that") + 1
        return (*report[:that], *stretch, *plain(","), *report[that:])
    if stretch[0].lower == "on" and not starts(stretch, "on behalf of"):
        return report  # it would read as said of the last noun
    return (*report, *(() if is_purpose(stretch) else plain(",")), *stretch)


_OF_THINGS = word_set(
    "supported welcomed reaffirmed reiterated thanked commended condemned rejected appreciated applauded "
    "endorsed shared praised saluted"
)
"""Behind these "that" is seldom a conjunction ("supported that process")."""


def _is_topic(tokens: Tokens) -> bool:
    opens = any(starts(tokens, phrase) for phrase in _TOPICAL)
    told = len(tokens) > 2 and tokens[0].lower == "on" and not _DISCOURSE & set(lowers(tokens))
    return (opens or told) and any(t.pos in {"name", "noun"} for t in tokens)


def _is_time(tokens: Tokens) -> bool:
    """Whether a year, a month or a period stands there ("in March next year")."""
    if tokens[0].lower not in _TIMED:
        return False
    letters = set(lowers(tokens))
    year = any(t.word.text.isdigit() and len(t.word.text) == len("2000") for t in tokens)
    return year or bool(letters & _PERIODS and letters & _WHEN)


def _is_place(tokens: Tokens) -> bool:
    named = any(t.pos == "name" for t in tokens[1:])
    return tokens[0].lower in _PLACED and named and not _DISCOURSE & set(lowers(tokens))


def _place(tokens: Tokens) -> Tokens:
    """The "in" and the name with which the stretch begins, up to a comma ("In the Marrow Basin, we call
    on …", "In brotherly Elbonia, where …, we stress …"), or nothing.
    """
    comma = next((i for i, t in enumerate(tokens) if t.lower == ","), len(tokens))
    place, kinds = tokens[:comma], {"name", "determiner", "conjunction", "adjective"}
    if comma + 1 < len(tokens) and tokens[comma + 1].pos != "relative":
        return ()  # other places follow
    named = any(t.pos == "name" for t in place[1:])
    is_place = lowers(place[:1]) == ["in"] and named and all(t.pos in kinds for t in place[1:])
    return place if is_place else ()
