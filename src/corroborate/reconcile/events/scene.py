"""Where and when a text is while it tells of something: the spot and the day that it named last."""

from collections.abc import Iterator
from typing import TypeVar

from corroborate.model.reading import EventMention, Reading
from corroborate.model.span import Span
from corroborate.reconcile.events.slots import Identities, is_day
from corroborate.reconcile.times.story_times import StoryTimes, TimeKey

T = TypeVar("T")


def scene_of(story: Identities, at: int, event: EventMention) -> frozenset[str]:
    """The town, village or spot that the mention's sentence names, else the last that its paragraph named before."""
    reading = story.readings[at].reading
    named = [
        (name.span, place)
        for index, name in enumerate(reading.names)
        if (place := story.place(at, index)) is not None and not story.places.is_area(place)
    ]
    return frozenset(_last(reading, event, named))


def hours_of(story: Identities, times: StoryTimes, at: int, event: EventMention) -> frozenset[TimeKey]:
    """The day that the mention's sentence names, else the last that its paragraph named before."""
    reading = story.readings[at].reading
    named = [
        (expression.span, (at, index)) for index, expression in enumerate(reading.times) if is_day(times, (at, index))
    ]
    return frozenset(_last(reading, event, named))


def _last(reading: Reading, event: EventMention, named: list[tuple[Span, T]]) -> Iterator[T]:
    sentence = reading.sentences[event.sentence]
    here = [item for span, item in named if sentence.span.contains(span)]
    if here:
        yield from here if len(here) == 1 else ()
        return
    start = min(item.span.start for item in reading.sentences if item.paragraph == sentence.paragraph)
    before = [(span.start, item) for span, item in named if start <= span.start < sentence.span.start]
    if before:
        yield max(before, key=lambda each: each[0])[1]
