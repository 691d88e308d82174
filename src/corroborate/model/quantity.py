"""How many, as the text bounds it."""

from dataclasses import dataclass
from typing import Literal

Bound = Literal["exact", "at-least", "more-than", "up-to", "less-than", "about", "between"]
Group = Literal["civilians", "children", "women", "men", "fighters"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """The numbers as written; min, max and bound are None where words give no number ("dozens")."""

    min: int | None
    max: int | None
    bound: Bound | None
    unit: str
    group: str | None

    def allows(self, other: "Quantity") -> bool:
        """Whether some number fits both; an "about" stretches by a tenth, the slack that rounding hides."""
        low, high = self._stretch()
        other_low, other_high = other._stretch()
        return low <= other_high and other_low <= high

    def _stretch(self) -> tuple[float, float]:
        low = float("-inf") if self.min is None else float(self.min)
        high = float("inf") if self.max is None else float(self.max)
        match self.bound:
            case "more-than":
                return low + 1, high
            case "less-than":
                return low, high - 1
            case "about":
                return low * 0.9, high * 1.1
            case _:
                return low, high
