"""Words that two documents share: runs of equal words, whatever their case, signs and spacing, and small edits."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from corroborate.model.document import EVIDENCE_FURNITURE, Document
from corroborate.model.lineage import Passage
from corroborate.model.span import Span

# Runs are found by seeds of this many words; shorter seeds meet in stock phrases of any two reports.
SEED_WORDS = 6
# As many words a desk may change inside a passage (a spelling, a title, a figure) without making two of it.
CHANGED_WORDS = 4
# A passage of fewer equal words is no sign of a copy: quotations of one sentence have a dozen and more.
LEAST_WORDS = 12
# A seed that recurs more often than this in one page is boilerplate.
_RECURRING = 8
# Two pages that share background may copy, three may quote one statement; on as many pages, with nothing else in
# common, it is stock.
STOCK_PAGES = 4
# The news stands in the first part of a page.
NEWS_SHARE = 1 / 3
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document's body with their spans; furniture is left out."""

    document: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Equal words from `first` and `second` on, to the ends; `equal` of them are the same."""

    first: int
    second: int
    first_end: int
    second_end: int
    equal: int


def body_words(document: Document) -> Words:
    """The words of what the article says, pull quotes left out: they repeat it."""
    out = sorted(
        (item.start, item.end)
        for item in document.furniture
        if item.kind not in EVIDENCE_FURNITURE or item.kind == "pull-quote"
    )
    words, spans, at = [], [], 0
    for match in _WORD.finditer(document.text):
        while at < len(out) and out[at][1] <= match.start():
            at += 1
        if at == len(out) or not any(start <= match.start() < end for start, end in out[at : at + 2]):
            words.append(match.group().casefold().translate(_APOSTROPHES))
            spans.append(Span(*match.span()))
    return Words(document.id, tuple(words), tuple(spans))


def shared_passages(first: Words, second: Words, *, least: int = LEAST_WORDS) -> Iterator[Passage]:
    """The longest common runs of two documents, in the order of the first; runs that stand close together on both
    sides are one passage. No word of the first is used twice.
    """
    for run in _joined(_runs(first.words, second.words)):
        if run.equal >= least:
            yield Passage(
                first.document,
                second.document,
                Span(first.spans[run.first].start, first.spans[run.first_end - 1].end),
                Span(second.spans[run.second].start, second.spans[run.second_end - 1].end),
            )


def equal_words(first: Words, second: Words) -> int:
    """How many words stand in the passages that two documents share."""
    return sum(run.equal for run in _joined(_runs(first.words, second.words)) if run.equal >= LEAST_WORDS)


def _runs(first: Sequence[str], second: Sequence[str]) -> Iterator[_Run]:
    seeds: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(second) - SEED_WORDS + 1):
        seeds.setdefault(tuple(second[at : at + SEED_WORDS]), []).append(at)
    index, before = 0, 0
    while index <= len(first) - SEED_WORDS:
        starts = seeds.get(tuple(first[index : index + SEED_WORDS]), ())
        run = _longest(first, second, index, starts, before)
        if run is None:
            index += 1
            continue
        yield run
        index, before = run.first_end, run.second_end


def _longest(first: Sequence[str], second: Sequence[str], index: int, starts: Sequence[int], near: int) -> _Run | None:
    """The longest run from `index` on; of several, the one that goes on nearest to where the last run ended."""
    best: _Run | None = None
    for at in starts[:_RECURRING]:
        length = SEED_WORDS
        while (
            index + length < len(first) and at + length < len(second) and first[index + length] == second[at + length]
        ):
            length += 1
        if best is None or (length, -abs(at - near)) > (best.equal, -abs(best.second - near)):
            best = _Run(index, at, index + length, at + length, length)
    return best


def _joined(runs: Iterator[_Run]) -> Iterator[_Run]:
    """Runs with few changed words between them, on both sides, as one."""
    current = next(runs, None)
    if current is None:
        return
    for run in runs:
        gaps = run.first - current.first_end, run.second - current.second_end
        if gaps[0] <= CHANGED_WORDS and 0 <= gaps[1] <= CHANGED_WORDS:
            current = _Run(current.first, current.second, run.first_end, run.second_end, current.equal + run.equal)
        else:
            yield current
            current = run
    yield current


def without_stock(passages: Sequence[Passage], documents: Mapping[str, Words]) -> tuple[Passage, ...]:
    """The passages but for stock: background that several pages carry and that is all that they have in common.

    Such a paragraph stands behind the news on each page. A lead that several papers print is an agency's.
    """
    together = Counter((item.first, item.second) for item in passages)
    alone = [item for item in passages if together[item.first, item.second] == 1 and _behind(item, documents)]
    pages: dict[Passage, set[str]] = {item: {item.first, item.second} for item in alone}
    for item in alone:
        for other in alone:
            if any(_meets(item, other, name) for name in (item.first, item.second)):
                pages[item] |= {other.first, other.second}
    stock = {
        item
        for item, found in pages.items()
        if len(found) >= STOCK_PAGES and all(together[pair] == 1 for pair in _pairs(found, together))
    }
    return tuple(item for item in passages if item not in stock)


def _pairs(pages: Set[str], together: Mapping[tuple[str, str], int]) -> list[tuple[str, str]]:
    """The pairs of pages in the order in which passages name them."""
    both = ((one, other) for one in sorted(pages) for other in sorted(pages) if one < other)
    return [pair if pair in together else (pair[1], pair[0]) for pair in both]


def _behind(passage: Passage, documents: Mapping[str, Words]) -> bool:
    """Whether a passage stands behind the news on both pages."""
    sides = (passage.first, passage.first_span), (passage.second, passage.second_span)
    starts = (
        sum(span.start < here.start for span in documents[name].spans) / len(documents[name].spans)
        for name, here in sides
    )
    return all(start >= NEWS_SHARE for start in starts)


def _meets(item: Passage, other: Passage, name: str) -> bool:
    spans = [
        span
        for passage in (item, other)
        for document, span in ((passage.first, passage.first_span), (passage.second, passage.second_span))
        if document == name
    ]
    return len(spans) == 2 and spans[0].overlaps(spans[1])
