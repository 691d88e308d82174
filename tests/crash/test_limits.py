"""R5 and S6 of the catalogue: full disks, missing rights, and what many openings and many documents leave behind."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from corroborate.adding import add, export_ledger
from corroborate.store import LedgerUnwritableError, open_store
from corroborate.testing.synthetic import synthetic_inputs, synthetic_work

SCRIPTS = Path(__file__).parent
INPUTS = synthetic_inputs(60)
WORK = synthetic_work(INPUTS)


@pytest.fixture
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A file system with room for half the ledger, or for as much as is asked for."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", f"size={getattr(request, 'param', '500k')}", "tmpfs", str(folder)]
    if not mount or os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip("a small file system can be mounted by root only")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def _is_whole(path: Path) -> bool:
    connection = sqlite3.connect(path)
    found = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    return bool(found == "ok")


def test_a_full_disk_is_named_and_the_ledger_stays_whole(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "ledger.db"
    with pytest.raises(LedgerUnwritableError, match=r"ledger\.db: cannot be written .* Free some space"):
        _fill(path)
    assert _is_whole(path)
    roomy = tmp_path / "roomy.db"
    for file in small_disk.iterdir():  # SQLite's log, too: the disk had no room to fold it in
        shutil.copy(file, tmp_path / file.name.replace("ledger.db", "roomy.db"))
    with open_store(roomy) as store:
        result = add(store, INPUTS, WORK)
    assert 0 < result.already_there < len(INPUTS)  # what was done is kept
    assert len(export_ledger(roomy, WORK).documents) == len(INPUTS)


@pytest.mark.parametrize("small_disk", ["100k", "200k", "300k", "350k"], indirect=True)
def test_a_disk_with_too_little_room_for_a_new_ledger_never_has_half_of_one(small_disk: Path) -> None:
    path = small_disk / "ledger.db"
    with pytest.raises(LedgerUnwritableError, match=r"ledger\.db: cannot be written .* Free some space"):
        _fill(path)
    assert list(small_disk.iterdir()) == [] or _is_whole(path)


def test_a_disk_without_room_for_a_new_ledger_is_left_clean(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="limits of file sizes are Unix's")
    path = tmp_path / "ledger: new.db"
    done = _limited_adding(path, 20_000)
    assert (done.returncode, done.stderr) == (3, "")
    assert f"{path}: cannot be written" in done.stdout
    assert list(tmp_path.iterdir()) == []


def _limited_adding(path: Path, limit_bytes: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPTS / "limited_adding.py"), str(path), str(limit_bytes)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _fill(path: Path) -> None:
    with open_store(path) as store:
        add(store, INPUTS, WORK)


def test_a_file_that_may_not_grow_is_named_and_the_ledger_stays_whole(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="limits of file sizes are Unix's")
    path = tmp_path / "ledger.db"
    done = _limited_adding(path, 300_000)
    assert (done.returncode, done.stderr) == (3, "")
    assert str(path) in done.stdout
    assert _is_whole(path)
    with open_store(path) as store:
        assert add(store, INPUTS, WORK).already_there > 0


def _without_rights(verb: str, path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPTS / "without_rights.py"), verb, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def locked_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that may be entered but not written to, with a ledger in it."""
    folder = tmp_path_factory.mktemp("locked")
    _fill(folder / "ledger.db")
    for parent in (folder.parent, folder.parent.parent):
        parent.chmod(0o755)  # pytest lets only the owner in
    (folder / "ledger.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def test_a_folder_without_rights_is_named(locked_folder: Path) -> None:
    done = _without_rights("add", locked_folder / "new.db")
    assert (done.returncode, done.stderr) == (3, "")
    assert "new.db: cannot be made (Permission denied)" in done.stdout


def test_a_ledger_without_rights_to_write_is_named(locked_folder: Path) -> None:
    done = _without_rights("add", locked_folder / "ledger.db")
    assert (done.returncode, done.stderr) == (3, "")
    assert "ledger.db: cannot be written" in done.stdout


def test_a_ledger_without_rights_to_write_can_be_read(locked_folder: Path) -> None:
    done = _without_rights("read", locked_folder / "ledger.db")
    assert (done.returncode, done.stdout) == (0, f"{len(INPUTS)}\n")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are counted in /proc")
def test_opening_and_closing_fifty_times_leaves_no_file_and_no_thread_open(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    _fill(path)
    before = len(list(Path("/proc/self/fd").iterdir())), threading.active_count()
    for read_only in (True, False) * 25:
        with open_store(path, read_only=read_only) as store, store.transaction():
            pass
    after = len(list(Path("/proc/self/fd").iterdir())), threading.active_count()
    assert after[0] - before[0] <= 2
    assert after[1] - before[1] <= 2


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_ten_thousand_documents_do_not_pile_up_in_memory(tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPTS / "memory_of_adding.py"), str(tmp_path / "ledger.db"), "10000"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=400)
    megabytes: list[float] = json.loads(done.stdout)
    warm = megabytes[2:]  # one figure for each thousand documents
    assert (warm[-1] - warm[0]) / (len(warm) - 1) < 1.0, megabytes
