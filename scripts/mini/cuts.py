"""Have readers mark what condensations left out of their sentences, and learn what harms.

    python scripts/mini/cuts.py --file train.jsonl --draw 2000 --seed 1 --out cuts.jsonl > cuts.txt
    python scripts/mini/cuts.py --cuts cuts.jsonl --marks marks.txt --out summarize/data/cuts.json

The first prints the sentences of condensations with what was left out in braces, numbered. MARKS has a line
for each with a marked cut: its number, then "H" for a cut that harms (the rest is broken, says more or
something else, or no longer says what is meant) and "m" for one that a reader would rather have
("17 1:H 3:m"). The second fits the weights of ``summarize/edit/cut.py``, a cut marked "m" counting half,
and prints how they tell marked cuts in cross-validation by passage. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from summarize.edit import EditCondenser
from summarize.edit.compose import Choice, valued
from summarize.edit.condenser import options
from summarize.edit.cut import Cut, traits
from summarize.edit.words import Word, words
from summarize.evaluation.verification import delegation
from summarize.records import Source

Row = dict[str, Any]
SEEN, REGULAR, FOLDS = 5, 0.1, 8
"""A trait must be seen so often; inverse strength of the regularisation (.1 and .2 told alike)."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("models/pksum-mini-v1"))
    parser.add_argument("--file", type=Path)
    parser.add_argument("--draw", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cuts", type=Path)
    parser.add_argument("--marks", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    if bool(given.cuts) != bool(given.marks) or bool(given.file) == bool(given.marks):
        parser.error("give --file, or --cuts and --marks")
    if given.marks:
        weights = fit([json.loads(line) for line in given.cuts.open()], marked(given.marks))
        given.out.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n")
        return
    rows = [row for row in map(json.loads, given.file.open(encoding="utf-8")) if row["summary"]]
    drawn = random.Random(given.seed).sample(rows, min(given.draw, len(rows)))
    with given.out.open("w", encoding="utf-8") as out:
        for number, (row, choice) in enumerate(cut(drawn, EditCondenser.load(given.model)), 1):
            judged = [dict(traits(one)) for one in choice.clause.cuts]
            out.write(json.dumps({"number": number, "id": row["id"], "cuts": judged}) + "\n")
            shown = braced(words(row["sentences"][choice.place]), choice.clause.cuts)
            print(f"{number}\nSOURCE: {shown}\nNOTE: {choice.clause.text}.\n")


def cut(rows: Sequence[Row], model: EditCondenser) -> Iterator[tuple[Row, Choice]]:
    """The clauses of each row's condensation of which something was left out."""
    for row in rows:
        source = Source(
            tuple(row["sentences"]), delegation(row["speaker"]), row["speaker"], language="en"
        )
        passage = tuple(tuple(words(s)) for s in source.sentences)
        [views] = model.tagger.passages([[[w.text for w in s] for s in passage]])
        groups = valued(*options(source, passage, views, "normal"))
        for choice in groups[0][1] if groups else ():
            if choice.clause.cuts:
                yield row, choice


def braced(sentence: Sequence[Word], cuts: Sequence[Cut]) -> str:
    """The sentence with each cut in braces."""
    opened, closed = dict[int, str](), Counter[int]()
    for number, one in enumerate(cuts, 1):
        places = [token.at for token in one.words if token.at >= 0]
        if places:
            opened[min(places)] = opened.get(min(places), "") + f"{{{number}: "
            closed[max(places)] += 1
    pieces = [
        ("" if word.glued else " ") + opened.get(i, "") + word.text + "}" * closed[i]
        for i, word in enumerate(sentence)
    ]
    return "".join(pieces).strip()


def marked(path: Path) -> dict[tuple[int, int], str]:
    """The mark of each cut that has one, by the number of its sentence and its own."""
    found: dict[tuple[int, int], str] = {}
    for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
        number, *marks = line.split()
        for mark in marks:
            place, letter = mark.split(":")
            found[int(number), int(place)] = letter
    return found


def fit(rows: Sequence[Row], marks: dict[tuple[int, int], str]) -> dict[str, Any]:
    """The weights for ``data/cuts.json``; prints what they tell apart in cross-validation."""
    import numpy as np
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import GroupKFold

    cuts = [
        (one, marks.get((row["number"], place), ""), row["id"])
        for row in rows
        for place, one in enumerate(row["cuts"], 1)
    ]
    chances = np.zeros(len(cuts))
    for known, held in GroupKFold(FOLDS).split(cuts, groups=[name for *_, name in cuts]):
        weights = _learned([cuts[i][:2] for i in known])
        for i in held:
            table = weights["weights"]
            odds = weights["bias"] + sum(table.get(k, 0) * v for k, v in cuts[i][0].items())
            chances[i] = 1 / (1 + np.exp(-odds))
    harms, any_mark = [m == "H" for _, m, _ in cuts], [bool(m) for _, m, _ in cuts]
    print(len(cuts), "cuts,", sum(harms), "that harm,", sum(any_mark) - sum(harms), "minor")
    print(f"AUC {roc_auc_score(harms, chances):.3f}, of any {roc_auc_score(any_mark, chances):.3f}")
    return _learned([one[:2] for one in cuts])


def _learned(cuts: Sequence[tuple[dict[str, float], str]]) -> dict[str, Any]:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(trait for one, _ in cuts for trait in one)
    examples: list[tuple[dict[str, float], int, float]] = []
    for one, mark in cuts:
        kept = {trait: value for trait, value in one.items() if seen[trait] >= SEEN}
        halves = [(1, 0.5), (0, 0.5)] if mark == "m" else [(int(mark == "H"), 1.0)]
        examples += [(kept, harms, weight) for harms, weight in halves]
    names = DictVectorizer()
    known = names.fit_transform([one for one, _, _ in examples])
    model = LogisticRegression(C=REGULAR, max_iter=3000)
    model.fit(known, [harms for _, harms, _ in examples], [weight for *_, weight in examples])
    weights = zip(names.get_feature_names_out(), model.coef_[0].tolist(), strict=True)
    return {
        "bias": round(float(model.intercept_[0]), 3),
        "weights": {name: round(value, 3) for name, value in weights if abs(value) >= 0.01},
    }


if __name__ == "__main__":
    main()
