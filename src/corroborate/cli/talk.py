"""Talking to the user: data on standard output, everything else on standard error."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from corroborate.cli.ending import unwritable
from corroborate.cli.problems import is_note, told
from corroborate.export.wording import counted, harmless
from corroborate.model.problem import Problem

# Without a terminal there is no width to ask for; 100 columns fit a page and most windows.
PLAIN_WIDTH = 100
NARROWEST, WIDEST = 60, 160
PROBLEMS_SHOWN = 10


def width() -> int:
    """The columns to write for: the terminal's, within bounds that stay readable."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return PLAIN_WIDTH
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns))


def colour() -> bool:
    """Whether to colour standard output: on a terminal, unless NO_COLOR is set or the terminal is dumb."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))


def say(text: str) -> None:
    """A line of talk, on standard error."""
    click.echo(harmless(text), err=True)


def put(data: str | bytes, output: Path | None = None) -> None:
    """Data on standard output, or whole into a file."""
    from corroborate.export.json import write_atomically

    content = data.encode("utf-8", "replace") if isinstance(data, str) else data
    if output is None:
        click.echo(content, nl=False)
        return
    try:
        write_atomically(output, content)
    except OSError as error:
        raise unwritable(output, error) from error
    say(f"Written: {output}")


def put_json(value: Any, output: Path | None = None) -> None:
    """A value as indented JSON."""
    put(json.dumps(value, ensure_ascii=False, indent=2) + "\n", output)


def say_problems(problems: Sequence[Problem], *, verbose: bool) -> None:
    """One line for each problem, the first ten unless all are asked for; mere notes only then."""
    weighty = [problem for problem in problems if verbose or not is_note(problem)]
    shown = weighty if verbose else weighty[:PROBLEMS_SHOWN]
    for problem in shown:
        say(f"{told(problem)} [{problem.code}]")
    if len(shown) < len(weighty):
        say(f"… and {counted(len(weighty) - len(shown), 'more problem')} (--verbose lists all)")


def progress_bar(title: str) -> tuple[Callable[[str, int, int], None], Callable[[], None]]:
    """A function that draws how far a run is, and one that clears it; both do nothing without a terminal."""
    if not sys.stderr.isatty():
        return (lambda _label, _done, _total: None), (lambda: None)
    columns = shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns

    def draw(label: str, done: int, total: int) -> None:
        line = harmless(f"{title} {done}/{total} {label}").replace("\n", " ")
        click.echo(f"\r\x1b[K{line[: columns - 1]}", nl=False, err=True)

    return draw, lambda: click.echo("\r\x1b[K", nl=False, err=True)
