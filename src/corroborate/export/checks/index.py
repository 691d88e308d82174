"""Everything that the rules look up, built once per ledger."""

from collections.abc import Iterator
from dataclasses import dataclass

from corroborate.model.document import Document
from corroborate.model.ledger import Actor, Claim, Event, Ledger, Place, Position

# What a rule yields: the id of the record at fault and one sentence about it.
Fault = tuple[str, str]

# The stances with which a claim holds an answer (the contract's `origins`).
HOLDING = frozenset({"asserts", "predicts", "demands"})
# On an answer that something is not settled, these hold it too.
OPEN = frozenset({"doubts", "cannot-verify", "does-not-know"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A position with where it stands."""

    event: Event
    facet: str
    position: Position


@dataclass(frozen=True, slots=True)
class Index:
    """One ledger with its records by id."""

    ledger: Ledger
    documents: dict[str, Document]
    actors: dict[str, Actor]
    places: dict[str, Place]
    claims: dict[str, Claim]
    events: dict[str, Event]
    answers: dict[str, Answer]
    bodies: dict[str, frozenset[str]]

    def supports(self, position: Position, stances: frozenset[str]) -> Iterator[Claim]:
        """The claims that stand on an answer with one of the stances; those that do not resolve are left out."""
        for support in position.claims:
            if support.stance in stances and support.claim in self.claims:
                yield self.claims[support.claim]

    def holders(self, position: Position) -> tuple[Claim, ...]:
        """The claims that hold an answer; where nobody asserts it, those that leave the question open."""
        return tuple(self.supports(position, HOLDING)) or tuple(self.supports(position, OPEN))

    def party(self, actor: str | None) -> frozenset[str]:
        """An actor with every body that it belongs to, near or far; empty for nobody."""
        return self.bodies.get(actor, frozenset({actor})) if actor else frozenset()


def build_index(ledger: Ledger) -> Index:
    """The ledger with its records by id."""
    actors = {actor.id: actor for actor in ledger.actors}
    return Index(
        ledger=ledger,
        documents={document.id: document for document in ledger.documents},
        actors=actors,
        places={place.id: place for place in ledger.places},
        claims={claim.id: claim for claim in ledger.claims},
        events={event.id: event for event in ledger.events},
        answers={
            position.id: Answer(event, facet, position)
            for event in ledger.events
            for facet, positions in event.facets.items()
            for position in positions
        },
        bodies={actor: _bodies(actor, actors) for actor in actors},
    )


def _bodies(actor: str, actors: dict[str, Actor]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [actor]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += actors[current].member_of if current in actors else ()
    return frozenset(found)
