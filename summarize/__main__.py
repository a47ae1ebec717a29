"""The command's way in, also for ``python -m summarize``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command. The version is told without importing what parses options."""
    if sys.argv[1:] == ["--version"]:
        from summarize.version import VERSION

        print(f"pksum {VERSION}")
        return
    from summarize.cli import main as run

    run()


if __name__ == "__main__":
    main()
