"""When an event was: as its accounts say, else as the telling around it goes."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.model.interval import Interval
from corroborate.reconcile.events.find import Cluster
from corroborate.reconcile.events.slots import is_day
from corroborate.reconcile.events.telling import Ground, MentionKey
from corroborate.reconcile.times.story_times import FEW_DAYS, TimeKey, day_in_words, known_by, most_told
from corroborate.resolve.time_bounds import is_told
from corroborate.resolve.times import ends, interval_of, no_time

# Sentences over which a day that was told goes on being meant; farther back it is worth less.
_NEAR = 3
# Forms that count days rather than name one: "in the past two days", "the next morning".
_COUNTED = ("within", "anchored")
# date_prec of a month: a longer stretch dates no incident.
_MONTH = 4


@dataclass(frozen=True, slots=True)
class Dated:
    """When an event was, None where nothing says, and the reasoning in words."""

    time: Interval | None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that a document tells of, at the place where it does so."""

    place: int
    interval: Interval
    words: str


def event_times(ground: Ground, clusters: Sequence[Cluster]) -> tuple[Dated, ...]:
    """When each event was.

    An incident has the day that most of its accounts give. Where none gives one, it happened on the day that was told
    of last before it, by a time or by another event whose day is known, in the same sentence first; where there is no
    such day either, in the week before its first dated account. An aggregate has the stretch of its earliest account.
    """
    told = [_told(ground, cluster) for cluster in clusters]
    days = _days(ground, clusters, told)
    return tuple(_dated(ground, cluster, own, days) for cluster, own in zip(clusters, told, strict=True))


def _told(ground: Ground, cluster: Cluster) -> Interval | None:
    """What the accounts say of when it was."""
    if cluster.telling.aggregate:
        return _stretch(ground, cluster)
    tellers = sorted({at for at, _ in cluster.mentions})
    told = most_told(ground.times, sorted(cluster.telling.slots.times), tellers)
    if told is not None and _is_few_days(told):
        return told
    other = [
        (expression, ground.times.intervals[key])
        for key in _keys(ground, cluster)
        if (expression := ground.times.expression(key)).form in _COUNTED or expression.role == "since"
    ]
    counted = [interval for expression, interval in other if expression.role != "since" and _is_short(interval)]
    begun = [interval for expression, interval in other if expression.role == "since" and _begins(interval)]
    return min(counted, key=_first, default=None) or told or min(begun, key=_first, default=None)


def _keys(ground: Ground, cluster: Cluster) -> list[TimeKey]:
    """All times that the event's mentions bear."""
    readings = ground.story.readings
    found = {
        (at, item.time)
        for at, index in cluster.mentions
        for item in readings[at].reading.events[index].arguments
        if item.time is not None
    }
    return sorted(found)


def _begins(interval: Interval) -> bool:
    return interval.earliest is not None and interval.basis != "publication"


def _mostly_told(ground: Ground, cluster: Cluster) -> bool:
    """Whether half of the documents that tell of the event say when: a year that one of many names may be another's."""
    tellers = {at for at, _ in cluster.mentions}
    return 2 * len({at for at, _ in cluster.telling.slots.times}) >= len(tellers)


def _first(interval: Interval) -> tuple[str, str, str]:
    return interval.earliest or "", interval.latest or "", interval.text or ""


def _is_short(interval: Interval) -> bool:
    return interval.bounded and interval.basis != "publication" and (interval.precision or 9) <= _MONTH


def _dated(ground: Ground, cluster: Cluster, told: Interval | None, days: Mapping[int, Sequence[_Day]]) -> Dated:
    if cluster.telling.aggregate or (told is not None and _is_sure(ground, cluster, told)):
        return Dated(told, (*_rivals(ground, cluster), *_reasons(ground, cluster)))
    found = _around(ground, cluster, days)
    if found is not None:
        line = f"date: no account gives its day; told after {found.words}"
        return Dated(replace(found.interval, basis="inferred"), (line,))
    if told is not None and (told.bounded or not any(ground.times.published)):
        return Dated(told, _reasons(ground, cluster))
    return Dated(_first_account(ground, cluster) or told, _reasons(ground, cluster))


def _is_sure(ground: Ground, cluster: Cluster, told: Interval) -> bool:
    """Whether what is told dates the event: a day, a stretch that half of its documents give, or a beginning."""
    goes_on = told.earliest is not None and told.latest is None
    return goes_on or _is_few_days(told) or (told.bounded and _mostly_told(ground, cluster))


def _rivals(ground: Ground, cluster: Cluster) -> tuple[str, ...]:
    """A line where accounts name days that cannot be one: neither is made the other."""
    keys = [key for key in sorted(cluster.telling.slots.times) if _is_few_days(ground.times.intervals[key])]
    days = {_first(ground.times.intervals[key])[:2] for key in keys}
    if cluster.telling.aggregate or not days or max(first for first, _ in days) <= min(last for _, last in days):
        return ()
    said = sorted({f"{ground.times.words(key)} is {day_in_words(ground.times.intervals[key])}" for key in keys})
    return (f"date: accounts contradict each other: {'; '.join(said)}",)


