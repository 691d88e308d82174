"""What a group of local actors is known by, while the actors of a story are joined."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading, LocalActor
from corroborate.model.judgement import MentionKey
from corroborate.model.ledger import ActorKind
from corroborate.model.lineage import Passage
from corroborate.model.reading import Name
from corroborate.names.fold import core_words
from corroborate.names.parts import (
    capital_opening,
    nation_stem,
    personal_name,
    proper_part,
    sex_told,
    state_stem,
    without_owner_mark,
)
from corroborate.names.tables import NameTables
from corroborate.resolve.seeds import Seeds

Key = tuple[int, int]  # a document's position in the story, a local actor's in its document

BODIES: frozenset[ActorKind] = frozenset(("government-body", "state-forces", "state"))
# An indefinite speaker is one of many; who bears an office is "the".
_INDEFINITE = frozenset(("a", "an", "one", "another", "some", "two", "three", "several", "other"))


@dataclass(frozen=True, slots=True)
class Cast:
    """All that joining looks things up in. `spoken_to` names whom an unnamed speaker talked to, where one is told;
    `places` are the words of the story's place names, `nations` its states by the stems of their names,
    `pages` the outlets and credited agencies of its documents, numbered downwards from -1.
    """

    readings: Sequence[GroundedReading]
    spoken_to: Mapping[Key, str]
    passages: Sequence[Passage]
    seeds: Seeds
    tables: NameTables
    places: frozenset[str]
    nations: Mapping[str, str]
    pages: Mapping[Key, LocalActor]

    def local(self, key: Key) -> LocalActor:
        """The local actor of a key, or the outlet or credited agency that it stands for."""
        return self.pages[key] if key[1] < 0 else self.readings[key[0]].actors[key[1]]

    def named(self, key: Key) -> tuple[Name, ...]:
        """Its mentions but for pronouns."""
        names = self.readings[key[0]].reading.names
        return tuple(names[index] for index in self.local(key).mentions if names[index].kind != "pronoun")

    def mention_keys(self, key: Key) -> tuple[MentionKey, ...]:
        """Where its mentions stand, as judgements know them."""
        item = self.readings[key[0]]
        spans = (item.reading.names[index].span for index in self.local(key).mentions)
        return tuple((item.document.id, span.start, span.end) for span in spans)

    def document(self, at: int) -> str:
        """What a document is called in reasons."""
        return self.readings[at].document.name


@dataclass(frozen=True, slots=True)
class Side:
    """One or more local actors taken for one.

    `kinds` is empty for the publisher of a page: it may be anything. `names` are the words of its mentions, `proper`
    the names proper among them; `offices` what its persons are called by; `nations` the states that it belongs to or
    is, by seed or by what land and adjective share; `sexes` as titles tell them; `bodies` the words of the names of
    bodies above it; `definite` is false where a text says "a", "one of".
    """

    keys: frozenset[Key]
    kinds: frozenset[ActorKind]
    names: frozenset[str]
    proper: frozenset[str]
    offices: frozenset[tuple[str, ...]]
    seeds: frozenset[str]
    nations: frozenset[str]
    sexes: frozenset[str]
    bodies: frozenset[str]
    definite: bool
    anonymous: bool

    @property
    def documents(self) -> frozenset[int]:
        """The documents whose texts tell of it; who publishes one may be told of in it."""
        return frozenset(at for at, local in self.keys if local >= 0)

    @property
    def shown(self) -> str:
        """The name that reasons give it: the longest."""
        return max(self.proper or self.names or {"?"}, key=lambda name: (len(name), name))

    def with_side(self, other: "Side") -> "Side":
        """Both as one."""
        return Side(
            self.keys | other.keys,
            self.kinds | other.kinds,
            self.names | other.names,
            self.proper | other.proper,
            self.offices | other.offices,
            self.seeds | other.seeds,
            self.nations | other.nations,
            self.sexes | other.sexes,
            self.bodies | other.bodies,
            self.definite and other.definite,
            self.anonymous and other.anonymous,
        )


def cast_of(
    readings: Sequence[GroundedReading],
    spoken_to: Mapping[Key, str],
    passages: Sequence[Passage],
    seeds: Seeds,
    tables: NameTables,
) -> Cast:
    """The cast of a story."""
    names = {name for item in readings for place in item.places for name in (place.name, *place.aliases)}
    places = frozenset(
        word for name in names for part in [proper_part(name, tables)] if part for word in core_words(part)
    )
    states = [actor for item in readings for actor in item.actors if actor.kind == "state"]
    nations: dict[str, str] = {}
    for state in states:
        for name in (state.name, *state.aliases):
            stem = state_stem(name, tables)
            if stem is not None and " " not in stem:
                nations[stem] = min(f"seed:{state.seed}" if state.seed is not None else stem, nations.get(stem, "~"))
    pages = {
        (at, -1 - number): page
        for at, item in enumerate(readings)
        for number, page in enumerate(_pages(item.document, seeds))
    }
    return Cast(readings, spoken_to, passages, seeds, tables, places, nations, pages)


def _pages(document: Document, seeds: Seeds) -> Iterator[LocalActor]:
    """The outlet of a page and the agencies that it credits, as actors without mentions."""
    told: list[tuple[str, ActorKind]] = [(document.outlet.name, "media")] if document.outlet is not None else []
    told += [(name, "agency") for credit in document.credits for name, _ in credit.names if name.lower() != "agencies"]
    for name, kind in dict(reversed(told)).items():
        seed = seeds.find(name)
        if seed is None:
            yield LocalActor(name, kind, (), ())
        else:
            yield LocalActor(seed.name, seed.kind, (), (), seed.key, seed.country)


def side_of(cast: Cast, key: Key, common: frozenset[str]) -> Side:
    """One local actor as a side. `common` are words that some text writes small: by themselves they are no names."""
    actor, mentions = cast.local(key), cast.named(key)
    personal = actor.kind in ("person", "role")
    listed = {without_owner_mark(name) for name in (actor.name, *actor.aliases, *(name.name for name in mentions))} - {
        ""
    }
    names = frozenset(name for name in listed if not _points(name, cast.tables))
    parts = personal_name if personal else proper_part
    proper = {
        part for name in listed if (part := parts(name, cast.tables)) is not None and part.casefold() not in common
    }
    if actor.kind == "role":
        proper = {name for name in proper if " " in name}
    if personal:
        proper |= {full for name in mentions if (full := _behind_an_initial(name, cast.tables)) is not None}
    return Side(
        keys=frozenset((key,)),
        kinds=frozenset((actor.kind,)) if key[1] >= 0 else frozenset(),
        names=names,
        proper=frozenset(proper),
        offices=_offices(mentions, proper, cast.tables) if actor.kind in ("person", "role") else frozenset(),
        seeds=frozenset((actor.seed,)) if actor.seed is not None else frozenset(),
        nations=_nations(cast, key),
        sexes=frozenset(sex for name in mentions if (sex := _sex(name, cast.tables)) is not None),
        bodies=frozenset(
            word
            for parent in actor.member_of
            for name in _all_names(cast, (key[0], parent))
            for word in core_words(without_owner_mark(name))
        ),
        definite=not any(
            words and words[0] in _INDEFINITE for words in (name.text.casefold().split() for name in mentions)
        ),
        anonymous=actor.anonymous,
    )


def written_small(readings: Sequence[GroundedReading]) -> frozenset[str]:
    """The words that stand alone as names and that some text of the story writes small: "police", "gunmen"."""
    return frozenset(
        name.name for item in readings for name in item.reading.names if name.name.islower() and " " not in name.name
    )


def _points(name: str, tables: NameTables) -> bool:
    """Whether a name means something else in each text: "this newspaper", "his men"."""
    return name.casefold().partition(" ")[0] in tables.pointing


def _behind_an_initial(name: Name, tables: NameTables) -> str | None:
    """ "Lt. Col. V. Metakian": where the name was read as its initial only, all of it."""
    return personal_name(name.text, tables) if len(name.name.strip(".")) == 1 else None


def _sex(name: Name, tables: NameTables) -> str | None:
    """As the title before the name says; what stands after it tells of others."""
    part = personal_name(name.text, tables)
    return sex_told(name.text.partition(part)[0] if part is not None else name.text, tables)


def _offices(mentions: Sequence[Name], proper: set[str], tables: NameTables) -> frozenset[tuple[str, ...]]:
    """What a person is called by beside the name, as words: "the interior minister", "Inspector General Sel"."""
    found = set()
    for name in mentions:
        words = name.text if not any(part in name.text for part in proper) else _before(name.text, proper)
        core = tuple(word for word in core_words(words) if word not in _SMALL)
        if core and any(word in tables.titles and not tables.titles[word] for word in core):
            found.add(core)
    return frozenset(found)


_SMALL = frozenset(
    ("the", "a", "an", "of", "for", "and", "its", "his", "her", "their", "our", "s", "mr", "mrs", "ms", "dr")
)


def _before(text: str, proper: set[str]) -> str:
    return min((text.partition(part)[0] for part in proper if part in text), key=len)


def _nations(cast: Cast, key: Key, seen: frozenset[Key] = frozenset()) -> frozenset[str]:
    """The states that an actor is or belongs to, else the nation that opens its name."""
    actor = cast.local(key)
    if actor.kind == "state":
        stems = {stem for name in _all_names(cast, key) if (stem := state_stem(name, cast.tables)) is not None}
        return frozenset((f"seed:{actor.seed}",)) if actor.seed is not None else frozenset(stems)
    seed = cast.seeds.by_key.get(actor.seed or "")
    known = {f"seed:{parent}" for parent in (seed.parents if seed is not None else ())}
    parents = [(key[0], parent) for parent in actor.member_of if (key[0], parent) not in seen]
    above = frozenset(known).union(*(_nations(cast, parent, seen | {key}) for parent in parents))
    if above or (actor.kind not in BODIES and key not in cast.pages):
        return above
    names = _all_names(cast, key)
    told = {cast.nations[stem] for name in names for stem in _stems(name, cast.tables) if stem in cast.nations}
    if told:
        return frozenset(told)
    opening = {word for name in names if (word := capital_opening(name)) is not None}
    return frozenset(nation_token(word, cast.seeds, cast.tables) for word in opening)


def nation_token(word: str, seeds: Seeds, tables: NameTables) -> str:
    """A state by the table of known actors, else by what its name and its adjective share."""
    seed = seeds.find(word)
    return f"seed:{seed.key}" if seed is not None and seed.kind == "state" else nation_stem(word, tables)


def _stems(name: str, tables: NameTables) -> Iterator[str]:
    yield from (nation_stem(word, tables) for word in name.split() if word[:1].isupper())


def _all_names(cast: Cast, key: Key) -> frozenset[str]:
    return frozenset({cast.local(key).name, *(name.name for name in cast.named(key))})
