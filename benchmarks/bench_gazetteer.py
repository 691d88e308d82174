"""How fast the gazetteer opens and answers, and how large it is.

    python benchmarks/bench_gazetteer.py [--places 200000] [--json FILE]

Two are measured: the shipped one, and one of a user with so many invented places, made here. Opening is the best of
five; a look-up is the mean over names that were not looked up before. Memory is this process's peak after all of it.
"""

import argparse
import io
import json
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from corroborate.pipeline import open_pack
from corroborate.resolve.gazetteer import Gazetteer
from corroborate.resolve.place_pack import PackedPlace
from corroborate.resolve.place_writer import write_pack

SHIPPED = Path(__file__).parents[1] / "src" / "corroborate" / "data" / "gazetteer" / "places.pack"
ROUNDS = 5
LOOKED_UP = 2_000
SYLLABLES = tuple(consonant + vowel for consonant in "bdfghklmnrstvz" for vowel in "aiu")


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table."""

    gazetteer: str
    places: int
    size_mb: float
    open_ms: float
    look_up_ms: float


def invented(count: int) -> Iterator[tuple[PackedPlace, tuple[str, ...]]]:
    """Places with names of four syllables, spread over a degree."""
    for number, parts in zip(range(count), product(SYLLABLES, repeat=4), strict=False):
        name = "".join(parts).capitalize()
        where = 35 + number % 997 / 1000, 36 + number % 991 / 1000
        yield PackedPlace(name, "town", "SY", -1, *where, 0, None), (name,)


def measured(title: str, path: Path, names: Sequence[str]) -> Measured:
    """Times of one gazetteer."""
    opened = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        places = open_pack(path)
        opened.append(time.perf_counter() - started)
    gazetteer = Gazetteer([places])
    started = time.perf_counter()
    for name in names:
        gazetteer.candidates(name)
    took = time.perf_counter() - started
    return Measured(title, len(places), path.stat().st_size / 1e6, min(opened) * 1000, took / len(names) * 1000)


def main() -> None:
    """Print the table; write it as JSON where a file is named."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--places", type=int, default=200_000)
    options.add_argument("--json", type=Path)
    wanted = options.parse_args()
    names = ["".join(parts).capitalize() for parts in list(product(SYLLABLES, repeat=4))[: LOOKED_UP * 7 : 7]]
    with TemporaryDirectory() as folder:
        own, target = Path(folder) / "own.pack", io.BytesIO()
        started = time.perf_counter()
        write_pack(target, invented(wanted.places), title="own", folder=Path(folder))
        print(f"{wanted.places} places written in {time.perf_counter() - started:.1f} s")
        own.write_bytes(target.getvalue())
        rows = [measured("shipped", SHIPPED, names), measured("own", own, names)]
    for row in rows:
        print(f"{row.gazetteer:8} {row.places:9,} places {row.size_mb:6.1f} MB  opened in {row.open_ms:6.2f} ms  "
              f"a look-up {row.look_up_ms:6.3f} ms")  # fmt: skip
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")
    if wanted.json:
        wanted.json.write_text(json.dumps({"peak_mb": peak, "rows": [asdict(row) for row in rows]}, indent=2) + "\n")


if __name__ == "__main__":
    main()
