"""Signs that two tellings are of one event, or of two: each a small documented function of both (0 to 1)."""

from collections.abc import Callable

from corroborate.reconcile.events.families import HARM
from corroborate.reconcile.events.slots import head_noun, share_party
from corroborate.reconcile.events.tally import share
from corroborate.reconcile.events.telling import Ground, Telling
from corroborate.reconcile.times.story_times import TimeKey

_PRECISE = 2
_DAYS_APART = 10

# date_prec of what has no interval.
_VAGUE = 9

Sign = Callable[[Telling, Telling, Ground], float]
Spots = frozenset[str]
Days = frozenset[TimeKey]
Kind = tuple[str, bool]  # family, and whether the mention denies it


# --- where


def same_place(first: Telling, second: Telling, ground: Ground) -> float:
    """The share of their mentions, one of each, that name the same town, village or spot (0 to 1)."""
    return share(first.spots, second.spots, lambda one, other: bool(one & other))


def near_place(first: Telling, second: Telling, ground: Ground) -> float:
    """The share in which one names a spot that the text puts in or near the other's: "Tin-Assako, near Gossi"."""
    return share(first.spots, second.spots, lambda one, other: not one & other and _near(one, other, ground))


def other_place(first: Telling, second: Telling, ground: Ground) -> float:
    """The share in which each names its own spots, and none is shared or near."""

    def apart(one: Spots, other: Spots) -> bool:
        return not (one & other or _near(one, other, ground) or _one_is_seat(one, other, ground))

    return share(first.spots, second.spots, apart)


def _near(one: Spots, other: Spots, ground: Ground) -> bool:
    return not _around(one, ground).isdisjoint(other) or not _around(other, ground).isdisjoint(one)


def _around(spots: Spots, ground: Ground) -> set[str]:
    return {area for spot in spots for area in ground.story.places.areas.get(spot, ())}


def _one_is_seat(one: Spots, other: Spots, ground: Ground) -> bool:
    """Whether all that one names bears the name of the province of the other's spots, and may mean the province."""
    seat = ground.story.places.is_seat_of
    all_seats = all(seat(ours, theirs) for ours in one for theirs in other)
    return all_seats or all(seat(theirs, ours) for ours in one for theirs in other)


def place_in_area(first: Telling, second: Telling, ground: Ground) -> float:
    """One names a place inside the area that the other names."""
    one, other = first.slots, second.slots
    inside = _around(one.spots, ground) & other.areas or _around(other.spots, ground) & one.areas
    seat = bool(one.spots and other.spots) and _one_is_seat(one.spots, other.spots, ground)
    return float(bool(inside) or seat)


def same_area(first: Telling, second: Telling, ground: Ground) -> float:
    """Both name the same province, district or country."""
    return float(bool(first.slots.areas & second.slots.areas))


def home_place(first: Telling, second: Telling, ground: Ground) -> float:
    """One names no spot, and the spot that its document is about is the other's."""
    spots = [item.slots.spots or item.home for item in (first, second)]
    return float(not (first.slots.spots and second.slots.spots) and bool(spots[0] & spots[1]))


def same_scene(first: Telling, second: Telling, ground: Ground) -> float:
    """One names no spot, and the spot last named around it is the other's."""
    scenes = _scenes(first, second)
    return float(bool(scenes[0] & scenes[1]) and not same_place(first, second, ground))


def other_scene(first: Telling, second: Telling, ground: Ground) -> float:
    """One names no spot, and the spot last named around it is not the other's."""
    scenes = _scenes(first, second)
    both = first.slots.spots and second.slots.spots
    return float(bool(scenes[0] and scenes[1]) and not both and not scenes[0] & scenes[1])


def _scenes(first: Telling, second: Telling) -> tuple[frozenset[str], frozenset[str]]:
    return first.slots.spots | first.scene, second.slots.spots | second.scene


# --- when


