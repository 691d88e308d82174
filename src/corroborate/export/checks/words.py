"""Whether a figure or a negating word stands in a stretch of text. Kept apart from the reading on purpose:
the checker must not believe what the reader believes."""

import csv
import functools
import re
from importlib import resources

NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:\.\d+)?")
# Between the words of one number stand spaces or a hyphen.
JOINT = re.compile(r"[\s-]*")
TOKEN = re.compile(rf"{NUMBER.pattern}|[^\W\d_]+")


def has_number(text: str, number: int) -> bool:
    """Whether the number stands in the text, as digits ("4,000", "1.5 million") or in words ("twenty-two").

    >>> has_number("Twenty-two people, four of them children", 22)
    True
    """
    return number in numbers_in(text)


def numbers_in(text: str) -> frozenset[float]:
    """Every number that the text gives, each also without the scale word behind it."""
    folded = text.casefold()
    found: set[float] = set()
    run: list[tuple[float, str]] = []
    end = 0
    for match in TOKEN.finditer(folded):
        number = _number(match.group())
        joined = JOINT.fullmatch(folded, end, match.start()) is not None
        if run and not (joined and _goes_on(run, match.group(), number)):
            found |= _values(run)
            run = []
        run += [number] if number else []
        end = match.end()
    return frozenset(found | _values(run))


def _goes_on(run: list[tuple[float, str]], token: str, number: tuple[float, str] | None) -> bool:
    """Whether a number that has begun goes on: "twenty-two", "two hundred and ten", but not "nine and twelve"."""
    last, kind = run[-1]
    if number is None:
        return token == "and" and kind == "scale"  # noqa: S105 - a word, no password
    return number[1] == "scale" or kind == "scale" or (last % 10 == 0 and 0 < number[0] < 10 <= last < 100)


def has_negator(text: str) -> bool:
    """Whether a word that negates, refuses, doubts or leaves open stands in the text."""
    return _negators().search(text.casefold().replace("’", "'")) is not None


def _values(run: list[tuple[float, str]]) -> set[float]:
    """The numbers of a run of number words: as one number, and each part by itself ("two hundred five-year-olds")."""
    values = {value for value, _ in run}
    for start in range(len(run)):
        total = part = 0.0
        for value, kind in run[start:]:
            part = (part or 1) * value if kind == "scale" else part + value
            values.add(total + part)
            if kind == "scale" and value >= 1000:
                total, part = total + part, 0.0
    return values


def _number(token: str) -> tuple[float, str] | None:
    if token[0].isdigit():
        grouped = re.fullmatch(r"\d+(?:[^\d]\d{3})+", token)
        return float(re.sub(r"\D", "", token) if grouped else token), "unit"
    return _number_words().get(token)


@functools.cache
def _number_words() -> dict[str, tuple[float, str]]:
    return {row["word"]: (float(row["value"]), row["kind"]) for row in _table("number_words.csv")}


@functools.cache
def _negators() -> re.Pattern[str]:
    words = (re.escape(row["word"]).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for row in _table("negators.csv"))
    return re.compile(rf"\b(?:{'|'.join(words)})\b|n't\b")


def _table(name: str) -> list[dict[str, str]]:
    text = (resources.files("corroborate") / "data" / "check" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
