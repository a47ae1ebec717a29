"""pksum: from a diplomatic statement to a briefing note whose every sentence cites its source."""
