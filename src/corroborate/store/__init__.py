"""The ledger file: documents as read, stories, and what came of them, kept in SQLite.

Open one with `open_store`, take `store.transaction()`, and hand its connection to the functions here.
They never commit: what happens in one transaction is kept together or not at all.
"""

from corroborate.store.counters import count_addition, counters
from corroborate.store.documents import (
    add_name,
    candidates,
    document_names,
    has_document,
    insert_document,
    load_reading,
    load_readings,
)
from corroborate.store.errors import (
    LedgerBusyError,
    LedgerDamagedError,
    LedgerError,
    LedgerMissingError,
    LedgerOutdatedError,
    LedgerTooNewError,
    LedgerUnwritableError,
    NotALedgerError,
)
from corroborate.store.exporting import check, export
from corroborate.store.handle import Store
from corroborate.store.opening import open_store
from corroborate.store.problems import list_problems, replace_problems
from corroborate.store.queries import (
    StoredDocument,
    find_documents,
    get_actors,
    get_document,
    get_event,
    get_places,
    get_story,
    list_documents,
    list_events,
    stories,
)
from corroborate.store.records import current_id
from corroborate.store.stories import (
    join_stories,
    load_story,
    mark_waiting,
    members,
    story_ledgers,
    story_of,
    waiting_stories,
    write_story,
)

__all__ = [
    "LedgerBusyError",
    "LedgerDamagedError",
    "LedgerError",
    "LedgerMissingError",
    "LedgerOutdatedError",
    "LedgerTooNewError",
    "LedgerUnwritableError",
    "NotALedgerError",
    "Store",
    "StoredDocument",
    "add_name",
    "candidates",
    "check",
    "count_addition",
    "counters",
    "current_id",
    "document_names",
    "export",
    "find_documents",
    "get_actors",
    "get_document",
    "get_event",
    "get_places",
    "get_story",
    "has_document",
    "insert_document",
    "join_stories",
    "list_documents",
    "list_events",
    "list_problems",
    "load_reading",
    "load_readings",
    "load_story",
    "mark_waiting",
    "members",
    "open_store",
    "replace_problems",
    "stories",
    "story_ledgers",
    "story_of",
    "waiting_stories",
    "write_story",
]
