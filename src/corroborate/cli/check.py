"""`corroborate check`: whether a ledger keeps the contract."""

import json
from pathlib import Path

import click

from corroborate.cli import options
from corroborate.cli.ending import FINE, SOME_FAILED
from corroborate.cli.ledgers import is_json, load_ledger, load_raw
from corroborate.cli.talk import put, put_json, say
from corroborate.cli.verb import Verb
from corroborate.export.check import RULES, Finding, check_ledger
from corroborate.export.wording import counted, harmless


@click.command("check", cls=Verb, short_help="Check a ledger against the contract's schema and rules.")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@options.ledger_or_json
@options.as_json
def command(file: Path | None, *, ledger: Path, as_json: bool) -> int:
    """Check a ledger against the contract's schema and rules.

    Every span is compared with its text, every reference looked up, every count and grade worked out again.
    FILE is a ledger or a JSON export; without it, the ledger. Exit code 1 where a rule is broken.

    \b
    Examples:
      corroborate check --ledger syria.db
      corroborate check export.json --json
    """
    path = file or ledger
    findings = check_ledger(raw_ledger(path))
    if as_json:
        put_json([{"rule": f.rule, "record": f.record, "message": f.message} for f in findings])
    else:
        put("".join(f"{harmless(f.record)}  {f.rule}: {harmless(f.message)}\n" for f in findings))
        say(f"{path}: {_verdict(findings)}")
    return SOME_FAILED if findings else FINE


def raw_ledger(path: Path) -> object:
    """A ledger as plain JSON values: an export as it stands, a ledger file as it would be exported."""
    from corroborate.export.json import contract_json

    return load_raw(path) if is_json(path) else json.loads(contract_json(load_ledger(path), generated="check"))


def _verdict(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return f"keeps the schema and all {len(RULES) + 1} rules."
    rules = len({finding.rule for finding in findings})
    return f"{counted(len(findings), 'finding')} of {counted(rules, 'rule')}."
