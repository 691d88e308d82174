"""Getting at a ledger, whether it is a ledger file or a JSON export."""

import json
from pathlib import Path
from typing import Any

from corroborate.cli import backend
from corroborate.cli.ending import NothingUsableError
from corroborate.cli.talk import say
from corroborate.model.codec import MalformedRecordError, decode
from corroborate.model.ledger import Actor, Event, Ledger, Place

# What JSON may begin with; a ledger file begins with "SQLite format 3".
JSON_STARTS = (b"{", b"[", b" ", b"\n", b"\r", b"\t", b"\xef")


def is_json(path: Path) -> bool:
    """Whether a file is an export rather than a ledger; by its name, else by its first byte. A pipe is one."""
    if path.suffix == ".json" or path.is_fifo():
        return True
    try:
        with path.open("rb") as file:
            return file.read(1) in JSON_STARTS
    except OSError:
        return False


def load_ledger(path: Path) -> Ledger:
    """The whole ledger at `path`, which may be an export. Raises an error that says what to do."""
    if is_json(path):
        try:
            return decode(_text(path), Ledger)
        except MalformedRecordError as error:
            raise NothingUsableError(
                f"{path}: this JSON is no ledger ({error}). Try: corroborate check {path}"
            ) from error
    from corroborate.adding import export_ledger

    return export_ledger(path, backend.open_work())


def current_name(path: Path, ledger: Ledger, wanted: str) -> str:
    """The id that goes for one that a record has lost, since it was merged or read otherwise; else what is wanted.

    Exports know no ids but their own.
    """
    records: tuple[Event | Actor | Place, ...] = (*ledger.events, *ledger.actors, *ledger.places)
    if is_json(path) or any(record.id == wanted for record in records):
        return wanted
    from corroborate.store import current_id, open_store

    with open_store(path, read_only=True) as store, store.transaction() as connection:
        current = current_id(connection, wanted)
    if current is None or current == wanted:
        return wanted
    say(f"{wanted} is {current} now.")
    return current


def load_raw(path: Path) -> Any:
    """An export as plain JSON values, unchecked."""
    try:
        return json.loads(_text(path))
    except ValueError as error:
        raise NothingUsableError(f"{path}: this is no JSON ({error}). Name a ledger or an export of one.") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise NothingUsableError(
            f"{path}: this is no UTF-8 text ({error.reason}). Name a ledger or an export."
        ) from error
    except OSError as error:
        raise NothingUsableError(
            f"{path}: cannot be read ({error.strerror}). Check the name and its rights."
        ) from error
