"""Which mentions of one document name the same place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.grounded import Spot
from corroborate.model.reading import Name
from corroborate.names.fold import fold, plain, skeleton
from corroborate.names.similar import same_name
from corroborate.resolve.gazetteer import Gazetteer
from corroborate.resolve.place_areas import listed_with, named_for_its_seat, with_written_areas
from corroborate.resolve.place_names import proper_name, same_place_name
from corroborate.resolve.place_words import (
    LANDMARK,
    STRETCH,
    TYPE_OF,
    WATERS,
    PlaceType,
    split_type,
    type_at_end,
)

# Candidates looked at for a name; common names ("San Juan") have hundreds, and the best known come first.
MOST_CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class Cluster:
    """One place of one document before it is looked up: its name, its type, its mentions, the clusters around it.

    `listed` are those that stand beside it in a list.
    """

    name: str
    aliases: tuple[str, ...]
    type: PlaceType | None
    mentions: tuple[int, ...]
    areas: tuple[int, ...]
    spots: tuple[Spot, ...]
    listed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mention:
    index: int
    base: str
    type: PlaceType | None


def find_clusters(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> tuple[Cluster, ...]:
    """The places of a document in the order of their first mentions."""
    names = with_written_areas(text, names, gazetteer)
    groups: list[list[_Mention]] = []
    # Spellings of a place share their first consonants; comparing all with all would take hours for a long list.
    by_letter: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        if name.kind == "place" and (name.of is None or not _stands_for_place(names, index)):
            mention = _mention(index, name, gazetteer)
            _add(groups, by_letter.setdefault(skeleton(fold(mention.base))[:2], []), mention, gazetteer)
    group_of = {mention.index: number for number, group in enumerate(groups) for mention in group}
    for index in range(len(names)):
        if index not in group_of and (number := group_of.get(_root(names, index))) is not None:
            group_of[index] = number
    members: list[list[int]] = [[] for _ in groups]
    for index in sorted(group_of):
        members[group_of[index]].append(index)
    beside = listed_with(text, names)
    return tuple(
        _cluster(names, group, members[number], group_of, gazetteer, beside) for number, group in enumerate(groups)
    )


def _mention(index: int, name: Name, gazetteer: Gazetteer) -> _Mention:
    full = gazetteer.full_name(name.name)
    if name.name == full and (proper := proper_name(full)) is not None:
        full = proper
    base, word = split_type(full)
    if word is not None and TYPE_OF[word] in (LANDMARK, STRETCH, WATERS):
        # The checkpoint of a town is not the town: what the word says stays in its name.
        return _Mention(index, full, TYPE_OF[word])
    if full != name.name and gazetteer.full_name(name.name) == full:
        # "W.Va.": the full name says all; "Washington State" keeps its word.
        return _Mention(index, full, TYPE_OF.get((name.type_word or "").lower()))
    if word is not None and word not in name.name and gazetteer.known(name.name):
        # "United States", "Gaza Strip": the capital word belongs to the name.
        return _Mention(index, name.name, TYPE_OF.get((name.type_word or "").lower()))
    word = (name.type_word or word or type_at_end(base) or "").lower()
    return _Mention(index, base, TYPE_OF.get(word))


def _root(names: Sequence[Name], index: int) -> int:
    """The earliest mention that the links of the text lead back to."""
    seen = {index}
    while (earlier := names[index].of) is not None and earlier not in seen:
        seen.add(earlier)
        index = earlier
    return index


def _stands_for_place(names: Sequence[Name], index: int) -> bool:
    """Whether a mention only stands for an earlier place ("the village"), and gives no name of its own."""
    own, root = names[index].name, names[_root(names, index)]
    return root.kind == "place" and (own.islower() or not same_name(split_type(own)[0], split_type(root.name)[0]).same)


def _add(groups: list[list[_Mention]], alike: list[int], mention: _Mention, gazetteer: Gazetteer) -> None:
    """Put a mention with the first place that it names again; `alike` are the places with the same first consonants."""
    for number in alike:
        if _one_place(groups[number], mention, gazetteer):
            groups[number].append(mention)
            return
    alike.append(len(groups))
    groups.append([mention])


def _one_place(group: Sequence[_Mention], mention: _Mention, gazetteer: Gazetteer) -> bool:
    if not same_place_name(group[0].base, mention.base).same or _two_known(group[0].base, mention.base, gazetteer):
        return False
    types = {_level(member.type) for member in group} - {None}
    own = _level(mention.type)
    if own is None or not types:
        # "Harvat" beside "Harvat district" is the district, unless a town of that name is known: "Homs".
        mixed = own == "area" or types == {"area"}
        return not (mixed and _has_town(gazetteer, mention.base))
    return own in types


def _two_known(first: str, second: str, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer knows both names, for two places: Mexico and Mexico City."""
    if plain(first) == plain(second) or not (gazetteer.known(first) and gazetteer.known(second)):
        return False
    ours, theirs = gazetteer.candidates(first)[:1], gazetteer.candidates(second)[:1]
    return bool(ours and theirs and ours[0].key != theirs[0].key)


def _level(kind: PlaceType | None) -> str | None:
    if kind is None:
        return None
    return "area" if kind.kinds[0] in ("admin1", "admin2", "country") else "point"


def _has_town(gazetteer: Gazetteer, name: str) -> bool:
    key = fold(name)
    return any(spot.kind == "town" and fold(spot.name) == key for spot in gazetteer.candidates(name)[:MOST_CANDIDATES])


def _cluster(
    names: Sequence[Name],
    group: Sequence[_Mention],
    members: Sequence[int],
    group_of: dict[int, int],
    gazetteer: Gazetteer,
    beside: Mapping[int, tuple[int, ...]],
) -> Cluster:
    number = group_of[members[0]]
    areas = dict.fromkeys(
        group_of[area]
        for index in members
        if (area := names[index].area) is not None and group_of.get(area, number) != number
    )
    kind = next((mention.type for mention in group if mention.type is not None), None)
    called = tuple(dict.fromkeys(names[mention.index].name for mention in group))
    linked = (proper_name(names[index].name) for index in members)
    aliases = tuple(dict.fromkeys((*called, *filter(None, linked))))
    name = _usual([mention.base for mention in group] + [alias for alias in aliases if not alias.islower()])
    listed = dict.fromkeys(
        group_of[other] for index in members for other in beside.get(index, ()) if group_of.get(other, number) != number
    )
    spots = _spots(called, name, kind, gazetteer)
    return Cluster(name, aliases, kind, tuple(members), tuple(areas), spots, tuple(listed))


def _usual(bases: Sequence[str]) -> str:
    """The commonest form; a common noun or one in capitals only where there is no other."""
    counts = Counter(bases)
    return min(
        bases,
        key=lambda base: (not base[:1].isupper(), base.isupper() and len(base) > 3, -counts[base], bases.index(base)),
    )


def _spots(aliases: Sequence[str], name: str, kind: PlaceType | None, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Gazetteer places of any of the names; only of the kinds that the type word allows, where it allows some."""
    bases = [split_type(alias)[0] for alias in (*aliases, name)]
    found = dict.fromkeys(
        spot
        for form in dict.fromkeys((*aliases, name, *bases))
        for spot in gazetteer.candidates(form)[:MOST_CANDIDATES]
    )
    if kind is None:
        return tuple(spot for spot in found if not named_for_its_seat(spot, found))
    allowed = tuple(spot for spot in found if spot.kind in kind.kinds)
    if allowed or type_at_end(name) is None:
        return allowed
    # The word is part of the name: "Rhode Island" is a state.
    return tuple(spot for spot in found if plain(spot.name) == plain(name))
