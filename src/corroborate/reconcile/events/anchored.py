"""Events that a time counts from: "two days after the raid" says that something else was not the raid."""

import re

from corroborate.reconcile.events.telling import Ground, MentionKey, Telling
from corroborate.reconcile.times.story_times import TimeKey

# What may stand between "two days after" and the word for what happened.
_DETERMINER = re.compile(r"\s+(?:(?:the|that|this|its|his|her|their)\s+)?(?:[\w-]+(?:['’]s)?\s+){0,2}", re.IGNORECASE)


def counted_from(ground: Ground, mention: MentionKey) -> TimeKey | None:
    """The time that counts from a mention: the words right before it, "two days after the raid"."""
    at, index = mention
    item = ground.story.readings[at]
    start = item.reading.events[index].span.start
    before = [place for place, expression in enumerate(item.reading.times) if expression.span.end <= start]
    if not before or "event" not in dict(item.reading.times[before[-1]].values):
        return None
    between = item.document.text[item.reading.times[before[-1]].span.end : start]
    return (at, before[-1]) if _DETERMINER.fullmatch(between) else None


def counted_apart(first: Telling, second: Telling, ground: Ground) -> float:
    """One is told of as so long before or after the other: "a day after the raid, shells hit the town"."""
    return float(
        any(
            _apart(ground, one, other) or _apart(ground, other, one)
            for one in first.mentions
            for other in second.mentions
            if one[0] == other[0]
        )
    )


def _apart(ground: Ground, anchor: MentionKey, other: MentionKey) -> bool:
    """Whether a time that counts from the anchor dates the clause of the other mention, in one sentence: that clause
    stands before it, or, where the time opens the sentence, behind the comma after the anchor.
    """
    item = ground.story.readings[anchor[0]]
    from_anchor, event = item.reading.events[anchor[1]], item.reading.events[other[1]]
    if from_anchor.sentence != event.sentence or (key := counted_from(ground, anchor)) is None:
        return False
    time = item.reading.times[key[1]].span
    if event.span.end <= time.start:
        return True
    opens = not item.document.text[item.reading.sentences[event.sentence].span.start : time.start].strip("“\"' \n")
    return opens and "," in item.document.text[from_anchor.span.end : event.span.start]
