"""The words and names around event mentions, and the passages that documents share: what tellings are likened by."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.grounded import GroundedReading
from corroborate.model.lineage import Passage
from corroborate.model.span import Span
from corroborate.reconcile.words import stem

# Shorter words say how, not what.
_SHORTEST = 4

SentenceKey = tuple[int, int]  # a document's position in the story, a sentence's in its reading


@dataclass(frozen=True, slots=True)
class Context:
    """Each sentence's words and the names in it, and the passages of each two documents.

    `telling` is how much each word tells, `lengths` how much each sentence's words do (a vector's length).
    """

    words: Mapping[SentenceKey, frozenset[str]]
    names: Mapping[SentenceKey, frozenset[str]]
    telling: Mapping[str, float]
    lengths: Mapping[SentenceKey, float]
    passages: Mapping[tuple[str, str], tuple[Passage, ...]]

    def alike(self, first: Iterable[SentenceKey], second: Iterable[SentenceKey]) -> float:
        """The likeness of two lots of sentences by their words, rare ones counting more: a cosine, 0 to 1."""
        one, other = self._bag(first), self._bag(second)
        shared = self._weight(one & other)
        return shared / math.sqrt(self._weight(one) * self._weight(other)) if shared else 0.0

    def closest(self, first: Iterable[SentenceKey], second: Iterable[SentenceKey]) -> float:
        """The likeness of the two sentences, one of each lot, that are most alike: 0 to 1."""
        pairs = ((one, other) for one in first for other in second)
        return max((self._likeness(one, other) for one, other in pairs), default=0.0)

    def _likeness(self, one: SentenceKey, other: SentenceKey) -> float:
        shared = self.words[one] & self.words[other]
        return self._weight(shared) / (self.lengths[one] * self.lengths[other]) if shared else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        return math.fsum(map(self.telling.__getitem__, words))

    def named(self, sentences: Iterable[SentenceKey]) -> frozenset[str]:
        """Everybody and everywhere that the sentences name."""
        return frozenset().union(*(self.names.get(key, frozenset()) for key in sentences))

    def share_text(self, first: str, second: str) -> bool:
        """Whether two documents have a passage in common."""
        return (min(first, second), max(first, second)) in self.passages

    def copied(self, documents: tuple[str, str], first: Span, second: Span) -> bool:
        """Whether two stretches stand at the same place of a passage that both documents have."""
        pair = min(documents), max(documents)
        return any(_aligned(passage, documents, first, second) for passage in self.passages.get(pair, ()))

    def _bag(self, sentences: Iterable[SentenceKey]) -> frozenset[str]:
        return frozenset().union(*(self.words.get(key, frozenset()) for key in sentences))


def story_context(
    readings: Sequence[GroundedReading], names: Mapping[SentenceKey, frozenset[str]], passages: Sequence[Passage]
) -> Context:
    """The context of a story; `names` says whom and what each sentence names."""
    words = {
        (at, index): _words(sentence.span.of(item.document.text))
        for at, item in enumerate(readings)
        for index, sentence in enumerate(item.reading.sentences)
    }
    counts = Counter(word for found in words.values() for word in found)
    telling = {word: math.log(1 + len(words) / count) ** 2 for word, count in counts.items()}
    lengths = {key: math.sqrt(math.fsum(telling[word] for word in found)) for key, found in words.items()}
    shared: dict[tuple[str, str], tuple[Passage, ...]] = {}
    for passage in passages:
        pair = min(passage.first, passage.second), max(passage.first, passage.second)
        shared[pair] = (*shared.get(pair, ()), passage)
    return Context(words, names, telling, lengths, shared)


def _words(text: str) -> frozenset[str]:
    plain = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return frozenset(stem(word) for word in plain.split() if len(word) >= _SHORTEST or word.isdecimal())


def _aligned(passage: Passage, documents: tuple[str, str], first: Span, second: Span) -> bool:
    if (passage.first, passage.second) == documents:
        spans = passage.first_span, passage.second_span
    elif (passage.second, passage.first) == documents:
        spans = passage.second_span, passage.first_span
    else:
        return False
    if not (spans[0].contains(first) and spans[1].contains(second)):
        return False
    # A desk may have changed a few words before it.
    slack = 12 + abs((spans[0].end - spans[0].start) - (spans[1].end - spans[1].start))
    return abs((first.start - spans[0].start) - (second.start - spans[1].start)) <= slack
