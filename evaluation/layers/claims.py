"""Claims, the outlet's own among them: found by their content, and what is said of them right or not.

Claims are paired when their contents overlap by half of the union, one to one; where several could be, source and cue
decide (the rule of evaluation.alignment without its last part, since stance is what is measured).
"""

from collections.abc import Callable

from evaluation.confusion import Confusion
from evaluation.layers.extent import overlap, paired
from evaluation.layers.records import Attribution, Event, Figure, Record
from evaluation.pairing import best_pairs
from evaluation.score import Rates, rates

Pairs = tuple[tuple[Attribution, Attribution], ...]


def claim_pairs(gold: Record, ours: Record) -> Pairs:
    """The claims of both sides that are one."""
    return paired(
        gold.attributions,
        ours.attributions,
        merit=lambda one, other: (overlap(one.source, other.source), overlap(one.cue, other.cue)),
    )


def claims_found(gold: Record, ours: Record) -> Rates:
    """Claims whose contents overlap by half of the union, one to one, the outlet's own voice among them."""
    return rates(len(claim_pairs(gold, ours)), ours=len(ours.attributions), gold=len(gold.attributions))


def stances(gold: Record, ours: Record) -> Confusion:
    """Stances of the claims found, F1 as the mean over the stances."""
    return _classes(gold, ours, lambda claim: claim.stance)


def certainties(gold: Record, ours: Record) -> Confusion:
    """Certainties of the claims found, F1 as the mean over the certainties."""
    return _classes(gold, ours, lambda claim: claim.certainty)


def quotations(gold: Record, ours: Record) -> Confusion:
    """Kinds of quotation of the claims found, F1 as the mean over the kinds."""
    return _classes(gold, ours, lambda claim: claim.quotation)


def figures_by_number(gold: Record, ours: Record) -> Rates:
    """Numbers of killed, injured and the like that claims give, found in the paired claim with minimum, maximum and
    group right. Numbers of claims that are not found count as missed, or as wrong."""
    return _figures(gold, ours, _same_number)


def figures_in_full(gold: Record, ours: Record) -> Rates:
    """The same, with the question (killed, injured) and the event right too.

    A reading does not say which mentions tell of one event, so the event is right where the found event mention
    overlaps one that gold gives to the event; whether the clusters are right is measured across documents.
    """

    def same(one: Figure, other: Figure) -> bool:
        return _same_number(one, other) and one.facet == other.facet and _one_event(one, other, gold, ours)

    return _figures(gold, ours, same)


def _classes(gold: Record, ours: Record, named: Callable[[Attribution], str | None]) -> Confusion:
    named_pairs = ((named(one), named(other)) for one, other in claim_pairs(gold, ours))
    return Confusion(tuple((one, other) for one, other in named_pairs if one is not None and other is not None))


def _figures(gold: Record, ours: Record, same: Callable[[Figure, Figure], bool]) -> Rates:
    right = 0
    for claim, candidate in claim_pairs(gold, ours):
        equal = (
            (first, second, ())
            for first, one in enumerate(claim.figures)
            for second, other in enumerate(candidate.figures)
            if same(one, other)
        )
        right += len(best_pairs(claim.figures, candidate.figures, equal))
    counts = (sum(len(claim.figures) for claim in record.attributions) for record in (ours, gold))
    return rates(right, ours=next(counts), gold=next(counts))


def _same_number(gold: Figure, ours: Figure) -> bool:
    return (gold.low, gold.high, gold.group) == (ours.low, ours.high, ours.group)


def _one_event(one: Figure, other: Figure, gold: Record, ours: Record) -> bool:
    found = _mentions(ours, other.event)
    return any(
        not mention.extent.isdisjoint(candidate.extent) for mention in _mentions(gold, one.event) for candidate in found
    )


def _mentions(record: Record, event: str | None) -> tuple[Event, ...]:
    return tuple(mention for mention in record.events if event is not None and mention.chain == event)
