"""Opening a ledger file: what it is, whether it can be used, and making a new one."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from corroborate.store import sqlite
from corroborate.store.errors import (
    DamagedRowError,
    LedgerBusyError,
    LedgerError,
    LedgerMissingError,
    LedgerOutdatedError,
    LedgerTooNewError,
    LedgerUnwritableError,
    NotALedgerError,
    UnsettledError,
    damaged,
    from_sqlite,
)
from corroborate.store.migrate import migrate, stored_revision
from corroborate.store.schema import HEAD, REVISIONS


class Store:
    """An open ledger. All that is read or written happens in the caller's `transaction()`."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = sqlite.engine_for(path, read_only=read_only)
        with _errors_name(path):
            self._connection = self._engine.connect()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection whose changes are kept together when the block ends, and dropped when it raises."""
        with _errors_name(self.path), self._connection.begin():
            yield self._connection

    def close(self) -> None:
        """Give the file back; the last one to close it folds SQLite's log into it."""
        with _errors_name(self.path):
            self._connection.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(path: Path | str, *, read_only: bool = False) -> Store:
    """The ledger at `path`, ready to use: made where there is none, migrated where it is older.

    A reader makes and migrates nothing. Raises a LedgerError that says what to do.
    """
    path = Path(path)
    if not path.exists():
        if read_only:
            raise LedgerMissingError(path, "there is no ledger here. Make one with: corroborate add PATH --ledger FILE")
        _create(path)
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


def _create(path: Path) -> None:
    """Make an empty ledger under another name and move it into place: a file at `path` is always whole."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    except OSError as error:
        raise LedgerUnwritableError(
            path, f"cannot be made ({error.strerror}). Check that its folder is there, and its rights."
        ) from error
    os.close(handle)
    draft = Path(name)
    try:
        _lay_out(draft)
        _move_into_place(draft, path)
    except OSError as error:
        raise LedgerUnwritableError(path, f"cannot be made ({error.strerror}). Check the space left.") from error
    except LedgerError as error:
        raise type(error)(path, str(error).partition(": ")[2]) from error
    finally:
        draft.unlink(missing_ok=True)


def _lay_out(draft: Path) -> None:
    with Store(draft, read_only=False) as store, store.transaction() as connection:
        migrate(connection)
        sqlite.set_application_id(connection)


def _move_into_place(draft: Path, path: Path) -> None:
    """Never over a ledger that another program has made meanwhile: then that one is used."""
    draft.chmod(0o666 & ~_umask())
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            draft.replace(path)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def _errors_name(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite and of unsealed rows into those that name the file."""
    try:
        yield
    except DamagedRowError as error:
        raise damaged(path, str(error)) from error
    except UnsettledError as error:
        raise LedgerBusyError(
            path, "articles are being added to it just now. Try again when that has finished."
        ) from error
    except DBAPIError as error:
        translated = from_sqlite(path, error.orig) if error.orig else None
        if translated is None:
            raise
        raise translated from error
