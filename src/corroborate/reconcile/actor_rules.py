"""What makes two actors of a story one, and what speaks against it: tables of small rules.

A rule proposes pairs of sides, each with a score and the reason in words; every proposal is then put to the rules
against. The first line of a rule's docstring is what readers are shown.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from corroborate.model.ledger import ActorKind
from corroborate.names.fold import core_words, fold, fold_word, plain, skeleton, words
from corroborate.names.likeness import body_likeness, person_likeness
from corroborate.names.parts import body_form, nation_stem, shortens, tells_members
from corroborate.names.word_likeness import word_likeness
from corroborate.reconcile.sides import BODIES, Cast, Key, Side

# Kinds whose names tell them apart: a like name in two documents of one story is the same actor.
_NAMED: frozenset[ActorKind] = frozenset(
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
# Kinds of which texts go on to use a part of the name.
_SHORTENED = (_NAMED | BODIES) - {"unknown", "platform", "state"}
_PERSONAL: frozenset[ActorKind] = frozenset(("person", "unknown"))
# A surname that is not quite the same must be this alike.
_LIKE_SURNAME = 0.85
_FULL = 2
_LEAST_INITIALS = 3
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two sides that may be one, how surely (0..1), and why; `by_likeness` where only their names say so."""

    first: Side
    second: Side
    score: float
    detail: str
    by_likeness: bool = True


@dataclass(frozen=True, slots=True)
class Doubt:
    """A side that may be one of several, and so is none of them."""

    side: Side
    owners: tuple[Side, ...]
    detail: str


Rule = Callable[[Sequence[Side], Cast], Iterator[Proposal | Doubt]]


# --- sure signs


