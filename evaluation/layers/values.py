"""Times and quantities: found, and read rightly."""

from evaluation.layers.extent import exact, paired, shared
from evaluation.layers.records import Counted, Record
from evaluation.score import Rates, rates


def times_exact(gold: Record, ours: Record) -> Rates:
    """Times with just gold's words."""
    return exact(*([each.extent for each in record.times] for record in (gold, ours)))


def times_shared(gold: Record, ours: Record) -> Rates:
    """Times, each right to the share of its characters that the other side has in times."""
    return shared(*([each.extent for each in record.times] for record in (gold, ours)))


def times_dated(gold: Record, ours: Record) -> Rates:
    """Times that overlap gold's at all, one to one, and mean the same first and last day.

    A month is all its days, a range is open where it has no end. Times that are dated to nothing do not count.
    """
    first, second = (tuple(each for each in record.times if each.days) for record in (gold, ours))
    right = sum(one.days == other.days for one, other in paired(first, second, least=0))
    return rates(right, ours=len(second), gold=len(first))


def times_named(gold: Record, ours: Record) -> Rates:
    """Times that overlap gold's at all and name the same first and last day by themselves: "since 2017" that year.

    A range names its two ends, and gold may mark either or both. Times that name no days do not count, nor do hours and
    durations.
    """
    right = 0
    first = [each for each in gold.times if each.named]
    free = [(each.extent, days) for each in ours.times for days in each.named]
    count = len(free)
    for one in first:
        found = next((other for other in free if other[0] & one.extent and other[1] in one.named), None)
        if found is not None:
            free.remove(found)
            right += 1
    return rates(right, ours=count, gold=len(first))


def quantities_exact(gold: Record, ours: Record) -> Rates:
    """Quantities with just gold's words."""
    return exact(*([each.extent for each in record.quantities] for record in (gold, ours)))


def quantities_shared(gold: Record, ours: Record) -> Rates:
    """Quantities, each right to the share of its characters that the other side has in quantities."""
    return shared(*([each.extent for each in record.quantities] for record in (gold, ours)))


def quantities_read(gold: Record, ours: Record) -> Rates:
    """Quantities that overlap gold's at all, one to one, and have its minimum, maximum, bound and group."""
    pairs = paired(gold.quantities, ours.quantities, least=0)
    right = sum(_number(one) == _number(other) for one, other in pairs)
    return rates(right, ours=len(ours.quantities), gold=len(gold.quantities))


def _number(counted: Counted) -> tuple[object, ...]:
    return counted.low, counted.high, counted.bound, counted.group
