"""Known places: candidates for a name, and the areas that hold a place."""

import math
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA

from corroborate.model.grounded import Spot
from corroborate.names.fold import fold, plain, skeleton
from corroborate.names.similar import same_name
from corroborate.resolve.place_pack import PackedPlaces

# Areas before towns before landmarks where a name fits several equally well.
KIND_ORDER = {"country": 0, "region": 1, "admin1": 1, "admin2": 2, "town": 3, "feature": 4}
# Names shorter than this are never matched by consonants alone ("Homs", "Hama").
SHORTEST_LOOSE_NAME = 6
# How many letters (all of them vowels) a loose match may differ by: "Latamna", "Lataminah".
MOST_VOWELS_APART = 2
# Names in capitals of up to this many letters are abbreviations: "US" is no village in France, "UP" an Indian state.
LONGEST_ABBREVIATION = 4
ABBREVIATED_KINDS = frozenset({"country", "admin1", "feature"})
NAMES_KEPT = 16_384
EARTH_RADIUS_KM = 6371.0


class Gazetteer:
    """Places by name. Reads nothing but the bytes it was opened with."""

    def __init__(self, places: PackedPlaces) -> None:
        self._places = places
        self._spot = lru_cache(maxsize=NAMES_KEPT)(self._read_spot)
        self._found = lru_cache(maxsize=NAMES_KEPT)(self._find)

    def __len__(self) -> int:
        return len(self._places)

    def known(self, name: str) -> bool:
        """Whether some place bears this name in one of its usual spellings."""
        key = fold(name)
        return key in self._places.named(skeleton(key))

    def candidates(self, name: str) -> tuple[Spot, ...]:
        """The places of that name, those whose own name it is first, then areas, then by population.

        Where no place bears the name in a usual spelling: those whose names have the same consonants and nearly
        the same vowels. Empty for a name that nobody knows.
        """
        return tuple(self._spot(row) for row in self._found(name))

    def containing(self, spot: Spot) -> tuple[Spot, ...]:
        """The areas around a place, the smallest first, its country last."""
        row = self._row_of(spot)
        areas: list[Spot] = []
        while row is not None and (row := self._places.row(row)[1]) >= 0:
            areas.append(self._spot(row))
        return tuple(areas)

    def _row_of(self, spot: Spot) -> int | None:
        rows = self._places.named(skeleton(fold(spot.name))).get(fold(spot.name), ())
        return next((row for row in rows if self._places.row(row)[0].key == spot.key), None)

    def _find(self, name: str) -> tuple[int, ...]:
        key = fold(name)
        named = self._places.named(skeleton(key))
        rows = named.get(key) or self._nearly(name, key, named)
        if _abbreviation(name):
            rows = tuple(row for row in rows if self._spot(row).kind in ABBREVIATED_KINDS)
        wanted = plain(name)
        return tuple(sorted(rows, key=lambda row: _order(self._spot(row), wanted, row)))

    def _nearly(self, name: str, key: str, named: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
        """Rows of the nearest spellings; two vowels apart only where the place's own name is a spelling of `name`."""
        apart, rows = _nearest(key, named)
        if apart < MOST_VOWELS_APART:
            return rows
        return tuple(row for row in rows if same_name(name, self._spot(row).name).same)

    def _read_spot(self, row: int) -> Spot:
        spot, parent = self._places.row(row)
        while parent >= 0:
            area, parent = self._places.row(parent)
            if area.kind == "admin1":
                return replace(spot, admin1=area.name)
        return spot


def open_gazetteer(source: Path | bytes) -> Gazetteer:
    """A gazetteer from its file or its bytes. Raises DamagedGazetteerError where they hold none."""
    return Gazetteer(PackedPlaces(source if isinstance(source, bytes) else source.read_bytes()))


def distance_km(first: Spot, second: Spot) -> float:
    """Great-circle distance between two places."""
    south, north = math.radians(first.latitude), math.radians(second.latitude)
    east = math.radians(second.longitude - first.longitude)
    arc = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(arc)))


def _nearest(key: str, named: dict[str, tuple[int, ...]]) -> tuple[int, tuple[int, ...]]:
    apart = {other: OSA.distance(key, other) for other in named if other[0] == key[0]}
    least = min(apart.values(), default=MOST_VOWELS_APART + 1)
    if len(key) < SHORTEST_LOOSE_NAME or least > MOST_VOWELS_APART:
        return least, ()
    return least, tuple(row for other in sorted(apart) if apart[other] == least for row in named[other])


def _abbreviation(name: str) -> bool:
    letters = name.replace(".", "")
    return letters.isupper() and len(letters) <= LONGEST_ABBREVIATION


def _order(spot: Spot, wanted: str, row: int) -> tuple[bool, int, int, int]:
    return plain(spot.name) != wanted, KIND_ORDER.get(spot.kind, 9), -spot.population, row
