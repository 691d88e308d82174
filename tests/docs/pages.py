"""Markdown pages taken apart: fenced blocks, links, headings, tables."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
# `CORROBORATE_GOLDEN=write pytest tests/docs` writes what is made from the program anew.
WRITE = os.environ.get("CORROBORATE_GOLDEN") == "write"
FENCE = re.compile(
    r"(?:^<!-- (?P<note>[^\n]*) -->\n)?^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its info string, the words of a comment right above it, its text and where that stands."""

    page: Path
    info: str
    note: str
    body: str
    start: int

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}: {self.note or self.body.partition(chr(10))[0]}"


def all_pages() -> tuple[Path, ...]:
    """README, changelog and every page under docs/."""
    return (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md")))


def own_pages() -> tuple[Path, ...]:
    """All pages but those that are made from the program."""
    made = {DOCS / "reference" / name for name in ("commands.md", "problems.md", "checks.md", "stages.md")}
    return tuple(page for page in all_pages() if page not in made)


def blocks(page: Path, info: str = "") -> tuple[Block, ...]:
    """The fenced blocks of a page whose info string begins so."""
    text = page.read_text(encoding="utf-8")
    found = (Block(page, m["info"], m["note"] or "", m["body"], m.start("body")) for m in FENCE.finditer(text))
    return tuple(block for block in found if block.info.startswith(info))


def rewrite(block: Block, body: str) -> None:
    """Put another body into a block of a page."""
    text = block.page.read_text(encoding="utf-8")
    at = next(b.start for b in blocks(block.page) if (b.note, b.info, b.body) == (block.note, block.info, block.body))
    block.page.write_text(text[:at] + body + text[at + len(block.body) :], encoding="utf-8")


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> frozenset[str]:
    """What links into the page can name, as hosts of Markdown make it from headings."""
    headings = re.findall(r"^#+ +(.+)$", prose(page), re.MULTILINE)
    return frozenset(re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings)


def sections(page: Path) -> Iterator[tuple[str, str]]:
    """Every heading with the text below it, up to the next heading of any level."""
    parts = re.split(r"^#+ +(.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    yield from zip(parts[1::2], parts[2::2], strict=True)


def first_column(text: str) -> tuple[str, ...]:
    """The names in backticks in the first column of the tables of a text, in order."""
    rows = re.findall(r"^\|([^|]*)\|", text, re.MULTILINE)
    return tuple(name for row in rows for name in re.findall(r"`([^`]+)`", row))
