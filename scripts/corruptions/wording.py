"""Errors in what is denied, how it is said, what limits it, and what is added."""

from __future__ import annotations

import random
import re

from corruptions.common import Edit, Pool, Row, cited, occurrences, replaced
from corruptions.tables import (
    ANTONYMS,
    BORNE,
    CONDITION,
    DROP_NOT,
    FORCE,
    HEDGES,
    INSERT_NOT,
    INVENTED,
)
from summarize.clauses import clauses


def negation(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """ "not" put in or left out, a word turned into its opposite."""
    text = row["summary"]
    edits: list[Edit] = [(m.start(), m.end(), "") for m in re.finditer(DROP_NOT, text)] * 3
    edits += replaced(row, ANTONYMS)
    for word in INSERT_NOT:
        for _, end in occurrences(text, word):
            if not re.match(r" (not|no|be no|never|only)\b", text[end:]):
                edits.append((end, end, " not"))
    return edits


def force(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """A reporting verb or modal for a stronger, weaker or opposite one.

    None that the source would bear: "demanded" where it says "must", "should" for its "should".
    """
    text, edits = row["summary"], list[Edit]()
    said = " ".join(cited(row)).lower()
    for old, options in FORCE.items():
        options = [o for o in options if not re.search(BORNE.get(o, r"(?!)"), said)]
        for start, end in occurrences(text, old):
            longer = any(
                o != old and o.startswith(old + " ") and text[start:].lower().startswith(o)
                for o in FORCE
            )
            opens = start == 0 or re.search(r"(,|and|;|\.) $", text[:start])
            if options and not longer and (old in ("should", "must") or opens):
                edits.append((start, end, rng.choice(options)))
    return edits


def hedge(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """A condition left out; "may" turned into "will", "some" into "all"."""
    text, said = row["summary"], " ".join(cited(row)).lower()
    edits: list[Edit] = []
    for start, end, new in replaced(row, HEDGES):
        if new and re.search(BORNE.get(new, r"(?!)"), said):
            continue
        edits.append((start, end + (not new and text[end : end + 1] == " "), new))
    conditions = [(m.start(), m.end(), "") for m in re.finditer(CONDITION, text)]
    return edits + conditions * 2


def invention(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """A claim of another statement, or a phrase of the usual kind, added."""
    text = row["summary"]
    end = len(text.rstrip("."))
    other = rng.choice([s for s in pool.summaries if s != text])
    span = rng.choice(clauses(other))
    clause = re.sub(r"[,.;]?\s*(and)?[,.]?$", "", other[span.start : span.end].strip())
    clause = clause[0].lower() + clause[1:]
    phrases = re.findall(
        r" (?:in|by|with|for|through|at|under|against|since) [^,.;]{12,60}(?=[,.;])", other
    )
    edits: list[Edit] = [(end, end, ", and " + clause), (end, end, rng.choice(INVENTED))]
    if phrases:
        edits.append((end, end, rng.choice(phrases)))
    return edits
