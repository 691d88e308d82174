"""Reading in, grounded reading out: names, places and times get an identity inside their document."""

from dataclasses import dataclass

from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.interval import Interval
from corroborate.model.problem import Problem
from corroborate.model.reading import Reading
from corroborate.resolve.actors import resolve_actors
from corroborate.resolve.gazetteer import Gazetteer
from corroborate.resolve.places import resolve_places
from corroborate.resolve.seeds import Seeds
from corroborate.resolve.times import resolve_times


@dataclass(frozen=True, slots=True)
class ResolveKnowledge:
    """What the resolve stage is handed."""

    seeds: Seeds
    gazetteer: Gazetteer


def ground(
    document: Document, reading: Reading, knowledge: ResolveKnowledge
) -> tuple[GroundedReading, tuple[Problem, ...]]:
    """The grounded reading of one document; an unknown place or name is kept as it stands and spoils nothing else."""
    actors, actor_of = resolve_actors(reading, knowledge.seeds)
    places, place_of = resolve_places(document, reading, knowledge.gazetteer)
    intervals = resolve_times(reading.times, published=published_interval(document))
    return GroundedReading(document, reading, actors, places, actor_of, place_of, intervals), ()


def published_interval(document: Document) -> Interval | None:
    """The day of publication as bounds, None where nothing says it."""
    if document.published is None:
        return document.published_interval
    day = document.published[:10]
    return Interval(day, day, 1, "stated", None)
