"""One more article in ledgers of up to 100,000, with the real keys, comparisons and reconciling.

    python -m benchmarks.bench_many [--sizes 1000 10000 100000] [--samples 20] [--json FILE]

The ledgers are filled with clones of the corpus' train stories (see clones.py). At each size whole stories but for
their last articles are added; then these, one by one, each timed: the ledger is open, the article is read already.
Printed are the median and the slowest, how many stored articles were compared with the new one, and the most memory
that the program had used by then.
"""

import argparse
import json
import resource
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from itertools import islice, pairwise
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import insert

from benchmarks.clones import Original, StandIn, by_length, clone, originals, stand_ins
from corroborate import pipeline
from corroborate.adding import add
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.ids import content_id
from corroborate.model.keys import Keys
from corroborate.model.ledger import Ledger
from corroborate.model.problem import Problem
from corroborate.model.versions import Versions
from corroborate.store import open_store
from corroborate.store.schema import document, document_key, document_name, membership, story
from corroborate.store.seal import pack, write_rows

SIZES = (1000, 10_000, 100_000)
AT_ONCE = 1000
# Numbers of the clones that are added by and by: none that fills a ledger.
FRESH = 10_000_000
NOTHING = pack(Ledger((), (), (), (), ()))


@dataclass(frozen=True, slots=True)
class ReadAlready:
    """An input that was read before."""

    reading: GroundedReading

    @property
    def path(self) -> Path:
        return Path(self.name)

    @property
    def name(self) -> str:
        return self.reading.document.name


@dataclass(frozen=True, slots=True)
class CrossWork:
    """The real stages, but for reading."""

    stages: pipeline.Work
    readings: dict[str, GroundedReading]

    @property
    def versions(self) -> Versions:
        return self.stages.versions

    def load(self, item: ReadAlready, /) -> tuple[Document | None, tuple[Problem, ...]]:
        self.readings[item.reading.document.id] = item.reading
        return item.reading.document, ()

    def read(self, document: Document, /) -> tuple[GroundedReading, tuple[Problem, ...]]:
        return self.readings[document.id], ()

    def keys(self, reading: GroundedReading, /) -> Keys:
        return self.stages.keys(reading)

    def linked(self, first: GroundedReading, second: GroundedReading, /) -> bool:
        return self.stages.linked(first, second)

    def reconcile(self, readings: tuple[GroundedReading, ...], rulings: Rulings = NO_RULINGS, /) -> Ledger:
        return self.stages.reconcile(readings, rulings)

    def join(self, ledgers: Iterable[Ledger], rulings: Rulings = NO_RULINGS, /) -> Ledger:
        return self.stages.join(ledgers, rulings)


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table."""

    articles: int
    median_s: float
    slowest_s: float
    keys_s: float
    compared: float
    most_compared: int
    peak_mb: float
    file_mb: float


def fill(path: Path, first: int, last: int) -> None:
    """Put the stand-ins from `first` to `last` into the ledger, each in a story of its own that does not wait."""
    work = pipeline.work()
    documents = islice(_endless(originals(work), work), first, last)
    with open_store(path) as store:
        while rows := list(islice(documents, AT_ONCE)):
            with store.transaction() as connection:
                write_rows(connection, document, (_document(each, work.versions.of_document) for each in rows))
                ids = [each.reading.document.id for each in rows]
                write_rows(connection, document_name, ({"document": name, "name": f"{name}.txt"} for name in ids))
                keys = [{"document": each.reading.document.id, "key": key} for each in rows for key in each.keys.stored]
                connection.execute(insert(document_key), keys)
                settled = {"versions": work.versions.settling, "ledger": NOTHING}
                write_rows(connection, story, ({"id": name, **settled} for name in ids))
                write_rows(connection, membership, ({"document": name, "story": name} for name in ids))


def _endless(stories: Sequence[Original], work: pipeline.Work) -> Iterator[StandIn]:
    lengths, number = by_length(sorted(work.resources.reconcile.shares)), 0
    while True:
        yield from stand_ins(stories[number % len(stories)], number, lengths)
        number += 1


def _document(each: StandIn, versions: str) -> dict[str, object]:
    keys = content_id("keys", *sorted(each.keys.stored))
    return {"id": each.reading.document.id, "versions": versions, "keys": keys, "reading": pack(each.reading)}


def measure(path: Path, size: int, samples: int) -> Measured:
    """Add whole stories but for their last articles, then time these."""
    stages = pipeline.work()
    work, stories = CrossWork(stages, {}), originals(stages)
    lengths = by_length(sorted(stages.resources.reconcile.shares))
    fresh = [clone(stories[at % len(stories)], FRESH + size + at, lengths) for at in range(samples)]
    times, keys, compared = [], [], []
    with open_store(path) as store:
        add(store, [ReadAlready(each) for told in fresh for each in told[:-1]], work)
        for told in fresh:
            start = time.perf_counter()
            stages.keys(told[-1])
            keys.append(time.perf_counter() - start)
            start = time.perf_counter()
            compared.append(add(store, [ReadAlready(told[-1])], work).compared)
            times.append(time.perf_counter() - start)
    return Measured(
        articles=size,
        median_s=statistics.median(times),
        slowest_s=max(times),
        keys_s=statistics.median(keys),
        compared=statistics.median(compared),
        most_compared=max(compared),
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        file_mb=path.stat().st_size / 1e6,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--samples", type=int, default=20)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    found: list[Measured] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        for before, size in pairwise((0, *sorted(options.sizes))):
            # In processes of their own: the memory of filling is none of the program's.
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                process.submit(fill, path, before, size).result()
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                found.append(process.submit(measure, path, size, options.samples).result())
            print(line(found[-1], found[0]), flush=True)
    if options.json:
        options.json.write_text(json.dumps([asdict(each) for each in found], indent=2) + "\n", encoding="utf-8")


def line(each: Measured, first: Measured) -> str:
    return (
        f"{each.articles:8,} articles: {each.median_s:.2f} s (slowest {each.slowest_s:.2f}),"
        f" {each.median_s / first.median_s:.2f} times that at {first.articles:,}; compared with {each.compared:.0f}"
        f" (most {each.most_compared}); keys {each.keys_s * 1000:.0f} ms; {each.peak_mb:.0f} MB at most,"
        f" file {each.file_mb:.0f} MB"
    )


if __name__ == "__main__":
    main()
