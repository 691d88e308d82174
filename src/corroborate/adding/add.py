"""Adding inputs to a ledger, and settling the stories that this touched."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from corroborate import store as ledger_store
from corroborate.adding.cache import ReadingCache
from corroborate.adding.documents import add_input
from corroborate.adding.linking import KnownRulings, relink
from corroborate.adding.rereading import read_stale
from corroborate.adding.work import AddResult, I, OnProgress, Progress, ShouldStop, Work
from corroborate.model.ledger import Ledger
from corroborate.model.problem import Problem
from corroborate.store import Store, open_store


def add(
    store: Store,
    inputs: Sequence[I],
    work: Work[I],
    *,
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
) -> AddResult:
    """Add the inputs one by one, then reconcile every story that waits (those an interrupted run left, too).

    What was read or reconciled by stages of other versions than these is read or reconciled again, and nothing else.

    Each input and each story is one transaction: whenever the run ends, even by a power cut, the ledger holds
    whole documents and whole stories, and the next addition goes on from there. `should_stop` is asked between
    them. The order of the inputs changes nothing in what an export gives.
    """
    cache = ReadingCache()
    tally: Counter[str] = Counter()
    problems: list[Problem] = []
    for done, item in enumerate(inputs):
        if should_stop and should_stop():
            break
        if on_progress:
            on_progress(Progress("documents", done, len(inputs), item.name))
        outcome = add_input(store, item, work, cache)
        tally.update({outcome.status: 1, "compared": outcome.compared, "reread": int(outcome.reread)})
        problems.extend(outcome.problems)
    tally["reread"] += read_stale(store, work, cache, on_progress=on_progress, should_stop=should_stop)
    tally["stories"] = settle(store, work, on_progress=on_progress, should_stop=should_stop)
    stopped = bool(should_stop and should_stop()) and _unfinished(store, work, len(inputs), tally)
    return _finish(store, len(inputs), tally, tuple(problems), stopped=stopped)


def settle(
    store: Store, work: Work[I], *, on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None
) -> int:
    """Reconcile every story that waits, one transaction each; how many there were. Holds one story in memory.

    Before that, stories of which it is open which documents they have are linked anew.
    """
    known = KnownRulings()
    if not _relink(store, work, should_stop):
        return 0
    with store.transaction() as connection:
        waiting = ledger_store.waiting_stories(connection)
    for done, story_id in enumerate(waiting):
        if should_stop and should_stop():
            return done
        if on_progress:
            on_progress(Progress("stories", done, len(waiting), story_id))
        with store.transaction() as connection:
            documents = ledger_store.members(connection, story_id)
            unlinked = story_id in ledger_store.unlinked_stories(connection)
            if documents and not unlinked:  # another program may have joined it to a story meanwhile
                readings = ledger_store.load_readings(connection, documents)
                ledger = work.reconcile(readings, known.get(connection).of(documents))
                ledger_store.write_story(connection, story_id, ledger, versions=work.versions.settling)
    return len(waiting)


def _relink(store: Store, work: Work[I], should_stop: ShouldStop | None) -> bool:
    """Link the documents of all unlinked stories anew; false where it was asked to stop before all was done."""
    cache = ReadingCache()
    while True:
        if should_stop and should_stop():
            return False
        with store.transaction() as connection:
            unlinked = ledger_store.unlinked_stories(connection)
            if not unlinked:
                return True
            relink(connection, unlinked[0], work, cache)


def open_settled(path: Path | str, work: Work[I]) -> Store:
    """The ledger opened for reading, with no story waiting: what an interrupted addition left is done first."""
    store = open_store(path, read_only=True)
    with store.transaction() as connection:
        waiting = ledger_store.waiting_stories(connection)
    if not waiting:
        return store
    store.close()
    with open_store(path) as writable:
        settle(writable, work)
    return open_store(path, read_only=True)


def export_ledger(path: Path | str, work: Work[I]) -> Ledger:
    """The whole ledger at `path`, every row checked. Raises a LedgerError where it cannot be had whole."""
    with open_settled(path, work) as store, store.transaction() as connection:
        return ledger_store.export(connection, work.join)


def _unfinished(store: Store, work: Work[I], inputs: int, tally: Counter[str]) -> bool:
    """Whether inputs are left, documents that other versions of the stages read, or stories that wait."""
    with store.transaction() as connection:
        stale = ledger_store.stale_documents(connection, work.versions.reading)
        return _done(tally) < inputs or bool(stale or ledger_store.waiting_stories(connection))


def _done(tally: Counter[str]) -> int:
    return tally["added"] + tally["already_there"] + tally["failed"]


def _finish(
    store: Store, inputs: int, tally: Counter[str], problems: tuple[Problem, ...], *, stopped: bool
) -> AddResult:
    """Keep the figures of the addition in the ledger, and hand them out."""
    figures = {name: tally[name] for name in ("added", "already_there", "failed", "compared", "stories", "reread")}
    with store.transaction() as connection:
        ledger_store.count_addition(connection, {"inputs": _done(tally), **figures})
    return AddResult(inputs=inputs, stopped=stopped, problems=problems, **figures)
