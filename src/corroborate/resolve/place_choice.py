"""Which of the gazetteer's places a document means, by what else it names. Population alone decides nothing near home.

Every signal is a row of `SIGNALS`: a function from a candidate and its surroundings to a strength between -1 and 1,
and a weight. A candidate needs support from the text, or must be the only place that could be meant.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.grounded import Spot
from corroborate.names.fold import fold, plain
from corroborate.resolve.gazetteer import KIND_ORDER, distance_km
from corroborate.resolve.place_areas import lies_in
from corroborate.resolve.place_clusters import Cluster
from corroborate.resolve.place_pack import ADDED

# Places within this distance of each other speak for each other: about the width of a province.
NEAR_KM = 150.0
FAR_KM = 600.0
# Places that the others are measured by: the first ones named; a list of hundreds tells no more.
MOST_NEIGHBOURS = 60
# A difference of scores from which the worse place is not looked at.
CLEARLY_WORSE = 1.0
# What rounding may leave of a vote that was taken away again.
SLACK = 1e-9
# Kinds of places that are too wide to be near anything.
WIDE = ("country", "region")
# A place inside an area that has only a centre: a town's surroundings, a district, a province.
WITHIN_KM = {"town": 60.0, "feature": 60.0, "admin2": 120.0}
# A name is "known worldwide" when its biggest bearer has a million people, and twenty times the next one's.
WORLD_CITY = 1_000_000
TIMES_THE_NEXT = 20
# A lone bearer of a name is taken without support when it is a town of some size: a village may be another of the name.
LONE_TOWN = 15_000
# A named part of a country ("Darfur") has only a middle; this is about the reach of the largest.
REGION_KM = 600.0
RANKS = {"country": 1.0, "region": 0.8, "admin1": 0.3, "admin2": 0.1}
# A state that acts votes less for where things are than a country named as a place: "Russian jets" over Syria.
STATE_VOTE, PLACE_VOTE = 0.5, 1.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a cluster, None where the text supports none, and the reason."""

    spot: Spot | None
    reason: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a candidate is judged by: the areas that the text puts it in, votes for countries, places chosen near it."""

    name: str
    areas: tuple[Spot, ...]
    votes: Mapping[str, float]
    provinces: Mapping[tuple[str | None, str | None], float]
    others: tuple[Spot, ...]
    famous: str | None
    inside: tuple[tuple[Spot, ...], ...] = ()
    listed: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


Signal = Callable[[Spot, Surroundings], float]


def containment(spot: Spot, around: Surroundings) -> float:
    """1 where the text's own area for it holds the candidate, -1 where it does not."""
    if not around.areas:
        return 0.0
    return 1.0 if all(holds(area, spot) for area in around.areas) else -1.0


def country_vote(spot: Spot, around: Surroundings) -> float:
    """The share of the document's other place names that lie in the candidate's country."""
    total = sum(around.votes.values())
    return around.votes.get(spot.country or "", 0.0) / total if total else 0.0


def province_vote(spot: Spot, around: Surroundings) -> float:
    """The share of the document's places with a province that are the candidate's province or lie in it."""
    province = spot.name if spot.kind == "admin1" else spot.admin1
    total = sum(around.provinces.values())
    return around.provinces.get((spot.country, province), 0.0) / total if province and total else 0.0


def nearness(spot: Spot, around: Surroundings) -> float:
    """The share of the document's other places that are near: each counts 1 within a province's width, 0 far away."""
    if not around.others:
        return 0.0
    near = (max(0.0, min(1.0, (FAR_KM - distance_km(spot, other)) / (FAR_KM - NEAR_KM))) for other in around.others)
    return sum(near) / len(around.others)


def holding(spot: Spot, around: Surroundings) -> float:
    """The share of the places that the text puts in it that the gazetteer has there as well: "Tarin, Hadravil"."""
    if not around.inside or spot.kind not in RANKS:
        return 0.0
    return sum(any(lies_in(each, spot) for each in namesakes) for namesakes in around.inside) / len(around.inside)


