"""Options that several verbs share."""

from contextlib import suppress
from functools import partial
from pathlib import Path

import click

DEFAULT_LEDGER = "ledger.db"
# The first bytes of every SQLite file.
_DATABASE = b"SQLite format 3\0"


def _writable(_context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    """Refuses what cannot or must not be written, before an hour of reading and not after it: a folder that is not
    there, a device, a ledger (whose place an export would take).
    """
    if value is not None and value.exists():
        if not value.is_file():
            raise click.BadParameter(f"{str(value)!r} is no plain file: name another.")
        with suppress(OSError), value.open("rb") as file:
            if file.read(len(_DATABASE)) == _DATABASE:
                raise click.BadParameter(f"{str(value)!r} is a ledger: name another file, or delete it yourself.")
    if value is not None and not value.absolute().parent.is_dir():
        raise click.BadParameter(f"there is no folder {str(value.parent)!r}: make it first, or name another.")
    return value


_ledger = partial(
    click.option,
    "--ledger",
    "-l",
    type=click.Path(path_type=Path, dir_okay=False),
    default=DEFAULT_LEDGER,
    show_default=True,
    metavar="FILE",
)
ledger = _ledger(help="The ledger to use.")
ledger_or_json = _ledger(help="The ledger to use, or a JSON export of one.")
as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON for other programs.")
verbose = click.option("--verbose", "-v", is_flag=True, help="Name every document and every problem.")
output = click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    callback=_writable,
    help="Write to this file instead of standard output.",
)
layout = click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "markdown", "html"]),
    default="text",
    show_default=True,
    help="How to write the report.",
)
everything = click.option("--all", "everything", is_flag=True, help="Leave nothing out, however long.")
paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
