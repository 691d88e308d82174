"""What comes out: the records of the contract, field by field.

Names, types and meanings are fixed by docs/reference/contract.md and data/ledger.schema.json.
Spans are flat here (`start`, `end`, `text`), as the contract writes them.
"""

from dataclasses import dataclass
from typing import Literal

from corroborate.model.document import Document
from corroborate.model.interval import Interval
from corroborate.model.judgement import Judgement
from corroborate.model.mention import Mention as Mention
from corroborate.model.problem import Problem
from corroborate.model.quantity import Quantity

FORMAT = "corroborate-ledger/1"

ActorKind = Literal[
    "state", "state-forces", "government-body", "armed-group", "intergovernmental", "coalition", "monitor", "media",
    "agency", "platform", "person", "role", "population", "organisation", "unknown",
]  # fmt: skip
Stance = Literal[
    "asserts", "denies", "rejects", "doubts", "cannot-verify", "does-not-know", "predicts", "demands"
]  # fmt: skip
Certainty = Literal["certain", "probable", "possible", "unknown"]
Quotation = Literal["direct", "indirect", "mixed", "own-voice"]
Role = Literal["origin", "channel", "agency", "outlet", "republisher"]
PositionGrade = Literal["admitted", "corroborated", "single-source", "contested", "denied", "unverified"]
Status = Literal["declared", "alleged", "contested", "unknown"]
EventGrade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
PlaceBasis = Literal["gazetteer", "containing-area", "context", "unresolved"]


# "Not less than twelve" is a number, not the denial of one; lexicons/approximators.csv has the same words.
BOUNDS_WITH_NOT = ("not less than ", "not fewer than ", "not more than ")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks: one record for all its names.

    `reasons` say in words which names were joined to it and why, and which were kept apart.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    country: str | None
    member_of: tuple[str, ...]
    mentions: tuple[Mention, ...]
    reasons: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere that mentions name; `precision` is UCDP's where_prec."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    precision: int | None
    basis: PlaceBasis
    mentions: tuple[Mention, ...]
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that make a claim reported speech."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says it, as printed; the outlet with a null span for its own voice."""

    actor: str | None
    text: str | None
    start: int | None
    end: int | None
    anonymous: bool


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the way from the first speaker to the page."""

    name: str
    actor: str | None
    role: Role
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a claim speaks of: an event and, where it answers a question of it, the answer."""

    event: str
    facet: str | None
    position: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One source saying one thing, in exact words.

    `rejected` is the judgement by which it counts for nothing, `read_as` its stance as read where people corrected it.
    """

    id: str
    document: str
    start: int
    end: int
    text: str
    claimant: Claimant
    cue: Cue | None
    chain: tuple[Link, ...]
    stance: Stance
    certainty: Certainty
    quotation: Quotation
    said: Interval | None
    repeats: str | None
    about: tuple[About, ...]
    claims_on: tuple[str, ...] = ()
    rejected: str | None = None
    read_as: Stance | None = None
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """A claim and its stance towards one answer."""

    claim: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to one question of an event, with who gives it and how many lines stand behind it."""

    id: str
    value: str
    actor: str | None
    place: str | None
    quantity: Quantity | None
    time: Interval | None
    claims: tuple[Support, ...]
    origins: int
    independent_lines: int
    collapsed: tuple[str, ...]
    grade: PositionGrade
    contradicts: tuple[str, ...]
    supersedes: tuple[str, ...] = ()
    part_of: str | None = None

    @property
    def negative(self) -> bool:
        """Whether this says who or what it was not ("not the bridge"), or that it is not established."""
        return self.value.startswith("not ") and not self.value.startswith(BOUNDS_WITH_NOT)


@dataclass(frozen=True, slots=True)
class EventKind:
    """The event's type in PLOVER's and ACLED's terms; None where a codebook has none."""

    plover: str | None
    plover_mode: str | None
    acled: str | None
    acled_sub: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """The extremes of the answers about the whole event, and the latest of them."""

    low: int | None
    high: int | None
    best: int | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something told as having happened, with its questions and their competing answers."""

    id: str
    title: str
    kind: EventKind
    scope: Literal["incident", "aggregate"]
    time: Interval | None
    places: tuple[str, ...]
    documents: tuple[str, ...]
    mentions: tuple[Mention, ...]
    facets: dict[str, tuple[Position, ...]]
    figures: dict[str, Figure]
    status: Status | None
    grade: EventGrade | None
    reasons: tuple[str, ...]
    part_of: str | None
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that was found: for one story, or for all of them joined.

    `judgements` are those of people that are in force; the records on which they act name their ids.
    """

    documents: tuple[Document, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    problems: tuple[Problem, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    format: str = FORMAT
    generated: str = "unknown"
