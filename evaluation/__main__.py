"""Measures the program on the corpus, or on data of your own, and prints one table.

    python -m evaluation [--split dev] [--data FILE_OR_FOLDER...] [--json FILE] [--stories]

Without --data: the corpus' stories of a part, each as a ledger of its own, made of its articles and made of gold's
readings by the cross-document half alone, once with its own events and once with gold's; and the readings of the
articles. With --data: readings only, of files of plain records in the format of corpus/training.py, or of folders
that hold dev.jsonl.
--stories prints a column for each story. --json writes all figures with what each measure counts.

The test part is for figures that are published, not for work: `--split test` needs `--because`, and each run is
written down in evaluation/test_runs.tsv.
"""

import argparse
import datetime
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.splits import PARTS
from evaluation.layers.table import table as layer_table
from evaluation.measures import Scores, overall
from evaluation.results import Measured, of_corpus, of_data
from evaluation.table import table as ledger_table

TEST_RUNS = Path(__file__).parent / "test_runs.tsv"
MAIN = (
    "ledger claims_found", "ledger events_conll", "ledger answers_found", "ledger contradictions_found",
    "across events_conll", "across events_over_documents", "across answers_found", "across lines_of_several_right",
    "reading attribution: whole", "reading events: trigger", "reading furniture: characters",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write. 2 where something is not there to be measured."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--split", choices=PARTS, default="dev", help="the part of the corpus, or a folder's file")
    parser.add_argument("--data", nargs="*", type=Path, default=[], help="plain records to measure readings on")
    parser.add_argument("--json", type=Path, help="a file to write all figures to")
    parser.add_argument("--stories", action="store_true", help="a column for each story")
    parser.add_argument("--because", help="why the test part is measured; it is written down")
    options = parser.parse_args(arguments)
    if options.split == "test" and not options.data and not options.because:
        parser.error("the test part is measured for a stated reason only: --because TEXT")
    try:
        found = [of_data(path, options.split) for path in options.data] or [of_corpus(options.split)]
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for each in found:
        sys.stdout.write(_printed(each, stories=options.stories))
    if options.split == "test" and not options.data:
        log_test_run(found[0], options.because)
    if options.json:
        values = {each.name: each.as_values() for each in found}
        options.json.write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def log_test_run(measured: Measured, because: str, file: Path = TEST_RUNS) -> None:
    """Add a line to the log of runs on the test part: day, fingerprint, reason, the main figures."""
    values = measured.values()
    shown = " ".join(f"{name.replace(' ', '_')}={values[name]:.3f}" for name in MAIN if name in values)
    if not file.is_file():
        file.write_text("day\tfingerprint\tbecause\tfigures\n", encoding="utf-8")
    with file.open("a", encoding="utf-8") as log:
        day = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
        log.write(f"{day}\t{measured.fingerprint}\t{' '.join(because.split())}\t{shown}\n")


def _printed(each: Measured, *, stories: bool) -> str:
    """The tables of one set."""
    lines = [f"{each.name} ({each.fingerprint})\n"]
    tables = (
        ("from the articles", each.ledger),
        ("from gold's readings", each.across),
        ("from gold's readings, events as in gold", each.given),
    )
    for title, scores in tables:
        if scores:
            pooled = Scores(f"{len(scores)} stories", overall(scores).scores)
            lines += [f"\nledgers {title}", ledger_table(scores if stories else (pooled,))]
    if each.layers is not None:
        lines += ["readings of single articles", layer_table([each.layers])]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
