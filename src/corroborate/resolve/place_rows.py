"""Places of files that users have: GeoNames dumps (allCountries.txt, SY.txt) and simple tables.

GeoNames describes its dumps at https://download.geonames.org/export/dump/readme.txt: 19 columns with tabs between.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

DUMP_COLUMNS = 19
NEEDED_COLUMNS = ("name", "latitude", "longitude")
MORE_COLUMNS = ("country", "admin1", "aliases", "kind", "population", "geonames_id")
KINDS = ("admin1", "admin2", "town", "feature", "region")
SHORTEST_ALIAS = 3
# Countries are known; their rows in a dump would only stand beside the shipped ones.
COUNTRY_CODES = ("PCL", "PCLD", "PCLF", "PCLH", "PCLI", "PCLIX", "PCLS", "TERR")


class WrongGazetteerFileError(ValueError):
    """A file that holds no places, or a wrong one; the message names the line and what to write there."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of a user's file. `area` is the key of the area that holds it, `own_key` its own where it is one."""

    name: str
    names: tuple[str, ...]
    kind: str
    country: str
    latitude: float
    longitude: float
    population: int
    geonames_id: int | None
    area: str | None
    own_key: str | None = None


def dump_rows(lines: Iterable[str], kinds: Mapping[str, str]) -> Iterator[PlaceRow]:
    """The places of a GeoNames dump of the feature codes that `kinds` gives a kind for, by "A.ADM1" or "P"."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != DUMP_COLUMNS:
            raise WrongGazetteerFileError(
                f"line {number}: {len(cells)} columns instead of the {DUMP_COLUMNS} of a GeoNames dump"
            )
        kind = kinds.get(f"{cells[6]}.{cells[7]}") or kinds.get(cells[6])
        if kind and cells[7] not in COUNTRY_CODES:
            yield _dump_row(cells, kind, number)


def _dump_row(cells: list[str], kind: str, number: int) -> PlaceRow:
    country, first = cells[8], cells[10]
    first_order = f"{country}.{first}" if first and first != "00" else None
    own_key = first_order if cells[7] == "ADM1" else None
    others = (alias for alias in (cells[2], *cells[3].split(",")) if usable_alias(alias))
    return PlaceRow(
        name=cells[1],
        names=tuple(dict.fromkeys((cells[1], *others))),
        kind=kind,
        country=country,
        latitude=_degrees(cells[4], 90, "latitude", number),
        longitude=_degrees(cells[5], 180, "longitude", number),
        population=_whole(cells[14], "population", number) or 0,
        geonames_id=_whole(cells[0], "geonameid", number),
        area=None if own_key else first_order,
        own_key=own_key,
    )


def table_rows(lines: Iterable[str], country_code: Callable[[str], str | None]) -> Iterator[PlaceRow]:
    """The places of a CSV table with a head; `country_code` tells a country's code by its name, None for no country."""
    reader = csv.DictReader(lines)
    columns = tuple(name.strip().lower() for name in reader.fieldnames or ())
    missing = [name for name in NEEDED_COLUMNS if name not in columns]
    if missing:
        raise WrongGazetteerFileError(
            f"line 1: no column {' and no column '.join(missing)}; a table needs {', '.join(NEEDED_COLUMNS)} "
            f"and may have {', '.join(MORE_COLUMNS)}"
        )
    reader.fieldnames = list(columns)
    for row in reader:
        cells = {name: (value or "").strip() for name, value in row.items() if name}
        yield _table_row(cells, country_code, reader.line_num)


def _table_row(row: Mapping[str, str], country_code: Callable[[str], str | None], number: int) -> PlaceRow:
    if not row["name"]:
        raise WrongGazetteerFileError(f"line {number}: the place has no name")
    kind = row.get("kind", "").lower() or "town"
    if kind not in KINDS:
        raise WrongGazetteerFileError(f"line {number}: kind {kind!r} is none of {', '.join(KINDS)}")
    country = country_code(row["country"]) if row.get("country") else ""
    if country is None:
        raise WrongGazetteerFileError(
            f"line {number}: no country is called {row['country']!r}; write its two-letter code or English name"
        )
    area = row.get("admin1") or None
    aliases = (alias.strip() for alias in row.get("aliases", "").split("|"))
    return PlaceRow(
        name=row["name"],
        names=tuple(dict.fromkeys((row["name"], *filter(None, aliases)))),
        kind=kind,
        country=country,
        latitude=_degrees(row["latitude"], 90, "latitude", number),
        longitude=_degrees(row["longitude"], 180, "longitude", number),
        population=_whole(row.get("population", ""), "population", number) or 0,
        geonames_id=_whole(row.get("geonames_id", ""), "geonames_id", number),
        area=f"{country}.{area}" if area and kind != "admin1" else None,
        own_key=f"{country}.{row['name']}" if kind == "admin1" else None,
    )


def usable_alias(name: str) -> bool:
    """Whether another name can stand in a text: Latin letters, no airport code, no syllable-wise transcription."""
    return len(name) >= SHORTEST_ALIAS and name[0].isupper() and not name.isupper() and _latin(name)


def _latin(name: str) -> bool:
    return all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x2070 for letter in name)


def _degrees(value: str, most: int, what: str, number: int) -> float:
    try:
        degrees = float(value)
    except ValueError:
        degrees = most + 1.0
    if not -most <= degrees <= most:
        raise WrongGazetteerFileError(f"line {number}: {what} {value!r} is no number between -{most} and {most}")
    return degrees


def _whole(value: str, what: str, number: int) -> int | None:
    if not value:
        return None
    if not value.isdecimal():
        raise WrongGazetteerFileError(f"line {number}: {what} {value!r} is no whole number")
    return int(value)
