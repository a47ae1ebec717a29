"""The asks of a statement: candidates by wording, sifted by the model of speech acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.asks.action import uncapitalized, without_pages
from summarize.asks.actor import is_everyone, pattern
from summarize.asks.antecedent import resolved
from summarize.asks.forms import Candidate, candidates
from summarize.asks.lists import item_asked, items
from summarize.asks.rank import is_listed
from summarize.quotes import is_quoted, others_words
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
    quoted = others_words(sentences)
    listed = items(sentences, delegation)
    for index, (said, named_in) in enumerate(resolved(sentences, delegation)):
        asked = () if quoted[index] else candidates(said, delegation)
        own = tuple(one for one in asked if not is_quoted(one.action, said))
        at = (index == 0, index == len(sentences) - 1)
        if is_listed(sentences[index], own, delegation, at, seen[index] if seen else None):
            found += [_entry(one, index, named_in, sentences) for one in own if _is_whole(one)]
        elif index in listed:
            found += [_entry(one, index, -1, sentences) for one in item_asked(listed[index])]
    return tuple(dict.fromkeys(found))


def _entry(one: Candidate, index: int, named_in: int, sentences: Sequence[str]) -> Ask:
    actor = "" if is_everyone(one.actor) else one.actor
    return Ask(
        actor,
        without_pages(uncapitalized(one.action)),
        index,
        -1 if actor in sentences[index] else named_in,
    )


def _is_whole(one: Candidate) -> bool:
    """Whether what is asked was read rightly: of somebody no new clause of the speaker's, no modal
    of the subject's own clause within its first words; of nobody no clause in the past ("we acted").
    """
    return not pattern("misread" if one.actor else "no_demand").search(one.action)
