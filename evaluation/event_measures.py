"""What is measured event by event."""

from collections.abc import Callable, Hashable

from corroborate.model.ledger import Event, Ledger, Mention
from evaluation.answers import same_days
from evaluation.bcubed import bcubed
from evaluation.compared import Compared, Measure
from evaluation.coreference import Coreference, coreference
from evaluation.document_measures import worked_out_right
from evaluation.event_items import document_items, events_of, main_items, mention_items, mention_pairs, mentions_in
from evaluation.score import Rates, Share, rates


def events_paired(both: Compared) -> Rates:
    """Events that have a counterpart: one to one, most shared mentions and found claims first."""
    return rates(len(both.pairs.events), ours=len(both.ours.events), gold=len(both.gold.events))


def incidents_over_documents(both: Compared) -> Rates:
    """Extended BCubed of documents, each with the incidents that it tells of."""
    return bcubed(document_items(both.gold, both.ours, "incident"))


def main_events_over_documents(both: Compared) -> Rates:
    """BCubed of documents, each with the one event that most of its claims are about."""
    return bcubed(main_items(both.gold, both.ours))


def aggregates_over_documents(both: Compared) -> Rates:
    """Extended BCubed of documents, each with the aggregates that it tells of."""
    return bcubed(document_items(both.gold, both.ours, "aggregate"))


def events_over_documents(both: Compared) -> Rates:
    """Extended BCubed of documents, each with all events that it tells of."""
    return bcubed(document_items(both.gold, both.ours, "both"))


def incidents_over_mentions(both: Compared) -> Rates:
    """Extended BCubed of mentions of incidents; a mention that one side lacks counts against the other."""
    return bcubed(mention_items(both.gold, both.ours, "incident"))


def aggregates_over_mentions(both: Compared) -> Rates:
    """Extended BCubed of mentions of aggregates; a mention that one side lacks counts against the other."""
    return bcubed(mention_items(both.gold, both.ours, "aggregate"))


def events_over_mentions(both: Compared) -> Rates:
    """Extended BCubed of event mentions; a mention that one side lacks counts against the other."""
    return bcubed(mention_items(both.gold, both.ours, "both"))


def events_over_found_mentions(both: Compared) -> Rates:
    """Extended BCubed of the mentions that both sides have: the clustering without the finding."""
    return bcubed([item for item in mention_items(both.gold, both.ours, "both") if item.gold and item.ours])


def events_conll(both: Compared) -> Coreference:
    """CoNLL (mean of MUC, BCubed and CEAF) of the event mentions of the story, taken as one text.

    Mentions are one where their spans overlap; those that only one side has stay. A mention of a whole and a part
    counts with the part.
    """
    pairs = {other: one for one, other in mention_pairs(both.gold, both.ours, "both")}
    gold = [frozenset[Hashable](("gold", mention) for mention in chain) for chain in _chains(both.gold)]
    ours = [
        frozenset[Hashable](("gold", pairs[mention]) if mention in pairs else ("ours", mention) for mention in chain)
        for chain in _chains(both.ours)
    ]
    return coreference(gold, ours)


def _chains(ledger: Ledger) -> list[list[Mention]]:
    """The mentions of each event; one that several events share stands in the smallest only."""
    owner: dict[Mention, str] = {}
    for event in sorted(ledger.events, key=lambda event: (-len(event.mentions), event.id)):
        owner.update(dict.fromkeys(event.mentions, event.id))
    chains: dict[str, list[Mention]] = {}
    for mention, event_id in owner.items():
        chains.setdefault(event_id, []).append(mention)
    return list(chains.values())


def mentions_found(both: Compared) -> Rates:
    """Event mentions of the same document whose spans overlap, one to one."""
    pairs = mention_pairs(both.gold, both.ours, "both")
    return rates(len(pairs), ours=mentions_in(both.ours, "both"), gold=mentions_in(both.gold, "both"))


def scope_right(both: Compared) -> Share:
    """Paired events that are incidents, or aggregates, on both sides."""
    return _share(both, lambda gold, ours: gold.scope == ours.scope)


def type_right(both: Compared) -> Share:
    """Paired events with gold's PLOVER type and ACLED sub-event type."""
    return _share(both, lambda gold, ours: _type(gold) == _type(ours))


def dated_right(both: Compared) -> Share:
    """Paired events with gold's first and last day."""
    return _share(both, lambda gold, ours: same_days(gold.time, ours.time))


def worked_out_dates_right(both: Compared) -> Share:
    """Documents whose day nobody gave, and paired events: gold's first and last possible day."""
    documents, events = worked_out_right(both), dated_right(both)
    return Share(documents.right + events.right, documents.of + events.of)


def status_right(both: Compared) -> Share:
    """Paired events with gold's status."""
    return _share(both, lambda gold, ours: gold.status == ours.status)


def figures_right(both: Compared) -> Rates:
    """Figures of events (killed, injured) whose low, high and best are all gold's, among all figures of all events."""
    right = sum(
        ours.figures.get(name) == figure for gold, ours in both.pairs.events for name, figure in gold.figures.items()
    )
    ours, gold = (sum(len(event.figures) for event in events_of(each, "both")) for each in (both.ours, both.gold))
    return rates(right, ours=ours, gold=gold)


def _type(event: Event) -> tuple[str | None, str | None]:
    return event.kind.plover, event.kind.acled_sub


def _share(both: Compared, right: Callable[[Event, Event], bool]) -> Share:
    return Share(sum(right(gold, ours) for gold, ours in both.pairs.events), len(both.pairs.events))


EVENT_MEASURES = (
    Measure("events with a counterpart", events_paired),
    Measure("BCubed over documents: main event", main_events_over_documents),
    Measure("  all their incidents", incidents_over_documents),
    Measure("  aggregates", aggregates_over_documents),
    Measure("  all events", events_over_documents),
    Measure("event mentions found", mentions_found),
    Measure("BCubed over mentions: incidents", incidents_over_mentions),
    Measure("  aggregates", aggregates_over_mentions),
    Measure("  all events", events_over_mentions),
    Measure("  all events, found mentions", events_over_found_mentions),
    Measure("CoNLL of event mentions", events_conll),
    Measure("scope right", scope_right),
    Measure("type right", type_right),
    Measure("days right", dated_right),
    Measure("  and of documents that nobody dated", worked_out_dates_right),
    Measure("status right", status_right),
    Measure("toll (low, high, best) right", figures_right),
)
