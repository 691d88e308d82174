"""Which kinds of event may tell of the same happening, from data/lexicons/families.csv."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass

# Families of what an act did, not of the act.
HARM = frozenset(("killing", "death", "injury", "destruction", "displacement"))

# The sphere of a family that the table has not.
VIOLENCE = "violence"
# Spheres whose acts are never told of as an act of another one: 8 of 500 pairs in the corpus were one event.
ALOOF = frozenset(("diplomacy", "relief", "act"))


@dataclass(frozen=True, slots=True)
class Families:
    """Family -> whether it is an attack, its sphere, and the families that accounts of one event may use instead."""

    attacks: frozenset[str]
    compatible: Mapping[str, frozenset[str]]
    parents: Mapping[str, str]
    spheres: Mapping[str, str]

    def fit(self, first: str, second: str) -> bool:
        """Whether one event can be told of in both ways."""
        return first == second or second in self.compatible.get(first, ()) or first in self.compatible.get(second, ())

    def aloof(self, first: str, second: str) -> bool:
        """Whether they are of two spheres one of which has nothing of the other's: talks and a shelling."""
        spheres = {self.spheres.get(first, VIOLENCE), self.spheres.get(second, VIOLENCE)}
        return len(spheres) > 1 and bool(spheres & ALOOF) and not self.fit(first, second)

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
    return Families(
        attacks,
        compatible,
        {row["family"]: row["parent"] for row in rows if row["parent"]},
        {row["family"]: row["sphere"] for row in rows},
    )
