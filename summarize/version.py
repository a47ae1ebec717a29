"""Which pksum this is. Kept here, not read from the installed metadata, which is slow to ask."""

VERSION = "0.1.0"
