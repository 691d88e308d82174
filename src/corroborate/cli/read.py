"""`corroborate read`: articles in, report out, nothing kept."""

import dataclasses
import tempfile
from pathlib import Path

import click

from corroborate import __version__
from corroborate.cli import options
from corroborate.cli.layouts import put_report
from corroborate.cli.ledgers import load_ledger
from corroborate.cli.reading import add_paths, tell_addition
from corroborate.cli.talk import put
from corroborate.cli.verb import Verb
from corroborate.export.json import contract_json
from corroborate.export.report import Limits, build_report
from corroborate.export.report_model import Hints

# What is not kept cannot be asked for later: the way to more is the same command.
HINTS = Hints(events="--all lists them", event="--all lists them", problems="--verbose lists them")


@click.command("read", cls=Verb, short_help="Read articles and print what they say; keeps nothing.")
@options.paths
@options.layout
@options.output
@options.everything
@options.as_json
@options.verbose
def command(
    paths: tuple[str, ...], *, layout: str, output: Path | None, everything: bool, as_json: bool, verbose: bool
) -> int:
    """Read articles and print what they say; keeps nothing.

    PATH is a .txt or .html file, a folder of them, or a pattern in quotes.

    \b
    Examples:
      corroborate read articles/*.txt
      corroborate read articles --format html --output report.html
    """
    with tempfile.TemporaryDirectory(prefix="corroborate-") as folder:
        file = Path(folder) / "ledger.db"
        addition = add_paths(paths, file, verbose=verbose)
        tell_addition(addition, verbose=verbose)
        if not addition.usable:
            return addition.exit_code
        ledger = load_ledger(file)
    ledger = dataclasses.replace(ledger, problems=tuple(dict.fromkeys((*addition.lost, *ledger.problems))))
    if as_json:
        put(contract_json(ledger, generated=f"corroborate {__version__}"), output)
    else:
        put_report(build_report(ledger, limits=limits(everything), hints=HINTS), layout, output)
    return addition.exit_code


def limits(everything: bool) -> Limits:
    """How much to show."""
    return Limits(None, None, None) if everything else Limits()
