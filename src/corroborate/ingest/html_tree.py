"""A page's markup to its blocks and its head, by lxml where it can, by the standard library's parser where not."""

import re
from html.parser import HTMLParser
from typing import Any

import lxml.etree
import lxml.html

from corroborate.ingest.html_blocks import VOID_TAGS, Attributes, BlockBuilder, HtmlBlock
from corroborate.ingest.html_head import HeadFacts

# lxml drops what is nested deeper than 2,048, with huge_tree; without it, 255.
LXML_DEPTH = 2000
START_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]*)((?:\s[^<>]*)?)>")


def thin_tags(markup: str, most_attributes: int) -> str:
    """`markup` with the attributes taken from tags that have too many: parsers are quadratic in them."""

    def thinned(match: re.Match[str]) -> str:
        inside = match[2]
        crowded = len(inside) > 2 * most_attributes and len(inside.split()) > most_attributes
        return f"<{match[1]}>" if crowded else match[0]

    return START_TAG.sub(thinned, markup)


def parse(markup: str) -> tuple[tuple[HtmlBlock, ...], HeadFacts, int]:
    """Blocks, facts of the head, and how deep the elements are nested."""
    root = _tree(markup)
    if root is None:
        return _parse_deep(markup)
    builder, head = BlockBuilder(), HeadFacts()
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):
            if event == "comment" or event == "pi":
                builder.text(element.tail)
            continue
        tag = element.tag.rpartition("}")[2].lower()
        if event == "start":
            attributes = tuple((str(name).lower(), str(value)) for name, value in element.attrib.items())
            head.start(tag, attributes, element.text)
            builder.start(tag, attributes)
            builder.text(element.text)
        else:
            builder.end(tag)
            builder.text(element.tail)
    if builder.deepest >= LXML_DEPTH:
        return _parse_deep(markup)
    return builder.finish(), head, builder.deepest


def _tree(markup: str) -> Any:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None


def _parse_deep(markup: str) -> tuple[tuple[HtmlBlock, ...], HeadFacts, int]:
    parser = _Deep()
    parser.feed(markup)
    parser.close()
    return parser.builder.finish(), parser.head, parser.builder.deepest


class _Deep(HTMLParser):
    """Feeds the builder without a tree, so that no nesting is too deep."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder, self.head = BlockBuilder(), HeadFacts()
        self._last: tuple[str, Attributes] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple((name, value or "") for name, value in attrs)
        self._last = (tag, attributes)
        if tag in VOID_TAGS:
            self.head.start(tag, attributes, None)
        self.builder.start(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        if self._last:
            self.head.start(*self._last, data)
            self._last = None
        self.builder.text(data)
