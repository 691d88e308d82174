"""Rules about ids: each one names one record, and each reference finds it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from corroborate.export.checks.index import Fault, Index
from corroborate.model.ledger import Actor, Event, Place

# id of the record at fault, what the reference is called, the id that it names
Reference = tuple[str, str, str | None]


def unique_ids(index: Index) -> Iterator[Fault]:
    """No id stands for two records, of whatever kind."""
    ledger = index.ledger
    counts = Counter(
        position.id for event in ledger.events for answers in event.facets.values() for position in answers
    )
    for records in (ledger.documents, ledger.actors, ledger.places, ledger.claims, ledger.events):
        counts.update(record.id for record in records)
    for record, count in counts.items():
        if count > 1:
            yield record, f"{count} records have this id"


def references_resolve(index: Index) -> Iterator[Fault]:
    """Every id that a record names is the id of a record of the right kind in this ledger."""
    known = {
        "document": index.documents.keys(),
        "actor": index.actors.keys(),
        "place": index.places.keys(),
        "claim": index.claims.keys(),
        "event": index.events.keys(),
        "position": index.answers.keys(),
    }
    for record, name, target in _references(index):
        kind = name.split()[-1]
        if target is not None and target not in known[kind]:
            yield record, f"{name} {target!r} is not in the ledger"


def claims_and_answers_agree(index: Index) -> Iterator[Fault]:
    """A claim is about an answer exactly when the answer lists the claim, under the same event and facet."""
    listed = {
        (support.claim, answer.event.id, answer.facet, answer.position.id)
        for answer in index.answers.values()
        for support in answer.position.claims
    }
    told = {
        (claim.id, a.event, a.facet, a.position) for claim in index.ledger.claims for a in claim.about if a.position
    }
    for claim, event, facet, position in sorted(told - listed, key=str):
        yield claim, f"is about {facet} of {event}, but the answer {position} does not list it there"
    for claim, event, facet, position in sorted(listed - told, key=str):
        yield position, f"lists {claim}, which is not about {facet} of {event} with this answer"


def whole_abouts(index: Index) -> Iterator[Fault]:
    """Facet and position of an `about` entry are both given or both null, and no entry stands twice."""
    for claim in index.ledger.claims:
        if any((about.facet is None) != (about.position is None) for about in claim.about):
            yield claim.id, "is about a facet without a position, or a position without a facet"
        if len(set(claim.about)) < len(claim.about):
            yield claim.id, "has the same `about` entry twice"


def documents_of_events(index: Index) -> Iterator[Fault]:
    """An event's documents are those of its mentions and of the claims about it, each once."""
    told: dict[str, set[str]] = {
        event.id: {mention.document for mention in event.mentions} for event in index.ledger.events
    }
    for claim in index.ledger.claims:
        for about in claim.about:
            told.get(about.event, set()).add(claim.document)
    for event in index.ledger.events:
        if sorted(event.documents) != sorted(told[event.id]):
            yield (
                event.id,
                f"lists the documents {sorted(event.documents)}, its accounts are in {sorted(told[event.id])}",
            )


def no_circles(index: Index) -> Iterator[Fault]:
    """Nothing is part of itself, member of itself or superseded by itself, not even by a detour."""
    ledger = index.ledger
    links: tuple[tuple[str, dict[str, tuple[str, ...]]], ...] = (
        ("part of", {event.id: _given(event.part_of) for event in ledger.events}),
        ("part of", {key: _given(answer.position.part_of) for key, answer in index.answers.items()}),
        ("superseding", {key: answer.position.supersedes for key, answer in index.answers.items()}),
        ("a member of", {actor.id: actor.member_of for actor in ledger.actors}),
    )
    for word, edges in links:
        for record in edges:
            if record in reached(record, lambda node, edges=edges: edges.get(node, ())):  # type: ignore[misc]
                yield record, f"is {word} itself"


def reached(start: str, following: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """Every node that some path of at least one step leads to."""
    found: set[str] = set()
    waiting = list(following(start))
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend(following(node))
    return frozenset(found)


def _given(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _references(index: Index) -> Iterator[Reference]:
    yield from _of_documents(index)
    yield from _of_claims(index)
    yield from _of_events(index)
    for actor in index.ledger.actors:
        yield from ((actor.id, "member_of actor", body) for body in actor.member_of)
    records: tuple[Actor | Place | Event, ...] = (*index.ledger.actors, *index.ledger.places, *index.ledger.events)
    for record in records:
        yield from ((record.id, "mention's document", mention.document) for mention in record.mentions)


def _of_documents(index: Index) -> Iterator[Reference]:
    for document in index.ledger.documents:
        for entry in document.lineage:
            yield document.id, "lineage actor", entry.source.actor
            yield document.id, "lineage document", entry.source.document


def _of_claims(index: Index) -> Iterator[Reference]:
    for claim in index.ledger.claims:
        yield claim.id, "document", claim.document
        yield claim.id, "claimant actor", claim.claimant.actor
        yield claim.id, "repeats claim", claim.repeats
        yield from ((claim.id, "chain actor", link.actor) for link in claim.chain)
        yield from ((claim.id, "claims_on claim", other) for other in claim.claims_on)
        for about in claim.about:
            yield claim.id, "about event", about.event
            yield claim.id, "about position", about.position


def _of_events(index: Index) -> Iterator[Reference]:
    for event in index.ledger.events:
        yield event.id, "part_of event", event.part_of
        yield from ((event.id, "place", place) for place in event.places)
        yield from ((event.id, "document", document) for document in event.documents)
    for key, answer in index.answers.items():
        position = answer.position
        yield key, "actor", position.actor
        yield key, "place", position.place
        yield key, "part_of position", position.part_of
        yield from ((key, "claim", support.claim) for support in position.claims)
        yield from ((key, "contradicts position", other) for other in position.contradicts)
        yield from ((key, "supersedes position", other) for other in position.supersedes)
