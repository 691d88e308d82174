"""Event mentions: the word that tells of one, and who, whom, where, when, with what, how many around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from corroborate.model.ledger import EventKind
from corroborate.model.reading import Argument, ArgumentRole, EventMention, Reality, TimeExpression
from corroborate.model.span import Span, trimmed
from corroborate.reading.lexicon import EventWord, Weapon
from corroborate.reading.nouns import NounPhrase
from corroborate.reading.quantities import Counted
from corroborate.reading.sheet import Sheet
from corroborate.reading.sources import Finder, can_speak
from corroborate.reading.words import AGGREGATE, MEASURES, PLANNED

# Families that tell of harm: beside another event in the same sentence they are its result, not one more event.
HARM_FAMILIES = frozenset(("killing", "death", "injury", "destruction", "displacement"))
# Families whose word leaves open how: a weapon in the sentence says it.
VAGUE_FAMILIES = frozenset(
    (
        "attack",
        "shooting",
        "strike",
        "bombardment",
        "bombing",
        "killing",
        "death",
        "injury",
        "explosion",
        "offensive",
        "destruction",
    )
)
_TARGET_JOINS = frozenset(("on", "against", "at", "targeting", "upon", "toward", "towards"))
_REACH = 14
# A toll of this many is that of a war, a year or a campaign: fewer than ten single attacks since 1945 reached it.
_WAR_TOLL = 1_000


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, in its sentence."""

    at: int
    end: int
    word: EventWord
    sentence: int


@dataclass(frozen=True, slots=True)
class Parts:
    """What arguments are made of: names by noun phrase, amounts and times by position."""

    finder: Finder
    name_of: dict[NounPhrase, int]
    counted: tuple[Counted, ...]
    times: tuple[TimeExpression, ...]
    contents: tuple[Span, ...] = ()

    def segment(self, trigger: "Trigger") -> tuple[Span, tuple[Span, ...]]:
        """Where a trigger's arguments stand: inside the reported content that holds it, or in its sentence outside
        all contents.
        """
        sheet = self.finder.sheet
        span, start = sheet.span(*sheet.bounds[trigger.sentence]), sheet.tokens[trigger.at].start
        inside = [content for content in self.contents if content.start <= start < content.end]
        if inside:
            return min(inside, key=lambda content: content.end - content.start), ()
        return span, tuple(content for content in self.contents if content.overlaps(span))

    def holds(self, trigger: "Trigger", span: Span) -> bool:
        """Whether a stretch is in the trigger's own segment."""
        own, others = self.segment(trigger)
        return own.contains(span) and not any(other.overlaps(span) for other in others)


def find_events(parts: Parts) -> tuple[EventMention, ...]:
    """All event mentions of a document in order; a harm word beside an event's own word is its result."""
    found: list[EventMention] = []
    for number, (start, end) in enumerate(parts.finder.sheet.bounds):
        triggers = _main_triggers(list(_triggers(parts.finder, number, start, end)), parts)
        found.extend(_mention(parts, trigger, triggers) for trigger in triggers)
    return tuple(found)


def _triggers(finder: Finder, number: int, start: int, end: int) -> Iterator[Trigger]:
    sheet, index = finder.sheet, start
    while index < end:
        found = sheet.lexicon.events.at(sheet.tokens, index)
        if found is None or index + found.length > end or _inside_name(finder, index) or _is_light(sheet, index, end):
            index += 1
            continue
        word = _sense(finder, index, index + found.length, found.entries, (start, end))
        if word is not None:
            yield Trigger(index, index + found.length, word, number)
        index += found.length


def _is_light(sheet: Sheet, at: int, end: int) -> bool:
    """Whether a verb only carries the noun of an attack after it: "launched air strikes"."""
    light = sheet.lexicon.light_verbs.at(sheet.tokens, at)
    return light is not None and _noun_after(sheet, at + light.length, end) is not None


def _noun_after(sheet: Sheet, at: int, end: int) -> int | None:
    for near in range(at, min(at + 5, end)):
        found = sheet.lexicon.events.at(sheet.tokens, near)
        if found is not None and any(not entry.verb for entry in found.entries):
            return near
        if not sheet.tokens[near].word or sheet.is_function(near, "preposition", "conjunction", "auxiliary"):
            return None
    return None


def _inside_name(finder: Finder, at: int) -> bool:
    """Whether a word is part of a proper name ("Air Strike Watch") or an office ("raid commander")."""
    holder = next((item for item in finder.starting_in(max(0, at - 6), at + 1) if item.first <= at < item.end), None)
    return holder is not None and (finder.sheet.tokens[at].capital or holder.kind in ("role", "population"))


