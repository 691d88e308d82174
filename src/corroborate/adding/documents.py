"""One input into the ledger: in one transaction, or not at all."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from corroborate import store as ledger_store
from corroborate.adding.cache import ReadingCache
from corroborate.adding.linking import join_judged, join_linked, mark_touched
from corroborate.adding.rereading import read_again
from corroborate.adding.work import I, Work
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.ids import content_id
from corroborate.model.problem import Problem
from corroborate.model.versions import made_by
from corroborate.store import Store


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input. `reread` is true where the ledger had it, as stages of other versions read it."""

    status: Literal["added", "already_there", "failed"]
    compared: int
    problems: tuple[Problem, ...]
    reread: bool = False


def add_input(store: Store, item: I, work: Work[I], cache: ReadingCache) -> Outcome:
    """Load an input, read it if it is new, link it to its story, and keep all of it together."""
    document, problems = work.load(item)
    source = content_id("source", str(item.path.absolute()))
    if document is None:
        with store.transaction() as connection:
            ledger_store.replace_problems(connection, source, problems)
        return Outcome("failed", 0, problems)
    with store.transaction() as connection:
        known = _known(connection, document, source, problems)
        stale = known and _stale(connection, document, work)
    if stale:
        read_again(store, document, work, cache, loading=work.versions.loading)
    if known:
        return Outcome("already_there", 0, problems, reread=stale)
    # Read outside the transaction: it takes long, and others may write meanwhile.
    reading, found = work.read(document)
    with store.transaction() as connection:
        if _known(connection, document, source, problems):
            return Outcome("already_there", 0, problems)
        compared = _insert(connection, reading, work, cache)
        ledger_store.replace_problems(connection, document.id, found)
        ledger_store.replace_problems(connection, source, problems)
    return Outcome("added", compared, (*problems, *found))


def _known(connection: Connection, document: Document, source: str, problems: tuple[Problem, ...]) -> bool:
    """Whether the ledger has the document; if so, the input's name and problems are kept with it."""
    if not ledger_store.has_document(connection, document.id):
        return False
    if ledger_store.add_name(connection, document.id, document.name):
        # Its story's ledger bears the name.
        ledger_store.mark_waiting(connection, ledger_store.story_of(connection, document.id))
    ledger_store.replace_problems(connection, source, problems)
    return True


def _stale(connection: Connection, document: Document, work: Work[I]) -> bool:
    """Whether the stored document was cleaned by stages of other versions than the one at hand."""
    return not made_by(ledger_store.document_versions(connection, document.id), work.versions.loading)


def _insert(connection: Connection, reading: GroundedReading, work: Work[I], cache: ReadingCache) -> int:
    """Keep a new reading and join the stories that it links; how many documents it was compared with."""
    document = reading.document
    keys, versions = work.keys(reading), work.versions.of_document
    ledger_store.insert_document(connection, reading, keys=keys.stored, versions=versions, name=document.name)
    compared = join_linked(connection, reading, work, cache, keys=keys)
    if ledger_store.judged_documents(connection, (document.id,)):  # a judgement has waited for it
        before = ledger_store.load_rulings(connection)
        ledger_store.attach_reading(connection, reading)
        mark_touched(connection, before)
        join_judged(connection, (document.id,))
    return compared
