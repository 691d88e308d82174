"""Rules for what is called for short: one name of a person, part of a body's name, what it is, an office."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corroborate.names.fold import core_words, fold_word
from corroborate.names.parts import shortens
from corroborate.names.word_likeness import word_likeness
from corroborate.reconcile.actors.objections import other_nation, sexes_differ
from corroborate.reconcile.actors.proposals import (
    PERSONAL,
    SHORTENED,
    Doubt,
    Proposal,
    name_words,
    of_one_kind,
    the_only_one,
)
from corroborate.reconcile.actors.sides import Cast, Side

# A surname that is not quite the same must be this alike.
_LIKE_SURNAME = 0.85
_FULL = 2


def by_one_name(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """A person called by one name is the story's only one whose full name has it."""
    full = [side for side in sides if "person" in side.kinds and _full_person(side)]
    bearing: dict[str, list[Side]] = {}
    for side in full:
        for word in sorted({fold_word(word) for name in side.proper for word in core_words(name)}):
            bearing.setdefault(word, []).append(side)
    for side in sides:
        if side.kinds <= PERSONAL and side.proper and not _full_person(side):
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
    owners = [owner for owner in owners if not sexes_differ(side, owner, cast)]
    yield from the_only_one(side, owners, 0.85, f"{what} “{name}”")


def by_part_of_the_name(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """A body called by some words of its name is the story's only one whose name has them in that order."""
    able = [side for side in sides if side.kinds <= SHORTENED and side.proper]
    full = [(side, name, name_words(name)) for side in able for name in sorted(side.proper)]
    for side in able:
        if side.seeds:
            continue
        for name in sorted(side.proper):
            short = name_words(name)
            owners = {
                id(other): other
                for other, _, long in full
                if other is not side and of_one_kind(other, side) and _shortens_well(short, long)
            }
            yield from the_only_one(
                side, list(owners.values()), 0.82, f"only one body of the story has “{name}” in its name"
            )


def by_what_it_is(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal | Doubt]:
    """A body that a text does not name is the story's only one that is called so: "the union"."""
    able = [side for side in sides if side.kinds <= SHORTENED and not side.seeds]
    named: dict[str, list[Side]] = {}
    for side in able:
        for noun in sorted({_noun(name) for name in side.proper}):
            named.setdefault(noun, []).append(side)
    for side in able:
        if not side.proper:
            nouns = {_noun(cast.local(key).name) for key in side.keys} & cast.tables.common_bodies
            for noun in sorted(nouns):
                yield from the_only_one(side, named.get(noun, []), 0.8, f"the story's only {noun} that bears a name")


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
                and not other_nation(side, other, cast)
                and (len(office) > 1 or bool(side.bodies & other.bodies) or not (side.bodies or other.bodies))
            ]
            yield from the_only_one(side, owners, 0.82, f"the story's only named {' '.join(office)}")


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
