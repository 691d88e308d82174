"""Which words of two articles of a story are the same, where the story says that one copies the other."""

import difflib
import functools
import re
from collections.abc import Iterator

from corpus.article import Article
from corpus.story import Story
from corroborate.model.span import Span

WORD = re.compile(r"\w+(?:['’]\w+)*")
# The shortest run of the same words that counts as copied: names with titles and fixed phrases are shorter.
SHORTEST = 8
# Words that a desk may change inside a passage without making two of it.
CHANGED = 4


def shared_passages(story: Story, article: Article, other: Article) -> tuple[tuple[Span, Span], ...]:
    """The passages that the two share, in each, where either is said to copy the other or both the same third."""
    return passages(story, article, other) if _kin(story, article.name, other.name) else ()


def _kin(story: Story, one: str, other: str) -> bool:
    if one == other:
        return False
    of: dict[str, set[str]] = {name: {name} for name in (one, other)}
    for name, found in of.items():
        todo = [name]
        while todo:
            at = todo.pop()
            for copy in story.copies:
                if copy.article == at and copy.of not in found:
                    found.add(copy.of)
                    todo.append(copy.of)
    return bool(of[one] & of[other])


def passages(story: Story, article: Article, other: Article) -> tuple[tuple[Span, Span], ...]:
    """All runs of the same words in two articles, stock sentences and furniture aside."""
    stock = [words for sentence in story.stock if (words := _folded(sentence))]
    if (article.name, other.name) > (other.name, article.name):
        return tuple(sorted((ours, theirs) for theirs, ours in _passages(other, article, stock)))
    return tuple(_passages(article, other, stock))


def _passages(article: Article, other: Article, stock: list[tuple[str, ...]]) -> Iterator[tuple[Span, Span]]:
    ours, theirs = _words(article), _words(other)
    matcher = difflib.SequenceMatcher(None, [w for w, _ in ours], [w for w, _ in theirs], autojunk=False)
    runs: list[tuple[int, int, int, int]] = []
    for block in matcher.get_matching_blocks():
        if block.size < CHANGED:
            continue
        first, second = block.a, block.b
        if runs and first - runs[-1][1] <= CHANGED and second - runs[-1][3] <= CHANGED:
            runs[-1] = (runs[-1][0], first + block.size, runs[-1][2], second + block.size)
        else:
            runs.append((first, first + block.size, second, second + block.size))
    for a, b, c, d in runs:
        if b - a < SHORTEST or _is_stock(tuple(w for w, _ in ours[a:b]), stock):
            continue
        yield Span(ours[a][1].start, ours[b - 1][1].end), Span(theirs[c][1].start, theirs[d - 1][1].end)


def _is_stock(words: tuple[str, ...], stock: list[tuple[str, ...]]) -> bool:
    return any(set(words) <= set(sentence) and len(words) <= len(sentence) for sentence in stock)


@functools.lru_cache(maxsize=64)
def _words(article: Article) -> tuple[tuple[str, Span], ...]:
    hidden = [mark.span for mark in article.furniture if mark.key not in ("caption", "credit", "pull-quote")]
    return tuple(
        (match.group().casefold(), Span(match.start(), match.end()))
        for match in WORD.finditer(article.text)
        if not any(span.start <= match.start() < span.end for span in hidden)
    )


def _folded(sentence: str) -> tuple[str, ...]:
    return tuple(match.group().casefold() for match in WORD.finditer(sentence))
