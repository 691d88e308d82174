"""Actors across a story: which local actors are one, and the records that they become."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corroborate.judging.corrections import judged_actors
from corroborate.judging.grouping import regrouped
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.model.grounded import GroundedReading, LocalActor
from corroborate.model.ids import content_id
from corroborate.model.judgement import MentionKey
from corroborate.model.ledger import Actor, ActorKind, Mention
from corroborate.names.fold import fold, plain, words
from corroborate.names.similar import same_name
from corroborate.reconcile.states import with_unknown_states
from corroborate.reconcile.union import Union
from corroborate.resolve.seeds import Seeds

Key = tuple[int, int]  # a document's position in the story, a local actor's in its document

# Kinds whose names tell them apart: a like spelling in two documents of one story is the same actor.
_NAMED = frozenset(
    (
        "armed-group",
        "organisation",
        "monitor",
        "media",
        "agency",
        "coalition",
        "intergovernmental",
        "unknown",
        "platform",
    )
)
_BODIES = frozenset(("government-body", "state-forces", "state"))
# Kinds of which texts go on to use a part of the name.
_SHORTENED = frozenset(("organisation", "media", "agency", "monitor", "government-body", "armed-group", "coalition"))
_LONGEST_SHORT = 2
_LEAST_FULL = 2
_LINKING = frozenset(("of", "the", "for", "and", "in", "de", "du", "al"))
# Bodies that texts go on to call by what they are.
_COMMON = frozenset(
    (
        "agency", "army", "association", "authority", "brigade", "bureau", "church", "command", "commission",
        "committee", "company", "council", "directorate", "federation", "foundation", "front", "gendarmerie", "group",
        "hospital", "institute", "ministry", "mission", "movement", "navy", "observatory", "organisation", "police",
        "register", "society", "syndicate", "union", "university",
    )
)  # fmt: skip
# A land and its adjective share this many letters: "Sarvanda", "Sarvandan".
_STEM = 6
# What they are called is no name: no page is published under it.
_NAMELESS = frozenset(("role", "population"))


@dataclass(frozen=True, slots=True)
class StoryActors:
    """The actor records of a story by id, and the id of each local actor and each name that documents bear."""

    by_id: Mapping[str, Actor]
    ids: Mapping[Key, str]
    by_name: Mapping[str, str]

    def of(self, document: int, local: int) -> str | None:
        """The actor id of a local actor; None for none (-1)."""
        return self.ids.get((document, local))


def story_actors(
    readings: Sequence[GroundedReading],
    spoken_to: Mapping[Key, str],
    seeds: Seeds,
    *,
    rulings: Rulings = NO_RULINGS,
) -> StoryActors:
    """The actors of a story. `spoken_to` names the agency or outlet that an unnamed speaker talked to, where one
    is told.

    Outlets and credited agencies are actors too, though no sentence may name them.
    """
    keys = [(at, local) for at, item in enumerate(readings) for local in range(len(item.actors))]
    groups = Union(keys)
    _join_exact(readings, keys, groups, spoken_to)
    _join_alike(readings, groups)
    members = regrouped(groups.groups(), lambda key: _mention_keys(readings, key), rulings.actor)
    parts = _Parts(readings, spoken_to, seeds)
    drafts = [_draft(parts, group) for group in members]
    ids = {key: draft.id for group, draft in zip(members, drafts, strict=True) for key in group}
    records = [_with_parents(readings, group, draft, ids, seeds) for group, draft in zip(members, drafts, strict=True)]
    records = [*judged_actors([*with_unknown_states(records)], rulings)]
    by_name = _names(records)
    extra = _extra_actors(readings, by_name, seeds)
    return StoryActors({item.id: item for item in (*records, *extra)}, ids, {**_names(extra), **by_name})


@dataclass(frozen=True, slots=True)
class _Parts:
    readings: Sequence[GroundedReading]
    spoken_to: Mapping[Key, str]
    seeds: Seeds


def _local(readings: Sequence[GroundedReading], key: Key) -> LocalActor:
    return readings[key[0]].actors[key[1]]


def _join_exact(
    readings: Sequence[GroundedReading], keys: Sequence[Key], groups: Union[Key], spoken_to: Mapping[Key, str]
) -> None:
    first: dict[str, Key] = {}
    for key in keys:
        for name in _exact_keys(readings, key, spoken_to):
            if name in first:
                groups.join(first[name], key)
            first.setdefault(name, key)
    _join_bare_bodies(readings, keys, groups)


def _exact_keys(readings: Sequence[GroundedReading], key: Key, spoken_to: Mapping[Key, str]) -> tuple[str, ...]:
    """What makes two local actors one without further question."""
    actor = _local(readings, key)
    if actor.seed is not None:
        return (f"seed:{actor.seed}",)
    if actor.kind == "role":
        listener = spoken_to.get(key)
        return (f"role:{actor.name.lower()}:{listener}",) if listener is not None else ()
    if actor.kind == "population":
        return tuple(f"population:{plain(alias)}" for alias in (actor.name, *actor.aliases))
    if actor.kind in _BODIES:
        proper = (f"body name:{fold(alias)}" for alias in actor.aliases if _is_proper(alias))
        return (f"body:{_body_key(readings, key)}", *proper)
    return tuple(
        f"{'person' if actor.kind == 'person' else 'name'}:{fold(alias)}"
        for alias in (actor.name, *actor.aliases)
        if alias
    )


def _is_proper(name: str) -> bool:
    """Whether a body's name is its alone: initials ("KDF"), or two words with capitals ("Kenya Defence Forces")."""
    words = name.split()
    initials = len(words) == 1 and name.isupper() and len(name) > 1
    return initials or sum(word[:1].isupper() for word in words) > 1