def as_called(spot: Spot, around: Surroundings) -> float:
    """1 for the kind that the type word means first: a district before the town that it is named for."""
    return float(spot.kind == around.kinds[0]) if around.kinds else 0.0


def company(spot: Spot, around: Surroundings) -> float:
    """The share of the names listed with it that stand for places of its kind: "Oregon, Washington and Utah"."""
    return sum(kind == spot.kind for kind in around.listed) / len(around.listed) if around.listed else 0.0


def exactness(spot: Spot, around: Surroundings) -> float:
    """1 for the very name, 0.6 for a spelling of it, 0 for a place that only also bears it."""
    if plain(spot.name) == plain(around.name):
        return 1.0
    return 0.6 if fold(spot.name) == fold(around.name) else 0.0


def rank(spot: Spot, around: Surroundings) -> float:
    """Countries before provinces before towns, where the text does not say which (Seria is no way to write Syria)."""
    only_alike = plain(spot.name) != plain(around.name) and fold(spot.name) == fold(around.name)
    return 0.0 if only_alike else RANKS.get(spot.kind, 0.0)


def fame(spot: Spot, around: Surroundings) -> float:
    """1 for the one place that the name stands for worldwide: a city of a million, twenty times its next namesake."""
    return float(spot.key == around.famous)


def size(spot: Spot, around: Surroundings) -> float:
    """The last tie-break: more people, between 0 (none) and 1 (ten million)."""
    return min(1.0, math.log10(spot.population + 1) / 7)


def yours(spot: Spot, around: Surroundings) -> float:
    """1 for a place that the user added by hand: whoever adds one means it."""
    return float(spot.key.startswith(ADDED))


# Signal, weight. Chosen by hand on invented texts: containment beats everything, population beats nothing but a tie.
SIGNALS: tuple[tuple[Signal, float], ...] = (
    (containment, 8.0),
    (holding, 8.0),
    (country_vote, 4.0),
    (nearness, 2.0),
    (rank, 6.0),
    (province_vote, 3.0),
    (company, 3.0),
    (as_called, 4.0),
    (exactness, 2.0),
    (fame, 2.0),
    (size, 5.0),
    (yours, 4.0),
)


def choose(clusters: Sequence[Cluster], states: Sequence[Spot]) -> tuple[Choice, ...]:
    """A place or none for each cluster, in two rounds: in the second, the first one's places speak for neighbours.

    `states` are the countries that act in the document, one for each mention. Time grows with the number of places.
    """
    chosen: list[Choice] = [Choice(None, "")] * len(clusters)
    for _ in range(2):
        before = _settled(clusters, chosen, states)
        for number in _areas_first(clusters):
            chosen[number] = _best(clusters[number], _surroundings(clusters, number, before, chosen))
    return tuple(chosen)


def holds(area: Spot, spot: Spot) -> bool:
    """Whether a place lies in an area, as far as the gazetteer can tell."""
    if area.country != spot.country:
        return area.kind == "region" and area.country is None
    if area.kind == "country":
        return spot.kind != "country"
    if area.kind == "region":
        return spot.kind not in WIDE and distance_km(area, spot) <= REGION_KM
    if area.kind == "admin1":
        return spot.admin1 == area.name or (spot.kind in ("admin2", "feature") and distance_km(area, spot) < NEAR_KM)
    return spot.kind not in ("country", "admin1") and distance_km(area, spot) <= WITHIN_KM[area.kind]


def _areas_first(clusters: Sequence[Cluster]) -> list[int]:
    def depth(number: int, seen: frozenset[int]) -> int:
        further = [area for area in clusters[number].areas if area not in seen]
        return 1 + max((depth(area, seen | {number}) for area in further), default=0)

    return sorted(range(len(clusters)), key=lambda number: (depth(number, frozenset()), number))


