"""What is asked about an event and by which words a claim answers it, from data/questions."""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

Patterns = tuple[tuple[str, re.Pattern[str]], ...]
_ANY = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A question: whether it has one answer or many, whether its numbers exclude each other, where in the order of
    things a denial looks for it (None: never), and whether a doubt of a claim is one of its answer.
    """

    name: str
    exclusive: bool
    figure: bool
    denied: int | None
    judged: bool


@dataclass(frozen=True, slots=True)
class Questions:
    """The facets in the order in which a reader asks, the facet that a role's filler answers, patterns by use, and the
    particular nouns that a general one may stand for.
    """

    facets: Mapping[str, Facet] = field(default_factory=lambda: MappingProxyType({}))
    roles: Mapping[tuple[str, str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    patterns: Mapping[str, Patterns] = field(default_factory=lambda: MappingProxyType({}))
    kinds: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def facet_of(self, role: str, families: Sequence[str], *, counted: bool) -> str | None:
        """The question that a role answers in an event of these families, the first that fits before the next.

        A family counts only where the last, the mention's own, has a row of its own too: those who were shot in an
        arrest were not arrested by that.
        """
        filler = "counted" if counted else "named"
        own = [(self.roles.get((role, filler, family)) or self.roles.get((role, "any", family))) for family in families]
        if own and own[-1] is not None:
            return next(facet for facet in own if facet is not None)
        return self.roles.get((role, filler, _ANY)) or self.roles.get((role, "any", _ANY))

    def matches(self, use: str, text: str) -> str | None:
        """The facet of the first pattern of a use that stands in the text; at its beginning for `own-part`."""
        for facet, pattern in self.patterns.get(use, ()):
            if pattern.match(text) if use == "own-part" else pattern.search(text):
                return facet
        return None

    def nearest(self, use: str, text: str, start: int, end: int) -> str | None:
        """The facet of the pattern whose words stand nearest to a stretch of the text."""
        found = [
            (max(match.start() - end, start - match.end(), 0), order, facet)
            for order, (facet, pattern) in enumerate(self.patterns.get(use, ()))
            for match in pattern.finditer(text)
        ]
        return min(found)[2] if found else None

    def exclusive(self, facet: str) -> bool:
        return facet in self.facets and self.facets[facet].exclusive

    def figure(self, facet: str) -> bool:
        return facet in self.facets and self.facets[facet].figure

    def order(self, facet: str) -> tuple[int, str]:
        """Where a facet stands among the others; those that the table does not know come last."""
        names = list(self.facets)
        return (names.index(facet) if facet in self.facets else len(names), facet)


def load_questions(read: Callable[[str], str]) -> Questions:
    """The tables; `read` gives the text of a file below corroborate/data by its relative name."""
    patterns: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for row in _rows(read, "patterns"):
        patterns.setdefault(row["use"], []).append((row["facet"], re.compile(row["pattern"], re.IGNORECASE)))
    return Questions(
        MappingProxyType({row["facet"]: _facet(row) for row in _rows(read, "facets")}),
        MappingProxyType({(row["role"], row["filler"], row["family"]): row["facet"] for row in _rows(read, "roles")}),
        MappingProxyType({use: tuple(found) for use, found in patterns.items()}),
        MappingProxyType(
            {row["general"]: frozenset(row["particular"].split()) for row in _rows(read, "kinds_of_targets")}
        ),
    )


def _facet(row: Mapping[str, str]) -> Facet:
    denied = int(row["denied"]) if row["denied"] else None
    return Facet(row["facet"], row["answers"] == "one", row["figure"] == "yes", denied, row["judged"] == "yes")


def _rows(read: Callable[[str], str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(read(f"questions/{name}.csv").splitlines()))
