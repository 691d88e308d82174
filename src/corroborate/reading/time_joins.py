"""Time expressions that stand side by side and are one: a weekday and its date, a day and its hour, two ends."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace

from corroborate.reading.time_grammar import Atom
from corroborate.reading.time_tokens import Token, Values

_RANGE_ROLES = ("from", "between", "on", "since")
_SAME_KIND = (
    frozenset(("weekday", "day", "date", "month-day")),
    frozenset(("month-day", "date", "month", "year", "season")),
    frozenset(("clock",)),
    frozenset(("relative", "month", "year")),
    frozenset(("decade",)),
)


@dataclass(frozen=True, slots=True)
class Join:
    """Forms on the left and right, the tags that may stand between them, and how they become one."""

    left: frozenset[str]
    gaps: frozenset[tuple[str, ...]]
    right: frozenset[str]
    how: str


def read_joins(table: str) -> tuple[Join, ...]:
    """The joins of a table with the columns left, gap, right, how, note."""
    return tuple(
        Join(
            frozenset(row["left"].split("|")),
            frozenset(tuple(gap.split()) for gap in row["gap"].split("|")),
            frozenset(row["right"].split("|")),
            row["how"],
        )
        for row in csv.DictReader(table.splitlines())
    )


def join_atoms(atoms: tuple[Atom, ...], tokens: tuple[Token, ...], joins: tuple[Join, ...]) -> tuple[Atom, ...]:
    """The atoms with neighbours joined where a join fits, from left to right."""
    done: list[Atom] = []
    for atom in atoms:
        done.append(atom)
        while len(done) > 1 and (joined := _joined(done[-2], done[-1], tokens, joins)) is not None:
            done[-2:] = [joined]
    return tuple(done)


def _joined(left: Atom, right: Atom, tokens: tuple[Token, ...], joins: tuple[Join, ...]) -> Atom | None:
    if right.first - left.last > 2:  # no gap of the table is longer
        return None
    gap = tuple(token.tag for token in tokens[left.last : right.first])
    for join in joins:
        if left.form in join.left and right.form in join.right and gap in join.gaps:
            joined = _HOW[join.how](left, right, gap)
            if joined is not None:
                return _closed(joined, gap, tokens)
    return None


def _closed(atom: Atom, gap: tuple[str, ...], tokens: tuple[Token, ...]) -> Atom:
    """The atom with the bracket that its gap opened."""
    closes = "lparen" in gap and atom.last < len(tokens) and tokens[atom.last].tag == "rparen"
    return replace(atom, last=atom.last + 1) if closes else atom


def _dated(left: Atom, right: Atom, gap: tuple[str, ...]) -> Atom | None:
    """A weekday and the date that it falls on."""
    weekday, date = (left, right) if left.form == "weekday" else (right, left)
    if "role" in dict(right.values) or dict(weekday.values).get("which") is not None:
        return None
    return _merged(left, right, date.form, (*weekday.values, *date.values, ("role", _role(left))))


def _in_year(left: Atom, right: Atom, gap: tuple[str, ...]) -> Atom | None:
    """A month or weekday and the year or week that it lies in ("in September last year")."""
    slots, unit = dict(left.values), dict(right.values).get("unit")
    wanted = "week" if left.form == "weekday" else "year"
    if unit != wanted or "segment" in dict(right.values) or "year" in slots or "which" in slots:
        return None
    offset = dict(right.values)["which"]
    return _merged(left, right, left.form, (*left.values, (f"{unit}_offset", offset)))


def _day_then_clock(left: Atom, right: Atom, gap: tuple[str, ...]) -> Atom | None:
    if _role(right) == "on" or right.weak or _role(right) in ("within", "before", "after", "from", "by"):
        return _merged(left, right, left.form, (*right.values, *left.values, ("role", _role(left))))
    return None


def _clock_then_day(left: Atom, right: Atom, gap: tuple[str, ...]) -> Atom | None:
    """ "By midnight on Friday" is by Friday, but "before dawn on Friday" is on Friday."""
    role = _role(left) if _role(left) in ("by", "since", "until") and _role(right) == "on" else _role(right)
    return _merged(left, right, right.form, (*left.values, *right.values, ("role", role)))


def _overnight(left: Atom, right: Atom, gap: tuple[str, ...]) -> Atom | None:
    return _merged(left, right, right.form, (*right.values, ("part", "overnight")))


def _overnight_after(left: Atom, right: Atom, gap: tuple[str, ...]) -> Atom | None:
    return _merged(left, right, left.form, (*left.values, ("part", "overnight")))


def _overnight_into(left: Atom, right: Atom, gap: tuple[str, ...]) -> Atom | None:
    return _merged(left, right, right.form, (*right.values, ("part", "overnight-into")))


def _range(left: Atom, right: Atom, gap: tuple[str, ...]) -> Atom | None:
    """Two ends. "And" needs a "between", and a bare word on the left needs "from" or "between" before it."""
    related = any(left.form in kind and right.form in kind for kind in _SAME_KIND)
    if not related or _role(left) not in _RANGE_ROLES or not _range_words_fit(left, right, gap):
        return None
    if left.form == "clock":
        return _merged(left, right, "clock", left.values)
    first = tuple((f"first_{name}", value) for name, value in (("form", left.form), *left.values) if name != "role")
    last = tuple((f"last_{name}", value) for name, value in (("form", right.form), *right.values) if name != "role")
    return _merged(left, right, "range", (*first, *last, ("role", "between")))


def _range_words_fit(left: Atom, right: Atom, gap: tuple[str, ...]) -> bool:
    if not gap:
        return _role(right) == "until"
    if gap == ("and",):
        return _role(left) == "between"
    return _role(right) == "on" and (not left.weak or left.form == right.form == "year" or _role(left) != "on")


def _merged(left: Atom, right: Atom, form: str, values: Values) -> Atom:
    weak = left.weak and right.weak and form != "range"  # "a Monday morning" is any
    return Atom(form, left.first, right.last, tuple(dict(values).items()), weak)


def _role(atom: Atom) -> str:
    return str(dict(atom.values).get("role", "on"))


_HOW: dict[str, Callable[[Atom, Atom, tuple[str, ...]], Atom | None]] = {
    "date": _dated,
    "year": _in_year,
    "clock": _day_then_clock,
    "day": _clock_then_day,
    "overnight": _overnight,
    "overnight-after": _overnight_after,
    "overnight-into": _overnight_into,
    "range": _range,
}
