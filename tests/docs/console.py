"""Command lines in the docs, run as a reader would run them.

A block is fenced as `console`; a line that begins with "$ " is run, what follows is what it prints. The comment
above the block says what is shown and what a reader must find there, whatever else changes:

    <!-- show: 1-6, /^killed/+2 | exit: 1 | must say: 4 documents; 1 line -->

`show` names lines by number, or by a pattern and how many (`block`: up to an empty line); without it everything is
shown. What is left out stands
as "…" in the page. `must say` is compared each time, the rest by `CORROBORATE_GOLDEN=write` and the slow test.
"""

import contextlib
import io
import re
import shlex
from dataclasses import dataclass

from corroborate.cli.app import run

from .pages import Block

CUT = "…"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the comment above a console block asks for."""

    show: tuple[str, ...]
    must_say: tuple[str, ...]
    exit_code: int


def wanted(block: Block) -> Wanted:
    """The comment above a block, taken apart."""
    parts = dict(part.strip().split(": ", 1) for part in block.note.split(" | ") if ": " in part)
    return Wanted(
        tuple(item.strip() for item in parts.get("show", "").split(", ") if item.strip()),
        tuple(item.strip() for item in parts.get("must say", "").split("; ") if item.strip()),
        int(parts.get("exit", "0")),
    )


def command_of(block: Block) -> list[str]:
    """The arguments of the one command line of a block; a second line continues one that ends with a backslash."""
    lines = block.body.replace("\\\n", " ").splitlines()
    command = next(line for line in lines if line.startswith("$ "))
    return shlex.split(command[2:])


def output_of(arguments: list[str]) -> tuple[int, str]:
    """Exit code and output of a `corroborate` command line, both streams together as on a terminal."""
    bytes_ = io.BytesIO()
    stream = io.TextIOWrapper(bytes_, encoding="utf-8", write_through=True)
    code = 0
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
        try:
            run(arguments)
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
    return code, bytes_.getvalue().decode("utf-8")


def shown(output: str, show: tuple[str, ...]) -> str:
    """The lines of an output that a page shows, with a sign where some are left out."""
    lines = [line.rstrip() for line in output.splitlines()]
    if not show:
        return "".join(f"{line}\n" for line in lines)
    result: list[str] = []
    last = 0
    for item in show:
        first, end = _stretch(item, lines, last)
        result += [CUT] * (first > last) + lines[first:end]
        last = end
    return "".join(f"{line}\n" for line in (*result, *([CUT] * (last < len(lines)))))


def _stretch(item: str, lines: list[str], after: int) -> tuple[int, int]:
    if item.startswith("/"):
        pattern, _, count = item[1:].rpartition("/+")
        first = next((n for n, line in enumerate(lines) if n >= after and re.search(pattern, line)), None)
        if first is None:
            raise AssertionError(f"no line of the output matches {pattern!r}: choose another part to show")
        return first, _blank_after(first, lines) if count == "block" else first + int(count)
    begin, _, end = item.partition("-")
    return int(begin) - 1, min(int(end or begin), len(lines))


def _blank_after(first: int, lines: list[str]) -> int:
    return next((n for n, line in enumerate(lines) if n > first and not line), len(lines))


def written(block: Block, output: str) -> str:
    """The body of a block with the output as it is now."""
    command = re.search(r"^\$ (?:.*\\\n)*.*\n", block.body, re.MULTILINE)
    assert command is not None
    return command[0] + shown(output, wanted(block).show)
