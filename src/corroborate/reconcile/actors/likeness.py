"""Rules by which actors are one whose names are alike: persons, bodies, agencies by their first word."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from corroborate.names.fold import core_words, fold, fold_word, skeleton
from corroborate.names.likeness import body_likeness, person_likeness
from corroborate.reconcile.actors.proposals import NAMED, PERSONAL, Proposal, is_agency_name, is_proper, name_words
from corroborate.reconcile.actors.sides import BODIES, Cast, Side

_FULL = 2
_LEAST_INITIALS = 3
# A land and its adjective share this many letters: "Sarvanda", "Sarvandan".
_STEM = 6


def like_person(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """Names of a person that agree in two words and more: slips, forms of given names, middle names left out."""
    persons = [side for side in sides if side.kinds <= PERSONAL and side.proper]
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
    bodies = [side for side in sides if (side.kinds <= NAMED or side.kinds <= BODIES) and side.proper]
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
    press = [side for side in sides if (not side.kinds or side.kinds & {"agency", "media"}) and side.kinds <= NAMED]
    for first, second in combinations(press, 2):
        for one in sorted(first.proper | first.names):
            for other in sorted(second.proper | second.names):
                short, full = sorted((one.split(), other.split()), key=len)
                if len(short) == 1 < len(full) and short[0] == full[0] and is_agency_name(" ".join(full)):
                    yield Proposal(first, second, 0.9, f"“{short[0]}” is “{' '.join(full)}” for short")


def _comparable(first: Side, second: Side) -> bool:
    both = first.kinds | second.kinds
    return both <= NAMED or both <= BODIES


def _like_bodies(one: str, other: str, cast: Cast) -> tuple[float, str] | None:
    if min(len(one), len(other)) < _LEAST_INITIALS and fold(one) != fold(other):
        return None  # two letters are first letters of too much
    verdict = body_likeness(one, other, cast.tables)
    if verdict.same and (is_proper(one) or is_proper(other) or len(core_words(one)) == len(core_words(other))):
        return verdict.score, verdict.reason
    stems = [frozenset(_bare(word) for word in name_words(name)) for name in (one, other)]
    if len(stems[0]) > 1 and stems[0] == stems[1]:
        return 0.88, "the same words in another order or form"
    return None


def _bare(word: str) -> str:
    return word[:_STEM] if len(word) > _STEM else word.removesuffix("s")


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
        listed = name_words(name)
        keys.add("".join(fold_word(word) for word in listed))
        keys.add(f"initials:{''.join(word[0] for word in listed) if len(listed) > 1 else ''.join(listed)}")
        for word in listed:
            folded = fold_word(word)
            keys |= {folded, f"sounds:{skeleton(folded)}", *cast.tables.given.get(folded, ())}
            keys |= {f"but one:{folded[:at]}{folded[at + 1 :]}" for at in range(len(folded))}
    return keys
