"""Ways of writing a place that are no name of it: "W.Va.", "NSW", and "Russian" where it stands for the country."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """The place that a form stands for: its name, its country's code and the gazetteer's kind of it."""

    name: str
    country: str
    kind: str


PlaceForms = Mapping[str, PlaceForm]


def load_place_forms(read: Callable[[str], str]) -> PlaceForms:
    """Forms as they are written, capitals and stops included; `read` gives the text of a file of corroborate/data."""
    forms = {
        row["form"]: PlaceForm(row["name"], row["country"], row["kind"])
        for row in csv.DictReader(read("gazetteer/short_forms.csv").splitlines())
    }
    for row in csv.DictReader(read("actors/states.csv").splitlines()):
        for people in row["demonym"].split("|") if row["iso2"] else ():
            forms.setdefault(people.strip(), PlaceForm(row["name"], row["iso2"], "country"))
    return forms
