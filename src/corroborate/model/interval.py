"""When something happened, as bounds with the reason for them."""

import datetime
from dataclasses import dataclass
from typing import Literal

Basis = Literal["stated", "relative", "inferred", "publication"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Earliest and latest possible day (ISO dates, None where open), UCDP date_prec 1-5, and the words."""

    earliest: str | None
    latest: str | None
    precision: int | None
    basis: Basis
    text: str | None

    @property
    def bounded(self) -> bool:
        return self.earliest is not None and self.latest is not None

    def days_to(self, other: "Interval") -> int:
        """The days between two bounded stretches, 0 where they share one. ValueError where a bound is open."""
        if self.earliest is None or self.latest is None or other.earliest is None or other.latest is None:
            raise ValueError("the days to an open stretch are not known")
        first, last = sorted((self, other), key=lambda item: item.earliest or "")
        ends, begins = (first.latest or "")[:10], (last.earliest or "")[:10]
        return max(0, (datetime.date.fromisoformat(begins) - datetime.date.fromisoformat(ends)).days)

    def meets(self, other: "Interval") -> bool:
        """Whether the two can share a day; an open bound meets everything on its side."""
        return _not_after(self.earliest, other.latest) and _not_after(other.earliest, self.latest)


def date_precision(earliest: datetime.date, latest: datetime.date) -> int:
    """UCDP date_prec of a stretch of days: 1 one day, 2 up to six, 3 a week, 4 a month, 5 longer."""
    days = (latest - earliest).days + 1
    for limit, code in ((1, 1), (6, 2), (7, 3), (31, 4)):
        if days <= limit:
            return code
    return 5


def _not_after(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first[:10] <= second[:10]
