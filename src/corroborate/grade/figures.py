"""Low, high and best of the dead and the hurt, by the contract's rules."""

from collections.abc import Mapping, Sequence

from corroborate.model.ledger import Claim, Event, Figure, Position

_SURE = ("exact", "about")


def figures_of(event: Event, claims: Mapping[str, Claim], published: Mapping[str, str]) -> dict[str, Figure]:
    """`killed` and `injured`, each only where a number is given for the whole event.

    Low and high are the extremes of the answers about the whole; best is the latest exact or about answer, else the
    minimum of the latest bounded one. `published` gives each document's day ("" where unknown).
    """
    found = {}
    for facet in ("killed", "injured"):
        whole = [item for item in event.facets.get(facet, ()) if _counts(item)]
        if whole:
            found[facet] = _figure(whole, claims, published)
    return found


def _counts(position: Position) -> bool:
    quantity = position.quantity
    told = any(support.stance == "asserts" for support in position.claims)
    numbered = quantity is not None and quantity.bound is not None and quantity.unit == "people"
    whole = position.part_of is None and position.place is None
    return numbered and told and whole and not position.negative


def _figure(positions: Sequence[Position], claims: Mapping[str, Claim], published: Mapping[str, str]) -> Figure:
    quantities = [item.quantity for item in positions if item.quantity is not None]
    lows = [quantity.min for quantity in quantities if quantity.min is not None]
    highs = [quantity.max for quantity in quantities if quantity.max is not None]
    latest = sorted(
        positions, key=lambda item: (_day(item, claims, published), item.independent_lines, item.id), reverse=True
    )
    sure = next(
        (item.quantity.min for item in latest if item.quantity is not None and item.quantity.bound in _SURE), None
    )
    bounded = next(
        (item.quantity.min for item in latest if item.quantity is not None and item.quantity.min is not None), None
    )
    return Figure(
        low=min(lows) if lows else None,
        high=max(highs) if highs else None,
        best=sure if sure is not None else bounded,
    )


def _day(position: Position, claims: Mapping[str, Claim], published: Mapping[str, str]) -> str:
    return max(
        (
            published.get(claims[support.claim].document, "")
            for support in position.claims
            if support.stance == "asserts"
        ),
        default="",
    )
