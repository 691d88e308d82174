"""Measures how well the program reads single documents, layer by layer, beside plain records made by hand.

    python -m evaluation.layers FILE_OR_FOLDER... [--split dev] [--limit N] [--json OUT] [--show LAYER]

A FILE holds plain records as JSON lines (shared/data, or python -m corpus.convert --to jsonl); of a FOLDER the file of
the split is taken. A layer is measured where the set's records have it.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.layers.listing import LISTINGS
from evaluation.layers.sets import measured_set, read_set
from evaluation.layers.table import as_values, table


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each set, print what was asked for, then the table. 2 where something is not there to be measured."""
    options = _options(arguments)
    sets = []
    try:
        for path in options.sets:
            scores = measured_set(read_set(path, split=options.split, limit=options.limit))
            sys.stderr.write("".join(f"{scores.name}: not read: {line}\n" for line in scores.unread))
            for name in options.show:
                lines = "".join(f"{line}\n" for line in LISTINGS[name](scores.pairs))
                sys.stdout.write(f"### {scores.name}: {name}\n{lines}\n")
            sets.append(scores)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(table(sets))
    if options.json:
        options.json.write_text(json.dumps(as_values(sets), indent=2) + "\n", encoding="utf-8")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.layers", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sets", nargs="+", type=Path, metavar="FILE_OR_FOLDER", help="plain records, or their folder")
    parser.add_argument("--split", default="dev", help="which file of a folder is taken (default: dev)")
    parser.add_argument("--limit", type=int, help="take the first N records of each set only")
    parser.add_argument("--json", type=Path, help="a file to write all figures to, with what each measure counts")
    parser.add_argument("--show", choices=sorted(LISTINGS), action="append", default=[], help="list what differs")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
