"""The table of known actors: states, their bodies, agencies, outlets, monitors, groups, by every name they bear."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast, get_args

from corroborate.model.ledger import ActorKind
from corroborate.names.fold import fold


@dataclass(frozen=True, slots=True)
class Seed:
    """One known actor; `parents` are the keys of the bodies that it belongs to."""

    key: str
    name: str
    kind: ActorKind
    country: str | None
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seeds:
    """Known actors by key, by name as written, and by folded name where that is long enough to be safe."""

    by_key: Mapping[str, Seed]
    by_name: Mapping[str, str]
    by_fold: Mapping[str, str]

    def find(self, name: str) -> Seed | None:
        """The actor that bears a name: as written, else by spelling-insensitive comparison."""
        folds = len(name) >= _SAFE_LENGTH and not name.islower()
        key = self.by_name.get(name) or (self.by_fold.get(fold(name)) if folds else None)
        return self.by_key.get(key) if key else None


# Folding short names makes acronyms meet ("IS", "US"); from this length on a folded name is as good as the name.
_SAFE_LENGTH = 7
# Outlets bear plain words for names ("Independent", "Times"): only as written.
_PLAIN_WORDS = frozenset(("media", "agency", "platform"))


def load_seeds(read: Callable[[str], str]) -> Seeds:
    """The seed tables; `read` gives the text of a file below corroborate/data by its relative name."""
    by_key: dict[str, Seed] = {}
    by_name: dict[str, str] = {}
    for seed, names in (*_states(read), *_bodies(read), *_known(read)):
        by_key.setdefault(seed.key, seed)
        for name in names:
            by_name.setdefault(name, seed.key)
    folded: dict[str, str] = {}
    for name, key in by_name.items():
        if len(name) >= _SAFE_LENGTH and by_key[key].kind not in _PLAIN_WORDS:
            folded.setdefault(fold(name), key)
    return Seeds(by_key, by_name, folded)


def _states(read: Callable[[str], str]) -> Iterator[tuple[Seed, tuple[str, ...]]]:
    for row in csv.DictReader(read("actors/states.csv").splitlines()):
        names = (row["name"], *_cell(row["aliases"]), *_cell(row["demonym"]), *_cell(row["seats"]))
        yield Seed(row["key"], row["name"], "state", row["iso2"] or None, ()), names


def _bodies(read: Callable[[str], str]) -> Iterator[tuple[Seed, tuple[str, ...]]]:
    countries = {row["key"]: row["iso2"] or None for row in csv.DictReader(read("actors/states.csv").splitlines())}
    for row in csv.DictReader(read("actors/state_bodies.csv").splitlines()):
        parents = (row["state"],) if row["state"] else ()
        seed = Seed(row["key"], row["name"], _kind(row["kind"]), countries.get(row["state"]), parents)
        yield seed, (row["name"], *_cell(row["aliases"]))


def _known(read: Callable[[str], str]) -> Iterator[tuple[Seed, tuple[str, ...]]]:
    for row in csv.DictReader(read("actors/known.csv").splitlines()):
        seed = Seed(row["key"], row["name"], _kind(row["kind"]), row["country"] or None, _cell(row["member_of"]))
        yield seed, (row["name"], *_cell(row["aliases"]))


def _kind(name: str) -> ActorKind:
    return cast("ActorKind", name) if name in get_args(ActorKind) else "organisation"


def _cell(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split("|") if part.strip())
