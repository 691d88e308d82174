"""What a document is found by when another is added, and what it looks for itself."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keys:
    """`stored` are the keys that a document is found by; `wanted` those that it looks for, each with its points.

    Documents whose stored keys have at least `needed` points of those looked for are candidates. Who is a candidate of
    whom must hold either way round, or the order of additions would show.
    """

    stored: frozenset[str]
    wanted: Mapping[str, int]
    needed: int = 1

    def find(self, other: "Keys") -> bool:
        """Whether a document with the `other` keys is a candidate of the one that has these."""
        return sum(points for key, points in self.wanted.items() if key in other.stored) >= self.needed
