"""Making a new ledger file."""

import os
import tempfile
from pathlib import Path

from corroborate.store import sqlite
from corroborate.store.errors import LedgerError, LedgerUnwritableError
from corroborate.store.handle import Store
from corroborate.store.migrate import migrate


def create(path: Path) -> None:
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
        raise type(error)(path, error.message) from error
    finally:
        for ending in ("", "-wal", "-shm"):
            draft.with_name(draft.name + ending).unlink(missing_ok=True)


def _lay_out(draft: Path) -> None:
    with Store(draft, read_only=False) as store, store.transaction() as connection:
        migrate(connection)
        sqlite.set_application_id(connection)
    # Closing folds SQLite's log into the file and says nothing where there is no room: then the log stays.
    if draft.with_name(f"{draft.name}-wal").exists():
        raise LedgerUnwritableError(draft, "cannot be written (the disk is full). Free some space.")


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
