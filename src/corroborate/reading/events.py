"""Event mentions: the word that tells of one, and who, whom, where, when, with what, how many around it."""

from collections.abc import Iterable, Sequence

from corroborate.model.ledger import EventKind
from corroborate.model.reading import EventMention
from corroborate.reading.arguments import arguments_of, weapons_of
from corroborate.reading.clauses import Parts, Trigger, sentence_parts
from corroborate.reading.lexicon import Weapon
from corroborate.reading.reality import is_total, reality_of
from corroborate.reading.sheet import Sheet
from corroborate.reading.triggers import HARM_FAMILIES, find_triggers

__all__ = ["find_events", "sentence_parts"]

# Families whose word leaves open how: a weapon in the sentence says it.
VAGUE_FAMILIES = frozenset(
    [
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
    ]
)


def find_events(sentences: Iterable[Parts]) -> tuple[EventMention, ...]:
    """All event mentions of a document in order; a harm word beside an event's own word is its result."""
    found: list[EventMention] = []
    for number, parts in enumerate(sentences):
        triggers = find_triggers(parts, number)
        mentions = (_mention(parts, trigger, triggers) for trigger in triggers)
        found.extend(mention for mention in mentions if not _says_nothing(mention))
    return tuple(found)


def _says_nothing(mention: EventMention) -> bool:
    """Whether it only says that something came to no harm: "the bridge was not damaged"."""
    counts = any(argument.amount is not None for argument in mention.arguments)
    return mention.family in HARM_FAMILIES and mention.reality == "not-happened" and not counts


def _mention(parts: Parts, trigger: Trigger, triggers: Sequence[Trigger]) -> EventMention:
    sheet = parts.sheet
    beside = [other for other in triggers if parts.segment(other) == parts.segment(trigger)]
    family, kind = _kind(sheet, trigger, [weapon for _, _, weapon in weapons_of(parts, trigger, beside)])
    span = sheet.span(trigger.at, trigger.end)
    return EventMention(
        span,
        span.of(sheet.text),
        family,
        kind,
        reality_of(parts, trigger),
        "aggregate" if is_total(parts, trigger) else "incident",
        trigger.sentence,
        arguments_of(parts, trigger, beside),
    )


def _kind(sheet: Sheet, trigger: Trigger, weapons: Sequence[Weapon]) -> tuple[str, EventKind]:
    """The trigger's family and codes, or for a vague word those that the weapon means."""
    if trigger.word.family in VAGUE_FAMILIES:
        for weapon in weapons:
            family = _planted(trigger, weapon)
            if family and family in sheet.lexicon.families:
                return family, sheet.lexicon.family_kinds.get(family) or trigger.word.kind
    return trigger.word.family, trigger.word.kind


def _planted(trigger: Trigger, weapon: Weapon) -> str:
    """The family that a weapon means: a bomb that explodes or kills was planted, one that falls was dropped."""
    planted = weapon.family == "bombardment" and trigger.word.family in ("explosion", "killing", "death", "injury")
    return "bombing" if planted else weapon.family
