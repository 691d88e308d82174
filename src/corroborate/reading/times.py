"""Finding the words that say when."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corroborate.model.reading import TimeExpression
from corroborate.model.span import Span
from corroborate.reading.time_grammar import Atom, Grammar, atoms_of, read_grammar
from corroborate.reading.time_joins import Join, join_atoms, read_joins
from corroborate.reading.time_tokens import Entry, Lexicon, Token, Values, tokens_of, words_of

# How far a word such as "will" reaches: longer reaches took in verbs of other clauses.
_FUTURE_BEFORE = 9
_FUTURE_AFTER = 6
_PAST_ROLES = ("after", "since")
_PREPOSITIONS = ("since", "until", "through", "by", "before", "ahead", "after", "following", "from")
_FUTURE_PREPOSITIONS = ("ahead", "dueon")  # "ahead of Sunday's vote", "due on Sunday"


@dataclass(frozen=True, slots=True)
class TimeTables:
    """The words, rules and joins of time expressions, compiled."""

    lexicon: Lexicon
    grammar: Grammar
    joins: tuple[Join, ...]


def load_time_tables(read: Callable[[str], str]) -> TimeTables:
    """The tables, where `read` gives the text of a data file by its name ("times/words.csv")."""
    entries = (*_word_entries(read("times/words.csv")), *_named_entries(read("times/named_days.csv")), *_tens())
    return TimeTables(
        lexicon=_lexicon(entries),
        grammar=read_grammar(read("times/grammar.csv")),
        joins=read_joins(read("times/joins.csv")),
    )


def find_times(text: str, within: Span, tables: TimeTables) -> tuple[TimeExpression, ...]:
    """All time expressions in that stretch of text, in order, none overlapping another.

    "at 10 pm on Tuesday", "Wednesday, September 30" and "from Monday to Wednesday" are one expression each.
    A preposition belongs to it ("on Wednesday", "since 2017"); `role` says what it means.
    """
    tokens = tokens_of(text, within, tables.lexicon)
    atoms = join_atoms(atoms_of(tokens, tables.grammar), tokens, tables.joins)
    return tuple(_expression(atom, tokens, text) for atom in atoms if not atom.weak and not _is_name(atom, tokens))


def _expression(atom: Atom, tokens: tuple[Token, ...], text: str) -> TimeExpression:
    end = _with_possessive(atom, tokens)
    slots = dict(atom.values)
    role = str(slots.pop("role", "on"))
    first = atom.first
    if end > atom.last and role != "on" and tokens[first].tag in _PREPOSITIONS:
        first, role = first + 1, "on"  # "after Tuesday's strike": the strike was on Tuesday
    span = Span(tokens[first].span.start, tokens[end - 1].span.end)
    if tokens[atom.first].tag in _FUTURE_PREPOSITIONS:
        slots["future"] = 1
    if "future" not in slots and role not in _PAST_ROLES and _is_future(atom, tokens):
        slots["future"] = 1
    return TimeExpression(span, span.of(text), atom.form, tuple(slots.items()), "on" if role == "from" else role)


def _with_possessive(atom: Atom, tokens: tuple[Token, ...]) -> int:
    return atom.last + (atom.last < len(tokens) and tokens[atom.last].tag == "poss")


def _is_name(atom: Atom, tokens: tuple[Token, ...]) -> bool:
    """Whether the words are part of a group's, paper's or street's name ("the March 14 Alliance")."""
    return atom.last < len(tokens) and tokens[atom.last].tag == "body" and atom.form != "range"


def _is_future(atom: Atom, tokens: tuple[Token, ...]) -> bool:
    """Whether a word such as "will" or "scheduled" makes it a time to come. "Friday's raid" is never one."""
    if _with_possessive(atom, tokens) > atom.last:
        return False
    if any(token.tag == "future" for token in _clause_before(atom, tokens)):
        return True
    opening = atom.first == 0 or tokens[atom.first - 1].tag == "stop"
    return opening and any(token.tag == "future" for token in _clause_after(atom, tokens))


def _clause_before(atom: Atom, tokens: tuple[Token, ...]) -> Iterator[Token]:
    for position in range(atom.first - 1, max(-1, atom.first - 1 - _FUTURE_BEFORE), -1):
        if tokens[position].tag in ("stop", "after", "since"):
            return
        yield tokens[position]


def _clause_after(atom: Atom, tokens: tuple[Token, ...]) -> Iterator[Token]:
    for token in tokens[atom.last : atom.last + _FUTURE_AFTER]:
        if token.tag in ("stop", "after", "since"):
            return
        yield token


def _word_entries(table: str) -> Iterator[Entry]:
    for row in csv.DictReader(table.splitlines()):
        yield Entry(words_of(row["word"]), row["tag"], _values(row["value"]), row["case"])


def _named_entries(table: str) -> Iterator[Entry]:
    for row in csv.DictReader(table.splitlines()):
        dates: Values = tuple((name, int(row[name])) for name in ("year", "month", "day") if row[name])
        case = "" if row["words"][0].isdigit() else "capital"
        yield Entry(words_of(row["words"]), row["tag"], (("*", row["words"]), *dates), case)


def _tens() -> Iterator[Entry]:
    """The number words from twenty-one to ninety-nine."""
    tens = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    ones = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    for ten, word in enumerate(tens, start=2):
        for one, ending in enumerate(ones, start=1):
            for words in ((word, "-", ending), (word, ending)):
                yield Entry(words, "numword", (("*", 10 * ten + one),), "")


def _values(text: str) -> Values:
    """The values of a table's cell: a number, a range of numbers ("2..6"), a word, or nothing."""
    if not text:
        return ()
    low, dots, high = text.partition("..")
    if dots:
        return (("*", int(low)), ("*_max", int(high)))
    return (("*", int(text) if text.lstrip("-").isdigit() else text),)


def _lexicon(entries: tuple[Entry, ...]) -> Lexicon:
    grouped: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.words)):
        grouped.setdefault(entry.words[0], []).append(entry)
    return {word: tuple(found) for word, found in grouped.items()}
