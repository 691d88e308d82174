"""Known places: candidates for a name, and the areas that hold a place."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from rapidfuzz.distance import OSA

from corroborate.model.grounded import Spot
from corroborate.names.fold import fold, plain, skeleton
from corroborate.names.similar import same_name
from corroborate.resolve.place_forms import PlaceForms
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
NO_FORMS: PlaceForms = MappingProxyType({})


# A place of an added gazetteer and one of a later layer with that name, this near, of one kind, are one place.
SAME_PLACE_KM = 30.0

# A layer's number and the number of a row in it.
Row = tuple[int, int]


class Gazetteer:
    """Places by name, in layers: what the user added before what is shipped. Reads nothing but what it was opened with.

    `forms` are ways of writing a place that are no name of it ("W.Va.").
    """

    def __init__(self, layers: Sequence[PackedPlaces], forms: PlaceForms = NO_FORMS) -> None:
        self._layers = tuple(layers)
        self._forms = forms
        self._spot = lru_cache(maxsize=NAMES_KEPT)(self._read_spot)
        self._found = lru_cache(maxsize=NAMES_KEPT)(self._find)

    def __len__(self) -> int:
        return sum(len(layer) for layer in self._layers)

    def known(self, name: str) -> bool:
        """Whether some place bears this name in one of its usual spellings."""
        key = fold(name)
        return any(key in layer.named(skeleton(key)) for layer in self._layers)

    def full_name(self, name: str) -> str:
        """The name that a form stands for ("West Virginia" of "W.Va."), any other name as it is."""
        form = self._forms.get(name)
        return form.name if form is not None else name

    def candidates(self, name: str) -> tuple[Spot, ...]:
        """The places of that name, those whose own name it is first, then areas, then by population.

        Where no place bears the name in a usual spelling: those whose names have the same consonants and nearly
        the same vowels. Empty for a name that nobody knows. A form is the one place that it stands for.
        """
        form = self._forms.get(name)
        if form is None:
            return tuple(self._spot(row) for row in self._found(name))
        meant = (self._spot(row) for row in self._found(form.name))
        return tuple(spot for spot in meant if (spot.country, spot.kind) == (form.country, form.kind))

    def containing(self, spot: Spot) -> tuple[Spot, ...]:
        """The areas around a place, the smallest first, its country last."""
        row = self._row_of(spot)
        areas: list[Spot] = []
        while row is not None and (row := self._parent(row)) is not None:
            areas.append(self._spot(row))
        return tuple(areas)

    def _parent(self, row: Row) -> Row | None:
        parent = self._layers[row[0]].row(row[1])[1]
        return (row[0], parent) if parent >= 0 else None

    def _row_of(self, spot: Spot) -> Row | None:
        rows = self._named(skeleton(fold(spot.name))).get(fold(spot.name), ())
        return next((row for row in rows if self._layers[row[0]].row(row[1])[0].key == spot.key), None)

    def _named(self, bones: str) -> dict[str, tuple[Row, ...]]:
        """Folded name -> rows, for all names with these consonants in any layer."""
        found: dict[str, tuple[Row, ...]] = {}
        for number, layer in enumerate(self._layers):
            for key, rows in layer.named(bones).items():
                found[key] = (*found.get(key, ()), *((number, row) for row in rows))
        return found

    def _find(self, name: str) -> tuple[Row, ...]:
        key = fold(name)
        named = self._named(skeleton(key))
        rows = named.get(key) or self._nearly(name, key, named)
        if _abbreviation(name):
            rows = tuple(row for row in rows if self._spot(row).kind in ABBREVIATED_KINDS)
        wanted = plain(name)
        return tuple(sorted(self._once(rows), key=lambda row: (*_order(self._spot(row), wanted), row)))

    def _once(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """Rows without those that an earlier layer has already."""
        kept: list[Row] = []
        for row in sorted(rows):
            earlier = [other for other in kept if other[0] < row[0]]
            if not any(_same_place(self._spot(row), self._spot(other)) for other in earlier):
                kept.append(row)
        return tuple(kept)

    def _nearly(self, name: str, key: str, named: dict[str, tuple[Row, ...]]) -> tuple[Row, ...]:
        """Rows of the nearest spellings; two vowels apart only where the place's own name is a spelling of `name`."""
        apart, rows = _nearest(key, named)
        if apart < MOST_VOWELS_APART:
            return rows
        return tuple(row for row in rows if same_name(name, self._spot(row).name).same)

    def _read_spot(self, row: Row) -> Spot:
        layer = self._layers[row[0]]
        spot, parent = layer.row(row[1])
        while parent >= 0:
            area, parent = layer.row(parent)
            if area.kind == "admin1":
                return replace(spot, admin1=area.name)
        return spot


def open_gazetteer(
    source: Path | bytes, *, added: Sequence[PackedPlaces] = (), forms: PlaceForms = NO_FORMS
) -> Gazetteer:
    """A gazetteer from its file or its bytes. Raises DamagedGazetteerError where they hold none."""
    shipped = PackedPlaces(source if isinstance(source, bytes) else source.read_bytes())
    return Gazetteer((*added, shipped), forms)


def _same_place(first: Spot, second: Spot) -> bool:
    if first.key == second.key:
        return True
    alike = (first.country, first.kind) == (second.country, second.kind)
    return alike and (first.kind == "country" or distance_km(first, second) <= SAME_PLACE_KM)


def distance_km(first: Spot, second: Spot) -> float:
    """Great-circle distance between two places."""
    south, north = math.radians(first.latitude), math.radians(second.latitude)
    east = math.radians(second.longitude - first.longitude)
    arc = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(arc)))


def _nearest(key: str, named: dict[str, tuple[Row, ...]]) -> tuple[int, tuple[Row, ...]]:
    apart = {other: OSA.distance(key, other) for other in named if other[0] == key[0]}
    least = min(apart.values(), default=MOST_VOWELS_APART + 1)
    if len(key) < SHORTEST_LOOSE_NAME or least > MOST_VOWELS_APART:
        return least, ()
    return least, tuple(row for other in sorted(apart) if apart[other] == least for row in named[other])


def _abbreviation(name: str) -> bool:
    letters = name.replace(".", "")
    return letters.isupper() and len(letters) <= LONGEST_ABBREVIATION


def _order(spot: Spot, wanted: str) -> tuple[bool, int, int]:
    return plain(spot.name) != wanted, KIND_ORDER.get(spot.kind, 9), -spot.population
