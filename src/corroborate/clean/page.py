"""One page to one document: furniture marked, and what the page says about itself found."""

from dataclasses import dataclass, fields

from corroborate.clean.blocks import Block, folded, split_blocks
from corroborate.clean.byline import byline_of
from corroborate.clean.credits import agency_byline, credit_line, trailing_credit
from corroborate.clean.dateline import Opening, find_dateline
from corroborate.clean.dates import PrintedDate
from corroborate.clean.furniture import Sorted, sort_blocks
from corroborate.clean.headline import find_subheads, without_marks
from corroborate.clean.knowledge import CleanKnowledge
from corroborate.clean.language import language_of
from corroborate.clean.outlet import find_outlet
from corroborate.clean.published import published_in_text, stamp_rank
from corroborate.clean.pull_quotes import find_pull_quotes
from corroborate.model.document import Credit, Document, Furniture, FurnitureKind, Metadata, Page
from corroborate.model.ids import content_id
from corroborate.model.problem import Problem
from corroborate.model.span import Span

STAGE = "clean"
# Furniture that may name the outlet: not captions and credits, which name other people's outlets.
NAMING: tuple[FurnitureKind, ...] = ("about", "navigation", "appeal", "promotion", "other", "comments")
# Blocks below the headline among which a byline or a date stands.
NEAR_HEADLINE = 8


@dataclass(frozen=True, slots=True)
class _Marks:
    """What the lines of a page say about it: the kinds of its blocks, byline, stamps, dateline, credits."""

    kinds: tuple[FurnitureKind | None, ...]
    pieces: tuple[Furniture, ...]
    byline: str | None
    stamps: tuple[tuple[int, PrintedDate], ...]
    opening: Opening | None
    credits: tuple[Credit, ...]


def clean_page(page: Page, knowledge: CleanKnowledge) -> tuple[Document, tuple[Problem, ...]]:
    """The document of a page. Holds that page only; time and memory grow with its length.

    Its id is made of the text and of what was given, so that the same page under another file name is the same.
    """
    stated = _stated(page)
    blocks = split_blocks(page.text)
    found = sort_blocks(blocks, knowledge, title=stated.title, headline=page.headline, left_out=page.left_out)
    marks = _marks(page.text, found, knowledge)
    document = _document(page, stated, found, marks, knowledge)
    return document, _problems(document)


def _stated(page: Page) -> Metadata:
    """What was given, with what is missing taken from the page's head."""
    return Metadata(
        **{field.name: getattr(page.given, field.name) or getattr(page.found, field.name) for field in fields(Metadata)}
    )


def _document(page: Page, stated: Metadata, found: Sorted, marks: _Marks, knowledge: CleanKnowledge) -> Document:
    text, layout = page.text, found.layout
    headline = None if layout.headline is None else without_marks(found.blocks[layout.headline])
    printed = published_in_text(marks.stamps, marks.opening.dateline if marks.opening else None, text)
    naming = tuple(block for block, kind in zip(found.blocks, marks.kinds, strict=True) if kind in NAMING)
    return Document(
        id=content_id("doc", text, stated.outlet, stated.published, stated.url, stated.title, stated.byline),
        name=page.name,
        url=stated.url,
        outlet=find_outlet(stated.outlet, stated.url, naming, knowledge),
        title=None if headline is None else headline.of(text),
        byline=stated.byline or marks.byline,
        published=stated.published or printed,
        published_basis="given" if stated.published else "text" if printed else "unknown",
        language=language_of(_body_sample(found.blocks, marks.kinds), knowledge.languages),
        text=text,
        furniture=_furniture(text, found.blocks, marks),
        headline=headline,
        subheads=find_subheads(found.blocks, marks.kinds, layout.headline, layout.first, layout.last),
        dateline=marks.opening.dateline if marks.opening else None,
        credits=marks.credits,
    )


def _marks(text: str, found: Sorted, knowledge: CleanKnowledge) -> _Marks:
    """Reads bylines, stamps, datelines and credits off the blocks, and marks the lines that are nothing else."""
    blocks, layout = found.blocks, found.layout
    kinds = list(found.kinds)
    for i in find_pull_quotes(blocks, kinds, first=layout.first, skip=layout.headline):
        kinds[i] = "pull-quote"
    byline, stamps = None, []
    credits: list[Credit] = []
    near = layout.headline if layout.headline is not None else 0
    for i, block in enumerate(blocks):
        if i == layout.headline or kinds[i] not in (None, "other", "navigation", "credit"):
            continue
        agency = agency_byline(text, block.span, knowledge)
        names = byline_of(block, placed=near < i < near + NEAR_HEADLINE)
        stamp = stamp_rank(block)
        if agency:
            credits.append(agency)
            kinds[i] = "credit"
        elif names and kinds[i] != "credit":
            byline = byline or names
            kinds[i] = kinds[i] or "other"
        if stamp:
            stamps.append(stamp)
            kinds[i] = kinds[i] or "other"
    opening = _opening(text, blocks, kinds, layout.headline, knowledge)
    more, pieces = _credits(text, blocks, kinds, knowledge)
    known = {credit.start for credit in credits}
    all_credits = credits + [credit for credit in more if credit.start not in known]
    if opening and opening.credit:
        all_credits.append(opening.credit)
    all_credits.sort(key=lambda credit: credit.start)
    return _Marks(tuple(kinds), tuple(pieces), byline, tuple(stamps), opening, tuple(all_credits))


def _opening(
    text: str,
    blocks: tuple[Block, ...],
    kinds: list[FurnitureKind | None],
    headline: int | None,
    knowledge: CleanKnowledge,
) -> Opening | None:
    """The dateline of the first paragraph, or of one of the next two where a deck stands above it."""
    body = [block for i, block in enumerate(blocks) if kinds[i] is None and i != headline][:3]
    openings = (find_dateline(text, block.span, knowledge) for block in body)
    return next((opening for opening in openings if opening), None)


def _credits(
    text: str, blocks: tuple[Block, ...], kinds: list[FurnitureKind | None], knowledge: CleanKnowledge
) -> tuple[list[Credit], list[Furniture]]:
    """The credits in lines of credit and behind paragraphs; the latter are furniture inside a block."""
    found: list[Credit] = []
    pieces: list[Furniture] = []
    for block, kind in zip(blocks, kinds, strict=True):
        if kind == "credit":
            credit = credit_line(text, block.span)
        elif kind is None:
            credit = trailing_credit(text, block.span, knowledge)
            if credit:
                pieces.append(Furniture(credit.start, credit.end, "credit", text[credit.start : credit.end]))
        else:
            continue
        if credit:
            found.append(credit)
    return found, pieces


def _furniture(text: str, blocks: tuple[Block, ...], marks: _Marks) -> tuple[Furniture, ...]:
    whole = [
        Furniture(block.span.start, block.span.end, kind, block.span.of(text))
        for block, kind in zip(blocks, marks.kinds, strict=True)
        if kind is not None
    ]
    return tuple(sorted([*whole, *marks.pieces], key=lambda piece: piece.start))


def _body_sample(blocks: tuple[Block, ...], kinds: tuple[FurnitureKind | None, ...]) -> str:
    body = [block for block, kind in zip(blocks, kinds, strict=True) if kind is None] or list(blocks)
    return "\n".join(block.head for block in body[:40])


def _problems(document: Document) -> tuple[Problem, ...]:
    if document.language in (None, "en"):
        return ()
    message = f"{document.name}: written in {document.language!r}, read by rules for English: expect gaps"
    return (Problem("language-not-english", message, STAGE, document=document.id, name=document.name),)
