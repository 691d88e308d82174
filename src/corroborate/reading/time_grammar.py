"""The grammar of time expressions: rows of a table, made into rules over tags.

A pattern is a list of items. An item is `tag`, `tag|tag` or a macro of the table, with `name=` before it where
its value is wanted and `?` after it where it may be missing. `<item` must stand before the expression and `>item`
after it, `~item` must not stand before it and `!item` not after it.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corroborate.reading.time_tokens import END, Token, Values

_ITEM = re.compile(r"(?P<look>[<~>!])?(?:(?P<name>[a-z_]+)=)?(?P<tags>[A-Za-z0-9|]+)(?P<optional>\?)?")
_LOOKS = {"<": "(?<=[{}])", "~": "(?<![{}])", ">": "(?=[{}])", "!": "(?![{}])"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: the form it reads, its pattern over tags, the tags it can begin with, values that it adds."""

    form: str
    pattern: re.Pattern[str]
    first: frozenset[str]
    values: Values
    weak: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, by the tag that they can begin with, and the letter that stands for each tag."""

    rules: dict[str, tuple[Rule, ...]]
    letters: dict[str, str]


@dataclass(frozen=True, slots=True)
class Atom:
    """Tokens `first` to `last` (last not included) read as one form. A weak one counts only as a part of more."""

    form: str
    first: int
    last: int
    values: Values
    weak: bool


def read_grammar(table: str) -> Grammar:
    """The rules of a table with the columns form, pattern, set, weak, note."""
    rows = tuple(csv.DictReader(table.splitlines()))
    macros = {row["form"][1:]: row["pattern"] for row in rows if row["form"].startswith("=")}
    plain = tuple(row for row in rows if not row["form"].startswith("="))
    tags = sorted({tag for row in plain for item in row["pattern"].split() for tag in _tags(item, macros)} | {END})
    letters = {tag: chr(0xE000 + number) for number, tag in enumerate(tags)}  # private use: no regex sign among them
    rules = tuple(_rule(row, macros, letters) for row in plain)
    by_first = {letter: tuple(rule for rule in rules if letter in rule.first) for letter in letters.values()}
    return Grammar(by_first, letters)


def atoms_of(tokens: tuple[Token, ...], grammar: Grammar) -> tuple[Atom, ...]:
    """The time expressions in order, longest first at each place, strong before weak."""
    return tuple(_atoms(tokens, grammar))


def _atoms(tokens: tuple[Token, ...], grammar: Grammar) -> Iterator[Atom]:
    tags = "".join(grammar.letters.get(token.tag, ".") for token in tokens) + grammar.letters[END]
    position = 0
    while position < len(tokens):
        atom = _longest(tokens, tags, position, grammar) if tags[position] != "." else None
        if atom is None:
            position += 1
            continue
        yield atom
        position = atom.last


def _longest(tokens: tuple[Token, ...], tags: str, position: int, grammar: Grammar) -> Atom | None:
    best: tuple[int, Rule, re.Match[str]] | None = None
    for rule in grammar.rules[tags[position]]:
        found = rule.pattern.match(tags, position)
        if found is not None and found.end() > (best[0] if best else position):
            best = (found.end(), rule, found)
    if best is None:
        return None
    last, rule, match = best
    values = (*_captured(match, tokens), *rule.values)
    return Atom(rule.form, position, last, tuple(dict(values).items()), rule.weak)


def _captured(match: re.Match[str], tokens: tuple[Token, ...]) -> Iterator[tuple[str, int | str]]:
    for name in match.re.groupindex:
        if match.start(name) >= 0:
            for key, value in tokens[match.start(name)].values:
                yield key.replace("*", name), value


def _rule(row: dict[str, str], macros: dict[str, str], letters: dict[str, str]) -> Rule:
    pattern, first, begun = "", set[str](), False
    for item in row["pattern"].split():
        parts = _parts(item)
        chosen = "".join(letters[tag] for tag in _tags(item, macros))
        if parts["look"]:
            pattern += _LOOKS[parts["look"]].format(chosen)
            continue
        pattern += (f"(?P<{parts['name']}>[{chosen}])" if parts["name"] else f"[{chosen}]") + (parts["optional"] or "")
        if not begun:
            first.update(chosen)
            begun = not parts["optional"]
    return Rule(row["form"], re.compile(pattern), frozenset(first), _settings(row["set"]), bool(row["weak"]))


def _parts(item: str) -> dict[str, str | None]:
    found = _ITEM.fullmatch(item)
    if found is None:
        raise ValueError(f"not an item of a time pattern: {item!r}")
    return found.groupdict()


def _tags(item: str, macros: dict[str, str]) -> tuple[str, ...]:
    names = str(_parts(item)["tags"]).split("|")
    return tuple(tag for name in names for tag in macros.get(name, name).split("|"))


def _settings(text: str) -> Values:
    pairs = (part.split("=", 1) for part in text.split(";") if part)
    return tuple((name, int(value) if value.lstrip("-").isdigit() else value) for name, value in pairs)
