"""Whether an act is told as done, denied, planned or possible, and whether it stands for many."""

import itertools

from corroborate.model.reading import Reality, TimeExpression
from corroborate.reading.clauses import Parts, Trigger, distance, group_start, passive
from corroborate.reading.event_words import (
    LONG_UNITS,
    PLANNED,
    PLANNED_PAIRS,
    POSSIBLE,
    PREVENTED,
    REPORTS,
    STRETCHES,
    SUPERLATIVES,
    UNTRUE,
)
from corroborate.reading.sheet import Sheet

# Denials and modals stand at most this many words before what they are about; "whether" opens its whole clause.
_REACH, _CLAUSE_REACH = 7, 10
_CUTS = frozenset((",", ";", ":", "but", "after", "who", "what", "why", "how"))
# A toll of this many is that of a war, a year or a campaign: fewer than ten single attacks since 1945 reached it.
_WAR_TOLL = 1_000


def reality_of(parts: Parts, trigger: Trigger) -> Reality:
    """How an act is told. "The attack" points to one that happened, whatever is denied, planned or asked of it."""
    sheet = parts.sheet
    if _called_untrue(parts, trigger):
        return "not-happened"
    if not trigger.word.verb and _definite(sheet, trigger):
        return "happened"
    start, _ = sheet.bounds[trigger.sentence]
    near = _clause_words(sheet, max(start, trigger.at - _REACH), trigger.at)
    if trigger.word.verb and passive(parts, trigger) and group_start(sheet, trigger.at, start) == trigger.at:
        return "happened"
    wide = sheet.words(max(start, trigger.at - _CLAUSE_REACH), trigger.at)
    if trigger.word.verb and set(wide) & {"whether", "if"}:
        return "possible"
    if _negated(parts, trigger, near):
        return "not-happened"
    if set(near) & POSSIBLE:
        return "possible"
    pairs = set(itertools.pairwise(near))
    return "planned" if set(near) & PLANNED or pairs & PLANNED_PAIRS else "happened"


def _clause_words(sheet: Sheet, first: int, end: int) -> tuple[str, ...]:
    """The words before an act without those of an earlier clause; "did not know WHO did it" takes it as done."""
    words = sheet.words(first, end)
    cut = max((at + 1 for at, word in enumerate(words) if word in _CUTS), default=0)
    return words[cut:]


def _definite(sheet: Sheet, trigger: Trigger) -> bool:
    start = sheet.bounds[trigger.sentence][0]
    near = sheet.words(max(start, trigger.at - 3), trigger.at)
    return any(word in ("the", "this", "that", "those", "these", "'s", "its", "their") for word in near)


def _negated(parts: Parts, trigger: Trigger, near: tuple[str, ...]) -> bool:
    sheet = parts.sheet
    start = sheet.bounds[trigger.sentence][0]
    if not trigger.word.verb and "for" in near:
        return False
    phrases = any(
        sheet.lexicon.negators.at(sheet.tokens, at) is not None and sheet.tokens[at].lower in near
        for at in range(max(start, trigger.at - len(near)), trigger.at)
    )
    denied = parts.sheet.words(max(start, trigger.at - _REACH), trigger.at)
    return phrases or bool(set(near) & PREVENTED) or any(word in ("denied", "denies", "deny") for word in denied)


def _called_untrue(parts: Parts, trigger: Trigger) -> bool:
    """Whether the sentence calls the report of the act false: "Reports that he was shot are false"."""
    sheet = parts.sheet
    start, end = sheet.bounds[trigger.sentence]
    told = set(sheet.words(start, trigger.at)) & REPORTS
    return bool(told) and bool(set(sheet.words(trigger.end, end)) & UNTRUE)


# --- one act or many


def is_total(parts: Parts, trigger: Trigger) -> bool:
    """Whether it tells of a stretch of days or a whole war: "since", a campaign, the acts of a year."""
    sheet = parts.sheet
    times = [time for time in parts.times.values() if parts.holds(trigger, time.span)]
    own = min(times, key=lambda time: distance(parts, trigger, sheet.token_at(time.span.start)), default=None)
    since = own is not None and own.role == "since" and not _most_since(parts, trigger)
    if since or (own is not None and _lasts(own)) or _is_war_toll(parts, trigger):
        return True
    if any(time.form in ("weekday", "full-date", "date") for time in times):
        return False
    many = _plural(sheet, trigger)
    family = sheet.lexicon.families.get(trigger.word.family)
    if many and family is not None and family.attack and any(_is_period(time) for time in times):
        return True
    first, end = parts.bounds(trigger)
    words = set(sheet.words(max(first, trigger.at - 5), min(end, trigger.end + 3)))
    return bool(words & STRETCHES) and (many or not words & {"during", "in", "after"})


def _most_since(parts: Parts, trigger: Trigger) -> bool:
    """Whether one act is set beside those of a stretch: "the DEADLIEST attack since June"."""
    first, _ = parts.bounds(trigger)
    return bool(set(parts.sheet.words(max(first, trigger.at - 3), trigger.at)) & SUPERLATIVES)


def _lasts(time: TimeExpression) -> bool:
    """Whether a time is a stretch up to now or of several days; hours are those of one act."""
    values = dict(time.values)
    if time.role in ("for", "between"):
        unit = str(values.get("unit", "day"))
        hours = "hour" in unit or "minute" in unit or str(values.get("first_form", "")) in ("clock", "time")
        return not hours
    return False


def _is_period(time: TimeExpression) -> bool:
    """Whether a time is a week, a month or a year, or so many of them."""
    values = dict(time.values)
    long = str(values.get("unit", "")) in LONG_UNITS
    return time.form in ("month", "year", "season") or (long and time.form in ("within", "relative"))


def _plural(sheet: Sheet, trigger: Trigger) -> bool:
    """Whether the word tells of several acts: a noun in the plural, or many things hit by one verb."""
    last = sheet.tokens[trigger.end - 1].lower
    return not trigger.word.verb and last.endswith("s") and not last.endswith(("ss", "us"))


def _is_war_toll(parts: Parts, trigger: Trigger) -> bool:
    """Whether a figure beside the trigger is too large for one incident."""
    figures = [
        item.amount.quantity.min
        for item in parts.counted.values()
        if item.facet == "killed" and parts.holds(trigger, item.amount.span)
    ]
    return any(figure is not None and figure >= _WAR_TOLL for figure in figures)
