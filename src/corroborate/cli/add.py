"""`corroborate add`: articles into a ledger that is kept."""

from pathlib import Path

import click

from corroborate.cli import options
from corroborate.cli.reading import add_paths, tell_addition
from corroborate.cli.talk import put, put_json
from corroborate.cli.verb import Verb
from corroborate.export.wording import counted


@click.command("add", cls=Verb, short_help="Add articles to a ledger, again and again.")
@options.paths
@options.ledger
@options.as_json
@options.verbose
def command(paths: tuple[str, ...], *, ledger: Path, as_json: bool, verbose: bool) -> int:
    """Add articles to a ledger, again and again.

    The ledger is made where there is none. What it has already is recognised by its content; only the stories
    that a new article belongs to are worked out again. What an earlier version of the program read is read again.
    Stopped at any moment, it goes on from there.

    \b
    Examples:
      corroborate add articles
      corroborate add "articles/2015-*.html" --ledger syria.db
    """
    addition = add_paths(paths, ledger, verbose=verbose)
    tell_addition(addition, verbose=verbose)
    result = addition.result
    if as_json:
        put_json(
            {
                "ledger": str(ledger),
                "added": result.added,
                "already_there": result.already_there,
                "failed": addition.failed,
                "stories": result.stories,
                "read_again": result.reread,
                "stopped": result.stopped,
                "problems": [{"code": p.code, "name": p.name, "message": p.message} for p in addition.problems],
            }
        )
    elif addition.usable:
        again = f"{counted(result.reread, 'document')} read again; " if result.reread else ""
        put(f"{ledger}: {counted(result.added, 'document')} added, {result.already_there} already there, "
            f"{addition.failed} failed; {again}{counted(result.stories, 'story', 'stories')} worked out again. "
            f"Next: corroborate report{flag(ledger)}\n")  # fmt: skip
    return addition.exit_code


def flag(ledger: Path) -> str:
    """The option that names the ledger, where it is not the default one."""
    return "" if str(ledger) == options.DEFAULT_LEDGER else f" --ledger {ledger}"
