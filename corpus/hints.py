"""What may have been overlooked in a story: no faults, places to look at."""

import re
from collections.abc import Iterator

from corpus.article import Article
from corpus.story import Story
from corroborate.model.document import EVIDENCE_FURNITURE
from corroborate.model.span import Span

QUOTED = re.compile(r"[\"“«]([^\"”»\n]{15,}?)[\"”»]")
ARTICLES = ("The", "A", "An")
NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})*(?![\w.,:/%-]*\d)")


def hints(story: Story) -> Iterator[str]:
    """Quotations outside every claim, numbers without a mark, and words that are marked elsewhere but not here."""
    names = _names(story)
    for article in story.articles:
        marked = [mention.span for mention in article.mentions]
        hidden = [mark.span for mark in article.furniture if mark.key not in EVIDENCE_FURNITURE]
        hidden += [mark.span for mark in article.parts if mark.key == "byline"]
        claims = [claim.span for claim in article.claims]
        for match in QUOTED.finditer(article.text):
            span = Span(match.start(1), match.end(1))
            if not _meets(span, claims) and not _meets(span, hidden):
                yield f"{_where(article, span)} no claim holds this quotation: {match.group(1)[:60]!r}"
        for match in NUMBER.finditer(article.text):
            span = Span(match.start(), match.end())
            if not _meets(span, marked) and not _meets(span, hidden):
                yield f"{_where(article, span)} a number without a mark: {_around(article, span)!r}"
        for name, keys in names.items():
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", article.text):
                span = Span(match.start(), match.end())
                if not _meets(span, marked) and not _meets(span, hidden):
                    yield f"{_where(article, span)} {name!r} is marked elsewhere as {keys}, but not here"


def _names(story: Story) -> dict[str, str]:
    """Names as marked somewhere in the story, with their keys: words with a capital, three letters or more."""
    found: dict[str, set[str]] = {}
    for article in story.articles:
        for mention in article.mentions:
            first = mention.text.split()[0]
            if mention.kind == "entity" and len(mention.text) > 2 and first[0].isupper() and first not in ARTICLES:
                found.setdefault(mention.text, set()).add(mention.key)
    return {name: ", ".join(sorted(keys)) for name, keys in sorted(found.items())}


def _meets(span: Span, others: list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _where(article: Article, span: Span) -> str:
    return f"{article.name}, line {article.text.count(chr(10), 0, span.start) + 1} of the text:"


def _around(article: Article, span: Span) -> str:
    return article.text[max(span.start - 20, 0) : span.end + 25].replace("\n", " ")
