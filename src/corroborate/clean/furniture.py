"""What stands on the page but is not the article, by how it reads and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.clean.blocks import HEAD, Block
from corroborate.clean.comments import below_comments
from corroborate.clean.headline import find_headline
from corroborate.clean.knowledge import CleanKnowledge, Cue
from corroborate.clean.traits import (
    BODY_WORDS,
    SENTENCE_WORDS,
    Layout,
    menu_runs,
    neighbour_traits,
    own_traits,
    place_traits,
    repeated_lines,
    unquoted,
)
from corroborate.model.document import FurnitureKind, Page
from corroborate.model.span import Span

# A block is furniture where the cues and traits for a kind outweigh those for the body by this much.
ENOUGH = 1.0
# Kinds spread from a block to its neighbours; an appeal of four paragraphs took three rounds.
ROUNDS = 4
Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sorted:
    """The blocks of a page, the furniture kind of each (None for the article), and where the article stands."""

    blocks: tuple[Block, ...]
    kinds: tuple[FurnitureKind | None, ...]
    layout: Layout

    def of(self, *kinds: FurnitureKind) -> tuple[Block, ...]:
        return tuple(block for block, kind in zip(self.blocks, self.kinds, strict=True) if kind in kinds)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the article, headline included."""
        return tuple(block for block, kind in zip(self.blocks, self.kinds, strict=True) if kind is None)


def sort_blocks(
    blocks: tuple[Block, ...], page: Page, knowledge: CleanKnowledge, *, title: str | None = None
) -> Sorted:
    """The kind of every block. `title` is the headline's words where they are known."""
    outside, captions = _inside(blocks, page.left_out), _inside(blocks, page.captions)
    matches = [_matching(block, knowledge) for block in blocks]
    cues = [
        _cue_scores(block, found, left_out=i in outside)
        for i, (block, found) in enumerate(zip(blocks, matches, strict=True))
    ]
    heads = [all(cue.heads for cue in found) for found in matches]
    own = _own_traits(blocks, captions, matches)
    alone = [_best(_with_traits(cues[i], own[i], knowledge)) for i in range(len(blocks))]
    known: list[FurnitureKind | None] = [
        (alone[i] or "other") if i in outside else alone[i] for i in range(len(blocks))
    ]
    telling = [scores.get("body", 0.0) > 0 for scores in cues]
    layout = _layout(blocks, known, telling, title=title, headline=page.headline)
    for _ in range(ROUNDS):
        before = tuple(known)
        for i in range(len(blocks)):
            traits = own[i] | place_traits(i, blocks, layout, before) | neighbour_traits(i, blocks, before, heads)
            kind = _best(_with_traits(cues[i], traits, knowledge))
            known[i] = kind or (_unnamed(blocks[i]) if i in outside else None)
        if tuple(known) == before:
            break
        layout = _layout(blocks, known, telling, title=title, headline=page.headline)
    return Sorted(blocks, tuple(known), layout)


def _own_traits(
    blocks: tuple[Block, ...], captions: frozenset[int], matches: Sequence[tuple[Cue, ...]]
) -> list[frozenset[str]]:
    """For each block the traits that hold wherever the article turns out to stand."""
    repeated = repeated_lines(blocks)
    spoken = {i for i in below_comments(blocks) if all(cue.kind in ("body", "comments") for cue in matches[i])}
    page = (("set-as:caption", captions), ("repeated", repeated), ("under:comments", spoken))
    return [own_traits(block) | {name for name, numbers in page if i in numbers} for i, block in enumerate(blocks)]


def _unnamed(block: Block) -> FurnitureKind:
    """The kind of what the extractor leaves out and no table knows: short lines are mostly links."""
    return "other" if block.closed else "navigation"


def _inside(blocks: tuple[Block, ...], spans: tuple[Span, ...]) -> frozenset[int]:
    """The blocks that stand inside one of `spans`, which are in order."""
    found, i = [], 0
    for number, block in enumerate(blocks):
        while i < len(spans) and spans[i].end < block.span.end:
            i += 1
        if i < len(spans) and spans[i].contains(block.span):
            found.append(number)
    return frozenset(found)


def _matching(block: Block, knowledge: CleanKnowledge) -> tuple[Cue, ...]:
    if block.span.end - block.span.start > 2 * HEAD:
        return ()
    plain = unquoted(block.head)
    return tuple(cue for cue in knowledge.cues if _matches(cue, plain, block))


def _cue_scores(block: Block, cues: tuple[Cue, ...], *, left_out: bool) -> Scores:
    """The sum of the cues for each kind. What the extractor left out is no body, whatever it tells of."""
    if block.span.end - block.span.start > 2 * HEAD:
        return {} if left_out else {"body": 9.0}
    scores: Scores = {}
    for cue in cues:
        if not (left_out and cue.kind == "body"):
            scores[cue.kind] = scores.get(cue.kind, 0.0) + cue.weight
    return scores


def _matches(cue: Cue, plain: str, block: Block) -> bool:
    if cue.kind in ("caption", "credit"):
        plain = block.tail  # their names may stand in quotation marks or brackets
    if cue.where in ("start", "whole"):
        return cue.pattern.match(plain) is not None
    return cue.pattern.search(plain) is not None


def _with_traits(scores: Scores, traits: frozenset[str], knowledge: CleanKnowledge) -> Scores:
    total = dict(scores)
    for trait in knowledge.traits:
        if all(name in traits for name in trait.names):
            total[trait.kind] = total.get(trait.kind, 0.0) + trait.weight
    return total


def _best(scores: Scores) -> FurnitureKind | None:
    body = scores.get("body", 0.0)
    ranked = sorted(((-score, kind) for kind, score in scores.items() if kind != "body"), key=lambda pair: pair)
    if not ranked or -ranked[0][0] - body < ENOUGH - 1e-9:
        return None
    return ranked[0][1]  # type: ignore[return-value]


def _layout(
    blocks: tuple[Block, ...],
    kinds: Sequence[FurnitureKind | None],
    telling: Sequence[bool],
    *,
    title: str | None,
    headline: Span | None,
) -> Layout:
    """Where the article stands. Its first paragraph is a long one; its last may be any sentence that reports."""
    open_ = [i for i, kind in enumerate(kinds) if kind is None]
    paragraphs = [i for i in open_ if blocks[i].words >= BODY_WORDS and blocks[i].closed]
    paragraphs = paragraphs or [i for i in open_ if blocks[i].words >= BODY_WORDS]
    first = paragraphs[0] if paragraphs else len(blocks)
    sentences = [i for i in open_ if telling[i] and blocks[i].closed and blocks[i].words >= SENTENCE_WORDS]
    last = max((i for i in (*paragraphs[-1:], *sentences[-1:]) if i >= first), default=-1)
    found = find_headline(blocks, kinds, first, telling, title=title, given=headline)
    return Layout(found, first, last, menu_runs(blocks))
