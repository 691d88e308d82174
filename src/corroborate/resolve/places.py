"""The places of one document: which mentions are one place, where it is, how exactly, and why."""

from collections.abc import Sequence

from corroborate.model.document import Document
from corroborate.model.grounded import LocalPlace, Spot
from corroborate.model.ledger import PlaceBasis
from corroborate.model.reading import Name, Reading
from corroborate.names.fold import plain
from corroborate.names.similar import Verdict, same_name
from corroborate.resolve.gazetteer import Gazetteer
from corroborate.resolve.place_choice import Choice, choose
from corroborate.resolve.place_clusters import Cluster, find_clusters
from corroborate.resolve.place_home import Home, find_home
from corroborate.resolve.place_names import is_area_name, proper_name, same_place_name, site_noun
from corroborate.resolve.place_words import (
    KIND_INSIDE,
    KIND_PRECISION,
    LOOK_BACK,
    NEAR,
    PART,
    QUARTER,
    STRETCH,
    TYPE_OF,
    WATERS,
)

# UCDP where_prec: near a known point, and a part of a country that is larger than a province.
NEAR_A_POINT, PART_OF_COUNTRY = 2, 5


def resolve_places(
    document: Document, reading: Reading, gazetteer: Gazetteer
) -> tuple[tuple[LocalPlace, ...], tuple[int, ...]]:
    """The places of a document in the order of their first mentions, and for each name its place (-1: none).

    A place that no gazetteer has takes the coordinates of the smallest area that the text puts it in; one that
    nothing is known of stays unresolved, and spoils no other.
    """
    clusters = find_clusters(document.text, reading.names, gazetteer)
    choices = choose(clusters, _states(reading.names, gazetteer))
    home = find_home(choices, gazetteer)
    places = tuple(
        _place(number, clusters, choices, [_words_before(document, reading.names[at]) for at in cluster.mentions], home)
        for number, cluster in enumerate(clusters)
    )
    place_of = [-1] * len(reading.names)
    for number, cluster in enumerate(clusters):
        for index in cluster.mentions:
            place_of[index] = number
    return places, tuple(place_of)


def same_place(first: LocalPlace, second: LocalPlace) -> Verdict:
    """Whether two documents' places are one, and why: the same gazetteer place, or the same name with no conflict.

    Who has more scores than one ask first about those that agree most.
    """
    if first.spot is not None and second.spot is not None and first.spot.key == second.spot.key:
        return Verdict(True, 1.0, "the same gazetteer place")
    named = _named_alike(first, second)
    if not named.same:
        return _bare_and_site(first, second) or named
    if first.spot is not None and second.spot is not None:
        return _two_namesakes(first, second)
    score = named.score * (NAME_ALONE if _is_area(first) == _is_area(second) else AREA_AND_POINT)
    return _conflict(first, second) or Verdict(True, score, f"{named.reason}; nothing puts them apart")


def _two_namesakes(first: LocalPlace, second: LocalPlace) -> Verdict:
    """Two gazetteer places of one name: one place, where only one document tells in which of their areas it lies."""
    told = first.areas and second.areas and first.admin1 != second.admin1
    kinds = {place.spot.kind for place in (first, second) if place.spot is not None}
    alike = len(kinds) == 1 or kinds <= {"town", "admin2"}
    if told or first.country != second.country or not alike or _is_area(first) != _is_area(second):
        return Verdict(False, 0.0, "two places of the gazetteer")
    return Verdict(True, NAMESAKES, "namesakes of the gazetteer; only one document tells where it lies")


# How sure it is that two documents mean one place: less than the same name that nothing puts apart.
NAME_ALONE = 0.9
AREA_AND_POINT = 0.7
NAMESAKES = 0.6
BARE_AND_SITE = 0.5


def _bare_and_site(first: LocalPlace, second: LocalPlace) -> Verdict | None:
    """ "The Skarv" of one document is "the Skarv bank" of another, where it can be nothing else."""
    site, bare = (first, second) if site_noun(first.name) else (second, first)
    if site.spot is not None or bare.spot is not None or site_noun(bare.name) or _is_area(bare):
        return None
    stem = site.name.rsplit(maxsplit=1)[0]
    if " " not in site.name or not stem[:1].isupper() or not same_name(stem, bare.name).same:
        return None
    return Verdict(True, BARE_AND_SITE, f"only one of them says that it is a {site_noun(site.name)}")


def _is_area(place: LocalPlace) -> bool:
    return any(is_area_name(alias) for alias in (place.name, *place.aliases))


def _named_alike(first: LocalPlace, second: LocalPlace) -> Verdict:
    """The best agreement of two names or other proper names of two places."""
    best = same_place_name(first.name, second.name)
    for ours in _proper_names(first):
        for theirs in _proper_names(second):
            found = same_place_name(ours, theirs)
            best = found if found.score > best.score else best
    return best


