"""Errors in names and in who does what."""

from __future__ import annotations

import itertools
import random
import re

from corruptions.common import Edit, Pool, Row, like, name_spans, proper_names, same_party

AGENT = r"[A-Z]|\b(States|countries|parties|community|donors|members|Government|leaders|all)\b"
"""What acts: a name, or one of the common nouns that act in statements."""

ACTING = (
    r"(?<=that )((?:the |all )?[\w' -]{4,40}?)(?= (?:should|must|would|will|had|has)\b)"
    r"|(?<=on )((?:the |all )?[A-Z][\w' -]{4,40}?)(?= to )"
    r"|(?<=[uU]rged )((?:the |all )?[\w' -]{4,40}?)(?= to )"
    r"|(?<=[aA]sked )((?:the |all )?[\w' -]{4,40}?)(?= to )"
)
"""Where the one who acts or is asked stands."""

TITLES = {
    "President": "Prime Minister", "Prime Minister": "President", "Ambassador": "Minister",
    "Special Representative": "Special Envoy", "Special Envoy": "Special Representative",
    "Foreign Minister": "Prime Minister", "High Representative": "High Commissioner",
    "High Commissioner": "High Representative", "Executive Director": "Director-General",
    "Under-Secretary-General": "Assistant Secretary-General", "General": "Admiral",
    "Minister": "Ambassador", "Chancellor": "President", "Mr.": "Ms.", "Ms.": "Mr.",
}  # fmt: skip
"""Titles of persons, each with another."""

TITLED = (
    r"(?<![\w-])("
    + "|".join(sorted(map(re.escape, TITLES), key=len, reverse=True))
    + r") (?=[A-Z])"
)


def name(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """Another country, person, organisation or acronym, of this point or of another."""
    edits: list[Edit] = []
    here = proper_names(" ".join(row["sentences"]))
    for start, end in name_spans(row["summary"]):
        text = row["summary"][start:end]
        other = [t for t in here if not same_party(t, text)]
        strange = [t for t in pool.facts["name"] if like(t, text) and not same_party(t, text)]
        options = [rng.choice(strange)] if strange else []
        options += [rng.choice(other)] if other and rng.random() < 0.5 else []
        edits += [(start, end, o) for o in options]
    said = " ".join(row["sentences"])
    for match in re.finditer(TITLED, row["summary"]):
        if TITLES[match[1]] not in said:
            edits.append((match.start(1), match.end(1), TITLES[match[1]]))
    return edits


def _in_one_claim(between: str) -> bool:
    """Whether two names can be told apart and change places: no list, no title, no other claim."""
    listed = re.fullmatch(r",?\s?(and|or|,)?\s?(the )?|\W*", between)
    return not listed and not re.search(r"[;.]|, (and )?\w+ed\b", between)


def actor(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """Two names of the summary swapped, or an agent for another of the point."""
    text, edits = row["summary"], list[Edit]()
    found = name_spans(text)
    for one, two in itertools.pairwise(found):
        a, b = text[slice(*one)], text[slice(*two)]
        between = text[one[1] : two[0]]
        if _in_one_claim(between) and like(a, b) and not same_party(a, b):
            edits.append((one[0], two[1], b + between + a))
    here = [n for n in proper_names(" ".join(row["sentences"])) if " " in n]
    here += [
        "Member States",
        "the Secretary-General",
        "the Security Council",
        "developing countries",
    ]
    for match in re.finditer(ACTING, text):
        others = [h for h in here if not same_party(h, match.group())]
        if others and re.search(AGENT, match.group()):
            edits.append((match.start(), match.end(), rng.choice(others)))
    return edits
