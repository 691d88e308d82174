"""Adds 60 documents to a ledger whose file may not grow beyond a size. Run by test_limits.py."""

import resource
import signal
import sys
from pathlib import Path

from corroborate.adding import add
from corroborate.store import LedgerError, open_store
from corroborate.testing.synthetic import synthetic_inputs, synthetic_work


def main(path: Path, limit_bytes: int) -> int:
    inputs = synthetic_inputs(60)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, limit_bytes))
    try:
        with open_store(path) as store:
            add(store, inputs, synthetic_work(inputs))
    except LedgerError as error:
        sys.stdout.write(f"{error}\n")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
