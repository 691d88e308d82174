"""Writes stories of the corpus in other forms.

    python -m corpus.convert --to ledger STORY           the contract's JSON of one story
    python -m corpus.convert --to jsonl [STORY...]       a plain record an article (see corpus/training.py)
    python -m corpus.convert --to articles --out DIR [STORY...]
                                                         DIR/STORY/NAME.txt with a sidecar, as a reader is given them

--split train|dev|test takes the stories of one part of corpus/splits.toml. Exit status 1 where a story has faults.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.check import checked, folders
from corpus.ledger import as_ledger
from corpus.splits import PARTS, part_of, stories_of
from corpus.story import Story
from corpus.training import as_records
from corroborate.model.codec import write_contract


def main(arguments: Sequence[str] | None = None) -> int:
    """Write what was asked for; nothing of a story that has faults."""
    parser = argparse.ArgumentParser(prog="python -m corpus.convert", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("story", nargs="*", type=Path, help="a story's folder, or its name")
    parser.add_argument("--to", choices=("ledger", "jsonl", "articles"), required=True)
    parser.add_argument("--out", type=Path, help="a folder for --to articles")
    parser.add_argument("--split", choices=PARTS, help="the stories of one part")
    options = parser.parse_args(arguments)
    named = [*options.story, *(map(Path, stories_of(options.split)) if options.split else ())]
    stories = []
    for folder in folders(named):
        story, faults = checked(folder)
        if faults:
            sys.stderr.write("".join(f"{fault}\n" for fault in faults))
            return 1
        stories.append(story)
    if options.to == "articles":
        if options.out is None:
            parser.error("--to articles needs --out DIR")
        for story in stories:
            write_articles(story, options.out / story.name)
        return 0
    if options.to == "ledger":
        if len(stories) != 1:
            parser.error("--to ledger takes one story")
        sys.stdout.write(write_contract(as_ledger(stories[0])).decode())
        return 0
    for line in json_lines(stories):
        sys.stdout.write(line)
    return 0


def json_lines(stories: Sequence[Story]) -> Iterator[str]:
    """The stories' articles as JSON lines, each with the part of the corpus that it belongs to."""
    for story in stories:
        for record in as_records(story):
            yield json.dumps({"split": part_of(story.name), **record}, ensure_ascii=False) + "\n"


def write_articles(story: Story, folder: Path) -> None:
    """Each article as plain text, and what its reader is given as a sidecar beside it; the folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in story.articles:
        (folder / f"{article.name}.txt").write_text(article.text, encoding="utf-8", newline="")
        if article.header.given:
            sidecar = json.dumps(dict(article.header.given), ensure_ascii=False, indent=2)
            (folder / f"{article.name}.json").write_text(sidecar + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