def _body_key(readings: Sequence[GroundedReading], key: Key) -> str:
    """The state that a body belongs to and its own words in one spelling; a bare "the ministry" has no state."""
    state, words = _state_of(readings, key), _bare_words(readings, key)
    return f"{state or '-'}|{words}"


def _state_of(readings: Sequence[GroundedReading], key: Key) -> str | None:
    actor = _local(readings, key)
    for parent in actor.member_of:
        body = readings[key[0]].actors[parent]
        if body.kind == "state":
            return body.seed or fold(body.name)
    words = actor.name.split()
    return fold(words[0]) if len(words) > 1 and words[0][:1].isupper() else None


def _bare_words(readings: Sequence[GroundedReading], key: Key) -> str:
    words = [word for word in plain(_local(readings, key).name).replace("defense", "defence").split() if word != "s"]
    lower = [word for word in _local(readings, key).name.split() if word[:1].islower()]
    return plain(" ".join(lower)).replace("defense", "defence") if lower else " ".join(words[1:] or words)


def _join_bare_bodies(readings: Sequence[GroundedReading], keys: Sequence[Key], groups: Union[Key]) -> None:
    """ "The defence ministry" without a state is the story's only ministry of that name, where there is only one."""
    full: dict[str, set[Key]] = {}
    for key in keys:
        if _local(readings, key).kind in _BODIES and _local(readings, key).seed is None and _state_of(readings, key):
            full.setdefault(_bare_words(readings, key), set()).add(groups.find(key))
    for key in keys:
        actor = _local(readings, key)
        if actor.kind in _BODIES and actor.seed is None and _state_of(readings, key) is None:
            owners = full.get(_bare_words(readings, key), set())
            if len(owners) == 1:
                groups.join(next(iter(owners)), key)


