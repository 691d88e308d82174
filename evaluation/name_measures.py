"""What is measured of actors and places: which mentions are of one."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.model.ledger import Actor, Mention, Place
from corroborate.model.parties import topmost
from evaluation.bcubed import Item, bcubed
from evaluation.compared import Compared, Measure
from evaluation.pairing import best_pairs, span_of
from evaluation.score import Rates, Share

HALF = 0.5


def actors_over_mentions(both: Compared) -> Rates:
    """BCubed of the actor mentions that both sides have (spans that share half of their union), across documents."""
    return _clusters(both.gold.actors, both.ours.actors)


def places_over_mentions(both: Compared) -> Rates:
    """BCubed of the place mentions that both sides have (spans that share half of their union), across documents."""
    return _clusters(both.gold.places, both.ours.places)


def parties_right(both: Compared) -> Rates:
    """BCubed of the actor mentions that both sides have, by the topmost body that each actor is a member of."""
    return _clusters(_topmost(both.gold.actors), _topmost(both.ours.actors))


def kinds_right(both: Compared) -> Share:
    """Actors that both sides have, of gold's kind."""
    kinds = {actor.id: actor.kind for actor in (*both.gold.actors, *both.ours.actors)}
    pairs = both.pairs.actors
    return Share(sum(kinds[gold] == kinds[ours] for gold, ours in pairs), len(pairs))


def _clusters(gold: Sequence[Actor | Place], ours: Sequence[Actor | Place]) -> Rates:
    first, second = ([(mention, each.id) for each in side for mention in each.mentions] for side in (gold, ours))
    candidates = (
        (index, place, (overlap,))
        for index, place, overlap in _overlapping([m for m, _ in first], [m for m, _ in second])
    )
    pairs = best_pairs(first, second, candidates)
    return bcubed([Item(frozenset((one[1],)), frozenset((other[1],))) for one, other in pairs])


def _overlapping(gold: Sequence[Mention], ours: Sequence[Mention]) -> list[tuple[int, int, float]]:
    there: dict[str, list[tuple[int, Mention]]] = {}
    for place, mention in enumerate(ours):
        there.setdefault(mention.document, []).append((place, mention))
    return [
        (index, place, overlap)
        for index, mention in enumerate(gold)
        for place, other in there.get(mention.document, ())
        if (overlap := span_of(mention).overlap(span_of(other))) >= HALF
    ]


def _topmost(actors: Sequence[Actor]) -> list[Actor]:
    """The actors' mentions under the bodies that they belong to, by the one rule of parties."""
    by_id = {actor.id: actor for actor in actors}
    return [replace(by_id[topmost(actor.id, by_id)], mentions=actor.mentions) for actor in actors]


NAME_MEASURES = (
    Measure("BCubed of actor mentions", actors_over_mentions),
    Measure("  by their parties", parties_right),
    Measure("BCubed of place mentions", places_over_mentions),
    Measure("kind of actor right", kinds_right),
)
