"""Errors that a careless reader passes over: one word for another like it, one put in, one left out.

Used to train, beside the kinds of ``corrupt.py``, not to measure.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy

from corruptions.common import Edit, Pool, Row
from summarize.clauses import reported
from summarize.words import content_stems, words

LIMITERS = (
    "main", "most", "many", "some", "certain", "relevant", "partly", "largely", "mainly", "nearly", "half", "possible",
    "potential", "prospective", "proposed", "planned", "draft", "gradual", "gradually", "limited", "partial", "temporary",
    "interim", "projected", "alleged", "often", "sometimes", "usually", "generally", "seemingly", "fully", "genuine",
    "illegal", "unilateral", "firm", "further", "additional", "full", "only", "still", "yet", "already", "eastern",
    "northern", "southern", "western", "East", "South", "North", "West", "permanent", "non-permanent", "least", "at least",
    "more than", "one of", "up to", "almost", "help", "efforts to", "seek to", "sought to", "seem to", "seemed to", "tried to",
    "among", "part of", "if elected", "in part", "in principle", "where possible", "as appropriate", "if necessary",
)  # fmt: skip
"""What an officer would miss who compares."""

TURNED = {
    "to": ("from", "by"), "from": ("to", "against"), "by": ("to", "against", "for"), "for": ("against",),
    "against": ("by", "for"), "with": ("without", "despite", "against"), "without": ("with", "despite"),
    "despite": ("because of", "with"), "after": ("before", "during"), "before": ("after",), "during": ("after", "before"),
    "since": ("before", "until"), "until": ("since", "after"), "beyond": ("by", "before"), "in": ("outside",),
    "outside": ("in",), "as well as": ("rather than", "instead of"), "or": ("rather than",), "and": ("rather than",),
    "including": ("except", "excluding", "above all"), "among": ("between", "against"), "between": ("among",),
    "like": ("unlike",), "unlike": ("like",), "through": ("despite", "without"), "only": ("even", "not only"),
    "all": ("both", "most", "some"), "both": ("all",), "more": ("less", "equally", "as"), "most": ("all", "only", ""),
    "greater": ("full", "less"), "full": ("greater", "partial"), "high": ("highest", "low"), "low": ("high", "lowest"),
    "biggest": ("second-biggest",), "largest": ("second-largest", "smallest"), "main": ("only", "sole"),
    "first": ("second", "last", "only"), "increased": ("continued", "reduced"), "often": ("always", "rarely"),
    "never": ("rarely",), "not": ("rarely", "not only"), "no": ("little", "few"), "nothing": ("little",),
    "always": ("often",), "must": ("had", "need"), "could": ("would",), "cannot": ("will not",), "had": ("would",),
    "would": ("had",), "has": ("will have",), "will": ("may",), "is": ("would be", "risks being"),
    "was": ("would be",), "were": ("would be",), "been": ("not been",), "vital": ("desirable", "useful"),
    "essential": ("desirable", "useful"), "imperative": ("advisable", "desirable"), "necessary": ("helpful", "desirable"),
    "crucial": ("useful", "helpful"), "indispensable": ("useful",), "impossible": ("difficult",), "concern": ("outrage",),
    "important": ("decisive",), "help": ("fully",), "best": ("only", "worst"), "particularly": ("only", "exclusively"),
    "especially": ("only",), "mainly": ("exclusively",), "soon": ("already",), "already": ("soon",), "recent": ("forthcoming",),
    "ongoing": ("planned", "completed"), "continue": ("begin", "resume"), "continued": ("begun", "ended"),
    "reduce": ("end", "eliminate"), "reducing": ("ending",), "address": ("resolve",), "alleviate": ("eliminate",),
    "causes": ("consequences",), "considering": ("implementing",), "consider": ("decide on",), "establish": ("consider",),
    "proposed": ("established",), "hoped": ("was confident",), "recommendation": ("decision",),
}  # fmt: skip

ADJECTIVES = (
    "humanitarian", "military", "regular", "permanent", "peaceful", "regional", "economic", "political", "financial",
    "global", "national", "international", "local", "independent", "urgent", "new", "joint", "full", "small", "limited",
    "gradual", "immediate", "developing", "developed", "democratic", "social", "civil", "public", "private", "nuclear",
    "illegal", "armed", "bilateral", "multilateral", "sustainable", "rural", "young", "free", "displaced", "long-term",
    "main", "binding", "voluntary", "emergency", "technical", "annual", "African", "European", "major", "key", "direct",
    "indirect", "external", "internal", "comprehensive", "additional", "previous", "recent", "forthcoming", "current",
)  # fmt: skip


@dataclass(frozen=True)
class Kin:
    """For each common word of condensations, words that stand for like things."""

    table: dict[str, tuple[str, ...]]

    @classmethod
    def read(cls, model: Path, summaries: Sequence[str], many: int = 14) -> Kin:
        """The nearest words by the cosine of a network's input embeddings, of like endings."""
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        pieces = Tokenizer.from_file(str(model / "tokenizer.json"))
        weights = load_file(model / "model.safetensors")
        rows = next(v for k, v in weights.items() if "word_embeddings" in k).astype("float32")
        counts = Counter(
            w.low
            for s in summaries
            for w in words(s)
            if w.content and not w.upper and w.low.isalpha()
        )
        common = [w for w, n in counts.items() if n >= 6 and pieces.token_to_id(w) is not None]
        found = numpy.stack([rows[pieces.token_to_id(w)] for w in common])
        found /= numpy.linalg.norm(found, axis=1, keepdims=True)
        near = numpy.argsort(-(found @ found.T), axis=1)[:, 1 : 4 * many]
        table = {
            word: tuple(common[j] for j in near[i] if _alike(word, common[j]))[:many]
            for i, word in enumerate(common)
        }
        return cls(table)


