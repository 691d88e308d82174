"""Answers, their speakers and one graded event, each with one line."""

from dataclasses import replace

from corroborate.grade.events import grade_ledger
from corroborate.grade.figures import figures_of
from corroborate.model.ledger import Actor, Claim, Event, EventKind, Figure, Position, PositionGrade, Stance
from corroborate.model.quantity import Bound, Quantity
from corroborate.testing.builders import a_claim, a_document, a_ledger, a_position, an_actor, an_event

FRONT = an_actor("Sorrel Front", kind="armed-group")
LEAGUE = an_actor("Amber League", kind="armed-group")
CLINIC = an_actor("Lemde Clinic")
COUNCIL = an_actor("Lemde Council")
SPOKESMAN = an_actor("Oren Tal", kind="person", member_of=(FRONT,))
ACTORS = (FRONT, LEAGUE, CLINIC, COUNCIL, SPOKESMAN)
TALKS = EventKind("CONSULT", None, None, None)


def says(speaker: Actor, words: str = "so", *, published: str = "2019-05-14") -> Claim:
    """A claim that the speaker makes in a document of that day."""
    return a_claim(words, a_document(f"{speaker.name} told {words}.", published=published), speaker=speaker)


def on(claim: Claim, stance: Stance = "asserts") -> tuple[Claim, Stance]:
    """The claim as it stands on an answer."""
    return claim, stance


def attacker(actor: Actor, *supports: tuple[Claim, Stance], lines: int = 1, negative: bool = False) -> Position:
    """That this actor struck, or that it did not."""
    value = f"not {actor.name}" if negative else actor.name
    return replace(a_position(value, *supports, lines=lines), actor=actor.id)


def count(low: int | None, high: int | None, bound: Bound | None, *supports: tuple[Claim, Stance], lines: int = 1,
          group: str | None = None) -> Position:  # fmt: skip
    """So many people."""
    quantity = Quantity(low, high, bound, "people", group)
    words = f"{bound} {low} to {high} {group or 'people'}"
    return a_position(words, *(supports or (on(says(CLINIC)),)), quantity=quantity, lines=lines)


def exactly(number: int, *supports: tuple[Claim, Stance], lines: int = 1, group: str | None = None) -> Position:
    """This number of people."""
    return count(number, number, "exact", *supports, lines=lines, group=group)


def rivals(first: Position, second: Position) -> tuple[Position, Position]:
    """Two answers that cannot both be true."""
    return replace(first, contradicts=(second.id,)), replace(second, contradicts=(first.id,))


def graded(*claims: Claim, kind: EventKind | None = None, **facets: tuple[Position, ...]) -> Event:
    """The event with these answers once it is graded: an air strike, unless another kind is given."""
    event = an_event("Air strike on the market, Lemde", **facets)
    event = event if kind is None else replace(event, kind=kind)
    return grade_ledger(a_ledger(actors=ACTORS, claims=claims, events=(event,))).events[0]


def grade(facet: str, *claims: Claim, answers: tuple[Position, ...]) -> PositionGrade:
    """The grade of the first of the answers to a facet."""
    return graded(*claims, **{facet: answers}).facets[facet][0].grade


def killed(*positions: Position, claims: tuple[tuple[Claim, str], ...] = ()) -> Figure | None:
    """The figure of the dead; each further claim comes with the day on which its document appeared."""
    told = (says(CLINIC), *(claim for claim, _ in claims))
    days = {claim.document: day for claim, day in claims}
    event = an_event("Air strike on the market, Lemde", killed=positions)
    return figures_of(event, {claim.id: claim for claim in told}, days).get("killed")
