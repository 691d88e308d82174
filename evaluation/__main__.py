"""Measures the program on the corpus, or on data of your own, and prints one table.

    python -m evaluation [--split dev] [--data FILE_OR_FOLDER...] [--json FILE] [--stories]

Without --data: the corpus' stories of a part, each as a ledger of its own, made of its articles and made of gold's
readings by the cross-document half alone; and the readings of the articles. With --data: readings only, of files of
plain records in the format of corpus/training.py, or of folders that hold dev.jsonl.
--stories prints a column for each story. --json writes all figures with what each measure counts.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.splits import PARTS
from evaluation.layers.table import table as layer_table
from evaluation.measures import Scores, overall
from evaluation.results import Measured, of_corpus, of_data
from evaluation.table import table as ledger_table


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write. 2 where something is not there to be measured."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--split", choices=PARTS, default="dev", help="the part of the corpus, or a folder's file")
    parser.add_argument("--data", nargs="*", type=Path, default=[], help="plain records to measure readings on")
    parser.add_argument("--json", type=Path, help="a file to write all figures to")
    parser.add_argument("--stories", action="store_true", help="a column for each story")
    options = parser.parse_args(arguments)
    try:
        found = [of_data(path, options.split) for path in options.data] or [of_corpus(options.split)]
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for each in found:
        sys.stdout.write(_printed(each, stories=options.stories))
    if options.json:
        values = {each.name: each.as_values() for each in found}
        options.json.write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _printed(each: Measured, *, stories: bool) -> str:
    """The tables of one set."""
    lines = [f"{each.name} ({each.fingerprint})\n"]
    for title, scores in (("from the articles", each.ledger), ("from gold's readings", each.across)):
        if scores:
            pooled = Scores(f"{len(scores)} stories", overall(scores).scores)
            lines += [f"\nledgers {title}", ledger_table(scores if stories else (pooled,))]
    if each.layers is not None:
        lines += ["readings of single articles", layer_table([each.layers])]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
