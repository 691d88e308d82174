"""A reading whose names, places and times have an identity inside their document."""

from dataclasses import dataclass

from corroborate.model.document import Document
from corroborate.model.interval import Interval
from corroborate.model.ledger import ActorKind, PlaceBasis
from corroborate.model.reading import Reading


@dataclass(frozen=True, slots=True)
class LocalActor:
    """All mentions of one actor in one document. `seed` is its key in the table of known actors, if it is there."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    mentions: tuple[int, ...]
    seed: str | None = None
    country: str | None = None
    member_of: tuple[int, ...] = ()
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the gazetteer: a candidate for a place name.

    `kind`: `country`, `admin1`, `admin2`, `town` or `feature` (camp, base, crossing, dam, river ...).
    """

    name: str
    kind: str
    country: str | None
    admin1: str | None
    latitude: float
    longitude: float
    population: int
    geonames_id: int | None
    key: str


@dataclass(frozen=True, slots=True)
class LocalPlace:
    """All mentions of one place in one document, the gazetteer's place chosen for it, and why.

    `areas` are the indexes of the local places that the text puts it in, finest first.
    """

    name: str
    aliases: tuple[str, ...]
    mentions: tuple[int, ...]
    spot: Spot | None
    precision: int | None
    basis: PlaceBasis
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    areas: tuple[int, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GroundedReading:
    """The per-document half's result: all that the cross-document half needs of one document.

    `actor_of` and `place_of` map each name of the reading to its local actor or place (-1: neither);
    `intervals` stand beside `reading.times`, None where a time stays open until other documents date it.
    """

    document: Document
    reading: Reading
    actors: tuple[LocalActor, ...]
    places: tuple[LocalPlace, ...]
    actor_of: tuple[int, ...]
    place_of: tuple[int, ...]
    intervals: tuple[Interval | None, ...]
