"""The program's errors: each is one line for the user and an exit code for scripts."""


class PksumError(Exception):
    """Something the user can act on. ``str(error)`` is one line; it never holds statement text."""

    exit_code = 1


class UsageError(PksumError):
    """The command or its options make no sense together."""

    exit_code = 2


class InputError(PksumError):
    """A source cannot be read as a statement."""

    exit_code = 5


class ModelError(PksumError):
    """A model cannot be found, loaded or trusted."""

    exit_code = 6


class OutputError(PksumError):
    """A note cannot be written where it should go."""

    exit_code = 7