def same_day(first: Telling, second: Telling, ground: Ground) -> float:
    """The share of their mentions, one of each, that are dated to days that meet (0 to 1)."""
    return share(first.days, second.days, lambda one, other: _one_day(one, other, ground))


def _one_day(one: Days, other: Days, ground: Ground) -> bool:
    precise = [[key for key in days if _precision(key, ground) <= _PRECISE] for days in (one, other)]
    return any(ground.times.can_meet(ours, theirs) for ours in precise[0] for theirs in precise[1])


def _precision(key: TimeKey, ground: Ground) -> int:
    return ground.times.intervals[key].precision or _VAGUE


def same_weekday(first: Telling, second: Telling, ground: Ground) -> float:
    """The share that name the same weekday, not known to be one day: one document at least is undated."""

    def alike(one: Days, other: Days) -> bool:
        weekdays = [
            {dict(ground.times.expression(key).values).get("weekday") for key in days} - {None} for days in (one, other)
        ]
        return bool(weekdays[0] & weekdays[1]) and not _one_day(one, other, ground)

    return share(first.days, second.days, alike)


def other_day(first: Telling, second: Telling, ground: Ground) -> float:
    """The share whose days cannot be the same."""

    def apart(one: Days, other: Days) -> bool:
        return not any(ground.times.can_meet(ours, theirs) for ours in one for theirs in other)

    return share(first.days, second.days, apart)


def same_hours(first: Telling, second: Telling, ground: Ground) -> float:
    """One names no day, and the day last named around it may be the other's."""
    return float(_hours_meet(first, second, ground) is True)


def other_hours(first: Telling, second: Telling, ground: Ground) -> float:
    """One names no day, and the day last named around it cannot be the other's."""
    return float(_hours_meet(first, second, ground) is False)


def _hours_meet(first: Telling, second: Telling, ground: Ground) -> bool | None:
    """Whether their days may be one; None where both name their own, or one has none around it either."""
    if first.slots.times and second.slots.times:
        return None
    days = [item.slots.times or item.hours for item in (first, second)]
    pairs = [(one, other) for one in days[0] for other in days[1]]
    return any(ground.times.can_meet(one, other) for one, other in pairs) if pairs else None


def two_days(first: Telling, second: Telling, ground: Ground) -> float:
    """The share in which each is dated to one day, in daylight as far as is said, and the days differ."""

    def differ(one: Days, other: Days) -> bool:
        days = [{_sure_day(key, ground) for key in keys} for keys in (one, other)]
        return all(len(each) == 1 and None not in each for each in days) and days[0] != days[1]

    return share(first.days, second.days, differ)


def _sure_day(key: TimeKey, ground: Ground) -> str | None:
    interval = ground.times.intervals[key]
    sure = interval.bounded and interval.precision == 1 and not _by_night(key, ground)
    return (interval.earliest or "")[:10] if sure else None


def _by_night(key: TimeKey, ground: Ground) -> bool:
    """A night has two days."""
    return dict(ground.times.expression(key).values).get("part") in ("night", "evening", "overnight", "dawn")


# --- who, whom, with what, how many


def same_attacker(first: Telling, second: Telling, ground: Ground) -> float:
    """The share of their mentions, one of each, that name an attacker of one party (0 to 1)."""
    parties = ground.story.parties
    return share(first.attackers, second.attackers, lambda one, other: share_party(one, other, parties))


def other_attacker(first: Telling, second: Telling, ground: Ground) -> float:
    """The share that name attackers of different parties."""
    parties = ground.story.parties

    def rivals(one: frozenset[str], other: frozenset[str]) -> bool:
        return bool(_named(one, ground) and _named(other, ground)) and not share_party(one, other, parties)

    return share(first.attackers, second.attackers, rivals)


def _named(attackers: frozenset[str], ground: Ground) -> frozenset[str]:
    """The attackers that are somebody: "gunmen" and "terrorists" may be anybody."""
    known = ground.story.actors.by_id
    return frozenset(actor for actor in attackers if known[actor].kind not in ("population", "role", "unknown"))


