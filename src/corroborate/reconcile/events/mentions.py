"""Event mentions as tellings: each by itself, in the order in which a reader takes them up."""

from collections.abc import Iterator
from typing import TypeVar

from corroborate.model.grounded import GroundedReading
from corroborate.model.reading import EventMention
from corroborate.reconcile.events.anchored import counted_from
from corroborate.reconcile.events.scene import hours_of, scene_of
from corroborate.reconcile.events.slots import slots_of
from corroborate.reconcile.events.tally import Tally
from corroborate.reconcile.events.telling import Ground, Telling
from corroborate.reconcile.judged import event_key
from corroborate.reconcile.words import stem

T = TypeVar("T")


def mentions_in_order(ground: Ground, at: int) -> Iterator[Telling]:
    """A document's event mentions, each as a telling of its own: the body first, then headline and captions, which
    only point at what the body tells. What is planned is no event.
    """
    item = ground.story.readings[at]
    denied = {
        index
        for statement in item.reading.statements
        for index in statement.about
        if statement.stance == "denies" and statement.span.contains(item.reading.events[index].span)
    }
    events = item.reading.events
    for index in sorted(range(len(events)), key=lambda index: _part_rank(item, events[index])):
        if events[index].reality != "planned":
            yield telling_of(ground, at, index, denied=index in denied)


def telling_of(ground: Ground, at: int, index: int, *, denied: bool) -> Telling:
    """One event mention by itself."""
    event = ground.story.readings[at].reading.events[index]
    slots = slots_of(ground.story, ground.times, at, event)
    block = ground.verdicts.blocks.get(event_key(ground, (at, index)))
    return Telling(
        slots,
        event.family,
        event.scope == "aggregate",
        denied,
        mentions=((at, index),),
        triggers=frozenset((stem(event.text.casefold().split()[-1]),)),
        sentences=frozenset(((at, event.sentence),)),
        spots=_once(slots.spots),
        days=_once(slots.times),
        attackers=_once(slots.attackers),
        kinds=(((event.family, denied), 1),),
        scene=frozenset() if slots.spots else scene_of(ground.story, at, event),
        hours=frozenset()
        if slots.times or counted_from(ground, (at, index))
        else hours_of(ground.story, ground.times, at, event),
        blocks=frozenset((block,)) if block is not None else frozenset(),
        barred=ground.verdicts.barred(block) if block is not None else frozenset(),
    )


def _once(named: frozenset[T]) -> Tally[frozenset[T]]:
    return ((named, 1),) if named else ()


def is_event(ground: Ground, telling: Telling) -> bool:
    """Whether a mention that goes on about nothing is an event of its own: it was not said not to have happened."""
    ((at, index),) = telling.mentions
    told = ground.story.readings[at].reading.events[index]
    return not telling.denied and not (told.reality == "not-happened" and not telling.slots.spots)


def _part_rank(item: GroundedReading, event: EventMention) -> tuple[int, int]:
    part = item.reading.sentences[event.sentence].part
    return (0 if part == "body" else 1, event.span.start)
