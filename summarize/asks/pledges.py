"""What the speaker's side undertakes: its own future, decisions and offers, by wording alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from summarize.asks.action import ACTION, clean
from summarize.asks.actor import pattern
from summarize.asks.entries import Commitment
from summarize.asks.side import names_of
from summarize.lexicon import load
from summarize.quotes import inside_quotation
from summarize.records import Act, Seen
from summarize.speech import acts
from summarize.words import plain


def commitments(
    sentences: Sequence[str], delegation: str | None = None, seen: Sequence[Seen | None] = ()
) -> tuple[Commitment, ...]:
    """What the speaker's side says that it will do, has decided to do or stands ready to do.

    Not what it would do under a condition that the sentence states, what it foresees without
    doing it ("we will see"), what it will say in the statement itself, or what never ends ("we
    will never forget"). "We will" counts only in a sentence that the model of speech acts holds
    for a commitment or a fact: "we" may be mankind. ``seen``: what a model of passages saw in each
    sentence, or nothing.
    """
    found: list[Commitment] = []
    kinds = acts(sentences, delegation, seen)
    quoted = inside_quotation(sentences)
    for index, sentence in enumerate(sentences):
        text = "" if quoted[index] else plain(sentence)
        for match in _pledge(delegation).finditer(text):
            if _is_own(match, kinds[index], delegation) and _undertakes(match, text):
                found.append(Commitment(_undertaking(sentence, match), index))
        found += [Commitment(clause, index) for clause in _support_promised(sentence, text)]
    return tuple(dict.fromkeys(found))


def _support_promised(sentence: str, text: str) -> Iterator[str]:
    """For example "the mission will have our full support", whole."""
    for match in pattern("support_promised").finditer(text):
        before = text[: match.start("clause")]
        head = before + _WILL_HAVE.split(match["clause"])[0]
        if not (pattern("supposing").search(before) or pattern("unpromised").search(head)):
            yield clean(sentence[match.start("clause") : match.end("clause")])


_WILL_HAVE: Final = re.compile(r"\s(?:will|shall|can)\s")


def _is_own(match: re.Match[str], act: Act, delegation: str | None) -> bool:
    """Whether it is the speaker's side that undertakes: "it" is where the side says so itself."""
    if match["it"]:
        before = pattern("opening_words").sub("", match.string[: match.start("it")])
        declared = rf"{names_of(delegation)}\b{load('asks')['declaring']}"
        return bool(re.match(declared, before, re.IGNORECASE))
    bare_future = match["we"] and re.match(r"will|shall", match["how"])
    return not bare_future or act in ("commitment", "fact")


def _undertakes(match: re.Match[str], text: str) -> bool:
    if " " not in match["action"].strip(" .,"):
        return False  # "as we do and will continue" was not read to its end
    if pattern("not_undertaken").match((match["not"] or "") + match["action"]):
        return False
    if pattern("no_verb").match(match["action"]) or pattern("in_the_statement").search(
        match["action"]
    ):
        return False
    return not pattern("supposing").search(text[: match.start("how")])


def _undertaking(sentence: str, match: re.Match[str]) -> str:
    """What is undertaken: "not build" stays denied, "not only build" is no denial."""
    action = clean(_action(sentence, match))
    if match["not"] and action.startswith("only "):
        return action.removeprefix("only ")
    return f"not {action}" if match["not"] else action


def _action(sentence: str, match: re.Match[str]) -> str:
    return sentence[match.start("action") : match.end("action")]


@lru_cache(maxsize=64)
def _pledge(delegation: str | None) -> re.Pattern[str]:
    words = load("asks")
    aside = r"(?:,\s[^,;:.]{3,80},|,\s(?:in|with|like|together|along|as)\s[^;:.]{3,200}?,)?"
    return re.compile(
        rf"(?:(?:^|[,;:]\s|\b(?:and|but|that|which|therefore|moreover|also)\s)"
        rf"(?:(?P<we>we)|(?<=that\s)(?P<it>it)|{names_of(delegation)}){aside}"
        rf"|(?<=^){names_of(delegation)}\b(?:(?!\b(?:that|which|who)\b)[^;:.])*?,?\s(?:and|but)"
        rf"(?=\s(?:\w+\s)?(?:{words['goes_on_to']})))"
        rf"\s(?:(?:{words['between_own']})\s)*"
        rf"(?P<how>{words['undertaking']})\s(?:\w+ly\s)?(?P<not>not\s)?"
        rf"(?:,\s[^,;:.]{{3,80}},\s)?{ACTION}",
        re.IGNORECASE,
    )
