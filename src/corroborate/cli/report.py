"""`corroborate report`: what a ledger holds, for people."""

from pathlib import Path

import click

from corroborate.cli import options
from corroborate.cli.add import flag
from corroborate.cli.finding import find_one
from corroborate.cli.layouts import put_report, put_report_json
from corroborate.cli.ledgers import current_name, load_ledger
from corroborate.cli.read import limits
from corroborate.cli.verb import Verb
from corroborate.export.report import build_report, event_report
from corroborate.export.report_model import Hints


@click.command("report", cls=Verb, short_help="Print what a ledger holds: all of it, or one event.")
@click.argument("event", required=False)
@options.ledger_or_json
@options.layout
@options.output
@options.everything
@options.as_json
def command(
    event: str | None, *, ledger: Path, layout: str, output: Path | None, everything: bool, as_json: bool
) -> int:
    """Print what a ledger holds: all of it, or one event.

    EVENT is an event's id, the beginning of one, or words of its title; or the name of a JSON export.

    \b
    Examples:
      corroborate report --ledger syria.db
      corroborate report export.json --format html --output report.html
    """
    if event and event.endswith(".json") and Path(event).is_file():
        ledger, event = Path(event), None
    held = load_ledger(ledger)
    hints = hints_for(ledger)
    if event:
        found = find_one(held.events, current_name(ledger, held, event))
        report = event_report(held, found, hints=hints)
    else:
        report = build_report(held, limits=limits(everything), hints=hints)
    if as_json:
        put_report_json(report, output)
    else:
        put_report(report, layout, output)
    return 0


def hints_for(ledger: Path) -> Hints:
    """Commands that show what a report leaves out, for this ledger."""
    option = flag(ledger)
    return Hints(
        events=f"corroborate report --all{option}",
        event=f"corroborate show{option}",
        problems=f"corroborate show problems{option}",
    )
