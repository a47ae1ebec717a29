"""Possessors: what is said to be somebody's is theirs in the source.

"Reaffirmed Elbonia's commitment" is the speaker's own commitment, unless the source says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarize.facts.names import country
from summarize.records import Finding
from summarize.verify.usage import past
from summarize.verify.view import View, finding

_OWN_ACTS = {"reaffirmed", "reiterated", "renewed", "pledged", "restated", "reconfirmed"}
_OWN = {
    "commitment", "support", "readiness", "willingness", "solidarity", "determination", "adherence", "position",
    "appeal", "call", "pledge", "condemnation", "friendship", "attachment", "dedication",
}  # fmt: skip
_TITLES = {
    "president", "minister", "king", "queen", "emir", "prince", "majesty", "excellency", "sultan", "pope",
}  # fmt: skip
"""Of persons who may speak for the delegation's side."""

_AFTER, _BESIDE, _OPENS = 5, 4, 3
"""Words: within which the noun follows its possessor, stands by it in the source, and the possessor
follows the verb. With them one of 7,258 training references is stopped.
"""


def check(view: View) -> Iterator[Finding]:
    """A blocking ``name`` for a possessor who is not the source's."""
    for index, word in enumerate(view.words[:-1]):
        quoted = view.quoted(word.start, word.end)
        if not quoted and _possesses(view, index) and _not_own(view, index):
            message = f"In the source this is not said of “{word.text}”."
            yield finding("name", message, (word.start, word.end))


def _possesses(view: View, index: int) -> bool:
    word = view.words[index]
    return word.upper and word.text.endswith(("'s", "’s", "s'", "s’")) and word.content


def _ours(view: View, index: int) -> bool:
    """Whether the possessor is the speaker's side."""
    word = view.words[index]
    mine = country(view.source.delegation or "")
    return word.stem in view.side or (mine is not None and country(word.low) == mine)


def _not_own(view: View, index: int) -> bool:
    """Whether a commitment that is reaffirmed is not the speaker's own."""
    titled = _TITLES & {w.low for w in view.words[max(0, index - 4) : index]}
    if view.source.delegation is None or _ours(view, index) or titled:
        return False
    verb = next((c.verb for c in view.clauses if c.first <= index < c.last), -1)
    if verb < 0 or past(view.words[verb].low) not in _OWN_ACTS or index - verb > _OPENS:
        return False
    owned = next((w for w in view.words[index + 1 : index + _AFTER] if w.low in _OWN), None)
    return owned is not None and not _said_so(view, index, owned.stem)


def _said_so(view: View, index: int, owned: str) -> bool:
    """Whether the source has the possessor close before what it owns, or behind it."""
    places, source = view.aligned.source.places, view.source_words
    own = places.get(view.words[index].stem, ())
    return any(
        abs(p - q) <= _BESIDE and not source[q].mark for p in places.get(owned, ()) for q in own
    )
