"""Words and figures of a stretch of text, as the tags that the grammar of time expressions is written in."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corroborate.model.span import Span

# A value's name "*" stands for the name that the grammar gives to the token; "*_max" for that name with "_max".
Values = tuple[tuple[str, int | str], ...]

OTHER = "word"
END = "end"

_SHAPES = re.compile(
    r"""
    (?P<blank>\n[ \t\r]*\n\s*)
  | (?P<isodate>\d{4}-\d\d?-\d\d?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\w))
  | (?P<numdate>\d{1,2}(?P<between>[/.-])\d{1,2}(?P=between)(?:\d{4}|\d\d)(?![\w/]|[.-]\d))
  | (?P<ampm>[AaPp]\.\s?[Mm]\.|[AaPp]\.[Mm](?!\w))
  | (?P<oclock>o['’]clock\b)
  | (?P<decade>(?:1[5-9]|20)\d0['’]?s\b)
  | (?P<nineeleven>9/11(?![\d/]))
  | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
  | (?P<figure>\d+(?:[.,/:]\d+)+)
  | (?P<ord>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<number>\d+)
  | (?P<poss>['’]s\b|(?<=s)['’](?!\w))
  | (?P<will>['’]ll\b)
  | (?P<word>[^\W\d_]+(?:['’][a-rt-z]\w*)?)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_YEARS = range(1800, 2100)  # a four-digit number outside of it is a count, not a year
_CENTURY_SPLIT = 70  # "30/09/69" is 2069, "30/09/70" is 1970: the POSIX convention, a year later


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or mark with its tag and what it is worth."""

    span: Span
    tag: str
    values: Values = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of the lexicon: its words folded, its tag, its values, and whether case matters."""

    words: tuple[str, ...]
    tag: str
    values: Values
    case: str


@dataclass(frozen=True, slots=True)
class Raw:
    """A token before the lexicon has been asked."""

    span: Span
    kind: str
    text: str


# Entries by first word, those of most words first.
Lexicon = dict[str, tuple[Entry, ...]]


def tokens_of(text: str, within: Span, lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens of that stretch in order; phrases of the lexicon are one token."""
    raw = tuple(
        Raw(Span(*found.span()), found.lastgroup or "mark", found[0])
        for found in _SHAPES.finditer(text, within.start, within.end)
    )
    return tuple(_tagged(raw, lexicon))


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase of a table, cut and folded as text is."""
    return tuple(_fold(found[0]) for found in _SHAPES.finditer(phrase))


def _tagged(raw: tuple[Raw, ...], lexicon: Lexicon) -> Iterator[Token]:
    position = 0
    while position < len(raw):
        entry = _entry_at(raw, position, lexicon)
        if entry is None:
            yield _shaped(raw[position])
            position += 1
            continue
        last = position + len(entry.words) - 1
        if last + 1 < len(raw) and _takes_dot(entry, raw[last + 1], raw[last]):
            last += 1
        yield Token(Span(raw[position].span.start, raw[last].span.end), entry.tag, entry.values)
        position = last + 1


def _entry_at(raw: tuple[Raw, ...], position: int, lexicon: Lexicon) -> Entry | None:
    first = raw[position]
    if first.kind not in ("word", "mark", "will", "oclock", "nineeleven", "ampm"):
        return None
    for entry in lexicon.get(_fold(first.text), ()):
        found = raw[position : position + len(entry.words)]
        if tuple(_fold(token.text) for token in found) == entry.words and _case_fits(first.text, entry.case):
            return entry
    return None


def _case_fits(text: str, case: str) -> bool:
    return not case or text[0].isupper() == (case == "capital")


def _takes_dot(entry: Entry, after: Raw, last: Raw) -> bool:
    return entry.tag in ("monthshort", "weekdayshort") and after.text == "." and after.span.start == last.span.end


def _fold(text: str) -> str:
    return text.replace("’", "'").lower()


def _shaped(raw: Raw) -> Token:
    tag, values = _shape(raw)
    return Token(raw.span, tag, values)


def _shape(raw: Raw) -> tuple[str, Values]:
    """Tag and values of a token that is in no table."""
    shape = _SHAPE_OF.get(raw.kind)
    return shape(raw.text) if shape else (_FIXED_TAGS.get(raw.kind, OTHER), ())


def _word(text: str) -> tuple[str, Values]:
    return ("plural" if text.islower() and text.endswith("s") and len(text) > 3 else OTHER), ()


def _ordinal(text: str) -> tuple[str, Values]:
    return ("ord" if 1 <= int(text[:-2]) <= 31 else OTHER), (("*", int(text[:-2])),)


def _iso_date(text: str) -> tuple[str, Values]:
    return _date(*(int(part) for part in re.split(r"\D", text)[:3]))


def _decade(text: str) -> tuple[str, Values]:
    return "decade", (("*", int(text[:4])),)


def _half_of_day(text: str) -> tuple[str, Values]:
    return "ampm", (("*", text[0].lower() + "m"),)


def _figure(text: str) -> tuple[str, Values]:
    """ "3.40" is an hour where "am" follows it; any other broken number is a count."""
    return _clock("clockdot", text) if re.fullmatch(r"\d{1,2}\.\d\d", text) else ("big", ())


def _clock_time(text: str) -> tuple[str, Values]:
    return _clock("clock", text)


def _number(text: str) -> tuple[str, Values]:
    if len(text) > 4:
        return "big", ()
    value = int(text)
    if len(text) == 4:
        return ("year" if value in _YEARS else "hhmm"), (("*", value),)
    for limit, tag in ((0, "zero"), (12, "n12"), (24, "n24"), (31, "n31"), (59, "n59"), (999, "n999")):
        if value <= limit:
            return tag, (("*", value),)
    return "big", ()


def _numeric_date(text: str) -> tuple[str, Values]:
    """Day first, unless that is impossible: most outlets of the field write 30/09/2015."""
    first, second, year = (int(part) for part in re.split(r"\D", text))
    if year < 100:
        year += 2000 if year < _CENTURY_SPLIT else 1900
    return _date(year, second, first) if second <= 12 else _date(year, first, second)


def _date(year: int, month: int, day: int) -> tuple[str, Values]:
    if year in _YEARS and 1 <= month <= 12 and 1 <= day <= 31:
        return "isodate", (("year", year), ("month", month), ("day", day))
    return OTHER, ()


def _clock(tag: str, text: str) -> tuple[str, Values]:
    hour, minute = (int(part) for part in re.split(r"\D", text)[:2])
    if hour > 24 or minute > 59:
        return OTHER, ()
    return tag, (("*", f"{hour:02}:{minute:02}"),)


_FIXED_TAGS = {"blank": "stop", "poss": "poss", "mark": "mark"}
_SHAPE_OF: dict[str, Callable[[str], tuple[str, Values]]] = {
    "number": _number,
    "ord": _ordinal,
    "isodate": _iso_date,
    "numdate": _numeric_date,
    "clock": _clock_time,
    "figure": _figure,
    "decade": _decade,
    "ampm": _half_of_day,
    "word": _word,
}
