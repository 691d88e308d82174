"""Opening a ledger file: what it is, and whether it can be used."""

from pathlib import Path

from corroborate.store import sqlite
from corroborate.store.creating import create
from corroborate.store.errors import (
    LedgerMissingError,
    LedgerOutdatedError,
    LedgerTooNewError,
    LedgerUnwritableError,
    NotALedgerError,
    damaged,
)
from corroborate.store.handle import Store
from corroborate.store.migrate import migrate, stored_revision
from corroborate.store.schema import HEAD, REVISIONS


def open_store(path: Path | str, *, read_only: bool = False) -> Store:
    """The ledger at `path`, ready to use: made where there is none, migrated where it is older.

    A reader makes and migrates nothing. Raises a LedgerError that says what to do.
    """
    path = Path(path)
    if not path.exists():
        if read_only:
            raise LedgerMissingError(path, "there is no ledger here. Make one with: corroborate add PATH --ledger FILE")
        create(path)
    _check_kind(path)
    store = Store(path, read_only=read_only)
    try:
        _bring_up_to_date(store)
    except BaseException:
        store.close()
        raise
    return store


def _check_kind(path: Path) -> None:
    try:
        size_bytes = path.stat().st_size
        known = path.is_file() and sqlite.looks_like_sqlite(path)
    except OSError as error:
        raise LedgerUnwritableError(path, f"cannot be read ({error.strerror}). Check its rights.") from error
    if path.is_file() and size_bytes == 0:
        raise damaged(path, "the file is empty")
    if not known:
        raise NotALedgerError(path, "this is not a ledger, or its first bytes are damaged. Name another with --ledger.")


def _bring_up_to_date(store: Store) -> None:
    with store.transaction() as connection:
        revision = stored_revision(connection)
        owner = sqlite.application_id(connection)
        if owner != sqlite.APPLICATION_ID or revision is None:
            raise NotALedgerError(store.path, "this SQLite file is not a ledger. Name another with --ledger.")
        if revision not in REVISIONS:
            raise LedgerTooNewError(
                store.path,
                f"written by a later version (its tables are at {revision!r}, this program knows {HEAD!r})."
                " Update corroborate.",
            )
        if revision == HEAD:
            return
        if store.read_only:
            raise LedgerOutdatedError(
                store.path, f"its tables are at {revision!r}, not {HEAD!r}. Run once: corroborate add --ledger FILE"
            )
        migrate(connection)