def _join_alike(readings: Sequence[GroundedReading], groups: Union[Key]) -> None:
    """Join groups whose names are spellings of one; a person met by surname joins the only full name that ends so."""
    _join_short_forms(readings, groups)
    _join_common_nouns(readings, groups)
    leaders = [group[0] for group in groups.groups()]
    for at, key in enumerate(leaders):
        actor = _local(readings, key)
        for other in leaders[:at]:
            if groups.find(key) != groups.find(other) and _one_actor(actor, _local(readings, other)):
                groups.join(other, key)
    _join_surnames(readings, groups)


def _join_short_forms(readings: Sequence[GroundedReading], groups: Union[Key]) -> None:
    """ "The Council", "the General Staff": a body or organisation that one document only calls by the first or last
    words of its name is the story's only one of that kind whose name begins or ends so.
    """
    full: dict[str, dict[Key, Key]] = {}
    for group in groups.groups():
        for key in group:
            actor = _local(readings, key)
            if actor.kind in _SHORTENED:
                for alias in (actor.name, *actor.aliases):
                    for short in _short_forms(alias):
                        full.setdefault(f"{actor.kind} {short}", {}).setdefault(groups.find(key), key)
    for group in groups.groups():
        names = {alias for key in group for alias in (_local(readings, key).name, *_local(readings, key).aliases)}
        kind = _local(readings, group[0]).kind
        if kind not in _SHORTENED or _local(readings, group[0]).seed is not None:
            continue
        owners = {
            groups.find(key)
            for name in names
            if name[:1].isupper()
            for key in full.get(f"{kind} {plain(name)}", {}).values()
        } - {groups.find(group[0])}
        if len(owners) == 1 and not any(len(name.split()) > _LONGEST_SHORT for name in names):
            groups.join(owners.pop(), group[0])


def _join_common_nouns(readings: Sequence[GroundedReading], groups: Union[Key]) -> None:
    """ "The union", "the city's council": what no document names is the story's only body that is called so."""
    named: dict[str, set[Key]] = {}
    common: list[tuple[str, Key]] = []
    for group in groups.groups():
        actors = [_local(readings, key) for key in group]
        if actors[0].kind not in _SHORTENED | {"state-forces"} or any(actor.seed for actor in actors):
            continue
        names = [name for actor in actors for name in (actor.name, *actor.aliases)]
        proper = [name for name in names if any(word[:1].isupper() for word in name.split()[:1] + name.split()[-1:])]
        for noun in {_noun(name) for name in proper}:
            named.setdefault(noun, set()).add(group[0])
        if not proper:
            common.append((_noun(actors[0].name), group[0]))
    for noun, key in common:
        owners = named.get(noun, set())
        if len(owners) == 1 and noun in _COMMON:
            groups.join(next(iter(owners)), key)


def _noun(name: str) -> str:
    """What kind of body a name says it is: "council" of "Khorvane City Council", "union" of "Union of Physicians"."""
    return re.split(r" (?:of|for|in|at) |[,(–]", name)[0].split()[-1].casefold() if name.split() else ""


def _short_forms(name: str) -> set[str]:
    """The first words and the last words of a name of several with capitals: what it may be called for short."""
    whole = words(name)
    if len(whole) < _LEAST_FULL or not name[:1].isupper():
        return set()
    found = set()
    for size in range(1, min(len(whole), _LONGEST_SHORT + 1)):
        found |= {plain(" ".join(whole[:size])), plain(" ".join(whole[-size:]))}
    return found


def _one_actor(first: LocalActor, second: LocalActor) -> bool:
    if first.seed is not None and second.seed is not None:
        return False
    kinds = {first.kind, second.kind}
    comparable = kinds <= _NAMED or kinds == {"person"} or kinds == {"person", "unknown"} or kinds <= _BODIES
    return comparable and (_like_names(first, second) or _short_agency(first, second))


def _like_names(first: LocalActor, second: LocalActor) -> bool:
    """Whether some full names of both are spellings of one; a single word only where it is all that one is called."""
    if first.kind not in _BODIES and same_name(first.name, second.name).same:
        return True
    names = [[alias for alias in actor.aliases if _is_proper(alias)] for actor in (first, second)]
    return any(same_name(one, other).same or _same_words(one, other) for one in names[0] for other in names[1])


