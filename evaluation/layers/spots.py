"""The set `syria-places`: names of Syrian places and where they are, looked up without any text."""

from collections.abc import Sequence
from functools import cache

from corroborate import pipeline
from corroborate.model.grounded import Spot
from corroborate.names.similar import same_name
from corroborate.resolve.gazetteer import Gazetteer
from corroborate.resolve.place_words import split_type
from evaluation.layers.measures import Measured
from evaluation.layers.places import distance_km
from evaluation.layers.plain import Plain
from evaluation.score import Share

NEAR_KM = 10
COUNTRY = "SY"


def measured_spots(rows: Sequence[Plain]) -> tuple[Measured, ...]:
    """The scores on all places but those whose coordinates are doubtful."""
    sure = [row for row in rows if not row["doubtful"]]
    gazetteer = _gazetteer()
    counts = (
        ("known", known),
        ("first within 10 km", first_within_10_km),
        ("first within 10 km, province told", first_in_province_within_10_km),
        ("any within 10 km", any_within_10_km),
    )
    return tuple(Measured("places", name, count(sure, gazetteer), count.__doc__ or "") for name, count in counts)


def known(rows: Sequence[Plain], gazetteer: Gazetteer) -> Share:
    """Names for which the gazetteer has a place in Syria."""
    return Share(sum(bool(_spots(row, gazetteer)) for row in rows), len(rows))


def first_within_10_km(rows: Sequence[Plain], gazetteer: Gazetteer) -> Share:
    """Names whose first place in Syria, as the gazetteer orders them, is within 10 km of where they are."""
    return Share(sum(any(_near(row, spot) for spot in _spots(row, gazetteer)[:1]) for row in rows), len(rows))


def first_in_province_within_10_km(rows: Sequence[Plain], gazetteer: Gazetteer) -> Share:
    """The same of the names that come with their province, taken among the places in it where there are any."""
    told = [row for row in rows if row.get("governorate")]
    return Share(sum(any(_near(row, spot) for spot in _in_province(row, gazetteer)[:1]) for row in told), len(told))


def any_within_10_km(rows: Sequence[Plain], gazetteer: Gazetteer) -> Share:
    """Names of which some place in Syria is within 10 km of where they are: what the best choice could reach."""
    return Share(sum(any(_near(row, spot) for spot in _spots(row, gazetteer)) for row in rows), len(rows))


def _spots(row: Plain, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    return tuple(spot for spot in gazetteer.candidates(row["name"]) if spot.country == COUNTRY)


def _in_province(row: Plain, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    spots, province = _spots(row, gazetteer), row["governorate"]
    inside = tuple(spot for spot in spots if spot.admin1 and same_name(spot.admin1, split_type(province)[0]).same)
    return inside or spots


def _near(row: Plain, spot: Spot) -> bool:
    place = spot.latitude, spot.longitude
    return any(distance_km((float(south), float(east)), place) <= NEAR_KM for south, east in row["coordinates"])


@cache
def _gazetteer() -> Gazetteer:
    return pipeline.open_resources().resolve.gazetteer
