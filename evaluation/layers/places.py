"""Place names: found, and put where they are."""

import math
from collections.abc import Sequence

from evaluation.layers.extent import paired
from evaluation.layers.records import Record, Toponym
from evaluation.score import Rates, Share, rates

# What geoparsing calls right: 100 miles.
NEAR_KM = 161
EARTH_RADIUS_KM = 6371.0


def toponyms_found(gold: Record, ours: Record) -> Rates:
    """Place names whose words overlap a place of ours at all, one to one."""
    return rates(len(_pairs(gold, ours)), ours=len(ours.places), gold=len(gold.places))


def within_161_km(gold: Record, ours: Record) -> Share:
    """Of all gold's place names with coordinates, those that were found and put within 161 km."""
    return Share(_near(gold.places, ours.places), sum(each.point is not None for each in gold.places))


def within_161_km_of_resolved(gold: Record, ours: Record) -> Share:
    """The same, of those place names that were found and put somewhere."""
    resolved = sum(one.point is not None and other.point is not None for one, other in _pairs(gold, ours))
    return Share(_near(gold.places, ours.places), resolved)


def given_within_161_km(gold: Record, ours: Record) -> Share:
    """Of all gold's place names with coordinates, told to the program, those that it put within 161 km."""
    return Share(_near(gold.places, ours.given_places), sum(each.point is not None for each in gold.places))


def given_within_161_km_of_resolved(gold: Record, ours: Record) -> Share:
    """The same, of those that it put somewhere."""
    pairs = paired(gold.places, ours.given_places, least=0)
    resolved = sum(one.point is not None and other.point is not None for one, other in pairs)
    return Share(_near(gold.places, ours.given_places), resolved)


def distance_km(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Great-circle distance between two points of latitude and longitude."""
    south, north = math.radians(first[0]), math.radians(second[0])
    east = math.radians(second[1] - first[1])
    arc = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(arc)))


def _pairs(gold: Record, ours: Record) -> tuple[tuple[Toponym, Toponym], ...]:
    return paired(gold.places, ours.places, least=0)


def _near(gold: Sequence[Toponym], ours: Sequence[Toponym]) -> int:
    return sum(
        one.point is not None and other.point is not None and distance_km(one.point, other.point) <= NEAR_KM
        for one, other in paired(gold, ours, least=0)
    )
