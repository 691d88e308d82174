"""What can be wrong with a ledger file. Each message names the file and what to do next."""

import sqlite3
from pathlib import Path

# SQLite's primary result codes. SQLITE_ERROR (1) counts as damage: the revision has been checked by then, so a
# table or column that is not there was there once.
BUSY = frozenset({5, 6})  # SQLITE_BUSY, _LOCKED
CANNOT_WRITE = frozenset({8, 10, 13, 14})  # SQLITE_READONLY, _IOERR, _FULL, _CANTOPEN
DAMAGED = frozenset({1, 11, 20, 24, 26})  # SQLITE_ERROR, _CORRUPT, _MISMATCH, _FORMAT, _NOTADB
RESTORE = "Restore it from a copy, or add the articles again to a new ledger (--ledger NEW.db)."


class LedgerError(Exception):
    """Something about a ledger file that a person has to know; the message says what to do."""

    def __init__(self, path: Path | str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path, self.message = Path(path), message


class LedgerMissingError(LedgerError):
    """There is no file."""


class NotALedgerError(LedgerError):
    """The file is something else."""


class LedgerDamagedError(LedgerError):
    """The file was a ledger, and bytes of it have changed or gone."""


class LedgerTooNewError(LedgerError):
    """A later version of the program wrote it."""


class LedgerOutdatedError(LedgerError):
    """An earlier version of the program wrote it, and this connection may not migrate it."""


class LedgerUnwritableError(LedgerError):
    """The disk is full, or the rights are missing."""


class LedgerBusyError(LedgerError):
    """Another program is writing to it."""


class DamagedRowError(Exception):
    """A row that is not what was written; `Store` turns it into LedgerDamagedError, which knows the path."""


class UnsettledError(Exception):
    """Stories wait though they were just settled: somebody adds. `Store` turns it into LedgerBusyError."""


def damaged(path: Path | str, detail: str) -> LedgerDamagedError:
    return LedgerDamagedError(path, f"the ledger is damaged ({detail}). {RESTORE}")


def from_sqlite(path: Path, error: BaseException) -> LedgerError | None:
    """The error that a person sees for one of SQLite's; None for what would be a bug of ours."""
    if not isinstance(error, sqlite3.DatabaseError):
        return None
    code = getattr(error, "sqlite_errorcode", None)
    # Errors without a code come from the Python module: text in the file that is no UTF-8 any more.
    primary = 11 if code is None else code & 0xFF
    if primary in DAMAGED:
        return damaged(path, str(error))
    if primary in CANNOT_WRITE:
        return LedgerUnwritableError(
            path, f"cannot be written ({error}). Free some space, or check the rights of the file and its folder."
        )
    if primary in BUSY:
        return LedgerBusyError(path, f"another program is writing to it ({error}). Try again when it has finished.")
    return None
