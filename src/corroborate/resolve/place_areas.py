"""Areas written right behind a place, with a comma only: "Tarin, Hadravil" where the gazetteer has a Tarin in Hadravil.

Without the gazetteer a comma tells nothing: it joins the names of a list just as well.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corroborate.model.grounded import Spot
from corroborate.model.reading import Name
from corroborate.names.fold import fold, skeleton
from corroborate.resolve.gazetteer import Gazetteer, distance_km
from corroborate.resolve.place_words import COUNTY, FIRST_ORDER, LOOK_BACK, SECOND_ORDER, TYPE_OF, split_type

_COMMA = re.compile(r",\s+(?:in\s+)?(?:the\s+)?")
# What behind a second name tells that a list goes on: its members lie beside, not in each other.
_LIST_GOES_ON = re.compile(r"\s*(?:,\s+(?:and|or)\b|\s(?:and|or|&)\s)")
_WORD_AFTER = re.compile(r"[ \u00a0](?P<word>[a-z]+)\b")
_WORD_BEFORE = re.compile(r"\b(?P<word>[a-z]+) of (?:the )?$")
_AREA_TYPES = (FIRST_ORDER, SECOND_ORDER, COUNTY)
_LISTS = re.compile(r"\s*(?:,|,?\s+(?:and|or)|\s+&)\s+(?:the\s+)?")
_AREA_KINDS = ("country", "region", "admin1", "admin2")
# An area of second order holds what lies this near its middle: nothing else is known of its border.
SECOND_ORDER_KM = 80.0


def with_written_areas(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> tuple[Name, ...]:
    """The names; a place without an area is put in the one behind the comma, where it holds a place of that name."""
    order = sorted(
        (index for index, name in enumerate(names) if name.kind == "place"), key=lambda index: names[index].span
    )
    found = [_typed(text, name, gazetteer) for name in names]
    for index, following in itertools.pairwise(order):
        first, second = names[index], names[following]
        if first.area is not None or not _COMMA.fullmatch(text[first.span.end : second.span.start]):
            continue
        if not _LIST_GOES_ON.match(text, second.span.end) and _holds_one(second, first, gazetteer):
            found[index] = replace(first, area=following)
    return tuple(found)


def _typed(text: str, name: Name, gazetteer: Gazetteer) -> Name:
    """A place name without a type word takes the one right behind it, or the one of "state of" before it.

    Only where the gazetteer has an area of that name: "Sudan state television" is no state of Sudan.
    """
    if name.kind != "place" or name.type_word is not None:
        return name
    after = _WORD_AFTER.match(text, name.span.end)
    before = _WORD_BEFORE.search(text, max(0, name.span.start - LOOK_BACK), name.span.start)
    word = next(
        (match["word"] for match in (after, before) if match and TYPE_OF.get(match["word"]) in _AREA_TYPES), None
    )
    if word is None or not any(spot.kind == "admin1" for spot in gazetteer.candidates(name.name)):
        return name
    return replace(name, type_word=word)


def listed_with(text: str, names: Sequence[Name]) -> dict[int, tuple[int, ...]]:
    """For each place in a list ("Oregon, Utah and Idaho") the ones right before and behind it, but its area."""
    order = sorted(
        (index for index, name in enumerate(names) if name.kind == "place"), key=lambda index: names[index].span
    )
    found: dict[int, tuple[int, ...]] = {}
    for index, following in itertools.pairwise(order):
        between = text[names[index].span.end : names[following].span.start]
        if names[index].area != following and _LISTS.fullmatch(between):
            found[index] = (*found.get(index, ()), following)
            found[following] = (*found.get(following, ()), index)
    return found


def _holds_one(area: Name, place: Name, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer has a place of that very name in an area of that name; countries lie in none."""
    around, bearers = _areas(area, gazetteer), _bearers(place, gazetteer)
    if any(spot.kind == "country" for spot in bearers) and any(spot.kind == "country" for spot in around):
        return False
    return any(lies_in(spot, each) for each in around for spot in bearers)


def _bearers(name: Name, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Places whose own name it is, in one of its usual spellings."""
    form = fold(split_type(gazetteer.full_name(name.name))[0])
    return tuple(spot for spot in gazetteer.candidates(name.name) if fold(spot.name) == form)


def _areas(name: Name, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Areas that a name can mean; one that bears the name of a town in it needs a word such as "province" for it."""
    base, word = split_type(name.name)
    found = gazetteer.candidates(name.name) or gazetteer.candidates(base)
    areas = tuple(spot for spot in found if spot.kind in _AREA_KINDS)
    if name.type_word is not None or word is not None:
        return areas
    return tuple(area for area in areas if not named_for_its_seat(area, found))


def named_for_its_seat(area: Spot, found: Iterable[Spot]) -> bool:
    """Whether a province bears the name of a town in it: "in Homs" without "province" means the town."""
    bones = skeleton(fold(area.name))
    return area.kind == "admin1" and any(
        spot.kind == "town" and lies_in(spot, area) and skeleton(fold(spot.name)) == bones for spot in found
    )


def lies_in(spot: Spot, area: Spot) -> bool:
    """Whether the gazetteer puts a place in an area."""
    if area.kind == "region" or spot.key == area.key:
        return False
    if spot.country != area.country:
        return False
    if area.kind == "country":
        return True
    if area.kind == "admin1":
        return spot.admin1 == area.name
    return spot.kind == "town" and distance_km(spot, area) <= SECOND_ORDER_KM
