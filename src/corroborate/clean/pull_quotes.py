"""Blocks that repeat a sentence of the article."""

import re
from collections.abc import Sequence

from corroborate.clean.blocks import Block

WORD = re.compile(r"\w+")
QUOTED = re.compile(r"^\W{0,2}[\"“«‘'](?P<words>[^\"“”«»]+)[\"”»’']")
INNER_QUOTATION = re.compile(r"[\"“«](?P<words>[^\"“”«»]+)[\"”»]")
# Six words in a row are not said twice by chance; shorter sayings are, unless a block is the quotation alone.
RUN = 6
SHORTEST_QUOTATION = 3
LONGEST_WORDS = 60
# Of a sentence that a page repeats everywhere the first few places are enough.
MOST_HOMES = 4
# Share of the words that must recur: an editor may mend one.
ENOUGH = 0.85


def find_pull_quotes(
    blocks: tuple[Block, ...], kinds: Sequence[str | None], *, first: int, skip: int | None
) -> tuple[int, ...]:
    """The indexes of body blocks that only repeat words of another; `skip` is the headline, `first` the lead."""
    candidates = {
        i: words for i, block in enumerate(blocks) if kinds[i] is None and i != skip and len(words := _core(block)) > 0
    }
    homes = _homes(blocks, kinds, {run for words in candidates.values() for run in _runs(words)})
    long = {
        i
        for i, words in candidates.items()
        if any(_repeats(i, home, blocks, first) for home in _shared_homes(i, words, homes))
    }
    return tuple(sorted(long | {i for i in _short_quotes(blocks, kinds) if i >= first and i != skip}))


def _short_quotes(blocks: tuple[Block, ...], kinds: Sequence[str | None]) -> set[int]:
    """The lines of a few words that open a quotation elsewhere on the page and stand without its marks."""
    body = [(i, block) for i, block in enumerate(blocks) if kinds[i] is None]
    openings = {
        words[:length]
        for _, block in body
        for quote in INNER_QUOTATION.finditer(block.head)
        for words in (_words(quote["words"]),)
        for length in range(SHORTEST_QUOTATION, min(len(words), RUN) + 1)
    }
    return {i for i, block in body if not block.closed and block.words < RUN and _words(block.head) in openings}


def _core(block: Block) -> tuple[str, ...]:
    """The words of the quotation that opens a block, or all of its words; none where it cannot be a pull quote."""
    if block.words > LONGEST_WORDS:
        return ()
    match = QUOTED.match(block.head)
    words = _words(match["words"] if match else block.head)
    enough = SHORTEST_QUOTATION if match and not block.head[match.end() :].strip(" .") else RUN
    return words if len(words) >= enough else ()


def _homes(
    blocks: tuple[Block, ...], kinds: Sequence[str | None], wanted: set[tuple[str, ...]]
) -> dict[tuple[str, ...], list[int]]:
    """Where the wanted runs of words stand: the first blocks that hold each."""
    homes: dict[tuple[str, ...], list[int]] = {}
    lengths = sorted({len(run) for run in wanted})
    for i, block in enumerate(blocks):
        words = _words(block.head) if kinds[i] is None else ()
        for run in {run for length in lengths for run in _windows(words, length)} & wanted:
            found = homes.setdefault(run, [])
            if len(found) < MOST_HOMES:
                found.append(i)
    return homes


def _shared_homes(i: int, words: tuple[str, ...], homes: dict[tuple[str, ...], list[int]]) -> tuple[int, ...]:
    """The other blocks that hold nearly all runs of `words`."""
    runs = _runs(words)
    counts: dict[int, int] = {}
    for run in runs:
        for home in homes.get(run, ()):
            counts[home] = counts.get(home, 0) + (home != i)
    return tuple(home for home, count in sorted(counts.items()) if count >= ENOUGH * len(runs))


def _repeats(i: int, home: int, blocks: tuple[Block, ...], first: int) -> bool:
    """Whether, of two blocks with the same words, the first is the one set apart."""
    one, other = blocks[i], blocks[home]
    if one.closed and i >= first and not QUOTED.match(one.head):
        return False  # a paragraph that tells something again is a paragraph
    marks = (_apart(one, i, first), _apart(other, home, first))
    if marks[0] != marks[1]:
        return marks[0] > marks[1]
    return one.words < other.words and not _speaks(one)


def _speaks(block: Block) -> bool:
    """Whether a block goes on after its quotation: then it is a paragraph that quotes."""
    match = QUOTED.match(block.head)
    return match is not None and len(block.head) - match.end() > 3


def _apart(block: Block, i: int, first: int) -> int:
    """2 above the article or as a quotation that opens it, 1 without full stop, 0 as a paragraph."""
    if i < first or (i == first and QUOTED.match(block.head)):
        return 2
    return int(not block.closed)


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return _windows(words, min(RUN, len(words)))


def _windows(words: tuple[str, ...], length: int) -> list[tuple[str, ...]]:
    return [words[i : i + length] for i in range(len(words) - length + 1)]


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))
