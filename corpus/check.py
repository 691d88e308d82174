"""Checks stories of the corpus: every mark, reference, answer and count, and the contract.

    python -m corpus.check [STORY...] [--hints] [--texts DIR]

STORY is a folder of corpus/stories (left out: all of them). --hints also lists what may have been overlooked:
quotations outside claims, unmarked names and numbers. --texts compares the articles with plain ones in
DIR/STORY/NAME.txt.
Exit status 1 where there is a fault.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.article import Fault
from corpus.hints import hints
from corpus.rules import story_faults
from corpus.story import NAME, Story, read_story

STORIES = Path(__file__).parent / "stories"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every fault of the named stories, and how many there are."""
    parser = argparse.ArgumentParser(prog="python -m corpus.check", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("story", nargs="*", type=Path, help="a story's folder, or its name")
    parser.add_argument("--hints", action="store_true", help="also list what may have been overlooked")
    parser.add_argument("--texts", type=Path, help="a folder of plain articles to compare with")
    options = parser.parse_args(arguments)
    count = 0
    for folder in folders(options.story):
        story, faults = checked(folder)
        if options.texts:
            faults += differing(story, options.texts)
        count += len(faults)
        lines = [str(fault) for fault in faults]
        if options.hints:
            lines += [f"hint: {hint}" for hint in hints(story)]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.write(f"{count} faults\n")
    return 1 if count else 0


def folders(named: Sequence[Path]) -> tuple[Path, ...]:
    """The folders meant: each as a path or as a name under corpus/stories; all stories where none is named.

    SystemExit with one sentence where there is no such story.
    """
    found = []
    for path in named:
        folder = next((each for each in (path, STORIES / path) if (each / NAME).is_file()), None)
        if folder is None:
            raise SystemExit(f"{path}: no story: there is no {NAME} in it, nor in {STORIES / path}")
        found.append(folder)
    return tuple(found or sorted(path.parent for path in STORIES.glob(f"*/{NAME}")))


def checked(folder: Path) -> tuple[Story, tuple[Fault, ...]]:
    """A story and every fault in it. OSError where its files are not there."""
    story, faults = read_story(folder)
    return story, faults or story_faults(story)


def differing(story: Story, texts: Path) -> tuple[Fault, ...]:
    """Where an article's words are not those of the plain text that it was made from."""
    found = []
    for article in story.articles:
        file = texts / story.name / f"{article.name}.txt"
        if not file.is_file():
            found.append(Fault(f"{story.name}/{article.name}", 1, f"has no plain text: {file} is not there"))
            continue
        plain = file.read_text(encoding="utf-8").rstrip()
        if article.text.rstrip() == plain:
            continue
        pairs = zip(article.text.rstrip().split("\n"), plain.split("\n"), strict=False)
        line = next((f"{ours!r} is {theirs!r} there" for ours, theirs in pairs if ours != theirs), "its length")
        found.append(Fault(f"{story.name}/{article.name}", 1, f"is not the plain text: {line}"))
    return tuple(found)


if __name__ == "__main__":
    sys.exit(main())
