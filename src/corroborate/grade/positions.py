"""The grade of an answer: the first rule of the table that holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.model.ledger import Actor, Claim, Event, Position, PositionGrade
from corroborate.model.parties import topmost

NOT_SETTLED = frozenset(("not established", "not identified yet"))


@dataclass(frozen=True, slots=True)
class Case:
    """An answer with its facet and event, and what rules look things up in."""

    facet: str
    position: Position
    event: Event
    others: Sequence[Position]
    claims: Mapping[str, Claim]
    actors: Mapping[str, Actor]

    def speakers(self, *stances: str) -> set[str]:
        """The parties whose claims take one of these stances towards the answer."""
        found = (
            self.claims[support.claim].chain[0].actor for support in self.position.claims if support.stance in stances
        )
        return {self.party(actor) for actor in found if actor is not None}

    def party(self, actor: str) -> str:
        """The topmost body that an actor belongs to, states before others."""
        return topmost(actor, self.actors)

    def owning_up(self) -> set[str]:
        """The parties that say of themselves that they attacked."""
        found = set()
        for item in self.event.facets.get("attacker", ()):
            if item.actor is not None:
                case = replace(self, facet="attacker", position=item)
                found |= {self.party(item.actor)} & case.speakers("asserts")
        return found


Rule = Callable[[Case], bool]


def admitted(case: Case) -> bool:
    """The party itself says so: the attacker that it struck, or that it killed or hurt civilians."""
    speakers = case.speakers("asserts")
    if case.position.negative:
        return False
    if case.facet == "attacker":
        return case.position.actor is not None and case.party(case.position.actor) in speakers
    harmed = case.facet in ("killed", "injured") and case.position.quantity is not None
    return (
        harmed
        and case.position.quantity is not None
        and case.position.quantity.group == "civilians"
        and bool(speakers & case.owning_up())
    )


def denied(case: Case) -> bool:
    """A claim denies it."""
    return any(support.stance == "denies" for support in case.position.claims)


def contested(case: Case) -> bool:
    """Another answer cannot also be true and has a line of its own."""
    return any(item.id in case.position.contradicts and item.independent_lines > 0 for item in case.others)


def not_settled(case: Case) -> bool:
    """The answer is that the question is open."""
    return case.position.value in NOT_SETTLED


def corroborated(case: Case) -> bool:
    """Two or more independent lines stand behind it."""
    return case.position.independent_lines >= 2


def unverified(case: Case) -> bool:
    """Somebody says that it could not be verified."""
    return any(support.stance == "cannot-verify" for support in case.position.claims)


def single_source(case: Case) -> bool:
    """One line, or none."""
    return True


RULES: tuple[tuple[PositionGrade, Rule], ...] = (
    ("admitted", admitted),
    ("denied", denied),
    ("contested", contested),
    ("unverified", not_settled),
    ("corroborated", corroborated),
    ("unverified", unverified),
    ("single-source", single_source),
)


def grade_of(case: Case) -> PositionGrade:
    """The grade of one answer."""
    return next(grade for grade, rule in RULES if rule(case))
