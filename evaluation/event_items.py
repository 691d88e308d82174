"""The items whose clustering into events is measured: documents, and event mentions."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from corroborate.model.ledger import Event, Ledger, Mention
from evaluation.bcubed import Item
from evaluation.pairing import best_pairs, span_of

Kinds = Literal["incident", "aggregate", "both"]
NONE: frozenset[str] = frozenset()


def events_of(ledger: Ledger, kinds: Kinds) -> tuple[Event, ...]:
    """The incidents, the aggregates, or all events of a ledger."""
    return tuple(event for event in ledger.events if kinds in ("both", event.scope))


def document_items(gold: Ledger, ours: Ledger, kinds: Kinds) -> tuple[Item, ...]:
    """Each document with the events that it tells of."""
    first, second = _by_document(events_of(gold, kinds)), _by_document(events_of(ours, kinds))
    return tuple(Item(first.get(each.id, NONE), second.get(each.id, NONE)) for each in gold.documents)


def main_items(gold: Ledger, ours: Ledger) -> tuple[Item, ...]:
    """Each document with the event that most of its claims are about; the one with more mentions in it among equals."""
    first, second = _main_events(gold), _main_events(ours)
    return tuple(Item(first.get(each.id, NONE), second.get(each.id, NONE)) for each in gold.documents)


def _main_events(ledger: Ledger) -> dict[str, frozenset[str]]:
    counts: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for event in ledger.events:
        for mention in event.mentions:
            claims, mentions = counts[mention.document].get(event.id, (0, 0))
            counts[mention.document][event.id] = claims, mentions + 1
    for claim in ledger.claims:
        for identifier in {about.event for about in claim.about}:
            claims, mentions = counts[claim.document].get(identifier, (0, 0))
            counts[claim.document][identifier] = claims + 1, mentions
    return {
        document: frozenset((min(found, key=lambda event: (-found[event][0], -found[event][1], event)),))
        for document, found in counts.items()
    }


def mention_items(gold: Ledger, ours: Ledger, kinds: Kinds) -> tuple[Item, ...]:
    """Each event mention with its events; one that only one side has is an item without a cluster on the other."""
    first, second = _by_mention(events_of(gold, kinds)), _by_mention(events_of(ours, kinds))
    pairs = mention_pairs(gold, ours, kinds)
    found, told = {one for one, _ in pairs}, {other for _, other in pairs}
    return (
        *(Item(first[one], second[other]) for one, other in pairs),
        *(Item(first[one], NONE) for one in sorted(first) if one not in found),
        *(Item(NONE, second[other]) for other in sorted(second) if other not in told),
    )


def mention_pairs(gold: Ledger, ours: Ledger, kinds: Kinds) -> tuple[tuple[Mention, Mention], ...]:
    """Event mentions whose spans overlap at all, one to one, the greatest overlap first.

    Any overlap will do: whether a mention is "struck" or "an air strike on the market" is a matter of taste.
    """
    first, second = sorted(_by_mention(events_of(gold, kinds))), sorted(_by_mention(events_of(ours, kinds)))
    candidates = [
        (index, place, (span_of(one).overlap(span_of(other)),))
        for index, one in enumerate(first)
        for place, other in enumerate(second)
        if one.document == other.document and span_of(one).overlaps(span_of(other))
    ]
    return best_pairs(first, second, candidates)


def mentions_in(ledger: Ledger, kinds: Kinds) -> int:
    """How many event mentions there are; one that belongs to a whole and a part counts once."""
    return len(_by_mention(events_of(ledger, kinds)))


def _by_document(events: Sequence[Event]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for document in event.documents:
            found[document].add(event.id)
    return {document: frozenset(ids) for document, ids in found.items()}


def _by_mention(events: Sequence[Event]) -> dict[Mention, frozenset[str]]:
    found: dict[Mention, set[str]] = defaultdict(set)
    for event in events:
        for mention in event.mentions:
            found[mention].add(event.id)
    return {mention: frozenset(ids) for mention, ids in found.items()}
