"""Independent lines and copies next to simpler ways of counting them, on the corpus.

    python benchmarks/peers.py [--split dev] [--json FILE]

Every way counts the same: the lines behind gold's own answers on which two claims or more stand, from gold's claims,
and the pairs of articles that share text. Gold's readings and answers are given to all, so that only the counting
differs; the peers' thresholds are those of their authors or the best on the training part.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus.check import STORIES
from corpus.ledger import as_ledger
from corpus.splits import stories_of
from corroborate.lineage.passages import body_words
from corroborate.lineage.trace import trace_lineage
from corroborate.model.document import Document
from corroborate.model.ledger import Claim, Ledger
from corroborate.names.fold import fold
from corroborate.pipeline import Work, work
from corroborate.reconcile.union import Union
from evaluation.compare import sound
from evaluation.gold_lines import counted
from evaluation.gold_readings import gold_readings

# Of the title words that two articles have, as many in both make them one story (the peers' own threshold).
TITLE_JACCARD = 0.55
# Best on the training part for pairs of articles, among 0.02, 0.05, 0.1 and 0.2.
CONTAINMENT = 0.02
GRAM = 5
Pairs = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Story:
    """A story's gold ledger, the copies in it, and which documents each way takes for one."""

    ledger: Ledger
    copies: Pairs
    same: dict[str, Pairs]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: shares of answers; precision, recall and F1 of pairs of articles."""

    way: str
    lines_right: float
    lines_off: float
    one_given_two: float
    precision: float | None
    recall: float | None
    f1: float | None


def family(ledger: Ledger) -> Pairs:
    """Pages of one publisher, and pages that bear one agency's name: credited, or in the chain of what they tell."""
    names: dict[str, set[str]] = {}
    for document in ledger.documents:
        own = names.setdefault(document.id, set())
        own |= {fold(document.outlet.name)} if document.outlet else set()
        own |= {fold(entry.source.name) for entry in document.lineage if entry.kind in ("credits", "republishes")}
    for claim in ledger.claims:
        names[claim.document] |= {fold(link.name) for link in claim.chain if link.role == "agency"}
    return _pairs(ledger, lambda one, other: bool(names[one.id] & names[other.id]))


def titles(ledger: Ledger) -> Pairs:
    """Pages whose headlines have most words in common."""
    words = {item.id: frozenset(re.findall(r"\w+", (item.title or "").casefold())) for item in ledger.documents}
    return _pairs(ledger, lambda one, other: _jaccard(words[one.id], words[other.id]) >= TITLE_JACCARD)


def containment(ledger: Ledger, least: float = CONTAINMENT) -> Pairs:
    """Pages one of which holds so much of the other's runs of five words."""
    grams = {item.id: _grams(item) for item in ledger.documents}

    def alike(one: Document, other: Document) -> bool:
        first, second = grams[one.id], grams[other.id]
        return len(first & second) >= least * max(1, min(len(first), len(second)))

    return _pairs(ledger, alike)


def passages(ledger: Ledger, story: Sequence[tuple[str, str]]) -> Pairs:
    """Pages for which the program gives a shared passage."""
    known = {item.id for item in ledger.documents}
    return frozenset(frozenset(pair) for pair in story if known.issuperset(pair))


def _pairs(ledger: Ledger, alike: Callable[[Document, Document], bool]) -> Pairs:
    return frozenset(
        frozenset((one.id, other.id)) for one, other in combinations(ledger.documents, 2) if alike(one, other)
    )


def _jaccard(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / max(1, len(first | second))


def _grams(document: Document) -> frozenset[tuple[str, ...]]:
    words = body_words(document).words
    return frozenset(words[at : at + GRAM] for at in range(len(words) - GRAM + 1))


def read(split: str) -> Iterator[Story]:
    """The stories of a part."""
    stages = work()
    for name in stories_of(split):
        if (STORIES / name / "story.toml").is_file():
            yield _story(STORIES / name, stages)


def _story(folder: Path, stages: Work) -> Story:
    marked = sound(folder)
    ledger = as_ledger(marked)
    readings = gold_readings(marked, stages)
    ids = {item.document.id: f"doc-{Path(item.document.name).stem}" for item in readings}
    found = [(ids[item.first], ids[item.second]) for item in trace_lineage(readings).passages]
    copies = frozenset(
        frozenset((document.id, entry.source.document or ""))
        for document in ledger.documents
        for entry in document.lineage
        if entry.kind == "shares-text"
    )
    same = {
        "counting outlets": frozenset[frozenset[str]](),
        "publisher families": family(ledger),
        "titles, Jaccard 0.55": titles(ledger),
        f"{GRAM}-gram containment": containment(ledger),
        "corroborate": passages(ledger, found),
    }
    return Story(ledger, copies, same)


def rows(stories: Sequence[Story]) -> Iterator[Row]:
    """The table: each way's lines and copies."""
    answers = [
        (story, position.independent_lines, claims, lines.independent)
        for story in stories
        for position, claims, lines in counted(story.ledger)
        if len(position.claims) > 1
    ]
    for way in stories[0].same:
        ours = way == "corroborate"
        given = [
            (gold, lines if ours else pages(claims, story.same[way], story)) for story, gold, claims, lines in answers
        ]
        single = [found for gold, found in given if gold == 1]
        right = sum(len(story.same[way] & story.copies) for story in stories)
        found, gold = (sum(len(each) for each in sets) for sets in _sets(stories, way))
        precision, recall = (right / found if found else None), right / max(1, gold)
        yield Row(
            way,
            sum(gold == found for gold, found in given) / len(given),
            sum(abs(gold - found) for gold, found in given) / len(given),
            sum(found > 1 for found in single) / max(1, len(single)),
            precision,
            recall if found else None,
            2 * right / (found + gold) if found else None,
        )


def _sets(stories: Sequence[Story], way: str) -> tuple[list[Pairs], list[Pairs]]:
    return [story.same[way] for story in stories], [story.copies for story in stories]


def pages(claims: Sequence[Claim], same: Pairs, story: Story) -> int:
    """How many groups of outlets print an answer, where pages that are the same are one."""
    outlets = {item.id: fold(item.outlet.name) if item.outlet else item.id for item in story.ledger.documents}
    printed = sorted({claim.document for claim in claims if claim.repeats is None})
    groups = Union(printed)
    for one, other in combinations(printed, 2):
        if outlets[one] == outlets[other] or frozenset((one, other)) in same:
            groups.join(one, other)
    return len(groups.groups())


def shown(found: Sequence[Row]) -> str:
    """The table in Markdown."""
    lines = [
        "| way | lines exactly right | lines off, mean | one line given as two or more | copies: P | R | F1 |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in found:
        values = (row.lines_right, row.lines_off, row.one_given_two, row.precision, row.recall, row.f1)
        lines.append(
            f"| {row.way} | " + " | ".join("–" if value is None else f"{value:.3f}" for value in values) + " |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    found = list(rows(list(read(options.split))))
    print(shown(found))
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in found], indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
