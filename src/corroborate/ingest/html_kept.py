"""Which blocks of a page are its article, by trafilatura's judgement."""

import re

import trafilatura

from corroborate.ingest.html_blocks import HtmlBlock

WORD = re.compile(r"\w+")
# Five words in a row tell a passage from a stock phrase; four of five must be there, since the extractor
# rejoins and trims lines.
RUN = 5
ENOUGH = 0.8


def kept_blocks(markup: str, blocks: tuple[HtmlBlock, ...]) -> tuple[bool, ...] | None:
    """For each block whether trafilatura keeps it; None where it finds no article at all."""
    extracted = trafilatura.extract(
        markup, include_comments=False, include_tables=True, include_formatting=False, deduplicate=False
    )
    if not extracted or not extracted.strip():
        return None
    lines = [_words(line) for line in extracted.splitlines()]
    wholes = {line for line in lines if line}
    everything = _words(extracted)
    runs = {everything[i : i + RUN] for i in range(len(everything) - RUN + 1)}
    return tuple(_is_kept(_words(block.text), wholes, runs) for block in blocks)


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))


def _is_kept(words: tuple[str, ...], wholes: set[tuple[str, ...]], runs: set[tuple[str, ...]]) -> bool:
    if len(words) < RUN:
        return words in wholes
    own = [words[i : i + RUN] in runs for i in range(len(words) - RUN + 1)]
    return sum(own) >= ENOUGH * len(own)
