"""The `corroborate` command: which verbs there are, and how a run ends."""

import difflib
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from corroborate import __version__
from corroborate.cli.ending import INTERRUPTED, NOTHING_USABLE, ended_by

# Verb -> what it does in one line. The verb's module is loaded when it runs: `--help` starts fast.
VERBS = {
    "demo": "Read the sample articles that come with the program and report them.",
    "read": "Read articles and print what they say; keeps nothing.",
    "add": "Add articles to a ledger, again and again.",
    "report": "Print what a ledger holds: all of it, or one event.",
    "show": "Show one document, event, actor, place or claim, or the problems.",
    "judge": "Correct the machine: merge, keep apart, reject, correct, undo, list.",
    "export": "Write a whole ledger as JSON.",
    "gazetteer": "Add places of your own to those that are shipped.",
    "check": "Check a ledger against the contract's schema and rules.",
}

EPILOG = """\b
Start with:
  corroborate demo                          read the samples
  corroborate read articles/*.txt           read your own
  corroborate add articles --ledger my.db   keep them

\b
Exit codes: 0 fine · 1 some documents failed, or a check found faults ·
2 wrong use · 3 nothing usable, or the ledger is damaged"""


class Verbs(click.Group):
    """The verbs, each loaded from its own module when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command = importlib.import_module(f"corroborate.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], VERBS, n=1, cutoff=0.5)
            hint = f" Did you mean {near[0]!r}?" if near else f" There are: {', '.join(VERBS)}."
            ctx.fail(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.command(cls=Verbs, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="corroborate", message="%(prog)s %(version)s")
def cli() -> None:
    """Read many accounts of violent events and keep a ledger: who claims what, through whom, how surely, in
    which exact words, and how many independent lines stand behind each answer."""


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command line and leave with its exit code; no error leaves a traceback unless it is a bug."""
    try:
        result = cli.main(args=arguments, prog_name="corroborate", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(result if isinstance(result, int) else 0)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was finished is kept; the same command goes on from there.", err=True)
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        _leave_quietly()
    except Exception as error:  # the edge: what has a message for the user is shown, anything else is a bug
        message = ended_by(error)
        if message is None:
            raise
        click.echo(f"Error: {message}", err=True)
        sys.exit(NOTHING_USABLE)


def _leave_quietly() -> NoReturn:
    """The reader of our output has left (`corroborate report | head`): that is no error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)
