"""The asks of a statement: candidates by wording, sifted by the model of speech acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.asks.actor import is_everyone, pattern
from summarize.asks.antecedent import named
from summarize.asks.forms import Candidate, candidates
from summarize.asks.rank import is_listed
from summarize.quotes import inside_quotation
from summarize.records import Seen


@dataclass(frozen=True)
class Ask:
    """An ask: ``actor`` ("" where the source names none), ``action``, and the sentence's index.

    ``named_in`` is the sentence that has the name for which that one says "it" or "they"; else -1.
    """

    actor: str
    action: str
    sentence: int
    named_in: int = -1


@dataclass(frozen=True)
class Commitment:
    """What the speaker's side undertakes, and the sentence's index."""

    action: str
    sentence: int


def asks(
    sentences: Sequence[str], delegation: str | None = None, seen: Sequence[Seen | None] = ()
) -> tuple[Ask, ...]:
    """The asks of ``sentences``, in order: actor and action in the source's words, verbs unchanged.

    "We call on all Member States to pay in full": actor "all Member States", action "pay in full".
    An ask of nobody in particular ("we must", "the rules should be changed") has actor "".
    ``seen``: what a model of passages saw in each sentence, or nothing.
    """
    found: list[Ask] = []
    last = len(sentences) - 1
    quoted = inside_quotation(sentences)
    for index, sentence in enumerate(sentences):
        said = named(sentence, sentences[index - 1]) if index else sentence
        asked = () if quoted[index] else candidates(said, delegation)
        at = (index == 0, index == last)
        if is_listed(sentence, asked, delegation, at, seen[index] if seen else None):
            named_in = -1 if said == sentence else index - 1
            found += [_entry(one, index, named_in) for one in asked if _is_whole(one)]
    return tuple(dict.fromkeys(found))


def _entry(one: Candidate, index: int, named_in: int) -> Ask:
    return Ask("" if is_everyone(one.actor) else one.actor, one.action, index, named_in)


def _is_whole(one: Candidate) -> bool:
    """Whether what is asked of somebody was read rightly: no new clause of the speaker's in it, no
    modal of the subject's own clause within its first words.
    """
    return not (one.actor and pattern("misread").search(one.action))
