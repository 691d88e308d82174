"""Words that tell of an event: noun or verb, in which sense, and which of those in a clause tell of one act."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.reading.clauses import Parts, Stretch, Trigger, after, before, head, passive, phrase_from
from corroborate.reading.event_words import HEARD, TRAITS
from corroborate.reading.lexicon import EventWord
from corroborate.reading.phrases import Found
from corroborate.reading.senses import meets, violent
from corroborate.reading.sheet import Sheet
from corroborate.reading.sources import Finder

# Families that tell of harm: beside another event in the same sentence they are its result, not one more event.
HARM_FAMILIES = frozenset(("killing", "death", "injury", "destruction", "displacement"))
# "set" and "on fire" stand at most this many words apart.
_LONGEST_GAP = 8
_CRAFT_CATEGORIES = frozenset(("aircraft", "drone", "naval"))


def find_triggers(parts: Parts, number: int) -> tuple[Trigger, ...]:
    """The triggers of one sentence that stand for events of their own, in order."""
    found = [trigger for trigger in _candidates(parts, number) if not _figurative(parts, trigger)]
    return tuple(_distinct(parts, _without_results(parts, found)))


# --- candidates and their senses


def _candidates(parts: Parts, number: int) -> Iterator[Trigger]:
    sheet = parts.sheet
    index, end = sheet.bounds[number]
    bounds = (index, end)
    while index < end:
        found = _event_at(sheet, index)
        gapped = _gapped(parts, number, index, end)
        if gapped is not None:
            yield gapped
            index = gapped.end
            continue
        if (
            found is None
            or index + found.length > end
            or _inside_name(parts.finder, index)
            or _is_light(parts, index, end)
        ):
            index += 1
            continue
        stop = index + found.length
        for word in _senses(parts.finder, index, stop, found.entries, bounds):
            trigger = Trigger(index, stop, word, number)
            if meets(parts, trigger):
                yield trigger
                break
        index = stop


def _event_at(sheet: Sheet, at: int) -> Found[EventWord] | None:
    """The event words at a token; the particle of a longer form is none where a time begins ("fired | on Monday"),
    nor is the name of a month one ("since March").
    """
    if at in sheet.time_tokens and sheet.tokens[at].capital:
        return None
    found = sheet.lexicon.events.at(sheet.tokens, at)
    if found is None or not any(near in sheet.time_tokens for near in range(at + 1, at + found.length)):
        return found
    rows = sheet.lexicon.events.by_first.get(sheet.tokens[at].lower, ())
    return next((Found(1, entries) for words, entries in rows if len(words) == 1), None)


def _gapped(parts: Parts, number: int, at: int, end: int) -> Trigger | None:
    """A verb of several words with its object inside: "set the building on fire", "shot the drone down"."""
    sheet = parts.sheet
    for words, entries in sheet.lexicon.events.by_first.get(sheet.tokens[at].lower, ()):
        if len(words) < 2 or not entries[0].verb or sheet.tokens[at + 1 : at + 2] == ():
            continue
        inner = phrase_from(parts, at + 1, min(end, at + _LONGEST_GAP))
        for tail in range(at + 2, min(end, at + _LONGEST_GAP) - len(words) + 2) if inner is not None else ():
            fits = sheet.words(tail, tail + len(words) - 1) == words[1:] and inner is not None and inner[1] >= tail
            if fits and not _leads_on(sheet, tail + len(words) - 1, end):
                return Trigger(at, tail + len(words) - 1, entries[0], number, gap=(at + 1, tail))
    return None


def _leads_on(sheet: Sheet, at: int, end: int) -> bool:
    """Whether the particle before is a preposition of what follows: "shot a man DOWN the street"."""
    return at < end and (sheet.is_function(at, "determiner") or sheet.tokens[at].capital or sheet.tokens[at].number)


def _is_light(parts: Parts, at: int, end: int) -> bool:
    """Whether a verb only carries the noun of an attack after it: "launched air strikes"."""
    sheet = parts.sheet
    light = sheet.lexicon.light_verbs.at(sheet.tokens, at)
    return light is not None and _noun_after(sheet, at + light.length, end) is not None


def _noun_after(sheet: Sheet, at: int, end: int) -> int | None:
    for near in range(at, min(at + 5, end)):
        found = sheet.lexicon.events.at(sheet.tokens, near)
        if found is not None and any(not entry.verb and entry.family for entry in found.entries):
            return near
        if not sheet.tokens[near].word or sheet.is_function(near, "preposition", "conjunction", "auxiliary"):
            return None
    return None


def _inside_name(finder: Finder, at: int) -> bool:
    """Whether a word is part of a proper name ("Air Strike Watch") or an office ("raid commander")."""
    holder = next((item for item in finder.starting_in(max(0, at - 6), at + 1) if item.first <= at < item.end), None)
    return holder is not None and (finder.sheet.tokens[at].capital or holder.kind in ("role", "population"))


def _senses(
    finder: Finder, at: int, end: int, entries: tuple[EventWord, ...], bounds: Stretch
) -> tuple[EventWord, ...]:
    """The entries that the words around allow: nouns or verbs, in table order."""
    verbs = tuple(entry for entry in entries if entry.verb)
    nouns = tuple(entry for entry in entries if not entry.verb)
    if any(entry.needs == "never" for entry in nouns):
        return ()
    sheet = finder.sheet
    if _names_weapon(sheet, at, end) and not (verbs and _acts(finder, at, end, bounds)):
        return ()
    if not verbs:
        return () if _modifies(sheet, end, bounds[1]) else nouns
    verbal = _verbal(finder, at, bounds)
    if not nouns:
        return verbs if verbal else ()
    if verbal and not _nominal(finder, at, end, bounds):
        return verbs
    return () if _modifies(sheet, end, bounds[1]) else nouns


def _names_weapon(sheet: Sheet, at: int, end: int) -> bool:
    """Whether the word is, or ends, the name of a weapon: "shells", "car bomb", "mortars"."""
    for back in range(max(0, at - 2), at + 1):
        found = sheet.lexicon.weapons.at(sheet.tokens, back)
        if found is not None and back + found.length >= end and found.entries[0].category != "other":
            return True
    return False


def _acts(finder: Finder, at: int, end: int, bounds: Stretch) -> bool:
    """Whether a word that also names a weapon is the verb: a subject or "to" before it, something hit after it."""
    sheet = finder.sheet
    word = sheet.tokens[at].lower
    if at == bounds[0] or end >= bounds[1]:
        return False
    if word.endswith(("ed", "ing")):
        return True
    led = sheet.is_function(at - 1, "auxiliary", "pronoun", "relative") or sheet.tokens[at - 1].lower == "to"
    named = finder.ending_at(at) is not None or sheet.lexicon.weapons.at(sheet.tokens, at - 1) is not None
    following = sheet.tokens[end]
    hit = sheet.is_function(end, "determiner") or following.capital or _is_object_noun(sheet, end)
    return led or (named and hit and not sheet.is_function(end, "preposition", "auxiliary"))


def _is_object_noun(sheet: Sheet, at: int) -> bool:
    tables = (sheet.lexicon.units, sheet.lexicon.place_types, sheet.lexicon.bodies)
    return any(table.at(sheet.tokens, at) is not None for table in tables)


def _modifies(sheet: Sheet, end: int, limit: int) -> bool:
    """Whether a noun only describes the one after it: "strike aircraft", "raid planners"."""
    if end >= limit or sheet.tokens[end].capital:
        return False
    weapon = sheet.lexicon.weapons.at(sheet.tokens, end)
    if weapon is not None and weapon.entries[0].category in _CRAFT_CATEGORIES:
        return True
    return sheet.lexicon.roles.at(sheet.tokens, end) is not None and not sheet.is_function(end)


def _verbal(finder: Finder, at: int, bounds: Stretch) -> bool:
    word = finder.sheet.tokens[at].lower
    if at > bounds[0] and finder.sheet.tokens[at - 1].lower in ("that", "who", "which"):
        return True
    if at > bounds[0] and (
        (finder.sheet.is_function(at - 1, "preposition") and finder.sheet.tokens[at - 1].lower != "to")
        or finder.sheet.tokens[at - 1].number
    ):
        return word.endswith("ing") or finder.sheet.tokens[at - 1].lower in ("after", "before", "since", "as")
    if word.endswith("s") and not word.endswith("ss") and at > bounds[0]:
        return _has_subject(finder, at) or _takes_object(finder, at + 1, bounds[1])
    base = not word.endswith(("ed", "ing", "s"))
    if (
        base
        and at - 2 >= bounds[0]
        and finder.sheet.is_function(at - 2, "determiner")
        and not finder.sheet.is_function(at - 1)
    ):
        return finder.ending_at(at) is not None or _takes_object(finder, at + 1, bounds[1])
    return at == bounds[0] or not (
        finder.sheet.is_function(at - 1, "determiner") or finder.sheet.tokens[at - 1].lower == "'s"
    )


def _has_subject(finder: Finder, at: int) -> bool:
    sheet = finder.sheet
    named = finder.ending_at(at) is not None or sheet.lexicon.weapons.at(sheet.tokens, at - 1) is not None
    return named or sheet.is_function(at - 1, "pronoun", "relative") or sheet.tokens[at - 1].lower.endswith("ly")


def _takes_object(finder: Finder, at: int, end: int) -> bool:
    """Whether an article, a preposition of aim or a place of attack follows a word in "s": "fires on", "hits the"."""
    if at >= end:
        return False
    return finder.sheet.is_function(at, "determiner") or finder.sheet.tokens[at].lower in ("on", "at", "into", "down")


def _nominal(finder: Finder, at: int, end: int, bounds: Stretch) -> bool:
    """Signs of a noun: after an adjective, demonym or preposition, or before a preposition with no subject before
    it.
    """
    sheet = finder.sheet
    word = sheet.tokens[at].lower
    if word.endswith(("ed", "ing")):
        return False
    ahead = sheet.tokens[at - 1] if at > bounds[0] else None
    if ahead is None:
        return True
    if sheet.is_function(at - 1, "preposition") and ahead.lower != "to":
        return ahead.lower not in ("after", "before", "since", "as")
    if sheet.is_function(at - 1, "auxiliary", "pronoun", "relative") or ahead.lower in ("to", "not", "n't", "never"):
        return False
    phrase = finder.ending_at(at)
    modifier = phrase is not None and phrase.known is not None and phrase.known.via == "demonym"
    if modifier or sheet.lexicon.numbers.at(sheet.tokens, at - 1):
        return True
    following = sheet.tokens[end] if end < bounds[1] else None
    takes_object = following is not None and (
        sheet.is_function(end, "determiner")
        or following.capital
        or following.lower in ("at", "back")
        or sheet.lexicon.units.at(sheet.tokens, end) is not None
        or sheet.lexicon.bodies.at(sheet.tokens, end) is not None
        or sheet.lexicon.numbers.at(sheet.tokens, end) is not None
    )
    weapon = sheet.lexicon.weapons.at(sheet.tokens, at - 1) is not None
    return not (((phrase is not None or weapon) and takes_object) or (takes_object and word.endswith("s")))


# --- what is no act


def _figurative(parts: Parts, trigger: Trigger) -> bool:
    """Figures of speech ("prices exploded", "attacked the budget") and traits ("known for suicide attacks")."""
    sheet = parts.sheet
    if not trigger.word.verb:
        return any(word in TRAITS or word in HEARD for word in sheet.words(max(0, trigger.at - 3), trigger.at))
    if trigger.at > 0 and sheet.tokens[trigger.at - 1].lower in ("that", "who", "which") and _habitual(sheet, trigger):
        return True
    stretches = [before(parts, trigger), after(parts, trigger)]
    return any(stretch is not None and _abstract(sheet, stretch) for stretch in stretches)


def _habitual(sheet: Sheet, trigger: Trigger) -> bool:
    """Whether a verb tells what somebody does in general: "a group that fights the government"."""
    word = sheet.tokens[trigger.at].lower
    return word.endswith("s") and not word.endswith("ss")


def _abstract(sheet: Sheet, stretch: Stretch) -> bool:
    """Whether a phrase is about a thing that is never hit but in a figure of speech, or that kills nobody."""
    noun = head(sheet, stretch)
    for at in range(stretch[0], noun + 1):
        found = sheet.lexicon.abstract.at(sheet.tokens, at)
        if found is not None and at + found.length == noun + 1:
            return True
    return False


# --- one act, one trigger


def _without_results(parts: Parts, triggers: list[Trigger]) -> list[Trigger]:
    """Harm words stay only where their clause has no attack of its own, or where somebody does one thing more."""
    attacks = [item for item in triggers if item.word.family not in HARM_FAMILIES and violent(parts, item.word)]
    segments = {parts.segment(item) for item in attacks}
    return [
        item
        for item in triggers
        if item.word.family not in HARM_FAMILIES
        or parts.segment(item) not in segments
        or _further_act(parts, item, triggers)
    ]


def _further_act(parts: Parts, harm: Trigger, triggers: list[Trigger]) -> bool:
    """Whether a list of acts of one subject holds a killing: "attacked a barracks, killed four and captured"."""
    sheet, start = parts.sheet, parts.bounds(harm)[0]
    listed = harm.at > start and sheet.tokens[harm.at - 1].text == ","
    finite = harm.word.verb and not sheet.tokens[harm.at].lower.endswith("ing") and harm.word.family == "killing"
    around = [item for item in triggers if item.word.verb and parts.segment(item) == parts.segment(harm)]
    return listed and finite and any(item.at < harm.at for item in around) and any(item.at > harm.at for item in around)


def _distinct(parts: Parts, triggers: list[Trigger]) -> Iterator[Trigger]:
    """One trigger for each act: a verb whose subject is the noun of the act adds nothing to it."""
    kept: list[Trigger] = []
    for trigger in triggers:
        previous = kept[-1] if kept else None
        if previous is not None and (_is_object(parts, previous, trigger) or _fired_too(parts, previous, trigger)):
            continue
        if previous is not None and _is_subject(parts, previous, trigger):
            kept[-1] = replace(previous, verb_at=trigger.end, gap=trigger.gap)
            continue
        kept.append(trigger)
    yield from kept


def _is_object(parts: Parts, verb: Trigger, noun: Trigger) -> bool:
    """Whether a noun is what an attack hit, not an event told of: "struck a meeting"."""
    if not verb.word.verb or noun.word.verb or violent(parts, noun.word) or not violent(parts, verb.word):
        return False
    stretch = after(parts, verb)
    return stretch is not None and stretch[0] <= noun.at < stretch[1]


def _is_subject(parts: Parts, noun: Trigger, verb: Trigger) -> bool:
    """Whether the noun of an act is the subject of the verb: "an air strike hit", "blasts rocked"."""
    if noun.word.verb or not verb.word.verb or not violent(parts, noun.word) or passive(parts, verb):
        return False
    if not violent(parts, verb.word):
        return False
    stretch = before(parts, verb)
    return stretch is not None and stretch[0] <= noun.at < stretch[1]


def _fired_too(parts: Parts, first: Trigger, second: Trigger) -> bool:
    """Whether two verbs tell of one weapon's way: "the shells that hit the station were fired from the hill"."""
    sheet = parts.sheet
    if not (first.word.verb and second.word.verb and second.word.object == "weapon" and passive(parts, second)):
        return False
    relative = first.at > 0 and sheet.tokens[first.at - 1].lower in ("that", "which")
    return relative and first.sentence == second.sentence
