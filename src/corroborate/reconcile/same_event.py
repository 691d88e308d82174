"""Whether two tellings are of one event: a table of signs, each a small function with its weight and reason."""

from collections.abc import Callable
from dataclasses import dataclass

from corroborate.reconcile.families import Families
from corroborate.reconcile.slots import Identities, Slots, head_noun, share_party
from corroborate.reconcile.times import StoryTimes


@dataclass(frozen=True, slots=True)
class Telling:
    """One or several mentions of one document (or of several, once merged) with their slots and family.

    `home` is the spot that the document is mostly about, for tellings that name none.
    """

    slots: Slots
    family: str
    aggregate: bool
    denied: bool = False
    home: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ground:
    """What the signs look things up in."""

    story: Identities
    times: StoryTimes
    families: Families


Sign = Callable[[Telling, Telling, Ground], bool]


def same_place(first: Telling, second: Telling, ground: Ground) -> bool:
    """Both name the same town, village or spot."""
    return bool(first.slots.spots & second.slots.spots)


def near_place(first: Telling, second: Telling, ground: Ground) -> bool:
    """One names a spot that the text puts in or near the other's: "Tin-Assako, near Gossi"."""
    nearer = _near(first, second, ground) or _near(second, first, ground)
    return nearer and not same_place(first, second, ground)


def _near(first: Telling, second: Telling, ground: Ground) -> bool:
    around = {area for spot in first.slots.spots for area in ground.story.places.areas.get(spot, ())}
    return bool(around & second.slots.spots)


def place_in_area(first: Telling, second: Telling, ground: Ground) -> bool:
    """One names a place inside the area that the other names."""
    around = {area for spot in first.slots.spots for area in ground.story.places.areas.get(spot, ())}
    beyond = {area for spot in second.slots.spots for area in ground.story.places.areas.get(spot, ())}
    return bool(around & second.slots.areas or beyond & first.slots.areas) or _one_is_seat(first, second, ground)


def _one_is_seat(first: Telling, second: Telling, ground: Ground) -> bool:
    """Whether all that one names bears the name of the province of the other's spots, and may mean the province."""
    seat = ground.story.places.is_seat_of
    ours, theirs = first.slots.spots, second.slots.spots
    if not ours or not theirs:
        return False
    all_seats = all(seat(one, other) for one in ours for other in theirs)
    return all_seats or all(seat(other, one) for one in ours for other in theirs)


def same_area(first: Telling, second: Telling, ground: Ground) -> bool:
    """Both name the same province, district or country."""
    return bool(first.slots.areas & second.slots.areas)


def home_place(first: Telling, second: Telling, ground: Ground) -> bool:
    """One names no spot, and the spot that its document is about is the other's."""
    spots = [item.slots.spots or item.home for item in (first, second)]
    return not (first.slots.spots and second.slots.spots) and bool(spots[0] & spots[1])


def same_day(first: Telling, second: Telling, ground: Ground) -> bool:
    """Both are dated, and their days meet."""
    pairs = [(one, other) for one in first.slots.times for other in second.slots.times]
    tight = [
        (one, other)
        for one, other in pairs
        if all((ground.times.intervals[key].precision or 9) <= 2 for key in (one, other))
    ]
    return any(ground.times.can_meet(one, other) for one, other in tight)


def same_weekday(first: Telling, second: Telling, ground: Ground) -> bool:
    """Both name the same weekday, in documents of which one at least is undated."""
    days = [
        {dict(ground.times.expression(key).values).get("weekday") for key in item.slots.times} - {None}
        for item in (first, second)
    ]
    return bool(days[0] & days[1])


def same_attacker(first: Telling, second: Telling, ground: Ground) -> bool:
    """Both name an attacker of one party."""
    return share_party(first.slots.attackers, second.slots.attackers, ground.story.parties)


def same_target(first: Telling, second: Telling, ground: Ground) -> bool:
    """Both name the same target."""
    return bool(first.slots.targets & second.slots.targets)


