"""An HTML page to a Page: visible text, what the extractor leaves out, headline and head."""

import re
from collections.abc import Sequence

from corroborate.ingest.html_blocks import HtmlBlock
from corroborate.ingest.sandbox import HtmlWorker
from corroborate.model.document import Metadata, Page
from corroborate.model.problem import Problem
from corroborate.model.span import Span

STAGE = "ingest"
GAP = "\n\n"
WORD = re.compile(r"\w+")
FAILURES = {
    "parser-crashed": "the page broke the HTML parser",
    "parser-timeout": "the page took the HTML parser too long",
}


def read_html(markup: str, name: str, given: Metadata, worker: HtmlWorker) -> tuple[Page | None, tuple[Problem, ...]]:
    """The page that `markup` draws, as far as it could be parsed."""
    first, second, failure = worker.parse(markup)
    if first is None:
        advice = "save the article's text as .txt"
        return None, (
            _problem(failure or "parser-crashed", f"{FAILURES[failure or 'parser-crashed']}: {advice}", name),
        )
    problems = []
    if failure:
        problems.append(_problem(failure, f"{FAILURES[failure]} after its text was read: nothing is marked", name))
    elif second is not None and second.undecided and first.blocks:
        problems.append(_undecided(first.depth, worker.limits.tree_depth, name))
    kept = second.kept if second is not None else None
    page = _page(first.blocks, kept, first.head, name=name, given=given)
    return page, tuple(problems)


def _page(
    blocks: tuple[HtmlBlock, ...], kept: Sequence[bool] | None, head: Metadata, *, name: str, given: Metadata
) -> Page:
    spans, start = [], 0
    for block in blocks:
        spans.append(Span(start, start + len(block.text)))
        start += len(block.text) + len(GAP)
    headline = _headline(blocks, given.title or head.title)
    kept = kept or [not block.aside for block in blocks]
    left_out = tuple(
        span
        for number, (block, span) in enumerate(zip(blocks, spans, strict=True))
        if not kept[number] and number != headline and not _recovered(block)
    )
    captions = tuple(
        span for block, span in zip(blocks, spans, strict=True) if block.role == "caption" and not block.aside
    )
    text = GAP.join(block.text for block in blocks)
    return Page(name, text, given, head, left_out, None if headline is None else spans[headline], captions)


def _recovered(block: HtmlBlock) -> bool:
    """Byline, credit and caption, which the extractor drops though they are evidence."""
    return block.role in ("caption", "byline", "credit") and not block.aside


def _headline(blocks: tuple[HtmlBlock, ...], title: str | None) -> int | None:
    """The block that repeats the title of the head; else the only h1, or the only h1 outside asides."""
    wanted = _key(title or "")
    if wanted:
        keys = [_key(block.text) if len(block.text) < 400 else () for block in blocks]
        same = [number for number, key in enumerate(keys) if key == wanted]
        heading = [number for number in same if blocks[number].tag.startswith("h")]
        if heading or same:
            return (heading or same)[0]
    tops = [number for number, block in enumerate(blocks) if block.tag == "h1"]
    outside = [number for number in tops if not blocks[number].aside]
    return next((group[0] for group in (tops, outside) if len(group) == 1), None)


def _key(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))


def _undecided(depth: int, limit: int, name: str) -> Problem:
    if depth > limit:
        return _problem("html-too-deep", f"elements are nested {depth} deep: all text is read, little is marked", name)
    return _problem("article-not-found", "no article could be told from the rest: all visible text is kept", name)


def _problem(code: str, message: str, name: str) -> Problem:
    return Problem(code, f"{name}: {message}", STAGE, name=name)
