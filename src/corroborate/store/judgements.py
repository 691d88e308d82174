"""Judgements in the ledger, and where the words that they stand on are read now."""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection, select, update

from corroborate.judging.attach import anchors_of, attached
from corroborate.judging.resolve import resolve
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.model.grounded import GroundedReading
from corroborate.model.judgement import Judgement
from corroborate.model.span import Span
from corroborate.store.counters import counters, set_counter
from corroborate.store.documents import has_document
from corroborate.store.schema import anchor, judgement
from corroborate.store.seal import pack, read_rows, seal, unpack, write_rows

CHANGES = "judgements.changes"
# Hands out the reading of a stored document.
Load = Callable[[str], GroundedReading]


def insert_judgement(connection: Connection, made: Judgement, load: Load) -> bool:
    """Keep a judgement with what it stands on; False where the ledger has it already."""
    if connection.execute(select(judgement.c.id).where(judgement.c.id == made.id)).first() is not None:
        return False
    write_rows(connection, judgement, [{"id": made.id, "made": made.when, "judgement": pack(made)}])
    readings: dict[str, GroundedReading | None] = {}
    rows = []
    for number, words in enumerate(anchors_of(made)):
        name = words[1].document
        if name not in readings:
            readings[name] = load(name) if has_document(connection, name) else None
        reading = readings[name]
        rows.append(_row(made.id, number, name, attached(words, reading) if reading is not None else None))
    write_rows(connection, anchor, rows)
    set_counter(connection, CHANGES, changes_of_judgements(connection) + 1)
    return True


def get_judgement(connection: Connection, judgement_id: str) -> Judgement | None:
    """A judgement by its id; None where there is none."""
    return next(iter(_read(connection, (judgement_id,))), None)


def list_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """All judgements that were ever made, undone ones too, in the order in which they were."""
    rows = read_rows(connection, select(judgement).order_by(judgement.c.made, judgement.c.id), judgement)
    return tuple(unpack(row["judgement"], Judgement) for row in rows)


def load_rulings(connection: Connection) -> Rulings:
    """What all judgements come to now."""
    made = list_judgements(connection)
    if not made:
        return NO_RULINGS
    rows = read_rows(connection, select(anchor), anchor)
    return resolve(made, {(row["judgement"], row["number"]): _span(row["start"], row["end"]) for row in rows})


def changes_of_judgements(connection: Connection) -> int:
    """How often a judgement was made, or found its words elsewhere: while it stays, the rulings do."""
    return counters(connection).get(CHANGES, 0)


def judged_documents(connection: Connection, document_ids: Iterable[str]) -> tuple[str, ...]:
    """Those of the documents that some judgement stands on."""
    query = select(anchor.c.document).where(anchor.c.document.in_(tuple(document_ids))).distinct()
    return tuple(sorted(connection.execute(query).scalars()))


def attach_reading(connection: Connection, reading: GroundedReading) -> None:
    """Find the words of all judgements on a document in what is read of it now."""
    rows = read_rows(connection, select(anchor).where(anchor.c.document == reading.document.id), anchor)
    made = {each.id: anchors_of(each) for each in _read(connection, {row["judgement"] for row in rows})}
    for row in rows:
        found = attached(made[row["judgement"]][row["number"]], reading)
        changed = _row(row["judgement"], row["number"], row["document"], found)
        same = (anchor.c.judgement == row["judgement"]) & (anchor.c.number == row["number"])
        connection.execute(update(anchor).where(same).values({**changed, "seal": seal(anchor, changed)}))
    if rows:
        set_counter(connection, CHANGES, changes_of_judgements(connection) + 1)


def _read(connection: Connection, ids: Iterable[str]) -> tuple[Judgement, ...]:
    query = select(judgement).where(judgement.c.id.in_(sorted(ids)))
    return tuple(unpack(row["judgement"], Judgement) for row in read_rows(connection, query, judgement))


def _row(judgement_id: str, number: int, document: str, span: Span | None) -> dict[str, str | int | None]:
    start, end = (span.start, span.end) if span is not None else (None, None)
    return {"judgement": judgement_id, "number": number, "document": document, "start": start, "end": end}


def _span(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None
