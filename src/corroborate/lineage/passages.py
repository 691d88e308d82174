"""Words that two documents share: runs of equal words, whatever their case, signs and spacing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corroborate.model.document import EVIDENCE_FURNITURE, Document
from corroborate.model.lineage import Passage
from corroborate.model.span import Span

# Runs are found by seeds of this many words; shorter seeds meet in stock phrases of any two reports.
SEED_WORDS = 7
# A run of fewer words is no sign of a copy: quotations of one sentence have a dozen and more.
LEAST_WORDS = 12
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document's body with their spans; furniture is left out."""

    document: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]


def body_words(document: Document) -> Words:
    """The words of what the article says, pull quotes left out: they repeat it."""
    out = sorted(
        (item.start, item.end)
        for item in document.furniture
        if item.kind not in EVIDENCE_FURNITURE or item.kind == "pull-quote"
    )
    found = [(match.group().lower(), Span(*match.span())) for match in _WORD.finditer(document.text)]
    kept = [(word, span) for word, span in found if not any(start <= span.start < end for start, end in out)]
    return Words(document.id, tuple(word for word, _ in kept), tuple(span for _, span in kept))


def shared_passages(first: Words, second: Words) -> Iterator[Passage]:
    """The longest common runs of two documents, in the order of the first; no word is used twice."""
    seeds: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(second.words) - SEED_WORDS + 1):
        seeds.setdefault(second.words[at : at + SEED_WORDS], []).append(at)
    index, used_to = 0, -1
    while index <= len(first.words) - SEED_WORDS:
        run = _longest(first.words, second.words, index, seeds.get(first.words[index : index + SEED_WORDS], ()))
        if run is None or run[1] < LEAST_WORDS:
            index += 1
            continue
        at, length = run
        yield Passage(
            first.document,
            second.document,
            Span(first.spans[index].start, first.spans[index + length - 1].end),
            Span(second.spans[at].start, second.spans[at + length - 1].end),
        )
        used_to = index + length
        index = used_to


def _longest(first: Sequence[str], second: Sequence[str], index: int, starts: Sequence[int]) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    for at in starts[:8]:  # a run that recurs more often than this in one page is boilerplate
        length = SEED_WORDS
        while (
            index + length < len(first) and at + length < len(second) and first[index + length] == second[at + length]
        ):
            length += 1
        if best is None or length > best[1]:
            best = (at, length)
    return best
