"""The records that groups of local actors become: name, kind, aliases, mentions, the bodies above."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corroborate.model.grounded import LocalActor
from corroborate.model.ids import content_id
from corroborate.model.ledger import Actor, ActorKind, Mention
from corroborate.model.reading import Name
from corroborate.names.fold import core_words, fold
from corroborate.names.parts import personal_name, proper_part, without_owner_mark
from corroborate.reconcile.actors.proposals import is_agency_name
from corroborate.reconcile.actors.sides import BODIES, Cast, Key

# The most telling kind wins where mentions of one actor were read differently.
_KIND_RANK: dict[ActorKind, int] = {"organisation": 5, "role": 6, "population": 7, "unknown": 8}
# A name in capitals throughout is shown so only where no text writes it otherwise.
_INITIALS = 6


def draft_of(cast: Cast, group: Sequence[Key]) -> Actor:
    """The record of a group, without the bodies that it belongs to."""
    met = [cast.local(key) for key in group if key not in cast.pages]
    pages = [cast.local(key) for key in group if key in cast.pages]
    lead = min(met or pages, key=lambda item: (_KIND_RANK.get(item.kind, 0), -len(item.mentions), item.name))
    mentions = tuple(sorted({mention for key in group for mention in _mentions(cast, key)}))
    return Actor(
        id=content_id("actor", *(mentions[0].document, mentions[0].start, mentions[0].end))
        if mentions
        else content_id("actor", lead.kind, fold(lead.name)),
        name=_shown_name(cast, group, lead),
        kind=lead.kind,
        aliases=tuple(sorted({alias for item in met for alias in item.aliases})),
        country=next((item.country for item in (*met, *pages) if item.country is not None), None),
        member_of=(),
        mentions=mentions,
    )


def with_parents(
    cast: Cast, group: Sequence[Key], draft: Actor, ids: Mapping[Key, str], seeded: Mapping[str, str]
) -> Actor:
    """The record with the bodies that texts and the table of known actors put it in; `seeded` are its ids by key."""
    parents = {
        ids[key[0], parent]
        for key in group
        for parent in cast.local(key).member_of
        if not _only_pointed_at(cast, (key[0], parent))
    }
    for key in group:
        seed = cast.seeds.by_key.get(cast.local(key).seed or "")
        parents |= {seeded[parent] for parent in (seed.parents if seed is not None else ()) if parent in seeded}
    return replace(draft, member_of=tuple(sorted(parents - {draft.id})))


def _only_pointed_at(cast: Cast, key: Key) -> bool:
    """Whether a body is called only by whose it is: who leads "his men" is not under them."""
    names = cast.named(key)
    return bool(names) and all(not _means(name, cast) for name in names)


def _mentions(cast: Cast, key: Key) -> Iterator[Mention]:
    item = cast.readings[key[0]]
    for index in cast.local(key).mentions:
        name = item.reading.names[index]
        yield Mention(item.document.id, name.span.start, name.span.end, name.text)


# --- the name that is shown


def _shown_name(cast: Cast, group: Sequence[Key], lead: LocalActor) -> str:
    """The table's name, the name of the page that it publishes, else the fullest that texts give it."""
    if lead.seed is not None:
        return lead.name
    if lead.kind == "role" and lead.anonymous:
        return _told_apart(cast, group, lead)
    pages = sorted((cast.local(key).name for key in group if key in cast.pages), key=_fullness, reverse=True)
    return pages[0] if pages else _best_name(cast, group, lead)


