"""How many: numbers with their bounds, what they count, and the harm that they count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corroborate.model.quantity import Bound, Quantity
from corroborate.model.reading import Amount, TimeExpression
from corroborate.model.span import Span
from corroborate.reading.lexicon import Unit
from corroborate.reading.sheet import Sheet
from corroborate.reading.words import NOT_COUNTS

PEOPLE = "people"
# The noun that a number counts stands at most this many words after it: "24 heavily armed foreign fighters".
_UNIT_REACH = 4
# A harm word further from its number than this belongs to something else.
_HARM_REACH = 8
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_MONEY = frozenset("$€£")
# Words that are numbers only before what they count.
_ALSO_ARTICLES = frozenset(("a", "an", "one", "another", "both", "either", "neither", "no", "none"))
# Numbers that stand alone ("killing seven") need a harm word; years and ordinals never count anything.
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount with the tokens that it takes, and the harm facet it belongs to ("killed", "injured" or None)."""

    amount: Amount
    first: int
    end: int
    person: bool
    facet: str | None
    harm: int | None = None


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in words or digits at tokens `first` to `end`; vague words have no value."""

    first: int
    end: int
    low: int | None
    high: int | None
    bound: Bound | None


def find_counted(sheet: Sheet, times: Sequence[TimeExpression]) -> tuple[Counted, ...]:
    """All amounts of a document in order; numbers inside time expressions are none."""
    taken = {index for time in times for index in sheet.between(time.span)}
    found: list[Counted] = []
    for first, end in sheet.bounds:
        numbers = list(_numbers(sheet, first, end, taken))
        for position, number in enumerate(numbers):
            before = numbers[position - 1].end if position else first
            after = numbers[position + 1].first if position + 1 < len(numbers) else end
            counted = _counted(sheet, number, _Clause(first, end, before, after))
            if counted is not None:
                found.append(counted)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Clause:
    """The sentence's tokens, and those between the neighbouring numbers."""

    first: int
    end: int
    before: int
    after: int


def _counted(sheet: Sheet, number: _Number, clause: _Clause) -> Counted | None:
    unit, end = _unit(sheet, number.end, clause)
    if unit is None and end == number.end and _no_count(sheet, number, clause):
        return None
    facet, harm = (
        _harm(sheet, number.first, max(end, number.end), clause)
        if unit is None or unit.kind == "person"
        else (None, None)
    )
    if unit is None and facet is None:
        return None
    name, group = (unit.unit, unit.group) if unit is not None else (PEOPLE, None)
    if (
        facet is not None
        and number.low is None
        and number.high is None
        and unit is None
        and number.end - number.first > 1
    ):
        return None
    span = sheet.span(number.first, end)
    quantity = Quantity(number.low, number.high, number.bound, name, group)
    person = unit is None or unit.kind == "person"
    return Counted(Amount(span, span.of(sheet.text), quantity), number.first, end, person, facet, harm)


# --- numbers


def _numbers(sheet: Sheet, start: int, end: int, taken: set[int]) -> Iterator[_Number]:
    index = start
    while index < end:
        found = sheet.lexicon.approximators.at(sheet.tokens, index)
        led = found is not None and found.entries[0].position == "before" and index + found.length < end
        if (
            found is not None
            and led
            and index + found.length not in taken
            and _simple(sheet, index + found.length, end) is not None
        ):
            index += found.length
        number = None if index in taken else _number(sheet, index, end, taken)
        if number is not None:
            number = _bounded(sheet, number, start, end)
            yield number
        index = number.end if number is not None else index + 1


def _number(sheet: Sheet, index: int, end: int, taken: set[int]) -> _Number | None:
    simple = _simple(sheet, index, end)
    if simple is None:
        return None
    value, stop = simple
    if value is None:
        return _Number(index, stop, None, None, None)
    if stop + 1 < end and sheet.tokens[stop].lower in ("to", "-", "–", "or") and stop + 1 not in taken:
        second = _simple(sheet, stop + 1, end)
        if second is not None and second[0] is not None and second[0] > value:
            return _Number(index, second[1], value, second[0], "between")
    return _Number(index, stop, value, value, "exact")


