"""Bringing the tables of a ledger up to what this program writes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from corroborate.store.schema import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"


def stored_revision(connection: Connection) -> str | None:
    """The revision that the tables stand at; None where there are no tables of ours."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()


def migrate(connection: Connection, *, folder: Path = MIGRATIONS, target: str = HEAD) -> None:
    """Run the revisions that are missing, in the caller's transaction: all of them or none."""
    # Slow to import, and needed only here: a ledger that is up to date is opened without it.
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(folder))

    def steps(revision: Any, _context: MigrationContext) -> Sequence[Any]:
        return scripts._upgrade_revs(target, revision)

    context = MigrationContext.configure(connection, opts={"fn": steps})
    with Operations.context(context):
        context.run_migrations()
