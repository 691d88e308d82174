"""The process that parses pages: reads requests from standard input, writes answers to standard output.

Hostile markup can crash or starve it; it holds nothing that would be missed. Run as
`python -m corroborate.ingest.html_worker MEMORY_BYTES`.
"""

import contextlib
import sys
from dataclasses import dataclass, field
from typing import IO

import msgspec

from corroborate.ingest.html_blocks import HtmlBlock
from corroborate.model.document import Metadata

LENGTH_BYTES = 8


@dataclass(frozen=True, slots=True)
class Request:
    """A page to parse, with the limits that hold inside the parser."""

    markup: str
    tag_attributes: int
    tree_depth: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page holds. `kept` is None in the first of two answers, which comes before the extractor runs.

    `undecided` is true where the extractor found no article or could not be asked.
    """

    blocks: tuple[HtmlBlock, ...] = ()
    head: Metadata = field(default_factory=Metadata)
    depth: int = 0
    kept: tuple[bool, ...] | None = None
    undecided: bool = False
    error: str | None = None


def main() -> None:
    """Serve until standard input closes."""
    _limit_memory(int(sys.argv[1]))
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while (data := read_message(source)) is not None:
        request = msgspec.json.decode(data, type=Request)
        with contextlib.suppress(BrokenPipeError):
            _serve(request, target)


def read_message(source: IO[bytes]) -> bytes | None:
    """One message; None where the other side has closed."""
    length = source.read(LENGTH_BYTES)
    if len(length) < LENGTH_BYTES:
        return None
    data = source.read(int.from_bytes(length, "big"))
    return data if len(data) == int.from_bytes(length, "big") else None


def write_message(target: IO[bytes], record: object) -> None:
    """One message: its length, then JSON."""
    data = msgspec.json.encode(record)
    target.write(len(data).to_bytes(LENGTH_BYTES, "big") + data)
    target.flush()


def _serve(request: Request, target: IO[bytes]) -> None:
    try:
        first = _parse(request)
        write_message(target, first)
        write_message(target, _decide(request, first))
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - a sandbox: whatever a page breaks is told to the parent
        write_message(target, Answer(error=f"{type(error).__name__}: {error}"[:300]))


def _parse(request: Request) -> Answer:
    from corroborate.ingest.html_tree import parse, thin_tags

    blocks, head, depth = parse(thin_tags(request.markup, request.tag_attributes))
    return Answer(blocks, head.metadata(), depth)


def _decide(request: Request, first: Answer) -> Answer:
    from corroborate.ingest.html_kept import kept_blocks
    from corroborate.ingest.html_tree import thin_tags

    if not first.blocks or first.depth > request.tree_depth:
        return Answer(undecided=True)
    kept = kept_blocks(thin_tags(request.markup, request.tag_attributes), first.blocks)
    return Answer(kept=kept, undecided=kept is None)


def _limit_memory(size_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit still holds there
        return
    # A lower limit of the surroundings stays; macOS refuses to set this one at all.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (size_bytes, size_bytes))


if __name__ == "__main__":
    main()
