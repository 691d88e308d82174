"""Which fields people may correct, and what may stand in them.

What is worked out from claims (answers, lines, figures, status, grades) is in no row of the table: it is corrected by
judging the claims that it comes from.
"""

import csv
import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args

from corroborate.model.interval import Interval, date_precision
from corroborate.model.judgement import JudgedKind
from corroborate.model.ledger import ActorKind, Certainty, Quotation, Stance

_COUNTRY = re.compile(r"[A-Z]{2}")
_NULL = "null"
_WIDEST = 90.0, 180.0
_PRECISIONS = tuple(str(number) for number in range(1, 8))


class UnfitValueError(ValueError):
    """A value that a field cannot have; the message says what it can."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind of record: what it takes, and whether it may be unknown."""

    record: str
    name: str
    takes: str
    nullable: bool
    note: str


@dataclass(frozen=True, slots=True)
class Fields:
    """The table, and the terms of the codebooks as (type, term), term empty for a type alone."""

    table: Mapping[tuple[str, str], Field]
    codebooks: Mapping[str, frozenset[tuple[str, str]]]

    def of(self, record: JudgedKind) -> tuple[str, ...]:
        """The names of the fields of a kind of record that people may correct."""
        return tuple(field.name for field in self.table.values() if field.record == record)


def load_fields(read: Callable[[str], str]) -> Fields:
    """The tables; `read` gives the text of a file below corroborate/data by its relative name."""
    rows = csv.DictReader(read("judging/fields.csv").splitlines())
    fields = [Field(row["record"], row["field"], row["takes"], row["null"] == "yes", row["note"]) for row in rows]
    terms: dict[str, set[tuple[str, str]]] = {}
    for row in csv.DictReader(read("check/codebooks.csv").splitlines()):
        terms.setdefault(row["codebook"], set()).add((row["type"], row["term"]))
    return Fields(
        {(field.record, field.name): field for field in fields},
        {book: frozenset(found) for book, found in terms.items()},
    )


def fitting(field: Field, value: str, fields: Fields) -> str | None:
    """A value as it is kept, None for "null". Raises UnfitValueError where the field cannot have it."""
    plain = " ".join(value.split())
    if plain.lower() == _NULL:
        if not field.nullable:
            raise UnfitValueError(f"{field.name} cannot be null")
        return None
    words = _LISTS.get(field.takes)
    if words is not None:
        if plain not in words:
            raise UnfitValueError(f"{field.name} is one of {', '.join(words)}, not {value!r}")
        return plain
    if field.takes in fields.codebooks:
        return _term(field, plain, fields)
    return _FORMS[field.takes](field, plain)


_LISTS: Mapping[str, tuple[str, ...]] = {
    "stance": get_args(Stance),
    "certainty": get_args(Certainty),
    "quotation": tuple(word for word in get_args(Quotation) if word != "own-voice"),
    "actor-kind": get_args(ActorKind),
    "yes-no": ("yes", "no"),
    "precision": _PRECISIONS,
}


def _words(field: Field, value: str) -> str:
    if not value or not value.isprintable():
        raise UnfitValueError(f"{field.name} is a line of text, not {value!r}")
    return value


def _country(field: Field, value: str) -> str:
    if not _COUNTRY.fullmatch(value):
        raise UnfitValueError(f"{field.name} is a two-letter code such as SY, or null, not {value!r}")
    return value


def _number(field: Field, value: str) -> str:
    if not (value.isascii() and value.isdigit() and int(value) > 0):
        raise UnfitValueError(f"{field.name} is a whole number, or null, not {value!r}")
    return str(int(value))


def _coordinates(field: Field, value: str) -> str:
    wrong = UnfitValueError(f'{field.name} are latitude and longitude in degrees such as "34.1, 36.9", not {value!r}')
    try:
        latitude, longitude = (float(part) for part in value.split(","))
    except ValueError as error:
        raise wrong from error
    if not (abs(latitude) <= _WIDEST[0] and abs(longitude) <= _WIDEST[1]):  # "nan" is neither
        raise wrong
    return f"{latitude!r}, {longitude!r}"


def _days(field: Field, value: str) -> str:
    try:
        first, last = (datetime.date.fromisoformat(part) for part in (value.split("..") * 2)[:2])
    except ValueError as error:
        raise UnfitValueError(
            f"{field.name} is a day such as 2021-05-03, or two with .. between, not {value!r}"
        ) from error
    if first > last or value.count("..") > 1:
        raise UnfitValueError(f"{field.name} begins on {first} and ends on {last}")
    return f"{first}" if first == last else f"{first}..{last}"


def _term(field: Field, value: str, fields: Fields) -> str:
    kind, _, term = (part.strip() for part in value.partition(": "))
    known = fields.codebooks[field.takes]
    if (kind, term) not in known:
        terms = sorted(other for name, other in known if name == kind and other) or sorted({name for name, _ in known})
        raise UnfitValueError(f"{field.name} has no {value!r}. It has: {', '.join(terms)}")
    return f"{kind}: {term}" if term else kind


_FORMS: Mapping[str, Callable[[Field, str], str]] = {
    "words": _words,
    "actor": _words,
    "country": _country,
    "number": _number,
    "coordinates": _coordinates,
    "days": _days,
}


def coordinates_of(value: str | None) -> tuple[float, float] | tuple[None, None]:
    """Latitude and longitude of a value that `fitting` gave."""
    if value is None:
        return None, None
    latitude, longitude = value.split(", ")
    return float(latitude), float(longitude)


def interval_of(value: str | None) -> Interval | None:
    """The bounds of a value that `fitting` gave. No words of a document state them: they are inferred."""
    if value is None:
        return None
    first, last = (datetime.date.fromisoformat(part) for part in (value.split("..") * 2)[:2])
    return Interval(first.isoformat(), last.isoformat(), date_precision(first, last), "inferred", None)


def term_of(value: str | None) -> tuple[str | None, str | None]:
    """A codebook's type and term of a value that `fitting` gave."""
    kind, _, term = (value or "").partition(": ")
    return kind or None, term or None
