"""Rounds of adding that are killed at random and resumed; prints what went wrong as JSON. Run by test_kill.py.

The documents are added to one ledger stretch after stretch, and judged, left alone; a copy is kept before each stretch.
Each round takes one of the copies and its stretch in processes that are killed with SIGKILL after a random time, up to
KILLS times, and then lets one finish. A script of its own, so that processes are forked from one that has all imports
done and no threads.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from corroborate.adding import add, export_ledger, judge, settle
from corroborate.judging import making
from corroborate.model.codec import write_contract
from corroborate.model.judgement import Judgement
from corroborate.model.mention import Mention
from corroborate.store import open_store
from corroborate.testing.synthetic import SyntheticInput, SyntheticWork, synthetic_inputs, synthetic_work

KILLS = 2
# A tenth of the documents: killed at every stage of a ledger's growth, in a tenth of the time of whole runs.
STRETCHES = 10
TABLES = (
    "document", "document_name", "document_key", "membership", "story", "record", "problem", "redirect", "judgement",
    "anchor",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one round adds and judges: to which ledger, and what it is afterwards if nobody kills it."""

    before: Path
    inputs: tuple[SyntheticInput, ...]
    judgements: tuple[Judgement, ...]
    seconds: float
    after: dict[str, object]


def main(rounds: int, documents: int, seed: int) -> None:
    inputs = synthetic_inputs(documents)
    work = synthetic_work(inputs)
    chance = random.Random(seed)  # noqa: S311 - times of kills, the same in every run
    with tempfile.TemporaryDirectory() as folder:
        stretches = grown(Path(folder), inputs, work)
        wrong, kills = [], 0
        for number in range(rounds):
            stretch = stretches[number % len(stretches)]
            path = Path(shutil.copy(stretch.before, Path(folder) / "round.db"))
            for _ in range(KILLS):
                kills += killed(path, stretch, work, after_seconds=chance.uniform(0, stretch.seconds / KILLS))
            fill(path, stretch.inputs, stretch.judgements, work)
            found = state(path, work)
            if found != stretch.after:
                wrong.append({"round": number, "found": found})
    json.dump({"rounds": rounds, "kills": kills, "expected": stretches[-1].after, "wrong": wrong}, sys.stdout)


def grown(folder: Path, inputs: tuple[SyntheticInput, ...], work: SyntheticWork) -> list[Stretch]:
    """The stretches of a ledger that nobody killed."""
    whole = folder / "whole.db"
    open_store(whole).close()
    size = max(1, len(inputs) // STRETCHES)
    stretches = []
    for start in range(0, len(inputs), size):
        before = Path(shutil.copy(whole, folder / f"before-{start}.db"))
        part = inputs[start : start + size]
        judgements = judged(part)
        begun = time.perf_counter()
        fill(whole, part, judgements, work)
        seconds = time.perf_counter() - begun
        stretches.append(Stretch(before, part, judgements, seconds, state(whole, work)))
    return stretches


def judged(inputs: tuple[SyntheticInput, ...]) -> tuple[Judgement, ...]:
    """That the first and the last of some articles tell of one event."""
    first, last = (_mentions(item) for item in (inputs[0], inputs[-1]))
    who = making.author(by="Anna", when="2026-01-01T10:00:00Z", why="seen on the map")
    return (making.merge("event", [first, last], who),) if first != last else ()


def _mentions(item: SyntheticInput) -> tuple[Mention, ...]:
    if item.reading is None:
        return ()
    document = item.reading.document.id
    return tuple(
        Mention(document, event.span.start, event.span.end, event.text) for event in item.reading.reading.events
    )


def fill(
    path: Path, inputs: tuple[SyntheticInput, ...], judgements: tuple[Judgement, ...], work: SyntheticWork
) -> None:
    with open_store(path) as store:
        add(store, inputs, work)
        judge(store, judgements)
        settle(store, work)


def killed(path: Path, stretch: Stretch, work: SyntheticWork, *, after_seconds: float) -> bool:
    """Add in another process and kill it; whether it was still at work."""
    child = os.fork()
    if child == 0:
        fill(path, stretch.inputs, stretch.judgements, work)
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
