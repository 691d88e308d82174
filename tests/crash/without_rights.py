"""Opens a ledger without root's rights: to write ("add") or to read ("read"). Run by test_limits.py."""

import os
import sys
from pathlib import Path

from corroborate.store import LedgerError, list_documents, open_store

NOBODY = 65534


def main(verb: str, path: Path) -> int:
    if os.geteuid() == 0:
        os.setuid(NOBODY)  # after the imports: the interpreter may lie in a folder that is root's own
    try:
        with open_store(path, read_only=verb == "read") as store, store.transaction() as connection:
            sys.stdout.write(f"{len(list_documents(connection))}\n")
    except LedgerError as error:
        sys.stdout.write(f"{error}\n")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
