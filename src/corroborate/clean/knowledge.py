"""What cleaning knows: the tables of cues, traits, outlets and agencies, read once and frozen."""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, cast

from corroborate.clean.language import Identify, open_identifier
from corroborate.model.document import FurnitureKind

Where = Literal["start", "end", "whole", "any"]
# `body` is what speaks against furniture: reported speech, length, violence.
Kind = FurnitureKind | Literal["body"]
FOLDER = "furniture"
# A name in capitals, with the small words that stand inside names; "The" may open it.
NAME = (
    r"(?:(?:The|the) )?[A-Z0-9][\w'’./&-]*?(?: (?:of |the |and |for |& )?[A-Z0-9][\w'’./&-]*?){0,5}"
    r"(?=$|[\s,.:;!|›»•·>)’'/])"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that speak for a kind of furniture, where they must stand, and by how much.

    `heads` tells whether a line of them may head what follows: "Related stories" does, "Share" does not.
    """

    kind: Kind
    weight: float
    where: Where
    heads: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Trait:
    """A property of a block (joined by + where several must hold) that speaks for a kind, and by how much."""

    kind: Kind
    weight: float
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletCue:
    """Words in page furniture that name the outlet; the lowest rank is believed."""

    rank: int
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class CleanKnowledge:
    """All tables of cleaning, and the classifier of languages."""

    cues: tuple[Cue, ...]
    traits: tuple[Trait, ...]
    outlet_cues: tuple[OutletCue, ...]
    not_outlets: frozenset[str]
    not_datelines: frozenset[str]
    agencies: frozenset[str]
    media_words: frozenset[str]
    body_words: frozenset[str]
    identify: Identify


def load_clean_knowledge(read: Callable[[str], str]) -> CleanKnowledge:
    """The knowledge in the data files; `read(name)` gives the text of a file under the package's data folder."""
    return CleanKnowledge(
        cues=tuple(_cue(row) for row in _rows(read, "cues")),
        traits=tuple(_trait(row) for row in _rows(read, "traits")),
        outlet_cues=tuple(_outlet_cue(row) for row in _rows(read, "outlets")),
        not_outlets=frozenset(row["word"].casefold() for row in _rows(read, "not_outlets")),
        not_datelines=frozenset(row["word"].upper() for row in _rows(read, "not_datelines")),
        agencies=frozenset(row["name"] for row in _rows(read, "agencies")),
        media_words=frozenset(row["word"] for row in _rows(read, "media_words")),
        body_words=frozenset(row["word"] for row in _rows(read, "body_words")),
        identify=open_identifier(tuple(sorted(row["code"] for row in _rows(read, "languages")))),
    )


def _rows(read: Callable[[str], str], table: str) -> list[dict[str, str]]:
    lines = read(f"{FOLDER}/{table}.tsv").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _cue(row: dict[str, str]) -> Cue:
    where = cast("Where", row["where"])
    shape = {"start": r"\W*(?:{})", "end": r"(?:{})\W*$", "whole": r"\W*(?:{})\W*$", "any": "{}"}[where]
    # Names of agencies are told by their capitals; other cues in any case, but for what stands in "(?-i:...)".
    flags = re.NOFLAG if re.search(r"(?<!\(\?-i:)\[A-Z\]", row["pattern"]) else re.IGNORECASE
    pattern = re.compile(shape.replace("{}", row["pattern"]), flags)
    return Cue(cast("Kind", row["kind"]), float(row["weight"]), where, row["heads"] == "yes", pattern)


def _trait(row: dict[str, str]) -> Trait:
    return Trait(cast("Kind", row["kind"]), float(row["weight"]), tuple(row["trait"].split("+")))


def _outlet_cue(row: dict[str, str]) -> OutletCue:
    return OutletCue(int(row["rank"]), re.compile(row["pattern"].replace("{name}", NAME)))
