"""Places across a story: which local places are one, and the records that they become."""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corroborate.judging.corrections import judged_places
from corroborate.judging.grouping import regrouped
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.model.grounded import GroundedReading, LocalPlace
from corroborate.model.ids import content_id
from corroborate.model.ledger import Mention, Place
from corroborate.names.fold import plain
from corroborate.reconcile.union import Union
from corroborate.resolve.place_names import site_noun
from corroborate.resolve.places import same_place

Key = tuple[int, int]

# where_prec from which a place is an area in which several incidents of one day can lie (3: a district).
AREA_PRECISION = 3
# Only the ends of longer nouns are plurals: "lockers", not "bus".
SHORTEST_PLURAL = 5


@dataclass(frozen=True, slots=True)
class PlaceNouns:
    """Nouns for places: those for areas, and those so general that a story has several of each."""

    areas: frozenset[str]
    general: frozenset[str]


def load_place_nouns(read: Callable[[str], str]) -> PlaceNouns:
    """The table of nouns; `read` gives the text of a file below corroborate/data by its relative name."""
    rows = tuple(csv.DictReader(read("gazetteer/place_nouns.csv").splitlines()))
    return PlaceNouns(*(frozenset(row["noun"] for row in rows if row["use"] == use) for use in ("area", "general")))


@dataclass(frozen=True, slots=True)
class StoryPlaces:
    """The place records of a story, the id of each local place, and for each id the areas that texts name for it."""

    records: tuple[Place, ...]
    ids: Mapping[Key, str]
    areas: Mapping[str, tuple[str, ...]]
    by_id: Mapping[str, Place]
    nouns: PlaceNouns

    def of(self, document: int, local: int) -> str | None:
        return self.ids.get((document, local))

    def is_seat_of(self, seat: str, place: str) -> bool:
        """Whether a place bears the name of the province in which another lies: "Homs" of a town in Homs province."""
        ours, theirs = self.by_id[seat], self.by_id[place]
        return seat != place and theirs.admin1 is not None and plain(ours.name) == plain(theirs.admin1)

    def is_area(self, place: str) -> bool:
        """Whether a place is a district, province or country, not a spot; one that no table knows is by its name."""
        record = self.by_id[place]
        if record.basis != "gazetteer":
            return any(alias.lower().split()[-1] in self.nouns.areas for alias in (record.name, *record.aliases))
        return (record.precision or 0) >= AREA_PRECISION


def story_places(readings: Sequence[GroundedReading], nouns: PlaceNouns, rulings: Rulings = NO_RULINGS) -> StoryPlaces:
    """The places of a story; spellings of one town in different documents are one record.

    The order of the documents does not matter: what agrees most is joined first, and two places that a document
    keeps apart are never joined, unless people say that they are one.
    """
    keys = [(at, local) for at, item in enumerate(readings) for local in range(len(item.places))]
    groups = Union(keys)
    _join_named(readings, keys, groups)
    _join_unnamed(readings, keys, groups, nouns)
    members = regrouped(groups.groups(), lambda key: [item.key for item in _mentions(readings, key)], rulings.place)
    records = judged_places([_record(readings, group) for group in members], rulings)
    ids = {key: record.id for group, record in zip(members, records, strict=True) for key in group}
    areas = {record.id: _areas(readings, group, ids) for group, record in zip(members, records, strict=True)}
    return StoryPlaces(records, ids, areas, {record.id: record for record in records}, nouns)


