"""What makes two actors of a story one: the table of rules, and those by sure signs.

A rule proposes pairs of sides, each with a score and the reason in words; every proposal is then put to the
objections. The first line of a rule's docstring is what readers are shown.
"""

import re
from collections.abc import Iterator, Sequence

from corroborate.names.fold import fold, plain, words
from corroborate.reconcile.actors.bodies import (
    of_its_own_page,
    same_body_of_a_state,
    same_state,
    the_only_body_so_called,
    the_only_state,
    the_only_such_body_of_a_state,
)
from corroborate.reconcile.actors.likeness import agency_by_its_first_word, like_body, like_person
from corroborate.reconcile.actors.proposals import Proposal, Rule, chain, is_agency_name, is_proper, sharing
from corroborate.reconcile.actors.shorts import by_office, by_one_name, by_part_of_the_name, by_what_it_is
from corroborate.reconcile.actors.sides import BODIES, Cast, Key, Side

_WORD = re.compile(r"[^\W_]+")


def same_seed(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """Both names stand in the table of known actors, for one actor."""
    for key, group in sharing(sides, lambda side: side.seeds):
        yield from chain(group, 1.0, f"the table of known actors has both for {cast.seeds.by_key[key].name}")


def same_name(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """Both bear one name, in the same or another spelling of the same sounds."""
    for key, group in sharing(sides, lambda side: _full_names(side)):
        surely = not key.startswith("one name:")
        shown = min(name for name in group[0].proper | group[0].names if key.endswith(fold(name)))
        yield from chain(group, 0.98, f"both are called “{shown}”, spelling aside", by_likeness=not surely)


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
        yield from chain(listed, 0.95, "the same words, spoken to the same agency or outlet")


def same_crowd(sides: Sequence[Side], cast: Cast) -> Iterator[Proposal]:
    """A crowd that both texts call by the same words."""
    crowds = [side for side in sides if side.kinds == {"population"}]
    for key, group in sharing(crowds, lambda side: frozenset(plain(name) for name in side.names)):
        yield from chain(group, 0.9, f"both are called “{key}”")


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
