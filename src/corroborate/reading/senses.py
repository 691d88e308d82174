"""What must stand beside a word for a sense of it: the column `needs` of the table of events."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from corroborate.reading.clauses import Parts, Stretch, Trigger, after, before, head, passive
from corroborate.reading.event_words import CRAFT, WORK
from corroborate.reading.lexicon import EventWord
from corroborate.reading.sources import can_speak

_TOLD_BY = frozenset(("on", "against", "of", "into", "by", "towards", "toward", "between"))
_CRAFT_CATEGORIES = frozenset(("aircraft", "drone", "naval"))


def meets(parts: Parts, trigger: Trigger) -> bool:
    check = _NEEDS.get(trigger.word.needs)
    return check is None or check(parts, trigger)


def suffers(parts: Parts, trigger: Trigger) -> Stretch | None:
    """The object of a verb, or the subject of its passive."""
    return before(parts, trigger) if passive(parts, trigger) else after(parts, trigger)


def _object_is(*signs: Callable[[Parts, Stretch], bool]) -> Callable[[Parts, Trigger], bool]:
    def check(parts: Parts, trigger: Trigger) -> bool:
        stretch = suffers(parts, trigger)
        return stretch is not None and all(sign(parts, stretch) for sign in signs)

    return check


def _person(parts: Parts, stretch: Stretch) -> bool:
    sheet, noun = parts.sheet, head(parts.sheet, stretch)
    if noun >= stretch[1] - 1 and sheet.lexicon.place_types.at(sheet.tokens, noun) is not None:
        return False
    unit = sheet.lexicon.units.at(sheet.tokens, noun)
    held = parts.finder.starting_in(stretch[0], stretch[1])
    named = any(item.kind in ("person", "role", "population") and item.first <= noun < item.end for item in held)
    return named or (unit is not None and unit.entries[0].kind == "person") or sheet.is_function(noun, "pronoun")


def _place(parts: Parts, stretch: Stretch) -> bool:
    sheet, noun = parts.sheet, head(parts.sheet, stretch)
    typed = sheet.lexicon.place_types.at(sheet.tokens, noun) is not None
    held = parts.finder.starting_in(stretch[0], stretch[1])
    named = any(item.kind in ("place", "state") and item.first <= noun < item.end for item in held)
    return (typed or named or _unknown_name(parts, noun)) and not _person(parts, stretch)


def _unknown_name(parts: Parts, at: int) -> bool:
    """A capital word that nothing tells the kind of: what is seized or entered is a place sooner than not."""
    held = [item for item in parts.finder.starting_in(max(0, at - 4), at + 1) if item.first <= at < item.end]
    return any(item.kind == "unknown" for item in held) or (not held and parts.sheet.tokens[at].capital)


def _town(parts: Parts, stretch: Stretch) -> bool:
    sheet, noun = parts.sheet, head(parts.sheet, stretch)
    typed = sheet.lexicon.place_types.at(sheet.tokens, noun)
    held = parts.finder.starting_in(stretch[0], stretch[1])
    named = any(item.kind == "place" and item.first == stretch[0] for item in held)
    return named or (typed is not None and typed.entries[0].kind == "town")


def _craft(parts: Parts, stretch: Stretch) -> bool:
    sheet, noun = parts.sheet, head(parts.sheet, stretch)
    weapon = sheet.lexicon.weapons.at(sheet.tokens, noun)
    known = weapon is not None and weapon.entries[0].category in _CRAFT_CATEGORIES
    return known or any(word in CRAFT for word in sheet.words(*stretch))


def _craft_taken(parts: Parts, trigger: Trigger) -> bool:
    """A craft in the hands of those who have no right to stop it: a navy seizes, pirates hijack."""
    subject, taken = before(parts, trigger), suffers(parts, trigger)
    forces = subject is not None and any(
        item.kind in ("state-forces", "state", "government") for item in parts.finder.starting_in(*subject)
    )
    return taken is not None and _craft(parts, taken) and not forces


def _weapon_near(parts: Parts, trigger: Trigger) -> bool:
    """Whether the subject or the object is a weapon or what it does: "a bomb went off", "blasts rocked"."""
    sheet = parts.sheet
    for stretch in (before(parts, trigger), after(parts, trigger)):
        for at in range(*stretch) if stretch is not None else ():
            event = sheet.lexicon.events.at(sheet.tokens, at)
            act = event is not None and any(violent(parts, entry) for entry in event.entries if not entry.verb)
            if sheet.lexicon.weapons.at(sheet.tokens, at) is not None or act:
                return True
    return False


def violent(parts: Parts, word: EventWord) -> bool:
    """Whether a word tells of an attack, by its family."""
    family = parts.sheet.lexicon.families.get(word.family)
    return family is not None and family.attack


def _stretch_told(parts: Parts, trigger: Trigger) -> bool:
    """Whether a war is told of as something that lasts or kills, not only named."""
    lasting = any(
        (time.role in ("since", "for", "until") and parts.holds(trigger, time.span))
        or (time.form == "year" and parts.holds(trigger, time.span))
        for time in parts.times.values()
    )
    return lasting or any(
        item.facet in ("killed", "injured") and parts.holds(trigger, item.amount.span)
        for item in parts.counted.values()
    )


def _told(parts: Parts, trigger: Trigger) -> bool:
    """Signs that a weak noun is an act: an owner who acts before it, or what it is aimed at after it."""
    sheet = parts.sheet
    start, limit = parts.bounds(trigger)
    aimed = trigger.end + 1 < limit and sheet.tokens[trigger.end].lower in _TOLD_BY
    owner = (
        parts.finder.ending_at(trigger.at - (sheet.tokens[trigger.at - 1].lower == "'s"))
        if trigger.at > start
        else None
    )
    carried = any(
        sheet.lexicon.light_verbs.at(sheet.tokens, at) for at in range(max(start, trigger.at - 4), trigger.at)
    )
    return (
        (aimed and trigger.end + 1 not in parts.finder.time_tokens)
        or (owner is not None and can_speak(owner))
        or carried
    )


def _work(parts: Parts, trigger: Trigger) -> bool:
    words = parts.sheet.words(
        max(parts.bounds(trigger)[0], trigger.at - 4), min(parts.bounds(trigger)[1], trigger.end + 5)
    )
    return bool(set(words) & WORK)


def _outward(parts: Parts, trigger: Trigger) -> bool:
    """People carried out of a place."""
    sheet = parts.sheet
    stretch = suffers(parts, trigger)
    if stretch is None or not _person(parts, stretch):
        return False
    last = min(max(stretch[1], trigger.end) + 4, parts.bounds(trigger)[1])
    words = sheet.words(max(stretch[1], trigger.end), last)
    return any(pair in (("out", "of"), ("to", "safety"), ("away", "from")) for pair in pairwise(words))


def _inhabitants(parts: Parts, trigger: Trigger) -> bool:
    """People who leave a town."""
    subject, left = before(parts, trigger), after(parts, trigger)
    return subject is not None and left is not None and _person(parts, subject) and _town(parts, left)


def _metres(parts: Parts, trigger: Trigger) -> bool:
    return trigger.end < parts.bounds(trigger)[1] and parts.sheet.tokens[trigger.end].number


# The words of the column `needs` of the table of events, each with what it asks for.
_NEEDS: Mapping[str, Callable[[Parts, Trigger], bool]] = {
    "person": _object_is(_person),
    "place": _object_is(_place),
    "settled": _object_is(_town),
    "craft": _object_is(_craft),
    "craft-taken": _craft_taken,
    "weapon": _weapon_near,
    "stretch": _stretch_told,
    "told": _told,
    "work": _work,
    "outward": _outward,
    "inhabitants": _inhabitants,
    "metres": _metres,
}
