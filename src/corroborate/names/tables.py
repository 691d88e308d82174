"""What is known of the words that names are made of; the tables stand in data/names, with a reason beside each row."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from corroborate.names.fold import core_words, fold_word, words


@dataclass(frozen=True, slots=True, eq=False)
class NameTables:
    """Given names with the names that they are forms of, titles with the sex that they tell, and words that say little.

    Keys are words in lower case without accents. One instance serves a whole run: comparisons are kept beside it.
    """

    given: Mapping[str, frozenset[str]]
    titles: Mapping[str, str]
    legal: Mapping[tuple[str, ...], str]
    short: Mapping[str, str]
    connecting: frozenset[str]
    generic: frozenset[str]
    labels: frozenset[str]
    state_words: frozenset[str]
    body_words: Mapping[tuple[str, ...], str]
    members: frozenset[tuple[str, ...]]
    common_bodies: frozenset[str]
    demonym_endings: tuple[str, ...]
    pointing: frozenset[str]
    publishers: Mapping[tuple[str, ...], str]
    imprints: frozenset[tuple[str, ...]]
    offices: Mapping[tuple[str, ...], str]


def load_name_tables(read: Callable[[str], str]) -> NameTables:
    """The tables; `read` gives the text of a file below corroborate/data by its relative name."""
    given: dict[str, set[str]] = {}
    for row in _rows(read, "given_names"):
        for form in (row["name"], *row["variants"].split("|")):
            given.setdefault(fold_word("".join(core_words(form))), set()).add(row["name"])
    endings = {row["ending"] for row in _rows(read, "demonym_endings")}
    return NameTables(
        given={form: frozenset(names) for form, names in given.items()},
        titles={row["title"]: row["sex"] for row in _rows(read, "titles")},
        legal={words(form): row["form"] for row in _rows(read, "legal_forms") for form in row["words"].split("|")},
        short={row["short"]: row["long"] for row in _rows(read, "written_short")},
        connecting=_column(read, "connecting", "word"),
        generic=_column(read, "generic_words", "word"),
        labels=_column(read, "labels", "label"),
        state_words=_column(read, "state_words", "word"),
        body_words={core_words(row["word"]): row["stands_for"] for row in _rows(read, "body_words")},
        members=frozenset(core_words(row["word"]) for row in _rows(read, "body_words") if row["members"] == "yes"),
        common_bodies=_column(read, "common_bodies", "word"),
        pointing=_column(read, "pointing_words", "word"),
        publishers={words(row["words"]): row["kind"] for row in _rows(read, "publishers")},
        imprints=frozenset(words(row["words"]) for row in _rows(read, "imprints")),
        offices={words(row["words"]): row["body"] for row in _rows(read, "offices")},
        demonym_endings=tuple(sorted(endings, key=lambda ending: (-len(ending), ending))),
    )


def _column(read: Callable[[str], str], name: str, column: str) -> frozenset[str]:
    return frozenset(row[column] for row in _rows(read, name))


def _rows(read: Callable[[str], str], name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(read(f"names/{name}.csv").splitlines())
