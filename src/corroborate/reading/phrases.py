"""Phrases of several words, found at a token in one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from corroborate.reading.tokens import Token, lower_words, tokenise

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What a phrase table holds at a token: how many tokens it takes, and the entries, in table order."""

    length: int
    entries: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases by their first word. `cased` tables match the letters as written ("US", never "us")."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], tuple[T, ...]], ...]]
    cased: bool = False

    def at(self, tokens: Sequence[Token], index: int) -> Found[T] | None:
        """The longest phrase that begins at `index`, or None."""
        first = tokens[index]
        for words, entries in self.by_first.get(first.text if self.cased else first.lower, ()):
            if len(words) == 1 or self._matches(words, tokens, index):
                return Found(len(words), entries)
        return None

    def _matches(self, words: tuple[str, ...], tokens: Sequence[Token], index: int) -> bool:
        if index + len(words) > len(tokens):
            return False
        pairs = zip(words, tokens[index : index + len(words)], strict=True)
        return all(word == (token.text if self.cased else token.lower) for word, token in pairs)


def phrase_table(rows: Iterable[tuple[str, T]], *, cased: bool = False) -> Phrases[T]:
    """A table of (phrase, entry) rows; rows with the same phrase stand together, longer phrases are tried first."""
    entries: dict[tuple[str, ...], list[T]] = {}
    for phrase, entry in rows:
        words = tuple(token.text for token in tokenise(phrase)) if cased else lower_words(phrase)
        if words:
            entries.setdefault(words, []).append(entry)
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[T, ...]]]] = {}
    for words in sorted(entries, key=lambda item: (-len(item), item)):
        by_first.setdefault(words[0], []).append((words, tuple(entries[words])))
    return Phrases({first: tuple(found) for first, found in by_first.items()}, cased)
