"""`corroborate judge`: what people say of the machine's work."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import click

from corroborate.cli import options
from corroborate.cli.finding import find_one
from corroborate.cli.judgements import put_judgements
from corroborate.cli.judging import (
    author_of,
    correction,
    find_judgement,
    hold,
    keep,
    keep_all,
    one_kind,
    parted,
)
from corroborate.cli.verb import Verb

F = TypeVar("F", bound=Callable[..., object])


@click.group("judge", short_help="Correct the machine: merge, keep apart, reject, correct, undo, list.")
def command() -> None:
    """Correct the machine: merge, keep apart, reject, correct, undo, list.

    A judgement stands on words of the articles, so that it outlives new articles and another reading of the old ones.
    Nothing that was judged is ever lost: an undo is a judgement too. Each needs a reason (--why); each verb takes
    --json. RECORD is an event, an actor or a place: its id, the beginning of one, or any part of its name.

    \b
    Examples:
      corroborate judge merge event-3e15f75a event-9d50109c --why "both name the same convoy"
      corroborate judge reject claim-715b1602 --why "a caption of another war" --ledger syria.db
      corroborate judge list
    """


def _now() -> str:
    return datetime.now(UTC).isoformat()


def _judging(function: F) -> F:
    """The options of everything that makes a judgement."""
    for option in (
        options.as_json,
        options.ledger,
        click.option("--when", metavar="INSTANT", help="When it was judged, if not now: 2021-05-03T14:05:00Z."),
        click.option(
            "--by",
            metavar="NAME",
            envvar="CORROBORATE_BY",
            help="Who judges. Without it, $CORROBORATE_BY or the login name.",
        ),
        click.option("--why", required=True, metavar="WORDS", help="The reason, in words."),
    ):
        function = option(function)
    return function


@command.command("merge", cls=Verb, short_help="Say that two or more records are one.")
@click.argument("records", nargs=-1, required=True, metavar="RECORD RECORD...")
@_judging
def merge(records: tuple[str, ...], *, why: str, by: str | None, when: str | None, ledger: Path, as_json: bool) -> int:
    """Say that two or more events, actors or places are one.

    \b
    Examples:
      corroborate judge merge event-3e15f75a event-9d50109c --why "the same convoy"
      corroborate judge merge "Al-Furat Brigade" "Euphrates Brigade" --why "its own translation" --by Anna
    """
    from corroborate.judging import making

    held = hold(ledger)
    found, kind = one_kind(held, records)
    who = author_of(by, when or _now(), why)
    return keep(held, lambda: making.merge(kind, [record.mentions for record in found], who), as_json=as_json)


@command.command("apart", cls=Verb, short_help="Say that two or more records are not one, and never will be.")
@click.argument("records", nargs=-1, required=True, metavar="RECORD RECORD...")
@_judging
def apart(records: tuple[str, ...], *, why: str, by: str | None, when: str | None, ledger: Path, as_json: bool) -> int:
    """Say that two or more events, actors or places are not one, whatever later articles tell.

    \b
    Examples:
      corroborate judge apart event-3e15f75a event-9d50109c --why "a second strike an hour later"
      corroborate judge apart "Homs" "Homs province" --why "the town is meant"
    """
    from corroborate.judging import making

    held = hold(ledger)
    found, kind = one_kind(held, records)
    who = author_of(by, when or _now(), why)
    return keep(held, lambda: making.apart(kind, [record.mentions for record in found], who), as_json=as_json)


@command.command("split", cls=Verb, short_help="Say that some mentions of a record are of another one.")
@click.argument("record")
@click.argument("mentions", nargs=-1, required=True, metavar="MENTION...")
@_judging
def split(
    record: str,
    mentions: tuple[str, ...],
    *,
    why: str,
    by: str | None,
    when: str | None,
    ledger: Path,
    as_json: bool,
) -> int:
    """Say that some mentions of an event, an actor or a place are not of it.

    MENTION is a document, for all its mentions there, or DOCUMENT:START-END for one (`corroborate show RECORD --json`
    lists them). What is taken out is kept apart from the rest; the machine finds out what else it may be.

    \b
    Examples:
      corroborate judge split event-3e15f75a courier.txt --why "the Courier tells of the day before"
      corroborate judge split "the army" wire.txt:120-128 --why "the other side's army"
    """
    from corroborate.judging import making

    held = hold(ledger)
    (found,), kind = one_kind(held, (record,), least=1)
    out, rest = parted(held, found, mentions)
    who = author_of(by, when or _now(), why)
    return keep(held, lambda: making.apart(kind, [out, rest], who), as_json=as_json)


@command.command("reject", cls=Verb, short_help="Say that a claim is none, or was read wrongly.")
@click.argument("claim")
@_judging
def reject(claim: str, *, why: str, by: str | None, when: str | None, ledger: Path, as_json: bool) -> int:
    """Say that a claim is none, or was read wrongly.

    It stays in the ledger, marked, and counts for nothing: no answer, no line. `corroborate judge undo` accepts it
    again.

    \b
    Examples:
      corroborate judge reject claim-715b1602 --why "irony"
      corroborate judge reject 715b1602 --why "a picture caption of another day" --ledger syria.db
    """
    from corroborate.judging import making

    held = hold(ledger)
    found = find_one(held.ledger.claims, claim)
    if found.rejected is not None:
        raise click.UsageError(f"{found.id} is rejected already, by {found.rejected}.")
    who = author_of(by, when or _now(), why)
    return keep(held, lambda: making.reject(found, who), as_json=as_json)


@command.command("correct", cls=Verb, short_help="Correct a field of a claim, an actor, a place or an event.")
@click.argument("record")
@click.argument("field")
@click.argument("value")
@_judging
def correct(
    record: str,
    field: str,
    value: str,
    *,
    why: str,
    by: str | None,
    when: str | None,
    ledger: Path,
    as_json: bool,
) -> int:
    """Correct a field of a claim, an actor, a place or an event.

    \b
    claim: stance, certainty, quotation, claimant (an actor), anonymous (yes or no)
    actor: name, kind, country, member_of (an actor)
    place: name, country, admin1, coordinates ("34.1, 36.9"), precision, geonames_id
    event: title, time (a day, or two with .. between), plover, acled ("TYPE: TERM")

    VALUE is null for "not known". What is worked out from claims (answers, lines, figures, status, grades) is
    corrected by judging the claims.

    \b
    Examples:
      corroborate judge correct claim-03c79ba5 stance doubts --why "asked, did not say"
      corroborate judge correct "Tal Rifat" coordinates "36.47, 37.09" --why "the town north of Aleppo"
    """
    held = hold(ledger)
    who = author_of(by, when or _now(), why)
    return keep(held, lambda: correction(held, (record, field, value), who), as_json=as_json)


@command.command("undo", cls=Verb, short_help="Say that a judgement counts no more.")
@click.argument("judgement")
@_judging
def undo(judgement: str, *, why: str, by: str | None, when: str | None, ledger: Path, as_json: bool) -> int:
    """Say that a judgement counts no more. An undo can be undone.

    \b
    Examples:
      corroborate judge undo judgement-925362d4 --why "two convoys after all"
      corroborate judge undo 925362d4 --why "read again" --ledger syria.db
    """
    from corroborate.judging import making

    held = hold(ledger)
    undone = find_judgement(held, judgement)
    who = author_of(by, when or _now(), why)
    return keep(held, lambda: making.undo(undone.id, who), as_json=as_json)


@command.command("import", cls=Verb, short_help="Take over the judgements of another ledger.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@options.ledger
@options.as_json
def take_over(file: Path, *, ledger: Path, as_json: bool) -> int:
    """Take over the judgements of another ledger, from FILE: what `corroborate judge list --all --json` wrote there.

    Those that are there already change nothing; those on articles that this ledger does not have wait for them.

    \b
    Examples:
      corroborate judge import judgements.json --ledger new.db
      corroborate judge import annas.json
    """
    return keep_all(hold(ledger), file, as_json=as_json)


@command.command("list", cls=Verb, short_help="List what was judged, and what it does.")
@click.argument("record", required=False)
@click.option("--all", "everything", is_flag=True, help="Undone judgements and undos too.")
@options.ledger
@options.as_json
def list_all(record: str | None, *, everything: bool, ledger: Path, as_json: bool) -> int:
    """List what was judged, when, by whom and why, and whether it holds; of one RECORD, or of all.

    \b
    Examples:
      corroborate judge list
      corroborate judge list "Tal Rifat" --all --json
    """
    put_judgements(hold(ledger), record, everything=everything, as_json=as_json)
    return 0