def _join_named(readings: Sequence[GroundedReading], keys: Sequence[Key], groups: Union[Key]) -> None:
    """Join what bears one name, the surest pairs first; of pairs as sure, those of the smaller document ids."""
    pairs = []
    for at, key in enumerate(keys):
        for other in keys[:at]:
            verdict = same_place(_local(readings, other), _local(readings, key)) if other[0] != key[0] else None
            if verdict is not None and verdict.same:
                rank = sorted((_rank(readings, other), _rank(readings, key)))
                pairs.append((-verdict.score, rank, other, key))
    members = {key: [key] for key in keys}
    for _, _, other, key in sorted(pairs, key=lambda pair: pair[:2]):
        ours, theirs = members[groups.find(other)], members[groups.find(key)]
        if ours is not theirs and not {document for document, _ in ours} & {document for document, _ in theirs}:
            groups.join(other, key)
            members[groups.find(key)] = [*ours, *theirs]


def _rank(readings: Sequence[GroundedReading], key: Key) -> tuple[str, int]:
    return readings[key[0]].document.id, key[1]


def _join_unnamed(
    readings: Sequence[GroundedReading], keys: Sequence[Key], groups: Union[Key], nouns: PlaceNouns
) -> None:
    """ "The hospital" of one document is the only hospital of another, named or not, where neither tells of two."""
    found: dict[str, list[Key]] = {}
    for key in keys:
        place = _local(readings, key)
        if place.spot is None and (noun := _noun(place, nouns)) is not None:
            found.setdefault(noun, []).append(key)
    for _, same in sorted(found.items()):
        documents = [at for at, _ in same]
        named = {groups.find(key) for key in same if not _unnamed(_local(readings, key))}
        if len(documents) == len(set(documents)) and len(named) <= 1:
            for key in same[1:]:
                groups.join(same[0], key)


def _noun(place: LocalPlace, nouns: PlaceNouns) -> str | None:
    """What an unnamed building or site is, or a named one's last word: "hospital" of "General Hospital, Dikwa"."""
    head = re.split(r",| (?:of|in|at|near|on|for|between|from|by|to|which|behind|beside|below|above) ", place.name)[0]
    last = head.split()[-1].lower() if head else ""
    noun = last.removesuffix("s") if len(last) > SHORTEST_PLURAL else last
    if _unnamed(place):
        return None if {last, noun} & (nouns.general | nouns.areas) else noun
    return noun if site_noun(last) is not None else None


def _unnamed(place: LocalPlace) -> bool:
    return place.name[:1].islower()


def _local(readings: Sequence[GroundedReading], key: Key) -> LocalPlace:
    return readings[key[0]].places[key[1]]


def _record(readings: Sequence[GroundedReading], group: Sequence[Key]) -> Place:
    locals_ = [_local(readings, key) for key in group]
    lead = min(
        locals_,
        key=lambda item: (
            item.spot is None,
            item.latitude is None,
            not item.areas,
            item.precision or 9,
            -len(item.mentions),
            item.name,
            item.spot.key if item.spot is not None else "",
            item.aliases,
        ),
    )
    mentions = tuple(sorted({mention for key in group for mention in _mentions(readings, key)}))
    return Place(
        id=content_id("place", mentions[0].document, mentions[0].start, mentions[0].end),
        name=lead.name,
        aliases=tuple(sorted({alias for item in locals_ for alias in item.aliases})),
        country=lead.country,
        admin1=lead.admin1,
        latitude=lead.latitude,
        longitude=lead.longitude,
        geonames_id=lead.spot.geonames_id if lead.spot is not None and lead.basis == "gazetteer" else None,
        precision=lead.precision,
        basis=lead.basis,
        mentions=mentions,
    )


def _mentions(readings: Sequence[GroundedReading], key: Key) -> tuple[Mention, ...]:
    item = readings[key[0]]
    names = (item.reading.names[index] for index in item.places[key[1]].mentions)
    return tuple(Mention(item.document.id, name.span.start, name.span.end, name.text) for name in names)


def _areas(readings: Sequence[GroundedReading], group: Sequence[Key], ids: Mapping[Key, str]) -> tuple[str, ...]:
    own = ids[group[0]]
    found = (ids[at, area] for at, local in group for area in readings[at].places[local].areas)
    return tuple(dict.fromkeys(area for area in found if area != own))