def same_figure(first: Telling, second: Telling, ground: Ground) -> bool:
    """Both give the same number of dead or hurt."""
    return bool(first.slots.figures & second.slots.figures)


def same_weapon(first: Telling, second: Telling, ground: Ground) -> bool:
    """Both name the same weapon."""
    return bool({head_noun(item) for item in first.slots.weapons} & {head_noun(item) for item in second.slots.weapons})


def same_kind(first: Telling, second: Telling, ground: Ground) -> bool:
    """Both tell of the same kind of act."""
    return first.family == second.family


def both_first(first: Telling, second: Telling, ground: Ground) -> bool:
    """Both tell of the beginning: the first strikes, the start of a campaign."""
    return first.slots.onset and second.slots.onset and same_attacker(first, second, ground)


# (sign, weight): hand-set so that a shared spot with a shared kind or attacker suffices, and neither area, kind nor
# attacker alone does; a later issue learns them.
SIGNS: tuple[tuple[Sign, float], ...] = (
    (same_place, 3.0),
    (near_place, 2.0),
    (home_place, 1.25),
    (place_in_area, 1.25),
    (same_area, 0.75),
    (same_day, 1.5),
    (same_weekday, 1.0),
    (same_attacker, 1.0),
    (same_target, 1.0),
    (same_figure, 1.25),
    (same_weapon, 0.5),
    (same_kind, 0.75),
    (both_first, 1.5),
)
# A shared spot and one more sign; or day, attacker, area and kind together.
ENOUGH = 3.5


def other_scope(first: Telling, second: Telling, ground: Ground) -> bool:
    """One is an incident, the other a total over days or a region."""
    return first.aggregate != second.aggregate


def other_kind(first: Telling, second: Telling, ground: Ground) -> bool:
    """Their kinds cannot be one happening told in two ways."""
    if first.denied or second.denied:  # "no aircraft flew there" denies a strike without naming one
        return False
    return not ground.families.fit(first.family, second.family)


def other_day(first: Telling, second: Telling, ground: Ground) -> bool:
    """Their days cannot be the same."""
    pairs = [(one, other) for one in first.slots.times for other in second.slots.times]
    return bool(pairs) and not any(ground.times.can_meet(one, other) for one, other in pairs)


def other_place(first: Telling, second: Telling, ground: Ground) -> bool:
    """Each names its own spots, and none is shared."""
    apart = bool(first.slots.spots and second.slots.spots) and not first.slots.spots & second.slots.spots
    return apart and not _one_is_seat(first, second, ground) and not near_place(first, second, ground)


def other_attacker(first: Telling, second: Telling, ground: Ground) -> bool:
    """Each names an attacker, of different parties, and no spot is shared that would make them rival accounts."""
    named = [_named(item.slots.attackers, ground) for item in (first, second)]
    rivals = bool(named[0] and named[1]) and not same_attacker(first, second, ground)
    return rivals and not same_place(first, second, ground) and not home_place(first, second, ground)


def _named(attackers: frozenset[str], ground: Ground) -> frozenset[str]:
    """The attackers that are somebody: "gunmen" and "terrorists" may be anybody."""
    known = ground.story.actors.by_id
    return frozenset(actor for actor in attackers if known[actor].kind not in ("population", "role", "unknown"))


# Any one of these keeps two tellings apart, whatever else they share.
VETOES: tuple[Sign, ...] = (other_scope, other_kind, other_day, other_place, other_attacker)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on two tellings: the signs that were found, their weight, and what keeps them apart."""

    score: float
    signs: tuple[str, ...]
    vetoes: tuple[str, ...]

    @property
    def same(self) -> bool:
        return not self.vetoes and self.score >= ENOUGH


def compare(first: Telling, second: Telling, ground: Ground) -> Comparison:
    """How much speaks for two tellings being one event, and what speaks against it."""
    vetoes = tuple(sign.__name__ for sign in VETOES if sign(first, second, ground))
    found = tuple((sign.__name__, weight) for sign, weight in SIGNS if sign(first, second, ground))
    return Comparison(sum(weight for _, weight in found), tuple(name for name, _ in found), vetoes)