@dataclass(frozen=True, slots=True)
class _Settled:
    """What one round has found: the votes of each cluster, their sums, and the places that others are measured by."""

    votes: tuple[Mapping[str, float], ...]
    sums: Mapping[str, float]
    provinces: tuple[tuple[str | None, str | None] | None, ...]
    named: Mapping[tuple[str | None, str | None], int]
    points: tuple[tuple[int, Spot], ...]
    inside: Mapping[int, tuple[tuple[Spot, ...], ...]]


def _settled(clusters: Sequence[Cluster], chosen: Sequence[Choice], states: Sequence[Spot]) -> _Settled:
    votes = tuple(_votes(cluster, choice.spot) for cluster, choice in zip(clusters, chosen, strict=True))
    sums: dict[str, float] = {}
    acting = [{state.country or "": STATE_VOTE} for state in states]
    for vote in (*acting, *votes):
        for country, weight in vote.items():
            sums[country] = sums.get(country, 0.0) + weight
    provinces = tuple(_province(choice.spot) for choice in chosen)
    points = [
        (number, choice.spot)
        for number, choice in enumerate(chosen)
        if choice.spot is not None and choice.spot.kind not in WIDE and _by_name(choice.spot, clusters[number])
    ]
    named = Counter(province for province in provinces if province is not None)
    return _Settled(votes, sums, provinces, named, tuple(points[:MOST_NEIGHBOURS]), _inside(clusters))


def _inside(clusters: Sequence[Cluster]) -> Mapping[int, tuple[tuple[Spot, ...], ...]]:
    """For each area that the text names for others, the namesakes of each of those."""
    found: dict[int, tuple[tuple[Spot, ...], ...]] = {}
    for cluster in clusters:
        namesakes = tuple(spot for spot in cluster.spots if fold(spot.name) == fold(cluster.name))
        for area in cluster.areas if namesakes else ():
            found[area] = (*found.get(area, ()), namesakes)
    return found


def _province(spot: Spot | None) -> tuple[str | None, str | None] | None:
    return None if spot is None else (spot.country, spot.name if spot.kind == "admin1" else spot.admin1)


def _surroundings(clusters: Sequence[Cluster], number: int, before: _Settled, now: Sequence[Choice]) -> Surroundings:
    """What speaks for the candidates of one cluster: everything that was found but for itself."""
    cluster, own = clusters[number], before.votes[number]
    votes = {country: rest for country, vote in before.sums.items() if (rest := vote - own.get(country, 0.0)) > SLACK}
    itself = before.provinces[number]
    provinces = {province: count - (province == itself) for province, count in before.named.items()}
    areas = tuple(spot for area in cluster.areas if (spot := now[area].spot) is not None)
    return Surroundings(
        name=cluster.name,
        areas=_credible(areas, cluster),
        votes=votes,
        provinces=provinces,
        others=tuple(spot for other, spot in before.points if other != number),
        famous=_famous(cluster.spots, cluster.name),
        inside=before.inside.get(number, ()),
        kinds=cluster.type.kinds if cluster.type is not None else (),
        listed=tuple(spot.kind for other in cluster.listed if (spot := now[other].spot) is not None),
    )


def _credible(areas: tuple[Spot, ...], cluster: Cluster) -> tuple[Spot, ...]:
    """The areas without those that cannot hold what the name stands for: "Iraq, Afghanistan" is a list."""
    wanted = plain(cluster.name)
    kinds = {spot.kind for spot in cluster.spots if plain(spot.name) == wanted}
    # A crossing is told by either country: "al-Tanf, on the border with Iraq".
    lone_landmark = len(cluster.spots) == 1 and cluster.spots[0].kind == "feature"
    if "country" in kinds or lone_landmark:
        return tuple(area for area in areas if area.kind not in WIDE)
    if "admin1" in kinds:
        held = {area.key for area in areas if any(holds(area, spot) for spot in cluster.spots)}
        return tuple(area for area in areas if area.key in held or area.kind == "country")
    return areas


