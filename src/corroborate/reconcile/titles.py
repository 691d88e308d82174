"""A title for an event, made of what its accounts share."""

from collections.abc import Mapping, Sequence

from corroborate.model.ledger import Position
from corroborate.reconcile.events import Cluster
from corroborate.reconcile.telling import Ground

# A target of more words than this is no title.
_LONGEST_TARGET = 6
# Words by which one side calls the other: a target so named is a claim, and no title takes it over.
_LABELS = frozenset(
    ("terrorist", "terrorists", "terror", "extremist", "extremists", "mercenary", "mercenaries", "traitors", "bandits")
)
# A pronoun names nothing outside its own sentence.
_PRONOUNS = frozenset(("whoever", "them", "it", "him", "her", "us", "everyone", "everybody", "anyone", "those"))

# Kinds that are done on somebody; all others are of somebody: "abduction of", "killing of".
_ON = frozenset(
    (
        "attack",
        "strike",
        "air-strike",
        "drone-strike",
        "missile-strike",
        "raid",
        "assault",
        "ambush",
        "chemical-attack",
        "sea-attack",
        "vehicle-attack",
        "offensive",
        "cyber-attack",
    )
)


def title_of(ground: Ground, cluster: Cluster, facets: Mapping[str, Sequence[Position]]) -> str:
    """What it was, against what or by whom, and where: "Air strike on the market, Lemde" - no judgement.

    The attacker stands in it only where no target is told and nobody denies or rivals it.
    """
    subject = cluster.telling.family.replace("-", " ")
    where = _where(ground, cluster)
    joins = "on" if cluster.telling.family in _ON else "of"
    detail = _on(joins, facets.get("target", ())) or _by(facets.get("attacker", ()))
    place = f", {' and '.join(where)}" if where else ""
    lead = "Total: " if cluster.telling.aggregate else ""
    title = f"{lead}{subject}{detail}{place}"
    return f"{title[:1].upper()}{title[1:]}"


def _where(ground: Ground, cluster: Cluster) -> list[str]:
    """Up to two places: the spots that most mentions name, else the finest areas."""
    slots, places = cluster.telling.slots, ground.story.places
    spots = sorted(slots.spots, key=lambda place: (-len(places.by_id[place].mentions), place))
    areas = sorted(slots.areas, key=lambda place: (places.by_id[place].precision or 9, place))
    return [places.by_id[place].name for place in (spots or areas)[:2]]


def _on(joins: str, targets: Sequence[Position]) -> str:
    told = [item for item in targets if item.independent_lines and not item.negative]
    short = [item for item in told if _names_it(item.value)]
    lead = max(short, key=lambda item: (item.independent_lines, len(item.claims), item.value), default=None)
    if lead is None:
        return ""
    article, _, rest = lead.value.partition(" ")
    return f" {joins} {article.lower()} {rest}" if article in ("A", "An", "The") else f" {joins} {lead.value}"


def _names_it(target: str) -> bool:
    words = target.lower().split()
    return len(words) <= _LONGEST_TARGET and not _LABELS.intersection(words) and words[0] not in _PRONOUNS


def _by(attackers: Sequence[Position]) -> str:
    """The only attacker that anybody names, if nobody denies it."""
    named = [item for item in attackers if item.actor is not None and not item.negative]
    denied = any(support.stance != "asserts" for item in named for support in item.claims)
    return f" by {named[0].value}" if len(named) == 1 and not denied else ""
