"""What is asked for or pledged: whole, in the source's words, and without what comes after it."""

from __future__ import annotations

import re
from typing import Final

from summarize.asks.actor import pattern
from summarize.edit.stray import strays
from summarize.lexicon import load

_INSIDE: Final = (
    r"(?:(?!,?\s(?:and|but)\s(?:also\s)?(?:we|I)\s(?!can\b|could\b|may\b|might\b))"
    r"(?:[^;.]|\.(?=\S|(?<=\bMr\.)|(?<=\bMs\.)|(?<=\bMrs\.)|(?<=\bDr\.)|(?<=\bNo\.))))"
)
"""A character of an action: a stop ends it, a decimal point or an abbreviation does not; so does
what the speaker goes on to do ("…, and we urge …")."""

ACTION: Final = rf"(?P<action>{_INSIDE}{{3,500}})"


def clean(action: str) -> str:
    """``action`` up to where another subject is asked or another thing is said, without marks."""
    cut = pattern("goes_on").search(action)
    if cut and "not only" in action[: cut.start()] and "but" in cut.group():
        cut = None  # what is asked for "not only" is half of it
    action = (action[: cut.start()] if cut else action).strip(" ,;.")
    said, *aside = re.split(r"\s[-–—]\s", action)
    action = said if len(aside) == 1 else action  # a pair of dashes brackets what belongs to it
    return re.sub(r"^(?:also|now|therefore,?|thus|either)\s", "", _balanced(action)).strip(" ,;.")


def uncapitalized(action: str) -> str:
    """``action`` with a small letter where a word that is no name opened its sentence."""
    first = action.split(" ", 1)[0]
    small = first.lower() in load("asks")["small_words"]
    return action[:1].lower() + action[1:] if small else action


def without_pages(action: str) -> str:
    """``action`` without the numbers of pages that a layout has left inside it."""
    for span in reversed(strays(action)):
        action = f"{action[: span.start].rstrip()} {action[span.end :].lstrip()}".strip()
    return action


def is_cut_short(action: str) -> bool:
    """Whether ``action`` ends within a phrase, as a sentence does that a page break cut."""
    return not action or bool(pattern("ends_cut", "$").search(action))


def _balanced(action: str) -> str:
    """Without a dash, a closing mark or an opening one at its end that nothing answers."""
    action = action.rstrip(" ,;.-–—")
    for opening, closing in ("()", "“”"):
        if action.count(closing) > action.count(opening) and action.endswith(closing):
            action = action[:-1]
    return action


def starts_idle(action: str) -> bool:
    """Whether the form asks for nothing: "we must say", "it should be noted", "should like to"."""
    return bool(pattern("asking_nothing").match(action.strip(" ,")))
