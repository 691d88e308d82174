"""Whether two tellings are of one event: a table of signs, each a small documented function.

What each sign weighs stands in data/lexicons/same_event.csv, once for a mention and an event told of before it in the
same document ("inside"), once for the events of two documents ("across"), with the reason for it. Positive weights
speak for one event, negative ones for two; the sum is the log-odds that training/event_weights.py fitted.
"""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from corroborate.judging.rulings import NO_VERDICTS, Verdicts
from corroborate.reconcile.context import Context, SentenceKey
from corroborate.reconcile.families import HARM, Families
from corroborate.reconcile.slots import Identities, Slots, head_noun, share_party
from corroborate.reconcile.times import StoryTimes, TimeKey

MentionKey = tuple[int, int]  # a document's position in the story, a mention's in its reading

_DEFINITE = ("the ", "that ", "this ", "these ", "those ", "such ", "'s ", "’s ")
_OTHERS = frozenset(("second", "another", "third", "separate", "latter", "later", "other", "fresh", "new"))
_BACK = 24
_NEAR = 3
_FAR = 10
_PRECISE = 2
_DAYS_APART = 10


@dataclass(frozen=True, slots=True)
class Telling:
    """One or several mentions of one document (or of several, once merged) with their slots and family.

    `home` is the spot that the document is mostly about, for tellings that name none; `central` the share of a
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
    home: frozenset[str] = frozenset()
    central: float = 0.0
    first: bool = False
    blocks: frozenset[int] = frozenset()
    barred: frozenset[int] = frozenset()

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
            self.home | other.home,
            max(self.central, other.central),
            self.first or other.first,
            self.blocks | other.blocks,
            self.barred | other.barred,
        )


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs inside a document and across documents; both begin with a bias."""

    inside: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    across: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Ground:
    """What the signs look things up in."""

    story: Identities
    times: StoryTimes
    families: Families
    context: Context
    weights: Weights
    verdicts: Verdicts = NO_VERDICTS


Sign = Callable[[Telling, Telling, Ground], float]


# --- where


def same_place(first: Telling, second: Telling, ground: Ground) -> float:
    """Both name the same town, village or spot."""
    return float(bool(first.slots.spots & second.slots.spots))


def near_place(first: Telling, second: Telling, ground: Ground) -> float:
    """One names a spot that the text puts in or near the other's: "Tin-Assako, near Gossi"."""
    nearer = _near(first, second, ground) or _near(second, first, ground)
    return float(nearer and not same_place(first, second, ground))


def _near(first: Telling, second: Telling, ground: Ground) -> bool:
    return bool(_around(first, ground) & second.slots.spots)


def _around(telling: Telling, ground: Ground) -> set[str]:
    return {area for spot in telling.slots.spots for area in ground.story.places.areas.get(spot, ())}


def place_in_area(first: Telling, second: Telling, ground: Ground) -> float:
    """One names a place inside the area that the other names."""
    inside = _around(first, ground) & second.slots.areas or _around(second, ground) & first.slots.areas
    return float(bool(inside) or _one_is_seat(first, second, ground))


def _one_is_seat(first: Telling, second: Telling, ground: Ground) -> bool:
    """Whether all that one names bears the name of the province of the other's spots, and may mean the province."""
    seat = ground.story.places.is_seat_of
    ours, theirs = first.slots.spots, second.slots.spots
    if not ours or not theirs:
        return False
    all_seats = all(seat(one, other) for one in ours for other in theirs)
    return all_seats or all(seat(other, one) for one in ours for other in theirs)


def same_area(first: Telling, second: Telling, ground: Ground) -> float:
    """Both name the same province, district or country."""
    return float(bool(first.slots.areas & second.slots.areas))


def home_place(first: Telling, second: Telling, ground: Ground) -> float:
    """One names no spot, and the spot that its document is about is the other's."""
    spots = [item.slots.spots or item.home for item in (first, second)]
    return float(not (first.slots.spots and second.slots.spots) and bool(spots[0] & spots[1]))


def other_place(first: Telling, second: Telling, ground: Ground) -> float:
    """Each names its own spots, and none is shared."""
    apart = bool(first.slots.spots and second.slots.spots) and not first.slots.spots & second.slots.spots
    return float(apart and not _one_is_seat(first, second, ground) and not near_place(first, second, ground))


# --- when


