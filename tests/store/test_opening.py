"""Opening files that are something else, somewhere else, or in use."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from corroborate.adding import add
from corroborate.store import (
    LedgerDamagedError,
    LedgerError,
    LedgerMissingError,
    LedgerTooNewError,
    LedgerUnwritableError,
    NotALedgerError,
    list_documents,
    open_store,
    sqlite,
)
from corroborate.testing.synthetic import synthetic_inputs, synthetic_work

INPUTS = synthetic_inputs(3)
WORK = synthetic_work(INPUTS)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        add(store, INPUTS, WORK)
    return path


def _execute(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_reading_a_ledger_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissingError, match="corroborate add"):
        open_store(tmp_path / "none.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_text_file_is_not_a_ledger_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes of a meeting.\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(NotALedgerError, match=r"notes\.txt"):
        open_store(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_not_a_ledger_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    _execute(path, "CREATE TABLE recipe (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(NotALedgerError):
        open_store(path, read_only=True)
    assert path.read_bytes() == before


def test_a_folder_is_not_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotALedgerError):
        open_store(tmp_path)


def test_an_emptied_ledger_is_damaged_and_not_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.touch()
    with pytest.raises(LedgerDamagedError, match="empty"):
        open_store(path)


def test_a_ledger_of_a_later_version_asks_for_an_update(ledger: Path) -> None:
    _execute(ledger, "UPDATE alembic_version SET version_num = '0999'")
    with pytest.raises(LedgerTooNewError, match="Update corroborate"):
        open_store(ledger)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnwritableError, match=r"missing.ledger\.db: cannot be made"):
        open_store(tmp_path / "missing" / "ledger.db")


def test_making_a_ledger_leaves_no_other_file(ledger: Path) -> None:
    assert [path.name for path in ledger.parent.iterdir()] == [ledger.name]


def test_reading_a_ledger_leaves_no_other_file_and_no_change(ledger: Path) -> None:
    before = ledger.read_bytes()
    with open_store(ledger, read_only=True) as store, store.transaction() as connection:
        assert len(list_documents(connection)) == 3
    assert [path.name for path in ledger.parent.iterdir()] == [ledger.name]
    assert ledger.read_bytes() == before


def test_a_reader_cannot_write(ledger: Path) -> None:
    with (
        open_store(ledger, read_only=True) as store,
        pytest.raises(LedgerUnwritableError),
        store.transaction() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM document_key")


def test_readers_do_not_wait_for_a_writer(ledger: Path) -> None:
    with (
        open_store(ledger) as writer,
        writer.transaction(),
        open_store(ledger, read_only=True) as reader,
        reader.transaction() as connection,
    ):
        assert len(list_documents(connection)) == 3


def test_a_second_writer_is_told_that_the_ledger_is_busy(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    with open_store(ledger) as writer, writer.transaction(), pytest.raises(LedgerError, match="another program"):
        open_store(ledger)


def test_odd_names_of_files_are_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a ? b # c %20 – é.db"
    with open_store(path) as store:
        add(store, INPUTS, WORK)
    with open_store(path, read_only=True) as store, store.transaction() as connection:
        assert len(list_documents(connection)) == 3


def test_opening_an_up_to_date_ledger_does_not_import_alembic(ledger: Path) -> None:
    program = (
        "import sys; from corroborate.store import open_store; "
        f"open_store({str(ledger)!r}).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_commits_are_on_the_disk_before_they_are_called_done(ledger: Path) -> None:
    with open_store(ledger) as store, store.transaction() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2  # FULL
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_new_ledger_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        open_store(tmp_path / "ledger.db").close()
    finally:
        os.umask(mask)
    assert (tmp_path / "ledger.db").stat().st_mode & 0o777 == 0o644
