"""What stands on the page but is not the article, by how it reads and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.clean.blocks import HEAD, Block
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
    unquoted,
)
from corroborate.model.document import FurnitureKind
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
    blocks: tuple[Block, ...],
    knowledge: CleanKnowledge,
    *,
    title: str | None = None,
    headline: Span | None = None,
    left_out: tuple[Span, ...] = (),
) -> Sorted:
    """The kind of every block. `headline` and `left_out` are what the reader of the page made out."""
    outside = _left_out(blocks, left_out)
    cues = [_cue_scores(block, knowledge) for block in blocks]
    own = [own_traits(block) for block in blocks]
    alone = [_best(_with_traits(cues[i], own[i], knowledge)) for i in range(len(blocks))]
    known: list[FurnitureKind | None] = [
        (alone[i] or "other") if i in outside else alone[i] for i in range(len(blocks))
    ]
    telling = [scores.get("body", 0.0) > 0 for scores in cues]
    layout = _layout(blocks, known, telling, title=title, headline=headline)
    for _ in range(ROUNDS):
        before = tuple(known)
        for i in range(len(blocks)):
            traits = own[i] | place_traits(i, blocks, layout) | neighbour_traits(i, blocks, before)
            kind = _best(_with_traits(cues[i], traits, knowledge))
            known[i] = kind or (_unnamed(blocks[i]) if i in outside else None)
        if tuple(known) == before:
            break
        layout = _layout(blocks, known, telling, title=title, headline=headline)
    return Sorted(blocks, tuple(known), layout)


def _unnamed(block: Block) -> FurnitureKind:
    """The kind of what the extractor leaves out and no table knows: short lines are mostly links."""
    return "other" if block.closed else "navigation"


def _left_out(blocks: tuple[Block, ...], spans: tuple[Span, ...]) -> frozenset[int]:
    found, i = [], 0
    for number, block in enumerate(blocks):
        while i < len(spans) and spans[i].end < block.span.end:
            i += 1
        if i < len(spans) and spans[i].contains(block.span):
            found.append(number)
    return frozenset(found)


def _cue_scores(block: Block, knowledge: CleanKnowledge) -> Scores:
    if block.span.end - block.span.start > 2 * HEAD:
        return {"body": 9.0}
    plain = unquoted(block.head)
    scores: Scores = {}
    for cue in knowledge.cues:
        if _matches(cue, plain, block):
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
    return Layout(find_headline(blocks, kinds, first, title=title, given=headline), first, last, menu_runs(blocks))
