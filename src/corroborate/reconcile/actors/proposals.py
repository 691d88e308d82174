"""Proposals to take two actors of a story for one: what rules make, and the parts that they share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corroborate.model.ledger import ActorKind
from corroborate.names.fold import core_words
from corroborate.reconcile.actors.sides import BODIES, Cast, Side

# Kinds whose names tell them apart: a like name in two documents of one story is the same actor.
NAMED: frozenset[ActorKind] = frozenset(
    (
        "armed-group",
        "organisation",
        "monitor",
        "media",
        "agency",
        "coalition",
        "intergovernmental",
        "unknown",
        "platform",
    )
)
# Kinds of which texts go on to use a part of the name.
SHORTENED = (NAMED | BODIES) - {"unknown", "platform", "state"}
PERSONAL: frozenset[ActorKind] = frozenset(("person", "unknown"))
_LINKING = frozenset(("of", "the", "for", "and", "in", "de", "du", "al"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two sides that may be one, how surely (0..1), and why; `by_likeness` where only their names say so."""

    first: Side
    second: Side
    score: float
    detail: str
    by_likeness: bool = True


@dataclass(frozen=True, slots=True)
class Doubt:
    """A side that may be one of several, and so is none of them."""

    side: Side
    owners: tuple[Side, ...]
    detail: str


Rule = Callable[[Sequence[Side], Cast], Iterator[Proposal | Doubt]]


def sharing(sides: Iterable[Side], keys: Callable[[Side], Iterable[str]]) -> Iterator[tuple[str, list[Side]]]:
    """The sides that share a key, key by key."""
    found: dict[str, list[Side]] = {}
    for side in sides:
        for key in sorted(set(keys(side))):
            found.setdefault(key, []).append(side)
    yield from ((key, group) for key, group in sorted(found.items()) if len(group) > 1)


def chain(group: Sequence[Side], score: float, detail: str, *, by_likeness: bool = False) -> Iterator[Proposal]:
    """All of a group as one."""
    for first, second in pairwise(group):
        if first is not second:
            yield Proposal(first, second, score, detail, by_likeness)


def the_only_one(side: Side, owners: Sequence[Side], score: float, detail: str) -> Iterator[Proposal | Doubt]:
    others = [owner for owner in owners if owner is not side]
    if len(others) == 1:
        yield Proposal(others[0], side, score, detail)
    elif others:
        yield Doubt(
            side, tuple(others), detail.replace("only one", "not only one").replace("the story's only", "several")
        )


def of_one_kind(first: Side, second: Side) -> bool:
    return not first.kinds or not second.kinds or bool(first.kinds & second.kinds)


def is_proper(name: str) -> bool:
    """Whether a body's name is its alone: initials ("KDF"), or two words with capitals ("Kenya Defence Forces")."""
    found = name.split()
    initials = len(found) == 1 and name.isupper() and len(name) > 1
    return initials or sum(word[:1].isupper() for word in found) > 1


def is_agency_name(name: str) -> bool:
    """Whether a name ends in what agencies call themselves."""
    found = name.split()
    return len(found) > 1 and found[-1].lower() in ("agency", "news", "wire", "press", "service")


def name_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in core_words(name) if word not in _LINKING)
