"""From what a person names on the command line to a judgement in the ledger."""

import getpass
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from corroborate.cli import backend
from corroborate.cli.ending import NothingUsableError
from corroborate.cli.finding import find_one
from corroborate.cli.ledgers import is_json, load_ledger
from corroborate.cli.talk import put, put_json
from corroborate.export.wording import counted
from corroborate.judging import making
from corroborate.judging.fields import Field, Fields, UnfitValueError, fitting, load_fields
from corroborate.judging.making import Author, UnfitJudgementError
from corroborate.judging.resolve import in_force
from corroborate.model.codec import MalformedRecordError, as_contract, decode
from corroborate.model.judgement import JudgedKind, Judgement
from corroborate.model.ledger import Actor, Claim, Event, Ledger, Mention, Place

Named = Event | Actor | Place
# DOCUMENT:START-END
_SPAN = re.compile(r"(?P<document>.+):(?P<start>\d+)-(?P<end>\d+)")
_KINDS: dict[type, JudgedKind] = {Event: "event", Actor: "actor", Place: "place", Claim: "claim"}


@dataclass(frozen=True, slots=True)
class Held:
    """The ledger that is judged: the file, what is in it, and all that was judged so far."""

    path: Path
    ledger: Ledger
    made: tuple[Judgement, ...]


def hold(path: Path) -> Held:
    """A ledger to be judged. Raises an error for an export: judgements are kept in ledgers only."""
    from corroborate.store import list_judgements, open_store

    if path.exists() and is_json(path):
        raise click.UsageError(f"{path} is an export. Judgements are kept in ledgers: name one with --ledger.")
    ledger = load_ledger(path)
    with open_store(path, read_only=True) as store, store.transaction() as connection:
        return Held(path, ledger, list_judgements(connection))


def judgeable(ledger: Ledger) -> tuple[Named | Claim, ...]:
    """All records of a ledger on which a judgement can act."""
    return (*ledger.events, *ledger.actors, *ledger.places, *ledger.claims)


def author_of(by: str | None, when: str, why: str) -> Author:
    """Who, when and why, as they are kept."""
    try:
        return making.author(by=by if by is not None else _login(), when=when, why=why)
    except UnfitJudgementError as error:
        raise click.UsageError(f"{_sentence(error)} Give it with --by, --when or --why.") from error


def one_kind(held: Held, wanted: Sequence[str], *, least: int = 2) -> tuple[tuple[Named, ...], JudgedKind]:
    """The records that are named, all of one kind, each once."""
    records: tuple[Named, ...] = (*held.ledger.events, *held.ledger.actors, *held.ledger.places)
    found = tuple({record.id: record for record in (find_one(records, name) for name in wanted)}.values())
    kinds = sorted({_KINDS[type(record)] for record in found})
    if len(kinds) > 1:
        told = ", ".join(f"{record.id} is an {_KINDS[type(record)]}" for record in found).replace("an place", "a place")
        raise click.UsageError(f"Only records of one kind can be one: {told}.")
    if len(found) < least:
        named = f": {found[0].id} stands for all that you name" if len(wanted) > 1 else ""
        raise click.UsageError(f"It takes two records at least{named}.")
    if len({record.scope for record in found if isinstance(record, Event)}) > 1:
        raise click.UsageError("An incident and a total over days or a region are never one event.")
    for record in found:
        if not record.mentions:
            raise click.UsageError(f"{record.id} cannot be judged: {making.NO_MENTION}.")
    return found, kinds[0]


def parted(held: Held, record: Named, wanted: Sequence[str]) -> tuple[list[Mention], list[Mention]]:
    """The mentions that are named, and the rest."""
    out: list[Mention] = []
    for name in wanted:
        span = _SPAN.fullmatch(name)
        document = find_one(held.ledger.documents, span["document"] if span else name).id
        here = [mention for mention in record.mentions if mention.document == document]
        found = [m for m in here if span is None or (m.start, m.end) == (int(span["start"]), int(span["end"]))]
        if not found:
            known = ", ".join(f"{m.start}-{m.end} {m.text!r}" for m in here) or "none"
            raise click.UsageError(f"{record.id} has no mention {name!r}. Its mentions in that document: {known}.")
        out += found
    rest = [mention for mention in record.mentions if mention not in out]
    if not rest:
        raise click.UsageError(f"These are all mentions of {record.id}: nothing would be left of it.")
    return out, rest


