"""Documents in the ledger: what was read of each, its names and its keys."""

import dataclasses
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from corroborate.model.grounded import GroundedReading
from corroborate.model.ids import content_id
from corroborate.model.keys import Keys
from corroborate.model.versions import made_by
from corroborate.store.errors import DamagedRowError
from corroborate.store.schema import document, document_key, document_name, membership, old_reading, story
from corroborate.store.seal import pack, read_rows, seal, stream_rows, unpack, write_rows

# Values of one query; SQLite before 3.32 takes no more than 999.
MOST_PARAMETERS = 900


def has_document(connection: Connection, document_id: str) -> bool:
    return connection.execute(select(document.c.id).where(document.c.id == document_id)).first() is not None


def insert_document(
    connection: Connection, reading: GroundedReading, *, keys: Iterable[str], versions: str, name: str
) -> None:
    """Keep a new document's reading, its keys and its first name, in a story of its own that waits."""
    document_id = reading.document.id
    distinct = sorted(set(keys))
    packed = pack(_renamed(reading, ""))
    row = {"id": document_id, "versions": versions, "keys": _keys_hash(distinct), "reading": packed}
    write_rows(connection, document, [row])
    write_rows(connection, document_name, [{"document": document_id, "name": name}])
    if distinct:
        connection.execute(insert(document_key), [{"document": document_id, "key": key} for key in distinct])
    write_rows(connection, story, [{"id": document_id, "versions": "", "ledger": None}])
    write_rows(connection, membership, [{"document": document_id, "story": document_id}])


def replace_reading(connection: Connection, reading: GroundedReading, *, keys: Iterable[str], versions: str) -> None:
    """Keep another reading of a stored document, and the last one beside it as what it was."""
    document_id = reading.document.id
    (old,) = read_rows(connection, select(document).where(document.c.id == document_id), document)
    _keep_old(connection, document_id, old["versions"], old["reading"])
    distinct = sorted(set(keys))
    row = {
        "id": document_id,
        "versions": versions,
        "keys": _keys_hash(distinct),
        "reading": pack(_renamed(reading, "")),
    }
    connection.execute(
        update(document).where(document.c.id == document_id).values({**row, "seal": seal(document, row)})
    )
    connection.execute(delete(document_key).where(document_key.c.document == document_id))
    if distinct:
        connection.execute(insert(document_key), [{"document": document_id, "key": key} for key in distinct])


def set_document_versions(connection: Connection, document_id: str, versions: str) -> None:
    """Say that the stored reading is what these versions of the stages read, too."""
    (old,) = read_rows(connection, select(document).where(document.c.id == document_id), document)
    row = {**{name: old[name] for name in ("id", "keys", "reading")}, "versions": versions}
    connection.execute(
        update(document).where(document.c.id == document_id).values({**row, "seal": seal(document, row)})
    )


def document_versions(connection: Connection, document_id: str) -> str:
    """The versions of the stages that made a stored reading."""
    return str(connection.execute(select(document.c.versions).where(document.c.id == document_id)).scalar_one())


def stale_documents(connection: Connection, stages: str) -> tuple[str, ...]:
    """The documents whose reading other versions of the stages made, in order."""
    rows = connection.execute(select(document.c.versions).distinct()).scalars()
    stale = [versions for versions in rows if not made_by(versions, stages)]
    query = select(document.c.id).where(document.c.versions.in_(stale)).order_by(document.c.id)
    return tuple(connection.execute(query).scalars()) if stale else ()


def old_readings(connection: Connection, document_id: str) -> dict[str, GroundedReading]:
    """What earlier versions of the stages read of a document, by their versions."""
    query = select(old_reading).where(old_reading.c.document == document_id)
    rows = read_rows(connection, query, old_reading)
    return {row["versions"]: unpack(row["reading"], GroundedReading) for row in rows}


def add_name(connection: Connection, document_id: str, name: str) -> bool:
    """Keep one more name for a document; whether it is now the one that the document goes by."""
    known = document_names(connection, document_id)
    if name in known:
        return False
    write_rows(connection, document_name, [{"document": document_id, "name": name}])
    return name < known[0]


def document_names(connection: Connection, document_id: str) -> tuple[str, ...]:
    """All names under which the document was seen, in code-point order: the first is its name."""
    query = select(document_name).where(document_name.c.document == document_id)
    return tuple(sorted(row["name"] for row in read_rows(connection, query, document_name)))


def load_reading(connection: Connection, document_id: str) -> GroundedReading:
    """What was read of a document, under the name that it goes by now."""
    return load_readings(connection, (document_id,))[0]


def load_readings(connection: Connection, document_ids: Sequence[str]) -> tuple[GroundedReading, ...]:
    """The readings of the documents, in the order of the ids. Holds all of them in memory."""
    return tuple(_load_one(connection, document_id) for document_id in document_ids)


def candidates(connection: Connection, document_id: str, keys: Keys) -> tuple[tuple[str, str], ...]:
    """(document, story) of every other document with enough of the keys looked for: those with most points first."""
    points: Counter[str] = Counter()
    for wanted in _in_parts(sorted(keys.wanted), MOST_PARAMETERS):
        query = select(document_key.c.document, document_key.c.key).where(document_key.c.key.in_(wanted))
        for row in connection.execute(query):
            points[row.document] += keys.wanted[row.key]
    del points[document_id]
    found = [other for other, scored in sorted(points.items(), key=_most_first) if scored >= keys.needed]
    stories: dict[str, str] = {}
    for part in _in_parts(found, MOST_PARAMETERS):
        query = select(membership.c.document, membership.c.story).where(membership.c.document.in_(part))
        stories.update((row.document, row.story) for row in connection.execute(query))
    return tuple((other, stories[other]) for other in found)


def _most_first(scored: tuple[str, int]) -> tuple[int, str]:
    return -scored[1], scored[0]


def _in_parts(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def check_documents(connection: Connection) -> None:
    """Raises DamagedRowError where a row of any document is lost or changed. Holds a hash for each document."""
    pairs = connection.execute(select(document_key).order_by(document_key.c.document))
    grouped = itertools.groupby(pairs, key=lambda row: row.document)
    keys = {document_id: _keys_hash(sorted(str(row.key) for row in rows)) for document_id, rows in grouped}
    named = {row["document"] for row in stream_rows(connection, select(document_name), document_name)}
    for row in stream_rows(connection, select(document), document):
        if keys.get(row["id"], _keys_hash(())) != row["keys"]:
            raise DamagedRowError(f"the keys of {row['id']} are not what was written")
        if row["id"] not in named:
            raise DamagedRowError(f"{row['id']} has lost its name")


def _keep_old(connection: Connection, document_id: str, versions: str, reading: bytes) -> None:
    row = {"document": document_id, "versions": versions, "reading": reading}
    same = (old_reading.c.document == document_id) & (old_reading.c.versions == versions)
    connection.execute(delete(old_reading).where(same))
    write_rows(connection, old_reading, [row])


def _load_one(connection: Connection, document_id: str) -> GroundedReading:
    rows = read_rows(connection, select(document).where(document.c.id == document_id), document)
    names = document_names(connection, document_id)
    if not rows or not names:
        raise DamagedRowError(f"{document_id} is gone")
    return _renamed(unpack(rows[0]["reading"], GroundedReading), names[0])


def _renamed(reading: GroundedReading, name: str) -> GroundedReading:
    return dataclasses.replace(reading, document=dataclasses.replace(reading.document, name=name))


def _keys_hash(keys: Sequence[str]) -> str:
    return content_id("keys", *keys)
