from __future__ import annotations

import pytest

from tests.batch.office import Office


@pytest.fixture
def office(tmp_path, monkeypatch) -> Office:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = Office(tmp_path)
    made.inbox.mkdir()
    return made
