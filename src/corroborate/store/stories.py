"""Stories: which documents belong together, and the ledger of each."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, select, update

from corroborate.model.ledger import Ledger
from corroborate.model.versions import made_by
from corroborate.store.errors import DamagedRowError
from corroborate.store.records import move_records, replace_records, spread_records
from corroborate.store.schema import UNLINKED, membership, story
from corroborate.store.seal import pack, read_rows, seal, unpack, write_rows


def story_of(connection: Connection, document_id: str) -> str:
    """The id of the story that a document belongs to."""
    rows = read_rows(connection, select(membership).where(membership.c.document == document_id), membership)
    if not rows:
        raise DamagedRowError(f"{document_id} belongs to no story")
    return str(rows[0]["story"])


def members(connection: Connection, story_id: str) -> tuple[str, ...]:
    """The ids of a story's documents, in order."""
    rows = read_rows(connection, select(membership).where(membership.c.story == story_id), membership)
    return tuple(sorted(row["document"] for row in rows))


def story_ids(connection: Connection) -> tuple[str, ...]:
    return tuple(connection.execute(select(story.c.id).order_by(story.c.id)).scalars())


def waiting_stories(connection: Connection) -> tuple[str, ...]:
    """Stories to which something was added since they were last reconciled, in order."""
    query = select(story.c.id).where(story.c.ledger.is_(None)).order_by(story.c.id)
    return tuple(connection.execute(query).scalars())


def mark_waiting(connection: Connection, story_id: str) -> None:
    """Drop the story's ledger, so that it is reconciled again."""
    _drop_ledger(connection, story_id, UNLINKED if story_id in unlinked_stories(connection) else "")


def mark_unlinked(connection: Connection, story_id: str) -> None:
    """Drop the story's ledger, and have it worked out again which documents belong to it."""
    _drop_ledger(connection, story_id, UNLINKED)


def unlinked_stories(connection: Connection) -> tuple[str, ...]:
    """Stories of which it is to be worked out again which documents they have, in order."""
    query = select(story.c.id).where(story.c.versions == UNLINKED).order_by(story.c.id)
    return tuple(connection.execute(query).scalars())


def mark_stale_stories(connection: Connection, stages: str) -> None:
    """Have those stories reconciled again whose ledgers other versions of the stages made."""
    rows = connection.execute(select(story.c.versions).where(story.c.versions.not_in(("", UNLINKED))).distinct())
    for versions in [row for row in rows.scalars() if not made_by(row, stages)]:
        for story_id in connection.execute(select(story.c.id).where(story.c.versions == versions)).scalars().all():
            mark_waiting(connection, story_id)


def dissolve_story(connection: Connection, story_id: str) -> tuple[str, ...]:
    """Make a waiting story of each of a story's documents; the documents, in order.

    Each takes the records of which the smallest mention is its, so that ids that vanish lead somewhere.
    """
    documents = members(connection, story_id)
    _drop_ledger(connection, story_id, "")
    for document_id in documents:
        if document_id != story_id:
            write_rows(connection, story, [{"id": document_id, "versions": "", "ledger": None}])
            connection.execute(delete(membership).where(membership.c.document == document_id))
            write_rows(connection, membership, [{"document": document_id, "story": document_id}])
    spread_records(connection, story_id)
    return documents


def join_stories(connection: Connection, joined: Iterable[str]) -> str:
    """Make one waiting story of several; its id, the smallest of theirs (which is its smallest document's)."""
    first, *others = sorted(set(joined))
    unlinked = {first, *others}.intersection(unlinked_stories(connection))
    _drop_ledger(connection, first, UNLINKED if unlinked else "")
    for other in others:
        moved = members(connection, other)
        connection.execute(delete(membership).where(membership.c.story == other))
        write_rows(connection, membership, [{"document": document_id, "story": first} for document_id in moved])
        move_records(connection, other, first)
        connection.execute(delete(story).where(story.c.id == other))
    return first


def _drop_ledger(connection: Connection, story_id: str, versions: str) -> None:
    row = {"id": story_id, "versions": versions, "ledger": None}
    changed = {**row, "seal": seal(story, row)}
    connection.execute(update(story).where(story.c.id == story_id).values(changed))


def write_story(connection: Connection, story_id: str, ledger: Ledger, *, versions: str) -> None:
    """Keep a story's ledger: it waits no more. Ids that it no longer has become redirects."""
    row = {"id": story_id, "versions": versions, "ledger": pack(ledger)}
    connection.execute(update(story).where(story.c.id == story_id).values({**row, "seal": seal(story, row)}))
    replace_records(connection, story_id, ledger)


def load_story(connection: Connection, story_id: str) -> Ledger | None:
    """A story's ledger; None where it waits to be reconciled."""
    rows = read_rows(connection, select(story).where(story.c.id == story_id), story)
    if not rows:
        raise DamagedRowError(f"story {story_id} is gone")
    packed = rows[0]["ledger"]
    return None if packed is None else unpack(packed, Ledger)


def story_ledgers(connection: Connection) -> Iterator[Ledger]:
    """The ledgers of all stories that do not wait, in order of their ids, one in memory at a time."""
    for story_id in story_ids(connection):
        ledger = load_story(connection, story_id)
        if ledger is not None:
            yield ledger
