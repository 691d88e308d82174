"""What the lines of a page say about it: byline, dates, dateline, credits."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corroborate.clean.blocks import Block
from corroborate.clean.byline import byline_of
from corroborate.clean.credits import agency_line, credit_line, trailing_credit
from corroborate.clean.dateline import Opening, find_dateline
from corroborate.clean.dates import PrintedDate, find_date
from corroborate.clean.furniture import Sorted
from corroborate.clean.headline import SPEAKER
from corroborate.clean.knowledge import CleanKnowledge
from corroborate.clean.published import BARE, stamp_rank
from corroborate.clean.pull_quotes import find_pull_quotes
from corroborate.model.document import Credit, Furniture, FurnitureKind

# Blocks below the headline among which a byline without "By" stands.
NEAR_HEADLINE = 8
# A deck and a summary may stand between the headline and the dateline.
OPENING_BLOCKS = 4
# What else may turn out to be a byline, a date or a credit.
OPEN_KINDS = (None, "other", "navigation", "credit")
# Words of a line that names agencies only.
LONGEST_LINE = 16
Kinds = list[FurnitureKind | None]


@dataclass(frozen=True, slots=True)
class Marks:
    """The final kinds of the blocks, furniture inside blocks, and what the lines of the page say."""

    kinds: tuple[FurnitureKind | None, ...]
    pieces: tuple[Furniture, ...]
    byline: str | None
    stamps: tuple[tuple[int, PrintedDate], ...]
    opening: Opening | None
    credits: tuple[Credit, ...]


def find_marks(text: str, found: Sorted, knowledge: CleanKnowledge) -> Marks:
    """Reads bylines, dates, datelines and credits off the blocks, and marks the lines that are nothing else."""
    blocks, layout = found.blocks, found.layout
    kinds = list(found.kinds)
    for i in find_pull_quotes(blocks, kinds, first=layout.first, skip=layout.headline):
        kinds[i] = "pull-quote"
    byline = _byline(found, kinds)
    opening = _opening(text, found, kinds, knowledge)
    stamps = dict(_stamps(found, kinds, opening))
    lines = dict(_agency_lines(text, found, kinds, _agencies(opening, knowledge)))
    named = [opening.credit if opening else None]
    for i, block in tuple(_of_kind(found, kinds, "credit")):
        named.append(lines.get(i) or credit_line(text, block.span, knowledge))
        if named[-1] is None and i in stamps:
            kinds[i] = "other"  # "First published on 3 May"
    trailing = [trailing_credit(text, block.span, knowledge) for _, block in _of_kind(found, kinds, None)]
    pieces = tuple(
        Furniture(credit.start, credit.end, "credit", text[credit.start : credit.end]) for credit in trailing if credit
    )
    ordered = sorted((credit for credit in (*named, *trailing) if credit), key=lambda credit: credit.start)
    return Marks(tuple(kinds), pieces, byline, tuple(stamps.values()), opening, tuple(ordered))


def _of_kind(found: Sorted, kinds: Kinds, wanted: FurnitureKind | None) -> Iterator[tuple[int, Block]]:
    return ((i, block) for i, block in enumerate(found.blocks) if kinds[i] == wanted)


def _opening(text: str, found: Sorted, kinds: Kinds, knowledge: CleanKnowledge) -> Opening | None:
    """The dateline of the first paragraph, or of one of the next where a deck stands above it."""
    body = [block for i, block in enumerate(found.blocks) if kinds[i] is None and i != found.layout.headline]
    openings = (find_dateline(text, block.span, knowledge) for block in body[:OPENING_BLOCKS])
    opening = next((opening for opening in openings if opening), None)
    spoken = sum(SPEAKER.match(block.head) is not None for block in body) > 1
    return None if opening and spoken and text[opening.dateline.end - 1] == ":" else opening


def _agencies(opening: Opening | None, knowledge: CleanKnowledge) -> frozenset[str]:
    """The known agencies, and the one that the dateline names."""
    names = opening.credit.names if opening and opening.credit else ()
    return knowledge.agencies | {name for name, _ in names}


def _agency_lines(text: str, found: Sorted, kinds: Kinds, agencies: frozenset[str]) -> Iterator[tuple[int, Credit]]:
    """The lines that name agencies only: a byline above the article, a credit below it."""
    for i, block in _lines(found, kinds):
        kind: Literal["byline", "credit"] = "credit" if i > found.layout.last else "byline"
        credit = agency_line(text, block.span, agencies, kind) if block.words <= LONGEST_LINE else None
        if credit:
            kinds[i] = "credit"
            yield i, credit


def _byline(found: Sorted, kinds: Kinds) -> str | None:
    """The first byline of the page; its lines are marked."""
    near = found.layout.headline if found.layout.headline is not None else 0
    first = None
    for i, block in _lines(found, kinds):
        names = byline_of(block, placed=near < i < near + NEAR_HEADLINE) if kinds[i] != "credit" else None
        if names:
            first = first or names
            kinds[i] = kinds[i] or "other"
    return first


def _stamps(found: Sorted, kinds: Kinds, opening: Opening | None) -> Iterator[tuple[int, tuple[int, PrintedDate]]]:
    """The dates that the page prints as its own, each with the index of its line; the lines are marked."""
    yield from _headline_stamp(found)
    for i, block in _lines(found, kinds):
        opens = opening is not None and block.span.start <= opening.dateline.start < block.span.end
        stamp = None if opens else stamp_rank(block)
        inside = found.layout.first < i < found.layout.last
        if stamp and not (inside and stamp[0] == BARE):  # a date alone between paragraphs dates what is told
            kinds[i] = kinds[i] or "other"
            yield i, stamp


def _headline_stamp(found: Sorted) -> Iterator[tuple[int, tuple[int, PrintedDate]]]:
    """The date and time with which archives of agency copy open a headline."""
    at = found.layout.headline
    date = find_date(found.blocks[at].head) if at is not None else None
    if at is not None and date is not None and date.start == 0 and "T" in date.moment:
        yield at, (BARE, date)


def _lines(found: Sorted, kinds: Kinds) -> Iterator[tuple[int, Block]]:
    for i, block in enumerate(found.blocks):
        if i != found.layout.headline and kinds[i] in OPEN_KINDS:
            yield i, block
