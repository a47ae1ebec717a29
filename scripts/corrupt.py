"""Make minimal errors in true condensations, to measure what verification detects.

    python scripts/corrupt.py FILE [--seed N] [--kinds figure,date] > corrupted.jsonl

FILE holds rows of the contract (``id``, ``speaker``, ``sentences``, ``summary``). For each row
and kind at most one corrupted row is written, with ``label`` "corrupted", ``kind``, ``change``
[old, new] and ``at`` (its offset); the true row goes before with ``label`` "true". Same file and seed, same output.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.clauses import clauses
from summarize.facts import Fact, facts
from summarize.facts.names import countries

Row = dict[str, Any]
# A change of a summary: where, and what is put there instead.
Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Pool:
    """What other statements offer: their summaries, and the facts of these by kind."""

    summaries: tuple[str, ...]
    facts: dict[str, tuple[str, ...]]


Maker = Callable[[Row, Pool, random.Random], list[Edit]]

ANTONYMS = {
    "support": "oppose", "supported": "opposed", "supporting": "opposing", "oppose": "support",
    "opposed": "supported", "increase": "reduce", "increased": "reduced", "increasing": "reducing",
    "reduce": "increase", "reduced": "increased", "reducing": "increasing", "strengthen": "weaken",
    "strengthening": "weakening", "strengthened": "weakened", "with": "without", "without": "with",
    "including": "excluding", "lift": "maintain", "lifting": "maintaining", "accept": "reject",
    "reject": "accept", "rejected": "accepted", "accepted": "rejected", "unless": "if",
    "failed": "managed", "failure": "success", "lack": "presence", "prevent": "allow",
    "preventing": "allowing", "prevented": "allowed", "allow": "prevent", "end": "continue",
    "ending": "continuing", "improve": "worsen", "improved": "worsened", "improving": "worsening",
    "possible": "impossible", "impossible": "possible", "legal": "illegal", "illegal": "legal",
    "acceptable": "unacceptable", "unacceptable": "acceptable", "before": "after", "after": "before",
    "expand": "limit", "expanding": "limiting", "expansion": "limitation", "most": "least",
    "more": "less", "greater": "lesser", "higher": "lower", "positive": "negative",
    "success": "failure", "progress": "setbacks", "peaceful": "violent", "against": "for",
    "cannot": "can", "never": "always", "nothing": "much", "neither": "both", "nor": "and",
    "refrain from": "continue", "no longer": "still", "all": "none of the", "any": "no",
}  # fmt: skip
INSERT_NOT = (
    "should", "must", "will", "would", "can", "could", "is", "are", "was", "were", "has", "have",
    "had", "may",
)  # fmt: skip
DROP_NOT = r"\b(?:not|never) |\bno (?!longer)|\bnon-|(?<=\bcan)not\b|\bun(?=acceptable|justified)"
FORCE = {
    "called for": ["demanded", "noted", "announced", "welcomed"],
    "called on": ["thanked", "ordered", "commended"], "urged": ["ordered", "reminded", "thanked"],
    "demanded": ["suggested", "noted", "hoped for"],
    "insisted that": ["suggested that", "hoped that", "noted that"],
    "insisted on": ["suggested", "welcomed"], "said that": ["demanded that", "pledged that"],
    "noted": ["condemned", "welcomed", "demanded", "deplored"],
    "noted that": ["insisted that", "regretted that", "warned that"],
    "reported": ["condemned", "pledged"], "reported that": ["demanded that", "warned that"],
    "welcomed": ["condemned", "noted", "demanded", "regretted"],
    "condemned": ["noted", "welcomed", "expressed concern at", "regretted"],
    "deplored": ["noted", "welcomed", "expressed concern at"],
    "regretted": ["condemned", "welcomed", "deplored"], "hoped that": ["demanded that", "pledged that"],
    "expressed concern at": ["condemned", "deplored", "welcomed"],
    "expressed concern about": ["condemned", "welcomed"],
    "expressed concern over": ["condemned", "deplored"],
    "expressed the hope that": ["demanded that"], "pledged to": ["hoped to", "declined to", "offered to"],
    "announced": ["proposed", "hoped for", "considered"], "proposed": ["announced", "demanded"],
    "encouraged": ["condemned", "ordered"], "invited": ["ordered", "thanked"],
    "commended": ["criticized", "noted"], "supported": ["noted", "demanded", "rejected"],
    "stressed": ["mentioned", "denied"], "stressed that": ["suggested that", "demanded that"],
    "warned that": ["welcomed that", "demanded that"],
    "rejected": ["regretted", "supported"], "suggested": ["demanded", "insisted on"],
    "reaffirmed": ["questioned", "demanded"], "should": ["must", "may"], "must": ["could", "may"],
    "recalled": ["condemned", "demanded"], "affirmed": ["questioned"], "thanked": ["criticized"],
}  # fmt: skip
# Words of the source that bear out the verb or modal before them, so that it would be no error.
BORNE = {
    "demanded": r"\b(must|demand|insist|require)", "demanded that": r"\b(must|demand|insist|ha(s|ve) to)",
    "insisted that": r"\b(must|insist|ha(s|ve) to|need)", "insisted on": r"\b(must|insist|need)",
    "pledged that": r"\b(we|i|our)\b.{0,40}\b(will|shall|pledge|commit)", "must": r"\b(must|ha(s|ve) to|need)",
    "pledged": r"\b(we|i|our)\b.{0,40}\b(will|shall|pledge|commit)", "warned that": r"\bwarn|risk|danger",
    "condemned": r"\bcondemn", "deplored": r"\bdeplor", "welcomed": r"\bwelcom", "regretted": r"\bregret",
    "regretted that": r"\bregret|unfortunate|sad", "could": r"\bcould\b", "may": r"\bmay\b",
    "thanked": r"\b(thank|grat)", "supported": r"\b(support|back|favour)", "noted": r"\bnot(e|es|ed)\b",
    "expressed concern at": r"\bconcern", "commended": r"\bcommend", "announced": r"\bannounc",
    "will": r"\b(will|shall)\b", "would": r"\b(will|would|shall)\b", "all": r"\ball\b",
    "noted that": r"\bnot(e|es|ed|ing)\b", "suggested": r"\bsuggest", "suggested that": r"\bsuggest",
    "hoped that": r"\bhope", "hoped for": r"\bhope",
}  # fmt: skip
HEDGES = {
    "may": "will", "might": "will", "could": "would", "can": "must", "some": "all", "many": "all",
    "most": "all", "several": "all", "often": "always", "sometimes": "always", "possible": "certain",
    "possibly": "certainly", "should": "will", "would": "will", "likely": "certain",
    "partly": "wholly", "largely": "wholly", "almost": "", "nearly": "", "mainly": "only",
    "potential": "", "gradually": "immediately", "certain": "all", "apparent": "", "alleged": "",
    "in principle": "", "hoped to": "would", "seeks to": "will", "at least": "",
    "if necessary": "", "as appropriate": "", "where possible": "", "appeared to": "",
    "seemed": "was", "risked": "caused", "tended to": "", "if": "because", "provided that": "and",
}  # fmt: skip
CONDITION = (
    r",? (?:if|unless|provided that|in accordance with|on the basis of|subject to|in line with|with full"
    r" respect for|without prejudice to|where|when|as long as|once|until|pending|within the framework"
    r" of|based on|in consultation with|with the consent of|except) [^,.;]+"
)
COMPARE = {
    "more than": ["less than", "", "exactly"], "over": ["under", "", "nearly"],
    "less than": ["more than", ""], "fewer than": ["more than"], "at least": ["at most", "", "up to"],
    "nearly": ["more than", "over", ""], "almost": ["more than", "over"], "up to": ["at least", ""],
    "some": ["over", "at least"], "about": ["more than"], "around": ["over"], "under": ["over"],
    "no more than": ["more than"], "approximately": ["more than"],
}  # fmt: skip
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_CALENDAR = {*MONTHS, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
INVENTED = (
    ", as confirmed by independent experts", " within the next five years", ", following a decision by its parliament",
    ", with the support of regional partners", ", and called it a model for the region",
    ", at the request of the Secretary-General", ", for the first time in its history",
    ", despite strong opposition", ", in cooperation with the private sector",
    ", which had been widely criticized", ", and thanked donors for their contributions",
    ", under the supervision of international observers", " at the earliest opportunity",
    ", as agreed at the last summit", ", and announced a national day of mourning",
)  # fmt: skip


def occurrences(text: str, phrase: str) -> list[tuple[int, int]]:
    """The places of a whole phrase, in any case."""
    pattern = rf"(?<![\w-]){re.escape(phrase)}(?![\w-])"
    return [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]


def replaced(row: Row, table: dict[str, str]) -> list[Edit]:
    text = row["summary"]
    return [(s, e, new) for old, new in table.items() for s, e in occurrences(text, old)]


def kind_facts(text: str, kind: str) -> list[Fact]:
    return [f for f in facts(text) if f.kind == kind]


def figure(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """Another digit, another scale, another figure of the same point."""
    edits: list[Edit] = []
    here = [f.text for f in kind_facts(" ".join(row["sentences"]), "figure")]
    here = [t for t in here if not re.fullmatch(r"\d{1,2}|\d{5,}", t)]
    for fact in kind_facts(row["summary"], "figure"):
        percent = fact.text.endswith("per cent")
        options = [t for t in here if _digits(t) != _digits(fact.text)]
        options = [t for t in options if t.endswith("per cent") == percent]
        options.append(_other(fact.text, rng))
        edits.append((fact.start, fact.end, rng.choice(options)))
        for one, two in (("million", "billion"), ("billion", "million"), ("thousand", "million")):
            if one in fact.text:
                edits.append((fact.start, fact.end, fact.text.replace(one, two)))
        if fact.text.endswith(" per cent"):
            edits.append((fact.end - 9, fact.end, ""))
    return edits


def _digits(text: str) -> str:
    return re.sub(r"[^\d]", "", text) or text.lower()


def _other(text: str, rng: random.Random) -> str:
    """``text`` with one digit or number word changed."""
    digits = [m.start() for m in re.finditer(r"\d", text)]
    if digits:
        at = rng.choice(digits)
        new = rng.choice([d for d in "123456789" if d != text[at]])
        return text[:at] + new + text[at + 1 :]
    small = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twelve",
        "twenty",
        "thirty",
        "forty",
        "fifty",
    ]
    found = [w for w in re.findall(r"[a-z]+", text) if w in small]
    if found:
        return text.replace(found[0], rng.choice([w for w in small if w != found[0]]), 1)
    vague = {"hundreds": "thousands", "thousands": "millions", "millions": "thousands"}
    halves = {"half": "a third", "two thirds": "one third", "one third": "two thirds"}
    return {**vague, **halves}.get(text.lower(), "seventeen")


def comparison(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """ "over" for "under", a comparing word dropped or added before a figure."""
    edits: list[Edit] = []
    for fact in kind_facts(row["summary"], "figure"):
        old = next((c for c in COMPARE if fact.text.lower().startswith(c + " ")), None)
        if old:
            new = rng.choice(COMPARE[old])
            edits.append((fact.start, fact.start + len(old) + (not new), new))
        elif re.match(r"[\d$]", fact.text) and row["summary"][fact.start - 1] == " ":
            edits.append(
                (fact.start, fact.start, rng.choice(["more than ", "less than ", "nearly "]))
            )
    return edits


def date(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """Another month or year, "last" for "next", "by" for "since", another date of the point."""
    text, edits = row["summary"], list[Edit]()
    here = [f.text for f in kind_facts(" ".join(row["sentences"]), "date")]
    for fact in kind_facts(text, "date"):
        month = next((m for m in MONTHS if m in fact.text), None)
        year = re.search(r"\d{4}", fact.text)
        others = [t for t in here if t not in fact.text and fact.text not in t]
        if others:
            edits.append((fact.start, fact.end, rng.choice(others)))
        if month:
            new = fact.text.replace(month, rng.choice([m for m in MONTHS if m != month]))
            edits.append((fact.start, fact.end, new))
        if year and not fact.text.endswith("s"):
            new = fact.text.replace(
                year.group(), str(int(year.group()) + rng.choice([-10, -1, 1, 2]))
            )
            edits.append((fact.start, fact.end, new))
        for one, two in (("last", "next"), ("next", "last"), ("this", "last"), ("past", "coming")):
            if re.match(one + r"\b", fact.text):
                edits.append((fact.start, fact.start + len(one), two))
        for one, two in (("by ", "since "), ("since ", "until "), ("until ", "since ")):
            if text[: fact.start].endswith(" " + one):
                edits.append((fact.start - len(one), fact.start, two))
    return edits


def symbol(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """Another number of a resolution, article or chapter."""
    edits: list[Edit] = []
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XIV", "XV"]
    for fact in kind_facts(row["summary"], "symbol"):
        if re.search(r"\d", fact.text):
            edits.append((fact.start, fact.end, _other(fact.text, rng)))
        else:
            last = fact.text.split()[-1]
            new = rng.choice([r for r in roman if r != last])
            edits.append((fact.end - len(last), fact.end, new))
    return edits


def name(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """Another country, person, organisation or acronym, of this point or of another."""
    edits: list[Edit] = []
    here = _proper_names(" ".join(row["sentences"]))
    for start, end in _name_spans(row["summary"]):
        text = row["summary"][start:end]
        other = [t for t in here if not _same_party(t, text)]
        strange = [t for t in pool.facts["name"] if _like(t, text) and not _same_party(t, text)]
        options = [rng.choice(strange)] if strange else []
        options += [rng.choice(other)] if other and rng.random() < 0.5 else []
        edits += [(start, end, o) for o in options]
    return edits


def _name_spans(text: str) -> list[tuple[int, int]]:
    """Names inside ``text``, months and days left out, without a possessive ending."""
    spans = []
    for fact in kind_facts(text, "name"):
        bare = re.sub(r"['’]s?$", "", fact.text)
        whole = text[fact.end : fact.end + 1] != "-" and text[fact.start - 1 : fact.start] != "-"
        if fact.start and whole and len(bare) > 1 and not set(bare.split()) & _CALENDAR:
            spans.append((fact.start, fact.start + len(bare)))
    return spans


def _proper_names(text: str) -> list[str]:
    return list(dict.fromkeys(text[start:end] for start, end in _name_spans(text)))


def _same_party(one: str, other: str) -> bool:
    """Whether two names share a word, a country, or both mean the United Nations."""
    table = countries()
    first, second = set(_low(one)), set(_low(other))
    codes = {table[w] for w in first if w in table} & {table[w] for w in second if w in table}
    both = all(w & {"un", "united", "organization", "nations"} for w in (first, second))
    return bool(first & second - {"of", "the", "and"}) or bool(codes) or both


def _low(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _like(one: str, other: str) -> bool:
    """Whether two names are of one kind: both countries, both acronyms, both of many words."""
    table = countries()
    if other.lower() in table or one.lower() in table:
        adjective = other.endswith(("an", "ish", "ese", "i")) == one.endswith(
            ("an", "ish", "ese", "i")
        )
        return other.lower() in table and one.lower() in table and adjective
    return other.isupper() == one.isupper() and len(one.split()) == len(other.split())


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
    said = " ".join(_cited(row)).lower()
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


def _cited(row: Row) -> list[str]:
    """The sentences that carry a row's summary; all where it does not say."""
    return [row["sentences"][n - 1] for n in row.get("cites", ())] or row["sentences"]


