"""Make training examples for the models of verification: slots of true and corrupted condensations.

    python scripts/verify_examples.py FILE -o EXAMPLES.pkl [--step N] [--offset N]

FILE holds rows of the contract. Of each true condensation every slot is an example of what is
right; of each error that ``corrupt.py`` makes in it, and of each limiting word or condition taken
out, the slot of the error is one of what is wrong. So are those of condensations that were written, true
ones and such with an error (``--made``). ``train_verify.py`` trains on the result.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import corrupt  # the script beside this one
from corruptions.common import Pool, same_party
from corruptions.subtle import MAKERS, Kin, substituted

from summarize.clauses import Clause
from summarize.evaluation.verification import source_of
from summarize.verify.actor import Party
from summarize.verify.ground import (
    CONTENT,
    NOVELTY,
    Ground,
    group,
    groups,
    word_traits,
)
from summarize.verify.learned import slots
from summarize.verify.novel import novelty
from summarize.verify.omitted import CONDITION, omission_traits, omissions
from summarize.verify.standing import party_traits
from summarize.verify.verbs import (
    VerbGround,
    features_on,
    verb_features,
    verb_ground,
    verb_key,
)
from summarize.verify.view import View
from summarize.words import Word

Row = dict[str, Any]
Example = tuple[str, Any, int, str]
"""Model, features, whether wrong, and the row's id."""

SEEDS = {"name": 2, "actor": 2, "negation": 4, "hedge": 3, "invention": 1, "force": 2}
SUBTLE = {"substituted": 3, "inserted": 2, "dropped": 2, "turned": 3}
"""Errors of ``corruptions/subtle.py``, beside those that ``corrupt.py`` makes."""

MODEL = Path(__file__).parent.parent / "models" / "pksum-mini-v1"
"""Whose input embeddings tell which words stand for like things."""

OTHERS = 4
"""Other reporting verbs put in the place of each."""

SWAPPED = 3
"""Parties of a condensation for each of which another of its source is put in."""

TOGETHER = 250
"""Rows whose names and claims are put into each other's condensations."""

# Verbs that say much the same: one for another is no error.
ALIKE = (
    {"said", "noted", "stated", "reported", "observed", "described", "recalled", "mentioned"},
    {"stressed", "emphasized", "underscored", "underlined", "highlighted"},
    {"called", "urged", "appealed", "requested", "asked"}, {"insisted", "demanded"},
    {"commended", "welcomed", "praised", "applauded", "appreciated", "supported", "thanked"},
    {"condemned", "deplored", "denounced"}, {"pledged", "promised", "announced", "reaffirmed"},
    {"argued", "believed", "considered", "maintained"}, {"rejected", "opposed"},
)  # fmt: skip
THAT = (
    "said that", "noted that", "demanded that", "insisted that", "warned that", "hoped that",
    "stressed that", "regretted that", "reported that", "pledged that", "argued that",
    "acknowledged that", "suggested that", "proposed that", "recalled that", "requested that",
    "announced that", "denied that", "feared that",
)  # fmt: skip
THING = (
    "welcomed", "condemned", "noted", "urged", "demanded", "supported", "rejected", "commended",
    "regretted", "deplored", "proposed", "announced", "reaffirmed", "stressed", "encouraged",
    "invited", "recalled", "described", "acknowledged", "questioned", "opposed", "requested",
    "reported", "called for", "insisted on", "hoped for", "expressed concern at", "thanked",
    "denied", "suggested", "offered",
)  # fmt: skip


def ground_of(row: Row, summary: str) -> Ground:
    return Ground(View(summary, source_of(row)))


def right(row: Row) -> Iterator[Example]:
    """Every slot of a true condensation."""
    ground = ground_of(row, row["summary"])
    view, name = ground.view, row["id"]
    yield from (_once_less(_word(ground, i, 0, name), view.words[i].stem) for i in slots(view))
    yield from (("party", party_traits(ground, p), 0, name) for p in ground.own)
    yield from _left_out(ground, name, lambda _: True, 0)
    yield from (("verb", f, 0, name) for c in view.clauses if (f := _features(view, c)))


def _once_less(example: Example, stem: str) -> Example:
    """An example without what the count of words brought in owes to itself."""
    model, traits, label, name = example
    if traits[NOVELTY] > 0:
        traits[NOVELTY] = novelty(stem, less=1)
    return model, traits, label, name


def _features(view: View, clause: Clause) -> list[str]:
    return verb_features(view, clause) if clause.verb >= 0 else []


