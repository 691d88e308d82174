"""Blocks that repeat a sentence of the article."""

import re
from collections.abc import Sequence

from corroborate.clean.blocks import HEAD, Block

WORD = re.compile(r"\w+")
QUOTED = re.compile(r"^\W{0,2}[\"“«‘'](?P<words>[^\"“”«»]+)[\"”»’']")
# Six words in a row are not said twice by chance; shorter sayings are.
RUN = 6
LONGEST_WORDS = 60
# Share of the words that must recur: an editor may mend one.
ENOUGH = 0.85


def find_pull_quotes(
    blocks: tuple[Block, ...], kinds: Sequence[str | None], *, first: int, skip: int | None
) -> tuple[int, ...]:
    """The indexes of body blocks that only repeat words of another; `skip` is the headline, `first` the lead."""
    candidates = {
        i: words
        for i, block in enumerate(blocks)
        if kinds[i] is None and i != skip and RUN <= len(words := _core(block)) <= LONGEST_WORDS
    }
    homes = _homes(blocks, kinds, {run for words in candidates.values() for run in _runs(words)})
    return tuple(
        i
        for i, words in candidates.items()
        if any(_repeats(i, home, blocks, first) for home in _shared_homes(i, words, homes))
    )


def _core(block: Block) -> tuple[str, ...]:
    """The words of the quotation that opens a block, or all of its words."""
    if block.words > LONGEST_WORDS:
        return ()
    match = QUOTED.match(block.head)
    return _words(match["words"] if match else block.head)


def _homes(
    blocks: tuple[Block, ...], kinds: Sequence[str | None], wanted: set[tuple[str, ...]]
) -> dict[tuple[str, ...], list[int]]:
    """Where the wanted runs of words stand: the first blocks that hold each."""
    homes: dict[tuple[str, ...], list[int]] = {}
    for i, block in enumerate(blocks):
        if kinds[i] is None:
            for run in set(_runs(_words(block.head[: 2 * HEAD]))) & wanted:
                found = homes.setdefault(run, [])
                if len(found) < 4:
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
    marks = (_apart(one, i, first), _apart(other, home, first))
    if marks[0] != marks[1]:
        return marks[0] > marks[1]
    return one.words < other.words


def _apart(block: Block, i: int, first: int) -> int:
    """2 above the article or as a quotation that opens it, 1 without full stop, 0 as a paragraph."""
    if i < first or (i == first and QUOTED.match(block.head)):
        return 2
    return int(not block.closed)


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[i : i + RUN] for i in range(len(words) - RUN + 1)]


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))
