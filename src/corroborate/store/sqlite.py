"""What is particular to SQLite: connections, who owns a file, and whether its pages are sound."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, ExceptionContext, NullPool, create_engine, event

from corroborate.store.errors import DamagedRowError

# "CORR": tells a ledger from any other SQLite file. Never change it.
APPLICATION_ID = 0x434F5252
# How long a writer waits for another one; one document or story is written in far less.
BUSY_SECONDS = 10.0
SQLITE_MAGIC = b"SQLite format 3\x00"


def engine_for(path: Path, *, read_only: bool) -> Engine:
    """An engine whose transactions are SQLite's own, table changes included.

    The driver must not begin or commit by itself (`isolation_level=None`): else an interrupted migration stays
    half done. Writers take the write lock at the start, so that what they read cannot change before they write.
    """
    engine = create_engine("sqlite://", creator=lambda: connect(path, read_only=read_only), poolclass=NullPool)
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    @event.listens_for(engine, "handle_error")
    def _undecodable(context: ExceptionContext) -> None:
        # The driver raises this for damaged text, in a value or in its own message.
        if isinstance(context.original_exception, UnicodeDecodeError):
            raise DamagedRowError("text that is no UTF-8 any more") from context.original_exception

    return engine


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection to an existing file.

    A reader may not write (`query_only`); it is not opened with `mode=ro`, which leaves -wal and -shm files behind.
    Where even SQLite's own bookkeeping files cannot be made (a read-only disk), the file is taken as it stands.
    """
    connection = _open(path, "mode=rw")
    try:
        _prepare(connection, read_only=read_only)
    except sqlite3.OperationalError as error:
        connection.close()
        no_log = not path.with_name(path.name + "-wal").exists()
        if not (
            read_only and no_log and error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        ):
            raise
        connection = _open(path, "immutable=1")
        connection.execute("PRAGMA query_only = ON")
    except sqlite3.Error:
        connection.close()
        raise
    except UnicodeDecodeError as error:
        connection.close()
        raise sqlite3.DatabaseError("a table's definition is no UTF-8 any more") from error
    return connection


def _open(path: Path, option: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{option}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS)


def _prepare(connection: sqlite3.Connection, *, read_only: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    else:
        connection.execute("PRAGMA journal_mode = WAL")


def looks_like_sqlite(path: Path) -> bool:
    """Whether the file starts as every SQLite file does."""
    with path.open("rb") as file:
        return file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC


def application_id(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def set_application_id(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def check_pages(connection: Connection) -> None:
    """Raises DamagedRowError where SQLite finds a page, an index or a reference broken. Reads the whole file."""
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    if found != "ok":
        raise DamagedRowError(str(found))
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise DamagedRowError(f"a row of table {broken[0]} refers to a row of {broken[2]} that is gone")
