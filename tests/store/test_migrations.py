"""S2 of the catalogue: ledgers of every released version come up to date whole, or stay as they were."""

import functools
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from ledger_facts import ledger_facts
from sqlalchemy import Connection, create_engine

from corroborate.store import LedgerOutdatedError, check, open_store, opening, schema
from corroborate.store.migrate import MIGRATIONS, migrate, stored_revision

FIXTURES = Path(__file__).parent / "fixtures"
RELEASED = sorted(FIXTURES.glob("ledger-*.db"))
LATEST = RELEASED[-1]

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table("later", sa.Column("id", sa.String(), primary_key=True))
    op.add_column("counter", sa.Column("note", sa.String()))
    {last_step}
"""


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{tmp_path / 'tables.db'}")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _definitions(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {name: " ".join(sql.split()) for name, sql in rows if name != "alembic_version"}


def test_the_revisions_lead_to_the_tables_that_the_program_uses(connection: Connection) -> None:
    migrate(connection)
    migrated = _definitions(connection)
    connection.rollback()
    schema.metadata.create_all(connection)
    assert migrated == _definitions(connection)


def test_every_revision_is_listed_in_order() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == schema.REVISIONS


def test_every_released_revision_has_a_fixture() -> None:
    assert tuple(path.stem.removeprefix("ledger-") for path in RELEASED) == schema.REVISIONS


@pytest.mark.parametrize("fixture", RELEASED, ids=lambda path: path.stem)
def test_a_ledger_of_an_earlier_version_holds_what_it_held(fixture: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(fixture, tmp_path / "ledger.db"))
    with open_store(path) as store:
        assert ledger_facts(store) == json.loads(fixture.with_suffix(".json").read_text(encoding="utf-8"))
        with store.transaction() as connection:
            check(connection)


def _later_program(folder: Path, monkeypatch: pytest.MonkeyPatch, last_step: str) -> None:
    """Make the program one that has a further revision."""
    migrations = folder / "migrations"
    shutil.copytree(MIGRATIONS, migrations)
    (migrations / "versions" / "0003_later.py").write_text(NEXT.format(last_step=last_step), encoding="utf-8")
    monkeypatch.setattr(opening, "REVISIONS", (*schema.REVISIONS, "0003"))
    monkeypatch.setattr(opening, "HEAD", "0003")
    monkeypatch.setattr(opening, "migrate", functools.partial(migrate, folder=migrations, target="0003"))


@pytest.fixture
def old_ledger(tmp_path: Path) -> Path:
    return Path(shutil.copy(LATEST, tmp_path / "ledger.db"))


def test_opening_an_older_ledger_to_write_migrates_it(
    old_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _later_program(tmp_path, monkeypatch, "pass")
    with open_store(old_ledger) as store, store.transaction() as connection:
        assert stored_revision(connection) == "0003"
        assert connection.exec_driver_sql("SELECT count(*) FROM later").scalar_one() == 0


def test_opening_an_older_ledger_to_read_asks_for_an_addition(
    old_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _later_program(tmp_path, monkeypatch, "pass")
    with pytest.raises(LedgerOutdatedError, match="corroborate add"):
        open_store(old_ledger, read_only=True)


def test_a_migration_that_fails_half_way_leaves_the_old_version_usable(
    old_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        _later_program(tmp_path, later, "raise RuntimeError('power cut')")
        with pytest.raises(RuntimeError, match="power cut"):
            open_store(old_ledger)
    expected = json.loads(LATEST.with_suffix(".json").read_text(encoding="utf-8"))
    with open_store(old_ledger) as store:
        assert ledger_facts(store) == expected
        with store.transaction() as connection:
            assert stored_revision(connection) == schema.HEAD
            assert not connection.dialect.has_table(connection, "later")
            check(connection)