def actor(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """Two names of the summary swapped, or an agent for another of the point."""
    text, edits = row["summary"], list[Edit]()
    found = _name_spans(text)
    for one, two in itertools.pairwise(found):
        a, b = text[slice(*one)], text[slice(*two)]
        listed = re.fullmatch(r",?\s?(and|or|,)?\s?(the )?", text[one[1] : two[0]])
        if not listed and _like(a, b) and not _same_party(a, b):
            edits.append((one[0], two[1], b + text[one[1] : two[0]] + a))
    here = [n for n in _proper_names(" ".join(row["sentences"])) if " " in n]
    here += [
        "Member States",
        "the Secretary-General",
        "the Security Council",
        "developing countries",
    ]
    agent = r"(?<=that )((?:the |all )?[\w' -]{4,40}?)(?= (?:should|must|would|will|had|has)\b)"
    for match in re.finditer(agent + "|(?<=on )((?:the |all )?[A-Z][\\w' -]{4,40}?)(?= to )", text):
        others = [h for h in here if not _same_party(h, match.group())]
        if others and re.search(AGENT, match.group()):
            edits.append((match.start(), match.end(), rng.choice(others)))
    return edits


def hedge(row: Row, pool: Pool, rng: random.Random) -> list[Edit]:
    """A condition left out; "may" turned into "will", "some" into "all"."""
    text, said = row["summary"], " ".join(_cited(row)).lower()
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


AGENT = r"[A-Z]|\b(States|countries|parties|community|donors|members|Government|leaders|all)\b"
"""What acts: a name, or one of the common nouns that act in statements."""

KINDS: dict[str, Maker] = {
    "figure": figure, "comparison": comparison, "date": date, "symbol": symbol, "name": name,
    "negation": negation, "force": force, "actor": actor, "hedge": hedge, "invention": invention,
}  # fmt: skip


def corrupt(row: Row, kind: str, pool: Pool, rng: random.Random) -> Row | None:
    """``row`` with one error of ``kind``, or None where the summary offers no place for it."""
    edits = sorted(set(KINDS[kind](row, pool, rng)))
    rng.shuffle(edits)
    for start, end, new in edits:
        old = row["summary"]
        new = new[:1].upper() + new[1:] if start == 0 else new
        summary = re.sub(r" {2,}", " ", old[:start] + new + old[end:])
        if summary.lower() != old.lower():
            change = [old[start:end], new]
            label = {"label": "corrupted", "kind": kind, "change": change, "at": start}
            return {**row, "id": f"{row['id']}!{kind}", "summary": summary, **label}
    return None


def make_pool(rows: Sequence[Row]) -> Pool:
    """What the ``rows`` offer for errors taken from other statements."""
    summaries = tuple(r["summary"] for r in rows)
    found: dict[str, list[str]] = {"name": []}
    for row in rows:
        found["name"] += _proper_names(row["summary"])
    return Pool(summaries, {k: tuple(dict.fromkeys(v)) for k, v in found.items()})


def corrupted(rows: Sequence[Row], seed: int, kinds: Sequence[str] = tuple(KINDS)) -> list[Row]:
    """The true rows and, after each, its corrupted forms of every kind that it allows."""
    pool, out = make_pool(rows), list[Row]()
    for row in rows:
        out.append({**row, "label": "true"})
        for kind in kinds:
            rng = random.Random(f"{seed}/{row['id']}/{kind}")
            wrong = corrupt(row, kind, pool, rng)
            if wrong is not None:
                out.append(wrong)
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kinds", default=",".join(KINDS))
    options = parser.parse_args(arguments)
    lines = options.file.read_text(encoding="utf-8").splitlines()
    rows = [r for line in lines if line.strip() and (r := json.loads(line)).get("summary")]
    for row in corrupted(rows, options.seed, options.kinds.split(",")):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
