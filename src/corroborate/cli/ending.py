"""How a run can end."""

from pathlib import Path

import click

FINE = 0
SOME_FAILED = 1
WRONG_USE = 2
NOTHING_USABLE = 3
# What a shell shows for a process that Ctrl-C ended (128 + SIGINT).
INTERRUPTED = 130


class NothingUsableError(click.ClickException):
    """Nothing could be read or written; the message says what to do next."""

    exit_code = NOTHING_USABLE


def ended_by(error: Exception) -> str | None:
    """What to tell the user of an error that is no bug of ours: a ledger that cannot be used, a full disk."""
    from corroborate.store.errors import LedgerError

    return str(error) if isinstance(error, LedgerError) else None


def unwritable(path: Path, error: OSError) -> NothingUsableError:
    """The error for an output that cannot be written."""
    return NothingUsableError(f"{path}: cannot be written ({error.strerror}). Name another place with --output.")
