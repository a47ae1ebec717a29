"""Report what the speaker's side is, has or does: "We have trained" as "said that Elbonia had trained"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summarize.edit.frame import Frame
from summarize.edit.inflect import gerund, is_past, participle, past
from summarize.edit.lexicon import (
    STATE_ACTS,
    STATE_NOUNS,
)
from summarize.edit.predicate import past_adverbs
from summarize.edit.token import Token, Tokens, lowers, plain
from summarize.edit.words import Word, word_set


def stated(subject: Tokens, predicate: Tokens) -> Iterator[Frame]:
    """Report "We have trained" as "said that <State> had trained", "We will" as "pledged to"."""
    i = past_adverbs(predicate, 0)
    first = predicate[i].lower if i < len(predicate) else ""
    who = subject[0].lower
    person = who in {"we", "i", "my", "our"}
    if first in {"will", "shall", "'ll"} and person:
        k = past_adverbs(predicate, i + 1)
        verb = predicate[k : k + 1]
        if verb and verb[0].pos == "base" and verb[0].lower not in {"be", "have", "need"}:
            yield Frame(plain("pledged to"), predicate[k:], "direct", True, weight=0.9)
            return
    following = predicate[i + 1] if i + 1 < len(predicate) else None
    shared = who in {"we", "i"} and not _is_state(predicate[i:])
    if shared and _shared(who, first, following):
        return
    national = _national(predicate)
    if who == "we" and not national and _everyones(predicate, i):
        return
    body = _singular(predicate, i, first)
    if body and body[0].word.glued:
        body = (replace(body[0], word=Word(body[0].word.text)), *body[1:])
    if len(body) > 1 and i < len(body) and body[i].pos in {"present", "past", "modal"}:
        weight = 0.6 if who == "i" else 0.9 if not person or national else 0.5
        yield Frame(plain("said that"), body, "that", True, True, who == "i", weight)


_SINGULAR = {"are": "is", "'re": "is", "am": "is", "'m": "is", "have": "has", "'ve": "has",
             "were": "was"}  # fmt: skip


def _singular(predicate: Tokens, i: int, first: str) -> Tokens:
    """The predicate of "we" or "I" with the verb form of a State's name."""
    if first in _SINGULAR:
        verb = predicate[i].become(_SINGULAR[first], "past" if first == "were" else "present")
    elif i < len(predicate) and predicate[i].pos == "participle" and is_past(first):
        verb = predicate[i].become(first, "past")
    else:
        return predicate
    done = [*predicate[:i], verb, *predicate[i + 1 :]]
    for k in range(i + 2, len(done)):
        if done[k].pos == "relative" or done[k].lower in {"that", "which", "who"}:
            break
        if done[k - 1].lower in {"and", "but"} and done[k].lower in _SINGULAR:
            done[k] = done[k].become(_SINGULAR[done[k].lower])
    return tuple(done)


def _shared(who: str, first: str, following: Token | None) -> bool:
    """Whether "we" may well be everyone ("we live in …", "we have to …", "we are all …")."""
    if (
        first == "have"
        and following is not None
        and (following.pos not in {"participle", "adverb"} or following.lower == "not")
    ):
        return True
    if first in {"are", "'re", "were"} and not _own_state(following):
        return True
    return first in {"may", "might", "can", "could", "would"} or (who == "we" and first in _SHARED)


def _is_state(tokens: Tokens) -> bool:
    """Whether "we" is said to be a country of some kind ("are a small island State")."""
    noun = lowers(tokens[2:6])
    return (
        lowers(tokens[:2]) in (["are", "a"], ["are", "an"], ["are", "the"], ["were", "a"])
        and bool(set(noun) & _KINDS)
        and "nations" not in noun
    )


_KINDS = word_set(
    "country nation state democracy member party signatory island republic donor host"
)


def _national(predicate: Tokens) -> bool:
    """Whether "we" does what a State does ("have ratified"), or speaks of its own country."""
    heads = lowers(predicate[:6])
    own = any(
        token.lower == "our" and set(lowers(predicate[i + 1 : i + 3])) & STATE_NOUNS
        for i, token in enumerate(predicate)
    )
    return own or bool(set(heads) & _STATE_FORMS)


def _everyones(predicate: Tokens, i: int) -> bool:
    """Whether "we" is left without what it did ("have not succeeded", "work together")."""
    heads = set(lowers(predicate[i : i + 5]))
    if lowers(predicate[i : i + 2]) in (["will", "not"], ["will", "never"], ["shall", "not"]):
        heads -= {"not", "never"}
    return bool(heads & {"not", "n't", "never", "together", "collectively", "all", "yet"})


_STATE_FORMS = frozenset(
    form(verb) for verb in STATE_ACTS for form in (str, past, participle, gerund)
)
_EVERYONE = word_set(
    "facing living witnessing meeting seeing gathered all here still not now at entering going "
    "experiencing faced called left confronted beginning reminded asked supposed surrounded"
)


def _own_state(token: Token | None) -> bool:
    """Whether what follows "we are" speaks of the speaker's side, not of everyone."""
    kinds = {"participle", "gerund", "adjective", "adverb"}
    return token is not None and token.pos in kinds and token.lower not in _EVERYONE


_SHARED = word_set("live know see all witness face gather meet find understand risk owe seem")