def _word(ground: Ground, index: int, label: int, name: str) -> Example:
    model = "content" if group(ground.view.words[index]) == CONTENT else "word"
    return model, word_traits(ground, index), label, name


def _left_out(ground: Ground, name: str, wanted: Any, label: int) -> Iterator[Example]:
    for one in omissions(ground):
        traits = omission_traits(ground, one) if wanted(one) else None
        if traits is not None:
            yield "omission", traits, label, name


def wrong(row: Row, pool: Pool, kin: Kin) -> Iterator[Example]:
    """The slot of each error made in a condensation."""
    for kind, seeds in SEEDS.items():
        made = set()
        for seed in range(seeds):
            rng = random.Random(f"{seed}/{row['id']}/{kind}")
            bad = corrupt.corrupt(row, kind, pool, rng)
            if bad is not None and bad["summary"] not in made:
                made.add(bad["summary"])
                yield from _spoilt(row, bad)
    for bad in subtle(row, pool, kin):
        yield from _spoilt(row, bad)
    yield from _other_verbs(row)
    yield from _other_parties(row)
    yield from _taken_out(row)


def subtle(row: Row, pool: Pool, kin: Kin) -> Iterator[Row]:
    """The condensation with one word exchanged, put in or left out, some of each."""
    for kind, many in SUBTLE.items():
        rng = random.Random(f"{row['id']}/{kind}")
        edits = (
            substituted(row, kin, rng) if kind == "substituted" else MAKERS[kind](row, pool, rng)
        )
        for start, end, new in rng.sample(edits, min(many, len(edits))):
            old = row["summary"]
            summary = re.sub(r" {2,}", " ", old[:start] + new + old[end:])
            label = {"kind": "subtle", "change": [old[start:end], new], "at": start}
            yield {**row, "id": f"{row['id']}!subtle", "summary": summary, **label}


def by_hand(path: Path, rows: dict[str, Row]) -> Iterator[Example]:
    """The slots of condensations that were written: true ones (kind "true"), and each error."""
    for line in path.read_text(encoding="utf-8").splitlines():
        bad = {**rows[(made := json.loads(line))["id"]], **made}
        if bad["kind"] == "true":
            yield from right(bad)
            continue
        row, name = rows[bad["id"]], f"{bad['id']}!subtle"
        found = list(_spoilt(row, {**bad, "id": name}))
        yield from found or _spoilt(row, {**bad, "id": name, "kind": "subtle"})


def _spoilt(row: Row, bad: Row) -> Iterator[Example]:
    ground, (old, new) = ground_of(bad, bad["summary"]), bad["change"]
    start, end = bad["at"], bad["at"] + len(new)
    name, view = bad["id"], ground.view
    if not new:
        yield from _missing(row, ground, start, start + len(old), name)
    elif bad["kind"] == "force" and new not in ("must", "may", "could"):
        for clause in view.clauses:
            verb = view.words[clause.verb]
            if clause.verb >= 0 and verb.start < end and start < verb.end:
                yield from (("verb", f, 1, name) for f in [_features(view, clause)] if f)
    elif bad["kind"] in ("name", "actor"):
        swapped = sorted(old) == sorted(new)
        for party in ground.own:
            first, last = view.words[party.first].start, view.words[party.last - 1].end
            ends = first <= start + 1 < last or first < end <= last + 1
            if ends if swapped else first < end and start < last:
                yield "party", party_traits(ground, party), 1, name
    else:
        for index in slots(view):
            word = view.words[index]
            invented = bad["kind"] == "invention"
            own = invented or word.low not in old.lower().split()
            inside = word.start < end and start < word.end
            if inside and own and (group(word) == CONTENT or not invented):
                yield _word(ground, index, 1, name)


def _missing(row: Row, ground: Ground, start: int, end: int, name: str) -> Iterator[Example]:
    """The omission of the source's words that stood behind ``start`` to ``end`` of the summary."""
    view = View(row["summary"], source_of(row))
    pairs = zip(view.words, view.aligned.place, strict=True)
    places = {place for word, place in pairs if place >= 0 and start <= word.start < end}
    yield from _left_out(ground, name, lambda o: places & set(range(o.first, o.last)), 1)


def _other_verbs(row: Row) -> Iterator[Example]:
    """Each reporting verb for others that take the same complement."""
    rng, view = random.Random(row["id"]), View(row["summary"], source_of(row))
    for clause in view.clauses:
        ground = verb_ground(view, clause) if clause.verb >= 0 else None
        if ground is None:
            continue
        old = verb_key(view, clause)
        options = THAT if old.endswith(" that") else THING
        options = tuple(o for o in options if _class(o) != _class(old))
        for new in rng.sample(options, OTHERS):
            yield from _with_verb(row, view, clause, ground, new)


