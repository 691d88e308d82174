"""An open ledger file: transactions, and errors that name the file."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from corroborate.store import sqlite
from corroborate.store.errors import DamagedRowError, LedgerBusyError, UnsettledError, damaged, from_sqlite


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
