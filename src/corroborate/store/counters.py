"""Counters: what the last addition did, and all together. They stand in no export."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, select

from corroborate.store.schema import counter
from corroborate.store.seal import read_rows, write_rows


def counters(connection: Connection) -> dict[str, int]:
    """All counters by name: `last.added`, `total.added`, `last.compared` and so on."""
    rows = read_rows(connection, select(counter).order_by(counter.c.name), counter)
    return {row["name"]: row["value"] for row in rows}


def set_counter(connection: Connection, name: str, value: int) -> None:
    """Keep one counter."""
    connection.execute(delete(counter).where(counter.c.name == name))
    write_rows(connection, counter, [{"name": name, "value": value}])


def count_addition(connection: Connection, figures: Mapping[str, int]) -> None:
    """Keep the figures of one addition as `last.…`, and add them to `total.…`."""
    known = counters(connection)
    changed = {f"last.{name}": value for name, value in figures.items()}
    changed |= {f"total.{name}": known.get(f"total.{name}", 0) + value for name, value in figures.items()}
    connection.execute(delete(counter).where(counter.c.name.in_(changed)))
    write_rows(connection, counter, [{"name": name, "value": value} for name, value in sorted(changed.items())])
