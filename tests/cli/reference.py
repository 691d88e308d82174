"""The reference pages that are made from the program itself."""

from pathlib import Path

import click

from corroborate.cli.app import VERBS, cli
from corroborate.cli.problems import meanings
from corroborate.export.check import RULES

DOCS = Path(__file__).parent.parent.parent / "docs" / "reference"
WEIGHTS = {
    "lost": "nothing of it could be read; the run ends with exit code 1, or 3 where nothing else was read",
    "damaged": "it was read, and something of it is lost or guessed",
    "note": "told in the report's counts, and with `--verbose`",
}


def help_of(verb: str | None = None) -> str:
    """What `--help` prints at 100 columns, for a command or the whole program."""
    context = click.Context(cli, info_name="corroborate", terminal_width=100, **cli.context_settings)
    if verb is None:
        return cli.get_help(context)
    command = cli.get_command(context, verb)
    assert command is not None
    return command.get_help(click.Context(command, parent=context, info_name=verb))


def verbs_below(verb: str) -> tuple[str, ...]:
    """The verbs of a verb that has some."""
    command = cli.get_command(click.Context(cli), verb)
    return tuple(command.commands) if isinstance(command, click.Group) else ()


def help_below(verb: str, inner: str) -> str:
    """What `--help` prints for a verb of a verb."""
    context = click.Context(cli, info_name="corroborate", terminal_width=100, **cli.context_settings)
    group = cli.get_command(context, verb)
    assert isinstance(group, click.Group)
    below = click.Context(group, parent=context, info_name=verb)
    command = group.commands[inner]
    return command.get_help(click.Context(command, parent=below, info_name=inner))


def commands_page() -> str:
    """docs/reference/commands.md: the help of each command."""
    lines = ["# Commands", "", "As `--help` prints them.", "", "```text", help_of(), "```", ""]
    for verb in VERBS:
        lines += [f"## corroborate {verb}", "", "```text", help_of(verb), "```", ""]
        for inner in verbs_below(verb):
            lines += [f"### corroborate {verb} {inner}", "", "```text", help_below(verb, inner), "```", ""]
    return "\n".join(lines)


def problems_page() -> str:
    """docs/reference/problems.md: each problem code, with its meaning and what to do."""
    lines = ["# Problems", "", "A document that cannot be read whole never stops a run: what is lost is told.", ""]
    lines += [f"- **{weight}**: {meaning}." for weight, meaning in WEIGHTS.items()]
    lines += ["", "| code | stage | weight | what happened | what to do |", "|---|---|---|---|---|"]
    lines += [f"| `{m.code}` | {m.stage} | {m.weight} | {m.meaning} | {m.what_to_do} |" for m in meanings().values()]
    return "\n".join([*lines, ""])


def checks_page() -> str:
    """docs/reference/checks.md: each rule of `corroborate check`."""
    lines = ["# What `corroborate check` tests", "", "The JSON Schema first (rule `schema`), then:", ""]
    lines += ["- `nothing-empty`: Unknown is null, never an empty string; optional fields are left out when empty."]
    lines += [f"- `{rule.name}`: {' '.join(rule.says.split())}" for rule in RULES]
    return "\n".join([*lines, ""])