def _proper_names(place: LocalPlace) -> tuple[str, ...]:
    found = (proper_name(alias) for alias in (place.name, *place.aliases))
    return tuple(dict.fromkeys(name for name in found if name is not None and name.lower() not in TYPE_OF))


def _conflict(first: LocalPlace, second: LocalPlace) -> Verdict | None:
    for what, ours, theirs in (("country", first.country, second.country), ("province", first.admin1, second.admin1)):
        if ours and theirs and plain(ours) != plain(theirs):
            return Verdict(False, 0.0, f"the same name, but another {what}: {ours} and {theirs}")
    levels = {place.precision for place in (first, second) if place.precision is not None and place.spot is not None}
    area_and_point = first.spot is not second.spot and levels and min(levels) >= 3
    if area_and_point and {first.basis, second.basis} & {"containing-area"}:
        return Verdict(False, 0.0, "one is an area, the other lies in one")
    return None


def _states(names: Sequence[Name], gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """The countries of the states that act in the text, one for each mention."""
    found = []
    for name in names:
        if name.kind == "state":
            countries = [spot for spot in gazetteer.candidates(name.name) if spot.kind == "country"]
            found.extend(countries[:1])
    return tuple(found)


def _words_before(document: Document, name: Name) -> str:
    return document.text[max(0, name.span.start - LOOK_BACK) : name.span.start]


def _place(
    number: int, clusters: Sequence[Cluster], choices: Sequence[Choice], before: Sequence[str], home: Home | None
) -> LocalPlace:
    cluster, choice = clusters[number], choices[number]
    areas = _around(number, clusters)
    spot = choice.spot
    if spot is not None and spot.kind == "town" and site_noun(cluster.name) is not None:
        reason = f"{choice.reason}; a {site_noun(cluster.name)} that bears the name of {spot.name}"
        return _local(cluster, areas, None, spot, KIND_INSIDE["town"], "containing-area", reason)
    if spot is not None:
        precision, reason = _precision(cluster, spot, before)
        return _local(cluster, areas, spot, spot, precision, "gazetteer", f"{choice.reason}{reason}")
    holder = next((area for area in areas if choices[area].spot is not None), None)
    if holder is not None and (area_spot := choices[holder].spot) is not None:
        reason = f"{choice.reason}; takes the place of {clusters[holder].name}, which the text puts it in"
        return _local(cluster, areas, None, area_spot, KIND_INSIDE[area_spot.kind], "containing-area", reason)
    if areas:
        inside = next((kind.inside for area in areas if (kind := clusters[area].type) is not None), None)
        reason = f"{choice.reason}; the text puts it in {clusters[areas[0]].name}, of which no coordinates are known"
        if inside is not None:
            return _local(cluster, areas, None, None, inside, "context", reason)
    elif home is not None and not cluster.name.islower():
        return _local(
            cluster, areas, None, home.area, KIND_INSIDE[home.area.kind], "context", f"{choice.reason}; {home.reason}"
        )
    return _local(cluster, areas, None, None, None, "unresolved", choice.reason)


def _around(number: int, clusters: Sequence[Cluster]) -> tuple[int, ...]:
    """The areas that the text puts a place in, and those that it puts them in, nearest first."""
    found: dict[int, None] = {}
    waiting = list(clusters[number].areas)
    while waiting:
        area = waiting.pop(0)
        if area != number and area not in found:
            found[area] = None
            waiting.extend(clusters[area].areas)
    return tuple(found)


def _precision(cluster: Cluster, spot: Spot, before: Sequence[str]) -> tuple[int, str]:
    """UCDP's where_prec of a known place, and what changed it."""
    if cluster.type in (STRETCH, WATERS) and spot.kind == "feature":
        return cluster.type.precision, "; a stretch, not a point"
    base = KIND_PRECISION[spot.kind]
    if spot.kind == "town" and cluster.type is not None and cluster.type is not QUARTER:
        base = max(base, cluster.type.precision if cluster.type.precision in (3, 4) else 1)
    if base == 1 and all(NEAR.search(words) for words in before):
        return NEAR_A_POINT, "; the text says near it, not in it"
    if spot.kind == "country" and all(PART.search(words) for words in before):
        return PART_OF_COUNTRY, "; the text means a part of it"
    return base, ""


def _local(
    cluster: Cluster, areas: tuple[int, ...], spot: Spot | None, at: Spot | None, precision: int | None,
    basis: PlaceBasis, reason: str,
) -> LocalPlace:  # fmt: skip
    province = None if at is None else (at.name if at.kind == "admin1" else at.admin1)
    return LocalPlace(
        name=cluster.name,
        aliases=cluster.aliases,
        mentions=cluster.mentions,
        spot=spot,
        precision=precision,
        basis=basis,
        country=at.country if at else None,
        admin1=province,
        latitude=at.latitude if at else None,
        longitude=at.longitude if at else None,
        areas=areas,
        reason=reason,
    )
