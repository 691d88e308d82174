"""Which story holds which event, actor and place, and what became of ids that are gone."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, RowMapping, delete, select

from corroborate.model.ledger import Ledger, Mention
from corroborate.store.schema import record, redirect
from corroborate.store.seal import read_rows, write_rows

Row = dict[str, object]
Key = tuple[str, int, int]


def replace_records(connection: Connection, story_id: str, ledger: Ledger) -> None:
    """Index what the story's new ledger holds, and redirect what only its last one held."""
    current = _story_records(connection, story_id)
    rows = {str(row["id"]): row for row in _rows(story_id, ledger)}
    connection.execute(delete(record).where(record.c.story == story_id))
    write_rows(connection, record, rows.values())
    for old in current:
        if old["id"] not in rows and not stories_of_record(connection, old["id"]):
            _redirect(connection, old["id"], _holder(ledger, old))
    for new_id in sorted(rows):
        connection.execute(delete(redirect).where(redirect.c.old == new_id))


def move_records(connection: Connection, story_id: str, target: str) -> None:
    """Hand a story's records to the one that it is joined to, which is about to be reconciled."""
    known = {row["id"] for row in _story_records(connection, target)}
    moved = [{**row, "story": target} for row in _story_records(connection, story_id) if row["id"] not in known]
    connection.execute(delete(record).where(record.c.story == story_id))
    write_rows(connection, record, moved)


def spread_records(connection: Connection, story_id: str) -> None:
    """Hand each of a dissolved story's records to the story of the document that has its smallest mention."""
    rows = [
        {**row, "story": row["document"]}
        for row in _story_records(connection, story_id)
        if row["document"] not in (None, story_id)
    ]
    ids = [row["id"] for row in rows]
    connection.execute(delete(record).where(record.c.story == story_id, record.c.id.in_(ids)))
    write_rows(connection, record, rows)


def stories_of_record(connection: Connection, record_id: str) -> tuple[str, ...]:
    """The stories that hold a record of this id, in order: actors that have no mention stand in many."""
    query = select(record).where(record.c.id == record_id).order_by(record.c.story)
    return tuple(row["story"] for row in read_rows(connection, query, record))


def current_id(connection: Connection, record_id: str) -> str | None:
    """The id itself while a record has it, else the one that took over its smallest mention, else None."""
    if stories_of_record(connection, record_id):
        return record_id
    rows = read_rows(connection, select(redirect).where(redirect.c.old == record_id), redirect)
    return rows[0]["new"] if rows else None


def _story_records(connection: Connection, story_id: str) -> tuple[RowMapping, ...]:
    return read_rows(connection, select(record).where(record.c.story == story_id).order_by(record.c.id), record)


def _rows(story_id: str, ledger: Ledger) -> Iterator[Row]:
    for kind, record_id, mentions in _records(ledger):
        document, start, end = _smallest(mentions) or (None, None, None)
        yield {"story": story_id, "id": record_id, "kind": kind, "document": document, "start": start, "end": end}


def _records(ledger: Ledger) -> Iterator[tuple[str, str, Sequence[Mention]]]:
    for event in ledger.events:
        yield "event", event.id, event.mentions
    for actor in ledger.actors:
        yield "actor", actor.id, actor.mentions
    for place in ledger.places:
        yield "place", place.id, place.mentions


def _smallest(mentions: Sequence[Mention]) -> Key | None:
    return min(((mention.document, mention.start, mention.end) for mention in mentions), default=None)


def _holder(ledger: Ledger, old: RowMapping) -> str | None:
    """The record of the same kind that has the old one's smallest mention; the first where several do."""
    key = (old["document"], old["start"], old["end"])
    holders = (
        record_id
        for kind, record_id, mentions in _records(ledger)
        if kind == old["kind"] and any((mention.document, mention.start, mention.end) == key for mention in mentions)
    )
    return min(holders, default=None)


def _redirect(connection: Connection, old: str, new: str | None) -> None:
    """`old` now leads to `new`, and so does all that led to `old`: no redirect leads to another."""
    for name in (old, *connection.execute(select(redirect.c.old).where(redirect.c.new == old)).scalars().all()):
        row: Row = {"old": name, "new": new}
        connection.execute(delete(redirect).where(redirect.c.old == name))
        write_rows(connection, redirect, [row])
