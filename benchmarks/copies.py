"""How well copies are found when they were changed as desks and scrapers change them, and who copied whom.

    python benchmarks/copies.py [--split train] [--least 120]

Of every article of the part with so many words or more, copies are made (evaluation/copy_variants.py), cleaned like
any page and looked for twice: by the keys that the store compares, and by passages, as within a story. The last lines
are articles of other stories with a paragraph of stock background in common: no copies; and the corpus' own copies:
whether the program says who copied whom.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus.check import STORIES
from corpus.splits import stories_of
from corpus.story import Story
from corroborate.clean.page import clean_page
from corroborate.lineage.fingerprints import copied_text, text_keys
from corroborate.lineage.passages import body_words, shared_passages, without_stock
from corroborate.lineage.trace import trace_lineage
from corroborate.model.document import Document, Metadata, Page
from corroborate.pipeline import work
from evaluation.compare import sound
from evaluation.copy_variants import Variant, copies_of, stitched, with_stock
from evaluation.gold_readings import gold_readings

# Stock background is tried on so many pages at a time.
PAGES = 5


def stories(split: str) -> list[Story]:
    """The stories of a part that are there."""
    return [sound(STORIES / name) for name in stories_of(split) if (STORIES / name / "story.toml").is_file()]


def document_of(text: str, name: str, outlet: str) -> Document:
    """The cleaned page."""
    page = Page(f"{name}.txt", text, Metadata(outlet=outlet, published="2020-03-02"))
    return clean_page(page, work().resources.clean)[0]


def variants(found: Sequence[Story], least: int) -> Iterator[tuple[Document, Variant]]:
    """Each article with each copy of it; stitched pages stand with each of their three."""
    for story in found:
        long = [article for article in story.articles if len(article.text.split()) >= least]
        originals = [document_of(article.text, article.name, f"Outlet {article.name}") for article in long]
        for article, original in zip(long, originals, strict=True):
            yield from ((original, variant) for variant in copies_of(article.text))
        for at in range(0, len(long) - 2, 3):
            page = stitched([article.text for article in long[at : at + 3]])
            yield from ((original, page) for original in originals[at : at + 3])


def print_variants(found: Sequence[Story], least: int) -> None:
    """A line for each way of copying."""
    total, keyed, shared = Counter[str](), Counter[str](), Counter[str]()
    for original, variant in variants(found, least):
        copy = document_of(variant.text, "copy", "The Copying Page")
        total[variant.way] += 1
        meets = not set(text_keys(original)).isdisjoint(text_keys(copy))
        keyed[variant.way] += meets and copied_text(original, copy)
        shared[variant.way] += any(shared_passages(body_words(original), body_words(copy)))
    print("| copy | pages | found by keys | by passages |\n|---|---|---|---|")
    for way, of in total.items():
        print(f"| {way} | {of} | {keyed[way] / of:.3f} | {shared[way] / of:.3f} |")


def print_stock(found: Sequence[Story]) -> None:
    """Pages of different stories that carry one paragraph of background."""
    firsts = [story.articles[0] for story in found]
    pairs = taken = 0
    for at in range(0, len(firsts) - PAGES + 1, PAGES):
        pages = [
            document_of(with_stock(item.text), item.name, f"Outlet {item.name}") for item in firsts[at : at + PAGES]
        ]
        words = {page.id: body_words(page) for page in pages}
        passages = [
            passage for one, other in combinations(words.values(), 2) for passage in shared_passages(one, other)
        ]
        pairs += PAGES * (PAGES - 1) // 2
        taken += len({(item.first, item.second) for item in without_stock(passages, words)})
    print(f"| stock background: wrongly taken for a copy | {pairs} pairs | – | {taken / max(1, pairs):.3f} |")


def print_directions(found: Sequence[Story]) -> None:
    """The corpus' own copies: right, wrong, not said."""
    said = Counter[str]()
    for story in found:
        readings = gold_readings(story, work())
        names = {item.document.id: Path(item.document.name).stem for item in readings}
        lineage = trace_lineage(readings)
        copied = {
            (names[here], names[entry.source.document]): entry.copied
            for here, entries in lineage.entries
            for entry in entries
            if entry.kind == "shares-text" and entry.source.document is not None
        }
        known = {(copy.article, copy.of) for copy in story.copies}
        for pair in sorted(known):
            if pair in copied and pair[::-1] not in known:
                said[{"from": "right", "to": "wrong", None: "not said"}[copied[pair]]] += 1
    of = max(1, said.total())
    print(
        f"\nwho copied whom, of {of} found: "
        + ", ".join(f"{said[key] / of:.3f} {key}" for key in ("right", "wrong", "not said"))
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--split", choices=("train", "dev"), default="train")
    parser.add_argument("--least", type=int, default=120, help="words of an article that is tried")
    options = parser.parse_args()
    found = stories(options.split)
    print_variants(found, options.least)
    print_stock(found)
    print_directions(found)


if __name__ == "__main__":
    main()
