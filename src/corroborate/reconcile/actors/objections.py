"""What speaks against taking two actors of a story for one."""

from collections.abc import Callable

from corroborate.reconcile.actors.proposals import Proposal
from corroborate.reconcile.actors.sides import Cast, Side


def _seeds_differ(first: Side, second: Side, cast: Cast) -> str | None:
    """The table of known actors has them as two."""
    names = [min(cast.seeds.by_key[key].name for key in side.seeds) for side in (first, second) if side.seeds]
    return (
        f"{names[0]} and {names[1]} are two known actors" if len(names) > 1 and not first.seeds & second.seeds else None
    )


def sexes_differ(first: Side, second: Side, cast: Cast) -> str | None:
    """One is called Mr, the other Mrs."""
    differ = first.sexes and second.sexes and not first.sexes & second.sexes
    return "a man's title and a woman's" if differ else None


def other_nation(first: Side, second: Side, cast: Cast) -> str | None:
    """They belong to two states."""
    differ = first.nations and second.nations and not first.nations & second.nations
    return "they belong to two states" if differ else None


def _told_apart(first: Side, second: Side, cast: Cast) -> str | None:
    """One document tells of both."""
    shared = first.documents & second.documents
    return f"{min(cast.document(at) for at in shared)} tells of both" if shared else None


AGAINST: tuple[Callable[[Side, Side, Cast], str | None], ...] = (
    _seeds_differ,
    sexes_differ,
    other_nation,
    _told_apart,
)


def objection(proposal: Proposal, first: Side, second: Side, cast: Cast) -> str | None:
    """What speaks against a proposal, as both sides now stand; sure signs ask for no likeness' objections."""
    if not proposal.by_likeness:
        return None
    return next((reason for rule in AGAINST if (reason := rule(first, second, cast)) is not None), None)
