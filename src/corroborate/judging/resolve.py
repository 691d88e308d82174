"""All judgements to rulings: the same whatever order they arrived in.

Undone ones count no more (an undo can itself be undone). The others are taken from the latest to the earliest: each
holds unless it contradicts what was taken before it, with all that follows from that. "A is B", then "B is C", then
"A is not C": the last two hold, and A is not B. So the later always wins, and never does a chain of older words join
what was kept apart later.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corroborate.judging.attach import anchors_of
from corroborate.judging.blocks import Blocks
from corroborate.judging.rulings import NO_RULINGS, Correction, Rulings, Verdicts, by_document
from corroborate.model.judgement import JudgedKind, Judgement, MentionKey
from corroborate.model.span import Span

# (judgement, number of the anchor) -> where it is read now; missing or None where it is not.
Attachments = Mapping[tuple[str, int], Span | None]


def resolve(judgements: Iterable[Judgement], attachments: Attachments) -> Rulings:
    """What the judgements come to, given where their words are read now."""
    counting = in_force(judgements)
    if not counting:
        return NO_RULINGS
    placed = [_Placed(judgement, *_keys(judgement, attachments)) for judgement in counting]
    event, actor, place = (_grouped(kind, placed) for kind in _GROUPED)
    corrections = [item for item in placed if item.judgement.kind in ("correct", "reject") and not item.waits]
    return Rulings(
        event=event[0],
        actor=actor[0],
        place=place[0],
        corrections=tuple(_correction(item) for item in corrections if item.judgement.claim is None),
        on_claims=tuple(_correction(item) for item in corrections if item.judgement.claim is not None),
        in_force={judgement.id: judgement for judgement in counting},
        waiting=frozenset(item.judgement.id for item in placed if item.waits),
        overruled=event[1] | actor[1] | place[1],
    )


_GROUPED: tuple[JudgedKind, ...] = ("event", "actor", "place")


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that count, undos and what they undo aside, in the order in which they were made."""
    known = {judgement.id: judgement for judgement in judgements}
    undone: dict[str, bool] = {}
    undos: defaultdict[str, list[str]] = defaultdict(list)
    for judgement in known.values():
        if judgement.undoes is not None:
            undos[judgement.undoes].append(judgement.id)

    def counts(judgement: str) -> bool:
        # An undo bears the id of what it undoes in its own, so that no chain of them comes back to itself.
        if judgement not in undone:
            undone[judgement] = any(counts(undo) for undo in undos[judgement])
        return not undone[judgement]

    kept = (judgement for judgement in known.values() if judgement.kind != "undo" and counts(judgement.id))
    return tuple(sorted(kept, key=lambda judgement: judgement.order))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A judgement with the mentions that it stands on now."""

    judgement: Judgement
    sides: tuple[tuple[MentionKey, ...], ...]
    claimed: bool
    target: tuple[MentionKey, ...]

    @property
    def waits(self) -> bool:
        """Whether too little of what it stands on is read now for it to say anything."""
        judgement = self.judgement
        if judgement.kind in ("merge", "apart"):
            return sum(bool(side) for side in self.sides) < 2
        lost = not self.claimed if judgement.claim is not None else not any(self.sides)
        return lost or (bool(judgement.target) and not self.target)


def _keys(
    judgement: Judgement, attachments: Attachments
) -> tuple[tuple[tuple[MentionKey, ...], ...], bool, tuple[MentionKey, ...]]:
    found = [
        (anchor.document, span.start, span.end) if span is not None else None
        for number, (_, anchor) in enumerate(anchors_of(judgement))
        for span in (attachments.get((judgement.id, number)),)
    ]
    sides, at = [], 0
    for side in judgement.sides:
        sides.append(_distinct(found[at : at + len(side)]))
        at += len(side)
    claimed = judgement.claim is not None and found[at] is not None
    return tuple(sides), claimed, _distinct(found[at + (judgement.claim is not None) :])


def _distinct(keys: Iterable[MentionKey | None]) -> tuple[MentionKey, ...]:
    return tuple(sorted({key for key in keys if key is not None}))


def _correction(item: _Placed) -> Correction:
    return Correction(item.judgement, item.sides[0] if item.sides else (), item.target)


def _grouped(kind: JudgedKind, placed: Sequence[_Placed]) -> tuple[Verdicts, frozenset[str]]:
    """What merges and aparts of one kind of record come to, the latest first; and those that say nothing any more."""
    blocks = Blocks[MentionKey]()
    speaking: defaultdict[MentionKey, list[str]] = defaultdict(list)
    overruled = set()
    for item in reversed(placed):
        if item.judgement.record != kind or item.judgement.kind not in ("merge", "apart") or item.waits:
            continue
        held = set(_merged(blocks, item.sides) if item.judgement.kind == "merge" else _parted(blocks, item.sides))
        if not held:
            overruled.add(item.judgement.id)
        for key in held:
            speaking[key].append(item.judgement.id)
    return _verdicts(blocks, {key: tuple(reversed(ids)) for key, ids in speaking.items()}), frozenset(overruled)


def _merged(blocks: Blocks[MentionKey], sides: Sequence[Sequence[MentionKey]]) -> Iterator[MentionKey]:
    """Hold all mentions together as far as nothing later keeps them apart; those that met one of another side."""
    blocks.gather(sorted({key for side in sides for key in side}))
    of_side = [{blocks.find(key) for key in side} for side in sides]
    for at, side in enumerate(sides):
        others = set().union(*(roots for other, roots in enumerate(of_side) if other != at))
        yield from (key for key in side if blocks.find(key) in others)


def _parted(blocks: Blocks[MentionKey], sides: Sequence[Sequence[MentionKey]]) -> Iterator[MentionKey]:
    """Keep the mentions of each two sides apart as far as nothing later holds them together; those that are."""
    for at, side in enumerate(sides):
        for other in sides[:at]:
            for one in side:
                for two in other:
                    if blocks.part(one, two):
                        yield from (one, two)


def _verdicts(blocks: Blocks[MentionKey], speaking: Mapping[MentionKey, tuple[str, ...]]) -> Verdicts:
    """The blocks by number, in order of their first mentions."""
    keys = sorted(blocks.items())
    numbers: dict[MentionKey, int] = {}
    for key in keys:
        numbers.setdefault(blocks.find(key), len(numbers))
    apart = frozenset(
        (min(number, numbers[enemy]), max(number, numbers[enemy]))
        for root, number in numbers.items()
        for enemy in blocks.enemies(root)
    )
    return Verdicts({key: numbers[blocks.find(key)] for key in keys}, apart, speaking, by_document(keys))
