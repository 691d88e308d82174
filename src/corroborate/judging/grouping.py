"""Groups that the program made, with what people say of them: one function for events, actors and places alike."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Protocol, Self, TypeVar

from corroborate.judging.blocks import Blocks
from corroborate.judging.rulings import Verdicts
from corroborate.model.judgement import MentionKey


class Ordered(Hashable, Protocol):
    """Anything that can be sorted and looked up."""

    def __lt__(self, other: Self, /) -> bool: ...


T = TypeVar("T", bound=Ordered)


def regrouped(
    groups: Sequence[Sequence[T]], keys_of: Callable[[T], Iterable[MentionKey]], verdicts: Verdicts
) -> tuple[tuple[T, ...], ...]:
    """The groups, with all items together that people hold together, and none that they keep apart.

    What nobody judged stays with its group; where a group falls apart, with its first part. An item that has mentions
    of two blocks which are kept apart counts for the first of them (see `locals`: there is none in a story).
    """
    if not verdicts:
        return tuple(tuple(group) for group in groups)
    blocks = Blocks[T | int]()
    for one, other in sorted(verdicts.apart):
        blocks.part(one, other)
    items = sorted(item for group in groups for item in group)
    for item in items:
        for block in sorted({verdicts.blocks[key] for key in keys_of(item) if key in verdicts.blocks}):
            blocks.hold(block, item)
    for group in groups:
        blocks.gather(group)
    found: dict[T | int, list[T]] = {}
    for item in items:
        found.setdefault(blocks.find(item), []).append(item)
    return tuple(tuple(group) for group in found.values())
