"""A second look at every mention, once the events of a story are known: which of them is it about?

Read in order, a text often leaves open what a mention is about; what its own document goes on to say, and what the
others say of the same events, mostly settles it. Each mention is taken out of its event and put to the likeliest: by
what its own document tells of each event besides, by what the others tell, or to one of its own. What people say is
no question: a mention that they hold to others stays, and none comes to what they keep it apart from.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from corroborate.reconcile.events.mentions import is_event
from corroborate.reconcile.events.same_event import may_be_one, new_values, total, values
from corroborate.reconcile.events.signs import ACROSS, PARTICULARS
from corroborate.reconcile.events.signs_inside import INSIDE, outside_body
from corroborate.reconcile.events.telling import Ground, MentionKey, Telling
from corroborate.reconcile.judged import held_mentions

# The second round settles most of what the first has set moving; a third moved one mention in eighty.
ROUNDS = 2

# So many of the pairs of mentions that a stray one does not decide.
NEARLY_ALL = 0.8

Number = int  # an event's place among the clusters handed in; new ones count on
Owners = dict[MentionKey, Number | None]


@dataclass(frozen=True, slots=True)
class Option:
    """What a mention may be about: the signs of its document's part, of the others', and of the event as a whole."""

    local: Mapping[str, float] = field(default_factory=dict)
    others: Mapping[str, float] = field(default_factory=dict)
    whole: Mapping[str, float] = field(default_factory=dict)


def look_again(ground: Ground, mentions: Sequence[Telling], owners: Mapping[MentionKey, Number]) -> Owners:
    """The event of each mention after ROUNDS looks at all of them in order; None for what is no event by itself.

    `mentions` are tellings of one mention each. Time: mentions times the events that they may be about.
    """
    found: Owners = {telling.mentions[0]: owners.get(telling.mentions[0]) for telling in mentions}
    events = _Events(ground, mentions, found)
    for _ in range(ROUNDS):
        moved = [events.settle(telling) for telling in mentions]
        if not any(moved):
            break
    return found


class _Events:
    """The story's events while mentions move between them, with the joined tellings of their parts kept."""

    def __init__(self, ground: Ground, mentions: Sequence[Telling], owners: Owners) -> None:
        self.ground = ground
        self.owners = owners
        self.singles = {telling.mentions[0]: telling for telling in mentions}
        self.held = held_mentions(mentions)
        self.order: dict[int, list[MentionKey]] = {}
        for key in self.singles:
            self.order.setdefault(key[0], []).append(key)
        self.members: dict[Number, dict[int, list[MentionKey]]] = {}
        for key, owner in owners.items():
            if owner is not None:
                self.members.setdefault(owner, {}).setdefault(key[0], []).append(key)
        self.joined: dict[tuple[Number, int], Telling] = {}
        self.next = max(self.members, default=-1) + 1
        self.changes: Counter[Number] = Counter()
        self.weighed: dict[tuple[MentionKey, Number], tuple[int, Option]] = {}

    def settle(self, mention: Telling) -> bool:
        """Put a mention where it belongs; whether it moved."""
        key = mention.mentions[0]
        if key in self.held:
            return False
        before = self.owners[key]
        alone = before is not None and sum(map(len, self.members[before].values())) == 1
        self._take_out(key)
        best = self._best(mention, before)
        if best is None and (alone or before is None):
            best = before
        elif best is None and is_event(self.ground, mention):
            best, self.next = self.next, self.next + 1
        self._put(key, best)
        if best != before:
            self.changes.update(number for number in (best, before) if number is not None)
        return best != before

    def _best(self, mention: Telling, before: Number | None) -> Number | None:
        candidates = [number for number in sorted(self.members) if self._fits(number, mention)]
        candidates = [number for number in candidates if self._touches(number, mention)]
        candidates = [
            number for number in candidates if number == before or not told_otherwise(self.option(number, mention))
        ]
        weights = self.ground.weights.again
        begins = option_score(new_option(mention, self._told_here(mention, candidates), self.ground), weights)
        scored = [(option_score(self.option(number, mention), weights), -number) for number in candidates]
        score, number = max(scored, default=(begins, 0))
        return -number if scored and score > begins else None

    def option(self, number: Number, mention: Telling) -> Option:
        """What the mention has to do with an event; weighed anew only where other mentions have moved since."""
        place = mention.mentions[0], number
        since, option = self.weighed.get(place, (-1, None))
        if option is None or since != self.changes[number]:
            option = self._option(number, mention)
            self.weighed[place] = self.changes[number], option
        return option

    def _option(self, number: Number, mention: Telling) -> Option:
        at = mention.mentions[0][0]
        here = self._part(number, at)
        elsewhere = [part for place in self.members[number] if place != at and (part := self._part(number, place))]
        return option_of(mention, here, elsewhere, self.ground)

    def _told_here(self, mention: Telling, candidates: Sequence[Number]) -> list[Telling]:
        parts = (self._part(number, mention.mentions[0][0]) for number in candidates)
        return [part for part in parts if part is not None]

    def _fits(self, number: Number, mention: Telling) -> bool:
        keys = (key for told in self.members[number].values() for key in told)
        if not mention.barred:
            return may_be_one(self.singles[next(keys)], mention)
        return all(may_be_one(self.singles[key], mention) for key in keys)

    def _touches(self, number: Number, mention: Telling) -> bool:
        """Whether the mention's document tells of the event, or others tell of something that the mention names."""
        parts = self.members[number]
        if mention.mentions[0][0] in parts:
            return True
        own = _named(mention)
        return any(not own.isdisjoint(_named(part)) for at in parts if (part := self._part(number, at)) is not None)

    def _part(self, number: Number, at: int) -> Telling | None:
        """What one document tells of an event."""
        keys = self.members[number].get(at)
        if not keys:
            return None
        if (number, at) not in self.joined:
            part = joined([self.singles[key] for key in sorted(keys)], self.ground)
            self.joined[number, at] = with_share(part, self.order[at])
        return self.joined[number, at]

    def _take_out(self, key: MentionKey) -> None:
        owner = self.owners[key]
        if owner is None:
            return
        self.members[owner][key[0]].remove(key)
        if not self.members[owner][key[0]]:
            del self.members[owner][key[0]]
        if not self.members[owner]:
            del self.members[owner]
        self.joined.pop((owner, key[0]), None)

    def _put(self, key: MentionKey, owner: Number | None) -> None:
        self.owners[key] = owner
        if owner is not None:
            self.members.setdefault(owner, {}).setdefault(key[0], []).append(key)
            self.joined.pop((owner, key[0]), None)