def _sense(
    finder: Finder, at: int, end: int, entries: tuple[EventWord, ...], bounds: tuple[int, int]
) -> EventWord | None:
    """Noun or verb, as the words beside it say."""
    verbs = [entry for entry in entries if entry.verb]
    nouns = [entry for entry in entries if not entry.verb]
    if not verbs or not nouns:
        return entries[0] if nouns or _verbal(finder, at, bounds) else None
    return verbs[0] if _verbal(finder, at, bounds) and not _nominal(finder, at, end, bounds) else nouns[0]


def _verbal(finder: Finder, at: int, bounds: tuple[int, int]) -> bool:
    word = finder.sheet.tokens[at].lower
    if at > bounds[0] and (
        (finder.sheet.is_function(at - 1, "preposition") and finder.sheet.tokens[at - 1].lower != "to")
        or finder.sheet.tokens[at - 1].number
    ):
        return word.endswith("ing")
    if word.endswith("s") and not word.endswith("ss") and at > bounds[0]:
        return _has_subject(finder, at) or _takes_object(finder, at + 1, bounds[1])
    base = not word.endswith(("ed", "ing", "s"))
    if (
        base
        and at - 2 >= bounds[0]
        and finder.sheet.is_function(at - 2, "determiner")
        and not finder.sheet.is_function(at - 1)
    ):
        return False
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


def _nominal(finder: Finder, at: int, end: int, bounds: tuple[int, int]) -> bool:
    """Signs of a noun: after an adjective, demonym or preposition, or before a preposition with no subject before
    it.
    """
    sheet = finder.sheet
    word = sheet.tokens[at].lower
    if word.endswith(("ed", "ing")):
        return False
    before = sheet.tokens[at - 1] if at > bounds[0] else None
    if before is None:
        return True
    if sheet.is_function(at - 1, "preposition") and before.lower != "to":
        return True
    if sheet.is_function(at - 1, "auxiliary", "pronoun") or before.lower == "to":
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
    )
    weapon = sheet.lexicon.weapons.at(sheet.tokens, at - 1) is not None
    return not (((phrase is not None or weapon) and takes_object) or (takes_object and word.endswith("s")))


def _main_triggers(triggers: list[Trigger], parts: Parts) -> list[Trigger]:
    """The triggers that stand for events: harm words only where their clause has no attack of its own."""
    attacked = {
        parts.segment(trigger)
        for trigger in triggers
        if trigger.word.family not in HARM_FAMILIES and _is_attack(parts, trigger)
    }
    kept = [
        trigger
        for trigger in triggers
        if trigger.word.family not in HARM_FAMILIES or parts.segment(trigger) not in attacked
    ]
    merged: list[Trigger] = []
    for trigger in kept:
        previous = merged[-1] if merged else None
        if previous is not None and _is_object(parts, previous, trigger):
            continue
        if previous is not None and _same_act(parts.finder.sheet, previous, trigger):
            merged[-1] = _more_specific(previous, trigger)
        else:
            merged.append(trigger)
    return merged


def _is_attack(parts: Parts, trigger: Trigger) -> bool:
    family = parts.finder.sheet.lexicon.families.get(trigger.word.family)
    return family is not None and family.attack


def _is_object(parts: Parts, verb: Trigger, noun: Trigger) -> bool:
    """Whether a noun is what an attack hit, not an event told of: "struck a meeting"."""
    if not verb.word.verb or noun.word.verb or _is_attack(parts, noun) or not _is_attack(parts, verb):
        return False
    return noun.at - verb.end <= 4 and all(_in_phrase(parts, at) for at in range(verb.end, noun.at))


def _same_act(sheet: Sheet, first: Trigger, second: Trigger) -> bool:
    """A noun and the verb right after it: "two bombs fell on"."""
    return first.end == second.at and not first.word.verb and second.word.verb


def _more_specific(first: Trigger, second: Trigger) -> Trigger:
    word = replace(second.word, family=first.word.family, kind=first.word.kind)
    return Trigger(first.at, second.end, word, first.sentence)


# --- one mention


