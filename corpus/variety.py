"""How various the corpus is: phrases that return in unrelated stories, growth of the vocabulary, lengths of sentences.

    python -m corpus.variety [--texts DIR] [--gum FILE]

--texts takes plain articles DIR/STORY/NAME.txt instead of the marked ones. Beside it stands the news part of GUM
where its training file is found (CORROBORATE_DATA, by default ../shared/data); words are runs of letters and
digits, folded to lower case; a sentence ends at . ! ? before a blank, or with its line. Both texts are treated alike.
"""

import argparse
import json
import os
import random
import re
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpus.check import folders
from corpus.story import read_story

WORD = re.compile(r"\w+(?:['’]\w+)*")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”')]*\s+|\n+")
GRAM = 5
STEPS = (2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
SHORTEST_SENTENCE = 2
SEED = 7

Stories = Mapping[str, Sequence[str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m corpus.variety", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--texts", type=Path, help="a folder of plain articles")
    parser.add_argument("--gum", type=Path, help="GUM's training file")
    options = parser.parse_args(arguments)
    stories = plain(options.texts) if options.texts else marked()
    sys.stdout.write("".join(f"{line}\n" for line in _report(stories, options.gum or gum_file())))
    return 0


def marked() -> Stories:
    """The articles' texts of each story of the corpus."""
    return {folder.name: [article.text for article in read_story(folder)[0].articles] for folder in folders(())}


def plain(folder: Path) -> Stories:
    """The same from plain files."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.glob("*/*.txt")):
        found[path.parent.name].append(path.read_text(encoding="utf-8"))
    return found


def gum_file() -> Path:
    """Where GUM's training file is expected."""
    return Path(os.environ.get("CORROBORATE_DATA", "../shared/data")) / "gum" / "train.jsonl"


def gum_news(path: Path) -> Stories:
    """The news documents of GUM, each a story of its own."""
    records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {record["id"]: [record["text"]] for record in records if "_news_" in record["id"]}


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return [match.casefold() for match in WORD.findall(text)]


def repeated(stories: Stories) -> tuple[dict[tuple[str, ...], int], int]:
    """The 5-grams that stand in two stories or more, with in how many, and how many different 5-grams there are."""
    homes: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, texts in stories.items():
        for text in texts:
            run = words(text)
            for at in range(len(run) - GRAM + 1):
                homes[tuple(run[at : at + GRAM])].add(name)
    return {gram: len(names) for gram, names in homes.items() if len(names) > 1}, len(homes)


def growth(stories: Stories) -> dict[int, int]:
    """Different words among the first so many words, the stories in a random but fixed order."""
    names = sorted(stories)
    random.Random(SEED).shuffle(names)  # noqa: S311 - an order, no secret
    seen: set[str] = set()
    found: dict[int, int] = {}
    for count, word in enumerate((word for name in names for text in stories[name] for word in words(text)), start=1):
        seen.add(word)
        if count in STEPS:
            found[count] = len(seen)
    return found


def lengths(stories: Stories) -> list[int]:
    """The lengths of all sentences in words, from two words on."""
    pieces = (piece for texts in stories.values() for text in texts for piece in SENTENCE_END.split(text))
    return sorted(size for piece in pieces if (size := len(words(piece))) >= SHORTEST_SENTENCE)


def _report(stories: Stories, gum: Path) -> Iterator[str]:
    shared, different = repeated(stories)
    total = sum(len(words(text)) for texts in stories.values() for text in texts)
    articles = sum(map(len, stories.values()))
    yield f"{len(stories)} stories, {articles} articles, {total:,} words"
    yield f"{GRAM}-grams in two stories or more: {len(shared)} of {different:,} ({100 * len(shared) / different:.2f} %)"
    for gram, homes in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:10]:
        yield f"    {' '.join(gram)} ({homes} stories)"
    yield from _shape("corpus", stories)
    if gum.is_file():
        yield from _shape("GUM news", gum_news(gum))
    else:
        yield f"no GUM beside it: {gum} is not there"


def _shape(name: str, stories: Stories) -> Iterator[str]:
    grown = ", ".join(f"{seen:,} at {count:,}" for count, seen in growth(stories).items())
    yield f"{name}: different words {grown}"
    sizes = lengths(stories)
    tenths = statistics.quantiles(sizes, n=10)
    mean, spread = statistics.mean(sizes), statistics.stdev(sizes)
    yield (
        f"{name}: sentences of {mean:.1f} words, standard deviation {spread:.1f}; "
        f"tenths {', '.join(f'{tenth:.0f}' for tenth in tenths)}"
    )


if __name__ == "__main__":
    sys.exit(main())
