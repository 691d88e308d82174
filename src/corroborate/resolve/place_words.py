"""The table of words that tell what kind of place a name is, and how exactly it says where.

`kinds`: kinds of gazetteer places that such a name may be, the likeliest first. `precision`: UCDP where_prec of a
place of that kind; `inside`: of something that is only known to be in it or near it.
"""

import re
from dataclasses import dataclass

from corroborate.names.fold import words


@dataclass(frozen=True, slots=True)
class PlaceType:
    """What a type word says: the kinds of gazetteer places, the precision of the place, and of what is inside it."""

    kinds: tuple[str, ...]
    precision: int
    inside: int


COUNTRY = PlaceType(("country",), 6, 6)
FIRST_ORDER = PlaceType(("admin1", "region", "admin2"), 4, 4)
SECOND_ORDER = PlaceType(("admin2", "admin1", "town"), 3, 3)
COUNTY = PlaceType(("admin2", "admin1"), 3, 3)
SETTLEMENT = PlaceType(("town", "feature"), 1, 2)
QUARTER = PlaceType(("feature", "town"), 1, 1)
LANDMARK = PlaceType(("feature", "town"), 1, 2)
STRETCH = PlaceType(("feature", "region"), 5, 5)
WATERS = PlaceType(("feature",), 7, 7)

_TYPES: tuple[tuple[PlaceType, str], ...] = (
    (COUNTRY, "country nation kingdom"),
    (
        FIRST_ORDER,
        """
        province provinces governorate governorates oblast oblasts region regions state states department departments
        prefecture prefectures voivodeship krai emirate wilaya wilayat muhafaza republic countryside""",
    ),
    (
        SECOND_ORDER,
        """
        district districts subdistrict sub-district raion rayon zone woreda canton cercle tehsil taluk
        commune territory kreis hromada municipality municipalities circle subdivision nahiya nahiyah""",
    ),
    (COUNTY, "county counties parish"),
    (
        SETTLEMENT,
        """
        city cities town towns village villages settlement settlements hamlet hamlets township capital locality kibbutz
        moshav stronghold""",
    ),
    (QUARTER, "neighbourhood neighborhood neighbourhoods neighborhoods quarter suburb suburbs square street ward"),
    (
        LANDMARK,
        """
        camp camps base airbase airfield airport crossing checkpoint bridge dam port harbour harbor junction roundabout
        hill hills hospital clinic prison school university mosque church market refinery plant oilfield gasfield mine
        barracks garrison outpost fort fortress castle citadel island station post factory depot""",
    ),
    (
        STRETCH,
        """
        river valley desert mountains mountain range highway road motorway border frontier front frontline forest plain
        plains plateau peninsula basin coast corridor lake delta triangle steppe marshes enclave pocket belt""",
    ),
    (WATERS, "sea gulf ocean strait straits bay channel waters airspace"),
)

TYPE_OF: dict[str, PlaceType] = {word: kind for kind, listed in _TYPES for word in listed.split()}
KIND_PRECISION = {"country": 6, "region": 5, "admin1": 4, "admin2": 3, "town": 1, "feature": 1}
KIND_INSIDE = {"country": 6, "region": 5, "admin1": 4, "admin2": 3, "town": 2, "feature": 2}

_COMPASS = r"(?:north|south|east|west|north-?\s?east|north-?\s?west|south-?\s?east|south-?\s?west)"
# What stands right before a name that something happened near, not in.
NEAR = re.compile(
    rf"\b(?:near(?: to)?|outside(?: of)?|around|close to|not far from|next to|{_COMPASS}(?:ern)? of"
    r"|(?:km|kilomet(?:er|re)s?|miles?) from|outskirts of|vicinity of|surroundings of|environs of)"
    r"\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}?(?:of\s+)?$",
    re.IGNORECASE,
)
# What stands right before the name of an area that only a part of is meant.
PART = re.compile(rf"\b(?:{_COMPASS}ern|central|{_COMPASS})\s+$|\b(?:{_COMPASS}|parts|most|much) of\s+$", re.IGNORECASE)
# How far before a name those words may begin.
LOOK_BACK = 48


def split_type(name: str) -> tuple[str, str | None]:
    """A name without the type word at its end or start, and that word.

    >>> split_type("Homs province"), split_type("Province of Homs"), split_type("Gaza City")
    (('Homs', 'province'), ('Homs', 'province'), ('Gaza City', None))
    """
    parts = name.split()
    if len(parts) > 1 and parts[-1].lower() in TYPE_OF and not _part_of_name(parts[-1]):
        return " ".join(parts[:-1]), parts[-1].lower()
    if len(parts) > 2 and parts[0].lower() in TYPE_OF and parts[1].lower() == "of":
        return " ".join(parts[2:]), parts[0].lower()
    return name, None


def type_at_end(name: str) -> str | None:
    """The type word that is part of a name: "bridge" of "Tavor Bridge"."""
    found = words(name)
    return found[-1] if len(found) > 1 and found[-1] in TYPE_OF else None


def _part_of_name(word: str) -> bool:
    """Capitalised landmarks and towns keep their word ("Tavor Bridge", "Gaza City"); areas do not need it."""
    return word[:1].isupper() and TYPE_OF[word.lower()] not in (COUNTRY, FIRST_ORDER, SECOND_ORDER)
