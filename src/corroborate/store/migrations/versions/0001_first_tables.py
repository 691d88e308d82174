"""First tables: documents with their names and keys, stories, records, redirects, problems, counters."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _documents()
    _stories()
    _records()
    _bookkeeping()


def _seal() -> sa.Column[bytes]:
    return sa.Column("seal", sa.LargeBinary(), nullable=False)


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("versions", sa.String(), nullable=False),
        sa.Column("keys", sa.String(), nullable=False),
        _seal(),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "document_name",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        _seal(),
        sa.PrimaryKeyConstraint("document", "name"),
        sa.ForeignKeyConstraint(["document"], ["document.id"]),
    )
    op.create_index("document_name_by_name", "document_name", ["name"])
    op.create_table(
        "document_key",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("document", "key"),
        sa.ForeignKeyConstraint(["document"], ["document.id"]),
    )
    op.create_index("document_key_by_key", "document_key", ["key", "document"])


def _stories() -> None:
    op.create_table(
        "story",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("versions", sa.String(), nullable=False),
        _seal(),
        sa.Column("ledger", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["id"], ["document.id"]),
    )
    waiting = sa.text("ledger IS NULL")
    op.create_index("story_waiting", "story", ["id"], sqlite_where=waiting, postgresql_where=waiting)
    op.create_table(
        "membership",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("story", sa.String(), nullable=False),
        _seal(),
        sa.PrimaryKeyConstraint("document"),
        sa.ForeignKeyConstraint(["document"], ["document.id"]),
        sa.ForeignKeyConstraint(["story"], ["story.id"]),
    )
    op.create_index("membership_by_story", "membership", ["story"])


def _records() -> None:
    op.create_table(
        "record",
        sa.Column("story", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        _seal(),
        sa.PrimaryKeyConstraint("story", "id"),
        sa.ForeignKeyConstraint(["story"], ["story.id"]),
    )
    op.create_index("record_by_id", "record", ["id"])
    op.create_table(
        "redirect",
        sa.Column("old", sa.String(), nullable=False),
        sa.Column("new", sa.String(), nullable=True),
        _seal(),
        sa.PrimaryKeyConstraint("old"),
    )
    op.create_index("redirect_by_new", "redirect", ["new"])


def _bookkeeping() -> None:
    op.create_table(
        "problem",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("problem", sa.LargeBinary(), nullable=False),
        _seal(),
        sa.PrimaryKeyConstraint("source", "id"),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        _seal(),
        sa.PrimaryKeyConstraint("name"),
    )
