"""Which documents belong to one story: those that links connect, and those that people say tell of one event."""

from collections.abc import Iterable

from sqlalchemy import Connection

from corroborate import store as ledger_store
from corroborate.adding.cache import ReadingCache
from corroborate.adding.work import I, Work
from corroborate.judging.rulings import Rulings, touched
from corroborate.model.grounded import GroundedReading
from corroborate.model.keys import Keys


class KnownRulings:
    """The rulings of a ledger, resolved again only when a judgement, or what one stands on, has changed."""

    def __init__(self) -> None:
        self._known: tuple[int, Rulings] | None = None

    def get(self, connection: Connection) -> Rulings:
        """What is ruled now."""
        state = ledger_store.changes_of_judgements(connection)
        if self._known is None or self._known[0] != state:
            self._known = state, ledger_store.load_rulings(connection)
        return self._known[1]


def join_linked(
    connection: Connection, reading: GroundedReading, work: Work[I], cache: ReadingCache, *, keys: Keys
) -> int:
    """Join the stories that a stored document links; how many documents it was compared with."""
    document_id = reading.document.id
    joined, compared = {ledger_store.story_of(connection, document_id)}, 0
    for candidate, story in ledger_store.candidates(connection, document_id, keys):
        if story in joined:
            continue  # one link into a story is enough
        compared += 1
        first, second = sorted((reading, cache.get(connection, candidate)), key=lambda each: each.document.id)
        if work.linked(first, second):
            joined.add(story)
    if len(joined) > 1:
        ledger_store.join_stories(connection, joined)
    return compared


def join_judged(connection: Connection, document_ids: Iterable[str]) -> None:
    """Join the stories of documents that people say tell of one event with one of these."""
    wanted = set(ledger_store.judged_documents(connection, document_ids))
    if not wanted:
        return
    for documents in ledger_store.load_rulings(connection).links():
        if wanted.intersection(documents):
            there = [document for document in documents if ledger_store.has_document(connection, document)]
            joined = {ledger_store.story_of(connection, document) for document in there}
            if len(joined) > 1:
                ledger_store.join_stories(connection, joined)


def relink(connection: Connection, story_id: str, work: Work[I], cache: ReadingCache) -> None:
    """Work out again to which stories a story's documents belong. Compares each with what may belong to it."""
    documents = ledger_store.dissolve_story(connection, story_id)
    for document_id in documents:
        reading = cache.get(connection, document_id)
        join_linked(connection, reading, work, cache, keys=work.keys(reading))
    join_judged(connection, documents)


def mark_touched(connection: Connection, before: Rulings) -> None:
    """Have those stories worked out again for which the rulings are others than before."""
    after = ledger_store.load_rulings(connection)
    moved = {document for links in set(before.links()) ^ set(after.links()) for document in links}
    for document_id in sorted(touched(before, after)):
        if ledger_store.has_document(connection, document_id):
            story = ledger_store.story_of(connection, document_id)
            if document_id in moved:
                ledger_store.mark_unlinked(connection, story)
            else:
                ledger_store.mark_waiting(connection, story)
