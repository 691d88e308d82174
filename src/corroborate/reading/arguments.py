"""Who, whom, where, when, with what and how many: the arguments of one event word."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from corroborate.model.reading import Argument, ArgumentRole
from corroborate.model.span import trimmed
from corroborate.reading.clauses import (
    Parts,
    Stretch,
    Trigger,
    after,
    before,
    by_agent,
    group_start,
    head,
    in_phrase,
    nearest,
    passive,
    phrase_from,
    simple,
)
from corroborate.reading.lexicon import Weapon
from corroborate.reading.nouns import NounPhrase
from corroborate.reading.scenes import places_of, times_of
from corroborate.reading.sources import can_speak

_TARGET_JOINS = frozenset(("on", "against", "at", "targeting", "upon", "toward", "towards", "into"))
# Families whose word is the noun of what is done to somebody: "the killing OF three traders".
_DONE_TO = frozenset(
    [
        "shelling",
        "bombardment",
        "bombing",
        "killing",
        "massacre",
        "assassination",
        "abduction",
        "execution",
        "arrest",
        "detention",
        "siege",
        "capture",
        "destruction",
        "arson",
        "looting",
        "torture",
        "beating",
        "stabbing",
        "shooting",
        "attack",
        "raid",
        "air-strike",
        "strike",
        "chemical-attack",
        "seizure",
        "hijacking",
        "shootdown",
        "interception",
        "mob-violence",
        "sexual-violence",
        "sea-attack",
    ]
)
# Families whose object may itself be a weapon or a craft: it is what was hit, not what was used.
_OF_WEAPONS = frozenset(("shootdown", "interception", "defusal", "seizure", "looting", "hijacking", "deployment"))
_NO_WEAPONS = frozenset(("other", "vehicle", "naval"))
_SCENE = frozenset(("at", "in", "near", "into", "outside", "inside"))
_OBJECT_ROLES = frozenset(("target", "killed", "injured"))
# Families of a result: who was killed is no target of its own beside the figure.
_RESULTS = frozenset(("killing", "death", "injury"))
_WEAPON_REACH = 16
# After these an "-ing" form is a noun that nobody in the sentence does: "killed BY shelling", "wounded IN fighting".
_NOUN_AFTER = frozenset(("by", "in", "during", "from", "under", "amid"))
_QUOTE_MARKS = ' \t\r\n\u00a0,“”"'


def arguments_of(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> tuple[Argument, ...]:
    """The arguments of a trigger; `triggers` are all of its segment, which share out what stands around them."""
    actors = tuple(_actors(parts, trigger, triggers))
    found = (
        *actors,
        *places_of(parts, trigger, triggers),
        *times_of(parts, trigger, triggers),
        *(Argument("weapon", parts.sheet.span(first, end)) for first, end, _ in weapons_of(parts, trigger, triggers)),
        *_harm(parts, trigger, triggers),
    )
    return tuple(dict.fromkeys(found))


# --- who and whom


def _actors(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> Iterator[Argument]:
    if not trigger.word.verb:
        yield from _of_noun(parts, trigger)
        return
    subject, direct = _voices(parts, trigger, triggers)
    if subject is not None:
        yield from _filled(parts, trigger.word.subject, subject)
    if direct is not None and not (trigger.word.object in ("killed", "injured") and _counted(parts, trigger, direct)):
        yield from _filled(parts, trigger.word.object, direct)
    aimed = _shot_at(parts, trigger, direct) if trigger.word.object in ("weapon", "none") else None
    if aimed is not None and trigger.word.subject in ("attacker", "weapon"):
        yield from _filled(parts, "target", aimed)


def _counted(parts: Parts, trigger: Trigger, stretch: Stretch) -> bool:
    """Whether those killed are only counted: the figure tells it, they were not what the act was aimed at."""
    figure = any(
        item.facet is not None and stretch[0] <= item.end - 1 < stretch[1] + 1 for item in parts.counted.values()
    )
    return trigger.word.family in _RESULTS and figure


def _voices(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> tuple[Stretch | None, Stretch | None]:
    """Who acts and who suffers it, active and passive alike."""
    if passive(parts, trigger):
        return by_agent(parts, trigger), before(parts, trigger)
    subject, direct = before(parts, trigger) or _shared_subject(parts, trigger, triggers), after(parts, trigger)
    ran_into = direct is not None and trigger.word.family == "attack" and _is_mine(parts, direct)
    return (None, subject) if ran_into else (subject, direct)


def _is_mine(parts: Parts, stretch: Stretch) -> bool:
    """Whether what was hit is a mine or a bomb: then whoever hit it suffered it."""
    weapon = parts.sheet.lexicon.weapons.at(parts.sheet.tokens, head(parts.sheet, stretch))
    return weapon is not None and weapon.entries[0].category in ("explosive", "bomb")


def _shot_at(parts: Parts, trigger: Trigger, weapon: Stretch | None) -> Stretch | None:
    """What a weapon was sent at: "fired rockets AT THE STATION"."""
    _, limit = parts.bounds(trigger)
    at = trigger.end
    if weapon is not None and not passive(parts, trigger) and parts.sheet.tokens[at].lower not in _TARGET_JOINS:
        at = weapon[1]
    aimed = at + 1 < limit and parts.sheet.tokens[at].lower in _TARGET_JOINS and at + 1 not in parts.finder.time_tokens
    return phrase_from(parts, at + 1, limit) if aimed else None


def _shared_subject(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> Stretch | None:
    """The subject of the verb before, where "and", "then" or a comma joins this one to it."""
    sheet, (start, _) = parts.sheet, parts.bounds(trigger)
    at = group_start(sheet, trigger.at, start) - 1
    participle = sheet.tokens[trigger.at].lower.endswith("ing")
    if participle and sheet.tokens[at].lower in _NOUN_AFTER:
        return None
    if at < start or not (sheet.tokens[at].lower in ("and", "then", "but", ",", "or") or participle):
        return None
    earlier = [item for item in triggers if item.at < at and item.word.verb]
    if not earlier:
        return _opening_actor(parts, trigger)
    last = earlier[-1]
    if passive(parts, last):
        return by_agent(parts, last)
    return before(parts, last) or _shared_subject(parts, last, triggers)


def _opening_actor(parts: Parts, trigger: Trigger) -> Stretch | None:
    """Whoever the segment begins with: "police had foiled an attack and arrested two men"."""
    start, _ = parts.bounds(trigger)
    start += parts.sheet.tokens[start].lower == "that"
    opening = (item for item in parts.finder.starting_in(start, start + 2) if item.whole == start and can_speak(item))
    found = next(opening, None)
    return (found.whole, found.end) if found is not None and found.end < trigger.at else None


def _filled(parts: Parts, role: str, stretch: Stretch) -> Iterator[Argument]:
    """The argument in a stretch of tokens: for a weapon as subject, the actor that it belongs to."""
    sheet = parts.sheet
    while stretch[1] - stretch[0] > 1 and sheet.is_function(stretch[0], "subordinator", "relative", "conjunction"):
        stretch = (stretch[0] + 1, stretch[1])
    names = [item for item in parts.finder.starting_in(*stretch) if item.end <= stretch[1]]
    if role in ("attacker", "participant"):
        yield from _actor(parts, role, stretch, names)
    elif role in _OBJECT_ROLES and any(sheet.tokens[at].word for at in range(*stretch)):
        yield from _target(parts, stretch, names)


def _actor(parts: Parts, role: str, stretch: Stretch, names: Sequence[NounPhrase]) -> Iterator[Argument]:
    """Whoever in the phrase can act: its head noun before its modifiers; a man whom no table knows as he stands."""
    sheet = parts.sheet
    speaking = [item for item in names if can_speak(item)]
    noun = head(sheet, stretch)
    named = next((item for item in speaking if item.first <= noun < item.end), speaking[0] if speaking else None)
    named = _body_of_members(names, named, noun) or named
    if named is None and (meant := _meant_by_pronoun(parts, stretch)) is not None:
        span = trimmed(sheet.span(*simple(sheet, stretch)), sheet.text, _QUOTE_MARKS)
        yield Argument(cast("ArgumentRole", role), span, name=parts.name_of.get(meant))
        return
    if named is not None:
        span = sheet.span(named.first, named.end)
        yield Argument(cast("ArgumentRole", role), span, name=parts.name_of.get(named))
        return
    unit = sheet.lexicon.units.at(sheet.tokens, noun)
    person = unit is not None and unit.entries[0].kind == "person"
    owned = sheet.lexicon.weapons.at(sheet.tokens, noun) is not None
    if person or _strange(parts, noun) or (owned and any(_strange(parts, at) for at in range(*stretch))):
        span = trimmed(sheet.span(*stretch), sheet.text, _QUOTE_MARKS)
        yield Argument(cast("ArgumentRole", role), span)


def _body_of_members(names: Sequence[NounPhrase], named: NounPhrase | None, noun: int) -> NounPhrase | None:
    """The body that acts through its people: "fighters OF THE FRONT" are the Front."""
    if named is None or named.kind not in ("population", "role") or not named.first <= noun < named.end:
        return None
    bodies = ("armed-group", "state-forces", "government", "unknown")
    return next((item for item in names if item.first in (named.end + 1, named.end + 2) and item.kind in bodies), None)


def _meant_by_pronoun(parts: Parts, stretch: Stretch) -> NounPhrase | None:
    """Whom "it" or "its jets" means: who stands before it in the sentence ("the army said that its jets bombed")."""
    sheet = parts.sheet
    if sheet.tokens[stretch[0]].lower not in ("it", "its", "they", "their"):
        return None
    start = max(first for first, _ in sheet.bounds if first <= stretch[0])
    earlier = [item for item in parts.finder.starting_in(start, stretch[0]) if can_speak(item) and not item.anonymous]
    return earlier[-1] if earlier else None


def _strange(parts: Parts, at: int) -> bool:
    """Whether a token is a name that no table and no grammar knows: "BELMORAN jets", "BELMORA's capture"."""
    sheet, lexicon = parts.sheet, parts.sheet.lexicon
    tables = (lexicon.weapons, lexicon.units, lexicon.events, lexicon.place_types, lexicon.numbers)
    known = sheet.is_function(at) or any(table.at(sheet.tokens, at) is not None for table in tables)
    return sheet.tokens[at].capital and at not in parts.finder.inside and not known


def _target(parts: Parts, stretch: Stretch, names: Sequence[NounPhrase]) -> Iterator[Argument]:
    sheet = parts.sheet
    stretch = simple(sheet, stretch)
    names = [item for item in names if item.end <= stretch[1]]
    span = trimmed(sheet.span(*stretch), sheet.text, _QUOTE_MARKS)
    noun = head(sheet, stretch)
    speaking = [item for item in names if can_speak(item)]
    named = next(
        (item for item in names if item.first <= noun < item.end),
        speaking[0] if speaking else names[0] if names else None,
    )
    if span.start < span.end:
        yield Argument("target", span, name=parts.name_of.get(named) if named is not None else None)


def _of_noun(parts: Parts, trigger: Trigger) -> Iterator[Argument]:
    """Attacker and target of a noun: "the army's strike on X", "X market strike", "the killing of X by Y"."""
    owner = by_agent(parts, trigger) or _blamed(parts, trigger) or _light_subject(parts, trigger)
    owner = owner or _owner(parts, trigger)
    if owner is not None:
        yield from _filled(parts, "attacker", owner)
    aimed = _aimed_at(parts, trigger)
    family = parts.sheet.lexicon.families.get(trigger.word.family)
    if aimed is not None and (trigger.word.family in _DONE_TO or (family is not None and family.attack)):
        yield from _filled(parts, "target", aimed)


def _blamed(parts: Parts, trigger: Trigger) -> Stretch | None:
    """Whoever a reported content opens with before "for": "blamed THE FRONT for the attack"."""
    own, _ = parts.segment(trigger)
    first = parts.sheet.token_at(own.start)
    found = next((item for item in parts.finder.starting_in(first, first + 3) if item.whole == first), None)
    if own not in parts.contents or found is None or not can_speak(found) or found.end >= trigger.at:
        return None
    return (found.whole, found.end) if parts.sheet.tokens[found.end].lower == "for" else None


def _light_subject(parts: Parts, trigger: Trigger) -> Stretch | None:
    """The subject of the light verb before a noun: "Russia has launched its first air strikes"."""
    sheet = parts.sheet
    start, _ = parts.bounds(trigger)
    for at in range(trigger.at - 1, max(start, trigger.at - 6), -1):
        for back in (at - 1, at):
            light = sheet.lexicon.light_verbs.at(sheet.tokens, back) if back >= start else None
            if light is not None and back + light.length == at + 1:
                return before(parts, replace(trigger, at=back))
        if not sheet.tokens[at].word or sheet.is_function(at, "preposition"):
            return None
    return None


def _owner(parts: Parts, trigger: Trigger) -> Stretch | None:
    """The actor before the noun: "Russian air strikes", "the militia's attack", "an army raid"."""
    first = trigger.at
    start, _ = parts.bounds(trigger)
    while first > start and trigger.at - first < 6 and in_phrase(parts, first - 1):
        first -= 1
    first = max([first, *(at + 1 for at in range(first, trigger.at) if parts.sheet.tokens[at].lower == "of")])
    while (
        trigger.at - 1 > first
        and parts.sheet.tokens[trigger.at - 1].lower == "'s"
        and not parts.sheet.tokens[first].word
    ):
        first += 1
    return (first, trigger.at) if first < trigger.at else None


def _aimed_at(parts: Parts, trigger: Trigger) -> Stretch | None:
    """What follows "strike on", "killing of", "attack by rebels on", or the verb whose subject the noun is."""
    sheet = parts.sheet
    _, limit = parts.bounds(trigger)
    at = trigger.end
    agent = by_agent(parts, trigger)
    if agent is not None and at < limit and sheet.tokens[at].lower == "by":
        at = agent[1]
    if at < limit and sheet.tokens[at].lower == "of" and trigger.word.family in _DONE_TO:
        return phrase_from(parts, at + 1, limit)
    if at + 1 < limit and sheet.tokens[at].lower in _TARGET_JOINS and at + 1 not in parts.finder.time_tokens:
        return phrase_from(parts, at + 1, limit)
    if trigger.verb_at is not None:
        return after(parts, replace(trigger, end=trigger.verb_at))
    owner = _owner(parts, trigger)
    facility = owner is not None and sheet.lexicon.place_types.at(sheet.tokens, trigger.at - 1) is not None
    return owner if facility else None


# --- with what


def weapons_of(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> tuple[tuple[int, int, Weapon], ...]:
    """First token, end and entry of each weapon of a trigger's act, inside its own word too ("mortar attack")."""
    sheet = parts.sheet
    start, end = parts.bounds(trigger)
    index = max(start, trigger.at - _WEAPON_REACH)
    suffered = _suffered(parts, trigger, triggers)
    found: list[tuple[int, int, Weapon]] = []
    while index < min(end, trigger.end + _WEAPON_REACH):
        weapon = sheet.lexicon.weapons.at(sheet.tokens, index)
        if weapon is None:
            index += 1
            continue
        if nearest(parts, triggers, index) == trigger and _is_used(parts, trigger, index, weapon.entries[0], suffered):
            found.append((index, index + weapon.length, weapon.entries[0]))
        index += weapon.length
    return tuple(found)