def _alike(one: str, other: str) -> bool:
    """Whether two words end alike and are not forms of one."""
    return _ending(one) == _ending(other) and one[:5] != other[:5]


def _ending(word: str) -> str:
    return next(
        (e for e in ("ing", "ed", "ly", "ity", "tion", "ment", "ness", "s") if word.endswith(e)), ""
    )


def substituted(row: Row, kin: Kin, rng: random.Random) -> list[Edit]:
    """A content word for another like it that the passage does not say, or says elsewhere."""
    said = content_stems(" ".join(row["sentences"]))
    edits = list[Edit]()
    verbs = {c.verb for c in reported(row["summary"])}
    for i, word in enumerate(words(row["summary"])):
        if i and i not in verbs and not word.upper and word.low in kin.table:
            others = kin.table[word.low]
            strange = [o for o in others if not content_stems(o) & said]
            known = [o for o in others if content_stems(o) & said]
            options = strange[:8] + 2 * known
            if options:
                edits.append((word.start, word.end, rng.choice(options)))
    return edits


_NOUN = re.compile(
    r"\b(?:the|of|for|its|their|and|with|any|all|an|no|in) ([a-z]{4,})\b(?! (?:the|that|to)\b)"
)


def inserted(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """An adjective put in before a noun that the passage does not describe so."""
    said, text = " ".join(row["sentences"]).lower(), row["summary"]
    here = [a for a in ADJECTIVES if re.search(rf"\b{a.lower()}\b", said)]
    edits = list[Edit]()
    for match in _NOUN.finditer(text):
        noun, at = match[1], match.start(1)
        options = [
            a for a in (*rng.sample(ADJECTIVES, 6), *here) if f"{a.lower()} {noun}" not in said
        ]
        if options and noun not in (
            "that",
            "this",
            "which",
            "more",
            "been",
            "have",
            "other",
            "also",
            "their",
        ):
            edits.append((at, at, rng.choice(options) + " "))
    return edits


def dropped(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """A word left out that limits."""
    text = row["summary"]
    return [
        (m.start(), m.end(), "")
        for limiter in LIMITERS
        for m in re.finditer(rf"(?<=[\w,] )\b{re.escape(limiter)} (?=\w)", text)
    ]


def turned(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """A small word for one that turns what is said."""
    text = row["summary"]
    return [
        (m.start(), m.end(), rng.choice(options))
        for old, options in TURNED.items()
        for m in re.finditer(rf"(?<=\w )\b{old}\b(?= \w)", text)
    ]


MAKERS = {"inserted": inserted, "dropped": dropped, "turned": turned}
