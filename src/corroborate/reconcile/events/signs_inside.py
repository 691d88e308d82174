"""Signs inside one document: that a mention goes on about an event told of before it, or begins another one."""

import math
from collections.abc import Callable, Sequence

from corroborate.reconcile.events.anchored import counted_apart
from corroborate.reconcile.events.signs import (
    BOTH,
    Sign,
    other_attacker,
    other_day,
    other_figure,
    other_kind,
    other_place,
    other_sphere,
    other_target,
    other_violence,
    same_kind,
    same_trigger,
)
from corroborate.reconcile.events.telling import Ground, Telling

_DEFINITE = ("the ", "that ", "this ", "these ", "those ", "such ", "'s ", "’s ")
_INDEFINITE = ("a", "an", "one", "two", "three", "several", "some")
_OTHERS = frozenset(("second", "another", "third", "separate", "latter", "later", "other", "fresh", "new"))
_BACK = 24
_NEAR = 3
_FAR = 10

NewSign = Callable[[Sequence[Telling], Telling, Ground], float]


# --- the first telling is an event told of before, the second one mention


def same_sentence(first: Telling, second: Telling, ground: Ground) -> float:
    """The sentence tells of both."""
    return float(_distance(first, second) == 0)


def next_sentence(first: Telling, second: Telling, ground: Ground) -> float:
    """The sentence before tells of the event."""
    return float(_distance(first, second) == 1)


def near_sentence(first: Telling, second: Telling, ground: Ground) -> float:
    """One or two sentences lie between."""
    return float(1 < _distance(first, second) <= _NEAR)


def far_sentence(first: Telling, second: Telling, ground: Ground) -> float:
    """More than ten sentences lie between."""
    return float(_distance(first, second) > _FAR)


def _distance(first: Telling, second: Telling) -> int:
    return min(
        (abs(one - other) for at, one in first.sentences for there, other in second.sentences if at == there),
        default=_FAR,
    )


def told_last(first: Telling, second: Telling, ground: Ground) -> float:
    """The event is what the text told of just before the mention."""
    at, index = second.mentions[0]
    return float((at, index - 1) in first.mentions)


def same_statement(first: Telling, second: Telling, ground: Ground) -> float:
    """One claim tells of both."""
    at, index = second.mentions[0]
    told = {number for place, number in first.mentions if place == at}
    statements = ground.story.readings[at].reading.statements
    return float(any(index in item.about and told & set(item.about) for item in statements))


def points_back(first: Telling, second: Telling, ground: Ground) -> float:
    """The mention is definite: "the attack", "these strikes"."""
    return float(any(word in _before(second, ground) for word in _DEFINITE))


def points_back_by_word(first: Telling, second: Telling, ground: Ground) -> float:
    """It is definite, and the event was told of in the same word or kind."""
    alike = max(same_trigger(first, second, ground), same_kind(first, second, ground))
    return alike * points_back(first, second, ground)


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
    return 0.0 if second.slots.bare else 1 - max(sign(first, second, ground) for sign in against)


def much_told(first: Telling, second: Telling, ground: Ground) -> float:
    """The share of the document's mentions so far that are this event's (0 to 1)."""
    return first.central


def lead_event(first: Telling, second: Telling, ground: Ground) -> float:
    """The event is what the document tells of first."""
    return float(first.first)


INSIDE: tuple[Sign, ...] = (
    *BOTH, same_sentence, next_sentence, near_sentence, far_sentence, told_last, same_statement,
    points_back, points_back_by_word, another_one, says_nothing_new, adds_nothing_against, much_told, lead_event,
    counted_apart,
)  # fmt: skip


# --- the mention begins an event: `told` are all events told of before it


def own_place(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It names a spot that no event told of before has."""
    return min((other_place(event, mention, ground) for event in told if event.spots), default=1) * bool(mention.spots)


def own_day(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It names a day that no event told of before can have had."""
    return min((other_day(event, mention, ground) for event in told if event.days), default=1) * bool(mention.days)


def own_attacker(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It names an attacker whom no event told of before has."""
    return float(bool(mention.slots.attackers) and not _any(told, "attackers", mention))


def own_target(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It names a target that no event told of before has."""
    return float(bool(mention.slots.targets) and not _any(told, "targets", mention))


def own_victim(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It names a person whom no event told of before befell."""
    return float(bool(mention.slots.victims) and not _any(told, "victims", mention))


def own_figure(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It gives a number of dead or hurt that no event told of before has."""
    return float(bool(mention.slots.figures) and not _any(told, "figures", mention))


def _any(told: Sequence[Telling], slot: str, mention: Telling) -> bool:
    own = getattr(mention.slots, slot)
    return any(own & getattr(event.slots, slot) for event in told)


def own_kind(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It is of a kind that none told of before can be told in."""
    against = (other_kind, other_sphere, other_violence)
    return min(sum(sign(event, mention, ground) for sign in against) for event in told)


def own_word(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It is told of in a word that none was told of in before."""
    return float(not any(event.triggers & mention.triggers for event in told))


def no_violence(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It is of a kind that does no violence: an arrest, talks."""
    return float(mention.family not in ground.families.attacks)


def indefinite(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It is introduced as something not told of before: "a raid", "two explosions"."""
    return float(bool(set(_before(mention, ground).split()[-2:]) & set(_INDEFINITE)))


def definite(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It is spoken of as something told of before: "the raid"."""
    return points_back(mention, mention, ground)


def one_more(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It says that it is a further one."""
    return another_one(mention, mention, ground)


def nothing_said(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It names no place, day, attacker, target or figure."""
    return float(mention.slots.bare)


def outside_body(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It stands in a headline or a caption."""
    at, index = mention.mentions[0]
    reading = ground.story.readings[at].reading
    return float(reading.sentences[reading.events[index].sentence].part != "body")


def denied(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """It is said not to have happened."""
    return float(mention.denied)


def many_told(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """How many events were told of before (0 for one, 1 for about three)."""
    return math.log(len(told))


def later_on(told: Sequence[Telling], mention: Telling, ground: Ground) -> float:
    """How far into the text it stands, by mentions (0 at the second, about 1 at the tenth)."""
    return math.log10(sum(len(event.mentions) for event in told))


NEW: tuple[NewSign, ...] = (
    own_place, own_day, own_attacker, own_target, own_victim, own_figure, own_kind, own_word, no_violence,
    indefinite, definite, one_more, nothing_said, outside_body, denied, many_told, later_on,
)  # fmt: skip
