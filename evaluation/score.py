"""Figures that add up over stories: shares, precision with recall, and counts that must be none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; the value is None where there was no case.

    >>> (Share(1, 2) + Share(2, 2)).value
    0.75
    """

    right: float = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float | None:
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision beside recall; the value is F1, None where neither side had a case.

    >>> Rates(Share(1, 1), Share(1, 3)).value
    0.5
    """

    precision: Share = Share()
    recall: Share = Share()

    def __add__(self, other: "Rates") -> "Rates":
        return Rates(self.precision + other.precision, self.recall + other.recall)

    @property
    def value(self) -> float | None:
        if not self.precision.of and not self.recall.of:
            return None
        precision, recall = self.precision.value or 0.0, self.recall.value or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Faults:
    """How often something happened that must not happen, among the cases where it could."""

    times: int = 0
    of: int = 0

    def __add__(self, other: "Faults") -> "Faults":
        return Faults(self.times + other.times, self.of + other.of)

    @property
    def value(self) -> float | None:
        return float(self.times)


def rates(found: float, *, ours: int, gold: int) -> Rates:
    """Precision and recall of `found` things, each found once on either side."""
    return Rates(Share(found, ours), Share(found, gold))
