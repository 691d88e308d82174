"""Places across a story: which local places are one, and the records that they become."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corroborate.judging.corrections import judged_places
from corroborate.judging.grouping import regrouped
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.model.grounded import GroundedReading, LocalPlace
from corroborate.model.ids import content_id
from corroborate.model.ledger import Mention, Place
from corroborate.names.fold import plain
from corroborate.reconcile.union import Union
from corroborate.resolve.places import same_place

Key = tuple[int, int]

# where_prec from which a place is an area in which several incidents of one day can lie (3: a district).
AREA_PRECISION = 3
# What the name of an area that no gazetteer knows ends in.
AREA_NOUNS = frozenset(
    (
        "province",
        "district",
        "region",
        "governorate",
        "county",
        "state",
        "oblast",
        "valley",
        "department",
        "prefecture",
        "canton",
        "territory",
        "countryside",
        "basin",
        "peninsula",
        "raion",
        "parish",
        "division",
        "republic",
    )
)


# Buildings and sites that accounts call by what they are.
SITES = frozenset(
    (
        "airport", "bakery", "barracks", "base", "bazaar", "bridge", "camp", "canal", "checkpoint", "church", "clinic",
        "college", "compound", "courthouse", "crossing", "dam", "depot", "factory", "ferry", "flyover", "gate",
        "harbour", "hospital", "hotel", "jail", "jetty", "junction", "market", "mill", "mine", "monastery", "mosque",
        "orchard", "palace", "pier", "plant", "port", "press", "prison", "quarry", "refinery", "roundabout", "school",
        "shrine", "square", "station", "store", "strait", "substation", "temple", "terminal", "tunnel", "university",
        "warehouse", "weighbridge", "well", "yard",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoryPlaces:
    """The place records of a story, the id of each local place, and for each id the areas that texts name for it."""

    records: tuple[Place, ...]
    ids: Mapping[Key, str]
    areas: Mapping[str, tuple[str, ...]]
    by_id: Mapping[str, Place]

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
            return any(alias.lower().split()[-1] in AREA_NOUNS for alias in (record.name, *record.aliases))
        return (record.precision or 0) >= AREA_PRECISION


def story_places(readings: Sequence[GroundedReading], rulings: Rulings = NO_RULINGS) -> StoryPlaces:
    """The places of a story; spellings of one town in different documents are one record."""
    keys = [(at, local) for at, item in enumerate(readings) for local in range(len(item.places))]
    groups = Union(keys)
    for at, key in enumerate(keys):
        for other in keys[:at]:
            if (
                groups.find(key) != groups.find(other)
                and same_place(_local(readings, other), _local(readings, key)).same
            ):
                groups.join(other, key)
    _join_unnamed(readings, keys, groups)
    members = regrouped(groups.groups(), lambda key: [item.key for item in _mentions(readings, key)], rulings.place)
    records = judged_places([_record(readings, group) for group in members], rulings)
    ids = {key: record.id for group, record in zip(members, records, strict=True) for key in group}
    areas = {record.id: _areas(readings, group, ids) for group, record in zip(members, records, strict=True)}
    return StoryPlaces(records, ids, areas, {record.id: record for record in records})


def _join_unnamed(readings: Sequence[GroundedReading], keys: Sequence[Key], groups: Union[Key]) -> None:
    """ "The hospital" of one document is the only hospital of another, named or not, where neither tells of two."""
    found: dict[str, list[Key]] = {}
    for key in keys:
        place = _local(readings, key)
        if place.spot is None and (noun := _noun(place)) is not None:
            found.setdefault(noun, []).append(key)
    for same in found.values():
        documents = [at for at, _ in same]
        named = {groups.find(key) for key in same if not _unnamed(_local(readings, key))}
        if len(documents) == len(set(documents)) and len(named) <= 1:
            for key in same[1:]:
                groups.join(same[0], key)


def _noun(place: LocalPlace) -> str | None:
    """What an unnamed building or site is, or a named one's last word: "hospital" of "General Hospital, Dikwa"."""
    head = re.split(r",| (?:of|in|at|near|on|for|between|from|by) ", place.name)[0].split()
    return head[-1].lower() if head and head[-1].lower() in SITES else None


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