def _famous(spots: Sequence[Spot], name: str) -> str | None:
    towns = sorted((spot for spot in spots if spot.kind == "town"), key=lambda spot: (-spot.population, spot.key))
    own = [spot for spot in towns if plain(spot.name) == plain(name)]
    if not own or own[0].population < WORLD_CITY:
        return None
    next_size = max((spot.population for spot in own if spot.country != own[0].country), default=0)
    return own[0].key if own[0].population >= TIMES_THE_NEXT * next_size else None


def _votes(cluster: Cluster, settled: Spot | None) -> dict[str, float]:
    """What a place name says about the country: all for the one chosen, or shared out among its namesakes'."""
    if settled is not None and _by_name(settled, cluster):
        return {settled.country or "": PLACE_VOTE * min(3, len(cluster.mentions))}
    wanted = plain(cluster.name)
    named = [spot for spot in cluster.spots if plain(spot.name) == wanted or spot.kind in ("country", "admin1")]
    countries = sorted({spot.country or "" for spot in named})
    return {country: PLACE_VOTE / len(countries) ** 2 for country in countries}


def _by_name(spot: Spot, cluster: Cluster) -> bool:
    """Whether a place was chosen for its very name: of two that are only spelt alike neither speaks for the other."""
    return spot.kind in WIDE or plain(spot.name) == plain(cluster.name)


def _best(cluster: Cluster, around: Surroundings) -> Choice:
    if not cluster.spots:
        return Choice(None, "in no gazetteer")
    scored = sorted(
        ((_score(spot, around), spot) for spot in cluster.spots),
        key=lambda pair: (-pair[0], KIND_ORDER.get(pair[1].kind, 9), pair[1].key),
    )
    for score, spot in scored:
        # A place nearly as good as the best one may be meant instead, should that one have no support.
        if scored[0][0] - score >= CLEARLY_WORSE:
            break
        if reason := _support(spot, cluster, around):
            return Choice(spot, reason)
    return Choice(None, "nothing in the text speaks for one of its namesakes")


def _score(spot: Spot, around: Surroundings) -> float:
    return sum(weight * signal(spot, around) for signal, weight in SIGNALS)


def _support(spot: Spot, cluster: Cluster, around: Surroundings) -> str | None:
    """What in the text speaks for a place, in words; None where nothing does."""
    within = containment(spot, around)
    if within < 0:
        return None
    if within > 0:
        return f"in {around.areas[0].name}, as the text says"
    if spot.kind == "country" and rank(spot, around) > 0:
        return "the country of that name"
    if spot.kind == "region" and spot.country is None and rank(spot, around) > 0:
        return "the part of the world of that name"
    loose = exactness(spot, around) == 0.0
    if around.votes.get(spot.country or "", 0.0) >= (PLACE_VOTE if loose else STATE_VOTE):
        return f"in a country that the text names ({spot.country})"
    if any(distance_km(spot, other) <= NEAR_KM for other in around.others):
        return "near another place of the text"
    return None if loose else _alone(spot, cluster, around.famous)


def _alone(spot: Spot, cluster: Cluster, famous: str | None) -> str | None:
    """Whether a name can mean only one place, so that it needs nothing else in the text."""
    wanted = plain(spot.name)
    rivals = [other for other in cluster.spots if other.country != spot.country and plain(other.name) == wanted]
    bigger = any(other.population > spot.population for other in rivals)
    if spot.kind in ("region", "admin1") and not bigger and not any(other.kind in RANKS for other in rivals):
        return f"the only {'province' if spot.kind == 'admin1' else 'region'} of that name"
    if not rivals and plain(cluster.name) == wanted and (spot.population >= LONE_TOWN or spot.kind == "feature"):
        return "the only place of that name"
    return "known by that name worldwide" if spot.key == famous else None
