from __future__ import annotations

import pytest

from summarize.condense.reported import clause_of, reported, said_in, with_reported
from summarize.records import Source

CONTEXT = "Threats to shared rivers grow. Many threats are met by agreement."


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "Ilse Tarrant, the representative of Maravia, said at the debate that rivers are shared.",
            "said at the debate that rivers are shared.",
        ),
        ("Tarrant said the council should act.", "said that the council should act."),
        ("She also announced that Maravia would pay.", "announced that Maravia would pay."),
        (
            "In addition, the Maravian envoy has stressed the value of data.",
            "stressed the value of data.",
        ),
        ("Threats are growing, she said on Thursday.", "said that threats are growing"),
        ("UN bodies are slow, Tarrant said.", "said that UN bodies are slow"),
        (
            "Data are shared, according to Ilse Tarrant, the envoy of Maravia.",
            "said that Data are shared",
        ),
        ('"Whoever cuts the water empties the town," she said.', None),
        ("The council did not adopt a text.", None),
        ("Benedek Oslo said that the Sorrel is low.", None),
    ],
)
def test_clauses(sentence, clause):
    assert clause_of(sentence, "Ilse Tarrant", CONTEXT) == clause


def test_a_condensation_of_what_was_said():
    source = Source(
        (
            "Ilse Tarrant, the envoy of Maravia, said that the council should protect water.",
            "She attributed this to the drought.",
            "Rain is expected in April.",
        ),
        attribution="Ilse Tarrant",
    )
    assert reported(source, "normal") == "Said that the council should protect water."
    assert with_reported(("Said so.",), source, "normal")[1:] == ("Said so.",)


def test_nothing_is_reported_in_a_statement():
    source = Source(("She said that the council should act.",))
    assert reported(source, "normal") is None
    assert with_reported(("Said so.",), source, "normal") == ("Said so.",)


def test_what_was_said_is_a_stretch_of_the_sentence():
    sentence = "Tarrant said that the council should act."
    assert said_in(sentence, "Ilse Tarrant") == "the council should act."
    assert said_in(sentence, None) == sentence
