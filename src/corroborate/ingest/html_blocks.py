"""The visible blocks of a page, in page order."""

import re
from dataclasses import dataclass
from typing import Literal

Role = Literal["text", "headline", "caption", "byline", "credit"]


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


BLOCK_TAGS = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul html"
)
# What a browser draws no text for.
UNSEEN_TAGS = _names(
    "script style noscript template head title svg math iframe object embed applet select option datalist textarea "
    "audio video canvas map noframes frameset"
)
# They hold nothing, so no end tag ever closes them.
VOID_TAGS = _names("area base br col embed hr img input link meta param source track wbr")
ASIDE_TAGS = frozenset({"nav", "aside", "footer", "form", "button"})
# Where two of these touch, a page sets them apart by style only: without a space "Home" and "World" are one word.
APART_TAGS = frozenset({"a", "button", "label"})
HEADING = re.compile(r"h[1-6]")
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Role <- words in class, id, itemprop, rel or data-testid. Order is precedence.
ROLE_WORDS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("caption", re.compile(r"caption|photo-?credit|image-?credit|img-?credit|picture-?credit", re.IGNORECASE)),
    ("byline", re.compile(r"by-?line|\bauthors?\b|author-?name", re.IGNORECASE)),
    ("credit", re.compile(r"\b(?:credits?|agency|source-?line|article-?source)\b", re.IGNORECASE)),
)
# A wrapper of the whole article may be classed "author-page"; a real byline or credit is short.
LONGEST_ROLE_BLOCK = 400
ROLE_ATTRIBUTES = ("class", "id", "itemprop", "rel", "data-testid")
SPACES = re.compile(r"[ \t\r\n\f\v]+")
Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block's text, spaces folded as a browser does; `aside` where it stands in navigation, footer or form."""

    text: str
    tag: str
    role: Role
    aside: bool


@dataclass(slots=True)
class _Open:
    """An element that is still open, with what its content inherits."""

    tag: str
    unseen: bool
    aside: bool
    role: Role
    keeps_spaces: bool
    heading: str


class BlockBuilder:
    """Collects blocks from start tags, text and end tags; depth costs no recursion."""

    def __init__(self) -> None:
        self.blocks: list[HtmlBlock] = []
        self.deepest = 0
        self._stack: list[_Open] = [_Open("", False, False, "text", False, "")]
        self._pieces: list[str] = []
        self._touches = False  # a link has closed and no text has come since

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element opens."""
        top = self._stack[-1]
        if tag == "br":
            self._pieces.append("\v")
        elif tag in BLOCK_TAGS:
            self._flush()
        elif tag in APART_TAGS and self._touches:
            self._pieces.append(" ")
        if tag in VOID_TAGS:
            return
        self._stack.append(_child(top, tag, attributes))
        self.deepest = max(self.deepest, len(self._stack))

    def text(self, text: str | None) -> None:
        """Character data of the element that is open."""
        top = self._stack[-1]
        if text and not top.unseen:
            self._touches = False
            self._pieces.append(text.replace("\n", "\v") if top.keeps_spaces else text.replace("\v", " "))

    def end(self, tag: str) -> None:
        """The innermost open element of that name closes, and with it what is open inside."""
        if tag in VOID_TAGS or len(self._stack) == 1:
            return
        if tag in BLOCK_TAGS:
            self._flush()
        if self._stack[-1].tag == tag:
            self._stack.pop()
        self._touches = tag in APART_TAGS or self._touches

    def finish(self) -> tuple[HtmlBlock, ...]:
        """All blocks of the page."""
        self._flush()
        return tuple(self.blocks)

    def _flush(self) -> None:
        top = self._stack[-1]
        lines = ("".join(self._pieces)).split("\v")
        self._pieces.clear()
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(SPACES.sub(" ", line).strip(" ") for line in lines)).strip(" \n")
        if not text.strip():
            return
        role = top.role if top.role == "caption" or len(text) <= LONGEST_ROLE_BLOCK else "text"
        self.blocks.append(HtmlBlock(text, top.heading or top.tag, role, top.aside))


def _child(parent: _Open, tag: str, attributes: Attributes) -> _Open:
    named = dict(attributes)
    unseen = parent.unseen or tag in UNSEEN_TAGS or "hidden" in named
    unseen = unseen or bool(HIDDEN_STYLE.search(named.get("style", "")[:500]))
    heading = tag if HEADING.fullmatch(tag) else parent.heading
    role: Role = "caption" if tag == "figcaption" else "headline" if tag == "h1" else parent.role
    if role == "text":
        role = _role(" ".join(named.get(name, "")[:200] for name in ROLE_ATTRIBUTES))
    keeps_spaces = parent.keeps_spaces or tag == "pre"
    return _Open(tag, unseen, parent.aside or tag in ASIDE_TAGS, role, keeps_spaces, heading)


def _role(words: str) -> Role:
    return next((role for role, pattern in ROLE_WORDS if pattern.search(words)), "text")
