"""Answers to one question, and which of them contradict, replace or belong to each other."""

from dataclasses import replace

from corroborate.model.ledger import Actor, Claim, Position, Stance
from corroborate.model.quantity import Bound, Quantity
from corroborate.pipeline import read_data
from corroborate.reconcile.answers.contradictions import Relations, Sides, relate
from corroborate.reconcile.answers.questions import load_questions
from corroborate.testing.builders import a_claim, a_document, a_position, an_actor

FRONT = an_actor("Sorrel Front", kind="armed-group")
LEAGUE = an_actor("Amber League", kind="armed-group")
BRIGADE = an_actor("Third Brigade", kind="armed-group", member_of=(FRONT,))
GUNMEN = an_actor("gunmen", kind="population")
CLINIC = an_actor("Lemde Clinic")
COUNCIL = an_actor("Lemde Council")
PARTIES = {BRIGADE.id: FRONT.id}
DAYS = ("2019-05-14", "2019-05-16")
TOLD: dict[tuple[str, str], Claim] = {
    (speaker.id, day): a_claim("so", a_document(f"{speaker.name} told so.", published=day), speaker=speaker)
    for speaker in (FRONT, LEAGUE, CLINIC, COUNCIL)
    for day in DAYS
}
SIDES = Sides(
    claims={claim.id: claim for claim in TOLD.values()},
    parties=PARTIES,
    published={claim.document: day for (_, day), claim in TOLD.items()},
    bodies=frozenset(body.id for body in (FRONT, LEAGUE, BRIGADE)),
    questions=load_questions(read_data),
)


def by(speaker: Actor, stance: Stance = "asserts", *, day: str = DAYS[0]) -> tuple[Claim, Stance]:
    """The speaker's claim of that day as it stands on an answer."""
    return TOLD[speaker.id, day], stance


def attacker(actor: Actor, *supports: tuple[Claim, Stance], negative: bool = False) -> Position:
    """That this actor struck, or that it did not."""
    value = f"not {actor.name}" if negative else actor.name
    return replace(a_position(value, *supports), actor=actor.id)


def count(low: int | None, high: int | None, bound: Bound | None, *, speaker: Actor = CLINIC, day: str = DAYS[0],
          group: str | None = None, unit: str = "people") -> Position:  # fmt: skip
    """So many of them, as one speaker counts."""
    value = f"{bound} {low} to {high} {group or unit}"
    return a_position(value, by(speaker, day=day), quantity=Quantity(low, high, bound, unit, group))


def exactly(number: int, *, speaker: Actor = CLINIC, day: str = DAYS[0], group: str | None = None,
            unit: str = "people") -> Position:  # fmt: skip
    """This number of them, as one speaker counts."""
    return count(number, number, "exact", speaker=speaker, day=day, group=group, unit=unit)


def related(facet: str, *positions: Position) -> list[Relations]:
    """The relations of each answer, in the order given."""
    found = relate(facet, positions, SIDES)
    return [found[item.id] for item in positions]


def contradictory(facet: str, first: Position, second: Position) -> bool:
    """Whether the two contradict each other; one that contradicts without the other fails the test."""
    one, other = related(facet, first, second)
    against = (one.contradicts == (second.id,), other.contradicts == (first.id,))
    assert against[0] == against[1], "a contradiction is mutual"
    return against[0]
