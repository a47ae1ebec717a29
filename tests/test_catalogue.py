from __future__ import annotations

import pytest

from summarize.catalogue import card_of, catalogue
from summarize.errors import UsageError
from summarize.model import bundled_models
from summarize.render.catalogue import to_json, to_table


def test_the_list_begins_with_what_comes_in_the_package():
    names = [model.name for model in catalogue()]
    assert names[: len(bundled_models()) + 1] == [*bundled_models(), "verbatim"]
    assert all(name.startswith("hub:") for name in names[len(bundled_models()) + 1 :])


def test_every_model_says_what_a_user_must_know():
    for model in catalogue():
        assert all(vars(model).values())
        assert model.name in to_table([model])
        assert model.licence in to_json([model])


def test_one_model():
    assert "MIT" in card_of("bart-large-cnn")
    for name in bundled_models():
        assert card_of(name).startswith("---")
    with pytest.raises(UsageError, match="pksum models"):
        card_of("gpt-9")
