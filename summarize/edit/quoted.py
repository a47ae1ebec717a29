"""A sentence in the speaker's own words, where no report of it holds.

"We cannot abandon them" said for everyone has no third person: "we" is neither the State nor "all".
Quoted it is exact, and the note still carries the passage's main claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarize.edit.announcement import announces
from summarize.edit.clause import Clause, expected
from summarize.edit.grammar import is_subordinate, main_verb
from summarize.edit.noise import is_noise
from summarize.edit.opening import freed, is_question, trimmed
from summarize.edit.pointing import SUBJECT, pointing
from summarize.edit.token import Tokens, size, starts
from summarize.edit.words import Word
from summarize.joined import split

TRUST = 0.8
LEAST = 6
_UNFINISHED = frozenset({"determiner", "preposition", "conjunction", "to", "possessive"})
_ADDRESS = frozenset({"you", "your", "yours"})
_FIRST = frozenset({"i", "we", "my", "our", "us", "me"})
_LINKING = (
    "only thus", "thus", "only then", "in response", "this means", "that means", "in this way", "in that way",
    "otherwise", "instead", "rather", "hence", "that is", "this is why", "that is why", "for these reasons",
    "for those reasons", "for this reason", "therein", "thereby", "as such",
)  # fmt: skip
_BARRED = frozenset('"“”«»|_;…[]')


def quotation(sentence: str, parts: Sequence[Word], tokens: Tokens, most: int) -> Clause | None:
    """Report ``sentence`` as "said: “…”", freed of openers like "Secondly,".

    None where it is longer than ``most`` words, asks, has no verb of its own, or holds a quotation
    or the noise of scanning. ``parts`` are the sentence's words, ``tokens`` what the network
    thinks of each.
    """
    body = trimmed(freed(trimmed(tokens)))
    if not LEAST <= size(body) <= most or is_question(tokens) or main_verb(body) <= 0:
        return None
    if (
        announces(body)
        or is_subordinate(body)
        or body[0].lower in {"by", "let"}
        or body[-1].pos in _UNFINISHED
    ):
        return None
    if any(set(t.word.text) & _BARRED or t.lower in _ADDRESS for t in body):
        return None
    if any(is_noise(t.word.text) for t in body):
        return None
    # where a page's number or head stands inside, the words are not one stretch
    if any(b.at - a.at > 1 or a.word.text == "." for a, b in pairwise(body)):
        return None
    words = _written(sentence, parts, body[0].at, body[-1].at).rstrip(" .!")
    if set(words) & _BARRED or any(split(word.strip(",.;:")) for word in words.split()):
        return None
    spoken = bool(_FIRST & {t.lower for t in body})
    opening = "said:" if spoken or words[:1].isupper() else "said that"
    dangling, points = pointing(body, True, False, False)
    if any(starts(body, phrase) for phrase in _LINKING):
        dangling = SUBJECT
    return Clause(
        f"{opening} “{words}”", size(body) + 2, "quote", TRUST, dangling, expected(body), points
    )


def _written(sentence: str, parts: Sequence[Word], first: int, last: int) -> str:
    """The stretch of ``sentence`` from the word at ``first`` to the one at ``last``, as it is
    written but for white space. A mark that splitting has changed (a dash) is passed over.
    """
    start = end = 0
    for i, part in enumerate(parts[: last + 1]):
        place = sentence.find(part.text, end)
        if place >= 0:
            start = place if i == first else start
            end = place + len(part.text)
    return " ".join(sentence[start:end].split())