def same_seed(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """Both names stand in the table of known actors, for one actor."""
    for key, group in _sharing(sides, lambda side: side.seeds):
        yield from _chain(group, 1.0, f"the table of known actors has both for {cast.seeds.by_key[key].name}")


def same_name(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """Both bear one name, in the same or another spelling of the same sounds."""
    for key, group in _sharing(sides, lambda side: _full_names(side)):
        surely = not key.startswith("one name:")
        shown = min(name for name in group[0].proper | group[0].names if key.endswith(fold(name)))
        yield from _chain(group, 0.98, f"both are called “{shown}”, spelling aside", by_likeness=not surely)


def same_copied_words(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """The two mentions stand at the same place of words that one document has from the other."""
    owner = {key: side for side in sides for key in side.keys}
    positions = {item.document.id: at for at, item in enumerate(cast.readings)}
    for passage in cast.passages:
        ours, theirs = (
            _standing_in(cast, positions.get(document), span.start, span.end)
            for document, span in ((passage.first, passage.first_span), (passage.second, passage.second_span))
        )
        for place in sorted(ours.keys() & theirs.keys()):
            first, second = owner.get(ours[place]), owner.get(theirs[place])
            if first is not None and second is not None and first is not second:
                names = " and ".join(sorted((cast.document(ours[place][0]), cast.document(theirs[place][0]))))
                yield Proposal(first, second, 0.97, f"the same words in {names}", by_likeness=False)


def same_unnamed_speaker(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """Unnamed, called by the same words, and speaking to the same agency or outlet, as one text at least says."""
    told: dict[str, list[Side]] = {}
    own: dict[str, list[Side]] = {}
    for side in sides:
        for key in side.keys:
            actor, outlet = cast.local(key), cast.readings[key[0]].document.outlet
            if actor.kind != "role":
                continue
            listener = cast.spoken_to.get(key)
            if listener is not None:
                told.setdefault(f"{plain(actor.name)}|{_short_outlet(listener)}", []).append(side)
            elif outlet is not None:
                own.setdefault(f"{plain(actor.name)}|{_short_outlet(outlet.name)}", []).append(side)
    for heard, group in sorted(told.items()):
        # Two residents in two reports of one outlet are two; the outlet's own report is what others quote.
        first_hand = own.get(heard, [])
        listed = [*group, *first_hand] if len(first_hand) == 1 else group
        yield from _chain(listed, 0.95, "the same words, spoken to the same agency or outlet")


def same_crowd(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """A crowd that both texts call by the same words."""
    crowds = [side for side in sides if side.kinds == {"population"}]
    for key, group in _sharing(crowds, lambda side: frozenset(plain(name) for name in side.names)):
        yield from _chain(group, 0.9, f"both are called “{key}”")


# --- states and their bodies


def same_state(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """One land's name, its adjective, or its government's."""
    states = [side for side in sides if side.kinds == {"state"}]
    for key, group in _sharing(states, lambda side: side.nations):
        yield from _chain(group, 0.95, f"land and adjective share “{key}”")


def same_body_of_a_state(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """The same kind of body of the same state: "Norian army", "the army of Noria"."""
    for key, group in _sharing(_bodies(sides), lambda side: _body_forms(side, cast)):
        yield from _chain(group, 0.95, f"the {key.partition('|')[2]} of one state")


def the_only_body_so_called(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """A body named without its state is the story's only one of its kind."""
    bodies = _bodies(sides)
    told = {id(side): _forms(side, cast) for side in bodies}
    stated = [side for side in bodies if side.nations]
    bare = [side for side in bodies if not side.nations]
    for form in sorted({form for side in bare for form in told[id(side)]}):
        group = [side for side in bare if form in told[id(side)]]
        owners = [side for side in stated if any(own == form or own.endswith(f" {form}") for own in told[id(side)])]
        if len(owners) > 1:
            yield from (Doubt(side, tuple(owners), f"the story has several bodies called “{form}”") for side in group)
        else:
            # "Army" in a headline is "the Norian army" of its text; "the ministry" beside "the health ministry" is not.
            other_words = any(form not in told[id(side)] for side in owners)
            listed = [*owners, *group]
            yield from _chain(listed, 0.85, f"the story's only body called “{form}”", by_likeness=other_words)


def the_only_such_body_of_a_state(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """ "Noria's ministry" is the only ministry of Noria of which the story tells."""
    bodies = [(side, _forms(side, cast)) for side in _bodies(sides) if side.nations]
    for side, forms in bodies:
        for form in sorted(forms):
            owners = [
                other
                for other, told in bodies
                if other.nations & side.nations and any(own.endswith(f" {form}") for own in told)
            ]
            yield from _the_only_one(side, owners, 0.84, f"the story's only {form} of that state")


def the_only_state(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """ "The government", named without its state, is that of the only state of which the story tells."""
    states = [side for side in sides if side.kinds == {"state"}]
    owners = [side for side in states if side.nations]
    for side in states:
        called = {word for name in side.names for word in core_words(name)}
        if not side.nations and called and called <= cast.tables.state_words:
            yield from _the_only_one(side, owners, 0.82, "the story's only state")


# --- names that are alike


def like_person(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """Names of a person that agree in two words and more: slips, forms of given names, middle names left out."""
    persons = [side for side in sides if side.kinds <= _PERSONAL and side.proper]
    for first, second in _near(persons, cast):
        if "person" not in first.kinds | second.kinds:
            continue
        for one in sorted(name for name in first.proper if len(core_words(name)) >= _FULL):
            for other in sorted(name for name in second.proper if len(core_words(name)) >= _FULL):
                verdict = person_likeness(one, other, cast.tables)
                if verdict.same:
                    yield Proposal(first, second, verdict.score, f"“{one}” and “{other}”: {verdict.reason}")


def like_body(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """Names of a body that are spellings of one, the first letters of the other, or its words in another order."""
    bodies = [side for side in sides if (side.kinds <= _NAMED or side.kinds <= BODIES) and side.proper]
    for first, second in _near(bodies, cast):
        if not _comparable(first, second):
            continue
        for one in sorted(first.proper):
            for other in sorted(second.proper):
                found = _like_bodies(one, other, cast)
                if found is not None:
                    yield Proposal(first, second, found[0], f"“{one}” and “{other}”: {found[1]}")


def agency_by_its_first_word(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """An agency or outlet goes by the first word of its name: "Palisade" for "Palisade News Agency"."""
    press = [side for side in sides if (not side.kinds or side.kinds & {"agency", "media"}) and side.kinds <= _NAMED]
    for first, second in combinations(press, 2):
        for one in sorted(first.proper | first.names):
            for other in sorted(second.proper | second.names):
                short, full = sorted((one.split(), other.split()), key=len)
                if len(short) == 1 < len(full) and short[0] == full[0] and is_agency_name(" ".join(full)):
                    yield Proposal(first, second, 0.9, f"“{short[0]}” is “{' '.join(full)}” for short")


def of_its_own_page(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """What the page of a body calls by words of the body's name is the body itself: "the Ministry", "the Union"."""
    owner = {key: side for side in sides for key in side.keys}
    for key, page in sorted(cast.pages.items()):
        if key[1] != -1:
            continue
        name, here = core_words(page.name), [side for at, side in owner.items() if at[0] == key[0] and at[1] >= 0]
        forms = _forms(owner[key], cast)
        called = {
            id(side): side
            for side in here
            if side.kinds <= _SHORTENED
            and side is not owner[key]
            and (_part_of(side, name) or forms & _forms(side, cast))
        }
        yield from _the_only_one(owner[key], list(called.values()), 0.9, f"what the page of {page.name} calls so")


def _part_of(side: Side, name: tuple[str, ...]) -> bool:
    """Whether some name of a side is made of words of a publisher's name, with the noun that says what it is."""
    nouns = {name[-1], *(word for word, turn in pairwise(name) if turn in _TURNS)}
    return any(set(found) <= set(name) and found[-1] in nouns for each in side.names if (found := _name_words(each)))


_TURNS = frozenset(("of", "for", "in", "at"))


# --- names that are shortened: only where one actor alone can be meant


def by_one_name(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """A person called by one name is the story's only one whose full name has it."""
    full = [side for side in sides if "person" in side.kinds and _full_person(side)]
    bearing: dict[str, list[Side]] = {}
    for side in full:
        for word in sorted({fold_word(word) for name in side.proper for word in core_words(name)}):
            bearing.setdefault(word, []).append(side)
    for side in sides:
        if side.kinds <= _PERSONAL and side.proper and not _full_person(side):
            for name in sorted(side.proper):
                yield from _by_one_name(side, name, bearing, cast)


def _by_one_name(
    side: Side, name: str, bearing: Mapping[str, Sequence[Side]], cast: Cast
) -> Iterator[Proposal | Doubt]:
    word = fold_word("".join(core_words(name)))
    owners, what = bearing.get(word, ()), "only one full name of the story has"
    if not owners:
        what = "only one full name of the story has a word so like"
        near = sorted(
            other for other in bearing if word_likeness(*sorted((word, other)), cast.tables)[0] >= _LIKE_SURNAME
        )
        owners = [owner for other in near if len(other) > 1 for owner in bearing[other]]
    owners = [owner for owner in owners if not _sexes_differ(side, owner, cast)]
    yield from _the_only_one(side, owners, 0.85, f"{what} “{name}”")


def by_part_of_the_name(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """A body called by some words of its name is the story's only one whose name has them in that order."""
    able = [side for side in sides if side.kinds <= _SHORTENED and side.proper]
    full = [(side, name, _name_words(name)) for side in able for name in sorted(side.proper)]
    for side in able:
        if side.seeds:
            continue
        for name in sorted(side.proper):
            short = _name_words(name)
            owners = {
                id(other): other
                for other, _, long in full
                if other is not side and _of_one_kind(other, side) and _shortens_well(short, long)
            }
            yield from _the_only_one(
                side, list(owners.values()), 0.82, f"only one body of the story has “{name}” in its name"
            )


def by_what_it_is(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """A body that a text does not name is the story's only one that is called so: "the union"."""
    able = [side for side in sides if side.kinds <= _SHORTENED and not side.seeds]
    named: dict[str, list[Side]] = {}
    for side in able:
        for noun in sorted({_noun(name) for name in side.proper}):
            named.setdefault(noun, []).append(side)
    for side in able:
        if not side.proper:
            nouns = {_noun(cast.local(key).name) for key in side.keys} & cast.tables.common_bodies
            for noun in sorted(nouns):
                yield from _the_only_one(side, named.get(noun, []), 0.8, f"the story's only {noun} that bears a name")


def by_office(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """Somebody called by an office is the story's only named person who bears it."""
    holders = [side for side in sides if "person" in side.kinds and side.proper]
    for side in sides:
        if side.proper or not side.definite or side.anonymous or not side.kinds <= {"person", "role"}:
            continue
        for office in sorted(side.offices):
            owners = [
                other
                for other in holders
                if any(_same_office(office, held) for held in other.offices)
                and not _other_nation(side, other, cast)
                and (len(office) > 1 or bool(side.bodies & other.bodies) or not (side.bodies or other.bodies))
            ]
            yield from _the_only_one(side, owners, 0.82, f"the story's only named {' '.join(office)}")


SURE: tuple[Rule, ...] = (same_seed, same_name, same_copied_words, same_unnamed_speaker, same_crowd)
STATES: tuple[Rule, ...] = (same_state, same_body_of_a_state)
ALIKE: tuple[Rule, ...] = (of_its_own_page, like_person, like_body, agency_by_its_first_word)
SHORT: tuple[Rule, ...] = (
    the_only_state,
    the_only_such_body_of_a_state,
    the_only_body_so_called,
    by_one_name,
    by_part_of_the_name,
    by_what_it_is,
)
OFFICES: tuple[Rule, ...] = (by_office,)
# In this order: what is sure first, so that likeness has most to go by; each pass sees what the one before has joined.
PASSES: tuple[tuple[Rule, ...], ...] = (SURE, STATES, ALIKE, SHORT, OFFICES)


# --- what speaks against


def _seeds_differ(first: Side, second: Side, cast: Cast) -> str | None:
    """The table of known actors has them as two."""
    names = [min(cast.seeds.by_key[key].name for key in side.seeds) for side in (first, second) if side.seeds]
    return (
        f"{names[0]} and {names[1]} are two known actors" if len(names) > 1 and not first.seeds & second.seeds else None
    )


def _sexes_differ(first: Side, second: Side, cast: Cast) -> str | None:
    """One is called Mr, the other Mrs."""
    differ = first.sexes and second.sexes and not first.sexes & second.sexes
    return "a man's title and a woman's" if differ else None


def _other_nation(first: Side, second: Side, cast: Cast) -> str | None:
    """They belong to two states."""
    differ = first.nations and second.nations and not first.nations & second.nations
    return "they belong to two states" if differ else None


def _told_apart(first: Side, second: Side, cast: Cast) -> str | None:
    """One document tells of both."""
    shared = first.documents & second.documents
    return f"{min(cast.document(at) for at in shared)} tells of both" if shared else None


AGAINST: tuple[Callable[[Side, Side, Cast], str | None], ...] = (
    _seeds_differ,
    _sexes_differ,
    _other_nation,
    _told_apart,
)


def objection(proposal: Proposal, first: Side, second: Side, cast: Cast) -> str | None:
    """What speaks against a proposal, as both sides now stand; sure signs ask for no likeness' objections."""
    if not proposal.by_likeness:
        return None
    return next((reason for rule in AGAINST if (reason := rule(first, second, cast)) is not None), None)


# --- parts of the rules


def _sharing(sides: Iterable[Side], keys: Callable[[Side], Iterable[str]]) -> Iterator[tuple[str, list[Side]]]:
    """The sides that share a key, key by key."""
    found: dict[str, list[Side]] = {}
    for side in sides:
        for key in sorted(set(keys(side))):
            found.setdefault(key, []).append(side)
    yield from ((key, group) for key, group in sorted(found.items()) if len(group) > 1)


def _chain(group: Sequence[Side], score: float, detail: str, *, by_likeness: bool = False) -> Iterator[Proposal]:
    """All of a group as one."""
    for first, second in pairwise(group):
        if first is not second:
            yield Proposal(first, second, score, detail, by_likeness)


def _the_only_one(side: Side, owners: Sequence[Side], score: float, detail: str) -> Iterator[Proposal | Doubt]:
    others = [owner for owner in owners if owner is not side]
    if len(others) == 1:
        yield Proposal(others[0], side, score, detail)
    elif others:
        yield Doubt(
            side, tuple(others), detail.replace("only one", "not only one").replace("the story's only", "several")
        )


def _full_names(side: Side) -> frozenset[str]:
    if side.kinds & {"role", "population", "state"} or side.seeds:
        return frozenset()
    if not side.kinds:
        return frozenset(f"{family}:{fold(name)}" for name in side.names for family in ("name", "body", "person"))
    if side.kinds & BODIES:
        return frozenset(f"body:{fold(name)}" for name in side.proper if is_proper(name))
    if side.kinds == {"person"}:
        return frozenset(f"{'person' if ' ' in name else 'one name'}:{fold(name)}" for name in side.proper)
    return frozenset(f"name:{fold(name)}" for name in side.proper | side.names)


def is_proper(name: str) -> bool:
    """Whether a body's name is its alone: initials ("KDF"), or two words with capitals ("Kenya Defence Forces")."""
    found = name.split()
    initials = len(found) == 1 and name.isupper() and len(name) > 1
    return initials or sum(word[:1].isupper() for word in found) > 1


def is_agency_name(name: str) -> bool:
    """Whether a name ends in what agencies call themselves."""
    found = name.split()
    return len(found) > 1 and found[-1].lower() in ("agency", "news", "wire", "press", "service")


def _standing_in(cast: Cast, at: int | None, start: int, end: int) -> dict[tuple[int, str], Key]:
    """The named mentions inside a stretch of a document, by how many words stand before them and what they say."""
    if at is None:
        return {}
    item = cast.readings[at]
    found: dict[tuple[int, str], Key] = {}
    for local, actor in enumerate(item.actors):
        for index in actor.mentions:
            name = item.reading.names[index]
            if name.kind != "pronoun" and start <= name.span.start and name.span.end <= end:
                before = len(_WORD.findall(item.document.text[start : name.span.start]))
                found[before, " ".join(words(name.text))] = (at, local)
    return found


def _short_outlet(name: str) -> str:
    found = name.split()
    return fold(found[0]) if is_agency_name(name) else fold(name)


def _bodies(sides: Iterable[Side]) -> list[Side]:
    """State bodies, and publishers that may be one."""
    return [side for side in sides if side.kinds <= BODIES and "state" not in side.kinds]


def _of_one_kind(first: Side, second: Side) -> bool:
    return not first.kinds or not second.kinds or bool(first.kinds & second.kinds)


def _forms(side: Side, cast: Cast) -> frozenset[str]:
    """What kinds of body its names say it is, its nation aside; a brigade is not the army for its soldiers."""
    stems = {stem for stem, nation in cast.nations.items() if nation in side.nations}
    stems |= {nation_stem(nation.removeprefix("seed:"), cast.tables) for nation in side.nations}
    bears_name = any(is_proper(name) and " " in name for name in side.proper)
    told = (name for name in side.names if not (bears_name and tells_members(name, cast.tables)))
    forms = {form for name in told if (form := body_form(name, frozenset(stems), cast.places, cast.tables))}
    # "The service" says little of what is "the coast guard" as well.
    telling = {form for form in forms if " " in form or form in cast.tables.body_words.values()}
    return frozenset(telling or forms)


def _body_forms(side: Side, cast: Cast) -> frozenset[str]:
    return frozenset(f"{nation}|{form}" for nation in side.nations for form in _forms(side, cast))


def _comparable(first: Side, second: Side) -> bool:
    both = first.kinds | second.kinds
    return both <= _NAMED or both <= BODIES


def _like_bodies(one: str, other: str, cast: Cast) -> tuple[float, str] | None:
    if min(len(one), len(other)) < _LEAST_INITIALS and fold(one) != fold(other):
        return None  # two letters are first letters of too much
    verdict = body_likeness(one, other, cast.tables)
    if verdict.same and (is_proper(one) or is_proper(other) or len(core_words(one)) == len(core_words(other))):
        return verdict.score, verdict.reason
    stems = [frozenset(_bare(word) for word in _name_words(name)) for name in (one, other)]
    if len(stems[0]) > 1 and stems[0] == stems[1]:
        return 0.88, "the same words in another order or form"
    return None


# A land and its adjective share this many letters: "Sarvanda", "Sarvandan".
_STEM = 6


def _bare(word: str) -> str:
    return word[:_STEM] if len(word) > _STEM else word.removesuffix("s")


_LINKING = frozenset(("of", "the", "for", "and", "in", "de", "du", "al"))


def _name_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in core_words(name) if word not in _LINKING)


def _shortens_well(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name may be the short form of another: its words in order, with the first or the last of them."""
    return shortens(short, long) and (short[0] == long[0] or short[-1] == long[-1])


def _full_person(side: Side) -> bool:
    return any(len(core_words(name)) >= _FULL for name in side.proper)


def _same_office(short: tuple[str, ...], held: tuple[str, ...]) -> bool:
    return set(short) <= set(held)


def _noun(name: str) -> str:
    """What kind of body a name says it is: "council" of "Khorvane City Council", "union" of "Union of Physicians"."""
    return re.split(r" (?:of|for|in|at) |[,(–]", name)[0].split()[-1].casefold() if name.split() else ""


def _near(sides: Sequence[Side], cast: Cast) -> Iterator[tuple[Side, Side]]:
    """The pairs that share a word, a word but for one letter, or the first letters of all."""
    found: dict[str, list[int]] = {}
    for at, side in enumerate(sides):
        for key in sorted(_near_keys(side, cast)):
            found.setdefault(key, []).append(at)
    pairs = {(low, high) for group in found.values() for low, high in combinations(group, 2)}
    yield from ((sides[low], sides[high]) for low, high in sorted(pairs))


def _near_keys(side: Side, cast: Cast) -> set[str]:
    keys: set[str] = set()
    for name in side.proper:
        listed = _name_words(name)
        keys.add("".join(fold_word(word) for word in listed))
        keys.add(f"initials:{''.join(word[0] for word in listed) if len(listed) > 1 else ''.join(listed)}")
        for word in listed:
            folded = fold_word(word)
            keys |= {folded, f"sounds:{skeleton(folded)}", *cast.tables.given.get(folded, ())}
            keys |= {f"but one:{folded[:at]}{folded[at + 1 :]}" for at in range(len(folded))}
    return keys