def same_target(first: Telling, second: Telling, ground: Ground) -> float:
    """Both name the same target."""
    return float(bool(first.slots.targets & second.slots.targets))


def other_target(first: Telling, second: Telling, ground: Ground) -> float:
    """Each names a target, and none is shared."""
    return float(bool(first.slots.targets and second.slots.targets) and not first.slots.targets & second.slots.targets)


def same_victim(first: Telling, second: Telling, ground: Ground) -> float:
    """Both name the same person whom it befell."""
    return float(bool(first.slots.victims & second.slots.victims))


def other_victim(first: Telling, second: Telling, ground: Ground) -> float:
    """Each names persons whom it befell, and none is shared."""
    named = first.slots.victims and second.slots.victims
    return float(bool(named) and not first.slots.victims & second.slots.victims)


def same_figure(first: Telling, second: Telling, ground: Ground) -> float:
    """Both give the same number of dead or hurt."""
    return float(bool(first.slots.figures & second.slots.figures))


def other_figure(first: Telling, second: Telling, ground: Ground) -> float:
    """Each gives a number of dead or hurt, and none is shared."""
    roles = [{role for role, _, _ in item.slots.figures} for item in (first, second)]
    return float(bool(roles[0] & roles[1]) and not first.slots.figures & second.slots.figures)


def same_weapon(first: Telling, second: Telling, ground: Ground) -> float:
    """Both name the same weapon."""
    weapons = [{head_noun(item) for item in telling.slots.weapons} for telling in (first, second)]
    return float(bool(weapons[0] & weapons[1]))


# --- what


def same_kind(first: Telling, second: Telling, ground: Ground) -> float:
    """The share of their mentions, one of each, that tell of the same kind of act (0 to 1)."""
    return share(first.kinds, second.kinds, lambda one, other: one[0] == other[0])


def other_kind(first: Telling, second: Telling, ground: Ground) -> float:
    """The share whose kinds cannot be one happening told in two ways, one of them at least no violence."""

    def apart(one: Kind, other: Kind) -> bool:
        aloof = ground.families.aloof(one[0], other[0])
        return _apart(one, other, ground) and not _violent(one, other, ground) and not aloof

    return share(first.kinds, second.kinds, apart)


def other_sphere(first: Telling, second: Telling, ground: Ground) -> float:
    """The share of which one is talks, relief or an act of no family, and the other something else."""

    def apart(one: Kind, other: Kind) -> bool:
        return _apart(one, other, ground) and ground.families.aloof(one[0], other[0])

    return share(first.kinds, second.kinds, apart)


def other_violence(first: Telling, second: Telling, ground: Ground) -> float:
    """The share that are violence of kinds that one happening is seldom told in: shelling and a shooting."""

    def apart(one: Kind, other: Kind) -> bool:
        return _apart(one, other, ground) and _violent(one, other, ground)

    return share(first.kinds, second.kinds, apart)


def _apart(one: Kind, other: Kind, ground: Ground) -> bool:
    """ "No aircraft flew there" denies a strike without naming one: a denial's kind tells nothing apart."""
    return not (one[1] or other[1] or ground.families.fit(one[0], other[0]))


def _violent(one: Kind, other: Kind, ground: Ground) -> bool:
    return {one[0], other[0]} <= ground.families.attacks | HARM


def harm_of_act(first: Telling, second: Telling, ground: Ground) -> float:
    """The share in which one tells of harm, the other of an act that may have done it."""

    def harms(one: Kind, other: Kind) -> bool:
        return (one[0] in HARM) != (other[0] in HARM) and not _apart(one, other, ground)

    return share(first.kinds, second.kinds, harms)


def same_trigger(first: Telling, second: Telling, ground: Ground) -> float:
    """Both are told of in the same word."""
    return float(bool(first.triggers & second.triggers))


