"""Status and civilian-harm grade of an event, in Airwars' terms, as proposals with their reasons."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from corroborate.grade.disagreements import disagreements_of
from corroborate.grade.figures import figures_of
from corroborate.grade.positions import Case, grade_of
from corroborate.model.ledger import Actor, Claim, Event, EventGrade, Figure, Ledger, Position, Status

# Groups whose harm is harm to civilians, or to people whose standing nobody states.
_NOT_FIGHTERS = frozenset((None, "civilians", "children", "women", "men"))

# Kinds of bodies whose men are fighters.
_ARMED = frozenset(("state-forces", "armed-group"))


def grade_ledger(ledger: Ledger) -> Ledger:
    """The ledger with every answer's grade and every event's figures, status and grade filled in."""
    claims = {claim.id: claim for claim in ledger.claims}
    actors = {actor.id: actor for actor in ledger.actors}
    published = {document.id: document.published or "" for document in ledger.documents}
    return replace(ledger, events=tuple(_graded(event, claims, actors, published) for event in ledger.events))


def _graded(
    event: Event, claims: Mapping[str, Claim], actors: Mapping[str, Actor], published: Mapping[str, str]
) -> Event:
    facets = {
        facet: tuple(
            replace(item, grade=grade_of(Case(facet, item, event, positions, claims, actors))) for item in positions
        )
        for facet, positions in event.facets.items()
    }
    graded = replace(event, facets=facets, figures=figures_of(event, claims, published))
    any_position = next((item for positions in facets.values() for item in positions), None)
    look_up = Case("", any_position, graded, (), claims, actors) if any_position is not None else None
    status, why_status = _status(graded, look_up)
    grade, why_grade = _grade(graded, status, look_up)
    disputed = disagreements_of(graded, look_up) if look_up is not None else ()
    reasons = (*event.reasons, why_status, why_grade, *_figure_reasons(graded), *disputed)
    return replace(graded, status=status, grade=grade, reasons=tuple(dict.fromkeys(filter(None, reasons))))


# --- status

StatusRule = Callable[[Sequence[Position], Event, Case], str | None]


def declared(attackers: Sequence[Position], event: Event, case: Case) -> str | None:
    """A belligerent says that it struck there."""
    own = [item for item in attackers if item.grade == "admitted"]
    return f"{own[0].value} says so itself" if own else None


def rivals_named(attackers: Sequence[Position], event: Event, case: Case) -> str | None:
    """Attackers are named of whom only one can have done it."""
    rivals = [item for item in attackers if any(other.id in item.contradicts for other in attackers)]
    return f"rival attackers are named: {' and '.join(sorted(item.value for item in rivals))}" if rivals else None


def accused_denies(attackers: Sequence[Position], event: Event, case: Case) -> str | None:
    """The accused denies having struck there."""
    accused = {case.party(item.actor) for item in attackers if item.actor is not None}
    for facet in ("attacker", "what"):
        for item in event.facets.get(facet, ()):
            for support in item.claims:
                speaker = case.claims[support.claim].chain[0].actor
                if support.stance == "denies" and speaker is not None and case.party(speaker) in accused:
                    return f"the accused denies it: “{case.claims[support.claim].text}”"
    return _clears_itself(event, case)


def _clears_itself(event: Event, case: Case) -> str | None:
    """That a party says that it was not it, of which no claim in the ledger accuses it."""
    for item in event.facets.get("attacker", ()):
        if item.negative and item.actor is not None:
            own = case.party(item.actor) in replace(case, position=item).speakers("asserts")
            if own:
                return f"the accused denies it: {item.value}"
    return None


def alleged(attackers: Sequence[Position], event: Event, case: Case) -> str | None:
    """Others name an attacker."""
    named = [item for item in attackers if item.actor is not None and item.independent_lines]
    return f"others name {named[0].value}" if named else None


def nobody(attackers: Sequence[Position], event: Event, case: Case) -> str | None:
    """Nobody names an attacker."""
    return "no claim names an attacker"


STATUS_RULES: tuple[tuple[Status, StatusRule], ...] = (
    ("declared", declared),
    ("contested", rivals_named),
    ("contested", accused_denies),
    ("alleged", alleged),
    ("unknown", nobody),
)


def _status(event: Event, case: Case | None) -> tuple[Status | None, str]:
    if event.kind.plover != "ASSAULT" or event.scope == "aggregate":
        return (
            None,
            "a total, no single attack: no status, no grade"
            if event.scope == "aggregate"
            else "no attack: no status, no grade",
        )
    if case is None:
        return "unknown", "status unknown: no claim names an attacker"
    attackers = [item for item in event.facets.get("attacker", ()) if not item.negative]
    for status, rule in STATUS_RULES:
        why = rule(attackers, event, case)
        if why is not None:
            return status, f"status {status}: {why}"
    return None, "no status"


# --- grade


def _harm(event: Event, case: Case) -> list[Position]:
    """The answers that report harm to civilians or to people of unstated standing, counted or by name."""
    found = [item for facet in ("killed", "injured") for item in event.facets.get(facet, ())]
    return [item for item in found if item.independent_lines and not item.negative and _unarmed(item, case)]


def _unarmed(item: Position, case: Case) -> bool:
    """Whether an answer tells of civilians or of people whose standing nobody states; of an armed body's men it does
    not, however they are told of.
    """
    if item.actor is not None and case.actors[item.actor].kind in _ARMED:
        return False
    if item.actor is not None and case.actors[case.party(item.actor)].kind in _ARMED:
        return False
    quantity = item.quantity
    return quantity is None or (quantity.unit == "people" and quantity.group in _NOT_FIGHTERS and quantity.max != 0)


def _grade(event: Event, status: Status | None, case: Case | None) -> tuple[EventGrade | None, str]:
    if status is None or case is None:
        return None, "" if case is not None or status is None else "grade null: no claim reports harm"
    harm = _harm(event, case)
    if not harm:
        return None, "grade null: no harm to civilians or to people of unstated standing is reported"
    if any(item.grade == "admitted" for item in harm):
        return "confirmed", "grade confirmed: the attacker itself says that civilians were killed or hurt"
    if status == "contested":
        return "contested", "grade contested: who did it is disputed"
    lines = max(item.independent_lines for item in harm)
    speakers = {
        case.party(actor)
        for item in harm
        for support in item.claims
        if support.stance == "asserts" and (actor := case.claims[support.claim].chain[0].actor)
    }
    if (lines > 1 or len(speakers) > 1) and status in ("declared", "alleged"):
        return "fair", f"grade fair: {max(lines, len(speakers))} lines report harm, and a belligerent is named"
    return "weak", "grade weak: one line reports harm" if lines <= 1 else "grade weak: no belligerent is named"


def _figure_reasons(event: Event) -> tuple[str, ...]:
    return tuple(f"figures, {facet}: {_words(figure)}" for facet, figure in event.figures.items())


def _words(figure: Figure) -> str:
    shown = {"low": figure.low, "high": figure.high, "best": figure.best}
    return ", ".join(f"{name} {value if value is not None else 'open'}" for name, value in shown.items())
