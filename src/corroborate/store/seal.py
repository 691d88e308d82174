"""Rows that notice when a byte of them has changed, and records as packed bytes."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, RowMapping, Select, Table, insert

from corroborate.model.codec import MalformedRecordError, decode, encode
from corroborate.store.errors import DamagedRowError

R = TypeVar("R")

# 8 bytes: a changed row passes by chance once in 2^64. Against accidents, not against forgers.
SEAL_BYTES = 8
# Level 1 makes a reading about a quarter of its size and costs less than writing the rest would.
COMPRESSION_LEVEL = 1


def pack(record: object) -> bytes:
    """A record as compressed JSON."""
    return zlib.compress(encode(record), COMPRESSION_LEVEL)


def unpack(data: bytes, record_type: type[R]) -> R:
    """The record that `pack` took. Raises DamagedRowError where the bytes hold none."""
    try:
        return decode(zlib.decompress(data), record_type)
    except (zlib.error, MalformedRecordError) as error:
        raise DamagedRowError(f"a stored {record_type.__name__} cannot be read: {error}") from error


def seal(table: Table, values: Mapping[str, object]) -> bytes:
    """Hash of the table's name and all values but the seal, each with its type and length."""
    digest = hashlib.sha256(table.name.encode())
    for column in table.columns:
        if column.name != "seal":
            digest.update(_encoded(values[column.name]))
    return digest.digest()[:SEAL_BYTES]


def write_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Insert the rows with their seals; a row lacks no column but the seal."""
    sealed = [{**row, "seal": seal(table, row)} for row in rows]
    if sealed:
        connection.execute(insert(table), sealed)


def read_rows(connection: Connection, query: Select[Any], table: Table) -> tuple[RowMapping, ...]:
    """The rows of a query for whole rows of `table`. Raises DamagedRowError where one is not what was written."""
    return tuple(stream_rows(connection, query, table))


def stream_rows(connection: Connection, query: Select[Any], table: Table) -> Iterator[RowMapping]:
    """As `read_rows`, one row in memory at a time."""
    return (checked(table, row) for row in connection.execute(query).mappings())


def checked(table: Table, row: RowMapping) -> RowMapping:
    """The row itself, if its seal holds."""
    if row["seal"] != seal(table, cast("Mapping[str, object]", row)):
        raise DamagedRowError(f"a row of table {table.name} is not what was written")
    return row


def _encoded(value: object) -> bytes:
    if isinstance(value, bytes):
        return b"b%d:" % len(value) + value
    kind = "n" if value is None else "i" if isinstance(value, int) else "s"
    text = str(value).encode("utf-8", "surrogatepass")
    return f"{kind}{len(text)}:".encode() + text
