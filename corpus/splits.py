"""Which stories are for training, for development and for testing: splits.toml, fixed once."""

import functools
import tomllib
from pathlib import Path

PARTS = ("train", "dev", "test")
FILE = Path(__file__).parent / "splits.toml"


@functools.cache
def _parts() -> dict[str, tuple[str, ...]]:
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {part: tuple(raw[part]) for part in PARTS}


def stories_of(part: str) -> tuple[str, ...]:
    """The names of the stories of a part. KeyError where there is no such part."""
    return _parts()[part]


def part_of(story: str) -> str | None:
    """The part that a story belongs to; None where the file does not name it."""
    return next((part for part in PARTS if story in _parts()[part]), None)
