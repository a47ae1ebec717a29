"""Speech acts of a statement, and the asks and commitments read off them."""

from summarize.asks import Ask, Commitment, asks, commitments
from summarize.speech import acts

__all__ = ["Ask", "Commitment", "acts", "asks", "commitments"]