def _simple(sheet: Sheet, index: int, end: int) -> tuple[int | None, int] | None:
    """(value, end) of a number in digits or words that begins at a token; a vague word's value is None."""
    token = sheet.tokens[index]
    if token.number:
        digits = token.text.replace(",", "")
        if not digits.isdigit() or not digits.isascii() or len(digits) > 12:  # longer runs are no counts
            return None
        return _scaled(sheet, int(digits), index + 1, end)
    found = sheet.lexicon.numbers.at(sheet.tokens, index)
    if found is None or (token.lower in _ALSO_ARTICLES and not _counts_next(sheet, index + 1, end)):
        return None
    if found.entries[0] is None:
        return None, index + found.length
    total, stop = found.entries[0], index + found.length
    while (
        stop < end
        and (more := sheet.lexicon.numbers.at(sheet.tokens, stop)) is not None
        and more.entries[0] is not None
    ):
        if sheet.tokens[stop].lower in _SCALES:
            break
        if more.entries[0] >= 10 or total % 10 or total < 20:  # only "twenty" takes "four"
            break
        total, stop = total + more.entries[0], stop + more.length
    return _scaled(sheet, total, stop, end)


def _counts_next(sheet: Sheet, at: int, end: int) -> bool:
    """Whether a counted person follows within two words: "a civilian", "one other soldier"."""
    units = (sheet.lexicon.units.at(sheet.tokens, near) for near in range(at, min(at + 2, end)))
    return any(unit is not None and unit.entries[0].kind == "person" for unit in units)


def _scaled(sheet: Sheet, value: int, stop: int, end: int) -> tuple[int, int]:
    while stop < end and (scale := _SCALES.get(sheet.tokens[stop].lower)) is not None:
        value, stop = value * scale, stop + 1
    return value, stop


def _bounded(sheet: Sheet, number: _Number, start: int, end: int) -> _Number:
    """The number with "at least", "up to", "between ... and", "or more" taken in."""
    low, high = number.low, number.high
    if low is None and high is None:
        return number
    if number.first > start and sheet.tokens[number.first - 1].lower == "between" and number.end + 1 < end:
        second = _simple(sheet, number.end + 1, end) if sheet.tokens[number.end].lower == "and" else None
        if second is not None and second[0] is not None:
            return _Number(number.first - 1, second[1], low, second[0], "between")
    for length in range(4, 0, -1):
        at = number.first - length
        found = sheet.lexicon.approximators.at(sheet.tokens, at) if at >= start else None
        if found is not None and found.length == length and found.entries[0].position == "before":
            return _with_bound(number, found.entries[0].bound, at, number.end)
    after = sheet.lexicon.approximators.at(sheet.tokens, number.end) if number.end < end else None
    if after is not None and after.entries[0].position in ("after", "either"):
        return _with_bound(number, after.entries[0].bound, number.first, number.end + after.length)
    return number


def _with_bound(number: _Number, bound: Bound, first: int, end: int) -> _Number:
    if number.bound == "between":
        return _Number(first, end, number.low, number.high, "between")
    low = None if bound in ("up-to", "less-than") else number.low
    high = None if bound in ("at-least", "more-than") else number.high
    return _Number(first, end, low, high, bound)


# --- what is counted


def _unit(sheet: Sheet, at: int, clause: _Clause) -> tuple[Unit | None, int]:
    """The noun that a number counts and the token after it; (None, at) where none follows."""
    index = at
    if index < clause.end and sheet.tokens[index].lower == "of":
        index += 1
        while index < clause.end and sheet.is_function(index, "determiner"):
            index += 1
    for near in range(index, min(index + _UNIT_REACH, clause.after, clause.end)):
        found = sheet.lexicon.units.at(sheet.tokens, near)
        if found is not None:
            return _widest(sheet, near, found.entries[0], found.length, clause)
        token = sheet.tokens[near]
        if (
            not token.word
            or (sheet.is_function(near) and token.lower != "other")
            or sheet.lexicon.harm.at(sheet.tokens, near)
        ):
            break
    return None, at


