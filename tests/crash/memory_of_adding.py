"""Adds many documents, made when asked for; prints the memory held at each thousand. Run by test_limits.py."""

import json
import resource
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import overload

from corroborate.adding import Progress, add
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.problem import Problem
from corroborate.store import open_store
from corroborate.testing.readings import story_size, synthetic_reading
from corroborate.testing.synthetic import SyntheticInput, SyntheticWork


class LazyInputs(Sequence[SyntheticInput]):
    """Inputs that are made when they are asked for."""

    def __init__(self, count: int) -> None:
        pairs = ((story, member) for story in range(count) for member in range(story_size(story)))
        self._pairs = [pair for pair, _ in zip(pairs, range(count), strict=False)]

    def __len__(self) -> int:
        return len(self._pairs)

    @overload
    def __getitem__(self, index: int) -> SyntheticInput: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[SyntheticInput]: ...
    def __getitem__(self, index: int | slice) -> SyntheticInput | Sequence[SyntheticInput]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        reading = synthetic_reading(*self._pairs[index])
        return SyntheticInput(Path(reading.document.name), reading.document.name, reading)


@dataclass(frozen=True, slots=True)
class LazyWork(SyntheticWork):
    """Work that holds the reading of the last input only."""

    last: list[GroundedReading] = field(default_factory=list)

    def load(self, item: SyntheticInput, /) -> tuple[Document | None, tuple[Problem, ...]]:
        self.last[:] = [item.reading] if item.reading else []
        return SyntheticWork.load(self, item)

    def read(self, _document: Document, /) -> tuple[GroundedReading, tuple[Problem, ...]]:
        return self.last[0], ()


def main(path: Path, count: int) -> None:
    held: list[float] = []

    def watch(progress: Progress) -> None:
        if progress.phase == "documents" and progress.done % 1000 == 0:
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
            held.append(pages * resource.getpagesize() / 1e6)

    with open_store(path) as store:
        add(store, LazyInputs(count), LazyWork({}), on_progress=watch)
    json.dump(held, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