def _same_words(first: str, second: str) -> bool:
    """Whether two names have the same words in another order or form: "Littoral Guards of Sarvanda", "Sarvandan
    Littoral Guards".
    """
    one, other = ({_stem(word) for word in words(name) if word not in _LINKING} for name in (first, second))
    return len(one) > 1 and one == other


def _stem(word: str) -> str:
    """A word without its ending: a land and its adjective begin alike."""
    return word[:_STEM] if len(word) > _STEM else word.removesuffix("s")


def _short_agency(first: LocalActor, second: LocalActor) -> bool:
    """ "Palisade" and "Palisade News Agency": an agency or outlet goes by its first word."""
    if not {first.kind, second.kind} & {"agency", "media"}:
        return False
    short, full = sorted((first.name.split(), second.name.split()), key=len)
    return len(short) == 1 and short[0] == full[0] and _is_agency_name(" ".join(full))


def _join_surnames(readings: Sequence[GroundedReading], groups: Union[Key]) -> None:
    persons = [group[0] for group in groups.groups() if _local(readings, group[0]).kind in ("person", "unknown")]
    full: dict[str, list[Key]] = {}
    for key in persons:
        words = _local(readings, key).name.split()
        if len(words) > 1 and _local(readings, key).kind == "person":
            full.setdefault(fold(words[-1]), []).append(key)
    for key in persons:
        words = _local(readings, key).name.split()
        owners = full.get(fold(words[-1]), []) if len(words) == 1 else []
        if len(owners) == 1:
            groups.join(owners[0], key)


# --- records


def _draft(parts: _Parts, group: Sequence[Key]) -> Actor:
    locals_ = [_local(parts.readings, key) for key in group]
    outlets = _outlet_names(parts.readings)
    lead = min(locals_, key=lambda item: (_KIND_RANK.get(item.kind, 0), -len(item.mentions), item.name))
    mentions = tuple(sorted({mention for key in group for mention in _mentions(parts.readings, key)}))
    listener = next((parts.spoken_to[key] for key in group if key in parts.spoken_to), None)
    country = next((item.country for item in locals_ if item.country is not None), None)
    return Actor(
        id=content_id("actor", *(mentions[0].document, mentions[0].start, mentions[0].end))
        if mentions
        else content_id("actor", lead.kind, fold(lead.name)),
        name=outlets.get(fold(lead.name))
        or _agency_names(parts.readings).get(fold(lead.name))
        or _shown_name(lead, _best_spelling(locals_, lead), listener, parts.readings[group[0][0]]),
        kind=lead.kind,
        aliases=tuple(sorted({alias for item in locals_ for alias in item.aliases})),
        country=country,
        member_of=(),
        mentions=mentions,
    )


_KIND_RANK: dict[ActorKind, int] = {"unknown": 8, "organisation": 5, "role": 6, "population": 7}


def _best_spelling(locals_: Sequence[LocalActor], lead: LocalActor) -> str:
    """The seed's name, else the spelling that most mentions bear, the longest among equals."""
    if lead.seed is not None:
        return lead.name
    counts: dict[str, int] = {}
    bodies = lead.kind in _BODIES
    proper = not bodies and any(item.kind == lead.kind and item.name[:1].isupper() for item in locals_)
    for item in locals_:
        if item.kind == lead.kind and (item.name[:1].isupper() or not proper):
            counts[item.name] = counts.get(item.name, 0) + len(item.mentions)
    best = max(counts, key=lambda name: (counts[name] if lead.kind != "person" else 0, len(name), name))
    plain_form = best[:1].lower() + best[1:]
    return plain_form if bodies and plain_form in counts else best  # a sentence's first word has a capital anyway


