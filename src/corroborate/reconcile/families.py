"""Which kinds of event may tell of the same happening, from data/lexicons/families.csv."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass

# Families of what an act did, not of the act.
HARM = frozenset(("killing", "death", "injury", "destruction", "displacement"))


@dataclass(frozen=True, slots=True)
class Families:
    """Family -> whether it is an attack, and the families that accounts of one event may use instead."""

    attacks: frozenset[str]
    compatible: Mapping[str, frozenset[str]]
    parents: Mapping[str, str]

    def fit(self, first: str, second: str) -> bool:
        """Whether one event can be told of in both ways."""
        return first == second or second in self.compatible.get(first, ()) or first in self.compatible.get(second, ())

    def finer(self, first: str, second: str) -> str:
        """Of two ways to tell of one event the more particular: "air-strike" of "strike" and "air-strike"."""
        if first in HARM and second in self.attacks and second not in HARM:
            return second
        up = second
        while up in self.parents:
            up = self.parents[up]
            if up == first:
                return second
        return first


def load_families(read: Callable[[str], str]) -> Families:
    """The table; `read` gives the text of a file below corroborate/data by its relative name."""
    rows = list(csv.DictReader(read("lexicons/families.csv").splitlines()))
    attacks = frozenset(row["family"] for row in rows if row["attack"] == "yes")
    compatible = {row["family"]: frozenset(filter(None, row["compatible"].split("|"))) for row in rows}
    return Families(attacks, compatible, {row["family"]: row["parent"] for row in rows if row["parent"]})
