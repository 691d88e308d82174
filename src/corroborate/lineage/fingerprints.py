"""Keys of a document's words that documents with copied text share, and the test whether shared keys mean a copy."""

import hashlib
from collections import deque
from datetime import date

from corroborate.lineage.passages import Words, body_words, equal_words
from corroborate.model.document import Document

# A key stands for a run of this many words.
RUN_WORDS = 5
# Of as many neighbouring runs the one with the smallest hash is a key: whatever two documents share over
# WINDOW + RUN_WORDS - 1 words (the least that counts as a passage) gives them a key in common, wherever it was cut and
# whatever stands around it.
WINDOW = 8
# Text of another season joins accounts only where it is a good part of a page: stock background returns for years.
SEASON_DAYS = 10
LEAST_SHARE = 0.15
_BYTES = 8


def text_keys(document: Document) -> tuple[str, ...]:
    """The keys of a document's body, in order, each once: about one in five of its words.

    Winnowing (Schleimer and others, 2003): a pure function of the words, however they are cut, signed and spaced.
    """
    return tuple(_chosen(_hashes(body_words(document))))


def copied_text(first: Document, second: Document) -> bool:
    """Whether two documents share a passage that makes their accounts belong together."""
    one, other = body_words(first), body_words(second)
    equal = equal_words(one, other)
    if not equal:
        return False
    return _near(first, second) or equal >= LEAST_SHARE * min(len(one.words), len(other.words))


def _hashes(words: Words) -> list[str]:
    return [
        hashlib.blake2b(" ".join(words.words[at : at + RUN_WORDS]).encode(), digest_size=_BYTES).hexdigest()
        for at in range(len(words.words) - RUN_WORDS + 1)
    ]


def _chosen(hashes: list[str]) -> list[str]:
    """The smallest hash of each window; of a page shorter than a window, the smallest of all."""
    chosen: set[str] = set()
    smallest: deque[int] = deque()
    for at, value in enumerate(hashes):
        while smallest and hashes[smallest[-1]] >= value:
            smallest.pop()
        smallest.append(at)
        if smallest[0] <= at - WINDOW:
            smallest.popleft()
        if at >= min(WINDOW, len(hashes)) - 1:
            chosen.add(hashes[smallest[0]])
    return sorted(chosen)


def _near(first: Document, second: Document) -> bool:
    """Whether both may be of one week or so; an undated document may be of any day."""
    days = [item.published[:10] for item in (first, second) if item.published is not None]
    return len(days) < 2 or abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= SEASON_DAYS
