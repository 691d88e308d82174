"""The gazetteer's file: compressed blocks of places and of name keys, found by bisection, opened in milliseconds.

A file is a magic line, the length of a JSON head, the head, then zlib blocks. A row is one place, tab separated;
a key line is one consonant skeleton with its folded names and their row numbers:
`skeleton TAB folded=row,row TAB folded=row`. Row blocks hold `ROWS_PER_BLOCK` places each.
"""

import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from mmap import mmap

import msgspec

from corroborate.model.grounded import Spot
from corroborate.names.fold import skeleton

MAGIC = b"corroborate-gazetteer/1\n"
# 128 rows are about 6 kB: half a tenth of a millisecond to open, and zlib still finds what repeats.
ROWS_PER_BLOCK = 128
KEY_BLOCK_BYTES = 8_000
# Open blocks kept: 512 of them are about 3 MB.
BLOCKS_KEPT = 512


# How the keys of places begin that a user added without a GeoNames id.
ADDED = "added:"


class DamagedGazetteerError(ValueError):
    """The bytes are no gazetteer of this version; build it again with gazetteer/build.py."""


@dataclass(frozen=True, slots=True)
class PackedPlace:
    """One place as it goes into the file; `parent` is the row of the area that holds it, -1 for none."""

    name: str
    kind: str
    country: str
    parent: int
    latitude: float
    longitude: float
    population: int
    geonames_id: int | None

    def line(self) -> str:
        """The row as text; numbers are written short, coordinates to a thousandth of a degree (110 m)."""
        what = f"{self.name}\t{self.kind}\t{self.country}\t{self.parent}"
        return f"{what}\t{self.latitude:.3f}\t{self.longitude:.3f}\t{self.population}\t{self.geonames_id or ''}"


class PackHead(msgspec.Struct, frozen=True):
    """How many places a file holds, how long its blocks are, where each block of names begins; whose it is.

    `title` and `digest` (of the rows) are those of a gazetteer that a user added; empty in the shipped one.
    """

    places: int
    rows: list[int]
    keys: list[int]
    first_keys: list[str]
    title: str = ""
    digest: str = ""


def pack(places: Iterable[PackedPlace], keys: Mapping[str, Iterable[int]]) -> bytes:
    """The bytes of a gazetteer: `keys` maps each folded name to the rows of `places` that bear it."""
    lines = [place.line() for place in places]
    rows = [squeezed(lines[start : start + ROWS_PER_BLOCK]) for start in range(0, len(lines), ROWS_PER_BLOCK)]
    first_keys, blocks = [], []
    for block in key_blocks(_key_groups(keys)):
        first_keys.append(block[0].partition("\t")[0])
        blocks.append(squeezed(block))
    head = PackHead(len(lines), [len(row) for row in rows], [len(block) for block in blocks], first_keys)
    return packed_head(head) + b"".join(rows) + b"".join(blocks)


def packed_head(head: "PackHead") -> bytes:
    """The beginning of a gazetteer's file, up to its blocks."""
    encoded = msgspec.json.encode(head)
    return MAGIC + len(encoded).to_bytes(4, "big") + encoded


def _key_groups(keys: Mapping[str, Iterable[int]]) -> Iterator[tuple[str, list[str]]]:
    groups: dict[str, list[str]] = {}
    for key in sorted(keys):
        groups.setdefault(skeleton(key), []).append(key_entry(key, keys[key]))
    yield from sorted(groups.items())


def key_entry(key: str, rows: Iterable[int]) -> str:
    """A folded name with its rows, as a key line holds it."""
    return f"{key}={','.join(str(row) for row in sorted(set(rows)))}"


def key_blocks(groups: Iterable[tuple[str, Sequence[str]]]) -> Iterator[list[str]]:
    """Key lines in blocks, of consonant skeletons in sorted order and their entries."""
    block: list[str] = []
    size = 0
    for bones, entries in groups:
        line = "\t".join((bones, *entries))
        block.append(line)
        size += len(line)
        if size > KEY_BLOCK_BYTES:
            yield block
            block, size = [], 0
    if block:
        yield block


def squeezed(lines: Iterable[str]) -> bytes:
    """A block as it stands in the file."""
    return zlib.compress("\n".join(lines).encode(), 9)


class PackedPlaces:
    """The places of one file and the keys to them. Holds the compressed bytes and a few open blocks."""

    def __init__(self, data: bytes | mmap) -> None:
        if data[: len(MAGIC)] != MAGIC:
            raise DamagedGazetteerError("no gazetteer of this version: its first line differs; build it again")
        start = len(MAGIC) + 4
        size = int.from_bytes(data[start - 4 : start], "big")
        try:
            self._head = msgspec.json.decode(data[start : start + size], type=PackHead)
        except msgspec.MsgspecError as error:
            raise DamagedGazetteerError(f"the gazetteer's head cannot be read: {error}") from error
        self._data = data
        bounds = _bounds((*self._head.rows, *self._head.keys), start + size)
        if bounds[-1] != len(data):
            raise DamagedGazetteerError(f"the gazetteer is cut: {len(data)} bytes instead of {bounds[-1]}")
        self._bounds = bounds
        self._lines = lru_cache(maxsize=BLOCKS_KEPT)(self._open_block)

    def __len__(self) -> int:
        return self._head.places

    @property
    def head(self) -> PackHead:
        """What the file says of itself."""
        return self._head

    def row(self, number: int) -> tuple[Spot, int]:
        """The place in a row, and the row of the area that holds it (-1: none)."""
        block, line = divmod(number, ROWS_PER_BLOCK)
        name, kind, country, parent, latitude, longitude, population, geonames_id = self._lines(block)[line].split("\t")
        identity = f"gn:{geonames_id}" if geonames_id else f"own:{country}:{kind}:{name}"
        if self._head.title and not geonames_id:
            identity = f"{ADDED}{country}:{kind}:{name}:{latitude}:{longitude}"
        spot = Spot(
            name=name,
            kind=kind,
            country=country or None,
            admin1=None,
            latitude=float(latitude),
            longitude=float(longitude),
            population=int(population),
            geonames_id=int(geonames_id) if geonames_id else None,
            key=identity,
        )
        return spot, int(parent)

    def named(self, bones: str) -> dict[str, tuple[int, ...]]:
        """Folded name -> rows, for all names with these consonants."""
        place = bisect_right(self._head.first_keys, bones) - 1
        if place < 0:
            return {}
        prefix = bones + "\t"
        for line in self._lines(len(self._head.rows) + place):
            if line.startswith(prefix):
                return dict(_rows(entry) for entry in line.split("\t")[1:])
        return {}

    def _open_block(self, block: int) -> tuple[str, ...]:
        try:
            opened = zlib.decompress(self._data[self._bounds[block] : self._bounds[block + 1]])
        except zlib.error as error:
            raise DamagedGazetteerError(f"block {block} of the gazetteer is damaged: {error}") from error
        return tuple(opened.decode().split("\n"))


def _rows(entry: str) -> tuple[str, tuple[int, ...]]:
    key, _, rows = entry.partition("=")
    return key, tuple(int(row) for row in rows.split(","))


def _bounds(sizes: tuple[int, ...], start: int) -> tuple[int, ...]:
    bounds = [start]
    for size in sizes:
        bounds.append(bounds[-1] + size)
    return tuple(bounds)
