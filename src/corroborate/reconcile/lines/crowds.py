"""What kind of people an unnamed crowd is, from data/actors/crowds.csv."""

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# "doctors (to Palisade)": whom they talked to says nothing of what they are.
_LISTENER = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Crowds:
    """Word -> the kind of people that it tells of: "residents" and "witnesses" are locals, "doctors" are medics."""

    kinds: Mapping[str, str]

    def kind(self, name: str) -> str | None:
        """The kind of people that the first telling word of a name stands for; None where no word tells.

        >>> Crowds({"residents": "locals"}).kind("two residents (to Palisade)")
        'locals'
        """
        words = _WORD.findall(_LISTENER.sub("", name).casefold())
        return next((self.kinds[word] for word in words if word in self.kinds), None)

    def may_share(self, first: str, second: str) -> bool:
        """Whether two unnamed crowds may be the same people: one kind, or a kind that the words leave open."""
        one, other = self.kind(first), self.kind(second)
        return one is None or other is None or one == other


def load_crowds(read: Callable[[str], str]) -> Crowds:
    """The table; `read` gives the text of a file below corroborate/data by its relative name."""
    rows = csv.DictReader(read("actors/crowds.csv").splitlines())
    return Crowds({row["word"]: row["crowd"] for row in rows})
