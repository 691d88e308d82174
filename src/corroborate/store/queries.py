"""What the command line asks of a ledger: lists, and one of each."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from corroborate.model.grounded import GroundedReading
from corroborate.model.ledger import Actor, Event, Ledger, Place
from corroborate.store.documents import has_document, load_reading
from corroborate.store.records import current_id, stories_of_record
from corroborate.store.schema import document, document_name, membership, record
from corroborate.store.seal import read_rows
from corroborate.store.stories import load_story, story_ids, story_of

# So many matches are told apart in a message; more help nobody.
MATCHES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A line of the list of documents: its id, the name it goes by, all its names, and its story."""

    id: str
    name: str
    names: tuple[str, ...]
    story: str


def list_documents(connection: Connection) -> tuple[StoredDocument, ...]:
    """All documents in order of their ids, without their texts."""
    names: dict[str, list[str]] = {}
    for row in read_rows(connection, select(document_name), document_name):
        names.setdefault(row["document"], []).append(row["name"])
    rows = read_rows(connection, select(membership).order_by(membership.c.document), membership)
    return tuple(_stored(row["document"], names.get(row["document"], []), row["story"]) for row in rows)


def find_documents(connection: Connection, wanted: str) -> tuple[str, ...]:
    """Ids of the documents that go by an id, the beginning of one, or a name; at most MATCHES_SHOWN."""
    if has_document(connection, wanted):
        return (wanted,)
    beginning = document.c.id.startswith(wanted, autoescape=True)
    query = select(document.c.id).where(beginning).order_by(document.c.id).limit(MATCHES_SHOWN)
    by_id = tuple(connection.execute(query).scalars()) if wanted else ()
    named = select(document_name.c.document).where(document_name.c.name == wanted).distinct()
    by_name = connection.execute(named.order_by(document_name.c.document).limit(MATCHES_SHOWN)).scalars()
    return tuple(sorted({*by_id, *by_name}))[:MATCHES_SHOWN]


def get_document(connection: Connection, wanted: str) -> GroundedReading | None:
    """The one document that goes by an id, the beginning of one, or a name; None where none or several do."""
    found = find_documents(connection, wanted)
    return load_reading(connection, found[0]) if len(found) == 1 else None


def stories(connection: Connection) -> tuple[str, ...]:
    """The ids of all stories, in order."""
    return story_ids(connection)


def get_story(connection: Connection, wanted: str) -> Ledger | None:
    """The ledger of the story that a document, event, actor or place belongs to (the first of several).

    `wanted` may be an old id. None where nothing goes by it, or the story waits to be reconciled.
    """
    found = find_documents(connection, wanted)
    if len(found) == 1:
        return load_story(connection, story_of(connection, found[0]))
    new = current_id(connection, wanted)
    return load_story(connection, stories_of_record(connection, new)[0]) if new else None


def list_events(connection: Connection) -> tuple[str, ...]:
    """The ids of all events, in order."""
    return _ids(connection, "event")


def get_event(connection: Connection, event_id: str) -> Event | None:
    """An event by its id, or by one that it had; None where there is none."""
    new = current_id(connection, event_id)
    story = get_story(connection, new) if new else None
    return next((event for event in story.events if event.id == new), None) if story else None


def get_actors(connection: Connection, actor_id: str) -> tuple[Actor, ...]:
    """What each story that knows an actor says of it, by its id or one that it had."""
    return tuple(actor for ledger, new in _stories(connection, actor_id) for actor in ledger.actors if actor.id == new)


def get_places(connection: Connection, place_id: str) -> tuple[Place, ...]:
    """What each story that knows a place says of it, by its id or one that it had."""
    return tuple(place for ledger, new in _stories(connection, place_id) for place in ledger.places if place.id == new)


def _stories(connection: Connection, record_id: str) -> tuple[tuple[Ledger, str], ...]:
    new = current_id(connection, record_id)
    found = (load_story(connection, story) for story in stories_of_record(connection, new)) if new else ()
    return tuple((ledger, new) for ledger in found if ledger and new)


def _ids(connection: Connection, kind: str) -> tuple[str, ...]:
    rows = read_rows(connection, select(record).where(record.c.kind == kind), record)
    return tuple(sorted({row["id"] for row in rows}))


def _stored(document_id: str, names: list[str], story: str) -> StoredDocument:
    ordered = tuple(sorted(names))
    return StoredDocument(id=document_id, name=ordered[0], names=ordered, story=story)
