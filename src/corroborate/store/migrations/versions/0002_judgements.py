"""Judgements by people, where their words are read now, and readings that a later version of the stages replaced."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _judgements()
    _old_readings()


def _seal() -> sa.Column[bytes]:
    return sa.Column("seal", sa.LargeBinary(), nullable=False)


def _judgements() -> None:
    op.create_table(
        "judgement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        _seal(),
        sa.Column("judgement", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "anchor",
        sa.Column("judgement", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        _seal(),
        sa.PrimaryKeyConstraint("judgement", "number"),
        sa.ForeignKeyConstraint(["judgement"], ["judgement.id"]),
    )
    op.create_index("anchor_by_document", "anchor", ["document"])


def _old_readings() -> None:
    op.create_table(
        "old_reading",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("versions", sa.String(), nullable=False),
        _seal(),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("document", "versions"),
        sa.ForeignKeyConstraint(["document"], ["document.id"]),
    )
    op.create_index("document_by_versions", "document", ["versions"])
    op.create_index("story_by_versions", "story", ["versions"])