def correction(held: Held, wanted: tuple[str, str, str], who: Author) -> Judgement:
    """The judgement that a record's field is a value, both as they are named."""
    name, field_name, value = wanted
    ledger = held.ledger
    record = find_one(judgeable(ledger), name)
    kind, fields = _KINDS[type(record)], _fields()
    field = fields.table.get((kind, field_name))
    if field is None:
        told = "answers, lines, figures, status and grades are worked out from claims: judge those"
        known = ", ".join(fields.of(kind))
        raise click.UsageError(
            f"{field_name!r} is no field of {kind}s that can be corrected. There are: {known} ({told})."
        )
    try:
        kept = fitting(field, value, fields)
    except UnfitValueError as error:
        raise click.UsageError(_sentence(error)) from error
    of = record if isinstance(record, Claim) else record.mentions
    if isinstance(record, Claim):
        _check_claim(record, field, kept)
    if field.takes != "actor" or kept is None:
        return making.correct(kind, of, field.name, who, value=kept)
    target = find_one(ledger.actors, kept)
    if target.id == record.id or not target.mentions:
        why = "it is the actor itself" if target.id == record.id else making.NO_MENTION
        raise click.UsageError(f"{field.name} cannot be {target.id}: {why}.")
    return making.correct(kind, of, field.name, who, value=target.name, target=target.mentions)


def find_judgement(held: Held, wanted: str) -> Judgement:
    """The judgement that goes by an id or the beginning of one, and counts still."""
    found = [each for each in held.made if each.id == wanted or each.id.partition("-")[2].startswith(wanted)]
    found = found or [each for each in held.made if each.id.startswith(wanted)]
    if len(found) != 1:
        what = "Several judgements begin" if found else "No judgement begins"
        raise click.UsageError(f"{what} with {wanted!r}. `corroborate judge list --all` lists them.")
    undos = [each for each in held.made if each.undoes == found[0].id]
    standing = {each.id for each in (*in_force(held.made), *standing_undos(held.made))}
    if found[0].id not in standing and undos:
        raise click.UsageError(f"{found[0].id} is undone already, by {undos[-1].id}: undo that to bring it back.")
    return found[0]


def standing_undos(made: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The undos that nothing undoes."""
    undone = {each.undoes for each in made if each.undoes is not None}
    return tuple(each for each in made if each.kind == "undo" and each.id not in undone)


def keep(held: Held, make: Callable[[], Judgement], *, as_json: bool) -> int:
    """Make a judgement, keep it, work its stories out again, and say what it does."""
    try:
        judgement = make()
    except UnfitJudgementError as error:
        raise click.UsageError(_sentence(error)) from error
    new, stories = _take(held.path, (judgement,))
    if as_json:
        put_json({"judgement": as_contract(judgement), "new": bool(new), "stories": stories})
        return 0
    again = counted(stories, "story", "stories")
    flag = "" if str(held.path) == "ledger.db" else f" --ledger {held.path}"
    put(f"{judgement.id} kept; {again} worked out again. Back: corroborate judge undo {judgement.id}{flag} --why …\n")
    return 0


def keep_all(held: Held, file: Path, *, as_json: bool) -> int:
    """Keep the judgements that a file lists."""
    try:
        judgements = decode(file.read_text(encoding="utf-8-sig"), tuple[Judgement, ...])
    except (OSError, UnicodeDecodeError, MalformedRecordError) as error:
        raise NothingUsableError(
            f"{file}: this is no list of judgements ({error}). Make one with: corroborate judge list --all --json"
        ) from error
    forged = [each.id for each in judgements if making.with_content_id(each).id != each.id]
    if forged:
        raise NothingUsableError(f"{file}: {forged[0]} is not what was judged: its id comes from other content.")
    new, stories = _take(held.path, judgements)
    if as_json:
        put_json({"judgements": len(judgements), "new": new, "stories": stories})
    else:
        known = len(judgements) - new
        put(f"{held.path}: {counted(new, 'judgement')} taken over, {known} already there; "
            f"{counted(stories, 'story', 'stories')} worked out again.\n")  # fmt: skip
    return 0


def _take(path: Path, judgements: Sequence[Judgement]) -> tuple[int, int]:
    from corroborate.adding import judge, settle
    from corroborate.store import open_store

    with open_store(path) as store:
        new = judge(store, judgements)
        return new, settle(store, backend.open_work())


def _check_claim(claim: Claim, field: Field, value: str | None) -> None:
    """Refuse what would make a claim that breaks the contract's rules."""
    own_voice = claim.quotation == "own-voice"
    if own_voice and field.name in ("quotation", "claimant", "anonymous"):
        raise click.UsageError(f"{claim.id} is the outlet's own voice: nobody is named for it. Reject it instead.")
    nobody = not own_voice and claim.claimant.actor is None and claim.claimant.start is None
    if field.name == "certainty" and value != "unknown" and (nobody or claim.stance == "does-not-know"):
        raise click.UsageError(f"The certainty of {claim.id} is unknown: its speaker does not know, or is not named.")


def _fields() -> Fields:
    from corroborate.pipeline import read_data

    return load_fields(read_data)


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:  # a machine without a user's name
        raise click.UsageError("Who judges? Give a name with --by, or set CORROBORATE_BY.") from error


def _sentence(error: Exception) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "."