def same_day(first: Telling, second: Telling, ground: Ground) -> float:
    """Both are dated, and their days meet."""
    pairs = [(one, other) for one in first.slots.times for other in second.slots.times]
    tight = [
        (one, other)
        for one, other in pairs
        if all((ground.times.intervals[key].precision or 9) <= _PRECISE for key in (one, other))
    ]
    return float(any(ground.times.can_meet(one, other) for one, other in tight))


def same_weekday(first: Telling, second: Telling, ground: Ground) -> float:
    """Both name the same weekday, and it is not known to be one day: one document at least is undated."""
    days = [
        {dict(ground.times.expression(key).values).get("weekday") for key in item.slots.times} - {None}
        for item in (first, second)
    ]
    return float(bool(days[0] & days[1]) and not same_day(first, second, ground))


def other_day(first: Telling, second: Telling, ground: Ground) -> float:
    """Their days cannot be the same."""
    pairs = [(one, other) for one in first.slots.times for other in second.slots.times]
    return float(bool(pairs) and not any(ground.times.can_meet(one, other) for one, other in pairs))


def two_days(first: Telling, second: Telling, ground: Ground) -> float:
    """Each is dated to one day, in daylight as far as is said, and the days differ."""
    days = [
        {
            (interval.earliest or "")[:10] if interval.precision == 1 and not _by_night(key, ground) else None
            for key in item.slots.times
            if (interval := ground.times.intervals[key]).bounded
        }
        for item in (first, second)
    ]
    sure = all(len(each) == 1 and None not in each for each in days)
    return float(sure and days[0] != days[1])


def _by_night(key: TimeKey, ground: Ground) -> bool:
    """A night has two days."""
    return dict(ground.times.expression(key).values).get("part") in ("night", "evening", "overnight", "dawn")


# --- who, whom, with what, how many


def same_attacker(first: Telling, second: Telling, ground: Ground) -> float:
    """Both name an attacker of one party."""
    return float(share_party(first.slots.attackers, second.slots.attackers, ground.story.parties))


def other_attacker(first: Telling, second: Telling, ground: Ground) -> float:
    """Each names an attacker, of different parties."""
    named = [_named(item.slots.attackers, ground) for item in (first, second)]
    return float(bool(named[0] and named[1]) and not same_attacker(first, second, ground))


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
    """Both tell of the same kind of act."""
    return float(first.family == second.family)


def other_kind(first: Telling, second: Telling, ground: Ground) -> float:
    """Their kinds cannot be one happening told in two ways."""
    if first.denied or second.denied:  # "no aircraft flew there" denies a strike without naming one
        return 0.0
    return float(not ground.families.fit(first.family, second.family))


def harm_of_act(first: Telling, second: Telling, ground: Ground) -> float:
    """One tells of harm, the other of an act that may have done it."""
    return float((first.family in HARM) != (second.family in HARM) and not other_kind(first, second, ground))


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


def shared_names(first: Telling, second: Telling, ground: Ground) -> float:
    """The share of the names around one that stand around the other too (0 to 1)."""
    one, other = ground.context.named(first.sentences), ground.context.named(second.sentences)
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def copied_words(first: Telling, second: Telling, ground: Ground) -> float:
    """They stand at the same place of a passage that both documents have."""
    readings = ground.story.readings
    for at, index in first.mentions:
        for there, other in second.mentions:
            if at == there:
                continue
            documents = readings[at].document.id, readings[there].document.id
            spans = readings[at].reading.events[index].span, readings[there].reading.events[other].span
            if ground.context.copied(documents, *spans):
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
    """Their documents are known to have come out more than ten days apart."""
    days = [
        [bounds for at, _ in telling.mentions if (bounds := ground.times.published[at]) is not None and bounds.bounded]
        for telling in (first, second)
    ]
    gaps = [one.days_to(other) for one in days[0] for other in days[1]]
    return float(bool(gaps) and min(gaps) > _DAYS_APART)


# --- inside a document: the second telling is one mention, the first an event told of before it


def same_sentence(first: Telling, second: Telling, ground: Ground) -> float:
    """The sentence tells of both."""
    return float(_distance(first, second) == 0)


def near_sentence(first: Telling, second: Telling, ground: Ground) -> float:
    """At most three sentences lie between."""
    return float(0 < _distance(first, second) <= _NEAR)


def far_sentence(first: Telling, second: Telling, ground: Ground) -> float:
    """More than ten sentences lie between."""
    return float(_distance(first, second) > _FAR)


def _distance(first: Telling, second: Telling) -> int:
    return min(
        (abs(one - other) for at, one in first.sentences for there, other in second.sentences if at == there),
        default=_FAR,
    )


