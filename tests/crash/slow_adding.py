"""Adds 30 documents to a ledger, each read slowly, and heeds Ctrl-C. Run by test_kill.py."""

import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from corroborate.adding import add, stop_on_interrupt
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.problem import Problem
from corroborate.store import open_store
from corroborate.testing.synthetic import SyntheticWork, synthetic_inputs, synthetic_work


@dataclass(frozen=True, slots=True)
class SlowWork(SyntheticWork):
    """Synthetic work that takes its time over every document."""

    pause_seconds: float = 0.0

    def read(self, document: Document, /) -> tuple[GroundedReading, tuple[Problem, ...]]:
        print("reading", flush=True)  # noqa: T201 - tells the test that the work has begun
        time.sleep(self.pause_seconds)
        return SyntheticWork.read(self, document)


def main(path: Path, pause_seconds: float) -> int:
    inputs = synthetic_inputs(30)
    work = SlowWork(synthetic_work(inputs).readings, pause_seconds=pause_seconds)
    try:
        with stop_on_interrupt() as should_stop, open_store(path) as store:
            result = add(store, inputs, work, should_stop=should_stop)
    except KeyboardInterrupt:
        return 130
    print(json.dumps({"added": result.added, "stopped": result.stopped}))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
