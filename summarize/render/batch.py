"""What a batch tells: a line or a JSON object for each source, and its totals."""

from __future__ import annotations

from typing import Any

from summarize.batch.plan import Outcome, Totals

WORDS = {
    "done": "briefed",
    "skipped": "skipped",
    "failed": "failed",
    "left": "left for a later run",
    "ignored": "no statements",
}


def line(outcome: Outcome) -> str:
    """One line: what became of a source, and why."""
    notes = ", ".join(note.name for note in outcome.notes)
    where = f" -> {notes}" if notes else ""
    return one_line(f"{outcome.state:<7} {outcome.source}{where} ({outcome.reason})")


def one_line(text: str) -> str:
    """``text`` without what could break a line or turn its direction."""
    return "".join(ch if ch.isprintable() else "?" for ch in text)


def event(outcome: Outcome) -> dict[str, Any]:
    """The same as plain values. Names that are no text are escaped."""
    return {
        "event": "source",
        "source": _text(outcome.source),
        "state": outcome.state,
        "reason": _text(outcome.reason),
        "notes": [_text(str(note)) for note in outcome.notes],
        "edited": [_text(str(note)) for note in outcome.kept],
        "points": outcome.points,
        "seconds": outcome.seconds,
    }


def summary(totals: Totals, *, dry_run: bool = False) -> dict[str, Any]:
    """The totals as plain values."""
    return {
        "event": "summary",
        "dry_run": dry_run,
        **{state: totals.counts[state] for state in WORDS},
        "notes": totals.notes,
        "points": totals.points,
        "edited": [_text(str(path)) for path in totals.kept],
        "seconds": round(totals.seconds, 3),
        "sources_a_second": _rate(totals.counts["done"], totals.seconds),
        "points_a_second": _rate(totals.points, totals.seconds),
    }


def table(totals: Totals, *, dry_run: bool = False) -> str:
    """The totals as a table, with the rates and the notes that somebody edited."""
    words = WORDS | ({"done": "to be briefed"} if dry_run else {})
    rows = [(words[state], str(totals.counts[state])) for state in WORDS if totals.counts[state]]
    if totals.notes:
        rows.append(("notes written", str(totals.notes)))
        rows.append(("points", f"{totals.points} ({_rate(totals.points, totals.seconds):g} a s)"))
    rows.append(("time", f"{totals.seconds:.1f} s"))
    rows += [("edited, kept", one_line(str(path))) for path in totals.kept]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {value}" for name, value in rows)


def _rate(count: int, seconds: float) -> float:
    return round(count / seconds, 2) if seconds else 0.0


def _text(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()
