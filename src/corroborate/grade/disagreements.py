"""What kind of disagreement stands between accounts of an event, each as a sentence."""

from collections.abc import Iterator

from corroborate.grade.positions import Case
from corroborate.model.ledger import Event, Position

# Facet -> the kind of disagreement between two answers that cannot both be true.
RIVAL_KINDS = {
    "attacker": "another attacker",
    "target": "another target",
    "place": "another place",
    "time": "another time",
    "weapon": "another weapon",
    "what": "another kind of act",
}
OTHER_NUMBER = "another number"
OTHER_ANSWER = "another answer"


def disagreements_of(event: Event, case: Case) -> tuple[str, ...]:
    """One sentence for each pair of rival answers and for each answer that somebody denies, with its kind."""
    return tuple(
        line
        for facet, positions in event.facets.items()
        for line in (*_rivals(facet, positions), *_denials(facet, positions, case))
    )


def _rivals(facet: str, positions: tuple[Position, ...]) -> Iterator[str]:
    shown = {item.id: item for item in positions}
    for item in positions:
        for other in item.contradicts:
            if item.id < other and other in shown:
                numbers = item.quantity is not None and shown[other].quantity is not None
                kind = OTHER_NUMBER if numbers else RIVAL_KINDS.get(facet, OTHER_ANSWER)
                one, two = sorted((item.value, shown[other].value))
                yield f"disagreement, {facet}: “{one}” and “{two}” cannot both be true ({kind})"


def _denials(facet: str, positions: tuple[Position, ...], case: Case) -> Iterator[str]:
    for item in positions:
        deniers = sorted({_speaker(support.claim, case) for support in item.claims if support.stance == "denies"})
        if deniers and any(support.stance == "asserts" for support in item.claims):
            denied = f"“{item.value}” is denied by {' and '.join(deniers)}"
            yield f"disagreement, {facet}: {denied} ({_kind(facet, item, case)})"


def _kind(facet: str, item: Position, case: Case) -> str:
    """Admission against denial, accusation against denial, happened or not, else simply denied."""
    if item.grade == "admitted":
        return "an admission against a denial"
    if facet == "attacker" and item.actor is not None:
        deniers = {case.claims[support.claim].chain[0].actor for support in item.claims if support.stance == "denies"}
        own = case.party(item.actor) in {case.party(actor) for actor in deniers if actor is not None}
        return "an accusation that the accused denies" if own else "an accusation that somebody else denies"
    return "whether it happened" if facet == "what" else "asserted and denied"


def _speaker(claim: str, case: Case) -> str:
    return case.claims[claim].chain[0].name
