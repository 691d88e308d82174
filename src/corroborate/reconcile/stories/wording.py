"""The words and names of a whole document, weighed by how much each tells: what documents are likened by."""

import csv
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from corroborate.model.grounded import GroundedReading, LocalPlace
from corroborate.model.span import Span
from corroborate.names.fold import fold

# Shorter words say how, not what; shorter names are mostly abbreviations of something that is named in full.
_SHORTEST = 3
# The plural of shorter words is left: "this", "news" are none.
_SHORTEST_PLURAL = 5
# The share of a word that word_shares.csv does not have: half of the least that stands there.
_RAREST = 0.001
# Cities of more people are in the news every day: their names tell no event apart.
_POPULOUS = 300_000
_PRESS = frozenset(("media", "agency", "platform"))
# A line of which more words are capitals is a headline: its capitals name nothing.
_MOST_CAPITALS = 0.6
_HEADLINE_WORDS = 3

WordShares = Mapping[str, float]


def load_word_shares(read: Callable[[str], str]) -> WordShares:
    """The table; `read` gives the text of a file below corroborate/data by its relative name."""
    rows = csv.DictReader(read("lexicons/word_shares.csv").splitlines())
    return MappingProxyType({row["word"]: float(row["share"]) for row in rows})


def weighed_words(item: GroundedReading, shares: WordShares) -> Mapping[str, float]:
    """The document's words, each with its weight: rare and repeated ones weigh more; the squares sum to one."""
    counts = Counter(word for span in _spans(item) for word in plain_words(span.of(item.document.text)))
    weights = {word: (1 + math.log(count)) * rarity(word, shares) for word, count in sorted(counts.items())}
    length = math.sqrt(math.fsum(weight**2 for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items() if weight}


def telling_names(item: GroundedReading, shares: WordShares) -> Mapping[str, int]:
    """The folded words of the names that tell a document apart, with how often each stands there.

    States and provinces, great cities, known bodies and the press are left out: half of all news names them.
    """
    text, known = item.document.text, _well_known(item)
    counts: Counter[str] = Counter()
    for span in _spans(item):
        for word in _capitals(span.of(text)):
            for plain in plain_words(word):
                if plain not in shares and plain not in known:
                    counts[fold(plain)] += 1
    return {name: count for name, count in counts.items() if len(name) >= _SHORTEST}


def rarity(word: str, shares: WordShares) -> float:
    """How much a word tells: the logarithm of how few articles have it."""
    return -math.log(shares.get(word, _RAREST))


def plain_words(text: str) -> Iterator[str]:
    """The words in lower case, without plural and possessive: what word_shares.csv counts.

    >>> list(plain_words("The town's markets burned."))
    ['the', 'town', 'market', 'burned']
    """
    for word in _bare(text).casefold().split():
        if len(word) >= _SHORTEST and word.isalpha():
            yield word.removesuffix("s") if len(word) >= _SHORTEST_PLURAL else word


def _bare(text: str) -> str:
    return "".join(sign if sign.isalnum() else " " for sign in text.replace("’s", "").replace("'s", ""))


def _spans(item: GroundedReading) -> Iterator[Span]:
    if item.document.dateline is not None:
        yield Span(item.document.dateline.start, item.document.dateline.end)
    yield from (sentence.span for sentence in item.reading.sentences)


def _capitals(sentence: str) -> list[str]:
    """The words with a capital, but for the first, which has one anyway."""
    words = sentence.split()
    found = [word for word in words if word.lstrip("\"'“‘([")[:1].isupper()]
    headline = len(words) > _HEADLINE_WORDS and len(found) > _MOST_CAPITALS * len(words)
    return [] if headline else [word for at, word in enumerate(words) if at and word.lstrip("\"'“‘([")[:1].isupper()]


def _well_known(item: GroundedReading) -> frozenset[str]:
    """The words of names that everybody knows."""
    found: set[str] = set()
    for index, name in enumerate(item.reading.names):
        actor, place = item.actor_of[index], item.place_of[index]
        seeded = actor >= 0 and (item.actors[actor].seed is not None or item.actors[actor].kind in _PRESS)
        if seeded or (place >= 0 and is_well_known(item.places[place])):
            found.update(plain_words(name.text))
    return frozenset(found)


def is_well_known(place: LocalPlace) -> bool:
    """Whether a place is a state, a province or a great city."""
    spot = place.spot
    return spot is not None and (spot.kind in ("country", "admin1") or spot.population >= _POPULOUS)


def most_telling(words: Iterable[tuple[str, float]], count: int) -> tuple[str, ...]:
    """The `count` words that weigh most, in that order."""
    return tuple(word for word, _ in sorted(words, key=lambda each: (-each[1], each[0]))[:count])
