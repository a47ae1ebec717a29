"""Word classes by rule, to teach the model's own tagger: TextBlob's Brill tagger, then repairs.

The tagger and its lexicon (from Pattern, BSD licence) come inside the package ``textblob``.
"""

from __future__ import annotations

from collections.abc import Sequence

from textblob.en import parser

from summarize.edit.scheme import POS
from summarize.edit.words import Word

_NAMES = {
    "NN": "noun", "NNS": "noun", "NNP": "name", "NNPS": "name", "PRP": "pronoun",
    "PRP$": "possessive", "DT": "determiner", "PDT": "determiner", "IN": "preposition",
    "TO": "to", "CC": "conjunction", "MD": "modal", "VB": "base", "VBP": "present",
    "VBZ": "present", "VBD": "past", "VBN": "participle", "VBG": "gerund", "JJ": "adjective",
    "JJR": "adjective", "JJS": "adjective", "RB": "adverb", "RBR": "adverb", "RBS": "adverb",
    "WDT": "relative", "WP": "relative", "WP$": "relative", "WRB": "relative", "CD": "number",
    "EX": "there", "RP": "particle", "POS": "genitive",
}  # fmt: skip
_CLOSED = {
    "we": "pronoun", "i": "pronoun", "they": "pronoun", "it": "pronoun", "he": "pronoun",
    "she": "pronoun", "us": "pronoun", "them": "pronoun", "our": "possessive", "its": "possessive",
    "their": "possessive", "my": "possessive", "the": "determiner", "a": "determiner",
    "an": "determiner", "these": "determiner", "those": "determiner", "and": "conjunction",
    "or": "conjunction", "but": "conjunction", "nor": "conjunction", "which": "relative",
    "who": "relative", "whose": "relative", "whom": "relative", "must": "modal",
    "should": "modal", "will": "modal", "would": "modal", "can": "modal", "could": "modal",
    "cannot": "modal", "may": "modal", "might": "modal", "shall": "modal", "is": "present",
    "are": "present", "has": "present", "was": "past", "were": "past", "had": "past",
    "am": "present", "not": "adverb", "n't": "adverb", "of": "preposition", "'s": "genitive",
    "in": "preposition", "on": "preposition", "by": "preposition", "with": "preposition",
    "from": "preposition", "for": "preposition", "at": "preposition", "to": "to",
    "be": "base", "been": "participle", "being": "gerund", "as": "preposition",
    "during": "preposition", "into": "preposition", "through": "preposition",
}  # fmt: skip
_SUBJECTS = frozenset({"we", "i", "they", "you"})
_BASE_HERALDS = frozenset({"to", "do", "does", "did", "let", "help", "not"})
_VERBS_OF_SPEECH = frozenset(
    [
        "calls",
        "urges",
        "notes",
        "believes",
        "hopes",
        "supports",
        "thanks",
        "commends",
        "demands",
        "reports",
        "stresses",
        "welcomes",
        "aims",
        "plans",
        "proposes",
        "faces",
        "seeks",
        "aspires",
        "stands",
        "condemns",
        "takes",
        "makes",
        "shares",
        "views",
        "benefits",
        "needs",
        "remains",
        "continues",
        "associates",
        "aligns",
        "requests",
        "expects",
        "deserves",
        "reflects",
        "provides",
        "regards",
        "considers",
        "reiterates",
        "reaffirms",
        "recognizes",
        "appreciates",
    ]
)


def tag_words(parts: Sequence[Word]) -> list[int]:
    """The class of each word as an index into ``scheme.POS``."""
    if not parts:
        return []
    raw = parser.find_tags([w.text.replace("/", "|") for w in parts])
    classes = [_first_class(w, str(tag)) for w, (_, tag, *_) in zip(parts, raw, strict=True)]
    for i, word in enumerate(parts):
        classes[i] = _repaired(i, word, parts, classes)
    return [POS.index(c) for c in classes]


def _first_class(word: Word, tag: str) -> str:
    if word.is_mark:
        return "mark"
    if any(c.isdigit() for c in word.text):
        return "number"
    return _CLOSED.get(word.lower, _NAMES.get(tag.split("-")[0], "other"))


def _repaired(i: int, word: Word, parts: Sequence[Word], classes: Sequence[str]) -> str:
    """Mend what the tagger often mistakes: plain and present forms, and nouns that are verbs."""
    own = classes[i]
    back = _before(i, classes)
    previous = parts[back].lower if back >= 0 else ""
    following = classes[i + 1] if i + 1 < len(parts) else "mark"
    if word.lower == "that":
        return _that(classes[back] if back >= 0 else "mark", following)
    if own in {"base", "noun", "present"} and previous in _SUBJECTS and word.lower != "all":
        return "present"
    if own == "base" and previous not in _BASE_HERALDS and _between(back, classes) == "noun":
        return "present"
    if own == "noun" and word.lower in _VERBS_OF_SPEECH and _between(back, classes) == "noun":
        return "present" if following in {"determiner", "to", "possessive", "preposition"} else own
    if own == "present" and back >= 0 and classes[back] in {"to", "modal"}:
        return "base"
    if own == "past" and previous in {"has", "have", "had", "having", "is", "are", "was", "be"}:
        return "participle"
    return own


def _that(before: str, following: str) -> str:
    if before == "noun" and following in {"modal", "present", "past", "adverb"}:
        return "relative"
    if following in {"noun", "adjective"} and before in {"preposition", "mark", "conjunction"}:
        return "determiner"
    return "preposition"


def _before(i: int, classes: Sequence[str]) -> int:
    back = i - 1
    while back >= 0 and classes[back] == "adverb":
        back -= 1
    return back


def _between(back: int, classes: Sequence[str]) -> str:
    return "noun" if back >= 0 and classes[back] in {"noun", "name"} else ""
