"""What the grammar knows of words, loaded from the tables in data/lexicons and data/actors."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast, get_args

from corroborate.model.ledger import ActorKind, Certainty, EventKind, Stance
from corroborate.model.quantity import Bound
from corroborate.reading.phrases import Phrases, phrase_table

ReadData = Callable[[str], str]
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting expression: how it takes its content, and what it does to it."""

    lemma: str
    frame: str
    stance: Stance
    certainty: Certainty
    negates: bool


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that tells of an event; `subject` and `object` are the roles beside the verb, `needs` what must stand
    beside it for this sense.
    """

    lemma: str
    verb: bool
    family: str
    kind: EventKind
    subject: str
    object: str
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """Events of one sort: whether it is an attack, and the families that may tell of the same happening."""

    name: str
    attack: bool
    compatible: frozenset[str]


@dataclass(frozen=True, slots=True)
class Weapon:
    lemma: str
    category: str
    family: str


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: `unit` and `group` in the contract's terms; `kind` person, thing or act."""

    lemma: str
    unit: str
    group: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Harm:
    facet: str
    voice: str


@dataclass(frozen=True, slots=True)
class Approximator:
    bound: Bound
    position: str


@dataclass(frozen=True, slots=True)
class Hedge:
    certainty: Certainty
    who: str


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun for somebody who speaks or is hurt: kind role, population or person."""

    lemma: str
    kind: str
    anonymous: bool
    collective: bool
    speaks_for_body: bool


@dataclass(frozen=True, slots=True)
class BodyNoun:
    lemma: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class PlaceType:
    lemma: str
    kind: str


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of the seed tables; `via` tells a demonym, a seat of government or a plain name apart."""

    key: str
    name: str
    kind: ActorKind
    country: str | None
    via: str


