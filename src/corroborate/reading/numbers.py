"""Numbers in words or digits, with what bounds them: "at least seven", "1.2 million", "between nine and twelve"."""

from collections.abc import Collection
from dataclasses import dataclass

from corroborate.model.quantity import Bound
from corroborate.reading.sheet import Sheet

_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
}
# Longer runs of digits are telephone numbers and codes.
_MOST_DIGITS = 12
# The longest phrase of the table of approximators that stands before a number.
_LONGEST_APPROXIMATOR = 4
# "rose from 12 to 34" is a change, no range.
_CHANGES = frozenset(
    [
        "rose",
        "rise",
        "rises",
        "risen",
        "rising",
        "climbed",
        "increased",
        "jumped",
        "grew",
        "went",
        "up",
        "revised",
        "raised",
        "fell",
        "dropped",
        "down",
    ]
)
_RANGE_JOINS = frozenset(("to", "-", "–", "—", "or"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens `first` to `end`, its bounding words included; `core` is where the number itself begins.

    Vague words ("dozens") have no value and no bound.
    """

    first: int
    core: int
    end: int
    low: int | None
    high: int | None
    bound: Bound | None

    @property
    def vague(self) -> bool:
        return self.low is None and self.high is None


def number_at(sheet: Sheet, index: int, bounds: tuple[int, int], taken: Collection[int]) -> Number | None:
    """The number whose own words begin at a token of the sentence `bounds`, with its bounds; None where none does."""
    if index in taken:
        return None
    simple = _simple(sheet, index, bounds[1])
    if simple is None:
        return None
    value, stop = simple
    if value is None:
        return Number(index, index, stop, None, None, None)
    return _range(sheet, index, value, stop, bounds, taken) or _bounded(
        sheet, Number(index, index, stop, value, value, "exact"), bounds
    )


def number_led(sheet: Sheet, index: int, end: int) -> int:
    """The token of the number that bounding words at `index` lead to ("more than 50"); `index` where they lead to none.

    Some of those words are vague numbers by themselves: "most", "some", "more".
    """
    found = sheet.lexicon.approximators.at(sheet.tokens, index)
    if found is None or not any(entry.position == "before" for entry in found.entries):
        return index
    after = index + found.length
    simple = _simple(sheet, after, end) if after < end else None
    return after if simple is not None and simple[0] is not None else index


def _range(
    sheet: Sheet, index: int, value: int, stop: int, bounds: tuple[int, int], taken: Collection[int]
) -> Number | None:
    """ "8-10", "two or three", "between 9 and 12", "from 15 to 20"."""
    opener = sheet.tokens[index - 1].lower if index > bounds[0] else ""
    if stop + 1 >= bounds[1] or stop + 1 in taken or _is_change(sheet, index, opener, bounds[0]):
        return None
    join = sheet.tokens[stop].lower
    if join not in _RANGE_JOINS and not (join == "and" and opener == "between"):
        return None
    second = _simple(sheet, stop + 1, bounds[1])
    if second is None or second[0] is None or second[0] <= value:
        return None
    number = Number(index, index, second[1], value, second[0], "between")
    return _bounded(sheet, number, bounds)


def _is_change(sheet: Sheet, index: int, opener: str, start: int) -> bool:
    return opener == "from" and any(
        sheet.tokens[at].lower in _CHANGES for at in range(max(start, index - 3), index - 1)
    )


# --- values


def _simple(sheet: Sheet, index: int, end: int) -> tuple[int | None, int] | None:
    """(value, end) of a number that begins at a token; a vague word's value is None."""
    if sheet.tokens[index].number:
        return _digits(sheet, index, end)
    if sheet.tokens[index].lower in ("a", "an") and index + 1 < end and sheet.tokens[index + 1].lower in _SCALES:
        return _cardinal(sheet, 1, index + 1, end)
    found = sheet.lexicon.numbers.at(sheet.tokens, index)
    if found is None or index + found.length > end:
        return None
    value, stop = found.entries[0], index + found.length
    return (None, stop) if value is None else _cardinal(sheet, value, stop, end)


def _digits(sheet: Sheet, index: int, end: int) -> tuple[int, int] | None:
    text, stop = sheet.tokens[index].text, index + 1
    if not text.isascii() or len(text) > _MOST_DIGITS:
        return None
    if text.isdigit() and len(text) <= 3:
        while stop < end and _thousands(sheet, stop):
            text, stop = text + sheet.tokens[stop].text, stop + 1
    whole, point, part = text.replace(",", "").partition(".")
    scale = _SCALES.get(sheet.tokens[stop].lower, 0) if stop < end else 0
    if not whole.isdigit() or (point and not (scale and part.isdigit())):
        return None
    if point:
        return int(whole) * scale + int(part) * scale // 10 ** len(part), stop + 1
    return _cardinal(sheet, int(whole), stop, end)


def _thousands(sheet: Sheet, at: int) -> bool:
    """Whether a token is the next three digits of "12 000"."""
    token, before = sheet.tokens[at], sheet.tokens[at - 1]
    gap = sheet.text[before.end : token.start]
    return len(gap) == 1 and gap.isspace() and gap != "\n" and len(token.text) == 3 and token.text.isdigit()


def _cardinal(sheet: Sheet, value: int, stop: int, end: int) -> tuple[int, int]:
    """The rest of a number of several words: "two hundred and six", "a hundred and fifty thousand"."""
    total, current = 0, value
    while stop < end:
        word = sheet.tokens[stop].lower
        scale = _SCALES.get(word)
        if scale is not None:
            current, stop = max(current, 1) * scale, stop + 1
            if scale >= _SCALES["thousand"]:
                total, current = total + current, 0
            continue
        joined = word == "and" and stop + 1 < end and (total > 0 or current >= 100)
        further = _addend(sheet, stop + joined, current)
        if further is None or (sheet.tokens[stop - 1].number and not joined):
            break
        current, stop = current + further, stop + joined + 1
    return total + current, stop


def _addend(sheet: Sheet, at: int, current: int) -> int | None:
    """The value of a word that fills empty places: "four" after "twenty", "fifty" after "a hundred"."""
    found = sheet.lexicon.numbers.at(sheet.tokens, at)
    if found is None or found.length > 1 or not found.entries[0] or sheet.tokens[at].lower in ("a", "an", "another"):
        return None
    value = found.entries[0]
    if current % 100 == 0:
        return value if value < 100 or current == 0 else None
    return value if current % 100 >= 20 and current % 10 == 0 and value < 10 else None


# --- bounds


def _bounded(sheet: Sheet, number: Number, bounds: tuple[int, int]) -> Number:
    """The number with "at least", "up to", "or more" taken in."""
    start, end = bounds
    for length in range(_LONGEST_APPROXIMATOR, 0, -1):
        at = number.core - length
        found = sheet.lexicon.approximators.at(sheet.tokens, at) if at >= start else None
        if found is None or found.length != length:
            continue
        entry = next((entry for entry in found.entries if entry.position == "before"), None)
        if entry is not None and (entry.bound != "between" or number.bound == "between"):
            return _with_bound(number, entry.bound, at, number.end)
    return bounded_after(sheet, number, number.end, end) or number


def bounded_after(sheet: Sheet, number: Number, at: int, end: int) -> Number | None:
    """The number as "or more", "or so" or "at least" at a token bounds it; None where no such words stand there."""
    found = sheet.lexicon.approximators.at(sheet.tokens, at) if at < end and not number.vague else None
    if found is None or at + found.length > end:
        return None
    entry = next((entry for entry in found.entries if entry.position in ("after", "either")), None)
    more = at + found.length
    if entry is None or (
        more < end and any(item.position == "before" for item in found.entries) and _starts(sheet, more, end)
    ):
        return None
    return _with_bound(number, entry.bound, number.first, more)


def _starts(sheet: Sheet, at: int, end: int) -> bool:
    return _simple(sheet, at, end) is not None


def _with_bound(number: Number, bound: Bound, first: int, end: int) -> Number:
    if number.bound == "between":
        return Number(first, number.core, end, number.low, number.high, "between")
    low = None if bound in ("up-to", "less-than") else number.low
    high = None if bound in ("at-least", "more-than") else number.high
    return Number(first, number.core, end, low, high, bound)
