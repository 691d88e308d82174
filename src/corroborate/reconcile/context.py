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
    """Each sentence's words and the names in it, how much each word tells, and the passages of each two documents."""

    words: Mapping[SentenceKey, frozenset[str]]
    names: Mapping[SentenceKey, frozenset[str]]
    rarity: Mapping[str, float]
    passages: Mapping[tuple[str, str], tuple[Passage, ...]]

    def alike(self, first: Iterable[SentenceKey], second: Iterable[SentenceKey]) -> float:
        """The likeness of two lots of sentences by their words, rare ones counting more: a cosine, 0 to 1."""
        return self._likeness(self._bag(first), self._bag(second))

    def closest(self, first: Iterable[SentenceKey], second: Iterable[SentenceKey]) -> float:
        """The likeness of the two sentences, one of each lot, that are most alike: 0 to 1."""
        others = [other for key in second if (other := self.words.get(key))]
        pairs = ((one, other) for key in first if (one := self.words.get(key)) for other in others)
        return max((self._likeness(one, other) for one, other in pairs), default=0.0)

    def _likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        shared = one & other
        if not shared:
            return 0.0
        return self._weight(shared) / math.sqrt(self._weight(one) * self._weight(other))

    def _weight(self, words: frozenset[str]) -> float:
        return math.fsum(self.rarity[word] ** 2 for word in words)

    def named(self, sentences: Iterable[SentenceKey]) -> frozenset[str]:
        """Everybody and everywhere that the sentences name."""
        return frozenset().union(*(self.names.get(key, frozenset()) for key in sentences))

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
    rarity = {word: math.log(1 + len(words) / count) for word, count in counts.items()}
    shared: dict[tuple[str, str], tuple[Passage, ...]] = {}
    for passage in passages:
        pair = min(passage.first, passage.second), max(passage.first, passage.second)
        shared[pair] = (*shared.get(pair, ()), passage)
    return Context(words, names, rarity, shared)


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
