"""Rules by which states and their bodies are one: land and adjective, what kind of body, whose, on whose page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from corroborate.names.fold import core_words
from corroborate.names.parts import body_form, nation_stem, tells_members
from corroborate.reconcile.actors.proposals import (
    SHORTENED,
    Doubt,
    Proposal,
    chain,
    is_proper,
    name_words,
    sharing,
    the_only_one,
)
from corroborate.reconcile.actors.sides import BODIES, Cast, Side


def same_state(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """One land's name, its adjective, or its government's."""
    states = [side for side in sides if side.kinds == {"state"}]
    for key, group in sharing(states, lambda side: side.nations):
        yield from chain(group, 0.95, f"land and adjective share “{key}”")


def same_body_of_a_state(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """The same kind of body of the same state: "Norian army", "the army of Noria"."""
    for key, group in sharing(_bodies(sides), lambda side: _body_forms(side, cast)):
        yield from chain(group, 0.95, f"the {key.partition('|')[2]} of one state")


def the_only_body_so_called(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """A body named without its state is the story's only one of its kind."""
    bodies = _bodies(sides)
    told = {id(side): forms_of(side, cast) for side in bodies}
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
            yield from chain(listed, 0.85, f"the story's only body called “{form}”", by_likeness=other_words)


def the_only_such_body_of_a_state(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """ "Noria's ministry" is the only ministry of Noria of which the story tells."""
    bodies = [(side, forms_of(side, cast)) for side in _bodies(sides) if side.nations]
    for side, forms in bodies:
        for form in sorted(forms):
            owners = [
                other
                for other, told in bodies
                if other.nations & side.nations and any(own.endswith(f" {form}") for own in told)
            ]
            yield from the_only_one(side, owners, 0.84, f"the story's only {form} of that state")


def the_only_state(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """ "The government", named without its state, is that of the only state of which the story tells."""
    states = [side for side in sides if side.kinds == {"state"}]
    owners = [side for side in states if side.nations]
    for side in states:
        called = {word for name in side.names for word in core_words(name)}
        if not side.nations and called and called <= cast.tables.state_words:
            yield from the_only_one(side, owners, 0.82, "the story's only state")


def of_its_own_page(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """What the page of a body calls by words of the body's name is the body itself: "the Ministry", "the Union"."""
    owner = {key: side for side in sides for key in side.keys}
    for key, page in sorted(cast.pages.items()):
        if key[1] != -1:
            continue
        name, here = core_words(page.name), [side for at, side in owner.items() if at[0] == key[0] and at[1] >= 0]
        forms = forms_of(owner[key], cast)
        called = {
            id(side): side
            for side in here
            if side.kinds <= SHORTENED
            and side is not owner[key]
            and (_part_of(side, name) or forms & forms_of(side, cast))
        }
        yield from the_only_one(owner[key], list(called.values()), 0.9, f"what the page of {page.name} calls so")


def _part_of(side: Side, name: tuple[str, ...]) -> bool:
    """Whether some name of a side is made of words of a publisher's name, with the noun that says what it is."""
    nouns = {name[-1], *(word for word, turn in pairwise(name) if turn in _TURNS)}
    return any(set(found) <= set(name) and found[-1] in nouns for each in side.names if (found := name_words(each)))


_TURNS = frozenset(("of", "for", "in", "at"))


def _bodies(sides: Iterable[Side]) -> list[Side]:
    """State bodies, and publishers that may be one."""
    return [side for side in sides if side.kinds <= BODIES and "state" not in side.kinds]


def forms_of(side: Side, cast: Cast) -> frozenset[str]:
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
    return frozenset(f"{nation}|{form}" for nation in side.nations for form in forms_of(side, cast))
