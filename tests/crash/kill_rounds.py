"""Rounds of adding that are killed at random and resumed; prints what went wrong as JSON. Run by test_kill.py.

Each round adds the same documents to a new ledger in processes that are killed with SIGKILL after a random time, up to
KILLS times, and then lets one finish. A script of its own, so that processes are forked from one that has all imports
done and no threads.
"""

import hashlib
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from corroborate.adding import add, export_ledger
from corroborate.model.codec import write_contract
from corroborate.store import open_store
from corroborate.testing.synthetic import SyntheticInput, SyntheticWork, synthetic_inputs, synthetic_work

KILLS = 2
TABLES = ("document", "document_name", "document_key", "membership", "story", "record", "problem", "redirect")


def main(rounds: int, documents: int, seed: int) -> None:
    inputs = synthetic_inputs(documents)
    work = synthetic_work(inputs)
    chance = random.Random(seed)  # noqa: S311 - times of kills, the same in every run
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.db"
        start = time.perf_counter()
        fill(whole, inputs, work)
        full_seconds = time.perf_counter() - start
        expected = state(whole, work)
        wrong, kills = [], 0
        for number in range(rounds):
            path = Path(folder) / f"{number}.db"
            for _ in range(KILLS):
                kills += killed(path, inputs, work, after_seconds=chance.uniform(0, full_seconds / KILLS))
            fill(path, inputs, work)
            found = state(path, work)
            if found != expected:
                wrong.append({"round": number, "found": found})
    json.dump({"rounds": rounds, "kills": kills, "expected": expected, "wrong": wrong}, sys.stdout)


def fill(path: Path, inputs: tuple[SyntheticInput, ...], work: SyntheticWork) -> None:
    with open_store(path) as store:
        add(store, inputs, work)


def killed(path: Path, inputs: tuple[SyntheticInput, ...], work: SyntheticWork, *, after_seconds: float) -> bool:
    """Add in another process and kill it; whether it was still at work."""
    child = os.fork()
    if child == 0:
        fill(path, inputs, work)
        os._exit(0)
    time.sleep(after_seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def state(path: Path, work: SyntheticWork) -> dict[str, object]:
    """Hash of the export, rows of each table, doubled ids, and what SQLite says of the file."""
    ledger = export_ledger(path, work)
    ids = [record.id for records in (ledger.documents, ledger.claims, ledger.events) for record in records]
    connection = sqlite3.connect(path)
    rows = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}  # noqa: S608
    integrity = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    digest = hashlib.sha256(write_contract(ledger)).hexdigest()
    return {"export": digest, "rows": rows, "doubled": len(ids) - len(set(ids)), "integrity": integrity}


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
