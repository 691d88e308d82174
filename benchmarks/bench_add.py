"""How long one more article takes as the ledger grows, from synthetic readings: the stages cost nothing here.

    python benchmarks/bench_add.py [--sizes 10 100 1000 10000] [--samples 60] [--json FILE]

At each size the next articles are added one by one, each as a user does it: open the ledger, add one article with
its story, close it. Printed are the median and the 95th percentile of one addition, its ratio to that at 100
articles, and what an export of everything takes. All figures come from one run, so that ratios compare like with like.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

from corroborate.adding import add, export_ledger
from corroborate.store import open_store
from corroborate.testing.synthetic import SyntheticInput, SyntheticWork, synthetic_inputs, synthetic_work

SIZES = (10, 100, 1000, 10_000)
BASE = 100


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table; times in milliseconds."""

    articles: int
    median_ms: float
    p95_ms: float
    with_opening_ms: float
    bulk_ms: float
    export_ms: float
    file_mb: float


def grow(path: Path, sizes: Sequence[int], samples: int) -> list[Measured]:
    """One measurement for each size of the same growing ledger."""
    inputs = synthetic_inputs(sizes[-1] + samples)
    work = synthetic_work(inputs)
    steps = ((held + samples if held else 0, size) for held, size in pairwise((0, *sizes)))
    return [measure(path, inputs, work, step, samples) for step in steps]


def measure(
    path: Path, inputs: Sequence[SyntheticInput], work: SyntheticWork, step: tuple[int, int], samples: int
) -> Measured:
    """Fill the ledger up to a size, then time single additions to it."""
    held, size = step
    fresh = inputs[held:size]
    start = time.perf_counter()
    with open_store(path) as store:
        add(store, fresh, work)
    bulk = time.perf_counter() - start
    adding, opening = [], []
    for item in inputs[size : size + samples]:
        opened = time.perf_counter()
        with open_store(path) as store:
            start = time.perf_counter()
            add(store, [item], work)
            adding.append(time.perf_counter() - start)
        opening.append(time.perf_counter() - opened)
    start = time.perf_counter()
    export_ledger(path, work)
    return Measured(
        articles=size,
        median_ms=statistics.median(adding) * 1000,
        p95_ms=statistics.quantiles(adding, n=20)[-1] * 1000,
        with_opening_ms=statistics.median(opening) * 1000,
        bulk_ms=bulk / max(1, len(fresh)) * 1000,
        export_ms=(time.perf_counter() - start) * 1000,
        file_mb=path.stat().st_size / 1e6,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--samples", type=int, default=60)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = grow(Path(folder) / "ledger.db", sorted(options.sizes), options.samples)
    base = next((line.median_ms for line in found if line.articles == BASE), found[0].median_ms)
    print("articles  add one  p95     ratio  opened too  in bulk  export all   file")
    for line in found:
        print(
            f"{line.articles:8,}  {line.median_ms:5.1f} ms {line.p95_ms:5.1f} ms {line.median_ms / base:5.2f}"
            f"  {line.with_opening_ms:7.1f} ms {line.bulk_ms:5.1f} ms {line.export_ms:8.0f} ms {line.file_mb:6.1f} MB"
        )
    if options.json:
        options.json.write_text(json.dumps([asdict(line) for line in found], indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