def _best_name(cast: Cast, group: Sequence[Key], lead: LocalActor) -> str:
    """The fullest name proper of the kind that won; where there is none, the words that most mentions bear."""
    same = [key for key in group if cast.local(key).kind == lead.kind]
    names = [name for key in same for name in cast.named(key)]
    parts = personal_name if lead.kind in ("person", "role") else proper_part
    proper = Counter(part for name in names if (part := parts(name.name, cast.tables)) is not None)
    if lead.kind == "state":
        return max(proper, key=lambda name: (-len(name.split()), proper[name], name)) if proper else lead.name
    if lead.kind in BODIES:
        return _body_name(
            Counter(without_owner_mark(name.name) for name in names if _means(name, cast)) or proper, lead
        )
    if proper and lead.kind == "person":
        return _person_name(cast, same)
    if proper and lead.kind not in ("population", "unknown"):
        return max(proper, key=lambda name: (*_fullness(name), proper[name], name))
    counts = Counter(cast.local(key).name for key in same for _ in cast.local(key).mentions)
    return max(counts, key=lambda name: (counts[name], len(name), name), default=lead.name)


def _person_name(cast: Cast, keys: Sequence[Key]) -> str:
    """The full name that most documents bear out, in part or whole; of two that end alike the shorter, for what
    stands before it may be a title that no table knows.
    """
    found: dict[str, set[int]] = {}
    for key in keys:
        for name in cast.named(key):
            if (part := personal_name(name.name, cast.tables)) is not None:
                found.setdefault(part, set()).add(key[0])
    full = [name for name in found if len(core_words(name)) > 1] or list(found)
    plain = [name for name in full if not any(_ends_with(name, other) for other in full)]
    bearing = {name: set().union(*(at for part, at in found.items() if _inside(part, name))) for name in plain}
    return max(plain, key=lambda name: (len(bearing[name]), *_fullness(name), name))


def _ends_with(name: str, other: str) -> bool:
    long, short = core_words(name), core_words(other)
    return 1 < len(short) < len(long) and long[-len(short) :] == short


def _inside(part: str, name: str) -> bool:
    return set(core_words(part)) <= set(core_words(name))


def _means(name: Name, cast: Cast) -> bool:
    return name.name.casefold().partition(" ")[0] not in cast.tables.pointing


def _body_name(counts: Mapping[str, int], lead: LocalActor) -> str:
    """A body's name with its state or its own name before "the ministry"; a capital only where all texts write it."""
    if not counts:
        return lead.name
    best = max(counts, key=lambda name: (_capitals(name), len(core_words(name)) > 1, counts[name], len(name), name))
    plain_form = best[:1].lower() + best[1:]
    return plain_form if plain_form in counts else best  # a sentence's first word has a capital anyway


def _capitals(name: str) -> int:
    """Two for a name with capitals in several words, one for one, none where all stand in capitals or in small."""
    if name.isupper() and len(name) > _INITIALS:
        return 0
    found = sum(word[:1].isupper() for word in name.split())
    return min(2, found) if name[:1].isupper() else min(1, found)


def _fullness(name: str) -> tuple[int, bool]:
    return len(core_words(name)), not name.isupper()


def _told_apart(cast: Cast, group: Sequence[Key], lead: LocalActor) -> str:
    """Unnamed speakers take what tells them apart: whom they spoke to, else the page that quotes them."""
    key = group[0]
    document = cast.readings[key[0]].document
    outlet = document.outlet.name if document.outlet is not None else document.name
    listener = next((cast.spoken_to[key] for key in group if key in cast.spoken_to), outlet)
    printed = next((name.text for key in group for name in cast.named(key) if name.name == lead.name), lead.name)
    if printed == lead.name:
        return f"{lead.name} (to {full_agency(cast, listener)})"
    article = "an" if lead.name[:1].lower() in "aeiou" and not lead.name.startswith(("US", "UN", "UK", "U.S")) else "a"
    return f"{article} {lead.name} (to {full_agency(cast, listener)})"


def full_agency(cast: Cast, name: str) -> str:
    """An agency's full name, where a page credits it so: "Corvane Press Agency" for "Corvane"."""
    full = {page.name for page in cast.pages.values() if is_agency_name(page.name)}
    return next((other for other in sorted(full) if fold(other.split()[0]) == fold(name)), name)
