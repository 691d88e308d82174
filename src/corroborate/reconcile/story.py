"""One story's readings in, its ledger out (grades aside): what the cross-document half does, in order."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.judging.corrections import judged_events
from corroborate.judging.locals import judged_readings
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.model.document import Document, LineageEntry
from corroborate.model.grounded import GroundedReading
from corroborate.model.ids import content_id
from corroborate.model.ledger import About, Actor, Claim, Event, EventKind, Ledger, Mention, Position
from corroborate.model.lineage import Lineage
from corroborate.model.parties import topmost
from corroborate.names.fold import fold
from corroborate.names.tables import NameTables
from corroborate.reconcile.actors.sides import Key, cast_of
from corroborate.reconcile.actors.story_actors import StoryActors, story_actors
from corroborate.reconcile.answers.answer import Hearing
from corroborate.reconcile.answers.contradictions import Sides, is_proper
from corroborate.reconcile.answers.find import answers_of
from corroborate.reconcile.answers.positions import Bench, judged_answers, positions_of, settled
from corroborate.reconcile.answers.questions import Questions
from corroborate.reconcile.answers.same_target import one_of_each
from corroborate.reconcile.claims import Told, story_claims
from corroborate.reconcile.events.context import SentenceKey, story_context
from corroborate.reconcile.events.families import Families
from corroborate.reconcile.events.find import Cluster, find_events, occasions, why_one
from corroborate.reconcile.events.rivals import kept_apart, nearest_rivals
from corroborate.reconcile.events.signs import other_day
from corroborate.reconcile.events.slots import Identities
from corroborate.reconcile.events.telling import Ground, Weights
from corroborate.reconcile.events.titles import TitleForms, title_of
from corroborate.reconcile.judged_claims import judged_claims
from corroborate.reconcile.lines.crowds import Crowds
from corroborate.reconcile.lines.merging import Voices
from corroborate.reconcile.places import PlaceNouns, story_places
from corroborate.reconcile.stories.wording import WordShares
from corroborate.reconcile.times.solver import solved_times
from corroborate.reconcile.times.story_times import StoryTimes, day_in_words, first_times
from corroborate.reconcile.times.undated import inferred_publication
from corroborate.reconcile.times.when import Dated, event_times
from corroborate.resolve.seeds import Seeds


@dataclass(frozen=True, slots=True)
class ReconcileKnowledge:
    """What the reconcile stage is handed."""

    families: Families
    seeds: Seeds
    weights: Weights
    names: NameTables
    places: PlaceNouns
    questions: Questions
    crowds: Crowds
    shares: WordShares
    titles: TitleForms


# What groups the event mentions of a story.
Finder = Callable[[Ground], tuple[Cluster, ...]]


def reconcile_story(
    readings: tuple[GroundedReading, ...],
    lineage: Lineage,
    knowledge: ReconcileKnowledge,
    find: Finder = find_events,
    *,
    rulings: Rulings = NO_RULINGS,
) -> Ledger:
    """The ledger of one story, ungraded, with what people say of it (`rulings`, of its documents only).

    `find` groups its event mentions: the measures put gold's groups there.
    Memory: the story's readings. Time grows with the square of its events, and with their cube where most are joined.
    """
    readings, rulings = judged_readings(readings, rulings)
    ground, clusters = _events(first_ground(readings, lineage, knowledge, rulings=rulings), find)
    told = judged_claims(story_claims(ground.story, ground.times), ground.story, rulings)
    actors = ground.story.actors
    bench = _bench(ground, told, knowledge)
    found, about = [], dict[str, list[About]]()
    for cluster, dated in zip(clusters, event_times(ground, clusters), strict=True):
        event, links = _event(ground, cluster, dated, told, bench, knowledge.titles)
        found.append(event)
        for claim, item in links:
            about.setdefault(claim, []).append(item)
    events = judged_events(_with_rivals(ground, clusters, _with_wholes(ground, clusters, found)), rulings)
    claims = tuple(replace(item.claim, about=tuple(dict.fromkeys(about.get(item.claim.id, ())))) for item in told)
    documents = tuple(_document(ground.times, at, lineage, actors) for at in range(len(readings)))
    return Ledger(
        documents, _worth_keeping(actors, claims, events, documents), ground.story.places.records, claims, events
    )


# Kinds that a text names for themselves; offices, crowds and things unknown only count where they speak or act.
_NAMED_KINDS = frozenset(
    ("state", "state-forces", "armed-group", "intergovernmental", "coalition", "monitor", "media", "agency", "person")
)


# Kinds whose names tell who struck.
_BODIES = frozenset(
    ("state", "state-forces", "armed-group", "government-body", "intergovernmental", "coalition", "organisation")
)


def _worth_keeping(
    actors: StoryActors, claims: Sequence[Claim], events: Sequence[Event], documents: Sequence[Document]
) -> tuple[Actor, ...]:
    """The actors that are named, speak, act, pass something on or hold one that does."""
    used = {link.actor for claim in claims for link in claim.chain} | {claim.claimant.actor for claim in claims}
    used |= {item.actor for event in events for positions in event.facets.values() for item in positions}
    used |= {entry.source.actor for document in documents for entry in document.lineage}
    kept = {
        actor.id
        for actor in actors.by_id.values()
        if actor.id in used or (actor.kind in _NAMED_KINDS and any(sign.isupper() for sign in actor.name))
    }
    for identifier in sorted(kept):
        kept |= set(_parents(identifier, actors.by_id))
    return tuple(
        replace(actor, member_of=tuple(parent for parent in actor.member_of if parent in kept))
        for actor in actors.by_id.values()
        if actor.id in kept
    )


def _parents(identifier: str, by_id: Mapping[str, Actor]) -> Iterator[str]:
    for parent in by_id[identifier].member_of:
        if parent in by_id and parent != identifier:
            yield parent
            yield from (grand for grand in by_id[parent].member_of if grand in by_id)


def _events(ground: Ground, find: Finder) -> tuple[Ground, tuple[Cluster, ...]]:
    """Events found twice: once with what each document says of its times, once with what all say together."""
    clusters = find(ground)
    ground = replace(ground, times=solved_times(ground.times, occasions(ground, clusters)))
    return ground, find(ground)


def first_ground(
    readings: tuple[GroundedReading, ...],
    lineage: Lineage,
    knowledge: ReconcileKnowledge,
    *,
    rulings: Rulings = NO_RULINGS,
) -> Ground:
    """What events are compared by, with the times as each document alone gives them."""
    cast = cast_of(readings, _listeners(readings), lineage.passages, knowledge.seeds, knowledge.names)
    actors = story_actors(cast, rulings)
    places = story_places(readings, knowledge.places, rulings)
    story = Identities(readings, actors, places, {actor: topmost(actor, actors.by_id) for actor in actors.by_id})
    context = story_context(readings, _named(story), lineage.passages)
    return Ground(story, first_times(readings), knowledge.families, context, knowledge.weights, rulings.event)


def _named(story: Identities) -> dict[SentenceKey, frozenset[str]]:
    """Whom and what each sentence names, the press aside."""
    found: dict[SentenceKey, set[str]] = {}
    for at, item in enumerate(story.readings):
        starts = [sentence.span.start for sentence in item.reading.sentences]
        for index, name in enumerate(item.reading.names):
            known = story.actor(at, index) or story.place(at, index)
            if known is not None and name.kind not in ("media", "agency", "platform"):
                found.setdefault((at, bisect_right(starts, name.span.start) - 1), set()).add(known)
    return {key: frozenset(names) for key, names in found.items()}


def _listeners(readings: Sequence[GroundedReading]) -> Mapping[Key, str]:
    """For unnamed speakers: the agency or outlet that they talked to, as the text or the dateline says."""
    found: dict[Key, str] = {}
    for at, item in enumerate(readings):
        agency = next(
            (name for credit in item.document.credits if credit.kind == "dateline" for name, _ in credit.names), None
        )
        for statement in item.reading.statements:
            local = item.actor_of[statement.speaker] if statement.speaker is not None else -1
            if local < 0 or item.actors[local].kind != "role":
                continue
            link = next((link for link in statement.links if link.role in ("agency", "outlet")), None)
            name = _listener_name(item, link.mention, link.name) if link is not None else agency
            if name is not None:
                found.setdefault((at, local), name)
    return found


def _listener_name(item: GroundedReading, mention: int | None, name: str) -> str:
    local = item.actor_of[mention] if mention is not None else -1
    return item.actors[local].name if local >= 0 else name


def _bench(ground: Ground, told: Sequence[Told], knowledge: ReconcileKnowledge) -> Bench:
    documents = {item.document.id: item.document for item in ground.story.readings}
    claims = {item.claim.id: item.claim for item in told if item.counts}
    published = {item.document.id: item.document.published or "" for item in ground.story.readings}
    voices = Voices(
        ground.story.actors.by_id,
        ground.story.parties,
        ground.context.passages,
        {key: _page_name(document) for key, document in documents.items()},
        knowledge.crowds,
        knowledge.questions,
    )
    texts = {key: document.text for key, document in documents.items()}
    bodies = frozenset(
        actor.id for actor in ground.story.actors.by_id.values() if actor.kind in _BODIES and is_proper(actor, texts)
    )
    return Bench(Sides(claims, ground.story.parties, published, bodies, knowledge.questions), voices)


def _page_name(document: Document) -> str:
    return f"{document.outlet.name} ({document.name})" if document.outlet is not None else document.name


# --- one event


def _event(
    ground: Ground, cluster: Cluster, dated: Dated, told: Sequence[Told], bench: Bench, titles: TitleForms
) -> tuple[Event, list[tuple[str, About]]]:
    identifier, mentions = _identity(ground, cluster)
    speaking = _speaking(cluster, told)
    answers = {
        item.claim.id: answers_of(Hearing(ground, item, cluster, bench.sides.questions), tuple(keys))
        for item, keys in speaking
    }
    judged = judged_answers(answers, bench.sides.claims, bench.sides.questions)
    every = [answer for given in answers.values() for answer in given] + judged
    facets = positions_of(identifier, one_of_each(settled(every), bench.sides.questions), bench)
    links = list(_links(identifier, facets, [item.claim.id for item, _ in speaking]))
    documents = {mention.document for mention in mentions} | {bench.sides.claims[claim].document for claim, _ in links}
    event = Event(
        id=identifier,
        title=title_of(ground, cluster, facets, titles),
        kind=_kind(ground, cluster),
        scope="aggregate" if cluster.telling.aggregate else "incident",
        time=dated.time,
        places=_places(ground, cluster),
        documents=tuple(sorted(documents)),
        mentions=mentions,
        facets=facets,
        figures={},
        status=None,
        grade=None,
        reasons=(*why_one(ground, cluster), *dated.reasons),
        part_of=None,
    )
    return event, links


def _identity(ground: Ground, cluster: Cluster) -> tuple[str, tuple[Mention, ...]]:
    readings = ground.story.readings
    found = []
    for at, index in cluster.mentions:
        event = readings[at].reading.events[index]
        found.append(Mention(readings[at].document.id, event.span.start, event.span.end, event.text))
    mentions = tuple(sorted(set(found)))
    scope = "aggregate" if cluster.telling.aggregate else "incident"
    return content_id("event", mentions[0].document, mentions[0].start, mentions[0].end, scope), mentions


def _speaking(cluster: Cluster, told: Sequence[Told]) -> list[tuple[Told, list[tuple[int, int]]]]:
    """The claims that count and whose words hold mentions of the event, with those mentions."""
    wanted = set(cluster.mentions)
    found = []
    for item in told:
        keys = [(item.key[0], index) for index in item.statement.about if (item.key[0], index) in wanted]
        if keys and item.counts:
            found.append((item, keys))
    return found


def _links(event: str, facets: Mapping[str, Sequence[Position]], speaking: Sequence[str]) -> list[tuple[str, About]]:
    """Claim -> what it is about; a claim that answers nothing is about the event all the same."""
    found = [
        (support.claim, About(event, facet, position.id))
        for facet, positions in facets.items()
        for position in positions
        for support in position.claims
    ]
    answering = {claim for claim, _ in found}
    return found + [(claim, About(event, None, None)) for claim in speaking if claim not in answering]


def _kind(ground: Ground, cluster: Cluster) -> EventKind:
    """The codes that most mentions of the event's own kind bear, the more particular before the vaguer."""
    told = [ground.story.readings[at].reading.events[index] for at, index in cluster.mentions]
    kinds = [event.kind for event in told if event.family == cluster.telling.family] or [event.kind for event in told]
    particular = [kind for kind in kinds if kind.plover_mode is not None or kind.acled_sub is not None] or kinds
    return max(particular, key=lambda kind: (particular.count(kind), -particular.index(kind)))