def _widest(sheet: Sheet, near: int, unit: Unit, length: int, clause: _Clause) -> tuple[Unit, int]:
    """A compound counts its last noun: "12 police officers", "20 rebel fighters"."""
    end = near + length
    while end < clause.end and (further := sheet.lexicon.units.at(sheet.tokens, end)) is not None:
        unit, end = further.entries[0], end + further.length
    return unit, end


def _no_count(sheet: Sheet, number: _Number, clause: _Clause) -> bool:
    """Whether a bare number cannot be a count of people: a year, money, a measure, an ordinal, an age."""
    after = sheet.tokens[number.end].lower if number.end < clause.end else ""
    before = sheet.tokens[number.first - 1].text if number.first > clause.first else ""
    year = sheet.tokens[number.first].number and number.low is not None and _FIRST_YEAR <= number.low <= _LAST_YEAR
    age = before == "," and after == ","
    aged = before in ("of", "aged") and _is_age(sheet, number, clause)
    plain_year = year and "," not in sheet.tokens[number.first].text
    return plain_year or age or aged or after in NOT_COUNTS or before in _MONEY or after in _MONEY


def _is_age(sheet: Sheet, number: _Number, clause: _Clause) -> bool:
    """Whether a number ends its phrase after a person: "a man of 60 died", "a boy aged 12"."""
    back = number.first - 2
    return back >= clause.first and sheet.lexicon.units.at(sheet.tokens, back) is not None


def _harm(sheet: Sheet, first: int, end: int, clause: _Clause) -> tuple[str | None, int | None]:
    """The harm that a number counts and its word: after it ("12 were killed"), else before it ("killing 12")."""
    return _harm_after(sheet, end, clause) or _harm_before(sheet, first, clause) or (None, None)


def _harm_after(sheet: Sheet, end: int, clause: _Clause) -> tuple[str, int] | None:
    for at in range(end, min(end + _HARM_REACH, clause.end)):
        found = sheet.lexicon.harm.at(sheet.tokens, at)
        if found is not None:
            entry, after = found.entries[0], at + found.length
            acts = entry.voice in ("active", "either") and _takes_object(sheet, at, after, clause)
            beside = entry.voice == "noun" and at == end  # "14 dead", "three deaths"
            return (entry.facet, at) if beside or (entry.voice in ("passive", "either") and not acts) else None
        if at >= clause.after or sheet.tokens[at].text in ",;:—":
            return None
    return None


def _takes_object(sheet: Sheet, at: int, after: int, clause: _Clause) -> bool:
    """Whether a harm verb acts on what follows it ("soldiers killed five"), not on what stands before it."""
    passive = any(sheet.is_function(back, "auxiliary") for back in range(max(clause.first, at - 2), at))
    if passive or after >= clause.end:
        return False
    number = after == clause.after or sheet.lexicon.approximators.at(sheet.tokens, after) is not None
    return number or sheet.is_function(after, "determiner") or sheet.lexicon.units.at(sheet.tokens, after) is not None


def _harm_before(sheet: Sheet, first: int, clause: _Clause) -> tuple[str, int] | None:
    commas = 0
    for at in range(first - 1, max(first - 1 - 2 * _HARM_REACH, clause.first - 1), -1):
        found = sheet.lexicon.harm.at(sheet.tokens, at)
        if found is not None:
            entry = found.entries[0]
            near = first - at <= _HARM_REACH or entry.voice == "noun"
            passive = at > clause.first and sheet.tokens[at - 1].lower in ("was", "were", "been", "being", "be")
            return (entry.facet, at) if near and not passive else None
        if at < clause.before and not _listed(sheet, at, first):
            return None
        commas += sheet.tokens[at].text in ",;:—"
        if commas > 1 or sheet.tokens[at].text in ";:":
            return None
    return None


def _listed(sheet: Sheet, at: int, first: int) -> bool:
    """Whether the earlier number is a whole of which this one is a part: "12 people, including four children"."""
    return any(sheet.tokens[between].lower in ("including", "among", "and") for between in range(at, first))


def within(counted: Sequence[Counted], span: Span) -> tuple[Counted, ...]:
    """The amounts inside a stretch of text."""
    return tuple(item for item in counted if span.contains(item.amount.span))