def _mention(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> EventMention:
    sheet = parts.finder.sheet
    triggers = [other for other in triggers if parts.segment(other) == parts.segment(trigger)]
    weapons = tuple(_weapons(sheet, trigger, triggers))
    arguments = (
        *_actors(parts, trigger),
        *_places(parts, trigger, triggers),
        *_times(parts, trigger),
        *(Argument("weapon", sheet.span(first, end)) for first, end, _ in weapons),
        *_harm(parts, trigger, triggers),
    )
    family, kind = _kind(sheet, trigger, [weapon for _, _, weapon in weapons])
    span = sheet.span(trigger.at, trigger.end)
    return EventMention(
        span,
        span.of(sheet.text),
        family,
        kind,
        _reality(sheet, trigger),
        "aggregate" if _is_total(parts, trigger) else "incident",
        trigger.sentence,
        tuple(dict.fromkeys(arguments)),
    )


def _kind(sheet: Sheet, trigger: Trigger, weapons: Sequence[Weapon]) -> tuple[str, EventKind]:
    """The trigger's family and codes, or for a vague word those that the weapon means."""
    if trigger.word.family in VAGUE_FAMILIES:
        for weapon in weapons:
            if weapon.family and weapon.family in sheet.lexicon.families:
                return weapon.family, _codes(sheet, weapon.family) or trigger.word.kind
    return trigger.word.family, trigger.word.kind


def _codes(sheet: Sheet, family: str) -> EventKind | None:
    return sheet.lexicon.family_kinds.get(family)


def _clause(sheet: Sheet, trigger: Trigger) -> tuple[int, int]:
    return sheet.bounds[trigger.sentence]


def _weapons(sheet: Sheet, trigger: Trigger, triggers: Sequence[Trigger]) -> Iterator[tuple[int, int, Weapon]]:
    start, end = _clause(sheet, trigger)
    index = max(start, trigger.at - _REACH)
    while index < min(end, trigger.end + _REACH):
        found = sheet.lexicon.weapons.at(sheet.tokens, index)
        if found is None:
            index += 1
            continue
        person = sheet.lexicon.units.at(sheet.tokens, index)
        counted = person is not None and person.entries[0].kind == "person"
        if (
            _nearest(triggers, index) == trigger
            and found.entries[0].category not in ("other", "vehicle", "naval")
            and not counted
        ):
            yield index, index + found.length, found.entries[0]
        index += found.length


def _nearest(triggers: Sequence[Trigger], at: int) -> Trigger:
    return min(triggers, key=lambda item: (min(abs(item.at - at), abs(item.end - 1 - at)), item.at))


def _actors(parts: Parts, trigger: Trigger) -> Iterator[Argument]:
    """Attacker and target from the verb's subject and object, or from what stands around the noun."""
    passive = _passive(parts.finder.sheet, trigger)
    before, after = _before(parts, trigger), _after(parts, trigger)
    if trigger.word.verb:
        subject, direct = (after if passive else before), (before if passive else after)
        by = _by_agent(parts, trigger)
        if passive:
            subject = by
        if subject is not None:
            yield from _filled(parts, trigger.word.subject, subject)
        if direct is not None:
            yield from _filled(parts, trigger.word.object, direct)
        return
    owner = _by_agent(parts, trigger) or _light_subject(parts, trigger) or _owner(parts, trigger)
    if owner is not None:
        yield from _filled(parts, "attacker", owner)
    aimed = _aimed_at(parts, trigger)
    if aimed is not None:
        yield from _filled(parts, "target", aimed)


def _filled(parts: Parts, role: str, span: tuple[int, int]) -> Iterator[Argument]:
    """The argument in a stretch of tokens: for a weapon as subject, the actor that it belongs to."""
    sheet = parts.finder.sheet
    while span[1] - span[0] > 1 and sheet.is_function(span[0], "subordinator", "relative", "conjunction"):
        span = (span[0] + 1, span[1])
    stretch = trimmed(sheet.span(*span), sheet.text, ' \t\r\n\u00a0“”"')
    names = [item for item in parts.finder.starting_in(*span) if item.end <= span[1]]
    speaking = [item for item in names if can_speak(item)]
    if role in ("attacker", "participant"):
        if speaking:
            span_of = sheet.span(speaking[0].first, speaking[0].end)
            yield Argument(cast("ArgumentRole", role), span_of, name=parts.name_of.get(speaking[0]))
        return
    if role == "target" and stretch.start < stretch.end and any(sheet.tokens[at].word for at in range(*span)):
        named = speaking[0] if speaking else names[0] if names else None
        yield Argument("target", stretch, name=parts.name_of.get(named) if named is not None else None)


def _passive(sheet: Sheet, trigger: Trigger) -> bool:
    start, _ = _clause(sheet, trigger)
    near = [sheet.tokens[at].lower for at in range(max(start, trigger.at - 3), trigger.at)]
    return (
        any(word in ("was", "were", "been", "being", "is", "are", "be", "got") for word in near)
        and sheet.tokens[trigger.end - 1].lower[-3:] != "ing"
    )


def _before(parts: Parts, trigger: Trigger) -> tuple[int, int] | None:
    """The noun phrase that ends just before a verb group, its prepositional additions included."""
    sheet = parts.finder.sheet
    start, _ = _clause(sheet, trigger)
    end = trigger.at
    while end > start and (
        sheet.is_function(end - 1, "auxiliary")
        or sheet.tokens[end - 1].lower.endswith("ly")
        or sheet.tokens[end - 1].lower in ("also", "to", "not", "then")
    ):
        end -= 1
    first = end
    while first > start and _in_phrase(parts, first - 1):
        first -= 1
    return (first, end) if first < end else None


def _after(parts: Parts, trigger: Trigger) -> tuple[int, int] | None:
    sheet = parts.finder.sheet
    _, limit = _clause(sheet, trigger)
    first = trigger.end
    if first < limit and sheet.tokens[first].lower in ("at", "on", "into", "back", "out"):
        first += 1
    end = first
    while end < limit and _in_phrase(parts, end):
        end += 1
    return (first, end) if first < end else None


def _in_phrase(parts: Parts, at: int) -> bool:
    """Whether a token can be inside a simple noun phrase: no verb, clause mark, time or preposition but "of"."""
    sheet = parts.finder.sheet
    token = sheet.tokens[at]
    if at in parts.finder.inside:
        return True
    if at in parts.finder.time_tokens or (not token.word and token.lower not in ("'s", "“", "”", '"', "'", "’")):
        return False
    if (sheet.is_function(at, "determiner") and token.lower != "that") or token.lower in ("of", "'s"):
        return True
    if sheet.is_function(at) or token.lower in MEASURES:
        return False
    event = sheet.lexicon.events.at(sheet.tokens, at)
    verb = event is not None and all(entry.verb for entry in event.entries) and not token.capital
    return not verb and sheet.lexicon.cues.at(sheet.tokens, at) is None


def _by_agent(parts: Parts, trigger: Trigger) -> tuple[int, int] | None:
    sheet = parts.finder.sheet
    _, limit = _clause(sheet, trigger)
    for at in range(trigger.end, min(trigger.end + _REACH, limit)):
        if sheet.tokens[at].lower == "by" and at + 1 < limit:
            end = at + 1
            while end < limit and _in_phrase(parts, end):
                end += 1
            return (at + 1, end) if end > at + 1 else None
        if sheet.tokens[at].text in ",;":
            return None
    return None


def _light_subject(parts: Parts, trigger: Trigger) -> tuple[int, int] | None:
    """The subject of the light verb before a noun: "Russia has launched its first air strikes"."""
    sheet = parts.finder.sheet
    start, _ = _clause(sheet, trigger)
    for at in range(trigger.at - 1, max(start, trigger.at - 6), -1):
        for back in (at - 1, at):
            light = sheet.lexicon.light_verbs.at(sheet.tokens, back) if back >= start else None
            if light is not None and back + light.length == at + 1:
                return _before(parts, replace(trigger, at=back))
        if not sheet.tokens[at].word or sheet.is_function(at, "preposition"):
            return None
    return None


def _owner(parts: Parts, trigger: Trigger) -> tuple[int, int] | None:
    """The actor before the noun: "Russian air strikes", "the militia's attack", "an army raid"."""
    first = trigger.at
    start, _ = _clause(parts.finder.sheet, trigger)
    while first > start and trigger.at - first < 6 and _in_phrase(parts, first - 1):
        first -= 1
    return (first, trigger.at) if first < trigger.at else None


def _aimed_at(parts: Parts, trigger: Trigger) -> tuple[int, int] | None:
    """What follows "strike on", "attack against"."""
    sheet = parts.finder.sheet
    _, limit = _clause(sheet, trigger)
    if (
        trigger.end >= limit
        or sheet.tokens[trigger.end].lower not in _TARGET_JOINS
        or trigger.end + 1 in parts.finder.time_tokens
    ):
        return None
    end = trigger.end + 1
    while end < limit and _in_phrase(parts, end):
        end += 1
    return (trigger.end + 1, end) if end > trigger.end + 1 else None


def _places(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> Iterator[Argument]:
    """The places of the sentence that are nearest to this trigger; after it rather than before."""
    sheet = parts.finder.sheet
    start, end = _clause(sheet, trigger)
    for phrase in parts.finder.starting_in(start, end):
        span = sheet.span(phrase.first, phrase.end)
        near = len(triggers) == 1 or _nearest(triggers, phrase.first) == trigger
        if phrase.kind == "place" and near and parts.holds(trigger, span) and not _of_people(sheet, phrase):
            yield Argument("place", span, name=parts.name_of.get(phrase))


def _of_people(sheet: Sheet, phrase: NounPhrase) -> bool:
    """Whether a place only says where somebody is from or sits: "activists in Hama", "the embassy in Baghdad"."""
    at = phrase.whole - 1
    while at > 0 and (
        sheet.is_function(at, "determiner")
        or sheet.tokens[at].lower in ("nearby", "central", "northern", "southern", "eastern", "western")
    ):
        at -= 1
    if at < 1 or sheet.tokens[at].lower not in ("in", "of", "from", "at"):
        return False
    role = sheet.lexicon.roles.at(sheet.tokens, at - 1) or sheet.lexicon.bodies.at(sheet.tokens, at - 1)
    return role is not None


def _times(parts: Parts, trigger: Trigger) -> Iterator[Argument]:
    """The time nearest to the trigger in its sentence, unless it belongs to the cue ("said on Monday")."""
    sheet = parts.finder.sheet
    first, end = _clause(sheet, trigger)
    span = sheet.span(first, end)
    inside = [
        (index, time)
        for index, time in enumerate(parts.times)
        if span.contains(time.span) and not _of_cue(sheet, time) and parts.holds(trigger, time.span)
    ]
    if inside:
        at = sheet.tokens[trigger.at].start
        index, time = min(inside, key=lambda pair: (abs(pair[1].span.start - at), pair[0]))
        yield Argument("time", time.span, time=index)


def _of_cue(sheet: Sheet, time: TimeExpression) -> bool:
    """Whether a time says when somebody spoke: right after a cue that is no event word."""
    at = sheet.token_at(time.span.start) - 1
    if at >= 0 and sheet.tokens[at].lower == "on":
        at -= 1
    return (
        at >= 0
        and sheet.lexicon.cues.at(sheet.tokens, at) is not None
        and sheet.lexicon.events.at(sheet.tokens, at) is None
    )


def _harm(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> Iterator[Argument]:
    sheet = parts.finder.sheet
    start, end = _clause(sheet, trigger)
    for index, item in enumerate(parts.counted):
        if (
            start <= item.first < end
            and item.facet in ("killed", "injured")
            and _nearest(triggers, item.first) == trigger
            and parts.holds(trigger, item.amount.span)
        ):
            yield Argument("killed" if item.facet == "killed" else "injured", item.amount.span, amount=index)


# --- told how


def _reality(sheet: Sheet, trigger: Trigger) -> Reality:
    start, _ = _clause(sheet, trigger)
    near = [sheet.tokens[at].lower for at in range(max(start, trigger.at - 4), trigger.at)]
    if any(word in ("not", "n't", "never", "no", "without", "denied") for word in near):
        return "not-happened"
    if any(word in PLANNED for word in near):
        return "planned"
    return "possible" if any(word in ("may", "might", "could") for word in near) else "happened"


def _is_total(parts: Parts, trigger: Trigger) -> bool:
    """Whether it tells of a stretch of days or a whole war: "since", a campaign, more than one day's count."""
    sheet = parts.finder.sheet
    start, end = _clause(sheet, trigger)
    span = sheet.span(start, end)
    times = [time for time in parts.times if span.contains(time.span) and parts.holds(trigger, time.span)]
    if any(time.role in ("since", "for") for time in times) or _is_war_toll(parts, trigger):
        return True
    words = set(sheet.words(max(start, trigger.at - 6), min(end, trigger.end + 6)))
    return bool(words & AGGREGATE) and not any(time.form in ("weekday", "full-date") for time in times)


def _is_war_toll(parts: Parts, trigger: Trigger) -> bool:
    """Whether a figure beside the trigger is too large for one incident."""
    first, end = _clause(parts.finder.sheet, trigger)
    figures = [
        item.amount.quantity.min for item in parts.counted if first <= item.first < end and item.facet == "killed"
    ]
    return any(figure is not None and figure >= _WAR_TOLL for figure in figures)