def both_first(first: Telling, second: Telling, ground: Ground) -> float:
    """Both tell of the beginning: the first strikes, the start of a campaign."""
    return float(first.slots.onset and second.slots.onset and bool(same_attacker(first, second, ground)))


def one_denied(first: Telling, second: Telling, ground: Ground) -> float:
    """One is only told of as not having happened."""
    return float(first.denied != second.denied)


# --- the texts around them


def shared_words(first: Telling, second: Telling, ground: Ground) -> float:
    """How like the sentences are that tell of them, by their words (0 to 1)."""
    return ground.context.alike(first.sentences, second.sentences)


def like_sentence(first: Telling, second: Telling, ground: Ground) -> float:
    """How like the two sentences are, one of each, that are most alike by their words (0 to 1)."""
    return ground.context.closest(first.sentences, second.sentences)


def shared_names(first: Telling, second: Telling, ground: Ground) -> float:
    """The share of the names around one that stand around the other too (0 to 1)."""
    one, other = ground.context.named(first.sentences), ground.context.named(second.sentences)
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def copied_words(first: Telling, second: Telling, ground: Ground) -> float:
    """They stand at the same place of a passage that both documents have."""
    readings, context = ground.story.readings, ground.context
    for at, index in first.mentions:
        for there, other in second.mentions:
            documents = readings[at].document.id, readings[there].document.id
            if at == there or not context.share_text(*documents):
                continue
            spans = readings[at].reading.events[index].span, readings[there].reading.events[other].span
            if context.copied(documents, *spans):
                return 1.0
    return 0.0


def both_central(first: Telling, second: Telling, ground: Ground) -> float:
    """How much of what each document tells is this event: the smaller share (0 to 1)."""
    return min(first.central, second.central)


def both_lead(first: Telling, second: Telling, ground: Ground) -> float:
    """Each is what its document tells of first."""
    return float(first.first and second.first)


def told_apart(first: Telling, second: Telling, ground: Ground) -> float:
    """Some document tells of both, and seemed to tell of two events."""
    return float(bool({at for at, _ in first.mentions} & {at for at, _ in second.mentions}))


def published_apart(first: Telling, second: Telling, ground: Ground) -> float:
    """The share of their documents, one of each, that are known to have come out more than ten days apart."""
    days = [
        [bounds for at in telling.documents if (bounds := ground.times.published[at]) is not None and bounds.bounded]
        for telling in (first, second)
    ]
    gaps = [one.days_to(other) for one in days[0] for other in days[1]]
    return sum(gap > _DAYS_APART for gap in gaps) / len(gaps) if gaps else 0.0


def nothing_particular_apart(first: Telling, second: Telling, ground: Ground) -> float:
    """The share of their documents, one of each, that came out more than ten days apart, where they name no town or
    spot, day, target, victim or toll in common, nor stand in copied words.
    """
    apart = published_apart(first, second, ground)
    return 0.0 if not apart or any(sign(first, second, ground) for sign in PARTICULARS) else apart


PARTICULARS: tuple[Sign, ...] = (
    same_place, near_place, same_scene, same_day, same_target, same_victim, same_figure, copied_words,
)  # fmt: skip


BOTH: tuple[Sign, ...] = (
    same_place, near_place, place_in_area, same_area, home_place, other_place, same_scene, other_scene,
    same_day, same_weekday, other_day, two_days, same_hours, other_hours,
    same_attacker, other_attacker, same_target, other_target, same_victim, other_victim,
    same_figure, other_figure, same_weapon,
    same_kind, other_kind, other_sphere, other_violence, harm_of_act, same_trigger, both_first, one_denied,
    shared_words, like_sentence, shared_names,
)  # fmt: skip
ACROSS: tuple[Sign, ...] = (
    *BOTH,
    copied_words,
    both_central,
    both_lead,
    told_apart,
    published_apart,
    nothing_particular_apart,
)
