"""The area that a document is about: there lies a place that no gazetteer has and that the text puts nowhere."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.model.grounded import Spot
from corroborate.resolve.gazetteer import Gazetteer
from corroborate.resolve.place_choice import Choice

# Fewer places than this say nothing about the next one.
FEWEST_PLACES = 2
# The share of a document's places that its home holds: of three places all but one.
LEAST_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Home:
    """The area, and in words how the document shows it."""

    area: Spot
    reason: str


def find_home(choices: Sequence[Choice], gazetteer: Gazetteer) -> Home | None:
    """The first-order area that is, or holds, most of the places found in a document; None where none does."""
    placed = [choice.spot for choice in choices if choice.spot is not None and choice.spot.kind not in _TOO_WIDE]
    counts = Counter((spot.country, spot.name if spot.kind == "admin1" else spot.admin1) for spot in placed)
    for (country, province), count in counts.most_common(1):
        area = _area(country, province, gazetteer)
        if area is not None and count >= FEWEST_PLACES and count >= LEAST_SHARE * len(placed):
            return Home(area, f"{count} of the {len(placed)} other places lie in {area.name}")
    return None


# Places that lie in no first-order area.
_TOO_WIDE = ("country", "region")


def _area(country: str | None, province: str | None, gazetteer: Gazetteer) -> Spot | None:
    found = gazetteer.candidates(province) if province is not None else ()
    return next((spot for spot in found if (spot.kind, spot.country, spot.name) == ("admin1", country, province)), None)
