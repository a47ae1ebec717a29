"""The frame of a statement: the courtesies it opens with and the words it closes with."""

from __future__ import annotations

from summarize.segment.ends import is_vocative
from summarize.segment.ground import Ground

_WINDOW = 400
_LONGEST_OPENING = 25
_LONGEST_CLOSING = 6
_LONGEST_CONCLUSION = 10

# What a sentence is worth to the opening, and how far the sum may fall before it ends.
_AT_THE_OUTSET = 2.0
_COURTESY = 1.0
_HALF_COURTESY = 0.5
_ADDRESS = 0.1
_OTHER = -0.45
_OTHER_PARAGRAPH = -1.0
_LED_OVER_TO = -2.0
_REFERS_BACK = -0.2
_DROP = 1.4


def opening_end(ground: Ground, limit: int) -> int:
    """The number of sentences, at most ``limit``, that salute, thank and congratulate.

    The prefix with the highest sum of courtesies: one or two sentences between courtesies cost
    less than the courtesy after them gains, and the search ends where the sum has fallen too far
    (the drop-off of Altschul et al. 1990). An address that leads over to the matter is left out.
    """
    end, best, total = 0, 0.0, 0.0
    for index in range(min(limit, _LONGEST_OPENING)):
        total += _worth(ground, index)
        if total > best:
            end, best = index + 1, total
        elif best - total > _DROP:
            break
    while end and is_vocative(ground, end - 1) and not _all_vocative(ground, end):
        end -= 1
    return end


def _worth(ground: Ground, index: int) -> float:
    """What a sentence adds to the opening, or takes from it."""
    words, patterns = ground.words[index][:_WINDOW], ground.patterns
    if any(pattern.search(words) for pattern in patterns.courtesy):
        return _AT_THE_OUTSET if patterns.outset.search(words) else _COURTESY
    if _aims_at_the_room(ground, index):
        return _HALF_COURTESY
    if is_vocative(ground, index):
        return _ADDRESS
    if _salutes(ground, index):
        return _COURTESY
    if _is_about_people(ground, index) or patterns.brief.search(words):
        return _HALF_COURTESY
    if index and is_vocative(ground, index - 1) and not _all_vocative(ground, index):
        return _LED_OVER_TO
    if index and ground.has_paragraphs and ground.sentences[index].number == 1:
        return _OTHER_PARAGRAPH
    return _REFERS_BACK if patterns.refers_back.match(words) else _OTHER


def _salutes(ground: Ground, index: int) -> bool:
    """Whether several are addressed in the sentence, as where a title runs into it."""
    found = ground.patterns.saluted.finditer(ground.words[index])
    return index <= 2 and len({match.group().lower() for match in found}) >= 2


def _is_about_people(ground: Ground, index: int) -> bool:
    """Whether the speaker goes on about those just thanked: "We fully support his vision"."""
    return index > 0 and ground.patterns.goes_on.match(ground.words[index]) is not None


def closing_start(ground: Ground, least: int) -> int | None:
    """The first sentence of the closing words, from ``least`` on, or None.

    Words that say "in conclusion" may stand further from the end than a last "thank you".
    """
    count = len(ground.sentences)
    share = max(4, count // 5)
    for index in range(max(least, count - min(_LONGEST_CONCLUSION, share)), count):
        late = count - index <= min(_LONGEST_CLOSING, share)
        if _concludes(ground, index) or (
            late and (_thanks(ground, index) or _farewell(ground, index))
        ):
            return index
    return None


def is_courtesy(ground: Ground, index: int) -> bool:
    """Whether the sentence thanks, congratulates, welcomes somebody or speaks for a group."""
    words, patterns = ground.words[index][:_WINDOW], ground.patterns
    plain = any(pattern.search(words) for pattern in patterns.courtesy)
    return plain or _aims_at_the_room(ground, index)


def _aims_at_the_room(ground: Ground, index: int) -> bool:
    """Whether the sentence welcomes or commends somebody in the room, or the meeting."""
    words, patterns = ground.words[index][:_WINDOW], ground.patterns
    return bool(patterns.aimed.search(words) and patterns.target.search(words))


def _all_vocative(ground: Ground, end: int) -> bool:
    return all(is_vocative(ground, index) for index in range(end))


def _thanks(ground: Ground, index: int) -> bool:
    words, lead = ground.words[index], ground.leads[index]
    return ground.patterns.thanks.match(words, lead) is not None


def _concludes(ground: Ground, index: int) -> bool:
    """Whether the sentence says that it concludes, and brings up nothing new."""
    words, patterns = ground.words[index], ground.patterns
    cue = patterns.closing.match(words, ground.leads[index])
    return cue is not None and patterns.brings_up.match(words, cue.end()) is None


def _farewell(ground: Ground, index: int) -> bool:
    words, lead = ground.words[index], ground.leads[index]
    return ground.patterns.farewell.match(words, lead) is not None
