"""What all judgements come to: which mentions are held together, which are kept apart, what is corrected."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from corroborate.model.judgement import JudgedKind, Judgement, MentionKey

_NONE: Mapping[str, tuple[MentionKey, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Mentions of one kind of record: the block that each belongs to, and the blocks that must never meet.

    `speaking` are the judgements by which a mention is held or kept apart.
    """

    blocks: Mapping[MentionKey, int] = field(default_factory=lambda: MappingProxyType({}))
    apart: frozenset[tuple[int, int]] = frozenset()
    speaking: Mapping[MentionKey, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    in_document: Mapping[str, tuple[MentionKey, ...]] = field(default_factory=lambda: _NONE)

    def __bool__(self) -> bool:
        return bool(self.blocks)

    def must(self, first: MentionKey, second: MentionKey) -> bool:
        """Whether two mentions are held together."""
        return first in self.blocks and self.blocks[first] == self.blocks.get(second)

    def never(self, first: MentionKey, second: MentionKey) -> bool:
        """Whether two mentions are kept apart."""
        if first not in self.blocks or second not in self.blocks:
            return False
        one, other = sorted((self.blocks[first], self.blocks[second]))
        return (one, other) in self.apart

    def barred(self, block: int) -> frozenset[int]:
        """The blocks that one must never meet."""
        return frozenset(one if block == other else other for one, other in self.apart if block in (one, other))

    def of(self, documents: Iterable[str]) -> "Verdicts":
        """Only what is said of the mentions of some documents."""
        keys = [key for document in documents for key in self.in_document.get(document, ())]
        blocks = {key: self.blocks[key] for key in keys}
        left = set(blocks.values())
        apart = frozenset(pair for pair in self.apart if left.issuperset(pair))
        return Verdicts(
            blocks, apart, {key: self.speaking[key] for key in keys if key in self.speaking}, by_document(keys)
        )

    def members(self) -> Mapping[int, tuple[MentionKey, ...]]:
        """The mentions of each block."""
        found: dict[int, list[MentionKey]] = {}
        for key in sorted(self.blocks):
            found.setdefault(self.blocks[key], []).append(key)
        return {block: tuple(keys) for block, keys in found.items()}


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction of the record that has most of the mentions; `target` are mentions of the actor that is meant."""

    judgement: Judgement
    keys: tuple[MentionKey, ...]
    target: tuple[MentionKey, ...]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What is in force. `corrections` and `on_claims` come in the order in which they were made: later ones win.

    `waiting` stand on words that no reading has now, `overruled` contradict what was said later.
    """

    event: Verdicts = Verdicts()
    actor: Verdicts = Verdicts()
    place: Verdicts = Verdicts()
    corrections: tuple[Correction, ...] = ()
    on_claims: tuple[Correction, ...] = ()
    in_force: Mapping[str, Judgement] = field(default_factory=lambda: MappingProxyType({}))
    waiting: frozenset[str] = frozenset()
    overruled: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.in_force)

    def verdicts(self, kind: JudgedKind) -> Verdicts:
        """The verdicts on events, actors or places; there are none on claims."""
        return {"event": self.event, "actor": self.actor, "place": self.place}.get(kind, Verdicts())

    def of(self, documents: Iterable[str]) -> "Rulings":
        """Only what concerns some documents."""
        names = tuple(dict.fromkeys(documents))
        if not self:
            return self
        known = set(names)
        return replace(
            self,
            event=self.event.of(names),
            actor=self.actor.of(names),
            place=self.place.of(names),
            corrections=tuple(_within(self.corrections, known)),
            on_claims=tuple(
                item for item in self.on_claims if item.judgement.claim and item.judgement.claim.document in known
            ),
        )

    def links(self) -> tuple[tuple[str, ...], ...]:
        """Documents that tell of one event by what people say: each lot belongs to one story."""
        found = {tuple(sorted({key[0] for key in keys})) for keys in self.event.members().values()}
        return tuple(sorted(documents for documents in found if len(documents) > 1))


NO_RULINGS = Rulings()
NO_VERDICTS = Verdicts()


def by_document(keys: Iterable[MentionKey]) -> dict[str, tuple[MentionKey, ...]]:
    """The mentions of each document."""
    found: dict[str, list[MentionKey]] = {}
    for key in keys:
        found.setdefault(key[0], []).append(key)
    return {document: tuple(of) for document, of in found.items()}


def _within(corrections: Iterable[Correction], documents: set[str]) -> Iterator[Correction]:
    """The corrections of which a mention stands in the documents, with those mentions only."""
    for item in corrections:
        keys = tuple(key for key in item.keys if key[0] in documents)
        if keys:
            yield replace(item, keys=keys, target=tuple(key for key in item.target if key[0] in documents))


def touched(before: Rulings, after: Rulings) -> frozenset[str]:
    """The documents for which two rulings differ."""
    changed: set[str] = set()
    one, other = _marks(before), _marks(after)
    for key in one.keys() | other.keys():
        if one.get(key) != other.get(key):
            changed.add(key[0])
    return frozenset(changed)


def _marks(rulings: Rulings) -> dict[tuple[str, object], object]:
    """(document, what is judged) -> all that is ruled of it, block numbers aside."""
    found: dict[tuple[str, object], object] = {}
    for kind, verdicts in (("event", rulings.event), ("actor", rulings.actor), ("place", rulings.place)):
        members = {block: frozenset(keys) for block, keys in verdicts.members().items()}
        enemies: dict[int, set[frozenset[MentionKey]]] = {block: set() for block in members}
        for one, other in verdicts.apart:
            enemies[one].add(members[other])
            enemies[other].add(members[one])
        for key, block in verdicts.blocks.items():
            said = verdicts.speaking.get(key)
            found[key[0], (kind, key)] = (members[block], frozenset(enemies[block]), said)
    for item in rulings.corrections:
        for key in item.keys:
            found[key[0], ("correct", item.judgement.id)] = (item.keys, item.target)
    for item in rulings.on_claims:
        if item.judgement.claim is not None:
            found[item.judgement.claim.document, ("claim", item.judgement.id)] = item.target
    return found
