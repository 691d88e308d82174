"""A title for an event, made of what its accounts share."""

from corroborate.reconcile.events import Cluster
from corroborate.reconcile.same_event import Ground


def title_of(ground: Ground, cluster: Cluster) -> str:
    """What it was and where: "Air strike on Lemde", "Deaths in Kestria" - plain words, no judgement."""
    slots, places = cluster.telling.slots, ground.story.places
    spots = sorted(slots.spots, key=lambda place: (-len(places.by_id[place].mentions), place))
    areas = sorted(slots.areas, key=lambda place: (places.by_id[place].precision or 9, place))
    where = [places.by_id[place].name for place in (spots or areas)[:2]]
    what = cluster.telling.family.replace("-", " ")
    names = {actor.id: actor.name for actor in ground.story.actors.records}
    who = sorted(names[actor] for actor in slots.attackers)[:1]
    subject = f"{what[:1].upper()}{what[1:]}"
    by = f" by {who[0]}" if who else ""
    at = f", {' and '.join(where)}" if where else ""
    lead = "Total: " if cluster.telling.aggregate else ""
    return f"{lead}{subject.lower() if lead else subject}{by}{at}"