@dataclass(frozen=True, slots=True)
class StancePattern:
    """Words inside a content that change what it does: "could not be verified", "will", "must"."""

    stance: Stance
    certainty: Certainty | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of the first reading stage, by phrase."""

    cues: Phrases[Cue]
    events: Phrases[EventWord]
    families: Mapping[str, Family]
    family_kinds: Mapping[str, EventKind]
    weapons: Phrases[Weapon]
    units: Phrases[Unit]
    harm: Phrases[Harm]
    approximators: Phrases[Approximator]
    numbers: Phrases[int | None]
    hedges: Phrases[Hedge]
    light_verbs: Phrases[str]
    abstract: Phrases[str]
    negators: Phrases[str]
    stances: Phrases[StancePattern]
    not_negation: Phrases[str]
    not_cues: Phrases[str]
    cue_needs: Mapping[str, str]
    roles: Phrases[RoleNoun]
    ranks: Phrases[str]
    bodies: Phrases[BodyNoun]
    channels: Phrases[str]
    place_types: Phrases[PlaceType]
    actors: Phrases[KnownActor]
    abbreviations: frozenset[str]
    function_words: Mapping[str, frozenset[str]]
    given_names: frozenset[str]

    def is_function_word(self, word: str, *classes: str) -> bool:
        """Whether `word` is one, of any of `classes` where some are given."""
        found = self.function_words.get(word)
        return found is not None and (not classes or any(name in found for name in classes))


def load_lexicon(read: ReadData) -> Lexicon:
    """The tables, parsed. `read` gives the text of a file below corroborate/data by its relative name."""

    def rows(name: str) -> Iterator[Row]:
        return csv.DictReader(read(f"lexicons/{name}.csv").splitlines())

    needs = {row["lemma"]: row["needs"] for row in rows("cue_limits")}
    return Lexicon(
        cues=phrase_table(
            (form, _cue(row)) for row in rows("cues") if needs.get(row["lemma"]) != "never" for form in _cue_forms(row)
        ),
        events=phrase_table((form, _event(row)) for row in rows("events") for form in _forms(row)),
        families={row["family"]: _family(row) for row in rows("families")},
        family_kinds=_family_kinds(rows("events")),
        weapons=phrase_table(
            (form, Weapon(row["lemma"], row["category"], row["family"]))
            for row in rows("weapons")
            for form in _forms(row)
        ),
        units=phrase_table((form, _unit(row)) for row in rows("units") for form in _forms(row)),
        harm=phrase_table((form, Harm(row["facet"], row["voice"])) for row in rows("harm") for form in _forms(row)),
        approximators=phrase_table(
            (row["phrase"], Approximator(cast("Bound", row["bound"]), row["position"])) for row in rows("approximators")
        ),
        numbers=phrase_table(
            (row["word"], int(row["value"]) if row["value"] else None)
            for row in rows("numbers")
            if "." not in row["value"]
        ),
        hedges=phrase_table(
            (row["phrase"], Hedge(cast("Certainty", row["certainty"]), row["who"])) for row in rows("hedges")
        ),
        light_verbs=phrase_table((form, row["lemma"]) for row in rows("light_verbs") for form in _forms(row)),
        abstract=phrase_table((form, row["lemma"]) for row in rows("abstract") for form in _forms(row)),
        negators=phrase_table((row["phrase"], row["phrase"]) for row in rows("negators")),
        stances=phrase_table((row["phrase"], _stance_pattern(row)) for row in rows("stances")),
        not_negation=phrase_table((row["phrase"], row["phrase"]) for row in rows("not_negation")),
        not_cues=phrase_table((row["phrase"], row["phrase"]) for row in rows("not_cues")),
        cue_needs=needs,
        roles=phrase_table((form, _role(row)) for row in rows("roles") for form in _forms(row)),
        ranks=phrase_table((form, row["title"]) for row in rows("ranks") for form in _forms(row, "title")),
        bodies=phrase_table(
            (form, BodyNoun(row["lemma"], _kind(row["kind"]))) for row in rows("bodies") for form in _forms(row)
        ),
        channels=phrase_table((form, row["kind"]) for row in rows("channels") for form in _forms(row)),
        place_types=phrase_table(
            (form, PlaceType(row["lemma"], row["kind"])) for row in rows("place_types") for form in _forms(row)
        ),
        actors=phrase_table(_known_actors(read), cased=True),
        abbreviations=frozenset(row["form"].lower() for row in rows("abbreviations")),
        function_words=_classes((row["word"], row["class"]) for row in rows("function_words")),
        given_names=frozenset(row["name"] for row in rows("person_names")),
    )


def _known_actors(read: ReadData) -> Iterator[tuple[str, KnownActor]]:
    for row in csv.DictReader(read("actors/states.csv").splitlines()):
        for via in ("name", "aliases", "demonym", "seats"):
            for form in _cell(row[via]):
                yield form, KnownActor(row["key"], row["name"], "state", row["iso2"] or None, via)
    countries = {row["key"]: row["iso2"] for row in csv.DictReader(read("actors/states.csv").splitlines())}
    for row in csv.DictReader(read("actors/state_bodies.csv").splitlines()):
        for form in (row["name"], *_cell(row["aliases"])):
            yield form, KnownActor(row["key"], row["name"], _kind(row["kind"]), countries.get(row["state"]), "name")
    for row in csv.DictReader(read("actors/known.csv").splitlines()):
        for form in (row["name"], *_cell(row["aliases"])):
            yield form, KnownActor(row["key"], row["name"], _kind(row["kind"]), row["country"] or None, "name")


def _cue(row: Row) -> Cue:
    stance, certainty = cast("Stance", row["stance"]), cast("Certainty", row["certainty"])
    return Cue(row["lemma"], row["frame"], stance, certainty, row["negates"] == "yes")


def _event(row: Row) -> EventWord:
    kind = EventKind(row["plover"] or None, row["plover_mode"] or None, row["acled"] or None, row["acled_sub"] or None)
    return EventWord(
        row["lemma"], row["pos"] == "verb", row["family"], kind, row["subject"], row["object"], row["needs"]
    )


def _family_kinds(rows: Iterator[Row]) -> Mapping[str, EventKind]:
    """Each family's codes: those of its first word in the table that has an ACLED sub-event type."""
    found: dict[str, EventKind] = {}
    for row in rows:
        if row["acled_sub"]:
            found.setdefault(row["family"], _event(row).kind)
    return found


def _family(row: Row) -> Family:
    return Family(row["family"], row["attack"] == "yes", frozenset(_cell(row["compatible"])))


def _unit(row: Row) -> Unit:
    return Unit(row["lemma"], row["unit"], row["group"] or None, row["kind"])


def _role(row: Row) -> RoleNoun:
    flags = (row[name] == "yes" for name in ("anonymous", "collective", "speaks_for_body"))
    return RoleNoun(row["lemma"], row["kind"], *flags)


def _stance_pattern(row: Row) -> StancePattern:
    return StancePattern(cast("Stance", row["stance"]), cast("Certainty | None", row["certainty"] or None))


def _kind(name: str) -> ActorKind:
    return cast("ActorKind", name) if name in get_args(ActorKind) else "organisation"


def _cue_forms(row: Row) -> tuple[str, ...]:
    """The forms in the table; a lemma of several words is no form of its own ("no claim of responsibility")."""
    return _cell(row["forms"]) or (row["lemma"],)


def _forms(row: Row, first: str = "lemma") -> tuple[str, ...]:
    return tuple(dict.fromkeys((row[first], *_cell(row["forms"]))))


def _cell(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split("|") if part.strip())


def _classes(pairs: Iterator[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, name in pairs:
        found.setdefault(word, set()).update((name, "auxiliary") if name == "modal" else (name,))
    return {word: frozenset(names) for word, names in found.items()}
