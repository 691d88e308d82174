"""The proper name inside the words for a place: "Cauca" of "the south-western department of Cauca"."""

import re
from functools import lru_cache

from corroborate.names.similar import Verdict, same_name
from corroborate.resolve.place_words import (
    COUNTRY,
    COUNTY,
    FIRST_ORDER,
    LANDMARK,
    QUARTER,
    SECOND_ORDER,
    SETTLEMENT,
    STRETCH,
    TYPE_OF,
    WATERS,
    split_type,
)

# What stands between something and the place that it is only near or in: "the road to Harvat" is not Harvat.
_RELATIONS = frozenset(
    (
        "above", "along", "and", "at", "behind", "below", "beside", "between", "beyond", "by", "for", "from", "in",
        "inside", "near", "on", "opposite", "outside", "over", "to", "towards", "under", "which", "with",
    )
)  # fmt: skip
# Nouns before "of" that name the same place as what follows: "the town of Tarin", not "the hospital of Tarin".
_SAME_AS_FOLLOWS = (COUNTRY, FIRST_ORDER, SECOND_ORDER, COUNTY, SETTLEMENT, QUARTER)
_AREAS = (COUNTRY, FIRST_ORDER, SECOND_ORDER, COUNTY)
# What stands before the name of an area that only a part of is meant, or a part of which is.
_COMPASS = re.compile(r"\b(?:central|(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?)$")
_SITES = (LANDMARK, STRETCH, WATERS)


@lru_cache(maxsize=16_384)
def proper_name(name: str) -> str | None:
    """The capitalised name that the words call the place by; None where they only describe it or what it is near.

    >>> proper_name("south-western department of Cauca"), proper_name("peaceful village Bardashen")
    ('Cauca', 'Bardashen')
    >>> proper_name("farmland at Bula"), proper_name("old town"), proper_name("Rope Market in Dovrin")
    (None, None, 'Rope Market')
    """
    parts = name.split()
    first = next((at for at, word in enumerate(parts) if not word[:1].islower()), None)
    if first is None or not _leads_to_name(parts[:first]):
        return None
    rest = parts[first:]
    for at in range(1, len(rest)):
        if rest[at] in _RELATIONS or (rest[at : at + 2] == ["of", "the"] and rest[at + 2 : at + 3] != []):
            rest = rest[:at]
            break
    named = " ".join(_owned(rest)).strip(",")
    # "Western Sudan" is not Sudan, but a northern province is that province.
    return None if not named or (_COMPASS.search(" ".join(parts[:first])) and not is_area_name(named)) else named


def _owned(parts: list[str]) -> list[str]:
    """What a place owns, where that has a name of its own: "North Kordofan" of "Sudan's North Kordofan"."""
    owner = next((at for at, word in enumerate(parts) if word.endswith(("'s", "\u2019s"))), None)
    if owner is None:
        return parts
    capital = next((at for at in range(owner + 1, len(parts)) if parts[at][:1].isupper()), None)
    own = parts[capital:] if capital is not None else []
    return own if len(own) > 1 else parts


def is_area_name(name: str) -> bool:
    """Whether the words of a name say that it is an area: "Harvat district", "Province of Harvat"."""
    word = split_type(name)[1]
    return word is not None and TYPE_OF[word] in _AREAS


def _leads_to_name(before: list[str]) -> bool:
    if _RELATIONS.intersection(before):
        return False
    return "of" not in before or TYPE_OF.get(before[before.index("of") - 1]) in _SAME_AS_FOLLOWS


def site_noun(name: str) -> str | None:
    """The noun of a building, a site or a stretch: "market" of "Rope Market", "school" of "School of Arts"."""
    parts = name.lower().split()
    if len(parts) > 2 and parts[1] == "of" and TYPE_OF.get(parts[0]) in _SITES:
        return parts[0]
    return parts[-1] if parts and TYPE_OF.get(parts[-1]) in _SITES else None


@lru_cache(maxsize=65_536)
def same_place_name(first: str, second: str) -> Verdict:
    """Whether two names can be one place's: the names agree, and neither is a site that the other is not.

    >>> same_place_name("Daquq", "Daquq checkpoint").same, same_place_name("Harvat", "Harvat province").same
    (False, True)
    """
    ours, theirs = site_noun(first), site_noun(second)
    if ours != theirs:
        return Verdict(False, 0.0, f"one is a {ours or theirs}, the other is not called one")
    return same_name(split_type(first)[0], split_type(second)[0]) if ours is None else same_name(first, second)
