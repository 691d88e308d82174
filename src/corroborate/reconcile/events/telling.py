"""What documents tell of an event, and what tellings are compared by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from corroborate.judging.rulings import NO_VERDICTS, Verdicts
from corroborate.reconcile.events.context import Context, SentenceKey
from corroborate.reconcile.events.families import Families
from corroborate.reconcile.events.slots import Identities, Slots
from corroborate.reconcile.events.tally import Tally, together
from corroborate.reconcile.times.story_times import StoryTimes, TimeKey

MentionKey = tuple[int, int]  # a document's position in the story, a mention's in its reading


@dataclass(frozen=True, slots=True)
class Telling:
    """One or several mentions of one document (or of several, once merged) with their slots and family.

    `spots`, `days`, `attackers` and `kinds` (family, and whether it is denied) count what each mention names of them;
    `scene` and `hours` are the spot and the days last named around a mention that names none of its own; `home` is the
    spot that the document is mostly about, for tellings that name none; `central` the share of a
    document's mentions that are this event's, `first` whether it is the one that its documents tell of first. `blocks`
    are those of the rulings that it has mentions of, `barred` those that people keep it apart from.
    """

    slots: Slots
    family: str
    aggregate: bool
    denied: bool = False
    mentions: tuple[MentionKey, ...] = ()
    triggers: frozenset[str] = frozenset()
    sentences: frozenset[SentenceKey] = frozenset()
    spots: Tally[frozenset[str]] = ()
    days: Tally[frozenset[TimeKey]] = ()
    attackers: Tally[frozenset[str]] = ()
    kinds: Tally[tuple[str, bool]] = ()
    scene: frozenset[str] = frozenset()
    hours: frozenset[TimeKey] = frozenset()
    home: frozenset[str] = frozenset()
    central: float = 0.0
    first: bool = False
    blocks: frozenset[int] = frozenset()
    barred: frozenset[int] = frozenset()

    @property
    def documents(self) -> frozenset[int]:
        """The positions of the documents that tell of it."""
        return frozenset(at for at, _ in self.mentions)

    def joined(self, other: "Telling", families: Families) -> "Telling":
        """Both as one event. A denial's own words ("no aircraft flew there") do not say what kind of act it was."""
        family = self.family if other.denied else families.finer(self.family, other.family)
        return Telling(
            self.slots.joined(other.slots),
            family,
            self.aggregate,
            self.denied and other.denied,
            tuple(sorted((*self.mentions, *other.mentions))),
            self.triggers | other.triggers,
            self.sentences | other.sentences,
            together(self.spots, other.spots),
            together(self.days, other.days),
            together(self.attackers, other.attackers),
            together(self.kinds, other.kinds),
            self.scene | other.scene,
            self.hours | other.hours,
            self.home | other.home,
            max(self.central, other.central),
            self.first or other.first,
            self.blocks | other.blocks,
            self.barred | other.barred,
        )


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs inside a document, for a new event, across documents, and in the second look (by part).

    `words` say to a reader what a sign is that two documents' tellings are compared by.
    """

    inside: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    new: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    across: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    again: Mapping[str, Mapping[str, float]] = field(default_factory=lambda: MappingProxyType({}))
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Ground:
    """What the signs look things up in."""

    story: Identities
    times: StoryTimes
    families: Families
    context: Context
    weights: Weights
    verdicts: Verdicts = NO_VERDICTS
