"""The tables of a ledger file. Every row carries a seal: a hash of its other values (see `seal`)."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table

# Revisions in order; the last is what this program writes. `migrations/versions` holds one file for each.
REVISIONS = ("0001", "0002")
HEAD = REVISIONS[-1]

metadata = MetaData()


def _seal() -> Column[bytes]:
    return Column("seal", LargeBinary, nullable=False)


# What was read; another reading takes its place only where stages of another version made it. `keys` is a hash of the
# document's blocking keys, so that a lost row of `document_key` is noticed; `reading` the packed GroundedReading,
# without the document's name.
document = Table(
    "document",
    metadata,
    Column("id", String, primary_key=True),
    Column("versions", String, nullable=False),
    Column("keys", String, nullable=False),
    _seal(),
    Column("reading", LargeBinary, nullable=False),
    Index("document_by_versions", "versions"),
)

# What earlier versions of the stages read of a document.
old_reading = Table(
    "old_reading",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),
    Column("versions", String, primary_key=True),
    _seal(),
    Column("reading", LargeBinary, nullable=False),
)

# Every name under which the same content was seen; the first in code-point order is the document's name.
document_name = Table(
    "document_name",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),
    Column("name", String, primary_key=True),
    _seal(),
    Index("document_name_by_name", "name"),
)

# Documents that share a key may belong to one story. Sealed by `document.keys`.
document_key = Table(
    "document_key",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),
    Column("key", String, primary_key=True),
    Index("document_key_by_key", "key", "document"),
)

# A story is named by its smallest document. Without a ledger it waits to be reconciled; where `versions` says
# UNLINKED, which documents it has is to be worked out again first.
UNLINKED = "unlinked"
story = Table(
    "story",
    metadata,
    Column("id", ForeignKey("document.id"), primary_key=True),
    Column("versions", String, nullable=False),
    _seal(),
    Column("ledger", LargeBinary),
    Index("story_by_versions", "versions"),
)
Index("story_waiting", story.c.id, sqlite_where=story.c.ledger.is_(None), postgresql_where=story.c.ledger.is_(None))

membership = Table(
    "membership",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),
    Column("story", ForeignKey("story.id"), nullable=False),
    _seal(),
    Index("membership_by_story", "story"),
)

# The events, actors and places of each story with their smallest mention key: what redirects are made from,
# and how one record is found without reading every story.
record = Table(
    "record",
    metadata,
    Column("story", ForeignKey("story.id"), primary_key=True),
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("document", String),
    Column("start", Integer),
    Column("end", Integer),
    _seal(),
    Index("record_by_id", "id"),
)

# An id that no record has any more, and the one that now holds its smallest mention (null: none does).
redirect = Table(
    "redirect",
    metadata,
    Column("old", String, primary_key=True),
    Column("new", String),
    _seal(),
    Index("redirect_by_new", "new"),
)

# Problems by what they came from: an input (a hash of its address, so that no private path is kept) or a document.
problem = Table(
    "problem",
    metadata,
    Column("source", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("problem", LargeBinary, nullable=False),
    _seal(),
)

counter = Table(
    "counter",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
    _seal(),
)

# What people say; never changed, never deleted. `made` is the instant at which it was said.
judgement = Table(
    "judgement",
    metadata,
    Column("id", String, primary_key=True),
    Column("made", String, nullable=False),
    _seal(),
    Column("judgement", LargeBinary, nullable=False),
)

# The mentions and claims that a judgement stands on, and where its document's reading has each (null: nowhere).
# The document may be one that the ledger does not have, or not yet.
anchor = Table(
    "anchor",
    metadata,
    Column("judgement", ForeignKey("judgement.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("document", String, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    _seal(),
    Index("anchor_by_document", "document"),
)