def _agency_names(readings: Sequence[GroundedReading]) -> Mapping[str, str]:
    """The short names of credited agencies with their full ones: "Corvane" for "Corvane Press Agency"."""
    full = {
        name
        for item in readings
        for credit in item.document.credits
        for name, _ in credit.names
        if _is_agency_name(name)
    }
    return {fold(name.split()[0]): name for name in sorted(full)}


def _is_agency_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[-1].lower() in ("agency", "news", "wire", "press", "service")


def _outlet_names(readings: Sequence[GroundedReading]) -> Mapping[str, str]:
    return {
        fold(item.document.outlet.name): item.document.outlet.name
        for item in readings
        if item.document.outlet is not None
    }


def _shown_name(lead: LocalActor, name: str, listener: str | None, reading: GroundedReading) -> str:
    """Unnamed speakers take what tells them apart: whom they spoke to, else the page that quotes them."""
    if lead.kind != "role" or not lead.anonymous:
        return name
    outlet = reading.document.outlet.name if reading.document.outlet is not None else reading.document.name
    article = "an" if name[:1].lower() in "aeiou" and not name.startswith(("US", "UN", "UK", "U.S")) else "a"
    return f"{article} {name} (to {listener or outlet})"


def _mentions(readings: Sequence[GroundedReading], key: Key) -> tuple[Mention, ...]:
    item = readings[key[0]]
    names = (item.reading.names[index] for index in item.actors[key[1]].mentions)
    return tuple(Mention(item.document.id, name.span.start, name.span.end, name.text) for name in names)


def _mention_keys(readings: Sequence[GroundedReading], key: Key) -> Iterator[MentionKey]:
    return (mention.key for mention in _mentions(readings, key))


def _with_parents(
    readings: Sequence[GroundedReading], group: Sequence[Key], draft: Actor, ids: Mapping[Key, str], seeds: Seeds
) -> Actor:
    """The record with the bodies that texts and the seed table put it in."""
    parents = {ids[at, parent] for at, local in group for parent in readings[at].actors[local].member_of}
    by_seed = {
        item.seed: ids[at, local]
        for at, reading in enumerate(readings)
        for local, item in enumerate(reading.actors)
        if item.seed
    }
    for key in group:
        seed = seeds.by_key.get(_local(readings, key).seed or "")
        parents |= {by_seed[parent] for parent in (seed.parents if seed is not None else ()) if parent in by_seed}
    return Actor(
        draft.id,
        draft.name,
        draft.kind,
        draft.aliases,
        draft.country,
        tuple(sorted(parents - {draft.id})),
        draft.mentions,
    )


def _names(records: Sequence[Actor]) -> dict[str, str]:
    found: dict[str, str] = {}
    for record in records:
        if record.kind not in _NAMELESS:
            for name in (record.name, *record.aliases):
                found.setdefault(fold(name), record.id)
    return found


def _extra_actors(readings: Sequence[GroundedReading], by_name: Mapping[str, str], seeds: Seeds) -> tuple[Actor, ...]:
    """Outlets and credited agencies that no sentence mentions."""
    wanted: dict[str, tuple[str, ActorKind, str | None]] = {}
    for item in readings:
        names = [(item.document.outlet.name, "media")] if item.document.outlet is not None else []
        names += [(name, "agency") for credit in item.document.credits for name, _ in credit.names]
        for name, kind in names:
            seed = seeds.find(name)
            shown = seed.name if seed is not None else name
            short = fold(name.split()[0]) if _is_agency_name(name) else fold(name)
            known = any(key in by_name for key in (fold(name), fold(shown), short))
            if not known and name.lower() != "agencies":
                fallback: ActorKind = "media" if kind == "media" else "agency"
                wanted.setdefault(
                    fold(shown),
                    (shown, seed.kind if seed is not None else fallback, seed.country if seed is not None else None),
                )
    return tuple(
        Actor(content_id("actor", kind, folded), name, kind, (), country, (), ())
        for folded, (name, kind, country) in sorted(wanted.items())
    )