def _suffered(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> Stretch | None:
    """The tokens of what was hit, where they may name a weapon."""
    if not trigger.word.verb:
        return _aimed_at(parts, trigger)
    direct = _voices(parts, trigger, triggers)[1]
    hit = trigger.word.object in _OBJECT_ROLES or trigger.word.family in _OF_WEAPONS
    return direct if hit else None


def _is_used(parts: Parts, trigger: Trigger, at: int, weapon: Weapon, suffered: Stretch | None) -> bool:
    """Whether a weapon's word is what an act was done with: no person ("bomber"), scene ("at the mine") or target."""
    sheet = parts.sheet
    if weapon.category in _NO_WEAPONS or (trigger.word.verb and trigger.at <= at < trigger.end):
        return False
    if suffered is not None and suffered[0] <= at < suffered[1]:
        return False
    person = sheet.lexicon.units.at(sheet.tokens, at)
    if person is not None and person.entries[0].kind == "person":
        return False
    back = at - 1
    while back > 0 and sheet.is_function(back, "determiner"):
        back -= 1
    return not (back > 0 and back < at - 1 and sheet.tokens[back].lower in _SCENE)


# --- how many


def _harm(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> Iterator[Argument]:
    first, end = parts.bounds(trigger)
    for index, item in parts.counted.items():
        if (
            first <= item.first < end
            and item.facet in ("killed", "injured")
            and nearest(parts, triggers, item.first) == trigger
            and parts.holds(trigger, item.amount.span)
        ):
            yield Argument("killed" if item.facet == "killed" else "injured", item.amount.span, amount=index)
