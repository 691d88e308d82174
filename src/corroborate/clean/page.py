"""One page to one document: furniture marked, and what the page says about itself found."""

from dataclasses import fields

from corroborate.clean.blocks import Block, split_blocks
from corroborate.clean.furniture import Sorted, sort_blocks
from corroborate.clean.headline import find_subheads, without_marks
from corroborate.clean.knowledge import CleanKnowledge
from corroborate.clean.language import language_of
from corroborate.clean.marks import Marks, find_marks
from corroborate.clean.outlet import find_outlet, masthead
from corroborate.clean.published import published_in_text
from corroborate.model.document import Document, Furniture, FurnitureKind, Metadata, Page
from corroborate.model.ids import content_id
from corroborate.model.problem import Problem

STAGE = "clean"
# Furniture that may name the outlet: not captions, which name other people's.
NAMING: tuple[FurnitureKind, ...] = ("about", "navigation", "appeal", "promotion", "other", "comments", "credit")


def clean_page(page: Page, knowledge: CleanKnowledge) -> tuple[Document, tuple[Problem, ...]]:
    """The document of a page. Holds that page only; time and memory grow with its length.

    Its id is made of the text and of what was given, so that the same page under another file name is the same.
    """
    stated = _stated(page)
    blocks = split_blocks(page.text)
    found = sort_blocks(blocks, page, knowledge, title=stated.title)
    marks = find_marks(page.text, found, knowledge)
    document = _document(page, stated, found, marks, knowledge)
    return document, _problems(document)


def _stated(page: Page) -> Metadata:
    """What was given, with what is missing taken from the page's head."""
    return Metadata(
        **{field.name: getattr(page.given, field.name) or getattr(page.found, field.name) for field in fields(Metadata)}
    )


def _document(page: Page, stated: Metadata, found: Sorted, marks: Marks, knowledge: CleanKnowledge) -> Document:
    text, layout = page.text, found.layout
    headline = None if layout.headline is None else without_marks(found.blocks[layout.headline])
    printed = published_in_text(marks.stamps, marks.opening.dateline if marks.opening else None, text)
    naming = tuple(block for block, kind in zip(found.blocks, marks.kinds, strict=True) if kind in NAMING)
    return Document(
        id=content_id("doc", text, stated.outlet, stated.published, stated.url, stated.title, stated.byline),
        name=page.name,
        url=stated.url,
        outlet=find_outlet(
            stated.outlet, stated.url, naming, masthead(found, marks.kinds), found.blocks[:4], knowledge
        ),
        title=None if headline is None else headline.of(text),
        byline=stated.byline or marks.byline,
        published=stated.published or printed,
        published_basis="given" if stated.published else "text" if printed else "unknown",
        language=language_of(_body_sample(found.blocks, marks.kinds), knowledge.identify),
        text=text,
        furniture=_furniture(text, found.blocks, marks),
        headline=headline,
        subheads=find_subheads(found.blocks, marks.kinds, layout.headline, layout.first, layout.last),
        dateline=marks.opening.dateline if marks.opening else None,
        credits=marks.credits,
    )


def _furniture(text: str, blocks: tuple[Block, ...], marks: Marks) -> tuple[Furniture, ...]:
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
