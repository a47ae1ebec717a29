"""What reports a part of a sentence, before the part is shortened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarize.edit.token import Tokens

Style = Literal["direct", "that", "need"]


@dataclass(frozen=True)
class Frame:
    """A reported clause before it is shortened.

    ``opening`` is what reports ("said that", "called on"); ``body`` is the rest of the source's
    words. ``exclusive`` says that "we" means the speaker's side. ``named`` says that the body's
    subject is the speaker, to be written out (``person``: it was "I"). ``setting`` is what the
    sentence says before it begins of when, where or about what it is ("regarding the border"). ``weight`` is how much the rule is to
    be trusted, 0 to 1.
    """

    opening: Tokens
    body: Tokens
    style: Style
    exclusive: bool = False
    named: bool = False
    person: bool = False
    weight: float = 1.0
    setting: Tokens = ()
