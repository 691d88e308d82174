"""What a plain record holds, as the measures take it: gold and the program's reading alike."""

from dataclasses import dataclass

from evaluation.layers.extent import Extent

# The first and the last possible day; None where a side is open.
Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention. `classes`: which of person, organisation and place it may be; none where it is of no such class."""

    extent: Extent
    text: str
    kind: str | None
    classes: frozenset[str]
    chain: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a claim gives, for which event and which question of it."""

    low: int | None
    high: int | None
    group: str | None
    facet: str | None
    event: str | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A claim, and whose it is; without source and cue it is the outlet's own voice.

    `text` is the words of the content, `by` those of source and cue.
    """

    source: Extent
    cue: Extent
    content: Extent
    text: str
    by: str
    stance: str | None = None
    certainty: str | None = None
    quotation: str | None = None
    figures: tuple[Figure, ...] = ()

    @property
    def extent(self) -> Extent:
        """The claim is where its content stands."""
        return self.content

    @property
    def reported(self) -> bool:
        return bool(self.source or self.cue)


@dataclass(frozen=True, slots=True)
class Time:
    """Words that say when, and the days that they mean, None where they are not dated.

    `named` are the days that the words name by themselves, whatever stands before them ("since 2017" names that year):
    those of each end where they name two.
    """

    extent: Extent
    text: str
    days: Days | None
    named: tuple[Days, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """Words that say how many."""

    extent: Extent
    text: str
    low: int | None
    high: int | None
    bound: str | None
    group: str | None


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role of an event."""

    extent: Extent
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """Words that tell of an event; `kind` is the data set's, PLOVER's with the mode after a stroke where it is ours."""

    extent: Extent
    text: str
    kind: str | None
    chain: str | None
    reality: str | None
    arguments: tuple[Filler, ...]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name with its latitude and longitude, None where nobody found them."""

    extent: Extent
    text: str
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Filling:
    """A wanted filler of a template's slot: the alternatives that are right, by where they stand and by their words."""

    slot: str
    extents: tuple[Extent, ...]
    words: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One document's layers. `furniture` is all of it together; a layer that the record lacks is empty.

    `given_places`, of the program's reading only: gold's place names, told to it, where it puts them.
    """

    id: str
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Counted, ...] = ()
    events: tuple[Event, ...] = ()
    places: tuple[Toponym, ...] = ()
    given_places: tuple[Toponym, ...] = ()
    fillings: tuple[Filling, ...] = ()
    furniture: Extent = frozenset()
