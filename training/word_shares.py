"""Counts in what share of articles each word stands: data/lexicons/word_shares.csv, which documents are likened by.

    python -m training.word_shares [--data ../shared/data] [--write]

Counted are the train parts of sets of news and reports in English and of the corpus, each set weighing the same. A word
is kept where several sets have it: the names of one set's topics are no common words. Only counts leave the texts.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.check import STORIES, checked
from corpus.splits import stories_of
from corroborate.reconcile.stories.wording import plain_words

TABLE = Path(__file__).parents[1] / "src" / "corroborate" / "data" / "lexicons" / "word_shares.csv"
SETS = ("ecbplus", "gum", "meantime", "re3d")
LEAST_ARTICLES = 3
# A word that stands in lower case needs fewer sets: it is hardly a name.
LEAST_SETS, LEAST_SETS_IN_LOWER_CASE = 3, 2
LEAST_SHARE = 0.002


def main(arguments: Sequence[str] | None = None) -> int:
    """Count, and write if asked to."""
    parser = argparse.ArgumentParser(
        prog="python -m training.word_shares", description=(__doc__ or "").split("\n", maxsplit=1)[0]
    )
    parser.add_argument("--data", type=Path, default=Path("..") / "shared" / "data", help="where the sets lie")
    parser.add_argument("--write", action="store_true", help="write the counts into the package's table")
    options = parser.parse_args(arguments)
    shares = word_shares([*(list(_of_set(options.data / name)) for name in SETS), list(_of_corpus())])
    sys.stdout.write(f"{len(shares)} words\n")
    if options.write:
        rows = sorted(shares.items(), key=lambda row: (-row[1], row[0]))
        TABLE.write_text("word,share\n" + "".join(f"{word},{share:.3f}\n" for word, share in rows), encoding="utf-8")
    return 0


def word_shares(sets: Sequence[Sequence[str]]) -> dict[str, float]:
    """The mean over the sets of the share of texts that have a word, for words that are common enough."""
    shares: dict[str, list[float]] = defaultdict(list)
    articles: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for texts in sets:
        found = Counter(word for text in texts for word in set(plain_words(text)))
        lower = {word for text in texts for word in plain_words(" ".join(filter(str.islower, text.split())))}
        articles.update(found)
        plain.update(lower)
        for word, count in found.items():
            shares[word].append(count / len(texts))
    return {
        word: max(LEAST_SHARE, round(sum(each) / len(sets), 3))
        for word, each in shares.items()
        if articles[word] >= LEAST_ARTICLES and (len(each) >= LEAST_SETS or plain[word] >= LEAST_SETS_IN_LOWER_CASE)
    }


def _of_set(folder: Path) -> Iterator[str]:
    with (folder / "train.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def _of_corpus() -> Iterator[str]:
    for name in stories_of("train"):
        story, _ = checked(STORIES / name)
        yield from (article.text for article in story.articles)


if __name__ == "__main__":
    sys.exit(main())
