"""Who is asked to do what, and what the speaker's side undertakes, in the source's own words.

In stages: candidates by wording (``forms``), with whom they ask (``actor``) and for what
(``action``); those are kept whose sentence a trained model holds for an ask worth listing
(``summarize.speech``). Commitments are read off by wording alone (``pledges``). Precision comes
before recall, and what is asked of nobody in particular has no actor.
"""

from __future__ import annotations

from summarize.asks.entries import Ask, Commitment, asks
from summarize.asks.pledges import commitments

__all__ = ["Ask", "Commitment", "asks", "commitments"]