def _places(ground: Ground, cluster: Cluster) -> tuple[str, ...]:
    """The spots, then the areas that accounts name for them."""
    places, slots = ground.story.places, cluster.telling.slots
    spots = sorted(slots.spots, key=lambda place: (-len(places.by_id[place].mentions), place))
    around = [area for spot in spots for area in places.areas.get(spot, ())]
    areas = sorted(slots.areas, key=lambda place: ((places.by_id[place].precision or 9), place))
    return tuple(dict.fromkeys((*spots, *around, *areas)))


def _with_wholes(ground: Ground, clusters: Sequence[Cluster], events: Sequence[Event]) -> list[Event]:
    """Incidents at one place of an operation of one day that others tell as a whole are part of it."""
    found = []
    for at, cluster in enumerate(clusters):
        whole = next(
            (
                events[other].id
                for other in range(len(clusters))
                if other != at and _part(ground, cluster, clusters[other])
            ),
            None,
        )
        found.append(replace(events[at], part_of=whole))
    return found


def _with_rivals(ground: Ground, clusters: Sequence[Cluster], events: Sequence[Event]) -> list[Event]:
    """The events, each with why it is not the one that it is nearest to; a part and its whole are not apart."""

    def name(number: int) -> str:
        day = events[number].time
        return f"“{events[number].title}”{f' ({day_in_words(day)})' if day is not None and day.bounded else ''}"

    found = []
    for at, rival in enumerate(nearest_rivals(ground, clusters)):
        if (
            rival is None
            or events[at].id == events[rival.number].part_of
            or events[rival.number].id == events[at].part_of
        ):
            found.append(events[at])
        else:
            reason = kept_apart(ground, clusters, at, rival, name)
            found.append(replace(events[at], reasons=(*events[at].reasons, reason)))
    return found


