"""Brief many statements with a model and with a deliberately bad one, and check what the notes say.

    python scripts/check_notes.py FOLDER [--model NAME] [--count N] [--bad] [-o NOTES]

FOLDER holds statements as text files. ``--bad`` makes a sequence-to-sequence model of random
weights (as the tests do) and briefs with that. For every sentence of every note: is every figure,
date, symbol and name in the words cited or in the passage; does verifying it again find anything;
does it cite a sentence that shares its words. The facts are compared by value, apart from the
rules that verifying uses. Prints what was counted; exit code 3 where anything is found.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from summarize.evaluation.condensing import unquoted
from summarize.facts import facts
from summarize.options import Options
from summarize.pipeline import brief_all, source_of
from summarize.read import read
from summarize.records import Cited, Entry, Note, Source
from summarize.render import render
from summarize.verify import verify
from summarize.words import content_stems

ROOT = Path(__file__).resolve().parent.parent


def bad_model(folder: Path) -> str:
    """A folder with a tiny model of random weights, which writes nonsense."""
    sys.path.insert(0, str(ROOT))
    from tests.tiny_models import make_model

    return str(make_model("bart", folder, window=1024))


def faults(note: Note) -> Iterator[str]:
    """What is wrong in a note, a word for the kind of fault and the sentence at fault."""
    for entry in (*note.points, *note.passages):
        yield from _entry_faults(note, entry)
    for part in note.in_brief:
        yield from _citation_faults("in brief", part)
    for ask in note.asks:
        if not _held(f"{ask.actor} {ask.action}", " ".join(c.exact for c in ask.citations)):
            yield f"ask: {ask.actor} | {ask.action}"
    for one in note.commitments:
        if not _held(one.action, " ".join(c.exact for c in one.citations)):
            yield f"commitment: {one.action}"


def _entry_faults(note: Note, entry: Entry) -> Iterator[str]:
    text, source = entry.text, source_of(note.statement, entry.passage)
    yield from _citation_faults("entry", Cited(text, entry.citations))
    for fact in facts(unquoted(text)):
        if not _known(fact.value, fact.text, note, source):
            yield f"{fact.kind} not in the passage: {fact.text} | {text}"
    if entry.condensation.status != "verbatim":
        for found in verify(entry.condensation.text, source):
            if found.severity == "blocking":
                yield f"{found.kind} found again: {found.message} | {text}"


def _known(value: str, text: str, note: Note, source: Source) -> bool:
    """Whether a fact is the passage's own, or the name of who speaks."""
    side = content_stems(f"{source.delegation} {source.speaker} {source.attribution}")
    here = value in {fact.value for fact in facts(source.text)}
    return here or content_stems(text) <= side | content_stems(source.text)


def _citation_faults(name: str, part: Cited) -> Iterator[str]:
    if not part.citations:
        yield f"{name} without citation: {part.text}"
    cited = content_stems(" ".join(c.exact for c in part.citations))
    if len(content_stems(part.text) & cited) < min(2, len(content_stems(part.text))):
        yield f"{name} not carried by its citations: {part.text}"


def _held(said: str, cited: str) -> bool:
    """Whether every content word of an entry stands in the sentence it is taken from."""
    return content_stems(said) <= content_stems(cited)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default=Options().model)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--bad", action="store_true")
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args(arguments)
    files = sorted(options.folder.glob("*.txt"))
    files = files[:: max(1, len(files) // options.count)][: options.count]
    statements = [statement for file in files for statement in read(str(file))]
    with tempfile.TemporaryDirectory() as folder:
        model = bad_model(Path(folder)) if options.bad else options.model
        notes = list(brief_all(statements, Options(model=model, offline=True)))
    found = [fault for note in notes for fault in faults(note)]
    said = Counter(e.condensation.status for n in notes for e in (*n.points, *n.passages))
    if options.output:
        options.output.mkdir(parents=True, exist_ok=True)
        for file, note in zip(files, notes, strict=False):
            (options.output / f"{file.stem}.md").write_text(str(render(note, "md")), "utf-8")
    print(len(notes), "notes", dict(said), len(found), "faults")
    print("\n".join(found))
    return 3 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
