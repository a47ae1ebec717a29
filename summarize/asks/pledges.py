"""What the speaker's side undertakes: its own future, decisions and offers, by wording alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarize.asks.action import ACTION, clean
from summarize.asks.actor import pattern
from summarize.asks.entries import Commitment
from summarize.asks.side import names_of
from summarize.lexicon import load
from summarize.speech import acts
from summarize.words import plain


def commitments(sentences: Sequence[str], delegation: str | None = None) -> tuple[Commitment, ...]:
    """What the speaker's side says that it will do, has decided to do or stands ready to do.

    Not what it would do under a condition that the sentence states, what it foresees without
    doing it ("we will see"), what it will say in the statement itself, or what never ends ("we
    will never forget"). A future of "we" counts only in a sentence that the model of speech acts
    holds for a commitment: "we" may be mankind.
    """
    found: list[Commitment] = []
    kinds = acts(sentences, delegation)
    for index, sentence in enumerate(sentences):
        text = plain(sentence)
        for match in _pledge(delegation).finditer(text):
            sure = match["we"] is None or kinds[index] == "commitment"
            if sure and _undertakes(match, text):
                denied = "not " if match["not"] else ""
                one = Commitment(denied + clean(_action(sentence, match)), index)
                found += [one] if one not in found else []
    return tuple(found)


def _undertakes(match: re.Match[str], text: str) -> bool:
    if pattern("not_undertaken").match(match["action"]):
        return False
    return not pattern("supposing").search(text[: match.start("how")])


def _action(sentence: str, match: re.Match[str]) -> str:
    return sentence[match.start("action") : match.end("action")]


@lru_cache(maxsize=64)
def _pledge(delegation: str | None) -> re.Pattern[str]:
    words = load("asks")
    aside = r"(?:,\s[^,;:.]{3,80},)?"
    return re.compile(
        rf"(?:^|[,;:]\s|\b(?:and|but|that|therefore|moreover|also)\s)"
        rf"(?:(?P<we>we|it)|{names_of(delegation)}){aside}\s(?:(?:{words['between']})\s)*"
        rf"(?P<how>{words['undertaking']})\s(?:\w+ly\s)?(?P<not>not\s)?"
        rf"(?:,\s[^,;:.]{{3,80}},\s)?{ACTION}",
        re.IGNORECASE,
    )
