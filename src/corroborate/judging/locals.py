"""A document's own actors and places, parted where people say that their mentions are of several.

Reading puts mentions of one document together before any judgement is known; after this no actor or place of a
document has mentions that are kept apart, and the rulings' blocks are what reading and people hold together.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from corroborate.judging.blocks import Blocks
from corroborate.judging.rulings import Rulings, Verdicts
from corroborate.model.grounded import GroundedReading, LocalActor, LocalPlace
from corroborate.model.judgement import MentionKey
from corroborate.model.reading import Name

L = TypeVar("L", LocalActor, LocalPlace)

# The names that an actor or place of a document has, actor by actor.
Members = Sequence[tuple[int, ...]]


def judged_readings(
    readings: tuple[GroundedReading, ...], rulings: Rulings
) -> tuple[tuple[GroundedReading, ...], Rulings]:
    """The readings of a story, and what is ruled of their documents, in agreement with each other."""
    if not rulings.actor and not rulings.place:
        return readings, rulings
    actor = _widened(rulings.actor, [_keys(item, [local.mentions for local in item.actors]) for item in readings])
    place = _widened(rulings.place, [_keys(item, [local.mentions for local in item.places]) for item in readings])
    parted = (_with_places(_with_actors(item, actor), place) for item in readings)
    return tuple(parted), replace(rulings, actor=actor, place=place)


def _keys(item: GroundedReading, members: Members) -> list[list[MentionKey]]:
    return [[_key(item, name) for name in names] for names in members]


def _key(item: GroundedReading, name: int) -> MentionKey:
    span = item.reading.names[name].span
    return item.document.id, span.start, span.end


def _widened(verdicts: Verdicts, documents: Sequence[Sequence[Sequence[MentionKey]]]) -> Verdicts:
    """The verdicts with those blocks as one that some actor or place of a document has both of, unless kept apart."""
    blocks = Blocks[int]()
    for one, other in sorted(verdicts.apart):
        blocks.part(one, other)
    for locals_ in documents:
        for keys in locals_:
            blocks.gather(sorted({verdicts.blocks[key] for key in keys if key in verdicts.blocks}))
    numbers: dict[int, int] = {}
    for block in sorted(set(verdicts.blocks.values())):
        numbers.setdefault(blocks.find(block), block)
    number = {block: numbers[blocks.find(block)] for block in set(verdicts.blocks.values())}
    apart = {tuple(sorted((number[one], number[other]))) for one, other in verdicts.apart}
    return replace(
        verdicts,
        blocks={key: number[block] for key, block in verdicts.blocks.items()},
        apart=frozenset((one, other) for one, other in apart),
    )


def _parts(item: GroundedReading, names: Sequence[int], verdicts: Verdicts) -> list[tuple[int, ...]]:
    """The names by block; those that nobody judged stay with the block that has most of the others."""
    blocks: dict[int, list[int]] = {}
    free = []
    for name in names:
        block = verdicts.blocks.get(_key(item, name))
        if block is None:
            free.append(name)
        else:
            blocks.setdefault(block, []).append(name)
    if len(blocks) < 2:
        return [tuple(names)]
    largest = min(blocks, key=lambda block: (-len(blocks[block]), min(blocks[block])))
    blocks[largest] += free
    return sorted(tuple(sorted(found)) for found in blocks.values())


def _with_actors(item: GroundedReading, verdicts: Verdicts) -> GroundedReading:
    actors, actor_of = _parted(item, item.actors, item.actor_of, verdicts)
    return replace(item, actors=actors, actor_of=actor_of)


def _with_places(item: GroundedReading, verdicts: Verdicts) -> GroundedReading:
    places, place_of = _parted(item, item.places, item.place_of, verdicts)
    return replace(item, places=places, place_of=place_of)


def _parted(
    item: GroundedReading, found: Sequence[L], owners: Sequence[int], verdicts: Verdicts
) -> tuple[tuple[L, ...], tuple[int, ...]]:
    """Each one's further parts behind all others, and whose each name is: indexes keep their meaning."""
    whole, owner_of = list(found), list(owners)
    for at, local in enumerate(found):
        first, *others = _parts(item, local.mentions, verdicts)
        if others:
            whole[at] = _part(item, local, first)
        for names in others:
            for name in names:
                owner_of[name] = len(whole)
            whole.append(_part(item, local, names))
    return tuple(whole), tuple(owner_of)


def _part(item: GroundedReading, local: L, mentions: tuple[int, ...]) -> L:
    aliases = _met(local.aliases, [item.reading.names[name] for name in mentions])
    return replace(local, name=_called(local.name, aliases), aliases=aliases, mentions=mentions)


def _met(aliases: Sequence[str], names: Sequence[Name]) -> tuple[str, ...]:
    """The aliases that stand in some of the mentions."""
    texts = [" ".join(name.text.split()) for name in names]
    return tuple(alias for alias in aliases if any(alias in text for text in texts))


def _called(name: str, aliases: Sequence[str]) -> str:
    """The name of the whole where a part bears it, or nothing else; else the part's longest."""
    return name if name in aliases or not aliases else max(aliases, key=lambda alias: (len(alias), alias))
