"""Page numbers and page feet that a layout has left inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarize.edit.running_head import running_heads
from summarize.edit.words import Word, word_set, words
from summarize.records import Span

_JOB = re.compile(r"^\d\d-\d{5}$")
_FOOT = re.compile(r"^(?:\d{1,3}/\d{1,3}|[AS]/\S*PV\.\d+\S*|\d\d/\d\d/\d{4})$")
_PAGE = re.compile(r"^[1-9]\d?$")
_EIGHTS = re.compile(r"^(?:8\d?|11|18)$")
_PAGES = re.compile(r"^Page \d{1,3} of \d{1,3}$")
_YEAR = re.compile(r"^[1lI]\d{3}$")
_DASHES = frozenset("-–—")
_MODALS = word_set("can could must should may might would cannot")
_HAVING = word_set("has have")
_NUMBERED = word_set(
    "article articles resolution chapter paragraph goal phase number page item annex group top session "
    "round track part least than about over under almost nearly some only just to from until before after "
    "section line rule level type day stage point scenario least most another every one age aged by between"
)
_BEGINNING = word_set(
    "and but the in we our this that these it as for finally i let there on at to with despite although while more "
    "however moreover yet thus therefore since after before during when if how what why who so now today all some "
    "many most such no not only even both each every he she they you your his her its their my a an"
)
_TITLES = {
    ("Democratic", "Republic"), ("United", "Nations"), ("Security", "Council"), ("General", "Assembly"),
    ("United", "States"), ("European", "Union"), ("African", "Union"), ("Member", "States"), ("United", "Kingdom"),
    ("Russian", "Federation"), ("International", "Court"), ("Middle", "East"),
}  # fmt: skip
_COUNTABLE = word_set(
    "the its these those all some other our his her their with exactly nearly more fewer up as which destroyed "
    "killed including is was were reached reach reaches at below above ranks ranked numbers stands"
)
"""Words before a number that may count after all ("the 11 voluntary, non-binding norms")."""
_CLOCK = word_set("a.m p.m a.m. p.m. a p million-strong")
_COUNTING = word_set("group groups age ages total average maximum minimum")
_UNITS = word_set(
    "year month day week hour point member percentage step km kilometre metre mile acre hectare dollar "
    "euro tonne ton barrel cent minute degree nautical people women men children police staff troops "
    "strong seat storey personnel aircraft billion trillion billions thousand hundred dead killed wounded injured in from plus"
)
_ENDING = word_set("of in on to for by with at from that which who as is was were are has have")
_COUNTED = word_set(
    "fewer more less people women men children per percent million billion of out and to or"
)
_SHARED = word_set("agreed recognized recognised accepted elected binding owned led driven")
_SUBJECTS = word_set("we i they he she")
_BEING = word_set("be being been")
_BEFORE = word_set("that and but which")
_OPENS = frozenset({"The", "This", "These", "We", "In", "It"})
_ADJECTIVAL = ("ent", "ful", "ive", "ous", "ble", "al")


@lru_cache(maxsize=1024)
def printed(sentence: tuple[Word, ...]) -> frozenset[int]:
    """The words of ``sentence`` that ``is_stray`` holds for, and those of a page's running head."""
    heads = running_heads([word.text for word in sentence]) | _specks(sentence)
    if not any(word.text[:1].isdigit() for word in sentence):
        return heads
    return heads | {i for i in range(len(sentence)) if is_stray(sentence, i)}


def _specks(sentence: Sequence[Word]) -> frozenset[int]:
    """Full stops that end nothing ("civilians, including among. displaced persons")."""
    return frozenset(
        i
        for i, word in enumerate(sentence[1:-1], 1)
        if word.text == "."
        and sentence[i - 1].lower in _ENDING | {"among", "including", "the", "and", "all"}
        and sentence[i + 1].text.islower()
    )


def is_stray(sentence: Sequence[Word], i: int) -> bool:
    """Whether the word at ``i`` is the number of a page ("observed that 19 we must", "an 6
    instrument", "non- 22 governmental") or of its foot ("16-29415 3/30").
    """
    letters = [word.text for word in sentence]
    if _is_of_foot(letters, i) or _is_of_head(letters, i) or _is_page(sentence, i):
        return True
    return is_doubtful(sentence, i) and sentence[i - 1].lower not in _COUNTABLE


def strays(sentence: str) -> tuple[Span, ...]:
    """Where the numbers of pages and of their feet stand in ``sentence``."""
    parts, found, end = tuple(words(sentence)), list[Span](), 0
    for i, part in enumerate(parts):
        start = sentence.find(part.text, end)
        if start >= 0:
            end = start + len(part.text)
            if i in printed(parts):
                found.append(Span(start, end))
    return tuple(found)


