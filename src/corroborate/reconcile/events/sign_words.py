"""The verdict on two tellings in words: "the same place (Lemde), the same day (2019-05-14); against it: …"."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from corroborate.reconcile.events.same_event import Comparison
from corroborate.reconcile.events.telling import Ground, Telling
from corroborate.reconcile.times.story_times import day_in_words

Detail = Callable[[Telling, Ground], Iterable[str]]
# Of a place, a day or a name so many are said.
_NAMED = 2
# date_prec of a few days: what is vaguer is no day to show.
_PRECISE = 2


def in_words(first: Telling, second: Telling, verdict: Comparison, ground: Ground) -> tuple[str, str]:
    """What speaks for one event and what against it, what weighs most first; empty where nothing does."""
    return (
        _listed(verdict.signs, first, second, ground),
        _listed(verdict.against, first, second, ground),
    )


def _listed(signs: Iterable[str], first: Telling, second: Telling, ground: Ground) -> str:
    """Each sign in its words; what is told by two signs (the kinds of act that differ) only once."""
    said = dict[str, str]()
    for sign in signs:
        words = ground.weights.words.get(sign) or sign.replace("_", " ")
        detail = _detail(sign, first, second, ground)
        if detail is not None and not (detail and detail in said.values()):
            said.setdefault(words, detail)
    return ", ".join(f"{words}{detail}" for words, detail in said.items())


def _detail(sign: str, first: Telling, second: Telling, ground: Ground) -> str | None:
    """What both name, or what each names, in brackets; None where a difference is only between mentions: one account
    names all that the other does, and more.
    """
    look = SHARED.get(sign) or RIVAL.get(sign)
    if look is None:
        return ""
    ours, theirs = (list(dict.fromkeys(look(telling, ground))) for telling in (first, second))
    if sign in SHARED:
        both = [item for item in ours if item in theirs]
        return f" ({' and '.join(both[:_NAMED])})" if both else ""
    own = [item for item in ours if item not in theirs], [item for item in theirs if item not in ours]
    if all(own):
        return f" ({' and '.join(own[0][:_NAMED])} / {' and '.join(own[1][:_NAMED])})"
    return None if ours and theirs else ""


def _places(telling: Telling, ground: Ground) -> Iterable[str]:
    return _named_places(telling.slots.spots, ground)


def _areas(telling: Telling, ground: Ground) -> Iterable[str]:
    return _named_places(telling.slots.areas, ground)


def _named_places(ids: Iterable[str], ground: Ground) -> Iterable[str]:
    known = ground.story.places.by_id
    return (known[place].name for place in sorted(ids, key=lambda place: (-len(known[place].mentions), place)))


def _days(telling: Telling, ground: Ground) -> Iterable[str]:
    intervals = (ground.times.intervals[key] for key in sorted(telling.slots.times))
    days = [day for day in intervals if day.bounded and (day.precision or _PRECISE + 1) <= _PRECISE]
    return sorted({day_in_words(day) for day in days})


def _attackers(telling: Telling, ground: Ground) -> Iterable[str]:
    return (ground.story.actors.by_id[actor].name for actor in sorted(telling.slots.attackers))


def _victims(telling: Telling, ground: Ground) -> Iterable[str]:
    return (ground.story.actors.by_id[actor].name for actor in sorted(telling.slots.victims))


def _kinds(telling: Telling, ground: Ground) -> Iterable[str]:
    counts = sorted(telling.kinds, key=lambda item: (-item[1], item[0]))
    return (family.replace("-", " ") for (family, denied), _ in counts if not denied)


def _figures(telling: Telling, ground: Ground) -> Iterable[str]:
    told = sorted(telling.slots.figures, key=lambda item: (item[0], item[1] or 0, item[2] or 0))
    return (f"{_number(low, high)} {role}" for role, low, high in told)


def _number(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"{low:,} or more" if low is not None else f"up to {high:,}"


# Sign -> what both name of it.
SHARED: Mapping[str, Detail] = MappingProxyType(
    {
        "same_place": _places,
        "same_area": _areas,
        "same_day": _days,
        "same_attacker": _attackers,
        "same_victim": _victims,
        "same_figure": _figures,
        "same_kind": _kinds,
    }
)
# Sign -> what each names of it that the other does not.
RIVAL: Mapping[str, Detail] = MappingProxyType(
    {
        "near_place": _places,
        "other_place": _places,
        "other_day": _days,
        "two_days": _days,
        "other_attacker": _attackers,
        "other_victim": _victims,
        "other_figure": _figures,
        "other_kind": _kinds,
        "other_violence": _kinds,
        "other_sphere": _kinds,
    }
)
