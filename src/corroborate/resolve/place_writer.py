"""A user's places as a gazetteer file, however many: neither places nor names are held in memory together."""

import hashlib
import heapq
import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from corroborate.names.fold import fold, skeleton
from corroborate.resolve.place_pack import (
    ROWS_PER_BLOCK,
    PackedPlace,
    PackHead,
    key_blocks,
    key_entry,
    packed_head,
    squeezed,
)

# Names sorted in memory at once: about 60 MB.
NAMES_AT_ONCE = 400_000


def write_pack(
    target: IO[bytes], places: Iterable[tuple[PackedPlace, Iterable[str]]], *, title: str, folder: Path
) -> PackHead:
    """Write places with all their names as a gazetteer file; `folder` takes what does not fit into memory meanwhile.

    The same places in the same order give the same bytes.
    """
    digest = hashlib.sha256()
    with TemporaryFile(dir=folder) as rows, TemporaryFile(dir=folder) as names:
        sorter = _Names(folder)
        sizes, total, block = [], 0, list[str]()
        for number, (place, called) in enumerate(places):
            block.append(place.line())
            keys = sorted({fold(name) for name in called})
            digest.update(f"{block[-1]}\t{' '.join(keys)}\n".encode())
            sorter.add(keys, number)
            total = number + 1
            if len(block) == ROWS_PER_BLOCK:
                sizes.append(rows.write(squeezed(block)))
                block = []
        if block:
            sizes.append(rows.write(squeezed(block)))
        first_keys, key_sizes = [], []
        for lines in key_blocks(sorter.groups()):
            first_keys.append(lines[0].partition("\t")[0])
            key_sizes.append(names.write(squeezed(lines)))
        head = PackHead(total, sizes, key_sizes, first_keys, title, digest.hexdigest()[:16])
        target.write(packed_head(head))
        for part in (rows, names):
            part.seek(0)
            shutil.copyfileobj(part, target)
    return head


class _Names:
    """Folded names with their rows, sorted in pieces on disk and merged at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pieces: list[IO[str]] = []
        self._here: list[str] = []

    def add(self, keys: Iterable[str], row: int) -> None:
        self._here.extend(f"{skeleton(key)}\t{key}\t{row:010d}\n" for key in keys if key)
        if len(self._here) >= NAMES_AT_ONCE:
            piece = TemporaryFile("w+", encoding="utf-8", newline="\n", dir=self._folder)  # noqa: SIM115 - kept open
            piece.writelines(sorted(self._here))
            piece.seek(0)
            self._pieces.append(piece)
            self._here = []

    def groups(self) -> Iterator[tuple[str, list[str]]]:
        """Consonant skeletons in order, each with its entries."""
        merged = heapq.merge(*self._pieces, sorted(self._here))
        parted = (line.rstrip("\n").split("\t") for line in merged)
        for bones, same in groupby(parted, key=lambda parts: parts[0]):
            by_key = groupby(same, key=lambda parts: parts[1])
            yield bones, [key_entry(key, (int(parts[2]) for parts in rows)) for key, rows in by_key]
        for piece in self._pieces:
            piece.close()