def _named(telling: Telling) -> frozenset[object]:
    """What a telling names, the words in which it tells, and the kinds of act."""
    slots = telling.slots
    families = (family for (family, _), _ in telling.kinds)
    return frozenset[object]().union(
        slots.spots,
        slots.targets,
        slots.victims,
        slots.figures,
        slots.attackers,
        telling.triggers,
        telling.scene,
        families,
    )


def joined(tellings: Sequence[Telling], ground: Ground) -> Telling:
    """All as one event."""
    found = tellings[0]
    for telling in tellings[1:]:
        found = found.joined(telling, ground.families)
    return found


def with_share(part: Telling, told: Sequence[MentionKey]) -> Telling:
    """What a document tells of an event, with its share of all that the document tells, in order."""
    return replace(part, central=len(part.mentions) / len(told), first=told[0] in part.mentions)


def told_otherwise(option: Option) -> bool:
    """Whether others tell of the event with another place or day than the mention, and its own document with none that
    is the mention's: a mention is not moved there, whatever else is alike.
    """
    against = max(option.others.get(sign, 0.0) for sign in ("other_place", "other_day", "two_days"))
    shared = max(option.local.get(sign, 0.0) for sign in ("same_place", "same_day"))
    return against >= NEARLY_ALL and not shared


def option_of(mention: Telling, here: Telling | None, elsewhere: Sequence[Telling], ground: Ground) -> Option:
    """One event by its signs: `here` is what the mention's document tells of it besides, `elsewhere` the others."""
    others = joined(elsewhere, ground) if elsewhere else None
    beside = values(others, mention, ground, ACROSS) if others is not None else {}
    told = math.log1p(len(others.documents)) if others is not None else 0.0
    whole = {"told_elsewhere": told} if told else {"not_told_elsewhere": 1.0}
    if here is None:
        return Option({}, beside, whole | _not_told_here(mention, beside, ground))
    whole["told_here"] = math.log1p(len(here.mentions))
    return Option(values(here, mention, ground, INSIDE), beside, whole)


WHOLE = (
    "told_here", "not_told_here", "heads_nothing_here", "nothing_particular_there", "told_elsewhere",
    "not_told_elsewhere",
)  # fmt: skip
_PARTICULAR = frozenset(sign.__name__ for sign in PARTICULARS)


def _not_told_here(mention: Telling, beside: Mapping[str, float], ground: Ground) -> dict[str, float]:
    """The mention's document tells nothing else of the event: though it stands in a headline, or names no town, day,
    target, victim or toll that the others have.
    """
    return {
        "not_told_here": 1.0,
        "heads_nothing_here": outside_body((), mention, ground),
        "nothing_particular_there": float(_PARTICULAR.isdisjoint(beside)),
    }


def new_option(mention: Telling, told_here: Sequence[Telling], ground: Ground) -> Option:
    """An event of the mention's own, by its signs."""
    return Option(whole=new_values(told_here, mention, ground))


def option_score(option: Option, weights: Mapping[str, Mapping[str, float]]) -> float:
    """What the weights make of an option."""
    parts = (("local", option.local), ("others", option.others), ("whole", option.whole))
    return math.fsum(total(found, weights[name]) for name, found in parts)