def points_back(first: Telling, second: Telling, ground: Ground) -> float:
    """The mention is definite: "the attack", "these strikes"."""
    return float(any(word in _before(second, ground) for word in _DEFINITE))


def points_back_by_word(first: Telling, second: Telling, ground: Ground) -> float:
    """It is definite, and the event was told of in the same word or kind."""
    alike = same_trigger(first, second, ground) or same_kind(first, second, ground)
    return float(bool(points_back(first, second, ground) and alike))


def another_one(first: Telling, second: Telling, ground: Ground) -> float:
    """The mention says that it is a further one: "another attack", "a second blast"."""
    return float(bool(_OTHERS & set(_before(second, ground).split()[-1:])))


def _before(telling: Telling, ground: Ground) -> str:
    at, index = telling.mentions[-1]
    item = ground.story.readings[at]
    span = item.reading.events[index].span
    text = item.document.text
    opening = span.of(text).lower()
    return text[max(0, span.start - _BACK) : span.start].lower() + (opening if opening.startswith(_DEFINITE) else "")


def says_nothing_new(first: Telling, second: Telling, ground: Ground) -> float:
    """The mention names no place, day, attacker, target or figure of its own."""
    return float(second.slots.bare)


def adds_nothing_against(first: Telling, second: Telling, ground: Ground) -> float:
    """The mention names something, and nothing in it speaks against the event."""
    against = (other_place, other_day, other_attacker, other_figure, other_target)
    return float(not second.slots.bare and not any(sign(first, second, ground) for sign in against))


def much_told(first: Telling, second: Telling, ground: Ground) -> float:
    """The share of the document's mentions so far that are this event's (0 to 1)."""
    return first.central


def lead_event(first: Telling, second: Telling, ground: Ground) -> float:
    """The event is what the document tells of first."""
    return float(first.first)


BOTH: tuple[Sign, ...] = (
    same_place, near_place, place_in_area, same_area, home_place, other_place,
    same_day, same_weekday, other_day, two_days,
    same_attacker, other_attacker, same_target, other_target, same_figure, other_figure, same_weapon,
    same_kind, other_kind, harm_of_act, same_trigger, both_first, one_denied,
    shared_words, shared_names,
)  # fmt: skip
INSIDE: tuple[Sign, ...] = (
    *BOTH, same_sentence, near_sentence, far_sentence, points_back, points_back_by_word, another_one,
    says_nothing_new, adds_nothing_against, much_told, lead_event,
)  # fmt: skip
ACROSS: tuple[Sign, ...] = (*BOTH, copied_words, both_central, both_lead, told_apart, published_apart)
BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on two tellings: the log-odds that they are one event, and the signs for and against it."""

    score: float
    signs: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def same(self) -> bool:
        return self.score > 0


def values(first: Telling, second: Telling, ground: Ground, signs: tuple[Sign, ...]) -> dict[str, float]:
    """The signs that are there, by name, with how strongly (0 to 1)."""
    found = ((sign.__name__, sign(first, second, ground)) for sign in signs)
    return {name: value for name, value in found if value}


def may_be_one(first: Telling, second: Telling) -> bool:
    """An incident and a total over days or a region are never one event (the contract's scope), nor is what people
    keep apart.
    """
    return first.aggregate == second.aggregate and not first.barred & second.blocks


def compare_inside(event: Telling, mention: Telling, ground: Ground) -> Comparison:
    """Whether a mention goes on about an event that its document told of before."""
    return _compared(values(event, mention, ground, INSIDE), ground.weights.inside)


def compare_across(first: Telling, second: Telling, ground: Ground) -> Comparison:
    """Whether two documents tell of one event."""
    return _compared(values(first, second, ground, ACROSS), ground.weights.across)


def _compared(found: Mapping[str, float], weights: Mapping[str, float]) -> Comparison:
    told = {name: value * weights.get(name, 0.0) for name, value in found.items()}
    ranked = sorted(told, key=lambda name: (-abs(told[name]), name))
    return Comparison(
        weights.get(BIAS, 0.0) + sum(told.values()),
        tuple(name for name in ranked if told[name] > 0),
        tuple(name for name in ranked if told[name] < 0),
    )


def load_weights(read: Callable[[str], str]) -> Weights:
    """The table; `read` gives the text of a file below corroborate/data by its relative name."""
    rows = list(csv.DictReader(read("lexicons/same_event.csv").splitlines()))
    return Weights(
        *(
            MappingProxyType({row["sign"]: float(row[column]) for row in rows if row[column]})
            for column in ("inside", "across")
        )
    )