_HALF = 0.5


def _part(ground: Ground, part: Cluster, whole: Cluster) -> bool:
    one, other = part.telling, whole.telling
    if one.aggregate or other.aggregate or not ground.families.fit(one.family, other.family):
        return False
    inside = bool(one.slots.spots) and one.slots.spots < other.slots.spots
    attackers = {ground.story.parties[actor] for actor in one.slots.attackers} & {
        ground.story.parties[actor] for actor in other.slots.attackers
    }
    return inside and bool(attackers) and other_day(one, other, ground) < _HALF


# --- documents


def _document(times: StoryTimes, at: int, lineage: Lineage, actors: StoryActors) -> Document:
    document = times.readings[at].document
    entries = tuple(_with_actor(entry, actors) for entry in lineage.of(document.id))
    if document.published is not None:
        return replace(document, lineage=entries)
    day, bounds = inferred_publication(times, at)
    if day is not None:
        return replace(document, lineage=entries, published=day, published_basis="inferred")
    if bounds is None:
        return replace(document, lineage=entries)
    return replace(document, lineage=entries, published_interval=bounds, published_basis="inferred")


def _with_actor(entry: LineageEntry, actors: StoryActors) -> LineageEntry:
    return replace(entry, source=replace(entry.source, actor=actors.by_name.get(fold(entry.source.name))))