def is_doubtful(sentence: Sequence[Word], i: int) -> bool:
    """Whether the word may be the number of a page: of one or two digits, behind a small word and
    with nothing in the plural to count ("a 25 peaceful resolution", "and 20 credibility"). Some 120 numbers
    in the 50,000 sentences of the references are such; of 110 read, nine in ten were of pages.
    """
    if not 0 < i < len(sentence) - 1 or sentence[i].glued or not _PAGE.match(sentence[i].text):
        return False
    before, ahead = sentence[i - 1], sentence[i + 1 : i + 7]
    if (before.text, ahead[0].text) in _TITLES:
        return True
    if before.lower in _NUMBERED or not ahead[0].text.islower() or ahead[0].lower in _CLOCK:
        return False
    if before.lower == "of" and sentence[max(0, i - 2)].lower in _COUNTING:
        return False
    if not before.text.islower():
        return before.text.isalpha() and ahead[0].lower in _HAVING | _MODALS | {"gave"}
    if ahead[0].lower in _COUNTED:
        return False
    if before.lower in {"a", "an"} and ahead[0].lower.endswith(_ADJECTIVAL):
        return True
    for n, word in enumerate(ahead):
        ends = word.is_mark or word.lower in _ENDING
        if n and ends:
            break
        if word.lower.endswith("s") or word.lower in _UNITS:
            return False
        if ends:
            break
    return True


def _is_of_head(letters: Sequence[str], i: int) -> bool:
    """Whether the word belongs to a page's head ("Forty-eighth session - 7 October l993 11")."""
    for k in range(max(1, i - 5), min(i + 2, len(letters) - 4)):
        dated = _PAGE.match(letters[k + 2]) and _YEAR.match(letters[k + 4])
        if letters[k].lower() == "session" and letters[k + 1] in _DASHES and dated:
            numbered = k + 5 < len(letters) and bool(_PAGE.match(letters[k + 5]))
            return k - 1 <= i <= k + 4 + numbered
    return False


def _is_of_foot(letters: Sequence[str], i: int) -> bool:
    """Whether the word is the job number at a page's foot, or one of the numbers around it."""
    if any(_PAGES.match(" ".join(letters[k : k + 4])) for k in range(max(0, i - 3), i + 1)):
        return True  # "Page 7 of 8"
    beside = [*letters[max(0, i - 1) : i], *letters[i + 1 : i + 2]]
    if _JOB.match(letters[i]):
        return any(_PAGE.match(word) or _FOOT.match(word) for word in beside)
    if _FOOT.match(letters[i]):
        return any(_JOB.match(word) for word in letters[max(0, i - 4) : i])
    return bool(_PAGE.match(letters[i])) and any(_JOB.match(word) for word in beside)


def _is_page(sentence: Sequence[Word], i: int) -> bool:
    """Whether a number of one or two digits stands where none can."""
    if i == 0 and len(sentence) > 3 and _PAGE.match(sentence[0].text):
        return sentence[1].lower in _BEGINNING and sentence[1].text[:1].isupper()
    if not 0 < i < len(sentence) - 1 or sentence[i].glued or not _PAGE.match(sentence[i].text):
        return False
    counted = any(w.text[:1].isdigit() for w in sentence[max(0, i - 5) : i])
    if sentence[i - 1].text == "," and sentence[i + 1].text in _OPENS and not counted:
        return True  # "Excellencies, 2 The plight of"
    owned = sentence[i + 1].text in {"its", "their", "our", "his"}
    if owned and sentence[i - 1].text in {"to", "that", "and", "with", "for", "by", "from", "as"}:
        return True
    if sentence[i + 1].text in {"a", "an", "the"} and sentence[i - 1].text.islower():
        return sentence[i - 1].lower not in _NUMBERED | {"of", "in"}
    before, after = sentence[i - 1].lower, sentence[i + 1]
    single = after.text.islower() and not after.lower.endswith("s") and after.lower not in _COUNTED
    if single and (before in _MODALS or before == "this"):
        return True
    if before in _HAVING and (after.lower.endswith("ed") or after.lower in {"become", "been"}):
        return True
    if before == "an" and after.text.islower():
        return not _EIGHTS.match(sentence[i].text)
    if before.endswith("ally") and sentence[i - 1].text.islower() and after.lower in _SHARED:
        return True  # "democratically 17 agreed norms"
    if before == "non-" or (before in _BEING and after.lower.endswith("ed")):
        return True
    return before in _BEFORE and after.lower in _SUBJECTS
