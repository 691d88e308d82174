"""A user's rows as places of a gazetteer file: areas first, and each place in the area that holds it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from corroborate.model.grounded import Spot
from corroborate.resolve.gazetteer import Gazetteer
from corroborate.resolve.place_pack import PackedPlace
from corroborate.resolve.place_rows import PlaceRow
from corroborate.resolve.place_words import split_type

NO_AREA = -1


@dataclass(slots=True)
class _Middle:
    """The sums of the coordinates of an area's places: for an area that has no row of its own."""

    count: int = 0
    south_north: float = 0.0
    west_east: float = 0.0


def joined_places(
    rows: Callable[[], Iterable[PlaceRow]], known: Gazetteer
) -> Iterator[tuple[PackedPlace, tuple[str, ...]]]:
    """Places with their names, in the order that a file wants; `rows` is called twice, so that none are kept.

    Areas bear the names of the gazetteer that is there already, where it has them: "Idlib" for "Idlib Governorate".
    """
    areas = _areas(rows(), known)
    number = {key: at for at, key in enumerate(areas)}
    for area in areas.values():
        yield _packed(area, NO_AREA), area.names
    for row in rows():
        if row.own_key is None:
            yield _packed(row, number.get(row.area, NO_AREA) if row.area else NO_AREA), row.names


def _areas(rows: Iterable[PlaceRow], known: Gazetteer) -> dict[str, PlaceRow]:
    """The first-order areas by key, those with a row of their own and those that other rows only name."""
    areas: dict[str, PlaceRow] = {}
    middles: dict[str, _Middle] = {}
    for row in rows:
        if row.own_key is not None:
            areas.setdefault(row.own_key, _called_as_known(row, known))
        elif row.area is not None:
            middle = middles.setdefault(row.area, _Middle())
            middle.count += 1
            middle.south_north += row.latitude
            middle.west_east += row.longitude
    for key, middle in middles.items():
        country, _, name = key.partition(".")
        if key not in areas and not _is_code(name):
            areas[key] = _named_only(name, country, middle, known)
    return areas


def _is_code(name: str) -> bool:
    """Whether an area is told by a code of a dump whose own row the file lacks: then nobody knows its name."""
    return len(name) <= LONGEST_CODE and (name.isdigit() or name.isupper())


# GeoNames' codes of first-order areas: "13", "TX", "ENG".
LONGEST_CODE = 3


def _called_as_known(row: PlaceRow, known: Gazetteer) -> PlaceRow:
    spot = _known_area(row.name, row.country, known)
    return row if spot is None else replace(row, name=spot.name, names=tuple(dict.fromkeys((spot.name, *row.names))))


def _named_only(name: str, country: str, middle: _Middle, known: Gazetteer) -> PlaceRow:
    spot = _known_area(name, country, known)
    south_north, west_east = middle.south_north / middle.count, middle.west_east / middle.count
    if spot is None:
        return PlaceRow(name, (name,), "admin1", country, south_north, west_east, 0, None, None, f"{country}.{name}")
    where = spot.latitude, spot.longitude
    return PlaceRow(
        spot.name, (spot.name, name), "admin1", country, *where, spot.population, spot.geonames_id, None,
        f"{country}.{name}",
    )  # fmt: skip


def _known_area(name: str, country: str, known: Gazetteer) -> Spot | None:
    found = (*known.candidates(name), *known.candidates(split_type(name)[0]))
    return next((spot for spot in found if (spot.kind, spot.country) == ("admin1", country)), None)


def _packed(row: PlaceRow, parent: int) -> PackedPlace:
    name = " ".join(row.name.split())
    where = row.latitude, row.longitude
    return PackedPlace(name, row.kind, row.country, parent, *where, row.population, row.geonames_id)
