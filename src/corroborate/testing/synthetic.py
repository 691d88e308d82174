"""The work of adding without the real stages: synthetic readings in, small valid ledgers out.

Two synthetic documents are linked when they tell of the same town on days that touch.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.keys import Keys
from corroborate.model.ledger import Ledger
from corroborate.model.problem import Problem
from corroborate.model.versions import Versions
from corroborate.testing.readings import synthetic_readings
from corroborate.testing.synthetic_ledger import join_ledgers, story_ledger


@dataclass(frozen=True, slots=True)
class SyntheticInput:
    """An input whose reading is there already; without one it is a file that cannot be read."""

    path: Path
    name: str
    reading: GroundedReading | None


@dataclass(frozen=True, slots=True)
class SyntheticWork:
    """`adding.Work` over synthetic inputs."""

    readings: dict[str, GroundedReading]
    versions: Versions = Versions("synthetic-load=1", "synthetic-read=1", "synthetic-settle=1")  # noqa: RUF009 - frozen

    def load(self, item: SyntheticInput, /) -> tuple[Document | None, tuple[Problem, ...]]:
        if item.reading is None:
            return None, (Problem("empty-text", "There is no text in it.", "ingest", name=item.name),)
        return dataclasses.replace(item.reading.document, name=item.name), ()

    def read(self, document: Document, /) -> tuple[GroundedReading, tuple[Problem, ...]]:
        return dataclasses.replace(self.readings[document.id], document=document), ()

    def keys(self, reading: GroundedReading, /) -> Keys:
        names = frozenset(f"place:{place.name}" for place in reading.places)
        return Keys(names, dict.fromkeys(names, 1))

    def linked(self, first: GroundedReading, second: GroundedReading, /) -> bool:
        shared = {place.name for place in first.places} & {place.name for place in second.places}
        return bool(shared) and abs(_day(first) - _day(second)) <= datetime.timedelta(days=1)

    def reconcile(self, readings: tuple[GroundedReading, ...], _rulings: Rulings = NO_RULINGS, /) -> Ledger:
        return story_ledger(readings)

    def join(self, ledgers: Iterable[Ledger], _rulings: Rulings = NO_RULINGS, /) -> Ledger:
        return join_ledgers(ledgers)


def synthetic_inputs(count: int, *, seed: str = "") -> tuple[SyntheticInput, ...]:
    """The first `count` synthetic documents as inputs."""
    return tuple(_input(reading) for reading in synthetic_readings(count, seed=seed))


def synthetic_work(inputs: Sequence[SyntheticInput]) -> SyntheticWork:
    """Work that knows the readings of these inputs."""
    return SyntheticWork({item.reading.document.id: item.reading for item in inputs if item.reading is not None})


def unreadable_input(name: str) -> SyntheticInput:
    """An input of which nothing can be read."""
    return SyntheticInput(Path("synthetic") / name, name, None)


def renamed_input(item: SyntheticInput, name: str) -> SyntheticInput:
    """The same content in another file."""
    return dataclasses.replace(item, path=Path("synthetic") / name, name=name)


def _input(reading: GroundedReading) -> SyntheticInput:
    return SyntheticInput(Path("synthetic") / reading.document.name, reading.document.name, reading)


def _day(reading: GroundedReading) -> datetime.date:
    (interval,) = reading.intervals
    return datetime.date.fromisoformat((interval and interval.earliest) or "")
