"""`corroborate export`: a whole ledger for other programs."""

from pathlib import Path

import click

from corroborate import __version__
from corroborate.cli import options
from corroborate.cli.ledgers import load_ledger
from corroborate.cli.talk import put
from corroborate.cli.verb import Verb
from corroborate.export.json import contract_json


@click.command("export", cls=Verb, short_help="Write a whole ledger as JSON.")
@options.ledger_or_json
@click.option("--format", "layout", type=click.Choice(["json"]), default="json", show_default=True, help="The format.")
@options.output
@options.as_json
def command(*, ledger: Path, layout: str, output: Path | None, as_json: bool) -> int:
    """Write a whole ledger as JSON.

    The same articles give the same bytes, whatever order they were added in. A file is written whole or not at all.

    \b
    Examples:
      corroborate export --format json > ledger.json
      corroborate export --ledger syria.db --output syria.json
    """
    put(contract_json(load_ledger(ledger), generated=f"corroborate {__version__}"), output)
    return 0