def _first_account(ground: Ground, cluster: Cluster) -> Interval | None:
    """The week up to the first account that is dated."""
    published = [
        bounds
        for at in sorted({at for at, _ in cluster.mentions})
        if (bounds := ground.times.published[at]) is not None and bounds.latest is not None
    ]
    first = min(published, key=lambda bounds: bounds.latest or "", default=None)
    return no_time(first) if first is not None else None


# --- the telling around an event


def _days(ground: Ground, clusters: Sequence[Cluster], told: Sequence[Interval | None]) -> dict[int, list[_Day]]:
    """For each document the days that it tells of, in the order of its text: by times, and by events of known days."""
    found: dict[int, list[_Day]] = {}
    for at, item in enumerate(ground.story.readings):
        said = {statement.said for statement in item.reading.statements}
        for index, expression in enumerate(item.reading.times):
            if index not in said and _tells_a_day(ground, (at, index)):
                day = _Day(expression.span.start, ground.times.intervals[at, index], ground.times.words((at, index)))
                found.setdefault(at, []).append(day)
    for cluster, interval in zip(clusters, told, strict=True):
        if interval is None or not _is_few_days(interval) or cluster.telling.aggregate:
            continue
        for at, index in cluster.mentions:
            event = ground.story.readings[at].reading.events[index]
            words = f"“{event.text}” in {ground.story.readings[at].document.name}"
            found.setdefault(at, []).append(_Day(event.span.start, interval, words))
    return {at: sorted(days, key=lambda day: (day.place, day.words)) for at, days in found.items()}


def _around(ground: Ground, cluster: Cluster, days: Mapping[int, Sequence[_Day]]) -> _Day | None:
    """The day that the telling around the event's mentions is about: the nearest kind of it, by most mentions."""
    until = min((day for at, _ in cluster.mentions if (day := known_by(ground.times, at))), default="9999")
    before = (_day_before(ground, mention, days.get(mention[0], ())) for mention in cluster.mentions)
    ranked = [found for found in before if found is not None and (found[1].interval.earliest or "") <= until]
    nearest = min((rank for rank, _ in ranked), default=None)
    found = [day for rank, day in ranked if rank == nearest]
    counts = Counter(_bounds(day) for day in found)
    return min(found, key=lambda day: (-counts[_bounds(day)], _bounds(day), day.words), default=None)


def _bounds(day: _Day) -> tuple[str, str]:
    return day.interval.earliest or "", day.interval.latest or ""


def _day_before(ground: Ground, mention: MentionKey, days: Sequence[_Day]) -> tuple[int, _Day] | None:
    """The last day told before the end of a mention's sentence: in it (0), in the few before (1), farther back (2)."""
    at, index = mention
    sentences = ground.story.readings[at].reading.sentences
    own = ground.story.readings[at].reading.events[index].sentence
    before = bisect_left(days, sentences[own].span.end, key=lambda day: day.place)
    if not before:
        return None
    last = days[before - 1]
    near = sentences[max(0, own - _NEAR)].span.start
    return (0 if last.place >= sentences[own].span.start else 1 if last.place >= near else 2), last


def _tells_a_day(ground: Ground, key: TimeKey) -> bool:
    told = is_told(ground.times.expression(key)) and is_day(ground.times, key)
    return told and _is_few_days(ground.times.intervals[key])


def _is_few_days(interval: Interval) -> bool:
    return interval.bounded and (interval.precision or 9) <= FEW_DAYS


# --- what the accounts say


def _stretch(ground: Ground, cluster: Cluster) -> Interval | None:
    """The stretch that an aggregate covers: the one that most documents give, else from its first day to its last."""
    keys = _keys(ground, cluster) or _stretches_around(ground, cluster)
    known = [(key, ground.times.intervals[key]) for key in keys if ground.times.intervals[key].earliest is not None]
    long = [(key, interval) for key, interval in known if interval.precision != 1 or interval.latest is None]
    if long:
        documents = Counter(bounds for bounds, _ in {(_first(interval)[:2], key[0]) for key, interval in long})
        return min((interval for _, interval in long), key=lambda item: (-documents[_first(item)[:2]], _first(item)))
    days = sorted((interval for _, interval in known), key=_first)
    if not days:
        return None
    first, last = ends(days[0])[0], max(day for interval in days if (day := ends(interval)[1]) is not None)
    return interval_of(first, last, days[0].basis, days[0].text) if len(days) > 1 else days[0]


def _stretches_around(ground: Ground, cluster: Cluster) -> list[TimeKey]:
    """The stretches that the sentences of its mentions name."""
    found = set()
    for at, index in cluster.mentions:
        reading = ground.story.readings[at].reading
        sentence = reading.sentences[reading.events[index].sentence].span
        for place, expression in enumerate(reading.times):
            if sentence.contains(expression.span) and not is_day(ground.times, (at, place)):
                found.add((at, place))
    return sorted(found)


def _reasons(ground: Ground, cluster: Cluster) -> tuple[str, ...]:
    """How the times told for it, and the undated pages that tell them, were dated."""
    documents = sorted({at for at, _ in cluster.telling.slots.times})
    own = {ground.times.expression(key).text for key in cluster.telling.slots.times}
    return tuple(
        f"date: {line}"
        for at in documents
        for line in ground.times.reasons.get(at, ())
        if line.startswith(ground.story.readings[at].document.name) or any(f"“{text}”" in line for text in own)
    )
