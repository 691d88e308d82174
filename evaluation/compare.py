"""What the program makes of articles beside a ledger of them made by hand, as one table.

    python -m evaluation.compare GOLD_DIR... [--articles DIR] [--ledger OURS.json] [--json FILE]
                                 [--show claims|events|positions]

A GOLD_DIR holds one story: articles with their sidecars, and their ledger as ledger.json; or it is a story of the
corpus, by its name or folder. The program reads the articles that the ledger names, in a ledger of their own; with
--ledger an export that is there already is compared.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from corpus.check import STORIES, checked
from corpus.convert import write_articles
from corpus.ledger import as_ledger
from corpus.story import NAME as STORY_NAME
from corpus.story import Story
from corroborate import pipeline
from corroborate.adding import add, export_ledger
from corroborate.export.check import check_ledger
from corroborate.ingest.inputs import Input, find_inputs
from corroborate.model.ledger import Ledger
from corroborate.store import open_store
from evaluation.compared import Compared, compared
from evaluation.documents import read_ledger
from evaluation.listing import LISTINGS
from evaluation.measures import measured
from evaluation.table import as_values, table

GOLD_NAME = "ledger.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare each story, print what was asked for, then the table. 2 where something is not there to be compared."""
    options = _options(arguments)
    stories = []
    try:
        for folder in (path if path.exists() else STORIES / path for path in options.gold):
            both = story(folder, options.articles, options.ledger)
            for name in options.show:
                _put(f"### {folder.name}: {name}\n" + "".join(f"{line}\n" for line in LISTINGS[name](both)) + "\n")
            stories.append(measured(folder.name, both))
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    _put(table(stories))
    if options.json:
        options.json.write_text(json.dumps(as_values(stories), indent=2) + "\n", encoding="utf-8")
    return 0


def story(folder: Path, articles: Sequence[Path] = (), ledger: Path | None = None) -> Compared:
    """A story's gold beside what the program makes of its articles, or beside an export.

    OSError or ValueError where something is missing, or where a story of the corpus has faults.
    """
    if (folder / STORY_NAME).is_file():
        marked = sound(folder)
        return compared(as_ledger(marked), read_ledger(ledger)) if ledger is not None else told(marked)
    gold = _gold(folder)
    ours = read_ledger(ledger) if ledger is not None else run(_articles(gold, [folder, *articles]))
    return compared(gold, ours)


def told(marked: Story) -> Compared:
    """A sound story of the corpus beside what the program makes of its articles."""
    gold = as_ledger(marked)
    with tempfile.TemporaryDirectory(prefix="corroborate-story-") as plain:
        write_articles(marked, Path(plain))
        return compared(gold, run(_articles(gold, [Path(plain)])))


def sound(folder: Path) -> Story:
    """A story of the corpus without faults; ValueError where it has any."""
    marked, faults = checked(folder)
    if faults:
        raise ValueError(f"{folder}: {len(faults)} faults; python -m corpus.check lists them")
    return marked


def run(inputs: Sequence[Input]) -> Ledger:
    """What the program makes of these articles alone, through the store, as a user has it."""
    work = pipeline.work()
    with tempfile.TemporaryDirectory(prefix="corroborate-evaluation-") as folder:
        file = Path(folder) / "ledger.db"
        with open_store(file) as store:
            add(store, inputs, work)
        return export_ledger(file, work)


def _gold(folder: Path) -> Ledger:
    """The ledger made by hand; where it breaks the contract, that is said, and it is compared all the same."""
    path = folder / GOLD_NAME
    findings = check_ledger(json.loads(path.read_text(encoding="utf-8-sig")))
    if findings:
        sys.stderr.write(f"{path}: breaks the contract in {len(findings)} places; corroborate check lists them\n")
    return read_ledger(path)


def _articles(gold: Ledger, folders: Sequence[Path]) -> tuple[Input, ...]:
    """The files of gold's documents, by name, from the first folder that has them; ValueError where one is missing."""
    found, _ = find_inputs(folders)
    names = {document.name for document in gold.documents}
    inputs = {item.name: item for item in reversed(found) if item.name in names}
    missing = sorted(names - inputs.keys())
    if missing:
        where = ", ".join(map(str, folders))
        raise ValueError(f"{', '.join(missing)}: not found in {where}. Name the folder of the articles: --articles DIR")
    return tuple(inputs[name] for name in sorted(inputs))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.compare", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD_DIR", help="a folder with articles and ledger.json")
    parser.add_argument("--articles", type=Path, action="append", default=[], help="a folder to find articles in, too")
    parser.add_argument("--ledger", type=Path, help="an export to compare, instead of running the program")
    parser.add_argument("--json", type=Path, help="a file to write all figures to")
    parser.add_argument("--show", choices=sorted(LISTINGS), action="append", default=[], help="list what differs")
    return parser.parse_args(arguments)


def _put(text: str) -> None:
    sys.stdout.write(text)


if __name__ == "__main__":
    sys.exit(main())
