"""Judgements in one line, for tests: `merge("event", a, b, at=3)`."""

from collections.abc import Sequence
from pathlib import Path

from corroborate.adding import export_ledger, judge, settle
from corroborate.judging import making
from corroborate.judging.attach import anchors_of
from corroborate.judging.resolve import resolve
from corroborate.judging.rulings import Rulings
from corroborate.model.codec import write_contract
from corroborate.model.judgement import JudgedKind, Judgement
from corroborate.model.ledger import Actor, Event, Ledger, Place
from corroborate.model.mention import Mention
from corroborate.model.span import Span
from corroborate.store import open_store
from corroborate.testing.staged import StagedWork

Record = Event | Actor | Place


def author(at: int) -> making.Author:
    """Somebody who judges `at` minutes past midnight."""
    return making.author(by="Anna", when=f"2026-01-01T{at // 60:02}:{at % 60:02}:00Z", why="seen on the map")


def mention(letter: str) -> Mention:
    """A mention that is known by a letter."""
    return Mention("doc-1", ord(letter) * 10, ord(letter) * 10 + 5, letter * 5)


def letters(text: str) -> list[list[Mention]]:
    """ "ab c": two sides, one of two mentions."""
    return [[mention(letter) for letter in side] for side in text.split()]


def merge(sides: str, at: int, kind: JudgedKind = "actor") -> Judgement:
    """ "a b" are one."""
    return making.merge(kind, letters(sides), author(at))


def apart(sides: str, at: int, kind: JudgedKind = "actor") -> Judgement:
    """ "a b" are two."""
    return making.apart(kind, letters(sides), author(at))


def undo(judgement: Judgement, at: int) -> Judgement:
    """It counts no more."""
    return making.undo(judgement.id, author(at))


def ruled(judgements: Sequence[Judgement]) -> Rulings:
    """The rulings where all words are read as they were when they were judged."""
    places = {
        (made.id, number): Span(words.start, words.end)
        for made in judgements
        for number, (_, words) in enumerate(anchors_of(made))
    }
    return resolve(judgements, places)


def blocks(rulings: Rulings, kind: JudgedKind = "actor") -> set[str]:
    """What is held together, as letters."""
    found = rulings.verdicts(kind).members().values()
    return {"".join(chr(start // 10) for _, start, _ in keys) for keys in found}


def said(path: Path, work: StagedWork, *judgements: Judgement) -> Ledger:
    """The ledger after these judgements, in this order."""
    with open_store(path) as store:
        for judgement in judgements:
            judge(store, [judgement])
        settle(store, work)
    return export_ledger(path, work)


def said_at_once(path: Path, work: StagedWork, judgements: Sequence[Judgement]) -> None:
    """All the judgements in one transaction."""
    with open_store(path) as store:
        judge(store, judgements)
        settle(store, work)


def exported(path: Path, work: StagedWork) -> bytes:
    """The whole ledger in bytes."""
    return write_contract(export_ledger(path, work))


def merge_records(*records: Record, at: int = 1) -> Judgement:
    """The records are one."""
    return making.merge(kind_of(records[0]), [record.mentions for record in records], author(at))


def keep_apart(*records: Record, at: int = 1) -> Judgement:
    """The records are several."""
    return making.apart(kind_of(records[0]), [record.mentions for record in records], author(at))


def kind_of(record: Record) -> JudgedKind:
    """The kind as judgements name it."""
    return "event" if isinstance(record, Event) else "actor" if isinstance(record, Actor) else "place"
