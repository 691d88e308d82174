"""Stored documents read again, where the stages that read them have another version now."""

from dataclasses import replace

from corroborate import store as ledger_store
from corroborate.adding.cache import ReadingCache
from corroborate.adding.linking import mark_touched
from corroborate.adding.work import I, OnProgress, Progress, ShouldStop, Work
from corroborate.model.document import Document
from corroborate.model.versions import part_of
from corroborate.store import Store


def read_stale(
    store: Store,
    work: Work[I],
    cache: ReadingCache,
    *,
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
) -> int:
    """Read again what other versions of the reading stages read, one transaction each; how many documents.

    Stories that other versions of the reconciling stages made wait afterwards. What is up to date is left alone.
    A document is read from what is stored of it: cleaned anew it is only where its file is added again.
    """
    with store.transaction() as connection:
        ledger_store.mark_stale_stories(connection, work.versions.settling)
        stale = ledger_store.stale_documents(connection, work.versions.reading)
    for done, document_id in enumerate(stale):
        if should_stop and should_stop():
            return done
        with store.transaction() as connection:
            document = ledger_store.load_reading(connection, document_id).document
            loading = part_of(ledger_store.document_versions(connection, document_id), work.versions.loading)
        if on_progress:
            on_progress(Progress("readings", done, len(stale), document.name))
        read_again(store, document, work, cache, loading=loading)
    return len(stale)


def read_again(store: Store, document: Document, work: Work[I], cache: ReadingCache, *, loading: str) -> None:
    """Read a stored document, and keep the last reading beside this one where they differ.

    Only then are its story's documents linked anew, and its judgements attached to what is read now. `loading` are
    the versions of the stages that made `document`.
    """
    reading, problems = work.read(document)
    versions = f"{loading} {work.versions.reading}"
    with store.transaction() as connection:
        old = ledger_store.load_reading(connection, document.id)
        named = replace(reading, document=replace(reading.document, name=old.document.name))
        ledger_store.replace_problems(connection, document.id, problems)
        if named == old:
            ledger_store.set_document_versions(connection, document.id, versions)
            return
        before = ledger_store.load_rulings(connection)
        ledger_store.replace_reading(connection, named, keys=work.keys(named).stored, versions=versions)
        ledger_store.mark_unlinked(connection, ledger_store.story_of(connection, document.id))
        ledger_store.attach_reading(connection, named)
        mark_touched(connection, before)
        cache.put(named)
