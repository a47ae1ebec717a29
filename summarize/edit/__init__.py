"""Condensing by text editing: the bundled model.

The way of a sentence: its words (``words``), what the network thinks of each (``inputs``,
``network``, ``tagger``, ``reading``, ``token``), names for what it points at (``naming``), the parts that can
be reported alone (``opening``), what reports them (``frames``, ``spoken``, ``need``, ``stated``) and what stood
before the speaker (``setting``), who "we" is (``person``), what may be left out (``units``, ``predicates``,
``reduce``, ``junction``) and is not missed (``cut``), the tense (``tense``), what is left without its noun
(``pointing``); where no report holds, the sentence itself in quotation marks (``quoted``). Then
clauses are chosen and joined (``compose``). ``condenser`` is the whole.
"""

from __future__ import annotations

from summarize.edit.condenser import EditCondenser

__all__ = ["EditCondenser"]