def _with_verb(
    row: Row, view: View, clause: Clause, ground: VerbGround, new: str
) -> Iterator[Example]:
    """The claim with ``new`` for its verb and the preposition of that."""
    name, new = f"{row['id']}!verb", new.removesuffix(" that")
    old, verb = verb_key(view, clause), view.words[clause.verb]
    if " " not in new and (" " not in old or old.endswith(" that")):
        yield "verb", features_on(view, clause, ground, new), 1, name
        return
    end = view.words[clause.verb + (" " in old)].end
    changed = View(view.text[: verb.start] + new + view.text[end:], view.source)
    for one in changed.clauses:
        if one.verb >= 0 and changed.words[one.verb].start == verb.start:
            yield from (("verb", f, 1, name) for f in [_features(changed, one)] if f)


def _other_parties(row: Row) -> Iterator[Example]:
    """Some parties of the condensation, each for another of the source, of the same sort."""
    rng, ground = random.Random(row["id"]), ground_of(row, row["summary"])
    view, theirs = ground.view, ground.parties
    for party in rng.sample(ground.own, min(SWAPPED, len(ground.own))):
        start, end = _bounds(view.words, party)
        old = row["summary"][start:end]
        others = {
            row_text
            for t in theirs
            if t.keys.isdisjoint(party.keys)
            and view.source_words[t.first].upper == view.words[party.first].upper
            and not same_party(old, row_text := _text(view, t))
        }
        if not others:
            continue
        new = rng.choice(sorted(others)) + ("'s" if old.endswith(("'s", "’s")) else "")
        changed = ground_of(row, row["summary"][:start] + new + row["summary"][end:])
        for one in changed.own:
            if _bounds(changed.view.words, one)[0] == start:
                yield "party", party_traits(changed, one), 1, f"{row['id']}!swap"


def _bounds(words: Sequence[Word], party: Party) -> tuple[int, int]:
    return words[party.first].start, words[party.last - 1].end


def _text(view: View, party: Party) -> str:
    start, end = _bounds(view.source_words, party)
    return re.sub(r"['’]s?$", "", view.source.text[start:end])


def _class(key: str) -> object:
    verb = key.split()[0].lower()
    return next((number for number, verbs in enumerate(ALIKE) if verb in verbs), verb)


def _taken_out(row: Row) -> Iterator[Example]:
    """Each limiting word and each condition of the condensation, left out in turn."""
    text, view = row["summary"], View(row["summary"], source_of(row))
    limiting = {groups()[w] for w in ("not", "without", "may", "some", "should")}
    for index, word in enumerate(view.words):
        if groups().get(word.low) in limiting and view.aligned.place[index] >= 0:
            new = {"without": "with ", "cannot": "can "}.get(word.low, "")
            changed = text[: word.start] + new + text[word.end :].lstrip()
            ground = ground_of(row, changed)
            yield from _missing(row, ground, word.start, word.end, f"{row['id']}!word")
    for match in CONDITION.finditer(text, 1):
        stop = re.compile(r"[,.;]").search(text, match.end())
        end = stop.start() if stop else len(text)
        changed = text[: match.start()].rstrip(" ,") + text[end:]
        name = f"{row['id']}!condition"
        yield from _missing(row, ground_of(row, changed), match.start(), match.end(), name)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--offset", type=int, default=0)
    parser.add_argument(
        "--made",
        type=Path,
        help="make the examples of these alone: ``id`` of a row, ``kind``, ``summary``, ``change``, ``at``",
    )
    parser.add_argument("--without", nargs="*", default=(), help="models to leave out")
    options = parser.parse_args(arguments)
    lines = options.file.read_text(encoding="utf-8").splitlines()
    rows = [r for line in lines if line.strip() and (r := json.loads(line)).get("summary")]
    every, rows = rows, rows[options.offset :: options.step]
    if options.made:
        found = list(by_hand(options.made, {r["id"]: r for r in every}))
        options.output.write_bytes(pickle.dumps(found))
        print(len(found), "examples")
        return 0
    kin = Kin.read(MODEL, [r["summary"] for r in every])
    found = []
    for first in range(0, len(rows), TOGETHER):
        part = rows[first : first + TOGETHER]
        pool = corrupt.make_pool(part)
        made = (e for row in part for e in (*right(row), *wrong(row, pool, kin)))
        found += [e for e in made if e[0] not in options.without]
    options.output.write_bytes(pickle.dumps(found))
    print(len(rows), "rows,", len(found), "examples")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
