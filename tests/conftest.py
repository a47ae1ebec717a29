"""What several tests share: sample statements, a scripted condenser, tiny models."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from summarize.condense import ModelCard
from summarize.options import Length
from summarize.records import Draft, Source

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

SAMPLES = Path(__file__).parent / "samples"
SHARED = Path(__file__).parents[2] / "shared"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")


def pytest_addoption(parser):
    parser.addoption(
        "--regenerate", action="store_true", help="write the golden notes anew; look at the diff"
    )


@dataclass
class ScriptedCondenser:
    """Says what it was told to say, and remembers what it was asked."""

    drafts: Sequence[Draft]
    languages: tuple[str, ...] = ("en",)
    asked: list[Source] = field(default_factory=list)

    @property
    def card(self) -> ModelCard:
        return ModelCard("scripted", languages=self.languages)

    def condense(self, sources: Sequence[Source], length: Length) -> list[Draft]:
        self.asked += sources
        return [self.drafts[i % len(self.drafts)] for i in range(len(sources))]


@pytest.fixture(scope="session")
def sample() -> Path:
    return SAMPLES / "water_security.txt"


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch, tmp_path_factory):
    """No test reads the configuration or the environment of whoever runs it."""
    for name in [name for name in os.environ if name.startswith("PKSUM_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
