"""`corroborate demo`: the sample articles that come with the program, read and reported."""

import tempfile
from importlib import resources
from pathlib import Path

import click

from corroborate import __version__
from corroborate.cli import options
from corroborate.cli.ending import NothingUsableError
from corroborate.cli.layouts import put_report
from corroborate.cli.ledgers import load_ledger
from corroborate.cli.read import HINTS
from corroborate.cli.reading import add_paths, tell_addition
from corroborate.cli.talk import put, say
from corroborate.cli.verb import Verb
from corroborate.export.json import contract_json
from corroborate.export.report import build_report

GO_ON = """
These articles are invented: no such attack, village, outlet, group or person exists. Go on with your own:
  corroborate read articles/*.txt                 print a report, keep nothing
  corroborate add articles --ledger my.db         keep a ledger, add to it again and again
  corroborate report --ledger my.db               print what it holds
  corroborate show "words of a title" --ledger my.db
  corroborate export --ledger my.db --output my.json"""


@click.command("demo", cls=Verb, short_help="Read the sample articles that come with the program and report them.")
@options.layout
@options.output
@options.as_json
@options.verbose
def command(*, layout: str, output: Path | None, as_json: bool, verbose: bool) -> int:
    """Read the sample articles that come with the program and report them.

    \b
    Examples:
      corroborate demo
      corroborate demo --format html --output demo.html
    """
    samples = resources.files("corroborate") / "data" / "samples"
    with resources.as_file(samples) as folder, tempfile.TemporaryDirectory(prefix="corroborate-") as made:
        if not folder.is_dir():
            raise NothingUsableError("The sample articles are missing: install corroborate-ledger again.")
        file = Path(made) / "ledger.db"
        addition = add_paths((folder,), file, verbose=verbose)
        tell_addition(addition, verbose=verbose)
        if not addition.usable:
            return addition.exit_code
        ledger = load_ledger(file)
    if as_json:
        put(contract_json(ledger, generated=f"corroborate {__version__}"), output)
    else:
        put_report(build_report(ledger, hints=HINTS), layout, output)
    say(GO_ON)
    return addition.exit_code
