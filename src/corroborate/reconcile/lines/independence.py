"""How many independent lines stand behind an answer, with the reason for every merge."""

from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.model.ledger import Claim
from corroborate.names.fold import plain
from corroborate.reconcile.lines.merging import DROPS, JOINS, Origin, Rule, Voices
from corroborate.reconcile.union import Union

REPEATED = "a headline or pull quote that repeats a claim of the same document is no speaker of its own"


@dataclass(frozen=True, slots=True)
class Lines:
    """Distinct first speakers, what is left after merging them, and each merge in words."""

    origins: int
    independent: int
    collapsed: tuple[str, ...]


def count_lines(claims: Sequence[Claim], voices: Voices) -> Lines:
    """The origins and lines of the claims that hold for an answer, each merge with its rule and words."""
    repeated = any(claim.repeats is not None for claim in claims)
    origins = origins_of([claim for claim in claims if claim.repeats is None])
    groups = Union([origin.key for origin in origins])
    reasons = [REPEATED] if repeated else []
    reasons += _join(origins, groups, voices)
    dropped, more = _drop(origins, groups, voices)
    lines = sum(not dropped.issuperset(group) for group in groups.groups())
    return Lines(len(origins), lines, tuple(dict.fromkeys((*reasons, *more))))


def origins_of(claims: Sequence[Claim]) -> list[Origin]:
    """The first speakers of the claims, each with its own."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        first = claim.chain[0]
        found.setdefault(first.actor or f"name:{plain(first.name)}", []).append(claim)
    return [
        Origin(key, members[0].chain[0].name, members[0].chain[0].actor, tuple(members))
        for key, members in found.items()
    ]


def _join(origins: Sequence[Origin], groups: Union[str], voices: Voices) -> list[str]:
    """Make one group of what is one line; returns the reasons."""
    reasons = []
    for at, origin in enumerate(origins):
        for other in origins[:at]:
            if groups.find(origin.key) != groups.find(other.key):
                reason = _first(JOINS, other, origin, voices)
                if reason is not None:
                    groups.join(other.key, origin.key)
                    reasons.append(f"{other.name}; {origin.name}: {reason}")
    return reasons


def _drop(origins: Sequence[Origin], groups: Union[str], voices: Voices) -> tuple[set[str], list[str]]:
    """The origins that are no line beside others of another group, rule by rule, and the reasons."""
    dropped: set[str] = set()
    reasons = []
    for rule in DROPS:
        for origin in origins:
            if origin.key in dropped:
                continue
            for other in origins:
                apart = other.key not in dropped and groups.find(other.key) != groups.find(origin.key)
                reason = rule(origin, other, voices) if apart else None
                if reason is not None:
                    dropped.add(origin.key)
                    reasons.append(f"{other.name}; {origin.name}: {reason}")
                    break
    return dropped, reasons


def _first(rules: Sequence[Rule], first: Origin, second: Origin, voices: Voices) -> str | None:
    return next((reason for rule in rules if (reason := rule(first, second, voices)) is not None), None)
